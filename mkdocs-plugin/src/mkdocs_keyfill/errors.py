"""The one shape of every message about a wrong option."""

from mkdocs.exceptions import ConfigurationError, PluginError

_LONGEST = 160


class OptionError(ConfigurationError, PluginError):
    """An option that stops the build.

    As a `PluginError` it is logged without a traceback, also while `mkdocs serve` is running.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"Plugin 'keyfill' option '{path}': {reason}")
        self.path = path
        self.reason = reason


def option_error(path: str, value: object, wrong: str, expected: str) -> OptionError:
    """Name the option, the value, what is wrong with it and the form it should have."""
    stop = "" if wrong.endswith("?") else "."
    return OptionError(path, f"{_shown(value)} {wrong}{stop} Expected: {expected}.")


def missing_error(path: str, expected: str) -> OptionError:
    """Name an option that has no value and needs one."""
    return OptionError(path, f"it is missing. Expected: {expected}.")


def _shown(value: object) -> str:
    """Give the value as Python writes it, which also escapes characters that cannot be seen."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
