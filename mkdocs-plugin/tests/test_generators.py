"""A generator that Keyfill does not know, added as CONTRIBUTING.md says: one class, one line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest
from bs4 import BeautifulSoup
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from mkdocs_keyfill.command import main
from mkdocs_keyfill.errors import EXTENSION, OptionError, PageError
from mkdocs_keyfill.generators import known, unaided
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import Panels
from written_site import OPTIONS

CONFIG: dict[str, Any] = {"title": "Quill's site", "vars": {"r": "Kna1"}}


class Quill:
    """A generator with a configuration, and pages that have names."""

    config_files: ClassVar[tuple[str, ...]] = ("quill.yml",)
    by = EXTENSION
    has_plugin = False

    def __init__(self, page: str) -> None:
        self._page = page

    @classmethod
    def making(cls, md: Markdown) -> "Quill | None":
        if "quill" not in md.preprocessors:
            return None
        step: Any = md.preprocessors["quill"]
        return cls(step.page)

    @classmethod
    def asset_lines(cls, path: str) -> list[str]:
        return [f"In quill.yml: scripts: [{path}/keyfill.js]"]

    def panels(self, written: Mapping[str, Any]) -> Panels:
        facts = SiteFacts(name=CONFIG["title"], extra=CONFIG["vars"], config=CONFIG)
        return unaided.panels(written, CONFIG, lambda: facts)

    def names_languages(self) -> bool:
        return True

    def page(self) -> PageRun:
        return PageRun(self._page)


class ByQuill(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        step: Any = Preprocessor(md)
        step.run = lambda lines: lines
        step.page = "a/b.md"
        md.preprocessors.register(step, "quill", 0)


@pytest.fixture(autouse=True)
def quill(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "ALL", (*known.ALL, Quill))


def convert(text: str, *others: Extension) -> BeautifulSoup:
    own = {**OPTIONS, "regions": ["{{ r }}"]}
    extensions: list[str | Extension] = ["mkdocs_keyfill", *others]
    md = Markdown(extensions=extensions, extension_configs={"mkdocs_keyfill": own})
    return BeautifulSoup(md.convert(text), "html.parser")


def test_its_site_and_its_pages_are_known() -> None:
    (panel,) = convert("```keyfill\n```", ByQuill()).select("keyfill-panel")
    assert '"brand":"Quill\'s site"' in str(panel["data-config"])
    assert '"name":"Kna1"' in str(panel["data-config"])
    with pytest.raises(PageError, match=r"fence in 'a/b\.md'"):
        convert('```keyfill show="x"\n```', ByQuill())


def test_a_page_that_it_did_not_make_is_not_its_own() -> None:
    with pytest.raises(OptionError, match=r"'regions\[0\]': .*'r' is undefined"):
        convert("```keyfill\n```")


def test_the_command_knows_its_file_and_its_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "quill.yml").write_text(
        "brand: Aurora\nregions: [Kna1]\n"
        "keystone_url: https://k.example/v3\ns3_endpoint: https://s.example\n"
    )
    assert main(["config"]) == 0 and "brand: Aurora" in capsys.readouterr().out
    assert main(["assets", "docs/keyfill"]) == 0
    assert "In quill.yml: scripts: [keyfill/keyfill.js]" in capsys.readouterr().out
