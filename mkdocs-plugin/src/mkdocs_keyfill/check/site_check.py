"""Reads a finished site, of any generator: what happens to every placeholder, by page."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from mkdocs_keyfill.check import session_reach
from mkdocs_keyfill.slots.page_code import has_brackets, without_navigation
from mkdocs_keyfill.slots.slot import Slot, normal

_AT_ONCE = 2_000_000
"""How many characters are read in one go."""

# What happens to a placeholder: `State` in `src/slot-engine/finding.rs`.
FILLED = "filled"
ON_REQUEST = "on request"
CHOSEN = "chosen"
NOT_FILLED = "not filled"
UNPROVEN = "without evidence"
UNWRITABLE = "cannot be written"
OFF = "left alone"
UNKNOWN = "unknown"
# What is said in Python alone: it is nearly the name of a slot, and it is the name of one, of which
# nobody says what happens to it.
NEAR = "near miss"
KNOWN = "known"

Pages = list[tuple[str, str]]
"""Some pages: the name and the HTML of each."""


@dataclass(frozen=True, order=True)
class Finding:
    """One placeholder, as often as a page has it."""

    page: str
    written: str
    state: str
    slot: str = ""
    what: str = ""
    """What it is filled with, or what was probably meant."""
    why: str = ""
    """What shows that it is filled, or why it is not."""


@dataclass(frozen=True)
class Report:
    """What is in a site."""

    pages: int
    findings: tuple[tuple[Finding, int], ...]
    unused: tuple[tuple[str, str], ...]
    """The names of the author's own configuration that are nowhere, each after its slot."""
    incomplete: tuple[tuple[str, str, int], ...] = ()
    """Pages that lack a file of the panel: the first, what is wrong, and how many there are."""
    untold: str = ""
    """Why nothing is said of what is filled and what is not; empty where it is."""
    has_sample: bool = False
    """Whether every visitor may try the panel with a made-up cloud."""
    follows: bool = False
    """Whether sessions follow their readers from page to page."""
    refused: tuple[str, ...] = ()
    """The pages where a policy keeps them from it."""

    def count(self, *states: str) -> int:
        """Count the placeholders in some states."""
        return sum(number for finding, number in self.findings if finding.state in states)


@dataclass(frozen=True)
class Known:
    """What a site's configuration says."""

    slots: tuple[Slot, ...]
    own: frozenset[str]
    """The slots that its author changed: their names should be somewhere."""
    dataset: Mapping[str, str]
    """The attributes of a panel, as `dataset` in HTML has them."""
    has_sample: bool = False
    follows: bool = False


def known(
    config: Mapping[str, Any], defaults: tuple[Slot, ...], dataset: Mapping[str, str]
) -> Known:
    """Read a configuration as the browser does."""
    written = config.get("slots")
    standard = {slot.id: slot for slot in defaults}
    if written is None:
        slots = defaults
    else:
        slots = tuple(_slot(raw, standard.get(raw["id"])) for raw in written)
    own = frozenset(slot.id for slot in slots if slot != standard.get(slot.id))
    has_sample = config.get("sample") is True or dataset.get("sample") in ("", "true")
    follows = session_reach.of_site(config, dataset)
    return Known(slots, own, dataset, has_sample, follows)


def _slot(raw: Mapping[str, Any], standard: Slot | None) -> Slot:
    harmless = standard is None or standard.harmless
    return Slot(raw["id"], tuple(raw["names"]), raw.get("kind"), raw.get("label"), harmless)


class Reader(Protocol):
    """Who says what happens to placeholders."""

    untold: str
    """What it cannot tell, as a sentence; empty where it can tell everything."""

    def read(self, pages: Pages) -> Iterator[Finding]:
        """Find the placeholders in the code of some pages."""


def check(
    site: Iterable[tuple[str, str]],
    config: Known,
    reader: Reader,
    missing: Callable[[str, str], Iterable[str]] = lambda page, html: (),
) -> Report:
    """Look at every page."""
    counted: Counter[Finding] = Counter()
    lacking: dict[str, list[str]] = {}
    refused: list[str] = []
    number = 0

    def pages() -> Iterator[tuple[str, str]]:
        nonlocal number
        for page, html in site:
            number += 1
            for what in missing(page, html):
                lacking.setdefault(what, []).append(page)
            if config.follows and session_reach.is_refused(html):
                refused.append(page)
            lean = without_navigation(html)
            if has_brackets(lean):
                yield page, lean

    for group in _groups(pages()):
        counted.update(reader.read(group))
    incomplete = tuple((pages[0], what, len(pages)) for what, pages in lacking.items())
    seen = {normal(finding.written[1:-1]) for finding in counted if finding.state != NEAR}
    return Report(
        number,
        tuple(sorted(counted.items())),
        _unused(config, seen),
        incomplete,
        reader.untold,
        config.has_sample,
        config.follows,
        tuple(refused),
    )


def _groups(pages: Iterable[tuple[str, str]]) -> Iterator[Pages]:
    """Put as many pages together as are read in one go."""
    group: Pages = []
    length = 0
    for page, html in pages:
        if group and length + len(html) > _AT_ONCE:
            yield group
            group, length = [], 0
        group.append((page, html))
        length += len(html)
    if group:
        yield group


def _unused(config: Known, seen: set[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (slot.id, name)
        for slot in config.slots
        if slot.id in config.own
        for name in slot.names
        if normal(name) not in seen
    )
