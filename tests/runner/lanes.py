"""Runs processes side by side, each as soon as what it needs is there.

A lane that fails is shown at once, and what needs it is not run; the others go on to their end, so
that one run tells everything. Ctrl-C ends all of them.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

LINES_OF_A_FAILURE = 60
SECONDS_TO_END = 60
# A make that runs this must not lend its job server to the makes below.
OF_MAKE = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")


@dataclass(frozen=True)
class Lane:
    """One process, and the lanes that must have ended well before it starts."""

    name: str
    command: Sequence[str]
    needs: Sequence[str] = ()
    # Whether what it says is shown while it runs; else it goes to a file.
    is_shown: bool = False


@dataclass
class Ended:
    """What came of the lanes: the seconds of each that ran, and which did not end well."""

    seconds: dict[str, float] = field(default_factory=dict)
    bad: list[str] = field(default_factory=list)


@dataclass
class _Run:
    lane: Lane
    process: subprocess.Popen[bytes]
    started: float = field(default_factory=time.monotonic)


class Lanes:
    """Runs lanes in a directory, and writes what they say below another one."""

    def __init__(self, directory: Path, logs: Path, variables: dict[str, str]) -> None:
        self._directory = directory
        self._logs = logs
        self._environment = {k: v for k, v in os.environ.items() if k not in OF_MAKE} | variables
        self._running: list[_Run] = []

    def log(self, name: str) -> Path:
        """The file with what a lane said."""
        return self._logs / f"{name}.log"

    def run(self, lanes: Sequence[Lane]) -> Ended:
        """Run them all, in their order where several could start."""
        waiting, ended = list(lanes), Ended()
        try:
            while waiting or self._running:
                ready = [lane for lane in waiting if ended.seconds.keys() >= set(lane.needs)]
                waiting = [lane for lane in waiting if lane not in ready]
                for lane in ready:
                    self._start(lane)
                done = self._wait()
                name, seconds = done.lane.name, time.monotonic() - done.started
                ended.seconds[name] = seconds
                if done.process.returncode == 0:
                    print(f"== {name}: {seconds:.0f} s", flush=True)
                    continue
                ended.bad.append(name)
                self._show_failure(done)
                for lane in list(waiting):
                    if missing := [each for each in lane.needs if each in ended.bad]:
                        waiting.remove(lane)
                        ended.bad.append(lane.name)
                        print(f"== {lane.name}: not run, it needs {', '.join(missing)}", flush=True)
        finally:
            self._end()
        return ended

    def _start(self, lane: Lane) -> None:
        print(f"== {lane.name}", flush=True)
        with self.log(lane.name).open("wb") as log, _uninterrupted():
            process = subprocess.Popen(
                lane.command,
                cwd=self._directory,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=None if lane.is_shown else log,
                stderr=None if lane.is_shown else subprocess.STDOUT,
                start_new_session=True,
            )
            self._running.append(_Run(lane, process))

    def _wait(self) -> _Run:
        """Wait until one of them has ended."""
        while True:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
            for run in self._running:
                if run.process.poll() is not None:
                    self._running.remove(run)
                    return run

    def _show_failure(self, run: _Run) -> None:
        print(f"== {run.lane.name}: FAILED", flush=True)
        if not run.lane.is_shown:
            lines = self.log(run.lane.name).read_text(errors="replace").splitlines()
            print("\n".join(lines[-LINES_OF_A_FAILURE:]), flush=True)

    def _end(self) -> None:
        """End what still runs, as Ctrl-C would: pytest then stops its servers and browsers."""
        for run in self._running:
            os.killpg(run.process.pid, signal.SIGINT)
        for run in self._running:
            try:
                run.process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                os.killpg(run.process.pid, signal.SIGKILL)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until a process that has begun is among those which are ended.

    Such a process begins with Ctrl-C as it is by default, also where a shell in the background has
    it ignored.
    """
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came and callable(before):
        before(came[0], None)
