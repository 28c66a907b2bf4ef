"""Signing in with a user name and a password."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, expect

from stack import HOSTILE_USER, Stack

from .conftest import expect_revoked, panel_at
from .panel import Panel
from .visit import FAILED_LOAD, TOKENS, Visit

NOT_ACCEPTED = "Aurora Cloud Aur1 does not accept this user name and password."
WRONG = "not-the-password"


@pytest.fixture
def form(ways_panel: Panel) -> Panel:
    """The form for a password, open."""
    ways_panel.open_form("Password")
    return ways_panel


@pytest.fixture
def refused(form: Panel) -> Panel:
    """The form, in a test where Keystone refuses something, which Chromium logs."""
    form.visit.expect_console(FAILED_LOAD)
    return form


@pytest.fixture
def locked(stack: Stack) -> Iterator[str]:
    stack.identity.lock("jonas")
    yield "jonas"
    stack.identity.unlock("jonas")


def posts(panel: Panel, stack: Stack) -> int:
    return len(panel.visit.calls(stack.keystone_url, "POST"))


def expect_refused(panel: Panel, user: str) -> None:
    """The message is there, the name is still in the form, and the password is not."""
    panel.expect_notice(NOT_ACCEPTED, "Check both, and the domain.")
    expect(panel.field("user")).to_have_value(user)
    expect(panel.field("password")).to_have_value("")
    expect(panel.field("user")).to_be_focused()
    expect(panel.button("Sign in")).to_be_enabled()


def test_right_password_signs_in(form: Panel, stack: Stack) -> None:
    form.give_password("bob", stack.users["bob"].password)
    expect(form.lead).to_contain_text("bob in demo, Aur1")
    expect(form.button("Create key")).to_be_enabled()
    # One for a token, and one for its only project.
    sent = form.visit.posted(stack.keystone_url)
    assert [auth["auth"]["identity"]["methods"] for auth in sent] == [["password"], ["token"]]
    assert sent[0]["auth"]["scope"] == "unscoped"
    assert sent[1]["auth"]["scope"] == {"project": {"id": stack.users["bob"].projects["demo"]}}


def test_password_is_sent_with_enter_and_leaves_the_field(form: Panel, stack: Stack) -> None:
    form.field("user").fill("  bob ")
    form.field("password").fill(stack.users["bob"].password)
    with form.visit.held_back(TOKENS, "POST"):
        form.field("password").press("Enter")
        expect(form.button("Signing in…")).to_be_disabled()
        expect(form.field("password")).to_have_value("")
    expect(form.lead).to_contain_text("bob in demo")


def test_spaces_belong_to_a_password(refused: Panel, stack: Stack) -> None:
    refused.give_password("bob", f" {stack.users['bob'].password}")
    expect_refused(refused, "bob")


@pytest.mark.parametrize("domain", ["Default", "default", " Default ", ""])
def test_domain_by_name_and_by_id(form: Panel, stack: Stack, domain: str) -> None:
    expect(form.field("domain")).to_have_value("Default")
    form.field("domain").fill(domain)
    form.give_password("bob", stack.users["bob"].password)
    expect(form.lead).to_contain_text("bob in demo")


def test_user_by_id(form: Panel, stack: Stack) -> None:
    form.give_password(stack.users["bob"].id, stack.users["bob"].password)
    expect(form.lead).to_contain_text("bob in demo")


@pytest.mark.parametrize("user", ["bob", "nobody", "karin", "lars"])
def test_wrong_unknown_expired_disabled(refused: Panel, stack: Stack, user: str) -> None:
    """Keystone gives the same answer to all of them, on purpose."""
    right = {"karin": stack.users["karin"].password, "lars": stack.users["lars"].password}
    refused.give_password(user, right.get(user, WRONG))
    expect_refused(refused, user)
    assert posts(refused, stack) == 1


def test_locked(refused: Panel, stack: Stack, locked: str) -> None:
    refused.give_password(locked, stack.users[locked].password)
    expect_refused(refused, locked)
    expect(refused.notice).to_contain_text("the account is locked or disabled")


@pytest.mark.parametrize("domain", ["Elsewhere", "0" * 32])
def test_wrong_domain(refused: Panel, stack: Stack, domain: str) -> None:
    refused.field("domain").fill(domain)
    refused.give_password("bob", stack.users["bob"].password)
    expect_refused(refused, "bob")
    expect(refused.field("domain")).to_have_value(domain)


@pytest.mark.parametrize("user", ["ivar", "maja"])
def test_no_project_or_only_a_disabled_one(form: Panel, stack: Stack, user: str) -> None:
    form.give_password(user, stack.users[user].password)
    form.expect_notice("You have no project in this cloud.", "Ask an administrator for a role")
    expect(form.field("password")).to_have_value("")
    tokens = form.visit.obtained(stack.keystone_url)
    assert len(tokens) == 1
    expect_revoked(stack, tokens)


def test_second_try_is_right(refused: Panel, stack: Stack) -> None:
    refused.give_password("bob", WRONG)
    expect_refused(refused, "bob")
    refused.field("password").fill(stack.users["bob"].password)
    refused.button("Sign in").click()
    expect(refused.lead).to_contain_text("bob in demo")
    expect(refused.notice).to_have_count(0)


def test_three_refusals_make_the_page_wait(visit: Visit, ways: str, stack: Stack) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.clock.install()
    panel = panel_at(visit, ways)
    panel.open_form("Password")
    visit.stop_the_clock()
    for number in (1, 2, 3):
        panel.give_password("bob", WRONG)
        expect(panel.button("Sign in")).to_be_enabled()
        expect_refused(panel, "bob")
        assert posts(panel, stack) == number
    expect(panel.notice).to_contain_text("this page waits for a minute. The account may be locked")
    panel.give_password("bob", stack.users["bob"].password)
    expect(panel.notice.locator("strong")).to_have_text("Wait 60 seconds before trying again.")
    expect(panel.field("user")).to_have_value("bob")
    visit.page.clock.fast_forward(30_000)
    panel.give_password("bob", stack.users["bob"].password)
    expect(panel.notice.locator("strong")).to_have_text("Wait 30 seconds before trying again.")
    assert posts(panel, stack) == 3
    visit.page.clock.fast_forward(31_000)
    panel.give_password("bob", stack.users["bob"].password)
    expect(panel.lead).to_contain_text("bob in demo")
    assert posts(panel, stack) == 5


def test_double_click_is_one_request(refused: Panel, stack: Stack) -> None:
    refused.field("user").fill("bob")
    refused.field("password").fill(WRONG)
    refused.button("Sign in").evaluate("button => { button.click(); button.click(); }")
    expect_refused(refused, "bob")
    assert posts(refused, stack) == 1


def test_unreachable_keystone_is_not_asked_again(visit: Visit, ways: str, stack: Stack) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.clock.install()
    panel = panel_at(visit, ways)
    panel.open_form("Password")
    visit.page.route(TOKENS, lambda route: route.abort())
    panel.give_password("bob", stack.users["bob"].password)
    expect(panel.notice.locator("strong")).to_contain_text("The browser could not reach")
    expect(panel.field("user")).to_have_value("bob")
    # Whatever a page puts off has its time now; what it does then comes before the next answer.
    visit.page.clock.run_for(60_000)
    visit.page.unroute_all()
    panel.way("Token").check()
    panel.sign_in(stack.token("bob", "demo"))
    assert posts(panel, stack) == 1


def test_cancel_of_a_sign_in_revokes_what_still_comes(form: Panel, stack: Stack) -> None:
    page = form.visit.page
    with (
        page.expect_response(lambda r: r.request.method == "DELETE") as gone,
        form.visit.held_back(TOKENS, "POST"),
    ):
        form.give_password("bob", stack.users["bob"].password)
        form.button("Cancel").click()
        expect(form.button("Sign in")).to_be_enabled()
        form.button("Cancel").click()
    assert gone.value.status == 204
    expect_revoked(stack, form.visit.obtained(stack.keystone_url))
    form.expect_signed_out()


@pytest.mark.parametrize(
    ("user", "password", "what"),
    [
        ("  ", "x", "The user name is missing."),
        ("bob", "", "The password is missing."),
        (HOSTILE_USER, "x", "The user name is too long or has invisible characters."),
    ],
)
def test_what_cannot_be_right_is_not_sent(
    form: Panel, stack: Stack, user: str, password: str, what: str
) -> None:
    form.give_password(user, password)
    form.expect_notice(what, "Nothing was sent.")
    expect(form.field("user")).to_have_value(user)
    assert posts(form, stack) == 0


@pytest.mark.parametrize(
    "name",
    ["d'Artagnan \"`$(id)", "<b>&amp;</b>\\", "\U0001f47b\U0001f98a", "עברית عربي", "x" * 255],
)
def test_names_go_to_keystone_as_they_are(refused: Panel, stack: Stack, name: str) -> None:
    refused.field("domain").fill(name)
    refused.give_password(name, WRONG)
    expect_refused(refused, name)
    [sent] = refused.visit.posted(stack.keystone_url)
    user = sent["auth"]["identity"]["password"]["user"]
    assert (user["name"], user["domain"]) == (name, {"name": name})


def test_hostile_user_name_is_text(form: Panel, stack: Stack) -> None:
    """Its direction mark cannot be typed unseen; the id of the user works."""
    dialogs: list[Dialog] = []
    form.visit.page.on("dialog", lambda dialog: dialogs.append(dialog))
    before = form.root.bounding_box()
    user = stack.users[HOSTILE_USER]
    form.give_password(user.id, user.password)
    name = form.lead.locator("bdi").first
    expect(name).to_have_text(HOSTILE_USER.replace("\u202e", "\ufffd"))
    expect(form.lead).to_contain_text(" in demo, Aur1")
    expect(form.root.locator("img")).to_have_count(0)
    after = form.root.bounding_box()
    assert before is not None
    assert after is not None
    assert (before["x"], before["width"]) == (after["x"], after["width"])
    assert dialogs == []


def test_password_managers_get_the_password_and_never_a_token(form: Panel) -> None:
    def attributes(name: str) -> list[str | None]:
        return [form.field(name).get_attribute(key) for key in ("type", "autocomplete")]

    assert attributes("user") == ["text", "username"]
    assert attributes("password") == ["password", "current-password"]
    assert attributes("domain") == ["text", "off"]
    assert form.field("password").get_attribute("data-lpignore") is None
    assert form.root.locator("form").get_attribute("autocomplete") == "on"
    form.way("Application credential").check()
    assert attributes("secret") == ["password", "one-time-code"]
    form.way("Token").check()
    assert attributes("token") == ["password", "one-time-code"]
    assert form.field("token").get_attribute("data-lpignore") == "true"
    assert form.root.locator("form").get_attribute("autocomplete") == "off"


def test_password_is_nowhere_after_signing_in(form: Panel, stack: Stack) -> None:
    password = stack.users["bob"].password
    form.give_password("bob", password)
    form.button("Create key").wait_for()
    tokens = form.visit.obtained(stack.keystone_url)
    assert len(tokens) == 2
    page = form.visit.page
    for secret in (password, *tokens):
        assert (secret in page.content()) is False
        assert any(secret in request.url for request in form.visit.requests) is False
        assert any(secret in line for line in form.visit.console) is False


def test_what_was_typed_does_not_move_to_another_field(ways_panel: Panel) -> None:
    ways_panel.open_form("Password")
    for name in ("user", "password"):
        ways_panel.field(name).fill("typed-by-alice")
    ways_panel.open_form("Application credential")
    for name, text in (("credential", ""), ("secret", ""), ("user", ""), ("domain", "Default")):
        expect(ways_panel.field(name)).to_have_value(text)
    ways_panel.field("secret").fill("typed-by-alice")
    ways_panel.open_form("Token")
    expect(ways_panel.field("token")).to_have_value("")
    ways_panel.field("token").fill("typed-by-alice")
    ways_panel.open_form("Password")
    for name, text in (("user", ""), ("domain", "Default"), ("password", "")):
        expect(ways_panel.field(name)).to_have_value(text)
