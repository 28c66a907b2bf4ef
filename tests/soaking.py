"""How much a test tries: what `make test` has the time for, or all of it, by `make soak`."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("KEYFILL_TIMES", "1"))
"""How many times as many random cases are made as usual."""

SOAKS = TIMES > 1
"""Whether all that could be tried is tried."""
