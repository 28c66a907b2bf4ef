"""Runs a stack in the foreground: python -m stack up --dir DIR --origin URL"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from .process import StartError
from .stack import Stack

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _Asked(BaseException):
    """Somebody wants this to end."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m stack")
    up = parser.add_subparsers(required=True).add_parser("up", help="run until Ctrl-C or SIGTERM")
    up.add_argument("--dir", type=Path, required=True, help="where the data is kept")
    up.add_argument("--origin", action="append", required=True, help="a page that may call")
    up.add_argument("--keystone-port", type=int, default=0, help="default: any free port")
    up.add_argument("--s3-port", type=int, default=0, help="default: any free port")
    up.add_argument("--token-seconds", type=int, default=3600, help="life of a token")
    up.add_argument("--credential-limit", type=int, help="how many a user may have")
    options = parser.parse_args()
    for number in ENDING:
        # Under nohup the terminal may go away.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)
    try:
        return _run(options)
    except _Asked:
        return 0
    except StartError as error:
        print(f"stack: {error}", file=sys.stderr)
        return 1


def _end(number: int, frame: FrameType | None) -> None:
    # Once is enough: the second must not break off the cleaning up that the first began.
    for other in ENDING:
        signal.signal(other, signal.SIG_IGN)
    raise _Asked


def _run(options: argparse.Namespace) -> int:
    began = time.monotonic()
    stack = Stack(
        options.dir,
        options.origin,
        token_seconds=options.token_seconds,
        credential_limit=options.credential_limit,
        keystone_port=options.keystone_port,
        s3_port=options.s3_port,
        progress=lambda line: print(line, flush=True),
    )
    print("starting Keystone and Swift", flush=True)
    with stack:
        print(f"keystone  {stack.keystone_url}")
        print(f"s3        {stack.s3_url}  region {stack.region}, CA {stack.ca_file}")
        # A name may hold what turns the text of a terminal around.
        names = ", ".join(name if name.isascii() else ascii(name) for name in stack.users)
        print(f"users     {names}: passwords in {stack.directory}/state.json")
        print(f"ready in {time.monotonic() - began:.1f} s; Ctrl-C stops", flush=True)
        ended = stack.wait()
        print(f"stack: {ended} ended by itself; see its log in {stack.directory}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
