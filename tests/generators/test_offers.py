"""The quiet offer on pages that have slots and no panel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from e2e.visit import Visit
from stack import Stack

from .conftest import OpenReader
from .expected import Key, texts
from .sites import Sites
from .test_visits import INSTANT, KEYS, NOTHING, SIMPLE, SLOTS, THEMES

OFFER = "keyfill-panel[data-offer]"
LINE = "Commands on this page have placeholders."


@pytest.mark.parametrize("name", SIMPLE)
def test_an_offer_loads_nothing_before_it_is_taken(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    reader.goto(SLOTS[name])
    offer = reader.page.locator(OFFER)
    expect(offer).to_have_text(f"{LINE} Fill them in")
    reader.page.wait_for_load_state("networkidle")
    assert reader.app_requests() == []
    button = offer.locator("[data-keyfill-open]")
    dialog = offer.locator("dialog")

    # By keyboard alone: open it, and leave it by both ways.
    button.focus()
    reader.page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_accessible_name("Keys and values")
    assert len(reader.app_requests()) == 2
    assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    reader.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    reader.page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Close").press("Enter")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()

    panel = reader.take_offer()
    panel.sign_in(stack.token("alice", "demo"))
    # Behind the dialog the page is filled already.
    reader.authors.expect_texts(texts(SLOTS[name], key))
    dialog.get_by_role("button", name="Close").click()
    expect(offer.locator(".keyfill-offer")).to_contain_text("Filled in for alice in demo, Aur1.")
    expect(button).to_have_text("Keys and values")
    assert len(reader.app_requests()) == 2
    reader.sign_out_here()
    expect(offer.locator(".keyfill-offer")).to_have_text(f"{LINE} Fill them in")


@pytest.mark.parametrize("name", THEMES)
def test_no_offer_where_there_is_nothing_to_fill(read: OpenReader, name: str) -> None:
    reader = read(name)
    reader.goto(NOTHING[name])
    expect(reader.article.locator("h1")).to_be_visible()
    assert reader.page.locator("keyfill-panel").count() == 0
    # Nor beside a panel.
    reader.goto(KEYS[name])
    assert reader.page.locator(OFFER).count() == 0


@pytest.mark.parametrize("name", THEMES)
def test_an_offer_is_not_shown_without_scripts(browser: Browser, sites: Sites, name: str) -> None:
    visit = Visit(browser, scripts=False)
    # The themes' style sheets are of the site itself; nothing is asked of others.
    visit.context.route("https://**", lambda route: route.abort())
    site = sites.get(name)
    visit.page.goto(site.at(SLOTS[name]))
    assert visit.page.locator(OFFER).count() == 1
    expect(visit.page.get_by_text(LINE)).to_be_hidden()
    expect(visit.page.locator("[data-keyfill-open]")).to_be_hidden()
    expect(visit.page.locator("pre code").first).to_contain_text("<")
    visit.close()


@pytest.mark.parametrize("name", INSTANT)
def test_a_page_with_an_offer_is_filled_at_once_while_somebody_is_signed_in(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    reader.goto("keys")
    reader.stay()
    reader.sign_in(stack)
    for page in ("languages", "traps", "more/deep", "layout", "opt-out"):
        reader.visit_page(page)
        reader.authors.expect_texts(texts(page, key))
        expect(reader.page.locator(OFFER)).to_contain_text("Filled in for alice in demo, Aur1.")
    reader.page.go_back()
    reader.arrived("layout")
    reader.authors.expect_texts(texts("layout", key))
    reader.page.go_forward()
    reader.arrived("opt-out")
    reader.authors.expect_texts(texts("opt-out", key))
    assert reader.stayed()
    assert (key.secret in reader.kept()) is False
    reader.sign_out_here()
    reader.authors.given_back()
    reader.page.go_back()
    reader.arrived("layout")
    expect(reader.page.locator(OFFER)).to_contain_text(LINE)
    assert key.access not in reader.page.content()
