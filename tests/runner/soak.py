"""Runs the random tests with a new seed again and again: python3 -m runner.soak MINUTES

First every client is tried in every shell, form and home, which `make test` does for each two of
them only; that takes most of an hour. Then axe looks at every state of a panel in every theme, the
sites of each generator are visited, and a session goes along for 200 navigations in each engine and
through ten pages of every theme.
After that every round is one seed, which is printed before it begins, and makes many times as many
cases as `make test` does. Two rounds are the least: then a million hostile strings were read in
each target. The first failure ends the soak, with the command that repeats it.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from venvs import ROOT

from .results import of_cargo

TIMES, LEAST_ROUNDS = 10, 2
RANDOM = ("cargo", "test", "--locked", "--quiet", "--test", "app", "--test", "programs")
PYTEST: tuple[str, ...] = (
    "target/venv/tests/bin/python",
    "-m",
    "pytest",
    "-c",
    "mkdocs-plugin/pyproject.toml",
)
PYTEST += ("--rootdir=.", "-n", "auto", "--no-loadscope-reorder", "-q")
STRINGS = (*PYTEST, "tests/quoting")
FILES = ("test_each_client.py", "test_set_up.py", "test_side_by_side.py")
SITES = (*PYTEST, "tests/e2e/test_accessibility.py", "tests/generators")
FOLLOWING = (*PYTEST, "tests/e2e/test_following.py")
FOLLOWING += ("tests/engines/test_following.py", "tests/engines/test_following_sites.py")
CLIENTS = (*PYTEST, *(f"tests/clients/{name}" for name in FILES))
ALWAYS = {"KEYFILL_ORACLES": "required", "PYTHONPATH": "tests"}


def main() -> int:
    deadline = time.monotonic() + 60 * float(sys.argv[1])
    rounds = passed = 0
    for first in (CLIENTS, SITES, FOLLOWING):
        if _said(first, {"KEYFILL_TIMES": "2"}) is None:
            return 1
    while rounds < LEAST_ROUNDS or time.monotonic() < deadline:
        told = {"KEYFILL_SEED": f"{secrets.randbits(64):x}", "KEYFILL_TIMES": str(TIMES)}
        said = _said(RANDOM, told)
        if said is None or _said(STRINGS, told) is None:
            return 1
        rounds += 1
        passed += of_cargo(said).passed
    print(f"{rounds} seeds\n{passed} passed, 0 failed")
    return 0


def _said(command: Sequence[str], told: Mapping[str, str]) -> str | None:
    """Run a command, and return what it said; None where it failed."""
    variables = {**ALWAYS, **told}
    repeat = " ".join([*(f"{name}={value}" for name, value in variables.items()), *command])
    print(f"== {repeat}", flush=True)
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(f"{done.stdout}\nTo repeat it: {repeat}", flush=True)
        return None
    print(f"{time.monotonic() - started:.0f} s", flush=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
