"""Options as templates: Jinja over the site's `extra`, then Keyfill's own `{region}`."""

from collections.abc import Mapping

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_keyfill.errors import option_error
from mkdocs_keyfill.grammar import Refused, refuse_hidden

REGION = "{region}"

_EXPECTED = "Jinja over the keys of extra: in mkdocs.yml (Keyfill's own {region} has single braces)"


class Templates:
    """Expands the options of one site."""

    def __init__(self, site: MkDocsConfig) -> None:
        extra = _plain(site.extra)
        names = {key: value for key, value in extra.items() if isinstance(key, str)}
        self._context = {**names, "extra": extra, "config": site}
        self._jinja = SandboxedEnvironment(
            undefined=StrictUndefined, finalize=_refuse_null, autoescape=False
        )

    def expand(self, path: str, text: str) -> str:
        """Resolve the Jinja in an option; one that stays unresolved stops the build."""
        try:
            result = self._jinja.from_string(text).render(self._context)
        except Exception as error:  # An expression of the author can raise anything.
            wrong = f"cannot be resolved: {_reason(error)}"
            raise option_error(path, text, wrong, _EXPECTED) from error
        try:
            refuse_hidden(result)
        except Refused as refused:
            raise option_error(path, result, str(refused), "text that can be seen") from refused
        return result


def fill_region(text: str, region: str) -> str:
    """Put a region where `{region}` stands; any other brace is only a brace."""
    return text.replace(REGION, region)


def _plain(extra: Mapping[object, object]) -> dict[object, object]:
    """Copy MkDocs' config object, so that Jinja names no class of MkDocs in its messages."""
    return dict(extra.items())


def _refuse_null(value: object) -> object:
    """Stop at `key:` without a value: Jinja would write the word None."""
    if value is None:
        raise TemplateError("a name in it has no value")
    return value


def _reason(error: Exception) -> str:
    text = (error.message if isinstance(error, TemplateError) else None) or str(error)
    return text.strip().rstrip(".") or type(error).__name__
