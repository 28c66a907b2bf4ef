"""A reader's terminal: a real interactive bash on a pseudo-terminal, in an empty home."""

from __future__ import annotations

import io
import os
import shlex
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect

from waiting import patience

# A pasted command may start a client several times, and each start takes a second or more.
STARTS = 4
READY = r"\[status (\d+)\]\$ "
# Bash no longer reads a line: what it shows from here on is of the command. Until then it shows the
# pasted text, which may have the words of the command's own prompt in it, and what is typed ends in
# a carriage return that no command takes for the end of a line.
TAKEN = "\x1b[?2004l"
# What the snippets call, besides the client: all of it is watched, but for `env`, which must find
# what it calls.
TOOLS = ("awk", "cat", "chmod", "grep", "mkdir", "stty", "tail", "tr")
# Stands before the real program, notes how it was called and its environment, and becomes it.
WRAPPER = """#!/bin/sh
printf '%s\\n' "$0" "$@" >> {log}
/usr/bin/env >> {environments}
PATH={path} exec {program} "$@"
"""


class Terminal:
    """A context manager around one bash, which pastes as terminals have done since bash 5.1."""

    def __init__(
        self, home: Path, programs: Mapping[str, Path], environment: Mapping[str, str]
    ) -> None:
        self.home = home
        self.history = home / ".bash_history"
        self._called = home.parent / f"{home.name}.calls"
        self._called.touch()
        self._environments = home.parent / f"{home.name}.environments"
        self._environments.touch()
        self._shown = io.StringIO()
        wrappers = home.parent / f"{home.name}.bin"
        self._wrap(wrappers, programs)
        self._environment = {
            "HOME": str(home),
            "PATH": f"{wrappers}:/usr/bin:/bin",
            "HISTFILE": str(self.history),
            "LC_ALL": "C.UTF-8",
            # As in tmux: mc asks other terminals for their colours, and waits long.
            "TERM": "screen",
            "PS1": "[status $?]$ ",
            **environment,
        }

    def __enter__(self) -> Self:
        self._processes = _ProcessSampler()
        self._bash = pexpect.spawn(
            "/bin/bash",
            ["--norc", "--noprofile", "-i"],
            cwd=str(self.home),
            env=self._environment,
            encoding="utf-8",
            timeout=STARTS * patience(),
            dimensions=(50, 200),
        )
        self._bash.logfile_read = self._shown
        self._bash.expect(READY)
        self.run("set -o history")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # After a failure the shell may be waiting for something else.
        if kind is None:
            self._bash.sendline("exit")
            self._bash.expect(pexpect.EOF)
            # Closing kills what has not ended, and gives it a tenth of a second for that.
            self._bash.wait()
        self._bash.close()
        self._processes.stop()

    def run(self, commands: str) -> tuple[int, str]:
        """Paste `commands`, and return their status and all that was shown."""
        pasted = self._paste(commands)
        status, shown = self.finish()
        return status, pasted + shown

    def ask(self, commands: str, prompt: str) -> None:
        """Paste `commands`, and wait until they ask with the echo off."""
        self._paste(commands)
        self._bash.expect_exact(prompt)
        assert self._bash.waitnoecho(STARTS * patience()), "the prompt shows what is typed"

    def answer(self, line: str) -> tuple[int, str]:
        """Paste `line` at the prompt of a command, as `run` does otherwise."""
        self._bash.send(f"{line}\r")
        return self.finish()

    def finish(self) -> tuple[int, str]:
        self._bash.expect(READY)
        assert self._bash.match is not None
        return int(self._bash.match[1]), str(self._bash.before)

    def traces_of(self, secret: str) -> list[str]:
        """Return the places that kept or showed `secret`; call it after the block."""
        places = {
            "the screen": self._shown.getvalue(),
            "the shell's history": self.history.read_text(),
            "the arguments of a program": self._called.read_text(),
            "the arguments of a process": self._processes.seen("cmdline"),
        }
        assert "status" in places["the screen"] and places["the shell's history"]
        return [place for place, text in places.items() if secret in text]

    def calls(self) -> str:
        """Return what the wrappers wrote down: programs and arguments, one a line."""
        return self._called.read_text()

    def environments(self) -> str:
        """Return the variables of every program that was called, and of every process seen."""
        return self._environments.read_text() + self._processes.seen("environ")

    def files_with(self, text: str) -> list[Path]:
        """Return the files below the home that hold `text`."""
        found = (path for path in self.home.rglob("*") if path.is_file())
        return [path for path in found if text.encode() in path.read_bytes()]

    def _paste(self, text: str) -> str:
        """Return what bash shows of the text until it takes it."""
        self._bash.send(f"\x1b[200~{text}\x1b[201~\r")
        self._bash.expect_exact(TAKEN)
        return str(self._bash.before)

    def _wrap(self, directory: Path, programs: Mapping[str, Path]) -> None:
        directory.mkdir()
        log, path = shlex.quote(str(self._called)), shlex.quote("/usr/bin:/bin")
        environments = shlex.quote(str(self._environments))
        tools = {name: Path("/usr/bin") / name for name in TOOLS}
        for name, program in {**tools, **programs}.items():
            wrapper = directory / name
            real = shlex.quote(str(program))
            wrapper.write_text(
                WRAPPER.format(log=log, environments=environments, path=path, program=real)
            )
            wrapper.chmod(0o755)


class _ProcessSampler:
    """Looks at the arguments and variables of every process of the machine, all the time."""

    def __init__(self) -> None:
        self._seen: dict[str, set[bytes]] = {"cmdline": set(), "environ": set()}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def seen(self, what: str) -> str:
        return b"\n".join(self._seen[what]).decode(errors="replace")

    def _look(self) -> None:
        # A moment for the others: the machine has two processors.
        while not self._ended.wait(0.01):
            for pid in os.listdir("/proc"):
                for what, seen in self._seen.items() if pid.isdigit() else ():
                    try:
                        seen.add(Path(f"/proc/{pid}/{what}").read_bytes())
                    except OSError:
                        break
