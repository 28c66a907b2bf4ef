"""What goes wrong on the way from page to page: the session is dropped, and nothing is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from stack import Stack

from .canary import watch_worker
from .conftest import OpenVisit, World
from .follower import KEPT, filled, follows, go, leave, nobody, signed_in
from .panel import Panel
from .sites import copy_with_keystone
from .visit import FAILED_LOAD, Visit

# A page of the site in which no script runs: there the record lies, and can be changed.
TEXT = "between.txt"
Record = dict[str, Any]
# Where the version stands in the plain form, which begins with it.
VERSION_AT = len('{"version":"')


@pytest.fixture(scope="module")
def site(following: str, world: World) -> str:
    (world.directory / "following" / TEXT).write_text("Read me.")
    return following


@pytest.fixture
def at_text(visit: Visit, site: str, stack: Stack) -> tuple[Visit, str]:
    """A reader who has left a page, and has not come to the next one; and their key."""
    visit.expect_console(FAILED_LOAD)
    _, access = signed_in(visit, site, stack)
    leave(visit.page, f"{site}{TEXT}")
    return visit, access


def record(page: Page) -> Record:
    found: Record = json.loads(page.evaluate(KEPT))
    return found


def put(page: Page, record: Record | str) -> None:
    text = record if isinstance(record, str) else json.dumps(record)
    page.evaluate("text => void (sessionStorage['keyfill-session'] = text)", text)


def older(one: Record) -> None:
    """What is sealed can be changed by its pad."""
    one["pad"][VERSION_AT] ^= ord("1") ^ ord("0")


def newer(one: Record) -> None:
    one["pad"][VERSION_AT] ^= ord("1") ^ ord("2")


def another_pad(one: Record) -> None:
    one["pad"] = [byte ^ 0x80 for byte in one["pad"]]


def shorter(one: Record) -> None:
    one["pad"].pop()


def longer(one: Record) -> None:
    one["pad"].append(7)


def another_id(one: Record) -> None:
    one["id"] = "another"


def elsewhere(one: Record) -> None:
    one["scope"] = "https://evil.example/worker/"


def nowhere(one: Record) -> None:
    one["scope"] = one["scope"].replace("/worker/", "/nothing/")


def over(one: Record) -> None:
    one["until"] = 0


def empty(one: Record) -> None:
    one.clear()


CHANGES = [older, newer, another_pad, shorter, longer, another_id, elsewhere, nowhere, over, empty]


@pytest.mark.parametrize("change", CHANGES)
def test_a_record_that_was_changed(
    at_text: tuple[Visit, str], site: str, change: Callable[[Record], None]
) -> None:
    page = at_text[0].page
    one = record(page)
    change(one)
    put(page, one)
    leave(page, f"{site}panel/")
    page.wait_for_function("sessionStorage.length === 0")
    nobody(page)


@pytest.mark.parametrize("text", ["{", "null", "[]", "7", "x" * 100_000])
def test_a_record_that_is_none(at_text: tuple[Visit, str], site: str, text: str) -> None:
    page = at_text[0].page
    put(page, text)
    leave(page, f"{site}panel/")
    page.wait_for_function("sessionStorage.length === 0")
    nobody(page)


def test_a_record_that_is_used_twice(at_text: tuple[Visit, str], site: str) -> None:
    visit, access = at_text
    page = visit.page
    first = record(page)
    leave(page, f"{site}panel/")
    filled(page, access)
    leave(page, f"{site}{TEXT}")
    assert record(page)["id"] != first["id"]
    put(page, first)
    leave(page, f"{site}panel/")
    page.wait_for_function("sessionStorage.length === 0")
    nobody(page)


def test_twenty_seconds_are_over(visit: Visit, site: str, stack: Stack) -> None:
    visit.expect_console(FAILED_LOAD)
    signed_in(visit, site, stack)
    worker = watch_worker(visit.page)
    leave(visit.page, f"{site}{TEXT}")
    visit.page.wait_for_function("sessionStorage.length === 1")
    worker.evaluate("self.pass", 21_000)
    leave(visit.page, f"{site}panel/")
    visit.page.wait_for_function("sessionStorage.length === 0")
    # Who asks waits for a second, which passes when the test says so.
    worker.evaluate("self.pass", 21_000)
    nobody(visit.page)


def kill(visit: Visit) -> None:
    """Stop the worker, as the browser may at any time."""
    session = visit.context.new_cdp_session(visit.page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()


def test_the_worker_is_killed_between_two_pages(at_text: tuple[Visit, str], site: str) -> None:
    visit, _ = at_text
    kill(visit)
    leave(visit.page, f"{site}panel/")
    visit.page.wait_for_function("sessionStorage.length === 0")
    nobody(visit.page)


def test_the_worker_is_killed_while_it_is_asked(
    at_text: tuple[Visit, str], site: str, stack: Stack
) -> None:
    """It never answers, and the reader can sign in all the same."""
    visit, _ = at_text
    one = record(visit.page)
    another_id(one)
    put(visit.page, one)
    leave(visit.page, f"{site}panel/")
    # For the second in which it waits for what has that id.
    visit.page.wait_for_function("sessionStorage.length === 0")
    kill(visit)
    nobody(visit.page)
    panel = Panel(visit)
    panel.sign_in(stack.token("alice", "demo"))
    follows(panel)


@pytest.mark.parametrize("name", ["panel", "plain"])
def test_the_worker_is_killed_while_a_page_is_open(
    visit: Visit, site: str, stack: Stack, name: str
) -> None:
    """It is begun again as the page is left."""
    _, access = signed_in(visit, site, stack)
    kill(visit)
    go(visit.page, name)
    visit.page.wait_for_function("sessionStorage.length === 0")
    if name == "panel":
        filled(visit.page, access)
    kill(visit)
    go(visit.page, "index")
    filled(visit.page, access)


def test_another_cloud_gets_nothing_and_ends_it(
    visit: Visit, site: str, stack: Stack, world: World
) -> None:
    signed_in(visit, site, stack)
    page = world.directory / "following" / "panel" / "index.html"
    other = copy_with_keystone(page, "elsewhere", "https://keystone.elsewhere.example/v3")
    leave(visit.page, f"{site}{other}")
    visit.page.wait_for_function("sessionStorage.length === 0")
    visit.settled()
    nobody(visit.page)
    assert visit.calls("https://keystone.elsewhere.example") == []
    go(visit.page, "index")
    nobody(visit.page)


# All at once: Playwright asks nothing of a page while another one is on its way.
SIGN_OUT_ON_THE_WAY = """async () => {
    location.href = "panel/";
    const find = async (kind, text) => {
        const all = () => [...document.querySelectorAll(`keyfill-panel ${kind}`)];
        const is = (element) => element.innerText.trim().startsWith(text);
        while (!all().some(is)) await new Promise((done) => setTimeout(done, 20));
        return all().find(is);
    };
    (await find(".keyfill-controls button", "Sign out")).click();
    (await find("[role=alertdialog] button", "Sign out")).click();
    await find(".keyfill-lead", "Fill in your own keys");
}"""


def test_a_reader_who_signs_out_while_the_next_page_loads(
    visit: Visit, site: str, stack: Stack
) -> None:
    signed_in(visit, site, stack)
    with visit.held_back(f"{site}panel/"):
        visit.page.evaluate(SIGN_OUT_ON_THE_WAY)
    visit.page.wait_for_url(f"{site}panel/")
    nobody(visit.page)


REFUSED = """Object.defineProperty(self, "sessionStorage", {
    get() { throw new DOMException("It is not allowed.", "SecurityError"); } })"""


def test_a_storage_that_is_refused(visit: Visit, site: str, stack: Stack) -> None:
    visit.page.add_init_script(REFUSED)
    signed_in(visit, site, stack)
    go(visit.page, "panel")
    expect(Panel(visit).lead).to_contain_text("Fill in your own keys")


FULL = """() => {
    for (let size = 2 ** 22; size >= 1; size /= 2)
        try {
            for (let at = 0; at < 9; at++) sessionStorage[`${size} ${at}`] = "x".repeat(size);
        } catch {}
}"""


def test_a_storage_that_is_full(visit: Visit, site: str, stack: Stack) -> None:
    signed_in(visit, site, stack)
    visit.page.evaluate(FULL)
    go(visit.page, "panel")
    nobody(visit.page)
    visit.page.evaluate("sessionStorage.clear()")


def test_two_tabs_have_their_own(open_visit: OpenVisit, site: str, stack: Stack) -> None:
    one = open_visit()
    other = open_visit(beside=one)
    _, first = signed_in(one, site, stack)
    _, second = signed_in(other, site, stack)
    assert first != second
    for name in ("slots", "plain", "panel"):
        for visit in (one, other):
            go(visit.page, name)
        if name != "plain":
            filled(one.page, first)
            filled(other.page, second)


def test_a_page_that_is_not_there_passes_it_on(visit: Visit, site: str, stack: Stack) -> None:
    visit.expect_console(FAILED_LOAD)
    _, access = signed_in(visit, site, stack)
    leave(visit.page, f"{site}not/there/")
    expect(visit.page.get_by_role("heading", name="404")).to_be_visible()
    leave(visit.page, f"{site}panel/")
    filled(visit.page, access)


def test_a_reader_who_was_offline(visit: Visit, site: str, stack: Stack) -> None:
    visit.expect_console(FAILED_LOAD)
    _, access = signed_in(visit, site, stack)
    visit.context.set_offline(True)
    with visit.page.expect_event("requestfailed"):
        visit.page.evaluate("void (location.href = 'panel/')")
    visit.context.set_offline(False)
    visit.page.goto(f"{site}panel/")
    filled(visit.page, access)
