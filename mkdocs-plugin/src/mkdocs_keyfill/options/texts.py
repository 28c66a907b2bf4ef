"""Words of the panel that an author replaces, by the English that they replace."""

import difflib
from collections.abc import Mapping, Sequence

from mkdocs_keyfill.errors import option_error
from mkdocs_keyfill.options import words
from mkdocs_keyfill.options.former_texts import FORMER
from mkdocs_keyfill.options.kinds import short, text
from mkdocs_keyfill.rules import LIMITS

TEXT_FORM = "a text of the panel, exactly as it has it"

_NEAR = 0.6
_OWN_FORM = f"words for the reader in one line, 1 to {LIMITS.text} characters"


def resolve(written: Mapping[str, object], known: Sequence[str]) -> dict[str, str]:
    """Check that each text exists, and what is to stand there; former ones are left out."""
    return {
        english: _replacement(f"texts.{short(english)}", english, value, known)
        for english, value in written.items()
        if english not in FORMER
    }


def _replacement(path: str, english: str, value: object, known: Sequence[str]) -> str:
    if english not in known:
        near = difflib.get_close_matches(english, known, n=1, cutoff=_NEAR)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise option_error(path, english, f"is not a text of the panel{hint}", TEXT_FORM)
    own = " ".join(text(path, value).split())
    if not own:
        raise option_error(path, own, "is empty", _OWN_FORM)
    if len(own) > LIMITS.text:
        raise option_error(path, own, f"has {len(own)} characters", _OWN_FORM)
    gaps, used = words.gaps(english), words.used(own)
    if used != set(range(gaps)):
        wrong = "has other gaps than the text"
        raise option_error(path, own, wrong, _gaps_form(gaps))
    return own


def _gaps_form(gaps: int) -> str:
    if gaps < 2:
        return "words with one {}" if gaps else "words without {}"
    return f"each of its {gaps} gaps, as {{}} in their order or by their numbers"
