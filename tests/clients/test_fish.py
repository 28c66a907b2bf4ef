"""The pieces for fish run the scripts of the other shells: `test_each_client.py` pastes them."""

from __future__ import annotations

import pytest

from . import fish_pieces


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
