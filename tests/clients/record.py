"""Notes what was run and what was only read by a parser, for the table of `docs/clients.md`."""

from __future__ import annotations

import json
import os
from pathlib import Path

NOTES = Path(__file__).resolve().parents[2] / "target" / "clients-tried"


def ran(client: str, version: str, shell: str, what: str) -> None:
    """Note that a client did something: it is called at the end of what has succeeded."""
    _note("ran", client, version, shell, what)


def validated(client: str, shell: str, parser: str) -> None:
    """Note that a text was read by a parser, and nothing was run."""
    _note("read", client, "", shell, parser)


def _note(*words: str) -> None:
    """Each process writes into a file of its own."""
    NOTES.mkdir(parents=True, exist_ok=True)
    with (NOTES / f"{os.getpid()}.jsonl").open("a") as file:
        file.write(json.dumps(words) + "\n")
