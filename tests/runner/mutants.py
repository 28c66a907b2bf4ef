"""Changes the code that guards values, one thing at a time: python3 -m runner.mutants

The unit tests beside that code must fail for each change. One that they do not see is a survivor:
it gets a test, or a reason in `defended.toml`. This takes an hour or more, so it is for people.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from venvs import ROOT

PROGRAM = ROOT / "target" / "tools" / "bin" / "cargo-mutants"
OUTPUT = ROOT / "target" / "mutants"
DEFENDED = Path(__file__).with_name("defended.toml")
# What stands between a value and the place where it is written.
FILES = (
    "src/core/quote/*.rs",
    "src/core/endpoint.rs",
    "src/core/admit/*.rs",
    "src/core/secret.rs",
    "src/core/slot/place*.rs",
)
# The core alone, which is compiled in seconds; its tests are beside the code. What stands behind
# `--` is for the tests alone, and all programs would be built for each change.
CORE = ("--no-default-features", "--cargo-arg=--lib")


def command() -> list[str]:
    """Return the command that makes and tries all mutants, in a copy of this folder."""
    files = [word for name in FILES for word in ("--file", name)]
    return [str(PROGRAM), "mutants", "--output", str(OUTPUT), "--jobs", "1", *files, *CORE]


def survivors(lines: Iterable[str]) -> list[str]:
    """Name the survivors as the list does: without the line, which other changes move."""
    names = (re.sub(r"^([^:]+):\d+:\d+: ", r"\1: ", line.strip()) for line in lines)
    return sorted({name for name in names if name})


def defended() -> dict[str, str]:
    """Return the survivors that are as good as the code, each with the reason."""
    listed = tomllib.loads(DEFENDED.read_text())["defended"]
    return {each["mutant"]: each["reason"] for each in listed}


def main() -> int:
    environment = {**os.environ, "CARGO_PROFILE_TEST_DEBUG": "0"}
    environment.pop("CARGO_TARGET_DIR", None)
    done = subprocess.run(["nice", *command()], cwd=ROOT, env=environment, check=False)
    # 2 says that some survived, and 3 that some took too long; the rest is no result.
    if done.returncode not in (0, 2, 3):
        return done.returncode
    found = OUTPUT / "mutants.out"
    names = [(found / name).read_text().splitlines() for name in ("missed.txt", "timeout.txt")]
    left, known = survivors(line for lines in names for line in lines), defended()
    for name in left:
        print(f"{'defended' if name in known else 'SURVIVED'}: {name}")
    stale = sorted(set(known) - set(left))
    for name in stale:
        print(f"NOT THERE ANY MORE, take it out of {DEFENDED.name}: {name}")
    undefended = [name for name in left if name not in known]
    print(f"{len(left)} survived, {len(undefended)} of them undefended")
    return 1 if undefended or stale else 0


if __name__ == "__main__":
    sys.exit(main())
