"""A site in two languages: each page has its panel in its own, at rest and with the app."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs_keyfill.languages import catalogue
from playwright.sync_api import Browser, expect

from e2e.visit import Visit
from site_server import SiteServer

from .builders import QUIET
from .environments import environment

GERMAN = catalogue.load("de").strings
PAGE = "# {}\n\n```keyfill\n```\n\n```bash\naws s3 ls --profile <region>\n```\n"
OPTIONS = {
    "brand": "Aurora",
    "regions": ["Kna1"],
    "keystone_url": "https://kna1.cloud.example:5000/v3",
    "s3_endpoint": "https://s3-kna1.cloud.example:8080",
}
I18N = {
    "i18n": {
        "docs_structure": "suffix",
        "languages": [
            {"locale": "en", "name": "English", "default": True, "build": True},
            {"locale": "de", "name": "Deutsch", "build": True},
        ],
    }
}
MATERIAL = {"name": "material", "font": False}
# The generator, its configuration, and the pages of the two languages.
SITES: dict[str, tuple[str, Mapping[str, Any], str, str]] = {
    "i18n": (
        "mkdocs",
        {"theme": MATERIAL, "plugins": {"search": {}, **I18N, "keyfill": OPTIONS}},
        "",
        "de/",
    ),
    "i18n-mkdocs": (
        "mkdocs",
        {"theme": {"name": "mkdocs"}, "plugins": {"search": {}, "keyfill": OPTIONS, **I18N}},
        "",
        "de/",
    ),
    "material": (
        "mkdocs",
        {"theme": {**MATERIAL, "language": "de"}, "plugins": {"keyfill": OPTIONS}},
        "",
        "",
    ),
    "zensical": (
        "zensical",
        {
            "theme": {**MATERIAL, "language": "de"},
            "markdown_extensions": {"mkdocs_keyfill": OPTIONS},
            "extra_css": ["keyfill/keyfill.css"],
            "extra_javascript": [{"path": "keyfill/keyfill.js", "type": "module"}],
        },
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", SITES)
def test_each_page_has_its_panel_in_its_language(
    tmp_path: Path, browser: Browser, name: str
) -> None:
    generator, config, english, german = SITES[name]
    _build(tmp_path, generator, config)
    with SiteServer(tmp_path / "site") as server:
        visit = Visit(browser)
        try:
            if english != german:
                _expect(visit, f"{server.origin}/{english}", None, "Sign in…", "Sign in")
            words = [GERMAN[id_].other for id_ in ("use-own-keys", "token-how")]
            _expect(visit, f"{server.origin}/{german}", "de", *words)
        finally:
            visit.close()


def _build(work: Path, generator: str, config: Mapping[str, Any]) -> None:
    docs = work / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(PAGE.format("Keys"))
    if "i18n" in config.get("plugins", {}):
        (docs / "index.de.md").write_text(PAGE.format("Schlüssel"))
    program = environment(generator) / "bin"
    if generator == "zensical":
        subprocess.run([program / "keyfill", "assets", "keyfill"], cwd=docs, check=True)
    settings = {"site_name": "Aurora", "site_dir": "site", **config}
    (work / "mkdocs.yml").write_text(json.dumps(settings))
    done = subprocess.run(
        [program / generator, "build", "--strict", "-f", "mkdocs.yml"],
        cwd=work,
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _expect(visit: Visit, url: str, lang: str | None, button: str, form: str) -> None:
    visit.page.goto(url)
    panel = visit.page.locator("keyfill-panel")
    assert panel.get_attribute("lang") == lang
    panel.get_by_role("button", name=button, exact=True).click()
    expect(panel.locator("form.keyfill-signin")).to_contain_text(form)
