"""The loader, with a stand-in for the app: what a reader sees when things go wrong."""

from __future__ import annotations

from playwright.sync_api import Page, Route

from waiting import until

from .conftest import NOTE, complaints, visit

# Two pages joined into one, each with its first panel, the second with a name of its own beside.
JOINED = """<!doctype html><link rel="icon" href="data:,">
<script type="module" src="keyfill.js"></script>
<style>.tabbed-block {{ display: none }} {shown} {{ display: block }}</style>
<main>{first}{first}{second}</main>"""
JOINED_PANEL = """<keyfill-panel data-panel="{name}" data-config="good">
<p id="{name}-title">Keys</p><p id="{name}-more">More</p>
<div class="tabbed-set" role="group" aria-labelledby="{name}-title {name}-more">
<input type="radio" id="{name}-aws" name="{name}-client" value="aws" checked
><input type="radio" id="{name}-mc" name="{name}-client" value="mc">
<div class="tabbed-labels"><label for="{name}-aws">aws</label>
<label for="{name}-mc">mc</label></div>
<div class="tabbed-content"><div class="tabbed-block">aws s3 ls</div
><div class="tabbed-block">mc ls</div></div></div></keyfill-panel>"""
SHOWN = ", ".join(
    f".tabbed-set input:nth-child({n}):checked ~ .tabbed-content > .tabbed-block:nth-child({n})"
    for n in (1, 2)
)

NAMES = "[...document.querySelectorAll('keyfill-panel')].map((panel) => panel.dataset.panel)"

# What was put off until now has been done.
LATER = "() => new Promise((done) => setTimeout(() => requestIdleCallback(done)))"
# Traps twice more, and waits until the browser has reported both.
TRAPS = """() => Promise.all([["error", () => setTimeout(seen.trap)],
    ["unhandledrejection", () => { Promise.resolve().then(seen.trap); }]]
    .map(([kind, trap]) => new Promise((told) => { addEventListener(kind, told); trap(); })))
    .then(() => {})"""


def test_mounts_once_for_each_panel_with_the_chosen_client(page: Page, origin: str) -> None:
    visit(page, f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    assert page.text_content("keyfill-panel") == "app in kf1"
    assert page.evaluate("[seen.mounts, seen.client]") == [2, "mc"]


def test_leaving_the_page_brings_the_static_children_back(page: Page, origin: str) -> None:
    visit(page, f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    left = page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel'); panel.remove();"
        " return [seen.live, panel.querySelectorAll('input').length, panel.innerText]; }"
    )
    assert left[:2] == [1, 2]
    assert "app" not in left[2]


def test_moving_twice_mounts_again_and_leaks_nothing(page: Page, origin: str) -> None:
    visit(page, f"{origin}/good.html")
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
    visit(page, f"{origin}/good.html")
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


def show_joined(page: Page, origin: str) -> None:
    first, second = (JOINED_PANEL.format(name=name) for name in ("kf1", "kf1-2"))
    html = JOINED.format(first=first, second=second, shown=SHOWN)
    page.route(
        "**/joined.html",
        lambda route: route.fulfill(body=html, content_type="text/html"),
    )
    page.goto(f"{origin}/joined.html")


def test_joined_pages_have_each_panel_by_itself(page: Page, origin: str) -> None:
    held: list[Route] = []
    page.route("**/app.js", lambda route: held.append(route))
    show_joined(page, origin)
    # Each has a name of its own now.
    page.wait_for_function(f"new Set({NAMES}).size === 3")
    panels = page.locator("keyfill-panel")

    def commands() -> list[str]:
        return [panels.nth(n).locator(".tabbed-content").inner_text() for n in range(3)]

    assert commands() == ["aws s3 ls"] * 3
    # One choice in the document, as it is once the app is there.
    for chosen, name in enumerate(("mc", "aws", "mc")):
        panels.nth(chosen).get_by_text(name, exact=True).click()
        assert commands() == [{"mc": "mc ls", "aws": "aws s3 ls"}[name]] * 3
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids)) == 12
    assert page.get_by_role("group", name="Keys More").count() == 3
    panels.first.get_by_role("button").click()
    until(lambda: page.evaluate("true") and held, lambda: "app.js was not asked for")
    held[0].continue_()
    page.wait_for_function("window.seen?.live === 3")
    assert len(set(panels.all_text_contents())) == 3


def test_joined_panels_keep_their_names_when_they_move(page: Page, origin: str) -> None:
    show_joined(page, origin)
    page.get_by_role("button").first.click()
    page.wait_for_function("window.seen?.live === 3")
    before = page.evaluate(NAMES)
    page.evaluate(
        "() => { for (const panel of document.querySelectorAll('keyfill-panel'))"
        " panel.parentNode.append(panel); }"
    )
    page.wait_for_function("window.seen?.mounts === 6")
    assert page.evaluate(NAMES) == before and len(set(before)) == 3


def test_a_refused_configuration_is_told_in_place(page: Page, origin: str) -> None:
    visit(page, f"{origin}/bad.html")
    page.wait_for_selector(NOTE)
    assert page.text_content(".keyfill-note") == (
        "Your own keys cannot be filled in here: regions: [] (expected: at least one region)"
    )
    assert page.locator("keyfill-panel").first.locator("input").count() == 2
    page.wait_for_function("seen.live === 1")


def test_a_panic_wipes_the_memory_and_ends_every_panel(page: Page, origin: str) -> None:
    visit(page, f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    page.evaluate("setTimeout(() => seen.trap())")
    page.wait_for_selector(NOTE)
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
    visit(page, f"{origin}/good.html")
    page.wait_for_function("window.seen?.live === 2")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', `<code>mc <span class='keyfill-slot"
        " keyfill-value' data-slot='secret-key'>hunter2</span> <span class='keyfill-slot'"
        " data-slot='bucket'>&lt;Bucket name&gt;</span></code>`)"
    )
    page.evaluate("setTimeout(() => seen.trap())")
    page.wait_for_selector(NOTE)
    assert page.text_content("code") == "mc <secret-key> <Bucket name>"


def test_a_panic_while_mounting_ends_every_panel(page: Page, origin: str) -> None:
    visit(page, f"{origin}/trap.html")
    page.wait_for_selector(NOTE)
    assert page.locator(".keyfill-note", has_text="Nothing was kept").count() == 2
    assert page.evaluate("seen.mounts") == 0
