"""Idleness: every use of the page keeps the session, and a warning comes before its end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from stack import Stack

from .conftest import OpenVisit, World, expect_revoked, panel_at
from .panel import Panel
from .sites import FENCE, all_ways, build_site
from .test_life import MINUTE, by_password, stir
from .visit import FAILED_LOAD, Visit, scrolled

IDLE = 2
SECOND = 1_000
# Longer than a screen, with a part that scrolls by itself.
LONG = f"""
<div id="part" tabindex="0" style="height: 4em; overflow: auto">{"<br>" * 20}</div>

## Read on

<div style="height: 400vh"></div>
"""

# Some of what a driver does reaches the page only later: `heard` is when it has.
LISTEN = """() => {
  window.heard = new Promise((done) => {
    for (const name of ["pointerdown", "keydown", "wheel", "scroll", "copy"])
      addEventListener(name, done, { once: true, capture: true });
  });
}"""
# The page has heard of it when this is over.
SCROLL = """(to) => new Promise((done) => {
  addEventListener("scroll", done, { once: true });
  scrollTo(0, to);
})"""


@pytest.fixture(scope="module")
def impatient(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site that forgets everything after two idle minutes."""
    url = f"{world.origin}/impatient/"
    options = {**all_ways(world.stack), "idle_minutes": IDLE}
    work = tmp_path_factory.mktemp("impatient")
    pages = {
        "index.md": f"# Idle\n\n[Offer](offer.md)\n\n{FENCE}\n{LONG}",
        "offer.md": f"# Offer\n\n[Idle](index.md)\n\n```bash\nmc ls <bucket>\n```\n{LONG}",
    }
    build_site(work, world.directory / "impatient", world.stack, url, pages, **options)
    return url


@pytest.fixture
def held(visit: Visit, stack: Stack, impatient: str) -> Panel:
    """The panel, signed in, where time goes on when the test says so; just used."""
    return signed_in(visit, stack, impatient)


def signed_in(visit: Visit, stack: Stack, url: str) -> Panel:
    visit.page.clock.install()
    panel = panel_at(visit, url)
    by_password(panel, stack)
    stop_the_clock(visit)
    return panel


def stop_the_clock(visit: Visit) -> None:
    """Let time stand still, with the reader having done something this moment."""
    visit.stop_the_clock()
    visit.page.keyboard.press("Shift")
    visit.page.clock.run_for(SECOND)
    visit.page.keyboard.press("Shift")


def warning(panel: Panel) -> Locator:
    return panel.root.locator(".keyfill-idle:visible")


def expect_seconds(panel: Panel, seconds: int) -> None:
    words = "1 second" if seconds == 1 else f"{seconds} seconds"
    expect(warning(panel).get_by_role("timer")).to_have_text(f"You will be signed out in {words}.")


def expect_idle_end(panel: Panel) -> None:
    # The page is given back in frames.
    panel.visit.page.clock.resume()
    panel.expect_notice(
        "You were signed out after 2 minutes without activity.",
        "Your keys were removed from the page. They still work.",
    )
    panel.expect_signed_out()


def test_one_press_keeps_the_session(held: Panel) -> None:
    page = held.visit.page
    page.locator("#part").focus()
    page.evaluate(SCROLL, 2000)
    expect(held.lead).not_to_be_in_viewport()
    page.clock.run_for(59 * SECOND)
    expect(warning(held)).to_have_count(0)
    page.clock.run_for(1 * SECOND)
    expect_seconds(held, 60)
    page.clock.run_for(31 * SECOND)
    expect_seconds(held, 29)
    # In view, although the panel is not.
    expect(warning(held)).to_be_in_viewport(ratio=1)
    expect(held.lead).not_to_be_in_viewport()
    warning(held).get_by_role("button", name="Stay signed in").click()
    expect(warning(held)).to_have_count(0)
    expect(page.locator("#part")).to_be_focused()
    page.clock.run_for(119 * SECOND)
    expect_seconds(held, 1)
    page.clock.run_for(1 * SECOND)
    expect_idle_end(held)


def press(page: Page) -> None:
    page.get_by_role("heading", name="Read on").click()


def turn_the_wheel(page: Page) -> None:
    page.mouse.move(600, 500)
    wheel(page, 300)


def scroll_a_part(page: Page) -> None:
    page.locator("#part").hover()
    wheel(page, 30)


def wheel(page: Page, by: int) -> None:
    with scrolled(page):
        page.mouse.wheel(0, by)


def press_a_key(page: Page) -> None:
    with scrolled(page):
        page.keyboard.press("ArrowDown")


def drag_the_scroll_bar(page: Page) -> None:
    """As near as a driver gets: the page scrolls, and nothing is pressed in it."""
    page.evaluate(SCROLL, 200)


def copy(page: Page) -> None:
    """From a menu of the browser: no key, no press in the page."""
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    page.evaluate("document.execCommand('copy')")


USES: list[Callable[[Page], None]] = [
    press,
    turn_the_wheel,
    scroll_a_part,
    drag_the_scroll_bar,
    copy,
    press_a_key,
    lambda page: page.locator("#part").tap(),
]


