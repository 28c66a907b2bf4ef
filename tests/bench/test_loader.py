"""The loader, with a stand-in for the app: what a reader sees when things go wrong."""

from __future__ import annotations

from playwright.sync_api import Page, Route

from waiting import until

from .conftest import complaints

# What was put off until now has been done.
LATER = "() => new Promise((done) => setTimeout(() => requestIdleCallback(done)))"
# Traps twice more, and waits until the browser has reported both.
TRAPS = """() => Promise.all([["error", () => setTimeout(seen.trap)],
    ["unhandledrejection", () => { Promise.resolve().then(seen.trap); }]]
    .map(([kind, trap]) => new Promise((told) => { addEventListener(kind, told); trap(); })))
    .then(() => {})"""


def test_mounts_once_for_each_panel_with_the_chosen_client(page: Page, origin: str) -> None:
    page.goto(f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    assert page.text_content("keyfill-panel") == "app in kf1"
    assert page.evaluate("[seen.mounts, seen.client]") == [2, "mc"]


def test_leaving_the_page_brings_the_static_children_back(page: Page, origin: str) -> None:
    page.goto(f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    left = page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel'); panel.remove();"
        " return [seen.live, panel.querySelectorAll('input').length, panel.innerText]; }"
    )
    assert left[:2] == [1, 2]
    assert "app" not in left[2]


def test_moving_twice_mounts_again_and_leaks_nothing(page: Page, origin: str) -> None:
    page.goto(f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel');"
        " for (const place of ['footer', 'main']) document.querySelector(place).append(panel); }"
    )
    page.wait_for_function("seen.live === 2")
    assert page.evaluate("seen.mounts") == 3


def test_moving_while_loading_mounts_once(page: Page, origin: str) -> None:
    held: list[Route] = []
    page.route("**/app.js", lambda route: held.append(route))
    page.goto(f"{origin}/good.html")
    page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel');"
        " for (const place of ['footer', 'main']) document.querySelector(place).append(panel); }"
    )
    # The page may be there before we are told of the request: each look lets Playwright tell.
    until(lambda: page.evaluate("true") and held, lambda: "app.js was not asked for")
    held[0].continue_()
    page.wait_for_function("window.seen?.live === 2")
    page.evaluate(LATER)
    assert page.evaluate("[seen.mounts, seen.live]") == [2, 2]


def test_a_refused_configuration_is_told_in_place(page: Page, origin: str) -> None:
    page.goto(f"{origin}/bad.html")
    page.wait_for_selector(".keyfill-note")
    assert page.text_content(".keyfill-note") == (
        "Your own keys cannot be filled in here: regions: [] (expected: at least one region)"
    )
    assert page.locator("keyfill-panel").first.locator("input").count() == 2
    page.wait_for_function("seen.live === 1")


def test_a_panic_wipes_the_memory_and_ends_every_panel(page: Page, origin: str) -> None:
    page.goto(f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    page.evaluate("setTimeout(() => seen.trap())")
    page.wait_for_selector(".keyfill-note")
    assert page.locator(".keyfill-note", has_text="Nothing was kept").count() == 2
    assert page.locator("input").count() == 4
    assert page.evaluate("new Uint8Array(seen.memory.buffer).every((byte) => byte === 0)")
    told = len(complaints(page))
    page.evaluate(TRAPS)
    page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel');"
        " document.querySelector('footer').append(panel); }"
    )
    page.evaluate(LATER)
    assert page.locator(".keyfill-note").count() == 2
    assert page.evaluate("seen.mounts") == 2
    assert len(complaints(page)) == told


def test_a_panic_leaves_no_value_in_the_page(page: Page, origin: str) -> None:
    page.goto(f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', `<code>mc <span class='keyfill-slot"
        " keyfill-value' data-slot='secret-key'>hunter2</span> <span class='keyfill-slot'"
        " data-slot='bucket'>&lt;Bucket name&gt;</span></code>`)"
    )
    page.evaluate("setTimeout(() => seen.trap())")
    page.wait_for_selector(".keyfill-note")
    assert page.text_content("code") == "mc <secret-key> <Bucket name>"


def test_a_panic_while_mounting_ends_every_panel(page: Page, origin: str) -> None:
    page.goto(f"{origin}/trap.html")
    page.wait_for_selector(".keyfill-note")
    assert page.locator(".keyfill-note", has_text="Nothing was kept").count() == 2
    assert page.evaluate("seen.mounts") == 0
