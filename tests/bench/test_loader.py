"""The loader, with a stand-in for the app: what a reader sees when things go wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from bench.site import ROOT, serve

# An app that mounts, counts, and traps on demand. Its wasm has one page of memory, filled with 7.
APP = """
const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,5,3,1,0,1,
  7,17,2,6,109,101,109,111,114,121,2,0,4,116,114,97,112,0,0,10,5,1,3,0,0,11]);
export const seen = (globalThis.seen = { mounts: 0, live: 0 });
export default async ({ module_or_path }) => {
  await module_or_path;
  const { instance } = await WebAssembly.instantiate(bytes);
  seen.memory = instance.exports.memory;
  seen.trap = instance.exports.trap;
  new Uint8Array(seen.memory.buffer).fill(7);
  return instance.exports;
};
export const mount = (dataset, client) => {
  const { config, panel } = JSON.parse(dataset);
  if (config === "bad") throw "regions: [] (expected: at least one region)";
  if (config === "trap") seen.trap();
  seen.mounts++; seen.live++;
  seen.client = client;
  return { root: "app in " + panel, unmount: () => { seen.live--; } };
};
"""
PANEL = """<keyfill-panel data-panel="{name}" data-config="{config}">
<div class="keyfill-bar"><p>Static.</p></div>
<input type="radio" name="{name}" value="aws"><input type="radio" name="{name}" value="mc" checked>
</keyfill-panel>"""

# What was put off until now has been done.
LATER = "() => new Promise((done) => setTimeout(() => requestIdleCallback(done)))"
# Traps twice more, and waits until the browser has reported both.
TRAPS = """() => Promise.all([["error", () => setTimeout(seen.trap)],
    ["unhandledrejection", () => { Promise.resolve().then(seen.trap); }]]
    .map(([kind, trap]) => new Promise((told) => { addEventListener(kind, told); trap(); })))
    .then(() => {})"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    directory: Path = tmp_path_factory.mktemp("loader")
    shutil.copy(ROOT / "www" / "keyfill.js", directory)
    (directory / "app.js").write_text(APP)
    (directory / "app_bg.wasm").write_bytes(b"")
    for config in ("good", "bad", "trap"):
        panels = PANEL.format(name="kf1", config=config) + PANEL.format(name="kf2", config="good")
        (directory / f"{config}.html").write_text(
            '<!doctype html><link rel="icon" href="data:,">'
            '<script type="module" src="keyfill.js"></script>'
            f'<script type="module" src="keyfill.js?again"></script><main>{panels}</main><footer>'
        )
    with serve(directory) as served:
        yield served


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def page(pages: Page) -> Iterator[Page]:
    complaints: list[str] = []
    pages.on("console", lambda message: complaints.append(message.text))
    pages.on("pageerror", lambda error: complaints.append(error.message))
    pages.complaints = complaints  # type: ignore[attr-defined]
    yield pages
    pages.unroute_all()
    pages.goto("about:blank")


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
    # The page may be there before we are told of the request.
    while not held:
        page.wait_for_timeout(10)
    held[0].continue_()
    page.wait_for_function("window.seen?.live === 2")
    page.evaluate(LATER)
    assert page.evaluate("[seen.mounts, seen.live]") == [2, 2]


@pytest.mark.parametrize("missing", ["app.js", "app_bg.wasm"])
def test_says_so_quietly_when_the_app_cannot_be_had(page: Page, origin: str, missing: str) -> None:
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(f"{origin}/good.html")
    page.wait_for_selector(".keyfill-note")
    assert page.locator(".keyfill-bar > .keyfill-note[role=status]").count() == 2
    assert "could not be loaded" in (page.text_content(".keyfill-note") or "")
    # What the browser itself says of a failed request is not ours.
    own = [text for text in _complaints(page) if "Failed to load resource" not in text]
    assert own == []


def test_says_so_quietly_where_there_is_no_webassembly(page: Page, origin: str) -> None:
    page.route(
        "**/app.js",
        lambda route: route.fulfill(
            body=f"delete globalThis.WebAssembly;{APP}", content_type="text/javascript"
        ),
    )
    page.goto(f"{origin}/good.html")
    page.wait_for_selector(".keyfill-note")
    assert _complaints(page) == []


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
    told = len(_complaints(page))
    page.evaluate(TRAPS)
    page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel');"
        " document.querySelector('footer').append(panel); }"
    )
    page.evaluate(LATER)
    assert page.locator(".keyfill-note").count() == 2
    assert page.evaluate("seen.mounts") == 2
    assert len(_complaints(page)) == told


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


def _complaints(page: Page) -> list[str]:
    return page.complaints  # type: ignore[attr-defined,no-any-return]
