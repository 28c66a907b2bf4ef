#!/usr/bin/env python3
"""Builds a site and says how often it was in the plugin: build_samples.py mkdocs.yml [names]

It runs in the environment of the generator. Builds with and without the plugin differ by more
from one to the next than the plugin costs; so one build is asked every millisecond of the
processor's time where it is. The innermost known package answers: what the plugin calls of the
standard library is the plugin's, and the highlighting that its fences hand on to is not. With
`names`, it is as without the extra `check`: offers go by the names of placeholders alone.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

SECONDS = 0.001
OURS = "mkdocs_keyfill"
# They would do the same without us.
THEIRS = ("pymdownx", "pygments", "mkdocs", "material")


def main() -> int:
    samples: Counter[bool] = Counter()
    known: dict[str, bool | None] = {}

    def owner(file: str) -> bool | None:
        if file not in known:
            parts = Path(file).parts
            known[file] = True if OURS in parts else False if set(parts) & set(THEIRS) else None
        return known[file]

    def sample(signum: int, frame: FrameType | None) -> None:
        found = None
        while frame is not None and found is None:
            found = owner(frame.f_code.co_filename)
            frame = frame.f_back
        samples[bool(found)] += 1

    if sys.argv[2:] == ["names"]:
        sys.modules["wasmtime"] = None  # type: ignore[assignment]
    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, SECONDS, SECONDS)
    began = time.process_time()
    # Loading the plugin is a part of its share.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(sys.argv[1])
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - began
    print(json.dumps({"seconds": seconds, "samples": samples.total(), "ours": samples[True]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
