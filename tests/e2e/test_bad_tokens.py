"""Tokens that do not sign in, and those that cannot do what the reader wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from stack import Stack
from waiting import until

from .conftest import World, panel_at
from .panel import Panel
from .visit import FAILED_LOAD, Visit

NOT_ACCEPTED = "Aurora Cloud Aur1 does not accept this token."
GET_A_NEW_ONE = "It has expired, was revoked, is from another cloud or region, or comes from"
MADE_UP = "gAAAAABrBEBlgQZ_rsqykTEQK-" + "x" * 150


@dataclass(frozen=True)
class Another:
    """Another cloud, in which each user may have one credential."""

    stack: Stack
    # A token of alice's from an earlier run of it, when tokens lived for a second.
    expired: str


@pytest.fixture(scope="module")
def another(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Another]:
    directory = tmp_path_factory.mktemp("another")
    with Stack(directory, [world.origin], token_seconds=1) as short:
        expired = short.token("alice", "demo")
    with Stack(directory, [world.origin], credential_limit=1) as stack:
        until(lambda: not stack.identity.is_valid(expired), lambda: "the token does not expire")
        yield Another(stack, expired)


@pytest.fixture
def strict(another: Another) -> Stack:
    return another.stack


@pytest.fixture
def failing(panel: Panel) -> Panel:
    """The panel, in a test where Keystone refuses something, which Chromium logs."""
    panel.visit.expect_console(FAILED_LOAD)
    return panel


def expect_usable(panel: Panel, stack: Stack) -> None:
    """The form is open and empty, and a good token signs in."""
    expect(panel.token).to_have_value("")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.notice).to_have_count(0)
    expect(panel.lead).to_contain_text("alice in demo")


def test_no_token(panel: Panel, stack: Stack) -> None:
    panel.use_own_keys()
    panel.token.fill("   ")
    panel.token.press("Enter")
    panel.expect_notice("The token is missing.", "Run the command below in a terminal")
    assert panel.visit.calls(stack.keystone_url) == []
    expect_usable(panel, stack)


def test_not_a_token(panel: Panel, stack: Stack) -> None:
    panel.paste("| id | gAAAAABrBEBlgQZ_rsqykTEQK |")
    panel.expect_notice("This is not a token.", "It was not sent anywhere.")
    expect(panel.token).to_be_focused()
    assert panel.visit.calls(stack.keystone_url) == []
    expect_usable(panel, stack)


def test_a_made_up_token(failing: Panel, stack: Stack) -> None:
    failing.paste(MADE_UP)
    failing.expect_notice(NOT_ACCEPTED, GET_A_NEW_ONE)
    # What was refused is not asked again by itself.
    assert len(failing.visit.calls(stack.keystone_url)) == 1
    expect_usable(failing, stack)


def test_a_revoked_token(failing: Panel, stack: Stack) -> None:
    token = stack.token("alice", "demo")
    stack.revoke(token)
    failing.paste(token)
    failing.expect_notice(NOT_ACCEPTED, GET_A_NEW_ONE)
    expect_usable(failing, stack)


def test_a_token_of_another_cloud(failing: Panel, stack: Stack, strict: Stack) -> None:
    failing.paste(strict.token("alice", "demo"))
    failing.expect_notice(NOT_ACCEPTED, GET_A_NEW_ONE)
    expect_usable(failing, stack)


def test_an_unscoped_token_of_somebody_without_a_project(panel: Panel, stack: Stack) -> None:
    token = stack.unscoped_token("ivar")
    panel.paste(token)
    panel.expect_notice("You have no project in this cloud.", "Ask an administrator for a role")
    expect_usable(panel, stack)
    # It was pasted, so it is the reader's.
    assert stack.identity.is_valid(token) is True


def test_a_token_of_an_application_credential(failing: Panel, stack: Stack) -> None:
    failing.paste(stack.application_credential_token("alice", "demo"))
    failing.expect_notice(
        "This token comes from an application credential or a trust.",
        "Get a token with your user name and password instead",
    )
    failing.expect_signed_out()
    expect_usable(failing, stack)


def test_an_expired_token(visit: Visit, world: World, another: Another) -> None:
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, world.page_for(another.stack.keystone_url, "strict"))
    panel.paste(another.expired)
    panel.expect_notice(NOT_ACCEPTED, GET_A_NEW_ONE)
    expect_usable(panel, another.stack)


def test_a_reader_may_not_create(failing: Panel, stack: Stack) -> None:
    failing.sign_in(stack.token("carol", "demo"))
    failing.button("Create key").click()
    failing.expect_notice(
        "Your role in demo does not allow you to create keys.",
        "Nothing was created. Ask an administrator of the project for the member role",
    )
    expect(failing.button("Create key")).to_be_enabled()
    assert stack.credentials("carol") == []


def test_the_quota_of_credentials(visit: Visit, world: World, strict: Stack) -> None:
    visit.expect_console(FAILED_LOAD)
    strict.remove_credentials("dave")
    panel = panel_at(visit, world.page_for(strict.keystone_url, "strict"))
    panel.sign_in(strict.token("dave", "demo"))
    access = panel.create()
    panel.button("Create key").click()
    panel.expect_notice(
        "Keystone refused to create another key.", "Delete one that you no longer use"
    )
    panel.delete(access)
    assert panel.create() != access
    assert len(strict.credentials("dave")) == 1


def test_a_key_that_is_already_gone_is_deleted(failing: Panel, stack: Stack) -> None:
    failing.sign_in(stack.token("alice", "demo"))
    access = failing.create()
    stack.identity.delete_credential("alice", access)
    failing.delete(access)
    failing.expect_notice(f"The key {access} was already gone.", "There is nothing left to do.")
    expect(failing.keys).to_have_count(0)


@pytest.mark.parametrize("action", ["create", "delete"])
def test_a_token_revoked_during_the_session(failing: Panel, stack: Stack, action: str) -> None:
    token = stack.token("alice", "demo")
    failing.sign_in(token)
    access = failing.create()
    stack.revoke(token)
    if action == "create":
        failing.button("Create key").click()
    else:
        failing.button(f"Delete {access}").click()
        failing.question.get_by_role("button", name="Delete it").click()
    failing.expect_notice("Your token has expired or was revoked.", "They still work. Sign in")
    failing.expect_signed_out()
    assert access not in failing.visit.page.content()
    assert [c["access"] for c in stack.credentials("alice")] == [access]
    expect_usable(failing, stack)
    expect(failing.keys).to_have_count(1)


@pytest.mark.parametrize(
    ("away", "what"),
    [
        ([10] * 6, "Your token has expired, so you are signed out."),
        ([16], "You were signed out after 15 minutes without activity."),
        # A laptop that slept: nothing was done for long before the token ended.
        ([61], "You were signed out after 15 minutes without activity."),
    ],
)
def test_a_session_ends_by_itself(
    visit: Visit, stack: Stack, world: World, away: list[int], what: str
) -> None:
    """The browser's clock is Playwright's, so that nobody waits for an hour."""
    visit.page.clock.install()
    panel = panel_at(visit, world.page)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    for minutes in away:
        panel.choose_tab("mc")
        panel.choose_tab("aws")
        visit.page.clock.fast_forward(minutes * 60_000)
    panel.expect_notice(what, "Your keys were removed from the page. They still work.")
    panel.expect_signed_out()
    assert access not in visit.page.content()
    expect(panel.root.locator("[data-focus=notice]")).to_be_focused()
