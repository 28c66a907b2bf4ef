"""What the runners said, as one table: lanes, seconds, and the slowest tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

SLOWEST = 10
_OF_CARGO = re.compile(r"^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored", re.M)


@dataclass
class Result:
    """The tests of one folder, or of Rust."""

    name: str
    passed: int = 0
    failed: int = 0
    seconds: float = 0
    # The name of each test, with the seconds that it took.
    tests: list[tuple[float, str]] = field(default_factory=list)


def of_cargo(text: str) -> Result:
    """Add up the lines that `cargo test` ends each program with; a test that is ignored failed."""
    found = [tuple(map(int, counts)) for counts in _OF_CARGO.findall(text)]
    passed, failed = sum(each[0] for each in found), sum(each[1] + each[2] for each in found)
    return Result("cargo test", passed, failed)


def of_pytest(path: Path) -> list[Result]:
    """Read a file of pytest's `--junitxml`: a result for each folder of tests.

    A test that was skipped counts as failed: none of ours may be.
    """
    results: dict[str, Result] = {}
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        name, place = case.get("name", ""), case.get("classname", "").split(".")
        folder = "/".join(place[:2])
        result = results.setdefault(folder, Result(folder))
        is_bad = any(case.find(tag) is not None for tag in ("failure", "error", "skipped"))
        result.passed += not is_bad
        result.failed += is_bad
        seconds = float(case.get("time", "0"))
        result.seconds += seconds
        result.tests.append((seconds, f"{'/'.join(place)}::{name}"))
    return sorted(results.values(), key=lambda result: -result.seconds)


def report(results: Sequence[Result], seconds: dict[str, float]) -> str:
    """Return the tables that a run ends with."""
    lines = ["", "| Lane | Seconds |", "|---|--:|"]
    lines += [f"| {name} | {spent:.0f} |" for name, spent in seconds.items()]
    lines += ["", "| Tests | Passed | Failed | Seconds of one process |", "|---|--:|--:|--:|"]
    for each in results:
        spent = f"{each.seconds:.0f}" if each.tests else ""
        lines.append(f"| {each.name} | {each.passed} | {each.failed} | {spent} |")
    tests = sorted((test for result in results for test in result.tests), reverse=True)
    lines += ["", "| The slowest tests | Seconds |", "|---|--:|"]
    lines += [f"| {name} | {spent:.1f} |" for spent, name in tests[:SLOWEST]]
    return "\n".join([*lines, ""])
