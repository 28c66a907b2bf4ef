"""Words of the panel that an author replaces, by the English that they replace."""

import difflib
import re
from collections.abc import Mapping, Sequence

from mkdocs_keyfill.errors import option_error
from mkdocs_keyfill.option_kinds import text
from mkdocs_keyfill.template import Templates

TEXT_FORM = "a text of the panel, exactly as it has it"

_NEAR = 0.6
_PLACES = re.compile(r"\{[a-z_]*\}")


def resolve(
    written: Mapping[str, object], templates: Templates, known: Sequence[str]
) -> dict[str, str]:
    """Check that each text exists, and expand what is to stand there."""
    return {
        english: _replacement(f"texts.{_short(english)}", english, value, templates, known)
        for english, value in written.items()
    }


def _replacement(
    path: str, english: str, value: object, templates: Templates, known: Sequence[str]
) -> str:
    if known and english not in known:
        near = difflib.get_close_matches(english, known, n=1, cutoff=_NEAR)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise option_error(path, english, f"is not a text of the panel{hint}", TEXT_FORM)
    words = templates.expand(path, text(path, value)).strip()
    if not words:
        raise option_error(path, words, "is empty", "words for the reader")
    for place in _PLACES.findall(english):
        if place not in words:
            raise option_error(path, words, f"lacks {place}", f"words with {place} in them")
    return words


def _short(english: str) -> str:
    """Name the option by the beginning of its key: keys may be whole sentences."""
    return english if len(english) <= 32 else f"{english[:32]}..."
