"""The keys on a phone, and the look of what deletes them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenVisit, World, panel_at
from .test_keys_rotate import DELETE, INSTALLED, WORKS
from .test_looks import NAMELESS, WIDER


def test_the_keys_fit_on_a_phone(open_visit: OpenVisit, world: World, stack: Stack) -> None:
    visit = open_visit(width=360)
    stack.fill_credentials("alice", "demo", 21)
    panel = panel_at(visit, world.page)

    def check(state: str) -> None:
        assert not visit.page.evaluate(WIDER), state
        assert visit.page.evaluate(NAMELESS) == [], state

    panel.sign_in(stack.token("alice", "demo"))
    check("a page of keys")
    panel.button(f"Test {panel.chosen()}").click()
    panel.test.locator("summary").click()
    check("a test")
    panel.button("Close the test").click()
    panel.button(f"Rotate {panel.chosen()}").click()
    panel.rotation.wait_for()
    check("a rotation")
    panel.button(WORKS).click()
    check("its set-up")
    panel.button(INSTALLED).click()
    check("its last stage")
    panel.button("Stop here and keep both keys").click()
    panel.button("Delete several…").click()
    for access in panel.listed()[:8]:
        panel.root.get_by_label(access, exact=True).check()
    check("marks")
    panel.button("Delete the selected keys…").click()
    expect(panel.question).to_be_visible()
    check("a question")
    panel.answer("Keep them")
    panel.open_options()
    check("files")


@pytest.mark.parametrize("dark", [False, True])
def test_what_deletes_looks_like_it(
    open_visit: OpenVisit, world: World, stack: Stack, dark: bool
) -> None:
    """In the colour of errors, with the focus and without, and never as the one thing to do."""
    panel = panel_at(open_visit(dark=dark), world.page)
    old = str(stack.identity.create_credential("alice", "demo")["access"])
    panel.sign_in(stack.token("alice", "demo"))
    panel.button(f"Rotate {old}").click()
    panel.button(WORKS).click()
    panel.button(INSTALLED).click()
    error = "rgb(255, 138, 128)" if dark else "rgb(198, 40, 40)"
    for button in (panel.button(DELETE), panel.button(f"Delete {old}")):
        for _ in range(2):
            expect(button).to_have_css("color", error)
            expect(button).to_have_css("background-color", "rgba(0, 0, 0, 0)")
            button.focus()
        expect(button).to_be_focused()
