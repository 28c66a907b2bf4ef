"""How the panel looks and feels: nothing jumps, the keyboard is enough, everything has a name."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from site_server import ROOT
from stack import Stack

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .visit import Visit

SCREENSHOTS = ROOT / "target" / "screenshots"
COUNT_SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries()))
    .observe({type: "layout-shift", buffered: true});"""
# What the theme does before the app is there is its own affair.
SHIFTED = "from => shifts.filter(e => e.startTime >= from).reduce((sum, e) => sum + e.value, 0)"
# What a reader sees of the panel at rest: where each part is, and what it says.
BLOCK = ".tabbed-block:visible"
BOXES = [".keyfill-bar", ".keyfill-controls .md-button", ".tabbed-labels", BLOCK, f"{BLOCK} pre"]
TEXTS = [".keyfill-lead", ".keyfill-hint", ".tabbed-labels label", f"{BLOCK} p", f"{BLOCK} code"]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
NAMELESS = """[...document.querySelectorAll("keyfill-panel :is(button, input, select)")]
    .filter((e) => !(e.ariaLabel || e.textContent.trim() || e.labels?.[0]?.textContent.trim()))
    .map((element) => element.outerHTML)"""


def places(panel: Panel) -> list[Any]:
    """Return where each part is, and its text."""
    found: list[Any] = []
    for part in BOXES + TEXTS:
        for element in panel.root.locator(part).all():
            text = element.inner_text().strip() if part in TEXTS else ""
            found.append((part, text, element.bounding_box()))
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_the_script_arrives(
    open_visit: OpenVisit, pair: str, width: int
) -> None:
    """With the panel in the first thing that a reader sees of the page."""
    visit = open_visit(width=width)
    visit.page.add_init_script(COUNT_SHIFTS)
    with visit.held_back("**/panel.js"):
        visit.page.goto(pair)
        panel = Panel(visit)
        visit.settled()
        before = places(panel)
        assert panel.root.evaluate("panel => panel.getBoundingClientRect().top < innerHeight / 2")
        began = visit.page.evaluate("performance.now()")
    panel.ready()
    visit.settled()
    assert places(panel) == before
    assert visit.page.evaluate(SHIFTED, began) == 0


def test_a_phone_has_no_sideways_scrolling(
    open_visit: OpenVisit, stack: Stack, world: World
) -> None:
    visit = open_visit(width=360)
    panel = panel_at(visit, world.page)
    assert not visit.page.evaluate(WIDER)
    panel.use_own_keys()
    assert not visit.page.evaluate(WIDER)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    for tab in ("aws", "mc", "s3cmd", "rclone", "boto3", "env"):
        panel.choose_tab(tab)
        assert not visit.page.evaluate(WIDER), tab
    panel.button(f"Delete {access}").click()
    assert not visit.page.evaluate(WIDER)


def press_until(visit: Visit, key: str, target: Locator) -> None:
    """Press a key until `target` has the focus."""
    for _ in range(60):
        if target.evaluate("element => element === document.activeElement"):
            return
        visit.page.keyboard.press(key)
    pytest.fail(f"{key} never reaches {target}")


def test_the_keyboard_is_enough(panel: Panel, visit: Visit, stack: Stack) -> None:
    keyboard = visit.page.keyboard
    press_until(visit, "Tab", panel.button("Sign in…"))
    keyboard.press("Enter")
    expect(panel.token).to_be_focused()
    keyboard.type(stack.token("alice", "demo"))
    keyboard.press("Enter")
    create = panel.button("Create key")
    create.wait_for()
    press_until(visit, "Tab", create)
    keyboard.press("Enter")
    # The focus follows the eye: to what is to be copied now.
    copy = panel.root.get_by_role("button", name="Copy the command", exact=True)
    expect(copy).to_be_focused()
    press_until(visit, "Shift+Tab", panel.root.locator("input[value=aws]"))
    keyboard.press("ArrowRight")
    expect(panel.root.locator("input[value=mc]")).to_be_checked()
    expect(panel.root.locator("input[value=mc]")).to_be_focused()
    press_until(visit, "Tab", copy)
    keyboard.press("Enter")
    expect(copy).to_have_text("Copied")
    assert "mc alias set" in visit.clipboard()


