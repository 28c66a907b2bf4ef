"""When a page that is left hands its session over: to another page of the site, and else never."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

import chromium
from stack import Stack

from .conftest import OpenVisit, World
from .follower import filled, go, heard, leave, nobody, signed_in, told
from .visit import Visit

# A file that is no page, below the site.
FILE = "file.bin"
Begin = Callable[[Visit], None]


@pytest.fixture(scope="module")
def site(following: str, world: World) -> str:
    """The site, with a file to save."""
    (world.directory / "following" / FILE).write_bytes(b"\0" * 100)
    return following


def nothing(visit: Visit) -> None:
    """The reader only reads."""


def download(visit: Visit) -> None:
    with visit.page.expect_download():
        visit.page.evaluate(f"void (location.href = '{FILE}')")


def save(visit: Visit) -> None:
    """A link that says itself that it is a download."""
    with visit.page.expect_download():
        visit.page.evaluate(
            f"const link = {{ href: '{FILE}', download: '' }};"
            "Object.assign(document.createElement('a'), link).click()"
        )


def stop(visit: Visit) -> None:
    """A way to another page that the reader stops."""
    visit.page.evaluate("void (location.href = 'slots/'); window.stop()")


def prevented(visit: Visit) -> None:
    """A link that another script of the page takes."""
    visit.page.evaluate(
        "addEventListener('click', (event) => event.preventDefault(), { once: true })"
    )
    visit.page.get_by_role("link", name="slots", exact=True).last.click()


def withheld(visit: Visit) -> None:
    """A navigation that another script of the page calls off."""
    visit.page.evaluate(
        "const callOff = (event) => event.preventDefault();"
        "navigation.addEventListener('navigate', callOff, { once: true });"
        "void (location.href = 'slots/')"
    )


def place(visit: Visit) -> None:
    """A place in the same page."""
    visit.page.evaluate("void (location.hash = '#home')")


def window(visit: Visit) -> None:
    """A link that opens a window of its own."""
    with visit.context.expect_page() as opened:
        visit.page.evaluate("void window.open('slots/')")
    opened.value.close()


def printed(visit: Visit) -> None:
    visit.page.evaluate("window.print()")


@pytest.mark.parametrize(
    "begin", [nothing, download, save, stop, prevented, withheld, place, window, printed]
)
def test_a_tab_that_closes_hands_over_nothing(
    open_visit: OpenVisit, site: str, stack: Stack, begin: Begin
) -> None:
    visit = open_visit()
    visit.page.clock.install()
    signed_in(visit, site, stack)
    worker, other = heard(visit), visit.context.new_page()
    begin(visit)
    # Nobody closes a tab in the second in which a link was followed.
    visit.page.clock.fast_forward(2_000)
    close(visit.page)
    assert told(worker, other, site) == []


# What the page is told of no navigation.
DEAF = "navigation.addEventListener('navigate', (event) => event.stopImmediatePropagation())"


@pytest.mark.parametrize("name", ["slots", "plain"])
def test_a_tab_that_closes_as_soon_as_it_has_come_hands_over_nothing(
    open_visit: OpenVisit, site: str, stack: Stack, name: str
) -> None:
    visit = open_visit()
    _, access = signed_in(visit, site, stack)
    worker, other = heard(visit), visit.context.new_page()
    came = comes(visit, name, access)
    # Before that, it may be a way on that began before its scripts came.
    visit.page.clock.set_fixed_time(came + 0.3)
    close(visit.page)
    assert told(worker, other, site) == ["keep", "take", "took"]


@pytest.mark.parametrize("name", ["slots", "plain"])
def test_a_way_on_that_began_before_the_scripts_came(
    visit: Visit, site: str, stack: Stack, name: str
) -> None:
    _, access = signed_in(visit, site, stack)
    visit.page.add_init_script(DEAF)
    comes(visit, name, access)
    leave(visit.page, f"{site}panel/")
    filled(visit.page, access)


def comes(visit: Visit, name: str, access: str) -> float:
    """Go to a page at which the time stands still, and return the time in seconds."""
    now = time.time()
    visit.page.clock.set_fixed_time(now)
    with visit.page.expect_event("domcontentloaded"):
        visit.page.evaluate("name => void (location.href = `${name}/`)", name)
    if name == "slots":
        filled(visit.page, access)
    else:
        visit.page.wait_for_function("sessionStorage.length === 0")
    return now


def test_the_address_bar_hands_over_nothing(visit: Visit, site: str, stack: Stack) -> None:
    signed_in(visit, site, stack)
    worker = heard(visit)
    visit.page.goto(f"{site}slots/")
    visit.page.goto(site)
    nobody(visit.page)
    assert worker.evaluate("self.acts") == []


@pytest.fixture
def keeping(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps pages that are left, as it does by itself, and not for Playwright."""
    again = browser.browser_type.launch(
        executable_path=chromium.program(),
        args=chromium.ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield again
    again.close()


def test_pages_that_the_browser_has_kept(keeping: Browser, site: str, stack: Stack) -> None:
    visit = Visit(keeping)
    page = visit.page
    page.add_init_script("addEventListener('pageshow', (event) => (self.again = event.persisted))")
    panel, access = signed_in(visit, site, stack)
    go(page, "slots")
    filled(page, access)
    go(page, "plain")
    for _ in range(2):
        for step in (page.go_back, page.go_back, page.go_forward, page.go_forward):
            step(wait_until="commit")
            page.wait_for_function("self.again === true")
            if not page.url.endswith("/plain/"):
                filled(page, access)
    page.go_back(wait_until="commit")
    page.go_back(wait_until="commit")
    filled(page, access)
    panel.sign_out()
    panel.expect_signed_out()
    page.go_forward(wait_until="commit")
    page.wait_for_function("self.again === true")
    assert page.locator(".keyfill-value[data-slot=access-key]").count() == 0
    page.go_back(wait_until="commit")
    nobody(page)
    assert visit.surprises() == []
    visit.close()


def close(page: Page) -> None:
    """Close the tab as a reader does: the page is asked first."""
    with page.expect_event("close"):
        page.close(run_before_unload=True)
