"""Runs every test, side by side where that is possible: python3 -m runner

The lanes are what must be installed or built, the programs of Rust, and pytest, which has
processes of its own; each of those starts its own stack. What they say is in `target/lanes`.
"""

from __future__ import annotations

import os
import signal
import sys

from venvs import ROOT

from .lanes import Ended, Lane, Lanes
from .results import Result, of_cargo, of_pytest, report

LOGS = ROOT / "target" / "lanes"
RESULTS = LOGS / "pytest.xml"
PYTHON = ROOT / "target" / "venv" / "tests" / "bin" / "python"
INSTALL = ("python3", "tests/install.py")
# Browsers wait for most of a test, so that one process more than there are cores keeps them busy.
PROCESSES = os.environ.get("KEYFILL_PROCESSES", str((os.cpu_count() or 1) + 1))
# The longest come first: what is left for the end is short.
FOLDERS = [
    "generators",
    "e2e",
    "engines",
    "docs",
    "clients",
    "quoting",
    "stack",
    "proxy",
    "bench",
    "runner",
]


def lanes() -> list[Lane]:
    """Return every lane, in the order in which they are started where several could be."""
    folders = [f"tests/{name}" for name in FOLDERS]
    pytest = [str(PYTHON), "-m", "pytest", "-c", "mkdocs-plugin/pyproject.toml", "--rootdir=."]
    side_by_side = ["-n", PROCESSES, "--no-loadscope-reorder", "-q", f"--junitxml={RESULTS}"]
    return [
        Lane("rust", ("make", "rust")),
        Lane("debian", ("make", "debian")),
        Lane("environments", (*INSTALL, "stack", "tests")),
        Lane("web", ("make", "web"), ["rust"]),
        Lane("native", ("make", "native"), ["rust", "debian", "environments"]),
        # It may install a package, and apt runs once at a time.
        Lane("clients", (*INSTALL, "clients"), ["debian"]),
        Lane("plugin", ("make", "target/plugin.installed"), ["web", "environments"]),
        Lane("generators", (*INSTALL, "generators"), ["plugin"]),
        Lane(
            "pytest",
            (*pytest, *side_by_side, *folders, "mkdocs-plugin/tests"),
            ["debian", "environments", "clients", "plugin", "generators"],
            is_shown=True,
        ),
    ]


def main() -> int:
    LOGS.mkdir(parents=True, exist_ok=True)
    RESULTS.unlink(missing_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    variables = {"KEYFILL_ORACLES": "required", "PYTHONPATH": str(ROOT / "tests")}
    runner = Lanes(ROOT, LOGS, variables)
    ended = runner.run(lanes())
    results = _results(runner, ended)
    print(report(results, ended.seconds), flush=True)
    for name in ended.bad:
        print(f"FAILED: {name}, see {runner.log(name).relative_to(ROOT)}", flush=True)
    failed = sum(result.failed for result in results)
    # A lane that ends badly without a test that failed is a failure all the same.
    print(
        f"{sum(result.passed for result in results)} passed, {max(failed, len(ended.bad))} failed"
    )
    return 1 if ended.bad or failed else 0


def _results(runner: Lanes, ended: Ended) -> list[Result]:
    said = runner.log("native")
    native = [of_cargo(said.read_text(errors="replace"))] if "native" in ended.seconds else []
    return [*native, *(of_pytest(RESULTS) if RESULTS.is_file() else [])]


if __name__ == "__main__":
    sys.exit(main())
