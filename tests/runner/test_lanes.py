"""The lanes themselves, with processes that end well, badly or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .lanes import Lane, Lanes
from .results import of_cargo, of_pytest, report

PYTEST_SAID = """<testsuites><testsuite>
<testcase classname="tests.e2e.test_page" name="test_a" time="2.5"/>
<testcase classname="tests.e2e.test_page" name="test_b" time="0.5"><skipped/></testcase>
<testcase classname="tests.docs.test_docs" name="test_c" time="1"><failure>no</failure></testcase>
</testsuite></testsuites>"""
CARGO_SAID = """
test result: ok. 33 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s
test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s
"""
# Notes that it was told to end, as pytest does before it stops its servers.
PATIENT = """
import pathlib, signal, time
try:
    pathlib.Path("started").touch()
    signal.pause()
except KeyboardInterrupt:
    pathlib.Path("ended").touch()
"""
# A shell in the background has Ctrl-C ignored.
RUN = """
import pathlib, signal, sys
from runner.lanes import Lane, Lanes
signal.signal(signal.SIGINT, signal.default_int_handler)
here = pathlib.Path(sys.argv[1])
Lanes(here, here, {}).run([Lane("patient", (sys.executable, "-c", sys.argv[2]))])
"""


def shell(name: str, script: str, *needs: str) -> Lane:
    return Lane(name, ("sh", "-c", script), needs)


def test_a_lane_waits_for_what_it_needs_and_for_nothing_else(tmp_path: Path) -> None:
    # The first could not end if the second waited for it.
    lanes = [
        shell("first", "until [ -e second ]; do :; done; touch first"),
        shell("second", "touch second"),
        shell("last", "[ -e first ] && [ -e second ]", "first", "second"),
    ]
    ended = Lanes(tmp_path, tmp_path, {}).run(lanes)
    assert ended.bad == []
    # Both may have ended before anybody looks, so which of the two is told first says nothing.
    *others, last = ended.seconds
    assert (sorted(others), last) == (["first", "second"], "last")


def test_a_failure_is_shown_and_what_needs_it_is_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lanes = [
        shell("bad", "echo what went wrong; exit 3"),
        shell("after", "touch after", "bad"),
        shell("long after", "touch after", "after"),
        shell("other", "touch other"),
    ]
    ended = Lanes(tmp_path, tmp_path, {}).run(lanes)
    assert ended.bad == ["bad", "after", "long after"]
    said = capsys.readouterr().out
    assert "== bad: FAILED\nwhat went wrong\n" in said
    assert "== after: not run, it needs bad\n" in said
    assert not (tmp_path / "after").exists()
    assert (tmp_path / "other").exists()


def test_a_lane_has_no_input_and_its_own_variables(tmp_path: Path) -> None:
    lane = shell("lane", '! read -r line && [ "$KEYFILL" = yes ] && [ -z "$MAKEFLAGS" ]')
    assert Lanes(tmp_path, tmp_path, {"KEYFILL": "yes"}).run([lane]).bad == []


def test_an_interrupted_run_ends_its_lanes_first(tmp_path: Path) -> None:
    command = (sys.executable, "-c", RUN, str(tmp_path), PATIENT)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as run:
        while not (tmp_path / "started").exists():
            assert run.poll() is None
        run.send_signal(signal.SIGINT)
        run.wait(60)
    assert (tmp_path / "ended").exists()


def test_the_sum_counts_what_did_not_run_as_failed(tmp_path: Path) -> None:
    file = tmp_path / "pytest.xml"
    file.write_text(PYTEST_SAID)
    results = [of_cargo(CARGO_SAID), *of_pytest(file)]
    counts = {result.name: (result.passed, result.failed) for result in results}
    assert counts == {"cargo test": (35, 2), "tests/e2e": (1, 1), "tests/docs": (0, 1)}
    said = report(results, {"pytest": 4.2})
    assert "| pytest | 4 |" in said
    assert "| tests/e2e/test_page::test_a | 2.5 |" in said
