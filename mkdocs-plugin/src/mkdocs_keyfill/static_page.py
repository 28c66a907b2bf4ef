"""The how-to without JavaScript, made by the Rust views (`static.json`), and its placeholders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from html import escape
from typing import Any

from mkdocs_keyfill import rules
from mkdocs_keyfill.clients import built_in, client_texts
from mkdocs_keyfill.clients.client import Client
from mkdocs_keyfill.slots.slot import Slot
from mkdocs_keyfill.words import Text

TOKENS = (
    "brand",
    "code",
    "endpoint",
    "host",
    "keystone",
    "lead",
    "panel",
    "profile",
    "region",
    "region_options",
    "sample_button",
    "signing_region",
    "slot",
    "title",
    "title_line",
)
"""The names that may stand in double braces in `static.json`."""

_TOKEN = re.compile(r"\{\{(" + "|".join(TOKENS) + r")\}\}")


class Markup(str):
    """Text that is HTML already, so that `fill` does not escape it."""

    __slots__ = ()


@dataclass(frozen=True)
class StaticPage:
    """The fragments of HTML that a panel is put together from, and what Rust knows by itself."""

    bar: str
    """The line above the tabs, for a site with one region."""
    bar_regions: str
    """The same with a choice of regions."""
    bar_list: str
    """The line above nothing, for a panel without tabs."""
    bar_list_regions: str
    """The same with a choice of regions."""
    sample_button: str
    """What begins a sample, in the bar of a site that offers one."""
    title_line: str
    """The words above a panel."""
    explanation: str
    """What the panel does, and how keys are made by hand."""
    offer: str
    """What a page with slots and no panel has."""
    words: str
    """What the script says that makes the page work before the app is there."""
    own_step: str
    """A step of a tab of the author's own."""
    slot: str
    """A placeholder in its code."""
    clients: tuple[Client, ...]
    """Every client that Keyfill knows, for all stores; those with a tab by default come first."""
    files: Client
    """The files to save, for all stores, as a client's."""
    slots: tuple[Slot, ...]
    """The slots with their default names."""
    key_names: tuple[str, ...]
    """Names that only a key of S3, or an id of OpenStack, is given to."""
    texts: Mapping[str, Text]
    """The texts that an author may replace, by their ids."""

    @property
    def client_ids(self) -> list[str]:
        """The names that the option `clients` may list."""
        return [client.id for client in self.clients]

    @property
    def default_clients(self) -> list[str]:
        """Those of them that have a tab where an author says nothing."""
        return [id_ for id_ in rules.DEFAULTS.clients if id_ in self.client_ids]


FRAGMENTS = tuple(field.name for field in fields(StaticPage) if field.type is str)


@cache
def load() -> StaticPage:
    """Take the fragments of the file that the Rust build generates."""
    raw = rules.static()
    clients, files = built_in.load_for_all_stores(), built_in.files_for_all_stores()
    return StaticPage(
        **{name: raw[name] for name in FRAGMENTS},
        clients=clients,
        files=files,
        slots=tuple(_slot(slot) for slot in raw["slots"]),
        key_names=_key_names(raw["evidence"]),
        texts={**client_texts.texts([*clients, files]), **rules.TEXTS},
    )


def fill(fragment: str, values: Mapping[str, str]) -> str:
    """Replace the tokens in one pass, so that no value is ever read as a token."""

    def replacement(match: re.Match[str]) -> str:
        value = values[match[1]]
        return value if isinstance(value, Markup) else escape(value)

    return _TOKEN.sub(replacement, fragment)


def _key_names(evidence: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Take the names that stand for themselves; `*` in one stands for anything."""
    names = (*evidence["names_of_keys"], *evidence["names_of_ids"])
    return tuple(name for name in names if "*" not in name)


def _slot(raw: Mapping[str, Any]) -> Slot:
    """Read a slot; the label of one that the session fills is for the browser alone."""
    kind = raw.get("kind")
    label = raw["label"] if kind else None
    return Slot(raw["id"], tuple(raw["names"]), kind, label, raw["harmless"])
