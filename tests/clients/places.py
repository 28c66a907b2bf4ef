"""A machine of a reader's: a home, a search path with some programs, and what is left in files."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stack import Stack

from . import trust


@dataclass(frozen=True)
class Machine:
    """Somebody's home in `directory`, and the programs that they have installed."""

    directory: Path
    stack: Stack
    variables: Mapping[str, str]

    @property
    def home(self) -> Path:
        return self.directory / "home"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "PATH": f"{self.directory / 'bin'}:/usr/bin:/bin",
            **trust(self.stack.ca_file),
            # curl and s3fs.
            "CURL_CA_BUNDLE": str(self.stack.ca_file),
            "NODE_EXTRA_CA_CERTS": str(self.stack.ca_file),
            **self.variables,
        }

    def install(self, programs: Mapping[str, Path]) -> None:
        """Put programs into the search path."""
        (self.directory / "bin").mkdir(exist_ok=True)
        for name, program in programs.items():
            wrapper = self.directory / "bin" / name
            wrapper.write_text(f'#!/bin/sh\nexec {shlex.quote(str(program))} "$@"\n')
            wrapper.chmod(0o755)

    def with_text(self, text: str) -> list[Path]:
        """Return the files below the home that hold `text`."""
        files = (path for path in self.home.rglob("*") if path.is_file())
        return [path for path in files if text.encode() in path.read_bytes()]


def snapshot(home: Path, but: Sequence[str] = ()) -> dict[str, bytes]:
    """Return the files of a home by their paths, but for those whose path begins with some."""
    files = (path for path in home.rglob("*") if path.is_file())
    found = {str(path.relative_to(home)): path.read_bytes() for path in files}
    return {name: text for name, text in found.items() if not name.startswith(tuple(but))}
