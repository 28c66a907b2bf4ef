"""What each page of the source site says once it is filled: the files in `filled/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from stack import Stack

FILLED = Path(__file__).with_name("filled")
BETWEEN = "\n----\n"
MASK = "\u2022" * 16


@dataclass(frozen=True)
class Key:
    """The one credential of alice's, and what else is filled in while it is in use."""

    access: str
    # A failed test writes down what it compared: compare with `in` and `is True` only.
    secret: str
    values: dict[str, str]

    @property
    def profile(self) -> str:
        return self.values["PROFILE"]


def key(stack: Stack) -> Key:
    """Make alice's credential. The first region is the chosen one."""
    made = stack.identity.create_credential("alice", "demo")
    while made["access"][0].isdigit():
        # It may be a number to YAML or to a shell, and would be in quotes there.
        stack.identity.delete_credential("alice", made["access"])
        made = stack.identity.create_credential("alice", "demo")
    alice = stack.users["alice"]
    name, url = next(iter(stack.s3_regions.items()))
    values = {
        "KEY": made["access"],
        "MASK": MASK,
        "REGION": name,
        "PROFILE": name.lower(),
        "ENDPOINT": urlsplit(url).netloc,
        "PROJECT": alice.projects["demo"],
        "USER": alice.id,
    }
    return Key(made["access"], made["secret"], values)


def texts(page: str, key: Key) -> list[str]:
    """Return the text of each piece of code of a page, in their order."""
    name = page.replace("/", "-") or "index"
    text = (FILLED / f"{name}.txt").read_text().removesuffix("\n")
    filled = re.sub(r"@([A-Z]+)@", lambda found: key.values[found[1]], text)
    return filled.split(BETWEEN)
