"""Runs the random tests with a new seed again and again: python3 -m runner.soak MINUTES

Every round is one seed, which is printed before it begins, and makes many times as many cases as
`make test` does. The first failure ends the soak, with the command that repeats it.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time

from venvs import ROOT

from .results import of_cargo

TIMES = 10
RANDOM = ("cargo", "test", "--locked", "--quiet", "--test", "app", "--test", "programs")


def main() -> int:
    deadline = time.monotonic() + 60 * float(sys.argv[1])
    rounds = passed = 0
    while not rounds or time.monotonic() < deadline:
        told = {"KEYFILL_SEED": f"{secrets.randbits(64):x}", "KEYFILL_TIMES": str(TIMES)}
        repeat = " ".join([f"{name}={value}" for name, value in told.items()] + [*RANDOM])
        print(f"== {repeat}", flush=True)
        started = time.monotonic()
        done = subprocess.run(
            RANDOM,
            cwd=ROOT,
            env={**os.environ, **told, "KEYFILL_ORACLES": "required"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            print(f"{done.stdout}\nTo repeat it: {repeat}", flush=True)
            return 1
        rounds += 1
        passed += of_cargo(done.stdout).passed
        print(f"{time.monotonic() - started:.0f} s", flush=True)
    print(f"{rounds} seeds\n{passed} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
