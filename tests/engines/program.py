"""Runs a program of a test until a block ends, however it ends."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from waiting import until

# What a program may know of the person who runs the tests.
KEPT = ("PATH", "LANG", "LC_ALL")
SECONDS_TO_END = 5


class Program:
    """A context manager around a process; what the process started ends with it.

    Its home is `folder`, where it also writes what it says: `out` and `err`.
    """

    def __init__(
        self, command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self._command = command
        self.folder = folder
        self._environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        self._environment |= {"HOME": str(folder), "TMPDIR": str(folder), **(environment or {})}

    def __enter__(self) -> Self:
        name = self._command[0]
        assert shutil.which(name), f"{name} is missing: make test installs its Debian package"
        with (self.folder / "out").open("wb") as out, (self.folder / "err").open("wb") as err:
            self._process = subprocess.Popen(
                # When the tests are killed they end nothing: then the kernel does.
                ["setpriv", "--pdeathsig", "TERM", *self._command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=self._environment,
                # A group of its own, which ends as a whole.
                start_new_session=True,
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Its number, and so that of its group, is nobody else's until it is waited for.
        os.killpg(self._process.pid, signal.SIGTERM)
        ended = os.pidfd_open(self._process.pid)
        select.select([ended], [], [], SECONDS_TO_END)
        os.close(ended)
        # Also when it has ended: it may have left others behind.
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def said(self, pattern: str, where: str = "out") -> str:
        """Wait for a line, and return its first group."""
        path = self.folder / where

        def look() -> re.Match[str] | None:
            assert self.runs(), self._ended()
            return re.search(pattern, path.read_text(errors="replace"), re.M)

        return until(look, lambda: f"{self._command[0]} did not say {pattern!r}")[1]

    def runs(self) -> bool:
        """Whether it has not ended by itself."""
        if self._process.returncode is not None:
            return False
        look = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self._process.pid, look) is None

    def _ended(self) -> str:
        said = [(self.folder / name).read_text(errors="replace") for name in ("out", "err")]
        return f"{self._command[0]} ended by itself: {said}"
