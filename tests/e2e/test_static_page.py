"""The page without the app: no JavaScript, no WebAssembly, or something in the way of them.

What blocks the app is put in its place with Playwright's routes.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .visit import FAILED_LOAD, Visit

TABS = ("aws", "mc", "s3cmd", "rclone", "boto3", "env")
CANNOT = "Your own keys cannot be filled in here: "
# Chromium's own lines.
CSP = r"^error: .*Content Security Policy"


def expect_static_page(panel: Panel, *, works: bool = False) -> None:
    """All tabs are there and can be chosen, each complete with its placeholders.

    With scripts it `works`: there is something to copy and to press.
    """
    labels = panel.root.locator(".tabbed-labels label")
    expect(labels).to_have_text(list(TABS))
    for tab in TABS:
        panel.choose_tab(tab)
        block = panel.root.locator(".tabbed-block:visible")
        expect(block).to_have_count(1)
        text = block.text_content() or ""
        assert "Secret key" in text or "secret key" in text
        assert "<access-key>" in text and "<secret-key>" in text, tab
        assert "<bucket>" in text and "<file>" in text, tab
    expect(panel.lead).to_contain_text("Fill in your own keys")
    # Ours would do nothing without scripts; what uses the key is folded.
    expect(panel.root.locator(".tabbed-block:visible .keyfill-copy:visible")).to_have_count(
        3 if works else 0
    )
    expect(panel.button("Sign in…")).to_have_count(1 if works else 0)
    expect(panel.root.locator(".keyfill-hint")).to_contain_text("openstack ec2 credentials create")


def pressed(visit: Visit) -> Panel:
    """The panel, whose reader wants to sign in."""
    panel = Panel(visit)
    panel.button("Sign in…").click()
    return panel


def expect_note(panel: Panel, why: str) -> None:
    """The panel says what it lacks, and what works all the same."""
    note = panel.root.locator(".keyfill-note")
    expect(note).to_contain_text(f"{CANNOT}{why}")
    expect(note).to_contain_text("Replace the placeholders manually.")


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


def expect_stopped(text: str, home: Path) -> None:
    """Whatever shell it is pasted into, it says what is missing, and nothing is made."""
    for shell in ("bash", "dash", "zsh"):
        home.mkdir(exist_ok=True)
        done = subprocess.run(
            [shell, "-c", text],
            env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 1, (shell, text, done.stdout)
        assert "ut your own values in place of the words in < >" in done.stdout, (shell, text)
        assert len(done.stdout.splitlines()) == 1, (shell, text, done.stdout)
        assert list(home.iterdir()) == [], (shell, text)


@pytest.mark.parametrize("regions", ["one", "two"])
def test_a_command_with_a_placeholder_stops_however_it_is_copied(
    open_visit: OpenVisit, world: World, ways: str, regions: str, tmp_path: Path
) -> None:
    page = world.page if regions == "one" else ways
    without = open_visit(scripts=False)
    without.page.goto(page)
    static = Panel(without)
    live = panel_at(open_visit(), page)
    stopped = 0
    for tab in TABS:
        static.choose_tab(tab)
        live.choose_tab(tab)
        # What is seen is what a selection takes along, and what themes' buttons copy.
        texts = static.blocks.all_text_contents()
        for text in [*texts, *live.copy_steps()]:
            # The secret key alone, and Python.
            if "<" in text and text[0] in "({!":
                expect_stopped(text.rstrip("\n"), tmp_path / "home")
                stopped += 1
            assert text[0] in "({!" or "<" not in text.replace("<secret-key>", "") or tab == "boto3"
    # Of each tab how it is set up and used, copied in two ways; on a page where no region is
    # chosen, what proves the key is not filled in either.
    assert stopped == {"one": 22, "two": 27}[regions]


@pytest.mark.parametrize("file", ["app_bg.wasm", "app.js", "app.css"])
def test_a_file_of_the_app_that_does_not_come(visit: Visit, world: World, file: str) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.route(f"**/{file}", lambda route: route.abort())
    visit.page.goto(world.page)
    panel = pressed(visit)
    expect_note(panel, f"{file} could not be loaded.")
    expect_static_page(panel, works=True)


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
    panel = pressed(visit)
    expect_note(panel, why)
    expect_static_page(panel, works=True)


def test_a_policy_that_forbids_webassembly(visit: Visit, world: World) -> None:
    visit.expect_console(CSP)

    def forbid(route: Route) -> None:
        policy = {"content-security-policy": "script-src 'self' 'unsafe-inline'"}
        reply = route.fetch()
        route.fulfill(response=reply, headers={**reply.headers, **policy})

    visit.page.route(world.page, forbid)
    visit.page.goto(world.page)
    panel = pressed(visit)
    expect_note(panel, "its program did not start.")
    expect_static_page(panel, works=True)


def test_a_server_that_does_not_know_wasm(visit: Visit, world: World) -> None:
    """With another type than application/wasm it starts all the same, and says nothing."""
    kind = {"content-type": "application/octet-stream"}

    def rename(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, headers={**reply.headers, **kind})

    visit.page.route("**/app_bg.wasm", rename)
    visit.page.goto(world.page)
    expect(pressed(visit).token).to_be_visible()
