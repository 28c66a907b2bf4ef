"""Several hands at the same keys: double clicks, panels, tabs, and one reader after another.

The proxy holds requests, so that what is to happen at the same time does.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from proxy import Fault, FaultProxy
from stack import Stack

from .conftest import (
    OpenVisit,
    World,
    access_keys,
    expect_agreement,
    expect_found,
    panel_at,
    secret_of,
)
from .panel import Panel
from .sites import FENCE, build_site, copy_with_keystone
from .test_keys_faults import CREATE, LIST, REFRESH, creates
from .visit import FAILED_LOAD, Visit


@pytest.fixture(scope="module")
def double(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The directory of a site with a page that has two panels."""
    out = world.directory / "double"
    pages = {"index.md": "# None\n", "two.md": f"# Two\n\n{FENCE}\n{FENCE}"}
    work = tmp_path_factory.mktemp("double")
    build_site(work, out, world.stack, f"{world.origin}/double/", pages)
    return "double"


def test_a_create_that_arrives_late_in_the_session_of_somebody_else(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    """It is announced, and it is neither in the list nor in the commands of the next one."""
    stack.remove_credentials("bob")
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
    stack.remove_credentials("bob")


def test_a_list_of_the_one_before_does_not_reach_the_next(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    stack.remove_credentials("bob")
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
    stack.remove_credentials("bob")


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
    proxy.next("POST", LIST, Fault.SWALLOW)
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
def tabs(open_visit: OpenVisit, stack: Stack, proxied: str, old: str) -> Tabs:
    visit = open_visit()
    panels = []
    for one in (visit, open_visit(beside=visit)):
        one.expect_console(FAILED_LOAD)
        one.page.bring_to_front()
        panels.append(panel_at(one, proxied))
        panels[-1].sign_in(stack.token("alice", "demo"))
    return Tabs(*panels)


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
    proxy.next("POST", LIST, Fault.SWALLOW)
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
