"""The Markdown extension alone: with Python-Markdown, and as Zensical runs it."""

import os
import pickle
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.commands.build import build
from mkdocs.config import load_config

import mkdocs_keyfill
from mkdocs_keyfill.errors import OptionError, PageError
from mkdocs_keyfill.generators import mike
from mkdocs_keyfill.page import fence
from written_site import FENCE, OPTIONS, Site, data_config, one

ALONE = {**OPTIONS, "brand": "Aurora"}
SLOT = "```bash\nmc ls <region>\n```\n"


def convert(text: str, *extensions: Any, name: str = "mkdocs_keyfill", **options: Any) -> Any:
    """Convert with the extension, which is named after the others unless it stands among them."""
    names = list(extensions) if name in extensions else [*extensions, name]
    configs = {name: options or ALONE}
    return BeautifulSoup(
        markdown.markdown(text, extensions=names, extension_configs=configs), "html.parser"
    )


@pytest.mark.parametrize("name", ["mkdocs_keyfill", "keyfill", "mkdocs_keyfill.extension"])
def test_it_has_every_name(name: str) -> None:
    if name.endswith(".extension"):
        name += ":KeyfillExtension"
    page = convert(f"# Title\n\nText\n{FENCE}more\n", name=name)
    panel = one(page, "div.keyfill > keyfill-panel")
    assert re.fullmatch("kf[0-9a-f]{8}-1", str(panel["data-panel"])) and not panel.find_parents("p")
    assert one(page, "p:-soup-contains(more)") and panel.select(".tabbed-block")


@pytest.mark.parametrize(
    "extensions",
    [
        [],
        ["pymdownx.superfences"],
        ["mkdocs_keyfill", "pymdownx.superfences"],
        ["fenced_code"],
        ["mkdocs_keyfill", "fenced_code", "pymdownx.superfences", "attr_list"],
        ["pymdownx.extra"],
        ["fenced_code", "codehilite"],
    ],
)
def test_superfences_may_come_before_or_after_or_not_at_all(extensions: list[str]) -> None:
    page = convert(f'{SLOT}\n```keyfill clients="mc" compact\n```\n', *extensions)
    assert one(page, "keyfill-panel")["data-clients"] == "mc"
    assert "mc ls <region>" in page.select("code")[0].text


def test_superfences_that_lost_its_place_is_reported() -> None:
    with pytest.raises(PageError) as caught:
        convert(FENCE, "pymdownx.superfences", "fenced_code", "attr_list")
    assert str(caught.value) == (
        "Markdown extension 'keyfill' fence in 'the text': it was rendered as code. Expected: "
        "pymdownx.superfences after fenced_code and extra in markdown_extensions."
    )


def test_the_functions_can_be_named_in_custom_fences() -> None:
    own = {"name": "keyfill", "class": "keyfill", "format": fence.render}
    for custom in (own, {**own, "validator": fence.check}):
        configs: dict[str, Any] = {
            "mkdocs_keyfill": ALONE,
            "pymdownx.superfences": {"custom_fences": [custom]},
        }
        text = '```{.keyfill clients="mc" compact}\n```\n'
        for names in ([*configs], [*configs][::-1], [*configs, "attr_list"]):
            html = markdown.markdown(text, extensions=names, extension_configs=configs)
            panel = one(BeautifulSoup(html, "html.parser"), "keyfill-panel")
            assert panel["data-clients"] == "mc" and panel["data-compact"] == ""
    configs.pop("mkdocs_keyfill")
    with pytest.raises(PageError) as caught:
        markdown.markdown(FENCE, extensions=[*configs], extension_configs=configs)
    assert str(caught.value) == (
        "Markdown extension 'keyfill': the fence is named in custom_fences, but the options are "
        "missing. Expected: mkdocs_keyfill in markdown_extensions, with the options of the site."
    )


def test_a_name_and_nothing_else_is_refused() -> None:
    with pytest.raises(OptionError) as caught:
        markdown.markdown("x", extensions=["mkdocs_keyfill"])
    assert str(caught.value) == (
        "Markdown extension 'keyfill' option 'regions': it is missing. Expected: a list of region "
        "names, or a mapping of region names to their options."
    )


