"""Keyfill's panel in the pages of MkDocs, ProperDocs, Zensical and Python-Markdown.

Read `plugin` and `extension` first, then `options`, `settings`, `panels`, `fence`; `command` is
for what is not a generator.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_keyfill.extension import KeyfillExtension


def makeExtension(**options: Any) -> "KeyfillExtension":
    """Let Markdown load the package by its name, and nothing of it before that."""
    from mkdocs_keyfill.extension import KeyfillExtension

    return KeyfillExtension(**options)