def test_use_anywhere_keeps_the_session(
    open_visit: OpenVisit, stack: Stack, impatient: str
) -> None:
    visit = open_visit(touch=True)
    panel = signed_in(visit, stack, impatient)
    page = visit.page
    for use in USES:
        page.clock.run_for(100 * SECOND)
        expect(warning(panel)).to_be_visible()
        page.evaluate(LISTEN)
        use(page)
        page.evaluate("window.heard")
        # Where the driver has scrolled, the page hears of it with the next frame.
        now = page.evaluate("document.timeline.currentTime")
        page.wait_for_function("then => document.timeline.currentTime > then + 100", arg=now)
        page.clock.run_for(2 * SECOND)
        expect(warning(panel)).to_have_count(0)
    page.clock.run_for(50 * SECOND)
    expect(panel.lead).to_contain_text("bob in demo")


# What a script does is no use: a page that moves by itself would never end a session.
SCRIPTS = """() => new Promise((done) => {
  addEventListener("scroll", (event) => event.target === document && done());
  const part = document.querySelector("#part");
  const event = (Kind, name) => part.dispatchEvent(new Kind(name, { bubbles: true }));
  event(KeyboardEvent, "keydown");
  event(PointerEvent, "pointerdown");
  event(WheelEvent, "wheel");
  event(InputEvent, "input");
  event(ClipboardEvent, "copy");
  part.click();
  part.scrollBy(0, 20);
  // What is read stays where it is, so the browser scrolls the page.
  document.querySelector("h1").style.paddingTop = `${(window.grown = (window.grown ?? 0) + 50)}px`;
})"""


def test_what_a_script_does_is_no_use(held: Panel) -> None:
    page = held.visit.page
    page.evaluate(SCROLL, 1500)
    for _ in range(11):
        page.clock.run_for(10 * SECOND)
        page.evaluate(SCRIPTS)
    assert page.evaluate("scrollY") > 1500
    expect_seconds(held, 10)
    page.clock.run_for(10 * SECOND)
    expect_idle_end(held)


def test_a_screen_reader_is_told_and_not_each_second(held: Panel) -> None:
    page = held.visit.page
    page.evaluate("""() => {
      const alarm = document.querySelector("keyfill-panel .keyfill-status[role=alert]");
      window.told = [];
      new MutationObserver(() => window.told.push(alarm.textContent))
        .observe(alarm, { characterData: true, childList: true, subtree: true });
    }""")
    for _ in range(119):
        page.clock.run_for(SECOND)
    told = page.evaluate("window.told")
    end = "because this page is not being used. Press any key to stay signed in."
    assert told == [f"You will be signed out within {n} seconds, {end}" for n in (60, 30, 10)]
    # The number that goes down is in no live region.
    live = "e => e.closest('[role=alert], [role=status], [aria-live]')"
    assert warning(held).evaluate(live) is None


def test_the_warning_is_in_view_where_the_panel_is_in_a_closed_dialog(
    visit: Visit, stack: Stack, impatient: str
) -> None:
    page = visit.page
    page.clock.install()
    # Instant navigation knows the pages then.
    with page.expect_response("**/sitemap.xml"):
        panel = panel_at(visit, impatient)
    visit.settled()
    by_password(panel, stack)
    page.locator("article").get_by_role("link", name="Offer", exact=True).click()
    page.locator(".keyfill-offer").wait_for()
    stop_the_clock(visit)
    page.clock.run_for(100 * SECOND)
    expect_seconds(panel, 20)
    expect(warning(panel)).to_be_in_viewport(ratio=1)
    panel.root.get_by_role("button", name="Keys and values").click()
    page.clock.run_for(100 * SECOND)
    dialog = page.get_by_role("dialog", name="Keys and values")
    expect(dialog.locator(".keyfill-idle")).to_be_in_viewport(ratio=1)
    dialog.get_by_role("button", name="Stay signed in").click()
    expect(dialog.locator(".keyfill-idle")).to_have_count(0)


def test_idle_minutes_are_the_authors(visit: Visit, stack: Stack, impatient: str) -> None:
    visit.page.clock.install()
    panel = panel_at(visit, impatient)
    tokens = by_password(panel, stack)
    access = panel.create()
    # Time goes on by itself as well, so there is a minute left for a busy machine.
    for _ in range(3):
        visit.page.clock.fast_forward((IDLE - 1) * MINUTE)
        expect(panel.blocks.first).to_contain_text(access)
        stir(panel)
    visit.page.clock.fast_forward(IDLE * MINUTE)
    panel.expect_notice(
        "You were signed out after 2 minutes without activity.",
        "Your keys were removed from the page. They still work.",
    )
    panel.expect_signed_out()
    assert access not in visit.page.content()
    expect_revoked(stack, tokens)


@pytest.mark.parametrize("where", ["projects", "passcode"])
def test_idle_on_the_way_in(visit: Visit, stack: Stack, impatient: str, where: str) -> None:
    visit.page.clock.install()
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, impatient)
    panel.open_form("Password")
    user = {"projects": "alice", "passcode": "erin"}[where]
    panel.give_password(user, stack.users[user].password)
    asked = panel.choices.first if where == "projects" else panel.field("passcode")
    asked.wait_for()
    visit.page.clock.fast_forward(IDLE * MINUTE + 10_000)
    panel.expect_notice_has("after 2 minutes without activity.")
    expect(asked).to_have_count(0)
    expect_revoked(stack, visit.obtained(stack.keystone_url))
