"""Fields for secrets that are no passwords: what is typed is nowhere in the page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import panel_at
from .memory import in_memory, keep_memory
from .panel import Panel
from .test_privacy import TRACES
from .visit import FAILED_LOAD, TOKENS, Visit

SECRET = "a-secret-that-nobody-has-0123456789"
APPLICATION_CREDENTIAL = "0123456789abcdef0123456789abcdef"
FIELDS = [("Token", "token"), ("Application credential", "secret")]


def tree(panel: Panel) -> str:
    """Return what assistive technology gets to know of the page."""
    devtools = panel.visit.page.context.new_cdp_session(panel.visit.page)
    return json.dumps(devtools.send("Accessibility.getFullAXTree"))


def expect_concealed(panel: Panel, name: str, text: str) -> None:
    """Expect a dot for each character, and the text in no place that others can look at."""
    page = panel.visit.page
    expect(panel.field(name)).to_have_value("\u2022" * len(text))
    found = [text in place for place in (tree(panel), page.evaluate(TRACES), page.content())]
    assert found == [False, False, False]


@pytest.mark.parametrize(("way", "name"), FIELDS)
def test_what_is_typed_is_not_in_the_page(
    ways_panel: Panel, stack: Stack, way: str, name: str
) -> None:
    ways_panel.open_form(way)
    field = ways_panel.field(name)
    expect(field).to_have_attribute("type", "password")
    field.press_sequentially(SECRET)
    expect_concealed(ways_panel, name, SECRET)
    # The same look finds what is in clear.
    if name == "secret":
        ways_panel.field("credential").fill("in-the-clear-0123456789")
        assert "in-the-clear-0123456789" in tree(ways_panel)


def test_a_typed_token_signs_in(ways_panel: Panel, stack: Stack) -> None:
    token = stack.token("alice", "demo")
    ways_panel.open_form("Token")
    ways_panel.field("token").press_sequentially(token)
    expect_concealed(ways_panel, "token", token)
    ways_panel.field("token").press("Enter")
    ways_panel.button("Create key").wait_for()


def test_what_is_typed_can_be_changed(ways_panel: Panel) -> None:
    """The request says what was in the field."""
    page = ways_panel.visit.page
    ways_panel.visit.expect_console(FAILED_LOAD)
    ways_panel.open_form("Application credential")
    ways_panel.field("credential").fill(APPLICATION_CREDENTIAL)
    field = ways_panel.field("secret")
    field.press_sequentially("xuvwz")
    for key in ("Backspace", "Home", "Delete"):
        field.press(key)
    page.keyboard.type("a")
    ways_panel.visit.put_on_clipboard("xy\n")
    field.press("End")
    page.keyboard.press("Control+V")
    expect_concealed(ways_panel, "secret", "auvwxy")
    with page.expect_request(TOKENS) as request:
        field.press("Enter")
    identity = json.loads(request.value.post_data or "")["auth"]["identity"]
    assert identity["application_credential"]["secret"] == "auvwxy"
    expect(field).to_have_value("")


def test_what_a_password_manager_fills_in_is_taken(ways_panel: Panel) -> None:
    page = ways_panel.visit.page
    ways_panel.visit.expect_console(FAILED_LOAD)
    ways_panel.open_form("Application credential")
    ways_panel.field("credential").fill(APPLICATION_CREDENTIAL)
    ways_panel.field("secret").evaluate(
        "(field, text) => { field.value = text;"
        " field.dispatchEvent(new InputEvent('input', { bubbles: true })); }",
        SECRET,
    )
    expect_concealed(ways_panel, "secret", SECRET)
    with page.expect_request(TOKENS) as request:
        ways_panel.button("Sign in").click()
    identity = json.loads(request.value.post_data or "")["auth"]["identity"]
    assert identity["application_credential"]["secret"] == SECRET


def test_a_file_fills_the_field(ways_panel: Panel) -> None:
    ways_panel.open_form("Application credential")
    text = json.dumps({"id": APPLICATION_CREDENTIAL, "name": "ci", "secret": SECRET})
    file = {"name": "ac.json", "mimeType": "application/json", "buffer": text.encode()}
    ways_panel.root.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    # It names no Keystone, so the reader is asked which one it is for.
    ways_panel.choices.first.click()
    expect_concealed(ways_panel, "secret", SECRET)


@pytest.mark.parametrize("end", ["Cancel", "Password", "pagehide", "panel"])
def test_what_was_typed_is_forgotten_with_its_field(visit: Visit, ways: str, end: str) -> None:
    keep_memory(visit.page)
    panel = panel_at(visit, ways)
    panel.open_form("Application credential")
    panel.field("secret").press_sequentially(SECRET)
    assert in_memory(visit.page, {"secret": SECRET}) == ["secret"]
    if end == "Cancel":
        panel.button("Cancel").click()
    elif end == "Password":
        panel.way("Password").check()
    elif end == "pagehide":
        visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    else:
        visit.page.evaluate("document.querySelector('keyfill-panel').remove()")
    expect(visit.page.locator("[data-field=secret]")).to_have_count(0)
    visit.settled()
    assert in_memory(visit.page, {"secret": SECRET}) == []
