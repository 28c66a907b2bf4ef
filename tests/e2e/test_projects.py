"""From a token without a project to one, and from one project to another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, expect

from stack import HOSTILE_PROJECT, Stack

from .conftest import expect_revoked
from .panel import Panel
from .visit import CREDENTIALS, FAILED_LOAD

QUESTION = "Which project? An S3 key belongs to one project."


@pytest.fixture
def many(ways_panel: Panel, stack: Stack) -> Panel:
    """The panel that asks greta which of her twelve projects."""
    ways_panel.open_form("Password")
    ways_panel.give_password("greta", stack.users["greta"].password)
    expect(ways_panel.choices).to_have_count(12)
    return ways_panel


@pytest.fixture
def without_mirror(stack: Stack) -> Iterator[None]:
    yield
    stack.identity.enable_project("mirror")
    stack.identity.change_role("greta", "mirror", "member")


def test_search_and_choose_with_the_keyboard_only(many: Panel, stack: Stack) -> None:
    keyboard = many.visit.page.keyboard
    expect(many.choices).to_have_text(sorted(stack.users["greta"].projects))
    expect(many.root.get_by_label("Search the projects")).to_be_focused()
    keyboard.type("GENOME")
    expect(many.choices).to_have_text(["genome", "genome-archive"])
    # Not as long as there are two.
    keyboard.press("Enter")
    expect(many.choices).to_have_count(2)
    keyboard.type("-x")
    expect(many.root.locator("form")).to_contain_text("No projects match.")
    keyboard.press("Backspace")
    expect(many.choices).to_have_text(["genome-archive"])
    keyboard.press("Enter")
    expect(many.lead).to_contain_text("greta in genome-archive, Aur1")
    expect(many.button("Create key")).to_be_focused()


def test_project_by_tab_and_enter(many: Panel) -> None:
    for _ in range(3):
        many.visit.page.keyboard.press("Tab")
    expect(many.choices.nth(2)).to_be_focused()
    many.visit.page.keyboard.press("Enter")
    expect(many.lead).to_contain_text("greta in atlas-test")


def test_project_is_found_by_its_id(many: Panel, stack: Stack) -> None:
    many.visit.page.keyboard.type(stack.users["greta"].projects["weather"][:12])
    expect(many.choices).to_have_text(["weather"])


def test_a_list_of_two_has_no_search(ways_panel: Panel, stack: Stack) -> None:
    ways_panel.paste(stack.unscoped_token("alice"))
    expect(ways_panel.choices).to_have_text(["demo", "research"])
    expect(ways_panel.choices.first).to_be_focused()
    expect(ways_panel.root.get_by_label("Search the projects")).to_have_count(0)
    expect(ways_panel.root.locator("form")).to_have_accessible_name(QUESTION)


def test_cancel_of_the_choice_revokes_what_was_obtained(many: Panel, stack: Stack) -> None:
    tokens = many.visit.obtained(stack.keystone_url)
    assert len(tokens) == 1
    many.button("Cancel").click()
    expect(many.field("user")).to_be_focused()
    expect_revoked(stack, tokens)


@pytest.mark.parametrize("what", ["role", "project"])
def test_project_that_is_closed_meanwhile(
    many: Panel, stack: Stack, without_mirror: None, what: str
) -> None:
    many.visit.expect_console(FAILED_LOAD)
    if what == "role":
        stack.identity.change_role("greta", "mirror", None)
    else:
        stack.identity.disable_project("mirror")
    many.choices.get_by_text("mirror", exact=True).click()
    many.expect_notice(
        "You can't access the project mirror.", "You no longer have a role in it, it is disabled"
    )
    # The others are still there.
    many.choose_project("atlas")
    expect(many.lead).to_contain_text("greta in atlas")


def test_pasted_token_without_a_project(ways_panel: Panel, stack: Stack) -> None:
    token = stack.unscoped_token("bob")
    ways_panel.paste(token)
    expect(ways_panel.lead).to_contain_text("bob in demo")
    # One validates, one lists projects, one exchanges, one lists keys.
    ways_panel.button("Create key").wait_for()
    methods = [call.method for call in ways_panel.visit.calls(stack.keystone_url)]
    assert methods == ["GET", "GET", "POST", "GET"]
    obtained = ways_panel.visit.obtained(stack.keystone_url)
    ways_panel.sign_out()
    expect_revoked(stack, obtained)
    # This one was not obtained by the page, and it can be exchanged again.
    assert stack.identity.is_valid(token) is True


def test_hostile_project_name_is_text(ways_panel: Panel, stack: Stack) -> None:
    dialogs: list[Dialog] = []
    ways_panel.visit.page.on("dialog", lambda dialog: dialogs.append(dialog))
    shown = HOSTILE_PROJECT.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd")
    stack.remove_credentials("hugo")
    ways_panel.open_form("Password")
    ways_panel.give_password("hugo", stack.users["hugo"].password)
    ways_panel.choose_project(shown)
    expect(ways_panel.lead.locator("bdi").nth(1)).to_have_text(shown)
    expect(ways_panel.lead).to_contain_text(f"hugo in {shown}, Aur1 ")
    ways_panel.create()
    for tab in ("aws", "mc", "s3cmd", "rclone", "boto3", "env"):
        ways_panel.choose_tab(tab)
        assert all("evil" not in text for text in ways_panel.blocks.all_text_contents())
        assert all("evil" not in text for text in ways_panel.copy_steps())
    expect(ways_panel.root.locator("img")).to_have_count(0)
    ways_panel.button("Switch project").click()
    expect(ways_panel.choices).to_have_text(["demo", shown])
    assert dialogs == []
    stack.remove_credentials("hugo")


@pytest.mark.parametrize("way", ["Token", "Password"])
def test_switch_without_typing(ways_panel: Panel, stack: Stack, way: str) -> None:
    there = stack.identity.create_credential("alice", "research")["access"]
    token = stack.token("alice", "demo")
    ways_panel.open_form(way)
    if way == "Token":
        ways_panel.sign_in(token)
    else:
        ways_panel.give_password("alice", stack.users["alice"].password)
        ways_panel.choose_project("demo")
    here = ways_panel.create()
    ways_panel.choose_tab("mc")
    ways_panel.button("Switch project").click()
    expect(ways_panel.choices).to_have_text(["demo", "research"])
    expect(ways_panel.root.locator(".keyfill-signin")).to_contain_text("current project")
    # The session is still there, and its commands.
    expect(ways_panel.blocks.first).to_contain_text(here)
    ways_panel.choices.get_by_text("research", exact=True).click()
    expect(ways_panel.lead).to_contain_text("alice in research, Aur1")
    expect(ways_panel.blocks.first).to_contain_text(there)
    expect(ways_panel.root.locator("input[value=mc]")).to_be_checked()
    assert here not in ways_panel.visit.page.content()
    # And back.
    ways_panel.button("Switch project").click()
    ways_panel.choices.get_by_text("demo", exact=True).click()
    expect(ways_panel.blocks.first).to_contain_text(here)
    tokens = ways_panel.visit.obtained(stack.keystone_url)
    ways_panel.sign_out()
    ways_panel.expect_signed_out()
    expect_revoked(stack, tokens)
    assert stack.identity.is_valid(token) is True


def test_switch_to_the_same_or_to_none_changes_nothing(ways_panel: Panel, stack: Stack) -> None:
    ways_panel.sign_in(stack.token("alice", "demo"))
    access = ways_panel.create()
    calls = len(ways_panel.visit.calls(stack.keystone_url, "POST"))
    for answer in ("Cancel", "demo"):
        ways_panel.button("Switch project").click()
        if answer == "Cancel":
            ways_panel.button("Cancel").click()
        else:
            ways_panel.choices.get_by_text("demo", exact=True).click()
        expect(ways_panel.choices).to_have_count(0)
        expect(ways_panel.blocks.first).to_contain_text(access)
    assert len(ways_panel.visit.calls(stack.keystone_url, "POST")) == calls
    expect(ways_panel.lead).to_contain_text("alice in demo")


def test_only_one_project(ways_panel: Panel, stack: Stack) -> None:
    ways_panel.sign_in(stack.token("bob", "demo"))
    ways_panel.button("Switch project").click()
    ways_panel.expect_notice(
        "This is your only project.", "There is no other project to switch to."
    )
    expect(ways_panel.lead).to_contain_text("bob in demo")


def test_switch_to_a_project_that_is_closed_meanwhile(
    many: Panel, stack: Stack, without_mirror: None
) -> None:
    many.choose_project("backup")
    many.button("Switch project").click()
    expect(many.choices).to_have_count(12)
    stack.identity.disable_project("mirror")
    many.visit.expect_console(FAILED_LOAD)
    many.choices.get_by_text("mirror", exact=True).click()
    many.expect_notice("You can't access the project mirror.", "it is disabled")
    many.button("Cancel").click()
    expect(many.lead).to_contain_text("greta in backup")
    expect(many.button("Create key")).to_be_enabled()


def test_key_that_was_made_for_the_project_before(ways_panel: Panel, stack: Stack) -> None:
    """A create is slow, the reader stops waiting for it, and goes to another project."""
    ways_panel.sign_in(stack.token("alice", "demo"))
    with ways_panel.visit.held_back(CREDENTIALS, "POST"):
        ways_panel.button("Create key").click()
        ways_panel.button("Stop waiting").click()
        ways_panel.expect_notice_has("Keystone did not confirm that it created a key")
        ways_panel.button("Switch project").click()
        ways_panel.choose_project("research")
    # The one about the create that was not confirmed may still be there.
    ways_panel.expect_notice_has("was created in demo just after you left.")
    (made,) = stack.credentials("alice")
    ways_panel.expect_notice(
        f"The key {made['access']} was created in demo just after you left.",
        "It exists and works. Sign in to that project to use it or delete it.",
    )
    expect(ways_panel.keys).to_have_count(0)
    expect(ways_panel.root).not_to_contain_text("This key was not in the list before.")
