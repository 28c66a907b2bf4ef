"""The states of a panel, in the order in which readers come to them.

The pictures and the tests of accessibility walk through them, each in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from stack import Stack

MINUTE = 60_000
SHOWN = (
    "at rest",
    "token",
    "refused",
    "a new key",
    "everything unfolded",
    "delete?",
    "data hidden",
)
"""States that together have every kind of thing that a panel shows."""


class Walk:
    """A reader at a page with one panel, which offers every sign-in method.

    The page has a clock of Playwright's: some states come by waiting only.
    """

    def __init__(self, page: Page, stack: Stack) -> None:
        self._page = page
        self._stack = stack
        self._panel = page.locator("keyfill-panel").first

    def states(self) -> Iterator[str]:
        """Go from one state to the next, and name each once it is there."""
        yield from self._at_rest()
        yield from self._ways_in()
        yield from self._projects()
        yield from self._keys()
        yield from self._rotation()
        yield from self._parting()
        yield from self._ends()

    def _at_rest(self) -> Iterator[str]:
        self._panel.locator(".keyfill-controls:not([inert])").first.wait_for()
        yield "at rest"
        explanation = self._panel.get_by_text("What is this?")
        # A panel that an author wrote by hand has none.
        if explanation.is_visible():
            explanation.click()
            yield "what is this"

    def _ways_in(self) -> Iterator[str]:
        self._press("Sign in…")
        self._method("Token")
        yield "token"
        self._panel.get_by_label("Token for").fill("not a token")
        self._press("Sign in")
        self._panel.locator(".keyfill-error").wait_for()
        yield "refused"
        self._press("Close this message")
        self._method("Application credential")
        yield "application credential"
        self._method("Password")
        yield "password"
        self._password("erin", "passcode")
        yield "second factor"
        self._press("Cancel")

    def _projects(self) -> Iterator[str]:
        self._method("Password")
        self._password("greta", None)
        self._panel.locator(".keyfill-choices button").first.wait_for()
        yield "projects"
        self._press("Cancel")
        self._press("Cancel")

    def _keys(self) -> Iterator[str]:
        self._stack.remove_credentials("alice")
        self._sign_in()
        yield "no key"
        self._press("Create key")
        self._panel.locator(".keyfill-keys .keyfill-small", has_text="new").wait_for()
        yield "a new key"
        self._panel.get_by_text("More commands").first.click()
        self._panel.get_by_text("Secrets and files").first.click()
        self._panel.get_by_role("button", name="openrc").wait_for()
        yield "everything unfolded"
        self._panel.locator(".keyfill-fold:not(.keyfill-undo)").get_by_role(
            "button", name="Copy the commands"
        ).first.click()
        self._panel.get_by_text("Fill this in first.").first.wait_for()
        yield "a value is asked for"
        self._panel.get_by_label("Quick form").check()
        yield "quick form"
        self._panel.get_by_label("Quick form").uncheck()
        self._panel.get_by_text("More commands").first.click()
        self._press("Hide my data")
        yield "data hidden"
        self._press("Show my data")
        self._panel.get_by_role("button", name="Manage").click()
        yield "the list of keys"
        self._press("Test")
        yield "a test"
        self._press("Close the test")
        self._press("Delete ")
        self._panel.get_by_role("alertdialog").wait_for()
        yield "delete?"
        self._press("Keep it")

    def _rotation(self) -> Iterator[str]:
        self._press("Rotate")
        self._panel.locator(".keyfill-rotation").wait_for()
        yield "rotation: test the new key"
        self._press("It works: use it in the commands")
        yield "rotation: install the new key"
        self._press("I have installed it everywhere")
        yield "rotation: delete the old key"
        self._press("Stop here and keep both keys")
        self._press("Delete several…")
        yield "marking keys"
        self._press("Keep all")

    def _parting(self) -> Iterator[str]:
        self._press("Sign out")
        self._panel.get_by_role("alertdialog").wait_for()
        yield "sign out?"
        self._press("Stay signed in")

    def _ends(self) -> Iterator[str]:
        clock = self._page.clock
        # As early as it can be seen: who looks at it long on a busy machine has a minute for that.
        clock.fast_forward(14 * MINUTE + 1_000)
        idle = self._panel.locator(".keyfill-idle")
        idle.wait_for()
        yield "nobody is there"
        idle.get_by_role("button").click()
        for _ in range(6):
            clock.fast_forward(10 * MINUTE)
            self._page.keyboard.press("Shift")
        expect(self._panel.locator("[data-focus=notice]")).to_contain_text("expired")
        yield "expired"

    def _press(self, name: str) -> None:
        self._panel.get_by_role("button", name=name).first.click()

    def _method(self, name: str) -> None:
        radio = self._panel.get_by_role("radio", name=name, exact=True)
        radio.check()
        expect(radio).to_be_checked()

    def _password(self, user: str, then: str | None) -> None:
        self._panel.locator("[data-field=user]").fill(user)
        self._panel.locator("[data-field=password]").fill(self._stack.users[user].password)
        self._press("Sign in")
        if then:
            self._panel.locator(f"[data-field={then}]").wait_for()

    def _sign_in(self) -> None:
        self._press("Sign in…")
        self._method("Token")
        self._panel.get_by_label("Token for").fill(self._stack.token("alice", "demo"))
        self._press("Sign in")
        self._panel.get_by_role("button", name="Create key").wait_for()
        # It comes with the worker that carries the session.
        expect(self._panel.locator(".keyfill-lead")).to_contain_text("Signed in on this site")
