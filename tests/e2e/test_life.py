"""The life of a session: how it is renewed, and every way in which it ends."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import expect_revoked, panel_at
from .panel import Panel
from .test_privacy import TRACES
from .visit import FAILED_LOAD, TOKENS, Visit

MINUTE = 60_000
REVOKE = "Sign out and revoke the token"


@pytest.fixture
def timed(visit: Visit, ways: str) -> Panel:
    """The panel with every way to sign in, in a browser whose clock is Playwright's."""
    visit.page.clock.install()
    return panel_at(visit, ways)


def by_password(panel: Panel, stack: Stack, user: str = "bob") -> list[str]:
    """Sign in, and return the tokens that the page has got for it."""
    stack.remove_credentials(user)
    panel.open_form("Password")
    panel.give_password(user, stack.users[user].password)
    panel.button("Create key").wait_for()
    return panel.visit.obtained(stack.keystone_url)


def stir(panel: Panel) -> None:
    """Do something that changes nothing."""
    panel.choose_tab("mc")
    panel.choose_tab("aws")


def let_pass(panel: Panel, minutes: int) -> None:
    """Let time pass for a reader who does something every now and then."""
    while minutes > 0:
        panel.visit.page.clock.fast_forward(min(minutes, 10) * MINUTE)
        minutes -= 10
        stir(panel)


def test_countdown_and_warning(timed: Panel, stack: Stack) -> None:
    by_password(timed, stack)
    expect(timed.lead).to_contain_text("60 min left")
    let_pass(timed, 30)
    expect(timed.lead).to_contain_text("30 min left")
    let_pass(timed, 24)
    expect(timed.lead).to_contain_text("6 min left")
    expect(timed.notice).to_have_count(0)
    expect(timed.button("Sign in again")).to_have_count(0)
    let_pass(timed, 1)
    timed.expect_notice(
        "Your token expires in less than 5 minutes.", "To stay signed in, sign in again"
    )
    expect(timed.root.locator(".keyfill-soon")).to_contain_text("5 min left")
    alert = timed.root.locator("[role=alert][data-focus=notice]")
    expect(alert).to_contain_text("Your token expires in less than")
    # Once is enough.
    timed.root.get_by_label("Close this message").click()
    let_pass(timed, 1)
    expect(timed.notice).to_have_count(0)
    let_pass(timed, 5)
    timed.expect_notice("Your token has expired, so you are signed out.", "They still work.")
    timed.expect_signed_out()


# A pasted token may be old: its age is by the browser's clock, which is 56 minutes ahead here.
@pytest.mark.parametrize(("way", "left"), [("Token", 4), ("Password", 60)])
def test_renewal_changes_nothing_but_the_time(
    timed: Panel, stack: Stack, way: str, left: int
) -> None:
    timed.open_form("Password")
    timed.give_password("alice", stack.users["alice"].password)
    timed.choose_project("research")
    old = timed.visit.obtained(stack.keystone_url)
    first = timed.create()
    timed.create()
    timed.root.get_by_label(first, exact=True).check()
    timed.choose_tab("rclone")
    let_pass(timed, 56)
    timed.choose_tab("rclone")
    timed.button("Sign in again").click()
    # The keys stay while one types.
    expect(timed.blocks.first).to_contain_text("rclone")
    expect(timed.keys).to_have_count(2)
    timed.way(way).check()
    if way == "Token":
        timed.sign_in(stack.token("alice", "research"))
    else:
        timed.give_password("alice", stack.users["alice"].password)
    expect(timed.lead).to_contain_text("alice in research, Aur1")
    expect(timed.lead).to_contain_text(f"{left} min left")
    expect(timed.root.locator("form")).to_have_count(0)
    assert timed.chosen() == first
    expect(timed.root.locator("input[value=rclone]")).to_be_checked()
    # The new token works, and the old ones go with the session.
    timed.create()
    tokens = timed.visit.obtained(stack.keystone_url)
    assert set(old) <= set(tokens)
    timed.sign_out()
    timed.expect_signed_out()
    expect_revoked(stack, tokens)


def test_renewal_that_fails_leaves_the_session(timed: Panel, stack: Stack) -> None:
    by_password(timed, stack)
    access = timed.create()
    let_pass(timed, 56)
    timed.visit.expect_console(FAILED_LOAD)
    timed.button("Sign in again").click()
    timed.give_password("bob", "not-the-password")
    timed.expect_notice_has("does not accept this user name and password.")
    expect(timed.blocks.first).to_contain_text(access)
    timed.button("Cancel").click()
    expect(timed.lead).to_contain_text("bob in demo")
    expect(timed.button("Sign in again")).to_be_visible()
    assert timed.create() != access


