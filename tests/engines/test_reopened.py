"""Tabs that a browser makes out of others have no session: one that is duplicated or reopened.

Only Firefox lets a test do that; the others copy and keep the same storage, of which nothing is
there while a page is open.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stack import Stack

from .conftest import World, at_the_page
from .firefox import FirefoxTab, firefox
from .reader import Reader, Thing
from .test_following import COMMANDS, RECORD, go, signed_in
from .test_journey import LEAD

PLACEHOLDERS = "export AWS_ACCESS_KEY_ID=<access-key> BUCKET=<bucket>"


@pytest.fixture
def firefox_reader(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader in Firefox, whose window a test can tell what to do."""
    with (
        firefox(tmp_path_factory.mktemp("reopened")) as engine,
        at_the_page(engine, world, scripts=True) as reader,
    ):
        yield reader


def expect_nobody(tab: FirefoxTab, url: str) -> None:
    other = Reader(tab)
    other.expect("the address", "() => location.href", url)
    other.reads(Thing("article h1"), "Home")
    other.reads(LEAD, "Fill in your own keys")
    other.sees(COMMANDS, PLACEHOLDERS)
    other.expect("what is stored", RECORD, None)
    other.expect("what else was stored", "() => sessionStorage.mark", "1")


def test_duplicated_and_reopened_tabs_have_no_session(
    firefox_reader: Reader, following: str, stack: Stack
) -> None:
    reader, tab = firefox_reader, firefox_reader.tab
    assert isinstance(tab, FirefoxTab)
    filled = signed_in(reader, following, stack)
    go(reader, "slots", "Slots")
    go(reader, "index", "Home")
    reader.sees(COMMANDS, filled)
    # What the browser takes along is there.
    tab.evaluate("() => void (sessionStorage.mark = 1)")
    duplicate = tab.opened("gBrowser.duplicateTab(tab)")
    expect_nobody(duplicate, following)
    reader.sees(COMMANDS, filled)
    Reader(duplicate).open(f"{following}plain/")
    tab.told("gBrowser.removeTab(tab)")
    reopened = duplicate.opened("SessionStore.undoCloseTab(window, 0)")
    expect_nobody(reopened, following)
    reader.tab = reopened
