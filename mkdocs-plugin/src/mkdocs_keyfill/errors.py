"""The one shape of every message about a wrong option."""

from mkdocs.exceptions import ConfigurationError

_LONGEST = 160


def option_error(path: str, value: object, wrong: str, expected: str) -> ConfigurationError:
    """Name the option, the value, what is wrong with it and the form it should have.

    A `ConfigurationError` and not a `ValidationError`, which MkDocs would prefix and which
    could not name an option inside another one.
    """
    return _error(path, f"{_shown(value)} {wrong}", expected)


def missing_error(path: str, expected: str) -> ConfigurationError:
    """Name an option that has no value and needs one."""
    return _error(path, "it is missing", expected)


def _error(path: str, wrong: str, expected: str) -> ConfigurationError:
    stop = "" if wrong.endswith("?") else "."
    return ConfigurationError(
        f"Plugin 'keyfill' option '{path}': {wrong}{stop} Expected: {expected}."
    )


def _shown(value: object) -> str:
    """Give the value as Python writes it, which also escapes characters that cannot be seen."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
