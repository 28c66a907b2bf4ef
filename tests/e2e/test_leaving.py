"""Leaving the page wipes whatever it held, also on the way in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from stack import Stack

from .panel import Panel
from .test_privacy import TRACES
from .visit import FAILED_LOAD

End = Callable[[Panel], None]


def leave_and_return(panel: Panel) -> None:
    origin = panel.visit.page.evaluate("location.origin")
    panel.visit.page.goto(f"{origin}/404.html")
    panel.visit.page.go_back()
    panel.ready()


def hide(panel: Panel) -> None:
    """The event alone, so that it does not depend on the back/forward cache."""
    panel.visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")


@pytest.mark.parametrize("end", [leave_and_return, hide])
@pytest.mark.parametrize("where", ["session", "projects", "passcode", "clouds"])
def test_leaving_wipes_everything(ways_panel: Panel, stack: Stack, where: str, end: End) -> None:
    user = {"session": "bob", "projects": "alice", "passcode": "erin", "clouds": "bob"}[where]
    password = stack.users[user].password
    ways_panel.visit.expect_console(FAILED_LOAD)
    ways_panel.open_form("Password")
    if where == "clouds":
        cloud = f"    auth: {{}}\n    auth_type: password\n    password: {password}\n"
        cloud = cloud.replace("auth: {}", f"auth:\n      username: {user}")
        text = f"clouds:\n  one:\n{cloud}  two:\n{cloud}"
        file = {"name": "clouds.yaml", "mimeType": "text/plain", "buffer": text.encode()}
        ways_panel.root.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    else:
        ways_panel.give_password(user, password)
    asked = {
        "session": ways_panel.button("Create key"),
        "projects": ways_panel.choices.first,
        "passcode": ways_panel.field("passcode"),
        "clouds": ways_panel.choices.first,
    }[where]
    asked.wait_for()
    tokens = ways_panel.visit.obtained(stack.keystone_url)
    end(ways_panel)
    ways_panel.expect_signed_out()
    expect(asked).to_have_count(0)
    page = ways_panel.visit.page
    for secret in (password, *tokens):
        assert (secret in page.evaluate(TRACES)) is False
        assert (secret in page.content()) is False
    ways_panel.open_form("Token")
    ways_panel.sign_in(stack.token("bob", "demo"))