def test_the_focus_does_not_get_lost_after_signing_in(
    panel: Panel, visit: Visit, stack: Stack
) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    assert panel.root.evaluate("panel => panel.contains(document.activeElement)")


def test_deleting_asks_with_the_focus_on_the_safe_answer(
    panel: Panel, visit: Visit, stack: Stack
) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    for answer in ("Escape", "Enter"):
        panel.button(f"Delete {access}").click()
        expect(panel.button("Keep it")).to_be_focused()
        visit.page.keyboard.press(answer)
        expect(panel.question).to_have_count(0)
        expect(panel.keys.get_by_role("radio")).to_be_focused()
    assert visit.calls(stack.keystone_url, "DELETE") == []
    panel.delete(access)
    # What happened, and not the button that makes another key.
    panel.expect_notice(f"The key {access} is deleted.", "choose or create another key.")
    expect(panel.root.locator("[data-focus=notice]")).to_be_focused()


def test_every_control_has_a_name(panel: Panel, visit: Visit, stack: Stack) -> None:
    assert visit.page.evaluate(NAMELESS) == []
    panel.use_own_keys()
    assert visit.page.evaluate(NAMELESS) == []
    panel.paste("no token")
    panel.notice.wait_for()
    assert visit.page.evaluate(NAMELESS) == []
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    panel.button(f"Delete {access}").click()
    panel.question.wait_for()
    assert visit.page.evaluate(NAMELESS) == []
    expect(panel.question).to_have_accessible_name(f"Delete the key {access}?")


def test_screen_readers_are_told(visit: Visit, world: World, stack: Stack) -> None:
    visit.page.clock.install()
    panel = panel_at(visit, world.page)
    panel.use_own_keys()
    status = panel.root.get_by_role("status")
    expect(status).to_have_text("")
    panel.sign_in(stack.token("alice", "demo"))
    expect(status).to_have_text("Signed in.")
    panel.create()
    expect(status).to_have_text("Signed in. The commands contain your key.")
    # It is said for two seconds only, which do not pass.
    visit.stop_the_clock()
    panel.root.locator(".tabbed-block .keyfill-copy").first.click()
    expect(status).to_have_text("Copied.")
    panel.sign_out()
    panel.paste("no token")
    expect(panel.root.locator("[role=alert][data-focus=notice]")).to_contain_text(
        "This is not a token."
    )


def test_each_copy_says_for_two_seconds_that_it_worked(
    visit: Visit, world: World, stack: Stack
) -> None:
    """The browser's clock is Playwright's: the two copies are 1.5 seconds apart."""
    visit.page.clock.install()
    panel = panel_at(visit, world.page)
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    first, second = panel.root.locator(".tabbed-block .keyfill-copy").all()[:2]
    visit.stop_the_clock()
    first.click()
    expect(first).to_have_text("Copied")
    visit.page.clock.run_for(1500)
    second.click()
    expect(second).to_have_text("Copied")
    expect(first).to_have_text("Copy")
    visit.page.clock.run_for(1000)
    expect(second).to_have_text("Copied")
    visit.page.clock.run_for(1500)
    expect(second).to_have_text("Copy")


def test_a_browser_that_refuses_the_clipboard(panel: Panel, visit: Visit, stack: Stack) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    visit.context.clear_permissions()
    visit.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }"
    )
    panel.root.locator(".tabbed-block .keyfill-copy").first.click()
    panel.expect_notice(
        "The browser did not let this page use the clipboard.",
        "select the text and copy it manually",
    )


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_screenshots(
    open_visit: OpenVisit, world: World, stack: Stack, scheme: str, width: int
) -> None:
    """For people to look at: target/screenshots."""
    visit = open_visit(width=width, dark=scheme == "dark")
    panel = panel_at(visit, world.page)

    def shoot(name: str) -> None:
        visit.page.evaluate("scrollTo(0, 0)")
        path = SCREENSHOTS / f"{name}-{scheme}-{width}.png"
        visit.page.screenshot(path=path, full_page=True, animations="disabled")

    shoot("1-at-rest")
    panel.use_own_keys()
    shoot("2-asking")
    panel.paste("no token")
    panel.notice.wait_for()
    shoot("3-message")
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    shoot("4-signed-in")
    panel.option("Quick form").click()
    panel.button(f"Delete {access}").click()
    panel.question.wait_for()
    shoot("5-deleting")
