"""A real fish in which things are pasted, as a reader does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

PASTE = Path(__file__).resolve().parents[1] / "programs" / "paste.py"
# fish shows its prompt again with each piece of a line, so each prompt has a number.
PROMPT = "set -g prompts 0; function fish_prompt; set prompts (math $prompts + 1);"
PROMPT += " printf '@@%s> ' $prompts; end"
FISH = ["fish", "--no-config", "-i", "-C", PROMPT]
# The prompt of `sh`, which has no other line before it, and that of fish's own `read`.
ASKED, ASKED_BY_FISH = "\nSecret key: ", "\rSecret key: "


def paste(
    pasted: Sequence[str | tuple[str, str]], directory: Path, environment: Mapping[str, str]
) -> str:
    """Paste commands at fish's prompts, and pairs at others; return what the terminal showed."""
    steps = []
    commands = 0
    for each in [*pasted, "exit"]:
        if isinstance(each, str):
            commands += 1
            each = (f"@@{commands}> ", each)
        steps.append((each[0], each[1].replace("\n", "\r") + "\r"))
    done = subprocess.run(
        [sys.executable, PASTE, *FISH],
        input=json.dumps(steps),
        env=dict(environment),
        cwd=directory,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.replace("\r", "")
