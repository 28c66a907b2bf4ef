"""What a directory remembers from one start to the next.

There is one file, and it is the only place with passwords and the secrets of second factors.
It is called `state.json` while the stack is ready and `stopped.json` at all other times, so that
a script may wait for the first name.
"""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path
from typing import IO, Any

from .people import make_passwords, make_totp_secrets
from .process import StartError


class State:
    """The state of one directory, which it locks: two stacks cannot share their data."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._ready = directory / "state.json"
        self._stopped = directory / "stopped.json"
        self._lock = _lock(directory / "lock")
        if self._ready.exists():
            # The last launcher was killed; its servers have ended with it.
            self._ready.replace(self._stopped)
        if self._stopped.exists():
            known = json.loads(self._stopped.read_text())
        elif (directory / "keystone" / "seeded.json").exists():
            self._lock.close()
            raise StartError(f"{directory} has data but no {self._stopped.name}: choose another")
        else:
            known = {}
        # People may have come since the last start.
        self.passwords: dict[str, str] = {**make_passwords(), **known.get("passwords", {})}
        self.totp_secrets: dict[str, str] = {
            **make_totp_secrets(),
            **known.get("totp_secrets", {}),
        }
        _write_private(self._stopped, self._secrets())

    def publish(self, facts: dict[str, Any]) -> None:
        """Say that the stack is ready."""
        _write_private(self._stopped, {**facts, **self._secrets()})
        self._stopped.replace(self._ready)

    def withdraw(self) -> None:
        """Say that the stack is not ready any more, and let go of the directory."""
        if self._ready.exists():
            self._ready.replace(self._stopped)
        self._lock.close()

    def _secrets(self) -> dict[str, Any]:
        return {"passwords": self.passwords, "totp_secrets": self.totp_secrets}


def _lock(path: Path) -> IO[str]:
    lock = path.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise StartError(f"another stack runs in {path.parent}") from None
    return lock


def _write_private(path: Path, content: dict[str, Any]) -> None:
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(content, file, indent=1)
    new.replace(path)
