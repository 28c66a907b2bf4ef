"""A phone, and readers without a mouse: in every theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenReader
from .expected import Key, texts
from .test_visits import SLOTS, THEMES

PHONE = 360
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Controls of ours, in panels and in the author's blocks, that are seen.
CONTROLS = """() => [...document.querySelectorAll(
    ":is(.keyfill, .keyfill-page-tools) :is(button, input, select, summary, a[href]), "
    + ".keyfill-slot[tabindex], .keyfill-edit")]
  .filter((control) => control.checkVisibility() && !control.closest("[inert]"))"""
NAMELESS = f"""() => ({CONTROLS})().filter((control) => {{
  const labels = [...(control.labels ?? [])].map((label) => label.textContent).join("");
  const name = control.ariaLabel || labels || control.textContent || control.title;
  return !name.trim();
}}).map((control) => control.outerHTML)"""


@pytest.mark.parametrize("name", THEMES)
def test_a_phone_and_a_keyboard(read: OpenReader, stack: Stack, key: Key, name: str) -> None:
    reader = read(name)
    page = reader.page
    page.set_viewport_size({"width": PHONE, "height": 700})
    reader.goto(SLOTS[name])
    before = page.evaluate(TOO_WIDE)
    reader.sign_in_here(stack)
    reader.authors.expect_texts(texts(SLOTS[name], key))
    assert page.evaluate(TOO_WIDE) <= max(0, before)
    assert page.evaluate(NAMELESS) == []
    panel = reader.take_offer()
    dialog = panel.root.locator("dialog").bounding_box()
    assert dialog is not None
    assert (dialog["x"] >= 0, dialog["x"] + dialog["width"] <= PHONE) == (True, True)
    panel.root.get_by_role("button", name="Values on this page").press("Enter")
    expect(panel.value("Bucket")).to_be_visible()
    assert page.evaluate(TOO_WIDE) <= max(0, before)
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(f"({CONTROLS})().length") > 10
    # The next place that the Tab key stops at, after the offer: a slot that can be changed.
    page.keyboard.press("Escape")
    slot = reader.authors.slots("bucket").first
    for _ in range(12):
        page.keyboard.press("Tab")
        if slot.evaluate("slot => slot === document.activeElement"):
            break
    expect(slot).to_be_focused()
    expect(slot).to_have_accessible_name(slot.inner_text())
