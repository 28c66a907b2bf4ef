"""What the tests of generators share: the sites, and a reader who visits one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from stack import Stack

from .expected import Key
from .expected import key as make_key
from .reader import Reader
from .sites import Sites
from .sites import sites as serve_sites

OpenReader = Callable[[str], Reader]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    work, of_stack = (tmp_path_factory.mktemp(name) for name in ("sites", "stack"))
    with serve_sites(work, of_stack) as built:
        yield built


@pytest.fixture
def stack(sites: Sites) -> Stack:
    """The stack, in which alice has no credential."""
    sites.stack.remove_credentials("alice")
    return sites.stack


@pytest.fixture
def key(stack: Stack) -> Key:
    """The one credential that alice has."""
    return make_key(stack)


@pytest.fixture
def read(browser: Browser, sites: Sites) -> Iterator[OpenReader]:
    """Opens readers by the name of a variant; none may have heard a word on the console."""
    readers: list[Reader] = []

    def open_one(variant: str) -> Reader:
        readers.append(Reader(browser, sites.get(variant)))
        return readers[-1]

    yield open_one
    surprises = [line for reader in readers for line in reader.visit.surprises()]
    for reader in readers:
        reader.visit.close()
    assert surprises == []
