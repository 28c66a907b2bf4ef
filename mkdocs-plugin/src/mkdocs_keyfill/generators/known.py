"""The generators that Keyfill knows."""

from markdown import Markdown

from mkdocs_keyfill.generators.base import Generator
from mkdocs_keyfill.generators.mkdocs import MkDocs
from mkdocs_keyfill.generators.plain import Plain
from mkdocs_keyfill.generators.zensical import Zensical

ALL: tuple[type[Generator], ...] = (Plain, MkDocs, Zensical)
"""The first takes every `Markdown`, so it is asked last."""


def maker_of(md: Markdown) -> Generator:
    """Find who made a `Markdown`, where no plugin said so."""
    return next(maker for kind in reversed(ALL) if (maker := kind.making(md)))


def config_files() -> list[str]:
    """Name the files that a configuration may be in; of several, the first is meant."""
    return [name for kind in ALL for name in kind.config_files]


def asset_lines(path: str) -> list[str]:
    """Give what authors write so that pages load the assets from a folder of the site."""
    return [line for kind in ALL for line in kind.asset_lines(path)]
