"""The part of the app that fills the author's commands: fetched when wanted, and what if not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from stack import Stack
from waiting import until

from .conftest import OpenVisit, World, panel_at
from .panel import OF_A_SESSION, Panel
from .sites import FENCE, build_site
from .visit import FAILED_LOAD, Visit

PART = "**/page.wasm"
LOST = "A file that fills in the other commands on this page could not be loaded."
ARRIVED = "performance.getEntriesByType('resource').some((e) => e.name.endsWith('/page.wasm'))"
SECOND = 1_000


def parts(visit: Visit) -> int:
    """How often the part was asked for."""
    return sum(request.url.endswith("/page.wasm") for request in visit.requests)


def of_another_build(route: Route) -> None:
    """Answer with the part as another build of the app would have it."""
    reply = route.fetch()
    body = reply.body()
    at = body.rindex(b"\x05build") + len(b"\x05build")
    assert len(body) - at >= 16
    other = bytes(byte ^ 1 for byte in body[at : at + 16])
    route.fulfill(response=reply, body=body[:at] + other + body[at + 16 :])


def signed_in(visit: Visit, world: World, stack: Stack) -> Panel:
    """The panel of the documentation, with a new key in its commands."""
    panel = panel_at(visit, world.page)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    expect(panel.blocks.first).to_contain_text(access)
    return panel


def test_it_comes_behind_the_form_which_does_not_wait_for_it(
    visit: Visit, world: World, stack: Stack
) -> None:
    with visit.held_back(PART):
        panel = panel_at(visit, world.page)
        assert parts(visit) == 0
        panel = signed_in(visit, world, stack)
        expect(visit.page.locator(OF_A_SESSION)).to_have_count(0)
        assert parts(visit) == 1
    expect(visit.page.locator(OF_A_SESSION).first).to_be_visible()
    panel.sign_out()
    panel.expect_signed_out()
    panel.sign_in(stack.token("alice", "demo"))
    expect(visit.page.locator(OF_A_SESSION).first).to_be_visible()
    assert parts(visit) == 1


def test_it_may_come_when_nobody_is_signed_in_any_more(
    visit: Visit, world: World, stack: Stack
) -> None:
    with visit.held_back(PART):
        before = panel_at(visit, world.page).visit.page.locator("article").inner_text()
        panel = signed_in(visit, world, stack)
        panel.sign_out()
        panel.expect_signed_out()
    visit.page.wait_for_function(ARRIVED)
    visit.settled()
    assert before.startswith(visit.page.locator("article h1").inner_text())
    expect(visit.page.locator("article [data-slot]")).to_have_count(0)


def test_nobody_is_told_who_does_not_want_it_any_more(visit: Visit, world: World) -> None:
    visit.expect_console(FAILED_LOAD)
    held: list[Route] = []
    visit.page.route(PART, lambda route: held.append(route))
    panel = panel_at(visit, world.page)
    panel.use_own_keys()
    until(lambda: visit.page.evaluate("true") and held, lambda: "the part was not asked for")
    panel.button("Cancel").click()
    expect(panel.form).to_have_count(0)
    held[0].abort()
    visit.settled()
    expect(panel.notice).to_have_count(0)


@pytest.mark.parametrize("fault", ["lost", "of another build"])
def test_a_page_that_cannot_be_filled_says_so_and_is_filled_later(
    open_visit: OpenVisit, world: World, stack: Stack, fault: str
) -> None:
    visit = open_visit()
    visit.page.clock.install()
    visit.expect_console(FAILED_LOAD)
    visit.page.route(
        PART, of_another_build if fault == "of another build" else lambda route: route.abort()
    )
    panel = signed_in(visit, world, stack)
    # Whatever happens some seconds later asks for it again.
    visit.page.clock.run_for(4 * SECOND)
    panel.choose_tab("mc")
    panel.expect_notice(LOST, "The commands in this panel are complete.")
    expect(visit.page.locator(OF_A_SESSION)).to_have_count(0)
    visit.page.unroute_all()
    visit.page.clock.run_for(4 * SECOND)
    panel.choose_tab("rclone")
    expect(visit.page.locator(OF_A_SESSION).first).to_be_visible()


def test_a_server_that_does_not_know_its_type(visit: Visit, world: World, stack: Stack) -> None:
    def rename(route: Route) -> None:
        reply = route.fetch()
        headers = {**reply.headers, "content-type": "application/octet-stream"}
        route.fulfill(response=reply, headers=headers)

    visit.page.route(PART, rename)
    signed_in(visit, world, stack)
    expect(visit.page.locator(OF_A_SESSION).first).to_be_visible()


def test_a_tab_of_the_authors_own_does_not_come_without_it(
    visit: Visit, world: World, tmp_path_factory: pytest.TempPathFactory
) -> None:
    url = f"{world.origin}/own-part/"
    step = {"lead": "Run it.", "language": "bash", "text": "it <endpoint>"}
    tabs = {"own": {"label": "Own", "steps": [step]}}
    work = tmp_path_factory.mktemp("own-part")
    pages = {"index.md": f"# Own\n\n{FENCE}"}
    out = world.directory / "own-part"
    build_site(work, out, world.stack, url, pages, tabs=tabs, clients=["own"])
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, url)
    visit.page.route(PART, lambda route: route.abort())
    panel.button("Sign in…").click()
    panel.form.wait_for()
    expect(panel.root.get_by_text("The commands could not be loaded.")).to_be_visible()
    visit.page.unroute_all()
    panel.button("Try again").click()
    expect(panel.blocks).to_have_text(["it <endpoint>"])
