"""Reads a finished site, of any generator: every slot by page, and what is nearly one."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_keyfill import near, page_text
from mkdocs_keyfill.page_text import ALL, Code
from mkdocs_keyfill.slot_text import Bracketed, bracketed, looks_like_a_name
from mkdocs_keyfill.slots import Slot, by_name, normal
from mkdocs_keyfill.statements import destroys

_CODE = re.compile(r"<code\b[^>]*>.*?(?:</code>|\Z)", re.DOTALL | re.IGNORECASE)
_BRACKET = re.compile(r"&(?:lt|#0*60|#x0*3c)\b", re.IGNORECASE)

_SESSION = {
    "access-key": "the reader's access key",
    "secret-key": "the reader's secret key, masked",
    "region": "the reader's region",
    "endpoint": "the endpoint of the reader's region",
    "host": "the host of the reader's region",
    "project-id": "the reader's project",
    "user-id": "the reader's user",
}

FILLED = "filled"
OFF = "left alone"
CHOSEN = "chosen"
UNKNOWN = "unknown"
NEAR = "near miss"


@dataclass(frozen=True, order=True)
class Finding:
    """One placeholder, as often as a page has it."""

    page: str
    written: str
    state: str
    slot: str = ""
    what: str = ""
    """What it is filled with, or what was probably meant."""


@dataclass(frozen=True)
class Report:
    """What is in a site."""

    pages: int
    findings: tuple[tuple[Finding, int], ...]
    unused: tuple[tuple[str, str], ...]
    """The names of the author's own configuration that are nowhere, each after its slot."""
    incomplete: tuple[tuple[str, str, int], ...] = ()
    """Pages that lack a file of the panel: the first, what is wrong, and how many there are."""

    def count(self, *states: str) -> int:
        """Count the placeholders in some states."""
        return sum(number for finding, number in self.findings if finding.state in states)


@dataclass(frozen=True)
class Known:
    """What a site's configuration says."""

    slots: tuple[Slot, ...]
    regions: tuple[Mapping[str, Any], ...]
    own: frozenset[str]
    """The slots that its author changed: their names should be somewhere."""


def known(config: Mapping[str, Any], defaults: tuple[Slot, ...]) -> Known:
    """Read a configuration as the browser does."""
    written = config.get("slots")
    standard = {slot.id: slot for slot in defaults}
    if written is None:
        slots = defaults
    else:
        slots = tuple(
            Slot(raw["id"], tuple(raw["names"]), raw.get("kind"), raw.get("label"))
            for raw in written
        )
    own = frozenset(slot.id for slot in slots if slot != standard.get(slot.id))
    return Known(slots, tuple(config.get("regions") or ()), own)


def check(
    site: Iterable[tuple[str, str]],
    config: Known,
    missing: Callable[[str, str], Iterable[str]] = lambda page, html: (),
) -> Report:
    """Look at every page."""
    checker = _Checker(config)
    counted: Counter[Finding] = Counter()
    lacking: dict[str, list[str]] = {}
    number = 0
    for page, html in site:
        number += 1
        for what in missing(page, html):
            lacking.setdefault(what, []).append(page)
        # Parsing is slow; most pages have no bracket in their code.
        if any(_BRACKET.search(code) for code in _CODE.findall(html)):
            for code in page_text.codes(html):
                counted.update(checker.findings(page, code))
    incomplete = tuple((pages[0], what, len(pages)) for what, pages in lacking.items())
    return Report(number, tuple(sorted(counted.items())), checker.unused(), incomplete)


class _Checker:
    def __init__(self, config: Known) -> None:
        self._config = config
        self._by_name = by_name(config.slots)
        self._opt_outs = {*self._by_name, *(normal(slot.id) for slot in config.slots)}
        self._names = [name for slot in config.slots for name in slot.names]
        self._seen: set[str] = set()
        self._near: dict[str, str | None] = {}

    def findings(self, page: str, code: Code) -> Iterator[Finding]:
        for name in sorted(code.off - ALL - self._opt_outs):
            yield self._unknown(page, f"off {name}", name)
        for found in bracketed(code.text):
            slot = self._by_name.get(normal(found.name))
            if slot is None:
                if looks_like_a_name(found.name) and not code.off >= ALL:
                    yield self._unknown(page, found.written, found.name)
                continue
            self._seen.add(normal(found.name))
            state, what = self._state(slot, found, code)
            yield Finding(page, found.written, state, slot.id, what)

    def unused(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (slot.id, name)
            for slot in self._config.slots
            if slot.id in self._config.own
            for name in slot.names
            if normal(name) not in self._seen
        )

    def _state(self, slot: Slot, found: Bracketed, code: Code) -> tuple[str, str]:
        if code.leaves(slot):
            return OFF, "opted out"
        if slot.id == "access-key" and destroys(code.text, found.start, code.language):
            return CHOSEN, "deletes a key"
        return FILLED, self._filling(slot)

    def _filling(self, slot: Slot) -> str:
        if slot.id not in _SESSION:
            return f"the reader's value ({slot.label or slot.id})"
        if len(self._config.regions) == 1:
            [region] = self._config.regions
            endpoint = region["s3_endpoint"]
            host = endpoint.partition("://")[2]
            own = {"region": region["name"], "endpoint": endpoint, "host": host}
            return str(own.get(slot.id, _SESSION[slot.id]))
        return _SESSION[slot.id]

    def _unknown(self, page: str, written: str, name: str) -> Finding:
        if name not in self._near:
            self._near[name] = near.near_miss(name, self._names)
        meant = self._near[name]
        if meant is None:
            return Finding(page, written, UNKNOWN)
        return Finding(page, written, NEAR, self._by_name[normal(meant)].id, f"<{meant}>")
