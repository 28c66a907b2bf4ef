"""How long a test waits for what must come, and the one place where it looks again and again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

# What must come is there in less than two seconds when nothing else runs.
SECONDS = 10
# More would hide that something never comes.
BUSIEST = 6
# For an answer for which nobody can look again: how busy the machine becomes is not known before.
LONGEST = SECONDS * BUSIEST
BETWEEN_LOOKS = 0.02


def patience() -> float:
    """Return after how many seconds what has not come will not come.

    A test that fails waits for all of it, so it is short on a free machine. On a busy one
    everything takes longer, by as much as there is more to do than there are processors: the load
    of the last minute says so. `KEYFILL_PATIENCE` multiplies it, for a machine that is slow by
    itself.
    """
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    return SECONDS * min(max(busy, 1), BUSIEST) * float(os.environ.get("KEYFILL_PATIENCE", "1"))


def until(look: Callable[[], Found | None], what: Callable[[], str]) -> Found:
    """Return the first true value of `look`; fail with `what` when none comes in time.

    For what tells nobody that it has changed; where something tells, wait for that.
    """
    began = time.monotonic()
    while not (found := look()):
        # Anew each time: the machine may have become busy meanwhile.
        assert time.monotonic() < began + patience(), what()
        time.sleep(BETWEEN_LOOKS)
    return found