def test_both_of_its_names_are_refused() -> None:
    configs = {"keyfill": ALONE, "mkdocs_keyfill": ALONE}
    with pytest.raises(PageError) as caught:
        markdown.markdown(FENCE, extensions=[*configs], extension_configs=configs)
    assert str(caught.value) == (
        "Markdown extension 'keyfill': it is listed twice. Expected: once, with all of its options."
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {**ALONE, "keystone_uri": "x"},
            "'keystone_uri': 'x' is set for an unknown option; did you mean 'keystone_url'?",
        ),
        ({**ALONE, "brand": None}, "'brand': it is missing. Expected: the name of the cloud,"),
        ({**ALONE, "brand": "{{ x }}"}, "'brand': '{{ x }}' cannot be resolved"),
    ],
)
def test_messages_are_those_of_the_plugin(options: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError) as caught:
        convert(FENCE, **options)
    assert str(caught.value).startswith(f"Markdown extension 'keyfill' option {message}")


def test_an_empty_list_of_extra_values_is_none() -> None:
    options: dict[str, Any] = {**ALONE, "extra": []}
    assert convert(FENCE, **options).select("keyfill-panel")


OWN: dict[str, Any] = ALONE


def test_extra_is_an_option_here() -> None:
    page = convert(FENCE, **OWN | {"brand": "{{ x }} {{ extra.x }}", "extra": {"x": "Y"}})
    assert '"brand":"Y Y"' in str(one(page, "keyfill-panel")["data-config"])


def test_a_page_with_slots_gets_an_offer() -> None:
    page = convert(f"# Title\n\nText\n\n{SLOT}")
    assert one(page, "keyfill-panel")["data-offer"] == ""
    assert page.select("h1 + div.keyfill")
    assert not convert(f"{SLOT}\n{FENCE}").select("[data-offer]")
    assert not convert(f"keyfill: false\n\n{SLOT}", "meta").select("keyfill-panel")
    page = convert(f"keyfill: false\n\n{SLOT}", "meta")
    assert one(page, "code")["data-keyfill"] == "off"
    assert one(convert(f"<!-- keyfill: off -->\n{SLOT}"), "[data-keyfill]")


class Nested(Extension):
    """Converts inside a conversion, as mkdocstrings does."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the step."""

        class Step(Preprocessor):
            def run(self, lines: list[str]) -> list[str]:
                inner = Markdown(extensions=["mkdocs_keyfill"], extension_configs=CONFIGS)
                html = [inner.convert(text) for text in (SLOT, FENCE, FENCE)]
                return [*lines, *(f"\n{self.md.htmlStash.store(one)}\n" for one in html)]

        md.preprocessors.register(Step(md), "nested", 22)


CONFIGS: dict[str, Any] = {"mkdocs_keyfill": ALONE}


def test_a_run_inside_a_run_is_of_the_same_page() -> None:
    page = convert(f"# Title\n\n{FENCE}", Nested())
    names = [str(panel["data-panel"]).split("-") for panel in page.select("keyfill-panel")]
    assert [count for _, count in names] == ["1", "2", "3"] and len(
        {page for page, _ in names}
    ) == 1
    assert len(page.select("code:-soup-contains('mc ls <region>')")) == 1
    assert not page.select("[data-offer]")


def test_a_page_that_failed_is_over() -> None:
    failed = Markdown(extensions=["mkdocs_keyfill"], extension_configs=CONFIGS)
    with pytest.raises(PageError):
        failed.convert('```keyfill show="x"\n```')
    # Neither is a page inside the one that failed.
    assert convert(SLOT).select("[data-offer]")
    assert convert(SLOT, Nested()).select("keyfill-panel")
    page = BeautifulSoup(failed.reset().convert(SLOT), "html.parser")
    assert page.select("[data-offer]")


def test_one_markdown_may_convert_several_pages() -> None:
    md = Markdown(extensions=["mkdocs_keyfill"], extension_configs=CONFIGS)
    names = []
    for text in (FENCE, f"Other\n\n{FENCE}", SLOT):
        page = BeautifulSoup(md.reset().convert(text), "html.parser")
        names.append(str(one(page, "keyfill-panel")["data-panel"]))
    assert all(name.endswith("-1") for name in names) and len(set(names)) == 3


