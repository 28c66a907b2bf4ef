"""Finds what is in angle brackets in a piece of code: names that could be those of slots.

Whether a value belongs there is for the slot engine to say: `slot_engine.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_keyfill.rules import CHARACTERS, LIMITS

# Not beside another bracket: `<<a>>` is nested, `<< END` a here-document, `>>` an append.
# Nor with a space at an end: `sort < file > sorted` has no slot.
_BRACKETS = re.compile(
    rf"(?<!<)<(?![{CHARACTERS.not_last}])([^<>\n\r]{{1,{LIMITS.slot_name}}})"
    rf"(?<![{CHARACTERS.not_last}])>(?!>)"
)


@dataclass(frozen=True)
class Bracketed:
    """A name in angle brackets."""

    start: int
    end: int
    name: str
    """What is between the brackets, as it is written."""

    @property
    def written(self) -> str:
        """The whole, with its brackets."""
        return f"<{self.name}>"


def bracketed(text: str) -> Iterator[Bracketed]:
    """Find everything in angle brackets that could be a slot, whatever its name."""
    has_tags = "</" in text
    for match in _BRACKETS.finditer(text):
        # What the text closes is a tag of XML or HTML.
        if has_tags and f"</{match[1]}>" in text:
            continue
        yield Bracketed(match.start(), match.end(), match[1])
