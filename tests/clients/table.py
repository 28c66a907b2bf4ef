"""Writes the table of `docs/clients.md` from what the tests have noted: python -m clients.table

Run the tests of this folder before; with KEYFILL_TIMES=2 they run each client in each shell.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":  # The clients as they are now, not as they were installed.
    sys.path.insert(0, str(ROOT / "mkdocs-plugin" / "src"))

# ruff: noqa: E402

from mkdocs_keyfill.clients import built_in

from clients.record import NOTES

GUIDE = ROOT / "docs" / "clients.md"
HEAD = "| Client | Version | What was run | What was only read by a parser |\n|---|---|---|---|\n"
POSIX = ("bash", "dash", "zsh")
ORDER = ("check", "use", "refusal", "undo")


@dataclass(frozen=True)
class Note:
    """A line that a test has written."""

    kind: str
    client: str
    version: str
    shell: str
    what: str


def notes() -> list[Note]:
    """Read what the tests have noted, each thing once."""
    lines = (line for file in NOTES.glob("*.jsonl") for line in file.read_text().splitlines())
    return [Note(*json.loads(line)) for line in sorted(set(lines))]


def rows(found: list[Note]) -> Iterator[str]:
    """Write a row for each client."""
    for client in built_in.load():
        own = [note for note in found if note.client == client.id]
        ran = [note for note in own if note.kind == "ran"]
        versions = ", ".join(dict.fromkeys(note.version for note in ran)) or "none"
        yield f"| {client.label} | {versions} | {_ran(ran)} | {_read(own, ran)} |\n"


def _ran(ran: list[Note]) -> str:
    shells: dict[str, list[str]] = {}
    for shell in (*POSIX, "fish"):
        done = [note.what for note in ran if note.shell == shell]
        if done:
            shells.setdefault(_what(done), []).append(shell)
    return "; ".join(f"{', '.join(names)}: {what}" for what, names in shells.items()) or "nothing"


def _what(done: list[str]) -> str:
    """Put together what was done; the forms of the set-up stand in one pair of brackets."""
    words = list(dict.fromkeys(word for each in done for word in each.split(", ")))
    forms = [word[8:-6] for word in words if word.startswith("set up (")]
    others = [word for word in ORDER if word in words]
    return f"set up ({', '.join(forms)}), {', '.join(others)}"


def _read(own: list[Note], ran: list[Note]) -> str:
    shells = {note.shell for note in ran}
    left = [note for note in own if note.kind == "read" and note.shell not in shells]
    parsers: dict[str, list[str]] = {}
    for note in left:
        # A shell that reads a text without running it is its own parser.
        parser = "themselves" if note.what == f"{note.shell} -n" else note.what
        parsers.setdefault(parser, []).append(note.shell)
    parts = [f"{', '.join(names)} by {parser}" for parser, names in parsers.items()]
    return "; ".join(parts) or "nothing"


def text(before: str, found: list[Note]) -> str:
    """Put the table into the guide."""
    start, _, rest = before.partition(HEAD)
    old = rest.partition("\n\n")[0] + "\n" if rest.startswith("|") else ""
    return f"{start}{HEAD}{''.join(rows(found))}{rest[len(old) :]}"


def main() -> None:
    GUIDE.write_text(text(GUIDE.read_text(), notes()))


if __name__ == "__main__":
    main()
