"""Three steps, and one thing to do next: what a reader counts without knowing it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .test_reader import ASKED, CASES, terminal

MASK = "•" * 16
# What takes the focus with the Tab key, in its order; the radios of a tab row are one stop.
MOST_STOPS = 15
MOST_WORDS = 30
MOST_ACTIONS = 6
FOCUSED = """() => {
  const on = document.activeElement;
  const panel = document.querySelector("keyfill-panel");
  return panel.contains(on) ? `${on.localName} ${on.innerText || on.value || on.id}` : "";
}"""
PRIMARY = ".md-button--primary:visible"
# Running text above the first command: sentences, no labels of controls and no values.
WORDS = """() => {
  const panel = document.querySelector("keyfill-panel");
  const first = panel.querySelector(".tabbed-block .keyfill-step pre");
  const words = [];
  const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: around } = walker.currentNode;
    if (first.compareDocumentPosition(around) & Node.DOCUMENT_POSITION_FOLLOWING) break;
    if (first.contains(around)) continue;
    if (around.closest("button, label, select, code, bdi, strong")) continue;
    if (!around.checkVisibility({ visibilityProperty: true })) continue;
    if (around.closest(".keyfill-status, .keyfill-number")) continue;
    words.push(...walker.currentNode.data.split(/\\s+/).filter((word) => /\\w/.test(word)));
  }
  return words;
}"""


def test_six_actions_lead_from_the_page_to_a_list_of_buckets(
    panel: Panel, stack: Stack, tmp_path: Path
) -> None:
    """With a token on the clipboard, one project and no key yet."""
    stack.remove_credentials("alice")
    actions = 0
    panel.visit.put_on_clipboard(stack.token("alice", "demo"))
    panel.button("Sign in…").click()
    actions += 1
    # The focus is in the field, so that the paste is all there is to do.
    expect(panel.token).to_be_focused()
    panel.visit.page.keyboard.press("Control+V")
    actions += 1
    create = panel.button("Create key")
    expect(create).to_be_focused()
    expect(panel.root.locator(PRIMARY)).to_have_text(["Create key"])
    create.click()
    actions += 1
    copies = panel.root.locator(".tabbed-block:visible .keyfill-copy:visible")
    copied = []
    for index in range(3):
        # What is to be copied next is the only primary button.
        expect(copies.nth(index)).to_have_class(re.compile("md-button--primary"))
        expect(panel.root.locator(PRIMARY)).to_have_count(1)
        if index == 0:
            expect(copies.first).to_be_focused()
        copied.append(panel.copy(copies.nth(index)))
        actions += 1
    command, secret, check = copied
    case = CASES["aws-v2"]
    with terminal(case, tmp_path / "home", stack) as shell:
        shell.ask(command, ASKED)
        status, shown = shell.answer(secret)
        assert status == 0 and "ready" in shown, shown
        status, shown = shell.run(check)
        assert status == 0, shown
    assert actions <= MOST_ACTIONS


def test_few_stops_and_few_words_before_the_first_command(
    open_visit: OpenVisit, stack: Stack, world: World
) -> None:
    visit = open_visit()
    panel = panel_at(visit, world.page)
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    panel.close_list()
    visit.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    panel.root.evaluate("(panel) => { panel.tabIndex = -1; panel.focus(); }")
    stops: list[str] = []
    while True:
        visit.page.keyboard.press("Tab")
        focused = visit.page.evaluate(FOCUSED)
        if not focused:
            break
        stops.append(focused)
        assert len(stops) <= MOST_STOPS, stops
    assert any("Create key" in stop for stop in stops) and len(stops) > 6, stops
    words = visit.page.evaluate(WORDS)
    assert 0 < len(words) <= MOST_WORDS, words


def test_data_can_be_hidden_for_others_who_see_the_screen(
    open_visit: OpenVisit, stack: Stack, world: World
) -> None:
    visit = open_visit()
    panel = panel_at(visit, world.page)
    before = panel.blocks.first.inner_text()
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    (real,) = [one for one in stack.credentials("alice") if one["access"] == access]
    panel.option("Show secrets").check()
    expect(panel.root).to_contain_text(real["secret"], use_inner_text=True)
    filled = panel.blocks.first.inner_text()
    requests = len(visit.requests)
    panel.button("Hide my data").click()
    expect(panel.lead).to_have_text("You are signed in, and your data is hidden.")
    expect(panel.button("Show my data")).to_be_focused()
    expect(panel.blocks.first).to_have_text(before, use_inner_text=True)
    html = visit.page.evaluate("document.body.outerHTML")
    for mine in (access, real["secret"], "alice"):
        assert (mine in html) is False
    panel.button("Show my data").click()
    expect(panel.blocks.first).to_have_text(
        filled.replace(real["secret"], MASK), use_inner_text=True
    )
    expect(panel.root).not_to_contain_text(real["secret"], use_inner_text=True)
    # The session goes on: nobody has asked Keystone for anything.
    assert len(visit.requests) == requests
    panel.open_options()
    panel.button("Hide my data").click()
    panel.sign_out()
    panel.expect_signed_out()
