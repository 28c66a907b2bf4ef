"""The list of keys: search, pages, other projects, and ten thousand keys of the real Keystone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import World, access_keys, panel_at
from .panel import Panel
from .visit import Visit

PAGE = 20
VERY_MANY = 10_000
OBSERVE = """window.tasks = [];
new PerformanceObserver((list) =>
    window.tasks.push(...list.getEntries().map((e) => [e.startTime, e.duration])),
).observe({type: "longtask", buffered: true});"""


@pytest.fixture(scope="module")
def crowded(world: World) -> Stack:
    """The stack, in which olof has ten thousand credentials."""
    missing = VERY_MANY - len(access_keys(world.stack, "olof"))
    world.stack.fill_credentials("olof", "demo", missing)
    return world.stack


def search(panel: Panel, text: str) -> None:
    panel.root.get_by_label("Find a key").fill(text)


def test_keys_can_be_searched(panel: Panel, stack: Stack) -> None:
    for _ in range(7):
        stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(7)
    listed = panel.listed()
    wanted = listed[4]
    search(panel, f"  {wanted[3:20].upper()} ")
    expect(panel.keys).to_have_count(1)
    assert panel.listed() == [wanted]
    # The commands do not change by a search.
    expect(panel.blocks.first).to_contain_text(listed[0])
    panel.root.get_by_label(wanted, exact=True).check()
    expect(panel.blocks.first).to_contain_text(wanted)
    search(panel, "zz")
    expect(panel.keys).to_have_count(0)
    expect(panel.root.get_by_text("No keys match.")).to_be_visible()
    search(panel, "")
    expect(panel.keys).to_have_count(7)
    assert panel.listed() == listed
    # What is created is seen whatever was searched for.
    search(panel, wanted)
    expect(panel.keys).to_have_count(1)
    panel.button("Create key").click()
    expect(panel.keys).to_have_count(8)
    expect(panel.root.get_by_label("Find a key")).to_have_value("")
    assert set(panel.listed()) == access_keys(stack)
    # No search asks Keystone anything.
    assert len(panel.visit.calls(stack.keystone_url, "GET")) == 2


def test_few_keys_need_no_search(panel: Panel, stack: Stack) -> None:
    for _ in range(5):
        stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(5)
    expect(panel.root.get_by_label("Find a key")).to_have_count(0)
    panel.create()
    expect(panel.root.get_by_label("Find a key")).to_be_visible()


def test_pages_of_keys(panel: Panel, stack: Stack) -> None:
    stack.fill_credentials("alice", "demo", PAGE + 1)
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(PAGE)
    first = panel.listed()
    expect(panel.button("Previous keys")).to_be_disabled()
    expect(panel.root.get_by_text("1 to 20 of 21")).to_be_visible()
    panel.button("More keys").click()
    expect(panel.keys).to_have_count(1)
    (last,) = panel.listed()
    assert {*first, last} == access_keys(stack)
    expect(panel.button("More keys")).to_be_disabled()
    # The last one of a page takes the page with it.
    panel.button(f"Delete {last}").click()
    panel.answer("Delete it")
    expect(panel.keys).to_have_count(PAGE)
    assert panel.listed() == first
    expect(panel.button("More keys")).to_have_count(0)
    assert access_keys(stack) == set(first)


def test_marks_last_from_page_to_page(panel: Panel, stack: Stack) -> None:
    stack.fill_credentials("alice", "demo", PAGE + 2)
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(PAGE)
    first = panel.listed()[7]
    panel.button("Delete several…").click()
    panel.root.get_by_label(first, exact=True).check()
    panel.button("More keys").click()
    expect(panel.keys).to_have_count(2)
    second = panel.listed()[1]
    panel.root.get_by_label(second, exact=True).check()
    panel.button("Delete the selected keys…").click()
    expect(panel.question.locator("li code")).to_have_text([first, second])
    panel.answer("Delete them")
    expect(panel.button("More keys")).to_have_count(0)
    assert set(panel.listed()) == access_keys(stack)
    assert {first, second} & access_keys(stack) == set()


def test_keys_of_other_projects_are_only_counted(panel: Panel, stack: Stack) -> None:
    here = {stack.identity.create_credential("alice", "demo")["access"] for _ in range(2)}
    there = {stack.identity.create_credential("alice", "research")["access"] for _ in range(3)}
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(2)
    assert set(panel.listed()) == here
    keys = panel.root.locator(".keyfill-keys")
    expect(keys).to_contain_text("3 more in your other projects: switch the project to use them.")
    content = panel.visit.page.content()
    assert [access in content for access in there] == [False] * 3
    # The way to them asks for nothing that was typed before.
    panel.button("Switch project").click()
    panel.choose_project("research")
    expect(panel.keys).to_have_count(3)
    assert set(panel.listed()) == there
    expect(keys).to_contain_text("2 more in your other projects")


def test_ten_thousand_keys(
    visit: Visit, world: World, crowded: Stack, record_property: Any
) -> None:
    """A page of rows, a search and a new key, with no more requests than for one key."""
    page = visit.page
    page.add_init_script(OBSERVE)
    panel = panel_at(visit, world.page)
    panel.paste(crowded.token("olof", "demo"))
    panel.button("Create key").wait_for()
    longest = {"sign-in and list": longest_task(visit)}
    expect(panel.keys).to_have_count(PAGE)
    expect(panel.root.get_by_text(f"1 to 20 of {VERY_MANY}")).to_be_visible()
    assert len(visit.calls(crowded.keystone_url)) == 2
    first = panel.listed()

    panel.button("More keys").click()
    expect(panel.root.get_by_text(f"21 to 40 of {VERY_MANY}")).to_be_visible()
    expect(panel.keys).to_have_count(PAGE)
    assert set(panel.listed()) & set(first) == set()
    longest["next page"] = longest_task(visit)

    known = crowded.credentials("olof")
    wanted = known[VERY_MANY // 2]["access"]
    search(panel, wanted[:12])
    expect(panel.keys).to_have_count(1)
    assert panel.listed() == [wanted]
    search(panel, "")
    expect(panel.keys).to_have_count(PAGE)
    longest["search"] = longest_task(visit)

    panel.button("Create key").click()
    expect(panel.root.get_by_text(f"1 to 20 of {VERY_MANY + 1}")).to_be_visible()
    new = panel.chosen()
    assert panel.listed()[0] == new
    expect(panel.keys).to_have_count(PAGE)
    assert len(visit.calls(crowded.keystone_url)) == 3
    longest["create"] = longest_task(visit)

    # None of the secrets is in the page, also not in what a script of the page could read of it.
    secrets = {credential["secret"] for credential in crowded.credentials("olof")}
    assert len(secrets) == VERY_MANY + 1
    shown = page.content() + "".join(
        page.evaluate("[...document.querySelectorAll('input')].map((input) => input.value)")
    )
    assert len(set(re.findall(r"[0-9a-f]{32}", shown)) & secrets) == 0
    panel.delete(new)
    longest["delete"] = longest_task(visit)
    # How long it takes says nothing about right or wrong on a machine with other things to do.
    for name, milliseconds in longest.items():
        record_property(f"longest task, {name}", milliseconds)
        print(f"longest task, {name}: {milliseconds} ms")


def longest_task(visit: Visit) -> int:
    """Return the longest task since the last look, in milliseconds; 0 for none above 50."""
    found = visit.page.evaluate("window.tasks.splice(0)")
    print([(round(start), round(duration)) for start, duration in found])
    return max((round(duration) for _, duration in found), default=0)
