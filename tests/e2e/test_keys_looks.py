"""The keys on a phone: nothing scrolls sideways, and everything has a name."""

from __future__ import annotations

from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenVisit, World, panel_at
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
    panel.button("It works: use it in the commands").click()
    check("its last stage")
    panel.button("Stop here and keep both keys").click()
    panel.button("Delete several…").click()
    for access in panel.listed()[:8]:
        panel.root.get_by_label(access, exact=True).check()
    check("marks")
    panel.button("Delete the marked ones…").click()
    expect(panel.question).to_be_visible()
    check("a question")
    panel.answer("Keep them")
    panel.root.get_by_text("Save as a file").click()
    check("files")
