"""The how-to without JavaScript, made by the Rust views (`static.json`), and its placeholders."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from mkdocs_keyfill.slots import Slot

STATIC_JSON = Path(__file__).with_name("static.json")

TOKENS = (
    "brand",
    "endpoint",
    "host",
    "panel",
    "profile",
    "region",
    "region_options",
    "signing_region",
)
"""The names that may stand in double braces in `static.json`."""

_TOKEN = re.compile(r"\{\{(" + "|".join(TOKENS) + r")\}\}")


class Markup(str):
    """Text that is HTML already, so that `fill` does not escape it."""

    __slots__ = ()


@dataclass(frozen=True)
class StaticClient:
    """The tab of one client."""

    id: str
    label: str
    block: str


@dataclass(frozen=True)
class StaticPage:
    """The fragments of HTML that a fence is put together from, and what Rust knows by itself."""

    bar: str
    """The line above the tabs, for a site with one region."""
    bar_regions: str
    """The same with a choice of regions."""
    clients: tuple[StaticClient, ...]
    """Every client that Keyfill knows, in the default order."""
    slots: tuple[Slot, ...] = ()
    """The slots with their default names."""
    texts: tuple[str, ...] = ()
    """The English texts that an author may replace."""
    offer: str = ""
    """What a page with slots and no panel has."""

    @property
    def client_ids(self) -> list[str]:
        """The names that the option `clients` may list."""
        return [client.id for client in self.clients]


@cache
def load() -> StaticPage:
    """Read the file that the Rust build generates and a Rust test keeps up to date."""
    raw = json.loads(STATIC_JSON.read_text(encoding="utf-8"))
    return StaticPage(
        raw["bar"],
        raw["bar_regions"],
        tuple(StaticClient(c["id"], c["label"], c["block"]) for c in raw["clients"]),
        tuple(_slot(slot) for slot in raw.get("slots", ())),
        tuple(raw.get("texts", ())),
        raw.get("offer", ""),
    )


def fill(fragment: str, values: Mapping[str, str]) -> str:
    """Replace the tokens in one pass, so that no value is ever read as a token."""

    def replacement(match: re.Match[str]) -> str:
        value = values[match[1]]
        return value if isinstance(value, Markup) else escape(value)

    return _TOKEN.sub(replacement, fragment)


def _slot(raw: Mapping[str, Any]) -> Slot:
    return Slot(raw["id"], tuple(raw["names"]), raw.get("kind"), raw.get("label"))
