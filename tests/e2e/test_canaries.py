"""What a session on its way leaves behind: only what must be there, and after its time nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stack import Stack
from waiting import until

from .canary import (
    Canary,
    canary,
    in_buffers,
    in_heap,
    in_wasm,
    in_worker,
    stored,
    watch_pages,
    watch_worker,
)
from .conftest import World
from .follower import filled, go, nobody, signed_in
from .panel import Panel
from .visit import FAILED_LOAD, Visit

# A page of the site in which no script runs.
TEXT = "text.txt"


@pytest.fixture(scope="module")
def site(following: str, world: World) -> str:
    """The site, with a page that has no scripts."""
    (world.directory / "following" / TEXT).write_text("Read me.")
    return following


@pytest.fixture(scope="module")
def careless(site: str, world: World) -> str:
    """The same site where nothing is overwritten."""
    copy = world.directory / "careless"
    shutil.copytree(world.directory / "following", copy)
    for file in copy.glob("assets/keyfill/*/*.js"):
        without_overwriting(file)
    return site.replace("/following/", "/careless/")


def without_overwriting(file: Path) -> None:
    text = file.read_text()
    file.write_text(text.replace(".fill(", ".at("))


def test_between_two_pages(visit: Visit, site: str, stack: Stack) -> None:
    page = visit.page
    watch_pages(page)
    # Chromium asks for an icon, of a page that names none.
    visit.expect_console(FAILED_LOAD)
    signed_in(visit, site, stack)
    worker = watch_worker(page)
    token = visit.calls(stack.keystone_url)[-1].headers["x-auth-token"]
    page.evaluate("name => void (location.href = name)", TEXT)
    page.wait_for_url(f"**/{TEXT}")
    until(lambda: worker.evaluate("self.masked"), lambda: "nothing is kept")
    of = canary(worker, token)
    for seconds in (0, 1, 18):
        worker.evaluate("self.pass", seconds * 1_000)
        assert in_heap(page, of) == []
        assert in_buffers(page, of) == []
        # Each has one half, which says nothing.
        assert in_worker(worker, of) == ["sealed"]
        assert stored(page, of) == ["pad"]
    worker.evaluate("self.pass", 2_000)
    until(lambda: in_worker(worker, of) == [], lambda: "it is not overwritten")
    page.goto(site)
    nobody(page)
    assert stored(page, of) == []


def on_the_way(visit: Visit, site: str, stack: Stack) -> tuple[Canary, list[str]]:
    """Go through two pages, and say what is in the buffers of the second and of the worker."""
    page = visit.page
    watch_pages(page)
    _, access = signed_in(visit, site, stack)
    worker = watch_worker(page)
    token = visit.calls(stack.keystone_url)[-1].headers["x-auth-token"]
    go(page, "plain")
    page.wait_for_function("sessionStorage.length === 0")
    of = canary(worker, token)
    go(page, "index")
    filled(page, access)
    visit.settled()
    worker.evaluate("self.pass", 21_000)
    assert "token" not in in_heap(page, of)
    return of, in_buffers(page, of) + in_worker(worker, of)


def test_where_it_has_come(visit: Visit, site: str, stack: Stack) -> None:
    of, found = on_the_way(visit, site, stack)
    page = visit.page
    assert found == []
    assert in_wasm(page, of) == ["token"]
    assert stored(page, of) == []
    panel = Panel(visit)
    panel.sign_out()
    panel.expect_signed_out()
    visit.settled()
    assert in_wasm(page, of) == []
    assert in_buffers(page, of) == []
    assert stored(page, of) == []


def test_a_build_that_overwrites_nothing_is_found_out(
    visit: Visit, careless: str, stack: Stack
) -> None:
    _, found = on_the_way(visit, careless, stack)
    assert set(found) == {"pad", "sealed"}
