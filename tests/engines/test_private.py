"""A session in private windows: it follows its reader there too, and nothing of it is stored.

Chromium's tabs are private in every test: a user context of its own is off the record there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from stack import Stack

from .conftest import Run, World, at_the_page
from .firefox import firefox
from .reader import Reader
from .test_following import COMMANDS, RECORD, go, signed_in
from .test_journey import LEAD, sign_out
from .webkit import webkit

PRIVATE: dict[str, Run] = {
    "firefox": partial(firefox, private=True),
    "webkit": partial(webkit, private=True),
}


@pytest.fixture(params=PRIVATE)
def private_reader(
    request: pytest.FixtureRequest, world: World, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """A reader in a private window."""
    with (
        PRIVATE[request.param](tmp_path_factory.mktemp(f"private-{request.param}")) as engine,
        at_the_page(engine, world, scripts=True) as reader,
    ):
        yield reader


def test_a_session_follows_in_a_private_window(
    private_reader: Reader, following: str, stack: Stack
) -> None:
    reader = private_reader
    filled = signed_in(reader, following, stack)
    for name, heading in (("slots", "Slots"), ("plain", "Plain"), ("index", "Home")):
        go(reader, name, heading)
        if name != "plain":
            reader.sees(COMMANDS, filled)
        reader.expect("what is stored", RECORD, None)
    sign_out(reader)
    go(reader, "slots", "Slots")
    go(reader, "index", "Home")
    reader.reads(LEAD, "Fill in your own keys")
    reader.expect("what is stored", RECORD, None)
