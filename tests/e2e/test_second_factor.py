"""A passcode after the password, through Keystone's receipt."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import expect_revoked, panel_at
from .panel import Panel
from .visit import FAILED_LOAD, Visit

NOT_ACCEPTED = "Keystone does not accept this passcode."


@pytest.fixture
def asked(ways_panel: Panel, stack: Stack) -> Panel:
    """The panel that asks erin for a passcode."""
    return ask(ways_panel, stack)


def ask(panel: Panel, stack: Stack) -> Panel:
    # The answer that brings the receipt is a 401, which Chromium logs.
    panel.visit.expect_console(FAILED_LOAD)
    panel.open_form("Password")
    panel.give_password("erin", stack.users["erin"].password)
    expect(panel.field("passcode")).to_be_focused()
    return panel


def give(panel: Panel, passcode: str) -> None:
    panel.field("passcode").fill(passcode)
    panel.field("passcode").press("Enter")


def test_passcode_signs_in(asked: Panel, stack: Stack) -> None:
    expect(asked.notice).to_have_count(0)
    expect(asked.root.locator("form")).to_contain_text("Keystone accepts it for ")
    for gone in ("user", "domain", "password", "token"):
        expect(asked.field(gone)).to_have_count(0)
    expect(asked.root.locator(".keyfill-methods, input[type=file]")).to_have_count(0)
    give(asked, f" {stack.passcode('erin')} ")
    expect(asked.lead).to_contain_text("erin in demo, Aur1")
    first, second, third = asked.visit.calls(stack.keystone_url, "POST")
    # Only the second request has the receipt, and it has no password.
    with_receipt = ["openstack-auth-receipt" in c.all_headers() for c in (first, second, third)]
    assert with_receipt == [False, True, False]
    sent = asked.visit.posted(stack.keystone_url)
    methods = [auth["auth"]["identity"]["methods"] for auth in sent]
    assert methods == [["password"], ["totp"], ["token"]]
    assert sent[1]["auth"]["identity"]["totp"]["user"]["id"] == stack.users["erin"].id


def test_field_for_telephones_and_password_managers(asked: Panel) -> None:
    field = asked.field("passcode")
    named = [field.get_attribute(name) for name in ("type", "inputmode", "autocomplete")]
    assert named == ["text", "numeric", "one-time-code"]
    expect(field).to_have_accessible_name(
        "Passcode from your authenticator app for Aurora Cloud Aur1"
    )


def test_wrong_passcode_then_the_right_one(asked: Panel, stack: Stack) -> None:
    right = stack.passcode("erin")
    give(asked, "0" * 6 if right != "0" * 6 else "1" * 6)
    asked.expect_notice(NOT_ACCEPTED, "Type the next one that your authenticator app shows")
    expect(asked.field("passcode")).to_have_value("")
    expect(asked.field("passcode")).to_be_focused()
    give(asked, stack.passcode("erin"))
    expect(asked.lead).to_contain_text("erin in demo")
    expect(asked.notice).to_have_count(0)


@pytest.mark.parametrize("text", ["", "12 34 56"])
def test_what_is_no_passcode_is_not_sent(asked: Panel, stack: Stack, text: str) -> None:
    give(asked, text)
    asked.expect_notice("This is not a passcode.", "A passcode has 6 digits. It was not sent.")
    assert len(asked.visit.calls(stack.keystone_url, "POST")) == 1
    give(asked, stack.passcode("erin"))
    expect(asked.lead).to_contain_text("erin in demo")


def test_wrong_passcodes_count_as_refusals(asked: Panel, stack: Stack) -> None:
    for _ in range(3):
        give(asked, "0000000")
        expect(asked.button("Sign in")).to_be_enabled()
        asked.expect_notice(NOT_ACCEPTED, "Type the next one")
    expect(asked.notice).to_contain_text("this page waits for a minute")
    give(asked, stack.passcode("erin"))
    asked.expect_notice_has("before trying again.")
    assert len(asked.visit.calls(stack.keystone_url, "POST")) == 4


def test_second_factor_that_no_page_can_do(ways_panel: Panel, stack: Stack) -> None:
    ways_panel.visit.expect_console(FAILED_LOAD)
    ways_panel.open_form("Password")
    ways_panel.give_password("frida", stack.users["frida"].password)
    ways_panel.expect_notice(
        "This account also requires the sign-in method external, which this page does not support.",
        "The password was correct. Get a token in a terminal, and paste it here.",
    )
    expect(ways_panel.field("user")).to_have_value("frida")
    ways_panel.way("Token").check()
    ways_panel.sign_in(stack.token("bob", "demo"))


def test_receipt_ends_after_five_minutes(visit: Visit, ways: str, stack: Stack) -> None:
    visit.page.clock.install()
    panel = panel_at(visit, ways)
    panel.use_own_keys()
    visit.stop_the_clock()
    ask(panel, stack)
    expect(panel.root.locator("form")).to_contain_text("Keystone accepts it for 300 more seconds.")
    visit.page.clock.fast_forward(100_000)
    expect(panel.root.locator("form")).to_contain_text("for 200 more seconds.")
    visit.page.clock.fast_forward(201_000)
    panel.expect_notice(
        "The time for the passcode has run out.",
        "Keystone waits 5 minutes for it. Sign in again with your password.",
    )
    expect(panel.field("passcode")).to_have_count(0)
    expect(panel.field("user")).to_be_focused()
    # From the start again, and it works.
    panel.give_password("erin", stack.users["erin"].password)
    give(panel, stack.passcode("erin"))
    expect(panel.lead).to_contain_text("erin in demo")


def test_receipt_that_keystone_refuses(asked: Panel, stack: Stack) -> None:
    """As after a change of Keystone's keys, or by a clock that is far off."""

    def spoil(text: str) -> str:
        return f"{text[:-8]}AAAAAAA="

    asked.visit.page.route(
        "**/auth/tokens",
        lambda route: route.continue_(
            headers={
                name: spoil(value) if name == "openstack-auth-receipt" else value
                for name, value in route.request.all_headers().items()
            }
        ),
    )
    give(asked, stack.passcode("erin"))
    asked.expect_notice(NOT_ACCEPTED, "check that device's clock")


def test_cancel_forgets_the_receipt(asked: Panel, stack: Stack) -> None:
    asked.button("Cancel").click()
    expect(asked.field("passcode")).to_have_count(0)
    expect(asked.field("user")).to_be_focused()
    assert len(asked.visit.calls(stack.keystone_url, "POST")) == 1


def test_signing_out_revokes_the_whole_chain(asked: Panel, stack: Stack) -> None:
    give(asked, stack.passcode("erin"))
    asked.button("Create key").wait_for()
    tokens = asked.visit.obtained(stack.keystone_url)
    assert len(tokens) == 2
    assert all(stack.identity.is_valid(token) for token in tokens)
    asked.sign_out()
    asked.expect_signed_out()
    expect_revoked(stack, tokens)
