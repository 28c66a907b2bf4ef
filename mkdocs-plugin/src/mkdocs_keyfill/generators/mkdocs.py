"""MkDocs and ProperDocs: the plugin knows the options and the page, and hands them over."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from markdown import Markdown

from mkdocs_keyfill.errors import PLUGIN
from mkdocs_keyfill.generators import mike
from mkdocs_keyfill.generators.base import leaves_languages_open
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import Panels

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class MkDocs:
    """A site with the plugin, as each of its `Markdown`s sees it."""

    config_files: ClassVar[tuple[str, ...]] = (
        "mkdocs.yml",
        "mkdocs.yaml",
        "properdocs.yml",
        "properdocs.yaml",
    )
    by = PLUGIN
    has_plugin = True

    def __init__(self, panels: Panels, config: "MkDocsConfig") -> None:
        self.made = panels
        self.run = PageRun()
        """The page that is being made: MkDocs makes one after the other."""
        self._names_languages = leaves_languages_open(config.mdx_configs)

    @classmethod
    def making(cls, md: Markdown) -> None:
        """Recognise nothing: the plugin says that it is there."""

    @classmethod
    def asset_lines(cls, path: str) -> list[str]:
        """Say nothing: the plugin adds the files."""
        return []

    def panels(self, written: Mapping[str, Any]) -> Panels:
        """Give those of the plugin, which has the options."""
        return self.made

    def names_languages(self) -> bool:
        """Go by the configuration as it was when the plugin began."""
        return self._names_languages

    def page(self) -> PageRun:
        """Give the page that the plugin has begun."""
        return self.run


def facts(config: "MkDocsConfig", *, is_served: bool) -> SiteFacts:
    """Tell what the options may refer to, and whether it is `mkdocs serve` that asks."""
    file = Path(config.config_file_path) if config.config_file_path else None
    return SiteFacts(
        name=config.site_name,
        extra=config.extra,
        config=config,
        file=file,
        folder=file.parent if file else Path(),
        language=_language(config),
        version=mike.building(),
        is_served=is_served,
    )


def _language(config: "MkDocsConfig") -> str | None:
    """Take what the theme writes into its pages: Material says `language`, others `locale`."""
    found = config.theme.get("language") or config.theme.get("locale")
    return str(found) if found else None
