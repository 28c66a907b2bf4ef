"""The tables of the report."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

LONG_TASK_MS = 50


class Table:
    """Lines that compare Keyfill with another, each with its target and whether it is met."""

    def __init__(self, other: str) -> None:
        self.lines = [f"| | Keyfill | {other} | target |", "| --- | ---: | ---: | --- |"]
        self.missed: list[str] = []

    def line(
        self, what: str, ours: str, theirs: str = "", target: str = "", *, met: bool = True
    ) -> None:
        """Add one line; a target that is not met is named at the end, too."""
        verdict = f"{target}: {'met' if met else '**missed**'}" if target else ""
        self.lines.append(f"| {what} | {ours} | {theirs} | {verdict} |")
        if not met:
            self.missed.append(what)

    def task(self, what: str, ours: float, theirs: float | None = None) -> None:
        """Add a line for the longest task of something."""
        beside = "" if theirs is None else task(theirs)
        target = f"at most {LONG_TASK_MS}"
        self.line(what, task(ours), beside, target, met=ours <= LONG_TASK_MS)


def task(milliseconds: float) -> str:
    """Write how long a task took, of which the browser tells when it is long."""
    return f"{milliseconds:.0f}" if milliseconds else f"below {LONG_TASK_MS}"


def brotli(paths: Sequence[Path]) -> dict[Path, int]:
    """Return how many bytes each file has after brotli at its highest level."""
    command = ["node", str(Path(__file__).with_name("brotli.mjs")), *map(str, paths)]
    sizes = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {Path(path): size for path, size in sizes.items()}
