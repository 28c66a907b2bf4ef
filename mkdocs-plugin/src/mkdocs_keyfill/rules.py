"""The rules that the app hands over as data, in `static.json`. None of them is written here.

Those that cannot be data have cases in `tests/rules`, which the tests of both programs read.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs_keyfill.words import PLURAL_FORMS, Forms, Text

STATIC_JSON = Path(__file__).with_name("static.json")


@dataclass(frozen=True)
class Limits:
    """The longest texts, in characters, and the longest lists."""

    shown: int
    """A brand, a title."""
    domain: int
    region: int
    slot_id: int
    slot_name: int
    slot_label: int
    clients: int
    """How many may have a tab."""
    tabs_in_row: int
    """How many of those have a place in the row of tabs."""
    tabs: int
    """How many there may be."""
    steps: int
    """How many a tab may have."""
    tab_id: int
    tab_label: int
    lead: int
    """The sentence of a step."""
    language: int
    step: int
    """The text of a step."""
    text: int
    """What stands for a text of the panel."""


@dataclass(frozen=True)
class Defaults:
    """What holds where an author says nothing."""

    clients: tuple[str, ...]
    sign_in: tuple[str, ...]
    domain: str
    idle_minutes: int
    catalog_endpoints: bool
    deletion_delay: int
    remember_values: bool
    session: str
    copy_buttons: bool
    sample: bool


@dataclass(frozen=True)
class Ranges:
    """The numbers that an option may be."""

    idle_minutes: range
    deletion_delay: range


@dataclass(frozen=True)
class Placeholders:
    """What stands in the panel's commands for a value that is not known."""

    region: str
    """Of its name, its profile, and the region that requests are signed for."""
    endpoint: str
    host: str


@dataclass(frozen=True)
class Characters:
    """What characters are, each as the inside of a class of a regular expression."""

    hidden: str
    """Those that cannot be seen, beside control characters."""
    typography: str
    """Those of them that words for readers may have."""
    letters: str
    """Those of which the name of a slot has at least one."""
    inner: str
    """All that it may have."""
    not_last: str
    """Those of them that stand neither first nor last."""
    normal: Mapping[int, str]
    """What becomes of each in the normal form of a name, for `str.translate`."""


@cache
def static() -> dict[str, Any]:
    """Read the file that the Rust build generates and a Rust test keeps up to date."""
    raw: dict[str, Any] = json.loads(STATIC_JSON.read_text(encoding="utf-8"))
    return raw


def _class(ranges: Iterable[tuple[int, int]]) -> str:
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


def _characters(raw: Mapping[str, Any]) -> Characters:
    classes = {name: _class(raw[name]) for name in raw if name != "normal"}
    return Characters(**classes, normal=str.maketrans(raw["normal"]))


def _text(raw: Mapping[str, Any]) -> Text:
    more = {form: raw[form] for form in PLURAL_FORMS if form in raw and form != "other"}
    return Text(raw["id"], raw["key"], Forms(raw["other"], more), raw["stage"])


def _range(ends: tuple[int, int]) -> range:
    return range(ends[0], ends[1] + 1)


def _tuples(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in raw.items()}


_RULES = static()["rules"]

TEXTS: Mapping[str, Text] = {text["id"]: _text(text) for text in static()["texts"]}
"""The texts of the panel."""

KINDS: tuple[str, ...] = tuple(_RULES["kinds"])
"""The kinds of variables."""

SIGN_IN: tuple[str, ...] = tuple(_RULES["sign_in"])
"""The ways to sign in, in the default order."""

SHOWS: tuple[str, ...] = tuple(_RULES["shows"])
"""What a panel can show; the first is everything."""

SECRET_WORDS: tuple[str, ...] = tuple(_RULES["secret_words"])
"""Parts of names, in normal form and without `.`, that no variable may have."""

LANGUAGES = {language: frozenset(names) for language, names in _RULES["languages"].items()}
"""The names of the languages that the app can tell, in lower case, by what it makes of them."""

SKIPPED: tuple[str, ...] = tuple(_RULES["skipped"])
"""Elements whose code is not looked at, as selectors of CSS."""

AROUND: tuple[str, ...] = tuple(_RULES["around"])
"""What generators put around a block, as selectors of CSS."""

OFF: str = _RULES["off"]
"""What marks an element whose code is left alone, as one."""

SECTIONS: tuple[str, ...] = tuple(_RULES["sections"])
"""The sections of a client, in the order in which a file has them."""

SHELLS: tuple[str, ...] = tuple(_RULES["shells"])
"""The shells that commands are written for."""

FORMS: tuple[str, ...] = tuple(_RULES["forms"])
"""How the secret key gets to a client; the first is that of a page at rest."""

CLIENT_FACTS: tuple[str, ...] = tuple(_RULES["client_facts"])
"""The slots that only clients and tabs have, each with its id for its only name."""

FACTS_OF_REGION: tuple[str, ...] = tuple(_RULES["facts_of_region"])
"""Those of them that are known with a region only."""

UNFILLED: Mapping[str, tuple[str, str]] = _tuples(_RULES["unfilled"])
"""What stands around a text for a shell while it is not filled in, so that it does nothing."""

STORE: Mapping[str, tuple[str, ...]] = {
    name: tuple(_RULES[name]) for name in ("addressing", "checksums")
}
"""What may be said of a store; the first of each holds where an author says nothing."""

SESSION: tuple[str, ...] = tuple(_RULES["session"])
"""How far a session may go: to the other pages of the site, or no further than its document."""

LIMITS = Limits(**_RULES["limits"])

DEFAULTS = Defaults(**_tuples(_RULES["defaults"]))

PLACEHOLDERS = Placeholders(**_RULES["placeholders"])

RANGES = Ranges(**{name: _range(ends) for name, ends in _RULES["ranges"].items()})

CHARACTERS = _characters(_RULES["characters"])
