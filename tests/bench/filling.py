"""Measures how a page with very many slots is filled, whichever plugin does it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

# Notes how much the layout shifts, tasks of 50 ms and more (the browser tells of no shorter
# ones), and when a frame was drawn with the last change of the page. Shifts right after a key or
# a click count too: filling is what such a key is for.
INSTRUMENTS = """
window.measured = { shifts: [], tasks: [], drawn: 0, started: 0, panel: 0 };
new PerformanceObserver((list) => {
  for (const { startTime, value } of list.getEntries()) measured.shifts.push([startTime, value]);
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries())
    measured.tasks.push([startTime + duration, duration]);
}).observe({ type: "longtask", buffered: true });
let waits = false;
new MutationObserver(() => {
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => {
    waits = false;
    setTimeout(() => { measured.drawn = performance.now(); });
  });
}).observe(document, { childList: true, subtree: true, characterData: true });
for (const kind of ["keydown", "click"])
  addEventListener(kind, (event) => {
    if (kind === "click" || event.key === "Enter") measured.started = performance.now();
  }, true);
"""
# Notes when the panel has drawn what changed in it.
PANEL_DRAWN = """(selector) => {
  const ready = () => {
    if (document.querySelector(selector))
      requestAnimationFrame(() => setTimeout(() => { measured.panel = performance.now(); }));
    else requestAnimationFrame(ready);
  };
  ready();
}"""
# Enough frames with nothing to do for the entries of the tasks before to have arrived.
QUIET_FRAMES = """() => new Promise((done) => {
  const quiet = (next) => requestIdleCallback(next, { timeout: 5000 });
  quiet(() => quiet(() => setTimeout(done, 300)));
})"""
LAST_REPLY = """(server) => Math.max(...performance.getEntriesByType("resource")
  .filter(({ name }) => name.startsWith(server)).map(({ responseEnd }) => responseEnd))"""
MINUTES = 3 * 60_000
# How often the page is asked whether it is done, in milliseconds: each time costs a little.
POLL = 200


@dataclass
class Step:
    """What one step of a visit took."""

    milliseconds: float = 0
    # 0 when no task took as long as the browser tells of.
    longest_task: float = 0
    # The same until the panel has drawn what changed in it.
    panel_task: float = 0
    layout_shift: float = 0


class Visit:
    """A page that is measured step by step."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.set_default_timeout(MINUTES)
        page.add_init_script(INSTRUMENTS)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url, timeout=MINUTES)
        page.wait_for_load_state("networkidle", timeout=MINUTES)
        page.evaluate(QUIET_FRAMES)
        # What is done ahead of any filling.
        self.loading_task: float = page.evaluate("Math.max(0, ...measured.tasks.map((t) => t[1]))")
        self.asked = asked

    @contextmanager
    def step(
        self, done: str, *, panel_has: str | None = None, reply_of: str | None = None
    ) -> Iterator[Step]:
        """Measure from the last click or Enter in the block until `done` is true and it is quiet.

        With `reply_of` it begins with the last reply of that server. The frame in which the panel
        changes, until the page has `panel_has`, is not the filling's: it moves everything below
        it, filled or not. So it is told of alone.
        """
        measured = Step()
        self.page.evaluate(QUIET_FRAMES)
        self.page.evaluate("measured.shifts.length = measured.tasks.length = 0")
        if panel_has is not None:
            self.page.evaluate(PANEL_DRAWN, panel_has)
        yield measured
        self.page.wait_for_function(done, timeout=MINUTES, polling=POLL)
        self.page.evaluate(QUIET_FRAMES)
        found = self.page.evaluate("measured")
        started, settled = found["started"], found["started"]
        if reply_of is not None:
            started = self.page.evaluate(LAST_REPLY, reply_of)
        if panel_has is not None:
            settled = self.page.evaluate("measured.panel")
        measured.milliseconds = found["drawn"] - started
        tasks: list[tuple[float, float]] = found["tasks"]
        measured.longest_task = max((each for end, each in tasks if end > settled), default=0.0)
        measured.panel_task = max((each for end, each in tasks if end <= settled), default=0.0)
        measured.layout_shift = sum(value for start, value in found["shifts"] if start > settled)

    def files(self, origin: str, directory: Path) -> list[Path]:
        """Return the files of the site that the page has asked for, itself among them."""
        paths = {urlsplit(url).path for url in self.asked if url.startswith(origin)}
        files = [directory / path.lstrip("/") for path in paths]
        return [file / "index.html" if file.is_dir() else file for file in files]


@contextmanager
def visit(browser: Browser, url: str) -> Iterator[Visit]:
    """Open a page in a context of its own, and close it."""
    page = browser.new_page()
    try:
        yield Visit(page, url)
    finally:
        page.close()
