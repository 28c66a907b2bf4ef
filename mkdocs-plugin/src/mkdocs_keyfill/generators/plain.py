"""Python-Markdown by itself, called by somebody's own program: nothing is known of the site."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from markdown import Markdown

from mkdocs_keyfill.errors import EXTENSION
from mkdocs_keyfill.generators import unaided
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import Panels

_NO_CONFIG: dict[str, Any] = {}


class Plain:
    """Whoever calls Python-Markdown, and pages that are written by hand."""

    config_files: ClassVar[tuple[str, ...]] = ("keyfill.yml",)
    by = EXTENSION
    has_plugin = False

    def __init__(self, md: Markdown) -> None:
        self._md = md

    @classmethod
    def making(cls, md: Markdown) -> "Plain":
        """Take every `Markdown`: this is what remains."""
        return cls(md)

    @classmethod
    def asset_lines(cls, path: str) -> list[str]:
        """Write the tags themselves."""
        return [
            "In the head of each page, with the path as the page sees it:",
            f'  <link rel="stylesheet" href="{path}/keyfill.css">',
            f'  <script type="module" src="{path}/keyfill.js"></script>',
        ]

    def panels(self, written: Mapping[str, Any]) -> Panels:
        """Make them for a site of which only the options tell."""
        return unaided.panels(written, _NO_CONFIG, _facts)

    def names_languages(self) -> bool:
        """Name them: whoever wants it otherwise loads pymdownx.highlight by hand."""
        return True

    def page(self) -> PageRun:
        """Begin a page that has no name, with the front matter that the extension `meta` reads."""
        text = "\n".join(getattr(self._md, "lines", ()))
        return PageRun("the text", getattr(self._md, "Meta", None), of=text)


def _facts() -> SiteFacts:
    return SiteFacts(file=unaided.config_file(Path()))
