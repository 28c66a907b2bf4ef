"""Zensical: it runs no plugins of others, and tells its page and configuration to a step."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from markdown import Markdown

from mkdocs_keyfill.errors import EXTENSION
from mkdocs_keyfill.generators import unaided
from mkdocs_keyfill.generators.base import leaves_languages_open
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import Panels

_CONTEXT = "rendering_context"
"""A step of Zensical that does nothing and holds the page and the configuration."""


class Zensical:
    """A site of Zensical."""

    config_files: ClassVar[tuple[str, ...]] = ("zensical.toml",)
    by = EXTENSION
    has_plugin = False

    def __init__(self, context: Any) -> None:
        self._page = context.page
        self._config: Mapping[str, Any] = context.config

    @classmethod
    def making(cls, md: Markdown) -> "Zensical | None":
        """Look for its step."""
        return cls(md.preprocessors[_CONTEXT]) if _CONTEXT in md.preprocessors else None

    @classmethod
    def asset_lines(cls, path: str) -> list[str]:
        """Write them for each of the files that Zensical reads."""
        return [
            "In mkdocs.yml for Zensical:",
            f"  extra_css: [{path}/keyfill.css]",
            f"  extra_javascript: [{{path: {path}/keyfill.js, type: module}}]",
            "In zensical.toml, below [project]:",
            f'  extra_css = ["{path}/keyfill.css"]',
            f'  extra_javascript = [{{ path = "{path}/keyfill.js", type = "module" }}]',
        ]

    def panels(self, written: Mapping[str, Any]) -> Panels:
        """Make them for the site of the configuration."""
        return unaided.panels(written, self._config, self._facts)

    def names_languages(self) -> bool:
        """Go by the configuration."""
        return leaves_languages_open(self._config.get("mdx_configs") or {})

    def page(self) -> PageRun:
        """Begin the page of the step, whose front matter Zensical has taken off."""
        name = str(self._page.path)
        folder = Path(str(self._config.get("docs_dir") or "docs"))
        return PageRun(name, self._page.meta, lambda: _text(folder / name))

    def _facts(self) -> SiteFacts:
        folder = Path(str(self._config.get("root_dir") or "."))
        theme = self._config.get("theme") or {}
        return SiteFacts(
            language=theme.get("language"),
            name=self._config.get("site_name"),
            extra=self._config.get("extra") or {},
            config=self._config or None,
            file=unaided.config_file(folder),
            folder=folder,
        )


def _text(file: Path) -> str:
    """Read a page for the number of a line; without it, a message does without."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return ""
