"""The loader with a stand-in for the app, and the pages that it is tried on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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
  const root = document.createElement("div");
  root.textContent = "app in " + panel;
  return { root, unmount: () => { seen.live--; } };
};
"""
PANEL = """<keyfill-panel data-panel="{name}" data-config="{config}">
<div class="keyfill-bar"><p>Static.</p></div>
<input type="radio" name="{name}" value="aws"><input type="radio" name="{name}" value="mc" checked>
</keyfill-panel>"""

# What is said, and not that the app is on its way.
NOTE = ".keyfill-note:not(.keyfill-wait)"
# What every file of WebAssembly begins with.
PROGRAM = b"\0asm\1\0\0\0"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    directory: Path = tmp_path_factory.mktemp("loader")
    for name in ("keyfill.js", "panel.js", "keyfill.css", "app.css"):
        shutil.copy(ROOT / "target" / "web" / name, directory)
    (directory / "app.js").write_text(APP)
    (directory / "app_bg.wasm").write_bytes(PROGRAM)
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
    said: list[str] = []
    pages.on("console", lambda message: said.append(message.text))
    pages.on("pageerror", lambda error: said.append(error.message))
    pages.complaints = said  # type: ignore[attr-defined]
    yield pages
    pages.unroute_all()
    pages.goto("about:blank")


def visit(page: Page, url: str) -> None:
    """Open a page, and press the button of its first panel."""
    page.goto(url)
    page.get_by_role("button", name="Sign in…").first.click()


def complaints(page: Page) -> list[str]:
    """Return what the page has said on the console, and its errors that nobody caught."""
    return page.complaints  # type: ignore[attr-defined,no-any-return]