def zensical(
    page: str, meta: dict[str, Any] | None = None, config: dict[str, Any] | None = None
) -> Extension:
    """Hold the page and the configuration as Zensical does."""

    class Context(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            step: Any = Preprocessor(md)
            step.run = lambda lines: lines
            step.page = SimpleNamespace(path=page, meta=meta or {})
            step.config = config or {}
            md.preprocessors.register(step, "rendering_context", 0)

    return Context()


def test_zensical_tells_the_page_and_the_site(tmp_path: Path) -> None:
    config = {"site_name": "Site", "extra": {"r": "Kna1"}, "root_dir": str(tmp_path)}
    options: dict[str, Any] = {**OPTIONS, "regions": ["{{ r }}"]}
    page = convert(FENCE, zensical("sub/a.md", config=config), **options)
    assert '"brand":"Site"' in str(one(page, "keyfill-panel")["data-config"])
    again = convert(f"Other\n\n{FENCE}", zensical("sub/a.md", config=config), **options)
    other = convert(FENCE, zensical("sub/b.md", config=config), **options)
    names = [one(each, "keyfill-panel")["data-panel"] for each in (page, again, other)]
    assert names[0] == names[1] != names[2]
    assert not convert(SLOT, zensical("a.md", {"keyfill": False}, config=config), **options).select(
        "keyfill-panel"
    )
    with pytest.raises(PageError, match=r"fence in 'sub/a\.md'"):
        convert('```keyfill show="x"\n```', zensical("sub/a.md", config=config), **options)
    (tmp_path / "v.md").write_text("# V\n\nx\n\n```\n<buckt>\n```\n")
    tabs: dict[str, Any] = {**options, "tabs": {"v": "v.md"}}
    with pytest.raises(
        OptionError, match=r"'<buckt>' in v\.md, line 6, is not a known placeholder"
    ):
        convert(FENCE, zensical("a.md", config=config), **tabs)
    (tmp_path / "v.md").write_text("# V\n\nx\n\n```\n<bucket>\n```\n")
    assert convert(FENCE, zensical("a.md", config=config), **tabs).select("input[value=v]")


def test_the_options_are_checked_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from mkdocs_keyfill.options import settings

    resolved: list[object] = []
    resolve = settings.resolve

    def counted(*arguments: Any) -> Any:
        resolved.append(arguments)
        return resolve(*arguments)

    monkeypatch.setattr(settings, "resolve", counted)
    config: dict[str, Any] = {"site_name": "Once", "root_dir": str(tmp_path)}
    file = tmp_path / "v.md"
    options: dict[str, Any] = {**OPTIONS, "tabs": {"v": "v.md"}}

    def run(label: str) -> None:
        # Zensical keeps one configuration for all pages.
        page = convert(FENCE, zensical("a.md", config=config), **options)
        assert page.select("label")[-1].text == label

    file.write_text("# V\n\nx\n\n```\ny\n```\n")
    run("V")
    run("V")
    assert len(resolved) == 1
    file.write_text("# Other\n\nx\n\n```\ny\n```\n")
    os.utime(file, ns=(1, 1))
    run("Other")
    monkeypatch.setenv(mike.VARIABLE, "2")
    run("Other")
    config = dict(config)
    run("Other")
    assert len(resolved) == 4


def test_what_zensical_pickles_can_be_pickled() -> None:
    pickle.dumps([fence.render, fence.check, mkdocs_keyfill.makeExtension, ALONE])


def test_one_configuration_may_serve_zensical_and_mkdocs(site: Site) -> None:
    extension = {"mkdocs_keyfill": {**OPTIONS, "brand": "{{ b }}", "extra": {"b": "no"}}}
    page = site.build({}, markdown_extensions=[extension], extra={"b": "Yes"})
    assert data_config(page)["brand"] == "Yes"
    page = site.build(OPTIONS, markdown_extensions=[{"keyfill": {"regions": ["x"]}}])
    assert data_config(page)["brand"] == "Aurora"


def test_an_extension_that_mkdocs_runs_alone(site: Site) -> None:
    import yaml

    config = {
        "site_name": "Aurora",
        "theme": "mkdocs",
        "plugins": [],
        "markdown_extensions": [{"mkdocs_keyfill": {**OPTIONS, "brand": "Own"}}],
    }
    (site.folder / "mkdocs.yml").write_text(yaml.safe_dump(config))
    site.write("index.md", FENCE)
    build(load_config(str(site.folder / "mkdocs.yml"), strict=True))
    assert data_config(site.page("index.html"))["brand"] == "Own"
