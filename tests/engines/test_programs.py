"""What the journey stands on: consoles that are heard, and programs that end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from waiting import until

from .conftest import World
from .program import Program
from .reader import Reader
from .tab import Engine

LOUD = """<!doctype html><title>Loud</title><link rel="icon" href="data:,">
<meta http-equiv="content-security-policy" content="script-src 'self' 'unsafe-inline'">
<script>console.log("said"); console.error("wrong"); setTimeout(() => { throw Error("thrown"); });
</script><script src="data:text/javascript,1"></script>"""

# Has a child that no gentle signal ends.
PARENT = "trap '' TERM; sleep 600 & echo $!; trap - TERM; wait"
RUN = """
import pathlib, signal, sys
from engines.program import Program
with Program(["sh", "-c", "echo $$; exec sleep 600"], pathlib.Path(sys.argv[1])) as program:
    print(program.said("(.+)"), flush=True)
    signal.pause()
"""


def test_the_console_is_heard(engine: Engine, world: World) -> None:
    """What the page says, what its scripts throw, and what the browser forbids it."""
    (world.directory / "loud.html").write_text(LOUD)
    wanted = ("said", "wrong", "thrown", "[Cc]ontent.[Ss]ecurity.[Pp]olicy")
    with engine.tab() as tab:
        Reader(tab).open(f"{world.url}loud.html")
        until(
            lambda: all(re.search(each, "\n".join(tab.console())) for each in wanted),
            lambda: f"{wanted} is not all in {tab.console()}",
        )


def test_a_program_ends_with_what_it_started(tmp_path: Path) -> None:
    """Also when a test fails, and when the other does not want to end."""
    with pytest.raises(ZeroDivisionError), Program(["sh", "-c", PARENT], tmp_path) as program:
        started = int(program.said(r"^(\d+)$"))
        raise ZeroDivisionError
    until(lambda: not _runs(started), lambda: f"{started} runs on")
    assert not program.runs()


def test_a_program_ends_with_tests_that_are_killed(tmp_path: Path) -> None:
    command = (sys.executable, "-c", RUN, str(tmp_path))
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        started = int(run.stdout.readline())
        run.kill()
    until(lambda: not _runs(started), lambda: f"{started} runs on")


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
