"""Placeholders that are nearly the name of a slot: slips of the pen, word by word."""

import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mkdocs_keyfill.slots.slot import Slot, normal

_WORDS = re.compile(r"[^\s_.-]+")
_ALIKE = 0.8
_SHORT = 4
_ARTICLES = ("a", "an", "my", "the", "your")


@dataclass(frozen=True)
class Slip:
    """What was probably meant."""

    name: str
    slot: str
    """The id of the slot of that name."""


class Names:
    """The names of some slots, and what was found to be possible typo of them."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._slots = {name: slot.id for slot in slots for name in slot.names}
        self._found: dict[str, Slip | None] = {}

    def meant(self, written: str) -> Slip | None:
        """Tell what `<regoin>`, or `off regoin`, was probably meant to be."""
        if written not in self._found:
            name = written[1:-1] if written.startswith("<") else written.partition(" ")[2]
            near = near_miss(name, self._slots)
            self._found[written] = Slip(near, self._slots[near]) if near else None
        return self._found[written]


def near_miss(name: str, known: Collection[str]) -> str | None:
    """Give the name that was probably meant.

    Word by word, since `<server-ip>` is not a slip for `<server-id>`, and `<project>` none for
    `<project-id>`; but `<your-region>` is one for `<region>`.
    """
    words = _words(name)
    if len(words) > 1 and words[0] in _ARTICLES:
        name = name.lower().split(words[0], 1)[1].lstrip(" \u00a0-_.")
        exact = next((other for other in known if normal(other) == normal(name)), None)
        return exact or near_miss(name, known)
    scored = [(_likeness(words, _words(other)), other) for other in known]
    score, best = max(scored, default=(0.0, ""))
    if score > _ALIKE:
        return best
    joined = normal(name)
    if len(joined) >= 2 * _SHORT:
        by_form = {normal(other): other for other in known}
        close = difflib.get_close_matches(joined, by_form, n=1, cutoff=0.9)
        return by_form[close[0]] if close and len(words) == 1 else None
    return None


def _words(name: str) -> list[str]:
    return _WORDS.findall(name.lower())


def _likeness(words: list[str], others: list[str]) -> float:
    """Give the likeness of the words that are least alike; none where their number differs."""
    if len(words) != len(others):
        return 0.0
    return min((_alike(a, b) for a, b in zip(words, others, strict=True)), default=0.0)


def _alike(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if min(len(word), len(other)) < _SHORT:
        return 0.9 if min(len(word), len(other)) == _SHORT - 1 and _swapped(word, other) else 0.0
    if sorted(word) == sorted(other):
        return 0.9
    return difflib.SequenceMatcher(None, word, other).ratio()


def _swapped(word: str, other: str) -> bool:
    """Tell whether letters changed places, or one was doubled or added at the end."""
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return sorted(word) == sorted(other) or longer[:-1] == shorter
