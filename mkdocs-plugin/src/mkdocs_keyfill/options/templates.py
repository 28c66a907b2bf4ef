"""Options as templates: Jinja over the site's `extra`, then Keyfill's own `{region}`.

Jinja is resolved in all of the options before any of them is checked.
"""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from mkdocs_keyfill.errors import option_error
from mkdocs_keyfill.options.grammar import Refused, refuse_hidden

REGION = "{region}"

_LAYOUT = re.compile(r"[\n\t]")

_EXPECTED = "Jinja with the keys of extra: in mkdocs.yml (Keyfill's own {region} has single braces)"


class Templates:
    """Expands the options of one site."""

    def __init__(self, extra: Mapping[Any, object], config: object) -> None:
        """Take what the author may name, and the generator's configuration for `config`."""
        # A copy of MkDocs' config object, so that Jinja names no class of MkDocs in its messages.
        plain = dict(extra.items())
        names = {key: value for key, value in plain.items() if isinstance(key, str)}
        self._context = {**names, "extra": plain, "config": config}
        self._jinja = SandboxedEnvironment(
            undefined=StrictUndefined, finalize=_refuse_null, autoescape=False
        )

    def expand(self, path: str, text: str, *, is_words: bool = False) -> str:
        """Resolve the Jinja in an option; one that stays unresolved stops the build.

        Words for readers and code may have line breaks, tabs, and what typography needs.
        """
        try:
            result = self._jinja.from_string(text).render(self._context)
        except Exception as error:  # An expression of the author can raise anything.
            wrong = f"cannot be resolved: {_reason(error)}"
            raise option_error(path, text, wrong, _EXPECTED) from error
        try:
            refuse_hidden(_LAYOUT.sub("", result) if is_words else result, is_words=is_words)
        except Refused as refused:
            raise option_error(
                path, result, str(refused), "text without invisible characters"
            ) from refused
        return result


def fill_region(text: str, region: str) -> str:
    """Put a region where `{region}` stands; any other brace is only a brace."""
    return text.replace(REGION, region)


def _refuse_null(value: object) -> object:
    """Stop at `key:` without a value: Jinja would write the word None."""
    if value is None:
        raise TemplateError("a name in it has no value")
    return value


def _reason(error: Exception) -> str:
    text = (error.message if isinstance(error, TemplateError) else None) or str(error)
    return text.strip().rstrip(".") or type(error).__name__
