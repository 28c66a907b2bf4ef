"""Starts one server process, waits until it is ready, and ends it.

The process reads its settings from a pipe and ends when that pipe closes.
A launcher that is killed closes it too, however hard it was killed, so nothing is left behind.
Settings hold passwords: a pipe, unlike an argument, is not shown by `ps`.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / "target" / "venv" / "stack" / "bin" / "python"
READY = "ready"
LOOPBACK = "127.0.0.1"


class StartError(Exception):
    """A server did not start; the text says why, as far as is known."""


def listen(port: int) -> socket.socket:
    """Take a port before anything runs, so that every address is known and none is taken twice.

    Who connects early waits in the queue of the socket, until the server takes it over.
    """
    try:
        return socket.create_server((LOOPBACK, port), backlog=128)
    except OSError as error:
        raise StartError(f"port {port} on {LOOPBACK} is not free: {error}") from error


def run_module(name: str, *arguments: str) -> None:
    """Run a module in the servers' environment until it ends; its arguments hold no secret."""
    subprocess.run(
        [PYTHON, "-P", "-m", name, *arguments],
        check=True,
        capture_output=True,
        env=_environment(),
    )


class Server:
    """A process that serves one listening socket."""

    def __init__(self, name: str, log: Path) -> None:
        self.name = name
        self.log = log
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        if self._process is None:
            raise StartError(f"{self.name} was not started")
        return self._process.pid

    def start(self, settings: DataclassInstance, listener: socket.socket) -> None:
        """Start it and return at once; the listening socket is the process's from now on."""
        if not PYTHON.is_file():
            raise StartError(f"{PYTHON} is missing: run python3 tests/install.py stack")
        descriptor = listener.fileno()
        with self.log.open("ab") as log, listener:
            self._process = subprocess.Popen(
                [PYTHON, "-P", "-m", "stack.serve", self.name, str(descriptor)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=_environment(),
                pass_fds=(descriptor,),
                # Ctrl-C in a terminal goes to the launcher alone, which then ends its servers.
                start_new_session=True,
            )
        line = json.dumps(asdict(settings)) + "\n"
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line.encode())
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._failure("ended early") from None

    def wait_ready(self, progress: Callable[[str], None], seconds: float = 240) -> None:
        """Pass on what it reports, until it reports that it is ready."""
        assert self._process is not None and self._process.stdout is not None
        deadline = time.monotonic() + seconds
        with self._process.stdout as reports:
            for line in _lines(reports, deadline):
                if line == READY:
                    return
                progress(f"{self.name}: {line}")
        if time.monotonic() >= deadline:
            raise self._failure(f"was not ready in {seconds:.0f} s")
        raise self._failure("ended early")

    def stop(self) -> None:
        """End it; harmless when it was never started or has ended by itself."""
        if self._process is None:
            return
        assert self._process.stdin is not None
        # When it ended before it read its settings they are in our buffer still, and fail to flush.
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _failure(self, what: str) -> StartError:
        tail = self.log.read_text(errors="replace").splitlines()[-20:]
        return StartError("\n".join([f"{self.name} {what}; the end of {self.log}:", *tail]))


def _lines(reports: IO[bytes], deadline: float) -> Iterator[str]:
    """Yield whole lines until the other end closes or the deadline passes."""
    pending = b""
    with selectors.DefaultSelector() as selector:
        selector.register(reports, selectors.EVENT_READ)
        while selector.select(max(0.0, deadline - time.monotonic())):
            if not (chunk := os.read(reports.fileno(), 4096)):
                return
            *lines, pending = (pending + chunk).split(b"\n")
            yield from (line.decode() for line in lines)


def _environment() -> dict[str, str]:
    """Give the server nothing that could change it: no proxies, no settings of OpenStack."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT / "tests"), "TZ": "UTC"}
