#!/usr/bin/env python3
"""The running product: a real Keystone and Swift, and the documentation that talks to them.

`make demo` calls it. The data stays in target/demo, so that a second start takes seconds.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path
from types import FrameType

from clients import trust
from site_server import ROOT, BuildError, SiteServer, build
from stack import Stack, StartError

DIRECTORY = ROOT / "target" / "demo"
PAGE_PORT, KEYSTONE_PORT, S3_PORT = 8000, 5000, 8080


class Stopped(BaseException):
    """Somebody wants this to end."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        return _run()
    except Stopped:
        say("\nStopped. Nothing is left running.")
        return 0
    except (StartError, BuildError, OSError) as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1


def _run() -> int:
    began = time.monotonic()
    port = free_port(PAGE_PORT)
    origins = [f"http://127.0.0.1:{port}", f"http://localhost:{port}"]
    stack = Stack(
        DIRECTORY / "stack",
        origins,
        keystone_port=free_port(KEYSTONE_PORT),
        s3_port=free_port(S3_PORT),
        progress=say,
    )
    with stack:
        say("building the documentation")
        out = DIRECTORY / "site"
        build(ROOT / "mkdocs.yml", out, stack.keystone_url, stack.s3_url, f"{origins[0]}/")
        rc = write_openrc(stack)
        with SiteServer(out, port) as site:
            say(READY.format(seconds=time.monotonic() - began, origin=site.origin, rc=rc))
            ended = stack.wait()
            print(f"demo: {ended} ended by itself; see the logs in {DIRECTORY}", file=sys.stderr)
            return 1


READY = """
Ready after {seconds:.0f} s.

  1. Open   {origin}/s3/
  2. In another terminal, become Alice, member of the project demo:

       . {rc}

  3. Get a token, and paste it where the page asks for it:

       openstack token issue -f value -c id

     Or choose Password there, and let the file {rc} fill in the form: it has hers.

The commands that the page shows then work in that terminal: it trusts the store's certificate.
"python3 tests/install.py clients" installs aws, mc, rclone and s3cmd, where you have none.
Ctrl-C stops everything.
"""


def write_openrc(stack: Stack) -> Path:
    """Write what makes a shell Alice's: her password stays in this file, with mode 0600."""
    alice = stack.users["alice"]
    variables = {
        "OS_AUTH_URL": stack.keystone_url,
        "OS_IDENTITY_API_VERSION": "3",
        "OS_USERNAME": alice.name,
        "OS_PASSWORD": alice.password,
        "OS_USER_DOMAIN_NAME": "Default",
        "OS_PROJECT_NAME": "demo",
        "OS_PROJECT_DOMAIN_NAME": "Default",
        "OS_REGION_NAME": stack.region,
        **trust(stack.ca_file),
    }
    lines = [f"export {name}='{value}'" for name, value in variables.items()]
    lines.append(f"export PATH='{link_programs()}':\"$PATH\"")
    rc = DIRECTORY / "alice.sh"
    rc.touch(mode=0o600)
    rc.chmod(0o600)
    rc.write_text("\n".join(lines) + "\n")
    return rc.relative_to(Path.cwd()) if rc.is_relative_to(Path.cwd()) else rc


def link_programs() -> Path:
    """Make a directory with the programs that this project installed, and with nothing else."""
    tools = ROOT / "target"
    programs = [tools / "venv" / "stack" / "bin" / "openstack", tools / "clients/aws-v1/bin/aws"]
    programs += [tools / "clients" / "bin" / name for name in ("mc", "rclone", "s3cmd")]
    directory = DIRECTORY / "bin"
    directory.mkdir(exist_ok=True)
    for program in programs:
        link = directory / program.name
        link.unlink(missing_ok=True)
        if program.exists():
            link.symlink_to(program)
    return directory


def free_port(wanted: int) -> int:
    """Take the port that people expect, or any free one where that is taken."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on 127.0.0.1")


def say(line: str) -> None:
    print(line, flush=True)


def _stop(number: int, frame: FrameType | None) -> None:
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise Stopped


if __name__ == "__main__":
    # A terminal that goes away must not leave the servers behind.
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    sys.exit(main())
