"""Panels that come, go and move, and several of them on one page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from stack import Stack
from waiting import until

from .conftest import World, panel_at
from .panel import Panel
from .visit import Visit

# Take the panel out of the page and put it back, or put it elsewhere.
BACK = """() => { const panel = document.querySelector("keyfill-panel"), home = panel.parentNode;
    panel.remove(); home.append(panel); }"""
ELSEWHERE = """() => document.querySelector("article").prepend(
    document.querySelector("keyfill-panel"))"""
PIECES = (".keyfill-bar", ".keyfill-tabs", ".keyfill-filled", ".keyfill-keys", "[role=status]")


@pytest.mark.parametrize("moves", [[BACK], [BACK, BACK], [ELSEWHERE], [ELSEWHERE, BACK, ELSEWHERE]])
def test_a_panel_that_moves_stays_signed_in(panel: Panel, stack: Stack, moves: list[str]) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    for move in moves:
        panel.visit.page.evaluate(move)
    expect(panel.blocks.first).to_contain_text(access)
    for piece in PIECES:
        expect(panel.root.locator(piece)).to_have_count(1)
    # It works, and does each thing once.
    panel.create()
    assert len(panel.visit.calls(stack.keystone_url, "POST")) == 2
    assert len(stack.credentials("alice")) == 2


def test_a_panel_can_be_absent_for_a_while(panel: Panel, stack: Stack) -> None:
    page = panel.visit.page
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    page.evaluate("window.kept = document.querySelector('keyfill-panel'); kept.remove()")
    # What is kept of it are the placeholders.
    assert page.evaluate("kept.outerHTML").count(access) == 0
    assert "<access-key>" in page.evaluate("kept.textContent")
    page.evaluate("document.querySelector('article').append(kept)")
    expect(panel.blocks.first).to_contain_text(access)


def test_panels_that_go_leave_nothing_behind(panel: Panel, stack: Stack) -> None:
    page = panel.visit.page
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()

    def counts() -> tuple[int, int]:
        devtools.send("HeapProfiler.collectGarbage")
        devtools.send("HeapProfiler.collectGarbage")
        found = devtools.send("Memory.getDOMCounters")
        return found["nodes"], found["jsEventListeners"]

    devtools = page.context.new_cdp_session(page)
    move(page)
    nodes, listeners = counts()
    for _ in range(20):
        move(page)

    # A panel has hundreds of nodes; Chromium itself keeps a few for its own reasons, and not all of
    # what it can let go of goes at the first collection.
    def are_few() -> bool:
        more_nodes, more_listeners = counts()
        return more_listeners <= listeners and more_nodes < nodes + 50

    until(are_few, lambda: f"{counts()} nodes and listeners, and {nodes}, {listeners} before")


def move(page: Page) -> None:
    page.evaluate(BACK)
    page.locator(".keyfill-filled").wait_for()


def test_two_panels_share_one_session(visit: Visit, stack: Stack, pair: str) -> None:
    first = panel_at(visit, pair)
    second = Panel(visit, 1)
    second.ready()
    second.sign_in(stack.token("alice", "demo"))
    access = first.create()
    for panel in (first, second):
        expect(panel.blocks.first).to_contain_text(access)
        expect(panel.lead).to_contain_text("alice in demo")
        assert panel.chosen() == access
    ids: list[str] = visit.page.evaluate(
        "[...document.querySelectorAll('keyfill-panel [id]')].map(element => element.id)"
    )
    assert len(ids) == len(set(ids))
    second.choose_tab("mc")
    expect(first.root.locator("input[value=mc]")).to_be_checked()
    first.sign_out()
    for panel in (first, second):
        panel.expect_signed_out()
    # Two panels, and yet one validation, one list.
    assert len(visit.calls(stack.keystone_url, "GET")) == 2


def test_joined_pages_with_the_same_panel_have_two(
    world: World, visit: Visit, stack: Stack, pair: str
) -> None:
    """As where a page by hand, or of an older version, is in one document twice."""
    html = (world.directory / "pair" / "index.html").read_text()
    one, other = re.findall(r'data-panel="([^"]+)"', html)
    (world.directory / "pair" / "joined.html").write_text(html.replace(other, one))
    first = panel_at(visit, f"{pair}joined.html")
    second = Panel(visit, 1)
    second.ready()
    shown = [panel.root.locator(".tabbed-block:visible") for panel in (first, second)]
    for blocks in shown:
        expect(blocks).to_have_count(1)
    second.sign_in(stack.token("alice", "demo"))
    access = first.create()
    for panel in (second, first):
        for client in ("mc", "aws"):
            panel.choose_tab(client)
            for blocks in shown:
                expect(blocks).to_have_count(1)
                expect(blocks).to_contain_text(access)
    ids: list[str] = visit.page.evaluate(
        "[...document.querySelectorAll('keyfill-panel [id]')].map(element => element.id)"
    )
    assert len(ids) == len(set(ids))


def test_the_session_lasts_while_one_of_two_panels_goes(
    visit: Visit, stack: Stack, pair: str
) -> None:
    first = panel_at(visit, pair)
    first.sign_in(stack.token("alice", "demo"))
    access = first.create()
    visit.page.evaluate("document.querySelector('keyfill-panel').remove()")
    expect(first.root).to_have_count(1)
    expect(first.blocks.first).to_contain_text(access)
    first.delete(access)
