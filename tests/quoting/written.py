"""How the core writes values: each beside what is written for it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeGuard

from clients.native import program

from .strings import MANY

# Of so many at once; of what is mostly refused there are more rounds.
ROUND, MOST_ROUNDS = 60_000, 40
SLOT = "<v>"


@dataclass(frozen=True)
class Place:
    """Where a value stands: in a block of a language."""

    language: str
    # A block with one slot.
    template: str

    @property
    def around(self) -> tuple[str, str]:
        """Return what stands before the value and after it."""
        before, _, after = self.template.partition(SLOT)
        return before, after

    def write(self, values: list[str]) -> list[str | None]:
        """Let the core write values; what it refuses is None."""
        asked = {"values": values, "language": self.language, "template": self.template}
        text = json.dumps([asked])
        done = subprocess.run([program()], input=text, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        answer: list[list[str | None]] = json.loads(done.stdout)
        return answer[0]


def is_wanted(text: str | None, but: str | None) -> TypeGuard[str]:
    """Whether something is written that its reader can take."""
    return text is not None and (but is None or not re.search(but, text))


@dataclass(frozen=True)
class Written:
    """A value, and what the core writes for it."""

    value: str
    text: str


def written(place: Place, values: Iterator[str], but: str | None = None) -> list[Written]:
    """Return as many as are wanted that the core writes there, but for texts that match `but`."""
    found: list[Written] = []
    for _ in range(MOST_ROUNDS * MANY // ROUND + 1):
        some = list(islice(values, min(ROUND, 1000 + 2 * (MANY - len(found)))))
        pairs = zip(some, place.write(some), strict=True)
        found += [Written(value, text) for value, text in pairs if is_wanted(text, but)]
        if len(found) >= MANY:
            break
    return found[:MANY]
