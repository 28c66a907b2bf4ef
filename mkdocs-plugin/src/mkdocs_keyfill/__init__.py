"""Keyfill's panel in the pages of MkDocs, ProperDocs, Zensical and Python-Markdown.

What `__all__` names is all that others may use from Python: a generator finds the plugin and the
extension here, and the command is `keyfill`, or `python -m mkdocs_keyfill.command`. Every module
and package below is internal, has types for those who work on Keyfill, and may change in any
release.

Read `plugin` and `extension` first, then the packages `options`, `panel` and `page`. All three are
entered here, so that an installation that cannot work says why in a sentence before it fails
somewhere else.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mkdocs_keyfill import requirements
from mkdocs_keyfill.requirements import RequirementError

if TYPE_CHECKING:
    from mkdocs_keyfill.extension import KeyfillExtension
    from mkdocs_keyfill.plugin import KeyfillPlugin

__all__ = ("KeyfillPlugin", "main", "makeExtension")


def makeExtension(**options: Any) -> "KeyfillExtension":
    """Let Markdown load the package by its name, and nothing of it before that."""
    requirements.check_once()
    from mkdocs_keyfill.extension import KeyfillExtension

    return KeyfillExtension(**options)


def main() -> int:
    """Run the command `keyfill`."""
    try:
        requirements.check_once()
    except RequirementError as error:
        print(f"keyfill: {error}", file=sys.stderr)
        return 1
    from mkdocs_keyfill import command

    return command.main()


def __getattr__(name: str) -> Any:
    """Give the plugin to MkDocs, which asks for a class, and nothing of it before that."""
    if name != "KeyfillPlugin":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    exceptions = import_module("mkdocs.exceptions")
    try:
        # ProperDocs calls itself mkdocs in this process.
        requirements.check_once(exceptions.__name__.partition(".")[0])
    except RequirementError as error:
        # MkDocs logs its own exceptions without a traceback.
        raise exceptions.ConfigurationError(str(error)) from None
    return import_module("mkdocs_keyfill.plugin").KeyfillPlugin
