"""The inside of a server process: `python -m stack.serve NAME FD`, started by `process.Server`."""

from __future__ import annotations

import _thread
import json
import os
import sys
import warnings
from collections.abc import Callable

from . import keystone, swift


def main() -> None:
    name, descriptor = sys.argv[1], int(sys.argv[2])
    settings = json.loads(sys.stdin.buffer.readline())
    # Not `threading`: Swift replaces that module's insides later on, and this must go on working.
    _thread.start_new_thread(_end_with_the_launcher, ())
    report = _take_reports_apart()
    os.umask(0o077)
    # Both projects use things that the libraries below them are about to drop.
    warnings.simplefilter("ignore")
    if name == "keystone":
        keystone.serve(keystone.Settings(**settings), descriptor, report)
    else:
        swift.serve(swift.Settings(**settings), descriptor, report)


def _end_with_the_launcher() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    # Both stores are safe to end at any moment: SQLite rolls back, Swift renames whole files.
    os._exit(0)


def _take_reports_apart() -> Callable[[str], None]:
    """Keep the pipe for reports alone; whatever a library prints goes to the log."""
    pipe = os.dup(1)
    os.dup2(2, 1)

    def report(line: str) -> None:
        os.write(pipe, f"{line}\n".encode())

    return report


if __name__ == "__main__":
    main()
