"""The texts of the panel, and the author's words in their place.

The fragments of `static.json` name a text by its id, with its arguments as HTML, in which a token
may stand that `static_page.fill` replaces: so the page
without the app is put together from templates, as the app does it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

_TOKEN = re.compile(r"\{\{(t|own):([a-z0-9-]+)((?:\|[a-z]+=(?:\{\{[a-z_]+\}\}|[^|}])*)*)\}\}")
_ARGUMENT = re.compile(r"\{([a-z]+)\}")

PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
"""The forms that a text may have for numbers, as the Unicode CLDR and browsers name them; the last
is that for all others."""


@dataclass(frozen=True)
class Forms:
    """A template, with forms of its own for some numbers of what it counts, or without."""

    other: str
    more: Mapping[str, str] = field(default_factory=dict)
    """The others, as the Unicode CLDR names them; in English that is `one`."""

    def data(self) -> object:
        """Give what `Config::from_json` reads."""
        return {**self.more, "other": self.other} if self.more else self.other


@dataclass(frozen=True)
class Text:
    """A text of the panel."""

    id: str
    key: int | None
    """By what the app knows it; a text of a client's file it reads in that file."""
    english: Forms
    stage: str = ""
    """When the app wants it."""

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names in its template, in their order."""
        return arguments(self.english.other)


class Words:
    """The texts, as a site has them."""

    def __init__(self, known: Mapping[str, Text], own: Mapping[str, Forms]) -> None:
        self._known = known
        self._own = own

    def plain(self, id_: str, **values: str) -> str:
        """Return a text with its arguments."""
        return _ARGUMENT.sub(lambda match: values.get(match[1], match[0]), self._template(id_))

    def html(self, fragment: str) -> str:
        """Put the texts into a fragment; what they say is never read as a token."""
        return _TOKEN.sub(self._filled, fragment)

    def replaced(self, id_: str) -> str | None:
        """Return the author's words for a text."""
        own = self._own.get(id_)
        return own.other if own else None

    def _filled(self, match: re.Match[str]) -> str:
        kind, id_, arguments = match.groups()
        if kind == "own" and id_ not in self._own:
            return ""  # Who shows it has the text itself.
        pairs = (pair.split("=", 1) for pair in arguments.split("|")[1:])
        values = {name: value for name, value in pairs}
        template = escape(self._template(id_)).replace("{{", "&#123;&#123;")
        return _ARGUMENT.sub(lambda name: values.get(name[1], name[0]), template)

    def _template(self, id_: str) -> str:
        return self._own.get(id_, self._known[id_].english).other


def arguments(template: str) -> tuple[str, ...]:
    """Find the names in a template, in their order."""
    return tuple(match[1] for match in _ARGUMENT.finditer(template))
