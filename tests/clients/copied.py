"""What readers copy, as native code makes it: the golden files, with values of this run.

`tests/programs/snippets.rs` and `tests/programs/exports.rs` compare the golden files with what the
core makes of made-up values. Here these values are replaced by those of a running stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"

# The made-up values, from `tests/programs/samples.rs`.
_ACCESS = "3f9c51a6d2e84b07a1c95e60b7d8f2a4"
_SECRET = "0badc0de0badc0de0badc0de0badc0de"
_PROJECT = "4f1c2d3e5a6b47889900aabbccddeeff"
_USER = "9a8b7c6d5e4f40312233445566778899"
_KEYSTONE = "https://aur1.example:5000/v3"
_HOST = "s3-aur1.aurora.example:8080"
_REGION = "Aur1"


@dataclass(frozen=True)
class Values:
    """What stands in for the made-up values."""

    access: str
    secret: str
    host: str
    region: str = _REGION
    project: str = _PROJECT
    user: str = _USER
    keystone: str = _KEYSTONE


@dataclass(frozen=True)
class SetUp:
    """What a reader copies from a tab, one after the other."""

    command: str
    check: str
    use: str
    undo: str


def proof(client: str, values: Values) -> str:
    """Return the command that proves a key; it asks for the secret key."""
    return _blocks(client, "Test", values)[0]


def set_up(client: str, form: str, values: Values) -> SetUp:
    """Return the commands of a tab in a form: `Prompt`, whose first one asks, or `Quick`."""
    command, *_, check, use, undo = _blocks(client, f"{form} form", values)
    return SetUp(command, check, use, undo)


def exported(name: str, values: Values) -> str:
    """Return the text of a file that can be downloaded, by its name for the region of the tests."""
    return _filled((_FIXTURES / "exports" / name).read_text(), values)


def _blocks(client: str, section: str, values: Values) -> list[str]:
    text = (_FIXTURES / "snippets" / f"{client}.md").read_text()
    _, _, text = text.partition(f"\n## {section}, All known\n")
    text, _, _ = text.partition("\n## ")
    blocks = re.findall(r"\n```[a-z]+\n(.*?)\n```\n", text, re.DOTALL)
    return [_filled(block, values) for block in blocks]


def _filled(text: str, values: Values) -> str:
    known = {
        _ACCESS: values.access,
        _SECRET: values.secret,
        _PROJECT: values.project,
        _USER: values.user,
        _KEYSTONE: values.keystone,
        _HOST: values.host,
        _REGION: values.region,
        # The profile, alias or file, where none of the others begins.
        _REGION.lower(): values.region.lower(),
    }
    return re.sub("|".join(map(re.escape, known)), lambda slot: known[slot[0]], text)