def test_renewal_by_somebody_else_is_another_session(timed: Panel, stack: Stack) -> None:
    old = by_password(timed, stack)
    access = timed.create()
    let_pass(timed, 56)
    timed.button("Sign in again").click()
    timed.way("Token").check()
    timed.paste(stack.token("alice", "demo"))
    expect(timed.lead).to_contain_text("alice in demo")
    expect(timed.keys).to_have_count(0)
    assert access not in timed.visit.page.content()
    timed.sign_out()
    expect_revoked(stack, old)


def test_sign_out_revokes_what_was_obtained_and_asks_nothing(
    ways_panel: Panel, stack: Stack
) -> None:
    tokens = by_password(ways_panel, stack)
    access = ways_panel.create()
    ways_panel.button("Sign out").click()
    ways_panel.expect_signed_out()
    expect(ways_panel.question).to_have_count(0)
    assert len(tokens) == 2
    expect_revoked(stack, tokens)
    page = ways_panel.visit.page
    for secret in (stack.users["bob"].password, access, *tokens):
        assert (secret in page.evaluate(TRACES)) is False
        assert (secret in page.content()) is False


@pytest.mark.parametrize("answer", ["Sign out", REVOKE])
def test_sign_out_asks_about_a_pasted_token(ways_panel: Panel, stack: Stack, answer: str) -> None:
    token = stack.token("alice", "demo")
    ways_panel.sign_in(token)
    ways_panel.button("Sign out").click()
    expect(ways_panel.question).to_have_accessible_name("Sign out of this page?")
    expect(ways_panel.question).to_contain_text("a terminal may be using it too")
    # The answer that takes nothing from anybody.
    safe = ways_panel.question.get_by_role("button", name="Sign out", exact=True)
    expect(safe).to_be_focused()
    ways_panel.question.get_by_role("button", name=answer, exact=True).click()
    ways_panel.expect_signed_out()
    if answer == REVOKE:
        ways_panel.expect_notice(
            "You are signed out, and your token is revoked.", "get a new one there"
        )
        expect_revoked(stack, [token])
    else:
        expect(ways_panel.notice).to_have_count(0)
        assert stack.identity.is_valid(token) is True
        assert ways_panel.visit.calls(stack.keystone_url, "DELETE") == []


@pytest.mark.parametrize("answer", ["Stay signed in", "Escape"])
def test_one_can_stay(ways_panel: Panel, stack: Stack, answer: str) -> None:
    ways_panel.sign_in(stack.token("alice", "demo"))
    access = ways_panel.create()
    ways_panel.button("Sign out").click()
    if answer == "Escape":
        ways_panel.visit.page.keyboard.press("Escape")
    else:
        ways_panel.button(answer).click()
    expect(ways_panel.question).to_have_count(0)
    expect(ways_panel.blocks.first).to_contain_text(access)
    assert ways_panel.create() != access


def test_revocation_that_fails_is_told(ways_panel: Panel, stack: Stack) -> None:
    token = stack.token("alice", "demo")
    ways_panel.visit.expect_console(FAILED_LOAD)
    ways_panel.sign_in(token)
    ways_panel.visit.answer(TOKENS, status=500, body="", method="DELETE")
    ways_panel.button("Sign out").click()
    ways_panel.button(REVOKE).click()
    ways_panel.expect_signed_out()
    ways_panel.expect_notice_has("You are signed out, but your token is not revoked. ")
    expect(ways_panel.notice).to_contain_text("run openstack token revoke in a terminal")
    assert stack.identity.is_valid(token) is True


def test_instant_navigation_keeps_the_session(ways_panel: Panel, stack: Stack) -> None:
    page = ways_panel.visit.page
    ways_panel.visit.instant()
    page.evaluate("window.sameDocument = true")
    by_password(ways_panel, stack)
    access = ways_panel.create()
    calls = len(ways_panel.visit.calls(stack.keystone_url))
    for link, heading in (("Other", "Other"), ("Ways", "Ways")):
        page.locator("article p a").get_by_text(link, exact=True).click()
        expect(page.locator("article h1")).to_contain_text(heading)
        expect(ways_panel.lead).to_contain_text("bob in demo")
        expect(ways_panel.blocks.first).to_contain_text(access)
    assert page.evaluate("window.sameDocument") is True
    assert len(ways_panel.visit.calls(stack.keystone_url)) == calls
    page.reload()
    ways_panel.ready()
    ways_panel.expect_signed_out()
    assert access not in page.content()
