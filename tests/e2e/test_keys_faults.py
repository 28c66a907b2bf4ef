"""Requests that are lost, repeated, cut off or held up between the page and the real Keystone.

A proxy does it, so the browser's own network is in between too. Each test ends with the same
question: is every key on the server one that a reader asked for, and does the page show it?
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from proxy import Answer, FaultProxy
from proxy import Fault as F
from stack import Stack

from .conftest import OpenVisit, World, access_keys, panel_at, remove_credentials, secret_of
from .panel import Panel
from .sites import FENCE, build_site, copy_with_keystone
from .visit import FAILED_LOAD, Visit

LIST = "/credentials/OS-EC2"
ONE = "/credentials/OS-EC2/*"
CREATE = "Create credential"
REFRESH = "Refresh the list"
NOT_CREATED = "The last create was not confirmed, and the list has no new key."


@pytest.fixture
def url(world: World, proxy: FaultProxy) -> str:
    """The URL of a page whose Keystone is behind the proxy."""
    return world.page_for(proxy.url, "proxied")


@pytest.fixture
def old(stack: Stack) -> str:
    """The access key of the one credential that there is from the beginning."""
    return str(stack.identity.create_credential("alice", "demo")["access"])


@pytest.fixture
def faulty(visit: Visit, stack: Stack, url: str, old: str) -> Panel:
    """Sign in through the proxy, to a list with one key."""
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, url)
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(1)
    return panel


@pytest.fixture(scope="module")
def double(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The directory of a site with a page that has two panels."""
    out = world.directory / "double"
    pages = {"index.md": "# None\n", "two.md": f"# Two\n\n{FENCE}\n{FENCE}"}
    work = tmp_path_factory.mktemp("double")
    build_site(work, out, world.stack, f"{world.origin}/double/", pages)
    return "double"


def expect_agreement(panel: Panel, stack: Stack, count: int) -> None:
    """Expect the page to show exactly what the server has: so many keys."""
    expect(panel.keys).to_have_count(count)
    on_server = access_keys(stack)
    assert set(panel.listed()) == on_server
    assert len(on_server) == count


def creates(proxy: FaultProxy) -> tuple[int, int]:
    """Return how many creates arrived, and how many the server answered."""
    return len(proxy.arrived("POST", LIST)), len(proxy.carried_out("POST", LIST))


def expect_found(panel: Panel, stack: Stack, old: str, count: int) -> None:
    """Expect all but the old key to be offered, and none of them to be in the commands."""
    panel.offer.wait_for()
    found = access_keys(stack) - {old}
    assert set(panel.offer.locator("code").all_inner_texts()) == found
    expect_agreement(panel, stack, 1 + count)
    assert panel.chosen() == old


@pytest.mark.parametrize("fault", [F.SWALLOW, F.CUT])
def test_a_create_without_its_reply(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str, fault: F
) -> None:
    proxy.next("POST", LIST, fault)
    faulty.button(CREATE).click()
    expect_found(faulty, stack, old, 1)
    assert creates(proxy) == (1, 1)
    (new,) = access_keys(stack) - {old}
    faulty.offer.get_by_role("button", name="Use it").click()
    assert faulty.chosen() == new
    _, secret, *_ = faulty.copy_steps()
    assert (secret == secret_of(stack, new)) is True
    expect_agreement(faulty, stack, 2)


