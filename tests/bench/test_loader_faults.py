"""A loader that cannot have the app, or never ran: the page says so, and why."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route

from .conftest import APP, NOTE, PANEL, PROGRAM, complaints, visit

# A page as the plugin makes it, with the style and without a script that runs.
UNSTARTED = """<!doctype html><link rel="icon" href="data:,"><meta name="viewport"
content="width=device-width"><link rel="stylesheet" href="keyfill.css">{script}
<div class="keyfill">{panel}</div><p id="after">After.</p>"""
# How long the sentence waits, in milliseconds; the browser's animation is set to a time.
WAITS = "document.querySelector('keyfill-panel').getAnimations({ subtree: true })"
SENTENCE = """() => {
  const style = getComputedStyle(document.querySelector("keyfill-panel"), "::before");
  return [style.content, style.visibility, parseFloat(style.height) > 0];
}"""
AFTER = "document.querySelector('#after').getBoundingClientRect().top"

LOST = [
    ("app.js", None, "app.js could not be loaded."),
    ("app.css", None, "app.css could not be loaded."),
    ("app_bg.wasm", None, "app_bg.wasm could not be loaded."),
    (
        "app.js",
        {"body": APP, "content_type": "application/octet-stream"},
        "app.js could not be loaded.",
    ),
    (
        "app_bg.wasm",
        {"status": 404, "body": "", "content_type": "application/wasm"},
        "the server answered 404 for app_bg.wasm.",
    ),
    (
        "app_bg.wasm",
        {"body": "<title>Sign in</title>", "content_type": "text/html"},
        "app_bg.wasm is not a program, but text/html.",
    ),
    (
        "app_bg.wasm",
        {"body": "as", "headers": {}},
        "app_bg.wasm is not a program, but ?.",
    ),
]


@pytest.mark.parametrize(("file", "answer", "why"), LOST)
def test_says_what_is_missing_when_the_app_cannot_be_had(
    page: Page, origin: str, file: str, answer: dict[str, Any] | None, why: str
) -> None:
    page.route(f"**/{file}", lambda route: route.fulfill(**answer) if answer else route.abort())
    visit(page, f"{origin}/good.html")
    page.wait_for_selector(NOTE)
    # Where it was wanted, and can be tried again.
    assert page.locator(".keyfill-bar > .keyfill-note[role=status]").count() == 1
    assert page.text_content(NOTE) == (
        f"Your own keys cannot be filled in here: {why} "
        "Replace the placeholders manually. Try again"
    )
    # What the browser itself says of a failed request is not ours.
    theirs = ("Failed to load resource", "Failed to load module script")
    assert [text for text in complaints(page) if not text.startswith(theirs)] == []


@pytest.mark.parametrize(
    "kind", ["application/octet-stream", "application/wasm; charset=utf-8", ""]
)
def test_a_program_with_another_type_runs(page: Page, origin: str, kind: str) -> None:
    headers = {"content-type": kind} if kind else {}
    page.route("**/app_bg.wasm", lambda route: route.fulfill(body=PROGRAM, headers=headers))
    visit(page, f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    assert complaints(page) == []


@pytest.mark.parametrize(
    "script",
    [
        "",
        '<script type="module" src="nowhere.js"></script>',
        '<script type="module" src="wrong.js"></script>',
        '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
        '<script type="module" src="keyfill.js"></script>',
    ],
)
def test_a_script_that_never_ran_is_spoken_for(page: Page, origin: str, script: str) -> None:
    """By the style of the page, after some seconds, and with nothing to press."""
    page.route(
        "**/wrong.js", lambda route: route.fulfill(body="", content_type="application/octet-stream")
    )
    show_unstarted(page, origin, script)
    (before, hidden, none), after = page.evaluate(SENTENCE), page.evaluate(AFTER)
    assert (hidden, none) == ("hidden", False)
    assert "the script keyfill.js of this page did not run" in before
    page.evaluate(f"{WAITS}.forEach((one) => (one.currentTime = 5900))")
    assert (page.evaluate(SENTENCE)[1:], page.evaluate(AFTER)) == (["hidden", False], after)
    page.evaluate(f"{WAITS}.forEach((one) => (one.currentTime = 6000))")
    assert page.evaluate(SENTENCE)[1:] == ["visible", True]
    assert page.evaluate(AFTER) > after
    assert page.get_by_role("button").count() == 0


def test_where_the_script_runs_its_absence_takes_no_room(page: Page, origin: str) -> None:
    held: list[Route] = []
    page.route("**/keyfill.js", lambda route: held.append(route))
    show_unstarted(page, origin, '<script async type="module" src="keyfill.js"></script>')
    assert page.evaluate(SENTENCE)[1:] == ["hidden", False]
    after = page.evaluate(AFTER)
    page.route("**/app.js", lambda route: None)
    held[0].continue_()
    page.wait_for_function("customElements.get('keyfill-panel') !== undefined")
    assert (page.evaluate(SENTENCE)[0], page.evaluate(AFTER)) == ("none", after)


def test_an_offer_that_never_started_is_not_there(page: Page, origin: str) -> None:
    show_unstarted(page, origin, "", PANEL.replace(" data-panel", " data-offer data-panel"))
    assert page.evaluate(SENTENCE)[0] == "none"
    assert page.locator("keyfill-panel").is_hidden()


def test_says_so_quietly_where_there_is_no_webassembly(page: Page, origin: str) -> None:
    page.route(
        "**/app.js",
        lambda route: route.fulfill(
            body=f"delete globalThis.WebAssembly;{APP}", content_type="text/javascript"
        ),
    )
    visit(page, f"{origin}/good.html")
    page.wait_for_selector(NOTE)
    assert "may block WebAssembly" in (page.text_content(".keyfill-note") or "")
    assert complaints(page) == []


def show_unstarted(page: Page, origin: str, script: str, panel: str = PANEL) -> None:
    button = '<button type="button" data-focus="open">Use</button>'
    controls = f'<div class="keyfill-controls" inert>{button}</div></div>'
    panel = panel.format(name="kf1", config="good").replace("</div>", controls)
    html = UNSTARTED.format(script=script, panel=panel)
    page.route("**/page.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{origin}/page.html", wait_until="commit")
    page.wait_for_selector("#after")
    page.wait_for_function("document.styleSheets.length === 1")
