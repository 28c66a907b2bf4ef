"""A placeholder that is filled, and when two names are one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_keyfill.rules import CHARACTERS, LIMITS

_LETTER = re.compile(f"[{CHARACTERS.letters}]")
_NOT_INNER = re.compile(f"[^{CHARACTERS.inner}]")
_DIGITS = "0123456789"
_NOT_LAST = re.compile(f"[{CHARACTERS.not_last}]")


@dataclass(frozen=True)
class Slot:
    """A placeholder that is filled."""

    id: str
    names: tuple[str, ...]
    kind: str | None = None
    """What its value must look like; only a variable, which the reader sets, has one."""
    label: str | None = None
    """What readers see in the list of values; only a variable has one."""
    harmless: bool = True
    """Whether its value may stand anywhere, which a key and an id may not."""

    def data(self) -> dict[str, object]:
        """Give it as `Slots::from_json` reads it."""
        data: dict[str, object] = {"id": self.id, "names": self.names}
        return data | ({"kind": self.kind, "label": self.label} if self.kind else {})


def normal(name: str) -> str:
    """Write a name as all its spellings are compared: `Access Key_ID` is `accesskeyid`."""
    return name.translate(CHARACTERS.normal)


def bare(name: str) -> str:
    """Take the angle brackets around a name away, if there are both."""
    return name[1:-1] if name.startswith("<") and name.endswith(">") and len(name) > 1 else name


def can_match(name: str) -> bool:
    """Tell whether code can hold a name as a slot."""
    return not why_never(name)


def looks_like_a_name(name: str) -> bool:
    """Tell a placeholder from a comparison, a redirection or a tag with attributes."""
    ends = (name[0], name[-1])
    return can_match(name) and all(_LETTER.match(end) or end in _DIGITS for end in ends)


def named(name: str, slots: Iterable[Slot]) -> Slot | None:
    """Find the slot that an author means in a comment or an attribute: by its id, or by a name."""
    known = list(slots)
    by_id = next((slot for slot in known if slot.id == name), None)
    return by_id or by_name(known).get(normal(bare(name)))


def by_name(slots: Iterable[Slot]) -> dict[str, Slot]:
    """Index slots by the normal form of each name."""
    return {normal(name): slot for slot in slots for name in slot.names}


def why_never(name: str) -> str:
    """Say why no placeholder could ever have this name; empty when one could."""
    if not normal(name):
        return "can never be found: nothing is left of it without spaces, '-' and '_'"
    for char in "<>":
        if char in name:
            return f"can never be found: a name can't contain {char!r}"
    if len(name) > LIMITS.slot_name:
        return f"is too long: it has {len(name)} characters"
    if _NOT_LAST.match(name[0]) or _NOT_LAST.match(name[-1]):
        return "can never be found: it begins or ends with a space"
    if not _LETTER.search(name):
        return "has no letter"
    if other := _NOT_INNER.search(name):
        return f"contains the character {other[0]!r}"
    return ""
