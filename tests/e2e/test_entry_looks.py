"""How the ways in look and feel: on a telephone, in the dark, and with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenVisit, panel_at
from .panel import Panel
from .test_looks import NAMELESS, SCREENSHOTS, WIDER, press_until
from .visit import FAILED_LOAD, Visit

# Text that is too weak to read: WCAG's contrast, with the first opaque background behind it.
WEAK = """() => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const rgb = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (color) => color.slice(0, 3).map((c) => c / 255)
        .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const over = (top, below) => below.map((c, i) => i < 3
        ? top[i] * top[3] / 255 + c * (1 - top[3] / 255) : 255);
    const behind = (element) => {
        if (!element) return [255, 255, 255, 255];
        const own = rgb(getComputedStyle(element).backgroundColor);
        return own[3] === 255 ? own : over(own, behind(element.parentElement));
    };
    const seen = [...document.querySelectorAll("keyfill-panel *")].filter((element) =>
        element.checkVisibility() && !element.disabled
        && [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
    return seen.map((element) => {
        const back = behind(element);
        const [a, b] = [light(over(rgb(getComputedStyle(element).color), back)), light(back)];
        return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), element.className,
            element.textContent.slice(0, 40)];
    }).filter(([contrast]) => contrast < LEAST);
}"""
# What a finger cannot hit: WCAG 2.5.8 wants 24 pixels.
SMALL = """[...document.querySelectorAll(
    "keyfill-panel :is(button, select, input:not([type=radio], [type=checkbox], [type=file]))")]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 23.5)
    .map((element) => element.outerHTML)"""
# A name for each field, and no id twice.
TWICE = """[...document.querySelectorAll("[id]")].map((element) => element.id)
    .filter((id, index, all) => all.indexOf(id) !== index)"""
DANGLING = """[...document.querySelectorAll("keyfill-panel [aria-describedby], " +
    "keyfill-panel [aria-labelledby]")]
    .flatMap((e) =>
        (e.getAttribute("aria-describedby") || e.getAttribute("aria-labelledby")).split(" "))
    .filter((id) => !document.getElementById(id))"""


def check(visit: Visit, name: str, least: float = 4.5) -> None:
    assert not visit.page.evaluate(WIDER), name
    for script in (NAMELESS, SMALL, TWICE, DANGLING, WEAK.replace("LEAST", str(least))):
        assert visit.page.evaluate(script) == [], name


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ways_in(open_visit: OpenVisit, ways: str, stack: Stack, scheme: str, width: int) -> None:
    """Also for people to look at: target/screenshots."""
    visit = open_visit(width=width, dark=scheme == "dark")
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, ways)

    def shoot(name: str) -> None:
        visit.page.evaluate("scrollTo(0, 0)")
        path = SCREENSHOTS / f"{name}-{scheme}-{width}.png"
        visit.page.screenshot(path=path, full_page=True, animations="disabled")
        check(visit, name)

    panel.open_form("Token")
    shoot("10-token")
    panel.way("Application credential").check()
    shoot("11-application-credential")
    panel.way("Password").check()
    shoot("12-password")
    panel.give_password("bob", "not-the-password")
    panel.notice.wait_for()
    shoot("13-password-refused")
    panel.give_password("erin", stack.users["erin"].password)
    panel.field("passcode").wait_for()
    shoot("14-passcode")
    panel.button("Cancel").click()
    panel.give_password("greta", stack.users["greta"].password)
    panel.choices.first.wait_for()
    shoot("15-projects")
    panel.button("Cancel").click()
    panel.way("Token").check()
    panel.sign_in(stack.token("hugo", next(iter(set(stack.users["hugo"].projects) - {"demo"}))))
    panel.button("Switch project").click()
    panel.choices.first.wait_for()
    shoot("16-switch-project")
    panel.button("Cancel").click()
    panel.button("Sign out").click()
    panel.question.wait_for()
    shoot("17-sign-out")


def test_password_with_the_keyboard_only(visit: Visit, ways: str, stack: Stack) -> None:
    panel = panel_at(visit, ways)
    keyboard = visit.page.keyboard
    press_until(visit, "Tab", panel.button("Sign in…"))
    keyboard.press("Enter")
    expect(panel.token).to_be_focused()
    press_until(visit, "Shift+Tab", panel.way("Token"))
    keyboard.press("ArrowRight")
    expect(panel.way("Password")).to_be_checked()
    expect(panel.way("Password")).to_be_focused()
    keyboard.press("Tab")
    expect(panel.field("user")).to_be_focused()
    keyboard.type("alice")
    keyboard.press("Tab")
    expect(panel.field("domain")).to_be_focused()
    keyboard.press("Tab")
    expect(panel.field("password")).to_be_focused()
    keyboard.type(stack.users["alice"].password)
    keyboard.press("Enter")
    expect(panel.choices.first).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(panel.lead).to_contain_text("alice in research")
    expect(panel.button("Create key")).to_be_focused()
    press_until(visit, "Shift+Tab", panel.button("Sign out"))
    keyboard.press("Enter")
    panel.expect_signed_out()
    expect(panel.button("Sign in…")).to_be_focused()


def test_screen_readers_are_told_on_the_way_in(ways_panel: Panel, stack: Stack) -> None:
    status = ways_panel.root.get_by_role("status")
    ways_panel.open_form("Password")
    expect(ways_panel.root.get_by_role("group", name="Sign in with")).to_be_visible()
    with ways_panel.visit.held_back("**/auth/tokens", "POST"):
        ways_panel.give_password("alice", stack.users["alice"].password)
        expect(status).to_have_text("Signing in…")
        expect(ways_panel.root.locator("form")).to_have_attribute("aria-busy", "true")
    ways_panel.choices.first.wait_for()
    with ways_panel.visit.held_back("**/auth/tokens", "POST"):
        ways_panel.choices.first.click()
        expect(status).to_have_text("Signing in…")
        expect(ways_panel.choices.first).to_be_disabled()
    expect(status).to_contain_text("Signed in.")
