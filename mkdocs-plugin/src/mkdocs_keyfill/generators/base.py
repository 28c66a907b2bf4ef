"""What Keyfill asks of a generator, one class for each: `mkdocs`, `zensical` and `plain`."""

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol, Self

from markdown import Markdown

from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import Panels

EXTENSION_NAMES = ("mkdocs_keyfill", "keyfill")
"""How an author may name the extension in `markdown_extensions`."""

_HIGHLIGHT = "pymdownx.highlight"


class Generator(Protocol):
    """Who makes the site that a page of Markdown is part of."""

    config_files: ClassVar[tuple[str, ...]]
    """What its configuration is called, for a command that is given no file."""

    by: str
    """Who speaks in messages: the plugin or the extension, as an author knows it."""

    has_plugin: bool
    """Whether a plugin adds the offer and the files that a page loads; else the extension does."""

    @classmethod
    def making(cls, md: Markdown) -> Self | None:
        """Recognise the generator by the `Markdown` that it made, once all extensions are there."""

    @classmethod
    def asset_lines(cls, path: str) -> list[str]:
        """Say what an author writes so that each page loads the assets; `path` is their folder."""

    def panels(self, written: Mapping[str, Any]) -> Panels:
        """Check the options that the extension was given, and make the panels of the site."""

    def names_languages(self) -> bool:
        """Tell whether blocks are to say their language, since the author did not decide."""

    def page(self) -> PageRun:
        """Begin the page that the `Markdown` is made for, or give the one that has begun."""


def leaves_languages_open(configs: Mapping[str, Any]) -> bool:
    """Tell whether the options of the extensions say nothing of the language of a block."""
    return "pygments_lang_class" not in (configs.get(_HIGHLIGHT) or {})