def test_a_create_that_never_arrives(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    proxy.next("POST", LIST, F.REFUSE)
    faulty.button(CREATE).click()
    faulty.expect_notice(NOT_CREATED, "You can create again.")
    expect_agreement(faulty, stack, 1)
    # Not repeated by itself, neither by the page nor by the browser.
    assert creates(proxy) == (1, 0)
    faulty.create()
    expect_agreement(faulty, stack, 2)


def test_a_create_that_a_gateway_delivers_twice(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    """One key is what the reader asked for; the other one is not hidden for long."""
    proxy.next("POST", LIST, F.TWICE)
    faulty.button(CREATE).click()
    expect(faulty.keys).to_have_count(2)
    chosen = faulty.chosen()
    assert chosen in access_keys(stack) - {old}
    assert creates(proxy) == (1, 2)
    assert len(access_keys(stack)) == 3
    # The page cannot know of it; a look at the list shows it, and leaves the commands alone.
    faulty.button(REFRESH).click()
    expect_agreement(faulty, stack, 3)
    assert faulty.chosen() == chosen


def test_a_gateway_that_cannot_reach_keystone_for_a_moment(
    visit: Visit, stack: Stack, proxy: FaultProxy, url: str, old: str
) -> None:
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, url)
    proxy.next("GET", LIST, Answer(503))
    panel.sign_in(stack.token("alice", "demo"))
    expect_agreement(panel, stack, 1)
    expect(panel.notice).to_have_count(0)
    assert len(proxy.arrived("GET", LIST)) == 2


@pytest.mark.parametrize("fault", [F.CUT, F.SWALLOW, F.REFUSE])
def test_a_list_that_does_not_come(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str, fault: F
) -> None:
    """What is shown stays, and so does a way to ask again."""
    proxy.next("GET", LIST, fault, times=3)
    faulty.button(REFRESH).click()
    faulty.notice.wait_for()
    assert faulty.listed() == [old]
    other = stack.identity.create_credential("alice", "demo")["access"]
    faulty.button(REFRESH).click()
    expect_agreement(faulty, stack, 2)
    assert other in faulty.listed()


def test_a_create_and_the_list_after_it_without_replies(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    proxy.next("POST", LIST, F.SWALLOW)
    proxy.next("GET", LIST, F.SWALLOW, times=3)
    faulty.button(CREATE).click()
    expect(faulty.notice).to_contain_text("So it is not known whether the key was created.")
    expect(faulty.button(CREATE)).to_be_disabled()
    faulty.button("Get the list again").click()
    expect_found(faulty, stack, old, 1)
    assert creates(proxy) == (1, 1)


@pytest.mark.parametrize("fault", [F.SWALLOW, F.TWICE])
def test_a_delete_without_its_reply_or_delivered_twice(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str, fault: F
) -> None:
    proxy.next("DELETE", ONE, fault)
    faulty.delete(old)
    expect_agreement(faulty, stack, 0)
    what = "is deleted." if fault is F.SWALLOW else "was already gone."
    expect(faulty.notice).to_contain_text(f"The key {old} {what}")
    assert len(proxy.arrived("DELETE", ONE)) == 1


def test_a_delete_that_never_arrives(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    proxy.next("DELETE", ONE, F.REFUSE)
    faulty.button(f"Delete {old}").click()
    faulty.answer("Delete it")
    faulty.expect_notice(f"The key {old} was not deleted.", "Try again.")
    expect_agreement(faulty, stack, 1)
    assert len(proxy.arrived("DELETE", ONE)) == 1


def test_a_create_that_arrives_late_in_the_session_of_somebody_else(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    """It is announced, and it is neither in the list nor in the commands of the next one."""
    remove_credentials(stack, "bob")
    bobs = str(stack.identity.create_credential("bob", "demo")["access"])
    hold = proxy.hold("POST", LIST, is_carried_out=True)
    faulty.button(CREATE).click()
    hold.wait()
    (new,) = access_keys(stack) - {old}
    faulty.sign_out()
    faulty.sign_in(stack.token("bob", "demo"))
    assert faulty.listed() == [bobs]
    hold.release()
    expect(faulty.notice).to_contain_text(f"The key {new} was created in demo just after")
    assert (faulty.listed(), faulty.chosen()) == ([bobs], bobs)
    assert (secret_of(stack, new) in faulty.visit.page.content()) is False
    assert access_keys(stack, "bob") == {bobs}
    faulty.sign_out()
    faulty.sign_in(stack.token("alice", "demo"))
    expect_agreement(faulty, stack, 2)
    remove_credentials(stack, "bob")


def test_a_list_of_the_one_before_does_not_reach_the_next(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    remove_credentials(stack, "bob")
    hold = proxy.hold("GET", LIST, is_carried_out=True)
    faulty.button(REFRESH).click()
    hold.wait()
    faulty.sign_out()
    faulty.sign_in(stack.token("bob", "demo"))
    hold.release()
    expect(faulty.lead).to_contain_text("bob in demo")
    expect(faulty.keys).to_have_count(0)
    assert faulty.create() != old
    assert access_keys(stack, "bob") == set(faulty.listed())
    remove_credentials(stack, "bob")


def test_a_list_from_before_a_create_that_comes_after_it(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    """While a list is on its way nothing is created, so an old list never hides a new key."""
    hold = proxy.hold("GET", LIST, is_carried_out=True)
    faulty.button(REFRESH).click()
    hold.wait()
    expect(faulty.button(CREATE)).to_be_disabled()
    # The button that was clicked keeps the focus, and a second click asks nothing.
    expect(faulty.button(REFRESH)).to_be_focused()
    faulty.button(REFRESH).click()
    hold.release()
    expect(faulty.button(CREATE)).to_be_enabled()
    assert len(proxy.arrived("GET", LIST)) == 2
    faulty.create()
    expect_agreement(faulty, stack, 2)


def test_a_double_click_is_one_create(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    hold = proxy.hold("POST", LIST)
    faulty.button(CREATE).dblclick()
    hold.wait()
    # By keyboard and by script, it is still the same.
    faulty.root.locator("[data-focus=create]").evaluate("button => button.click()")
    faulty.visit.page.keyboard.press("Enter")
    hold.release()
    expect_agreement(faulty, stack, 2)
    assert creates(proxy) == (1, 1)


def test_two_panels_of_a_page_are_one(
    visit: Visit, world: World, stack: Stack, proxy: FaultProxy, double: str
) -> None:
    visit.expect_console(FAILED_LOAD)
    built = world.directory / double / "two" / "index.html"
    page = copy_with_keystone(built, "proxied", proxy.url)
    first = panel_at(visit, f"{world.origin}/{double}/{page}")
    second = Panel(visit, 1)
    second.ready()
    first.sign_in(stack.token("alice", "demo"))
    hold = proxy.hold("POST", LIST)
    first.button(CREATE).click()
    hold.wait()
    # The create of one panel is that of the other.
    expect(second.button("Creating…")).to_be_disabled()
    second.root.locator("[data-focus=create]").evaluate("button => button.click()")
    hold.release()
    for panel in (first, second):
        expect_agreement(panel, stack, 1)
    proxy.next("POST", LIST, F.SWALLOW)
    second.button(CREATE).click()
    for panel in (first, second):
        panel.offer.wait_for()
        expect_agreement(panel, stack, 2)
    # Answered in one of them, the question is gone in both.
    first.button("Leave it as it is").click()
    expect(second.offer).to_have_count(0)
    assert creates(proxy) == (2, 2)


class Tabs:
    """Two tabs of one browser, each with a session of its own."""

    def __init__(self, first: Panel, second: Panel) -> None:
        self.first, self.second = first, second
        self.both = (first, second)


@pytest.fixture
def tabs(open_visit: OpenVisit, stack: Stack, url: str, old: str) -> Iterator[Tabs]:
    visit = open_visit()
    panels = []
    for one in (visit, open_visit(beside=visit)):
        one.expect_console(FAILED_LOAD)
        one.page.bring_to_front()
        panels.append(panel_at(one, url))
        panels[-1].sign_in(stack.token("alice", "demo"))
    yield Tabs(*panels)


def test_two_tabs_create_at_the_same_time(
    tabs: Tabs, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    holds = [proxy.hold("POST", LIST), proxy.hold("POST", LIST)]
    for panel, hold in zip(tabs.both, holds, strict=True):
        panel.button(CREATE).click()
        hold.wait()
    for hold in holds:
        hold.release()
    for panel in tabs.both:
        expect(panel.keys).to_have_count(2)
    chosen = {panel.chosen() for panel in tabs.both}
    assert chosen == access_keys(stack) - {old}
    assert len(chosen) == 2
    # Neither knows of the other's key until it looks; its own stays in the commands.
    for panel in tabs.both:
        own = panel.chosen()
        panel.button(REFRESH).click()
        expect_agreement(panel, stack, 3)
        assert panel.chosen() == own
    assert creates(proxy) == (2, 2)


def test_a_key_of_the_other_tab_is_offered_and_not_taken(
    tabs: Tabs, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    """After a lost reply both new keys may be the one: the reader decides, and loses none."""
    others = tabs.second.create()
    proxy.next("POST", LIST, F.SWALLOW)
    tabs.first.button(CREATE).click()
    expect_found(tabs.first, stack, old, 2)
    assert others in tabs.first.listed()
    tabs.first.button("Leave it as it is").click()
    expect_agreement(tabs.first, stack, 3)
    assert tabs.second.chosen() == others


def test_a_key_that_the_other_tab_deleted(
    tabs: Tabs, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    tabs.second.delete(old)
    assert tabs.first.chosen() == old
    tabs.first.button(REFRESH).click()
    expect_agreement(tabs.first, stack, 0)
    # It is not in the commands any more, and no other key took its place.
    expect(tabs.first.blocks.first).to_contain_text("<access-key>")
