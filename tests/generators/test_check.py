"""`keyfill check` says of every page what the browser does there: both ask the same code."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from mkdocs_keyfill import static_page
from mkdocs_keyfill.check import site_check, site_pages
from mkdocs_keyfill.slots import slot_engine
from mkdocs_keyfill.slots.slot_engine import Found

from stack import Stack
from waiting import until

from .conftest import OpenReader
from .expected import Key
from .reader import Reader
from .test_filling import pages_of

# What the engine tries variables with, so that the same can be written in the same places.
VALUES = {"seconds": "3600"}
OTHER = "photos"
# The id of each slot that is wrapped, and how it looks; themes put some elsewhere in the page.
LOOKS = """() => [...document.querySelectorAll(".keyfill-slot[data-slot]")]
  .filter((slot) => !slot.closest(".keyfill"))
  .map((slot) => {
    const look = ["value", "offered", "refused"]
      .find((name) => slot.classList.contains(`keyfill-${name}`));
    return [slot.dataset.slot, look ?? "empty"];
  }).sort()"""
# Material takes an annotation, and the slot in it, out of the page until it is opened.
OTHERWISE = [("crowded", "layout")]
# What the other tests would have to know: comments, places and languages as people write them.
MORE = {"plain": ("odd",)}
LOOK = {
    site_check.FILLED: "value",
    site_check.ON_REQUEST: "offered",
    site_check.UNWRITABLE: "refused",
    # The reader has chosen none.
    site_check.CHOSEN: "empty",
}


# Blocks with their languages, blocks without, and a page that no generator made.
@pytest.mark.parametrize("name", ["mkdocs", "crowded", "plain"])
def test_the_browser_does_what_the_check_says(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    seen = set()
    for page in (*pages_of(name), *MORE.get(name, ())):
        if (name, page) in OTHERWISE:
            continue
        found = said(reader, page)
        reader.visit_page(page)
        panel = reader.sign_in_here(stack)
        variables = {slot.id: slot for slot in static_page.load().slots if slot.kind}
        ours = [one.slot for one in found if one.state in LOOK]
        here = dict.fromkeys(slot for slot in ours if slot in variables)
        labels = {variables[id_].label or id_: VALUES.get(id_, OTHER) for id_ in here if id_}
        if labels:
            reader.give(panel, labels)
        wanted = sorted([one.slot or "", LOOK[one.state]] for one in found if one.state in LOOK)
        expect_looks(reader, page, wanted)
        seen |= {one.state for one in found}
        reader.sign_out_here()
        reader.authors.given_back()
    assert {site_check.FILLED, site_check.ON_REQUEST, site_check.CHOSEN} <= seen or name == "plain"


def expect_looks(reader: Reader, page: str, wanted: list[list[str]]) -> None:
    """Wait until each slot of the page looks as the check says; else tell where they differ."""

    def differ() -> list[tuple[int, list[str] | None, list[str] | None]]:
        pairs = enumerate(zip_longest(reader.page.evaluate(LOOKS), wanted))
        return [(at, is_, want) for at, (is_, want) in pairs if is_ != want]

    until(lambda: not differ(), lambda: f"{page}: {differ()}")


def said(reader: Reader, page: str) -> list[Found]:
    """Ask the engine about a page as it was built."""
    engine = slot_engine.load()
    panel = site_pages.panel(reader.site.directory)
    assert engine and panel
    [found] = engine.read(panel.dataset, [reader.site.file(page).read_text()])
    return [one for one in found if one.slot]
