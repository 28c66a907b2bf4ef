"""The shapes of every message for an author: about an option, and about a place in a page.

The exceptions are MkDocs' own where MkDocs (or ProperDocs in its name) is there, so that it logs
them without a traceback. The Markdown extension and the command work without it.
"""

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from pymdownx.superfences import SuperFencesException

if TYPE_CHECKING:
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.exceptions import PluginError as PluginError
else:
    try:
        from mkdocs.exceptions import ConfigurationError, PluginError
    except ImportError:

        class ConfigurationError(Exception):
            """Stands in for the exception of MkDocs."""

        class PluginError(Exception):
            """Stands in for the exception of MkDocs."""


PLUGIN = "Plugin 'keyfill'"
EXTENSION = "Markdown extension 'keyfill'"

LISTED_TWICE = "it is listed twice. Expected: once, with all of its options."

_LONGEST = 160


class OptionError(ConfigurationError, PluginError):
    """An option that stops the build.

    As a `PluginError` it is logged without a traceback, also while `mkdocs serve` is running.
    """

    def __init__(self, path: str, reason: str, by: str = PLUGIN) -> None:
        super().__init__(f"{by} option '{path}': {reason}")
        self.path = path
        self.reason = reason

    def said_by(self, by: str) -> "OptionError":
        """Make the same of it for the Markdown extension."""
        return OptionError(self.path, self.reason, by)


class PageError(PluginError, SuperFencesException):  # type: ignore[misc]
    """A place in a page that stops the build.

    SuperFences swallows every exception but its own.
    """


def option_error(path: str, value: object, wrong: str, expected: str) -> OptionError:
    """Name the option, the value, what is wrong with it and the form it should have."""
    if value is None:  # A key with nothing behind it: the author never wrote the word None.
        return OptionError(path, f"it has no value. Expected: {expected}.")
    return OptionError(path, sentence(value, wrong, expected))


def missing_error(path: str, expected: str) -> OptionError:
    """Name an option that has no value and needs one."""
    return OptionError(path, f"it is missing. Expected: {expected}.")


def unknown_option(path: str, key: str, value: object, known: Iterable[str]) -> OptionError:
    """Report an option that does not exist, with the one that was probably meant."""
    known = list(known)
    # YAML reads some keys as something else than text.
    wrong = f"is set for an unknown option{did_you_mean(str(key), known)}"
    return option_error(path, value, wrong, f"one of {', '.join(known)}")


def refuse_page(by: str, place: str, what: object, wrong: str, expected: str) -> NoReturn:
    """Stop at a place in a page, in the shape of the messages about options."""
    raise PageError(f"{by} {place}: {sentence(what, wrong, expected)}")


def sentence(value: object, wrong: str, expected: str) -> str:
    """Say what is wrong with a value, and which form it should have."""
    stop = "" if wrong.endswith("?") else "."
    return f"{_shown(value)} {wrong}{stop} Expected: {expected}."


def did_you_mean(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """Suggest the nearest known word, if one is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=likeness)
    return f"; did you mean {near[0]!r}?" if near else ""


def _shown(value: object) -> str:
    """Give the value as Python writes it, which also escapes characters that cannot be seen."""
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
