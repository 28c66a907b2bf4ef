"""Copying where a page has no clipboard of its own: over http, and in another site's frame."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from stack import Stack

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .visit import Visit

# What a page has that was loaded over http, from anywhere but this machine.
NO_CLIPBOARD = "delete Navigator.prototype.clipboard"
NOTES = '<!doctype html><title>{title}</title><link rel="icon" href="data:,">{body}'
FIELD = '<textarea aria-label="Notes"></textarea>'
ADD_FIELD = f"() => document.body.insertAdjacentHTML('beforeend', `{FIELD}`)"
NO_COMMAND = "() => { Document.prototype.execCommand = () => false; }"
SELECTED = "getSelection().toString()"

Paste = Callable[[], str]


def paste_into(page: Page) -> str:
    """Return what is on the clipboard, as a reader finds out."""
    field = page.get_by_label("Notes")
    field.fill("")
    field.press("Control+V")
    return field.input_value()


@pytest.fixture
def insecure(open_visit: OpenVisit, world: World) -> Panel:
    """The panel of a page without a clipboard of its own."""
    visit = open_visit()
    visit.context.clear_permissions()
    visit.page.add_init_script(NO_CLIPBOARD)
    panel = panel_at(visit, world.page)
    visit.page.evaluate(ADD_FIELD)
    return panel


def sign_in_and_create(root: Locator, stack: Stack) -> None:
    root.get_by_role("button", name="Sign in…").click()
    root.locator(".keyfill-token").fill(stack.token("alice", "demo"))
    root.get_by_role("button", name="Sign in", exact=True).click()
    root.get_by_role("button", name="Create key").click()
    expect(root.get_by_role("button", name="Manage")).to_be_visible()


def expect_copies(root: Locator, stack: Stack, pasted: Paste) -> None:
    """Copy a command at rest, and then the secret key of a session, which is masked."""
    copies = root.locator(".tabbed-block:visible .keyfill-copy:visible")
    copies.first.click()
    expect(copies.first).to_have_text("Copied")
    assert pasted() == root.locator(".tabbed-block:visible code").first.inner_text()
    sign_in_and_create(root, stack)
    ((_, secret),) = stack.keys("alice").items()
    copy = root.get_by_role("button", name="Copy the secret key", exact=True)
    copy.click()
    expect(copy).to_have_text("Copied")
    assert (pasted() == secret) is True
    assert (secret in root.inner_text()) is False


def test_over_http(insecure: Panel, stack: Stack) -> None:
    expect_copies(insecure.root, stack, lambda: paste_into(insecure.visit.page))


def test_what_cannot_be_copied_at_rest_is_selected(insecure: Panel) -> None:
    page = insecure.visit.page
    page.evaluate(NO_COMMAND)
    block = insecure.root.locator(".tabbed-block:visible .keyfill-block").first
    block.locator(".keyfill-copy").click()
    expect(insecure.root.get_by_role("status")).to_contain_text("Select the text and copy it")
    assert page.evaluate(SELECTED).strip() == block.locator("code").inner_text().strip()
    page.keyboard.press("Control+C")
    assert paste_into(page).strip() == block.locator("code").inner_text().strip()


def test_what_cannot_be_copied_with_a_key_is_said(insecure: Panel, stack: Stack) -> None:
    page = insecure.visit.page
    sign_in_and_create(insecure.root, stack)
    page.evaluate(NO_COMMAND)
    insecure.root.locator(".tabbed-block .keyfill-copy").first.click()
    insecure.expect_notice(
        "The browser did not let this page use the clipboard.",
        "select the text and copy it manually",
    )


def test_in_a_frame_of_another_site(visit: Visit, world: World, stack: Stack) -> None:
    """Chromium forbids it the clipboard, unless the page around says otherwise."""
    visit.context.clear_permissions()
    # A browser tells of what it forbids, and the theme wants to store something there.
    visit.expect_console("[Cc]lipboard", "Failed to read the 'localStorage' property")
    frame = f'<iframe src="{world.page}" width="1000" height="900"></iframe>'
    around = NOTES.format(title="Around", body=FIELD + frame)
    (world.directory / "around.html").write_text(around)
    elsewhere = world.origin.replace("127.0.0.1", "localhost")
    visit.page.goto(f"{elsewhere}/around.html")
    inside: FrameLocator = visit.page.frame_locator("iframe")
    root = inside.locator("keyfill-panel")
    root.locator(".keyfill-controls:not([inert])").wait_for()
    expect_copies(root, stack, lambda: paste_into(visit.page))
