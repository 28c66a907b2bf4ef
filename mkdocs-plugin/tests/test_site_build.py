"""Whole builds with `--strict`: themes, addresses, other plugins, the search index, the assets."""

import hashlib
import json
import logging
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill import static_page
from mkdocs_keyfill.languages import catalogue
from mkdocs_keyfill.rules import DEFAULTS
from mkdocs_keyfill.web import assets
from mkdocs_keyfill.words import Words
from written_site import FENCE, Site, one

FAKES = {name: f"/* {name} */" for name in assets.NAMES} | catalogue.files()
HASH = hashlib.sha256("".join(FAKES[name] for name in sorted(FAKES)).encode()).hexdigest()[:10]
FOLDER = f"assets/keyfill/{HASH}"


@pytest.mark.shipped
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_theme_builds_without_warnings(site: Site, theme: str, directory_urls: bool) -> None:
    site.write("sub/page.md", FENCE)
    site.build(
        theme=theme,
        use_directory_urls=directory_urls,
        site_url="https://docs.example/v2/",
        plugins=["search"],
    )
    url = "sub/page/index.html" if directory_urls else "sub/page.html"
    page = site.page(url)
    panel = one(page, "keyfill-panel")
    ids = [*DEFAULTS.clients]
    assert [radio["value"] for radio in panel.select("input[name$=-client]")] == ids
    assert len(panel.select(".tabbed-content > .tabbed-block")) == len(ids)
    assert "{{" not in panel.get_text()
    script = one(page, "script[type=module]")
    assert urljoin(url, str(script["src"])) == f"{FOLDER}/keyfill.js"
    style = one(page, f"link[href$='{FOLDER}/keyfill.css']")
    assert urljoin(url, str(style["href"])) == f"{FOLDER}/keyfill.css"
    for name, content in FAKES.items():
        assert (site.out / FOLDER / name).read_bytes() == content.encode()


@pytest.mark.shipped
def test_the_shipped_fragments_hold_known_tokens_only() -> None:
    static = static_page.load()
    values = dict.fromkeys(static_page.TOKENS, "x")
    words = Words(static.texts, {})
    fragments = [getattr(static, name) for name in static_page.FRAGMENTS]
    for fragment in fragments:
        assert "{{" not in static_page.fill(words.html(fragment), values)
    assert "{{region_options}}" in static.bar_regions


def test_macros_in_the_page_are_expanded_first(site: Site) -> None:
    page = site.build(
        page=f"{{{{ title }}}}\n\n{FENCE}", plugins=["macros"], extra={"title": "From extra"}
    )
    assert "From extra" in page.get_text()
    assert "{{other}}" in one(page, "keyfill-panel").get_text()


@pytest.mark.parametrize("region", ["Kna1", "FIXME"])
def test_material_search_does_not_hold_the_panel(site: Site, region: str) -> None:
    url = "https://{region}.example"
    site.build(
        {"regions": [region], "keystone_url": f"{url}/v3", "s3_endpoint": url},
        page=f"# Home\n\nbefore\n\n{FENCE}\nafter\n",
        theme="material",
        plugins=["search"],
    )
    assert search_text(site) == "<p>before</p> <p>after</p>"


def test_the_search_of_mkdocs_does_not_hold_the_panel_either(site: Site) -> None:
    site.build(page=f"# Home\n\nbefore\n\n{FENCE}\nafter\n", plugins=["search"])
    assert search_text(site) == "Home before after"


def search_text(site: Site) -> str:
    index: dict[str, Any] = json.loads((site.out / "search/search_index.json").read_text())
    return " ".join(index["docs"][0]["text"].split())


def test_a_site_without_a_fence_builds(site: Site) -> None:
    assert not site.build(page="# Home").select("keyfill-panel")


def test_assets_ignore_what_the_site_excludes(site: Site) -> None:
    site.build(exclude_docs="assets/\n*.js\n")
    assert (site.out / FOLDER / "app.js").exists()


def test_missing_assets_stop_the_build(
    site: Site, fake_assets: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("app.js", "keyfill.css"):
        (fake_assets / name).unlink()
    with pytest.raises(Abort):
        site.build()
    assert caplog.messages[-1] == (
        f"Plugin 'keyfill': app.js, keyfill.css not found in {fake_assets}. In a checkout of "
        "Keyfill run `make web`; if it was installed from a package, the package is broken: "
        "run `pip install --force-reinstall mkdocs-keyfill`."
    )


@pytest.mark.parametrize(
    ("version", "theme", "warned"),
    [
        ("9.7.6", "material", True),
        ("9.5.3+insiders-4.52.1", "material", True),
        ("9.7.7", "material", False),
        ("10.0", "material", False),
        ("9.0", "mkdocs", False),
    ],
)
def test_an_old_material_is_reported(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    theme: str,
    warned: bool,
) -> None:
    real = metadata.version
    monkeypatch.setattr(
        metadata, "version", lambda name: version if name == "mkdocs-material" else real(name)
    )
    site.write("index.md", FENCE)
    config = site.load(theme=theme)
    config.plugins.on_config(config)
    records = [r for r in caplog.records if r.levelno == logging.WARNING and "keyfill" in r.name]
    assert [r.getMessage().endswith("Upgrade to 9.7.7 or later.") for r in records] == (
        [True] if warned else []
    )
