"""A session follows its reader from page to page, on sites without instant navigation."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from soaking import SOAKS
from stack import Stack

from .conftest import OpenVisit, World
from .follower import KEPT, filled, follows, go, signed_in
from .following_sites import built
from .visit import FAILED_LOAD, Visit

# Rounds of four quick navigations; `KEYFILL_TIMES` above 1 makes them 200 navigations.
ROUNDS = 50 if SOAKS else 3


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def site(
    request: pytest.FixtureRequest, world: World, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The URL of a site without instant navigation, with each theme."""
    return built(world, tmp_path_factory, request.param, f"following-{request.param}")


def test_ten_pages_by_clicks(visit: Visit, site: str, stack: Stack) -> None:
    # Two of the themes want scripts and fonts of other servers.
    visit.expect_console(FAILED_LOAD, "^pageerror: ")
    panel, access = signed_in(visit, site, stack)
    page = visit.page
    asked = len(visit.calls(stack.keystone_url))
    with_panel = 0
    for name in ("slots", "plain", "panel", "plain", "plain", "slots", "index", "panel", "plain"):
        go(page, name)
        if name != "plain":
            with_panel += 1
            filled(page, access)
            assert page.evaluate(KEPT) is None
    go(page, "index")
    filled(page, access)
    follows(panel)
    assert len(visit.calls(stack.keystone_url)) == asked + with_panel + 1, "a list for each page"
    page.go_back()
    page.go_back()
    filled(page, access)
    page.go_forward()
    # By a script: the browser's own button for it is not told to the page.
    with page.expect_navigation():
        page.evaluate("location.reload()")
    go(page, "panel")
    filled(page, access)
    follows(panel)
    panel.sign_out()
    panel.expect_signed_out()
    for name in ("slots", "plain", "index"):
        go(page, name)
        assert page.evaluate(KEPT) is None
    panel.ready()
    panel.expect_signed_out()
    page.go_back()
    page.go_back()
    expect(page.locator(".keyfill-value[data-slot=access-key]")).to_have_count(0)


def test_other_tabs_get_nothing(open_visit: OpenVisit, following: str, stack: Stack) -> None:
    visit = open_visit()
    signed_in(visit, following, stack)
    # A window that the page opens has a copy of the tab's storage.
    with visit.context.expect_page() as opened:
        visit.page.evaluate("url => void window.open(url)", following)
    other = opened.value
    other.locator("keyfill-panel .keyfill-controls:not([inert])").wait_for(state="attached")
    assert other.evaluate(KEPT) is None
    expect(other.locator("keyfill-panel .keyfill-lead")).to_contain_text("Fill in your own keys")
    go(other, "slots")
    expect(other.locator(".keyfill-value[data-slot=access-key]")).to_have_count(0)


def test_leaving_by_the_address_or_for_another_origin_hands_over_nothing(
    visit: Visit, following: str, stack: Stack
) -> None:
    panel, _ = signed_in(visit, following, stack)
    # The same server by another name is another origin.
    elsewhere = following.replace("127.0.0.1", "localhost")
    with visit.page.expect_navigation():
        visit.page.evaluate("url => void (location.href = url)", elsewhere)
    visit.page.goto(f"{following}plain/")
    assert visit.page.evaluate(KEPT) is None
    visit.page.goto(following)
    panel.ready()
    panel.expect_signed_out()


def test_two_quick_clicks_lose_nothing(visit: Visit, following: str, stack: Stack) -> None:
    _, access = signed_in(visit, following, stack)
    page = visit.page
    for _ in range(ROUNDS):
        # The page is left as soon as it has begun.
        for name in ("slots", "plain", "panel", "plain"):
            page.evaluate("url => void (location.href = url)", f"{following}{name}/")
            page.wait_for_url(f"**/{name}/", wait_until="commit")
    go(page, "index")
    filled(page, access)
