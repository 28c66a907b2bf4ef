"""The page without the app: no JavaScript, no WebAssembly, or something in the way of them.

What blocks the app is put in its place with Playwright's routes.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from .conftest import OpenVisit, World
from .panel import Panel
from .visit import FAILED_LOAD, Visit

TABS = ("aws", "mc", "s3cmd", "rclone", "boto3", "env")
CANNOT = "Your own keys cannot be filled in here: "
# Chromium's own lines.
CSP = r"^error: .*Content Security Policy"


def expect_static_page(panel: Panel) -> None:
    """All tabs are there and can be chosen, each complete with its placeholders."""
    labels = panel.root.locator(".tabbed-labels label")
    expect(labels).to_have_text(list(TABS))
    for tab in TABS:
        panel.choose_tab(tab)
        block = panel.root.locator(".tabbed-block:visible")
        expect(block).to_have_count(1)
        text = block.inner_text()
        assert "Secret key" in text or "secret key" in text
        assert "<access-key>" in text and "<secret-key>" in text, tab
        assert "<bucket>" in text and "<file>" in text, tab
    expect(panel.lead).to_have_text("Commands below use placeholders.")
    # The theme may have copy buttons of its own; ours would do nothing.
    expect(panel.root.locator(".md-button:visible, .keyfill-copy")).to_have_count(0)
    expect(panel.root.locator(".keyfill-hint")).to_contain_text("openstack ec2 credentials create")


def expect_note(panel: Panel, why: str) -> None:
    """The panel says what it lacks, and what works all the same."""
    note = panel.root.locator(".keyfill-note")
    expect(note).to_contain_text(f"{CANNOT}{why}")
    expect(note).to_contain_text("The commands work with the placeholders replaced by hand.")


def test_without_javascript(open_visit: OpenVisit, world: World) -> None:
    visit = open_visit(scripts=False)
    visit.page.goto(world.page)
    panel = Panel(visit)
    expect_static_page(panel)
    expect(panel.root.locator(".keyfill-note")).to_have_count(0)


def test_the_static_texts_are_the_apps(open_visit: OpenVisit, world: World, panel: Panel) -> None:
    without = open_visit(scripts=False)
    without.page.goto(world.page)
    static = Panel(without)
    for tab in TABS:
        for each in (panel, static):
            each.choose_tab(tab)
        steps = ".tabbed-block:visible .keyfill-step"
        for part in (f"{steps} p", f"{steps} code"):
            texts = [each.root.locator(part).all_inner_texts() for each in (panel, static)]
            assert texts[0] == texts[1] and texts[0]


@pytest.mark.parametrize("file", ["app_bg.wasm", "app.js"])
def test_a_file_of_the_app_that_does_not_come(visit: Visit, world: World, file: str) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.route(f"**/{file}", lambda route: route.abort())
    visit.page.goto(world.page)
    panel = Panel(visit)
    expect_note(panel, f"{file} could not be loaded.")
    expect_static_page(panel)


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("app_bg.wasm", "the server answered 404 for app_bg.wasm."),
        ("app.js", "app.js could not be loaded."),
    ],
)
def test_a_file_of_the_app_that_is_missing(visit: Visit, world: World, file: str, why: str) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.route(f"**/{file}", lambda route: route.fulfill(status=404, body="not here"))
    visit.page.goto(world.page)
    panel = Panel(visit)
    expect_note(panel, why)
    expect_static_page(panel)


def test_a_policy_that_forbids_webassembly(visit: Visit, world: World) -> None:
    visit.expect_console(CSP)

    def forbid(route: Route) -> None:
        policy = {"content-security-policy": "script-src 'self' 'unsafe-inline'"}
        reply = route.fetch()
        route.fulfill(response=reply, headers={**reply.headers, **policy})

    visit.page.route(world.page, forbid)
    visit.page.goto(world.page)
    panel = Panel(visit)
    expect_note(panel, "its program did not start.")
    expect_static_page(panel)


def test_a_server_that_does_not_know_wasm(visit: Visit, world: World) -> None:
    """With another type than application/wasm it starts all the same, and says nothing."""
    kind = {"content-type": "application/octet-stream"}

    def rename(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, headers={**reply.headers, **kind})

    visit.page.route("**/app_bg.wasm", rename)
    visit.page.goto(world.page)
    Panel(visit).ready()
