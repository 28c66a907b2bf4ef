"""The reader's own values: by mouse and by keyboard, from page to page, kept or not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from stack import Stack

from .conftest import OpenReader
from .expected import Key
from .reader import Reader
from .test_visits import INSTANT, SLOTS, THEMES

KEEP = "Keep them in this browser tab until it is closed. Keys are never kept."
KEPT = "sessionStorage.getItem('keyfill-values')"


def expect_buckets(reader: Reader, text: str, count: int = 8) -> None:
    """Expect this text in all places of the bucket; `languages` has eight."""
    expect(reader.authors.slots("bucket")).to_have_text([text] * count)


@pytest.mark.parametrize("name", THEMES)
def test_a_variable_fills_its_twins_by_mouse_and_by_keyboard(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    page = reader.page
    reader.goto(SLOTS[name])
    reader.settled()
    before = reader.authors.html()
    reader.sign_in_here(stack)
    count = 2 if name == "plain" else 8
    places = reader.authors.slots("bucket")
    expect(places).to_have_count(count)
    places.nth(1).click()
    field = page.get_by_role("textbox", name="Bucket")
    expect(field).to_be_focused()
    page.keyboard.type("one-bucket")
    page.keyboard.press("Enter")
    expect_buckets(reader, "one-bucket", count)
    expect(places.nth(1)).to_be_focused()
    # From there by keyboard alone, to the next place and into it.
    page.keyboard.press("Enter")
    expect(field).to_have_value("one-bucket")
    page.keyboard.type("Two!")
    page.keyboard.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Control+A")
    page.keyboard.type("two-buckets")
    page.keyboard.press("Tab")
    expect_buckets(reader, "two-buckets", count)
    assert page.evaluate(KEPT) is None
    reader.sign_out_here()
    reader.authors.given_back()
    reader.authors.expect_html(before)


@pytest.mark.parametrize("name", INSTANT)
def test_values_go_along_from_page_to_page(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    reader.goto("languages")
    reader.stay()
    panel = reader.sign_in_here(stack)
    reader.give(panel, {"Bucket": "my-bucket"})
    reader.visit_page("traps")
    # One is in a here-document's place: `sort <bucket> >bucket.txt`.
    expect_buckets(reader, "my-bucket", 5)
    reader.page.go_back()
    reader.arrived("languages")
    expect_buckets(reader, "my-bucket")
    assert reader.stayed()
    assert reader.page.evaluate(KEPT) is None


@pytest.mark.parametrize("name", ["material", "mkdocs", "zensical", "plain"])
def test_values_outlive_the_page_if_the_reader_says_so(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    reader.goto(SLOTS[name])
    panel = reader.sign_in_here(stack)
    reader.give(panel, {"Bucket": "my-bucket"})
    reader.goto(SLOTS[name])
    assert reader.page.locator("[data-slot]").count() == 0
    panel = reader.sign_in_here(stack)
    reader.take_offer()
    panel.root.get_by_role("button", name="Values on this page").click()
    panel.root.get_by_label(KEEP).check()
    panel.value("Bucket").fill("kept-bucket")
    expect(reader.authors.slots("bucket").first).to_have_text("kept-bucket")
    reader.page.keyboard.press("Escape")
    assert "kept-bucket" in reader.page.evaluate(KEPT)
    reader.goto(SLOTS[name])
    # Nobody is signed in, and the values are there without a click.
    expect_buckets(reader, "kept-bucket", 2 if name == "plain" else 8)
    stored = reader.kept()
    assert (key.secret in stored, key.access in reader.page.content()) == (False, False)


def test_nothing_is_kept_where_the_author_does_not_allow_it(
    read: OpenReader, stack: Stack, key: Key
) -> None:
    reader = read("crowded")
    reader.goto("languages")
    panel = reader.sign_in_here(stack)
    reader.take_offer()
    panel.root.get_by_role("button", name="Values on this page").click()
    panel.value("Bucket").fill("my-bucket")
    expect(panel.root.get_by_label(KEEP)).to_have_count(0)
    reader.goto("languages")
    assert storage(reader.page) == 0
    assert reader.page.locator("[data-slot]").count() == 0


def storage(page: Page) -> int:
    """How many things of ours are stored; Material has some of its own."""
    names: list[str] = page.evaluate(
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    )
    return sum("keyfill" in name for name in names)
