"""Measures how a page with very many slots is filled, whichever plugin does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from .many_slots import BLOCKS, VALUE, placeholder

# Notes how much the layout shifts, tasks of 50 ms and more (the browser tells of no shorter
# ones), and when something in the page changed last. Shifts right after a key or a click count
# too: filling is what such a key is for.
INSTRUMENTS = """
window.measured = { shift: 0, tasks: [], changed: 0, started: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) measured.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries())
    measured.tasks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });
new MutationObserver(() => { measured.changed = performance.now(); }).observe(document, {
  childList: true, subtree: true, characterData: true,
});
addEventListener("keydown", (event) => {
  if (event.key === "Enter") measured.started = performance.now();
}, true);
"""
LAST_BLOCK_HAS = """(text) => {
  const blocks = document.querySelectorAll("pre code");
  return blocks.length && blocks[blocks.length - 1].textContent.includes(text);
}"""
# Two frames with nothing to do, so that entries of the tasks before have arrived.
QUIET_FRAMES = """() => new Promise((done) =>
  requestIdleCallback(() => requestIdleCallback(() => setTimeout(done, 100))))"""
MINUTES = 3 * 60_000


@dataclass(frozen=True)
class Filling:
    """What one filling took."""

    milliseconds: float
    # 0 when no task took as long as the browser tells of.
    longest_task: float
    layout_shift: float
    # The longest task until the page was quiet: what is done ahead of the filling.
    loading_task: float
    # Of everything that the page loaded, as it came over the wire.
    transferred: int


def measure(browser: Browser, url: str, fill: Callable[[Page], None]) -> Filling:
    """Load a page, let `fill` start the filling with the key Enter, and wait for its end."""
    page = browser.new_page()
    page.set_default_timeout(MINUTES)
    transferred: list[int] = []
    page.on("requestfinished", lambda request: transferred.append(_size(request.sizes())))
    page.add_init_script(INSTRUMENTS)
    page.goto(url, timeout=MINUTES)
    page.wait_for_load_state("networkidle", timeout=MINUTES)
    page.evaluate(QUIET_FRAMES)
    loading = page.evaluate("Math.max(0, ...measured.tasks.map(([, duration]) => duration))")
    page.evaluate("measured.shift = 0; measured.tasks.length = 0")
    fill(page)
    page.evaluate(QUIET_FRAMES)
    found = page.evaluate("measured")
    assert page.locator("pre code").count() >= BLOCKS
    page.close()
    tasks = [duration for start, duration in found["tasks"] if start + duration > found["started"]]
    return Filling(
        milliseconds=found["changed"] - found["started"],
        longest_task=max(tasks, default=0.0),
        layout_shift=found["shift"],
        loading_task=loading,
        transferred=sum(transferred),
    )


def fill_placeholders(page: Page) -> None:
    """Give mkdocs-placeholder-plugin a value, as its reader would."""
    field = page.get_by_placeholder("Default: my-bucket", exact=True)
    field.fill(VALUE)
    field.press("Enter")
    page.wait_for_function(LAST_BLOCK_HAS, arg=VALUE, timeout=MINUTES)
    assert page.evaluate(LAST_BLOCK_HAS, f"x{placeholder('bucket')}x") is False


def _size(sizes: object) -> int:
    assert isinstance(sizes, dict)
    return int(sizes["responseBodySize"]) + int(sizes["responseHeadersSize"])
