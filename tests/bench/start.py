"""How long it takes until a page can be used, and from a press to the form, also on a slow line."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from bench.table import Table

RUNS = 15
USABLE = "keyfill-panel .keyfill-copy:not([hidden])"
SIGN_IN = "keyfill-panel [data-focus=open]"
FORM = "keyfill-panel form.keyfill-signin"
MINIMAL = "button"
# A usual "slow 4G": in bytes a second, and milliseconds.
SLOW = {"downloadThroughput": 200_000, "uploadThroughput": 93_750, "latency": 150}
FETCHED = "performance.getEntriesByType('resource').some((e) => e.name.endsWith('app_bg.wasm'))"

# Notes when the first element that matches is there and the browser has drawn a frame with it.
WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector(SELECTOR)) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.NAME = performance.now(); }));
}).observe(document, { childList: true, subtree: true, attributes: true });
"""
PRESS = f"""() => {{ window.pressedAt = performance.now();
  document.querySelector({json.dumps(SIGN_IN)}).click(); }}"""


def measure(table: Table, browser: Browser, origin: str) -> None:
    """Compare with the minimal page in turn, so that a busy machine slows both."""
    _works(browser, origin)
    for line, slow in (("", False), (" on a slow line", True)):
        times: list[list[float]] = [[], [], [], [], []]
        for run in range(RUNS + 1):
            with _page(browser, slow=slow) as page:
                _visit(page, f"{origin}/keyfill/", USABLE, "usableAt")
                one = [_at(page, "usableAt"), _press(page)]
            with _page(browser, slow=slow) as page:
                _visit(page, f"{origin}/keyfill/", USABLE, "usableAt")
                page.hover(SIGN_IN)
                page.wait_for_function(FETCHED)
                page.wait_for_load_state("networkidle")
                one.append(_press(page))
            with _page(browser, slow=slow) as page:
                _visit(page, f"{origin}/minimal/", MINIMAL, "usableAt")
                one.append(_at(page, "usableAt"))
            with _page(browser, slow=slow) as page:
                _visit(page, f"{origin}/floor/", MINIMAL, "usableAt")
                one.append(_at(page, "usableAt"))
            if run:  # The first of each warms the machine up, not the page.
                for values, value in zip(times, one, strict=True):
                    values.append(value)
        usable, pressed, prepared, minimal, floor = times
        theirs = statistics.median(minimal)
        _ratio(table, f"navigation to usable{line}", usable, theirs, 0.6)
        least = statistics.median(floor)
        what = f"a page that asks for nothing, to its button{line}, ms"
        table.line(what, f"{least:.0f}", f"{theirs:.0f}")
        table.line("the same, as a ratio", f"{least / theirs:.2f}", "1")
        _ratio(table, f"press at once to form{line}", pressed, theirs, 1.3)
        ours = statistics.median(prepared)
        what = f"press to form, once it is prepared for{line}, ms"
        table.line(what, f"{ours:.0f}", "", "at most 50", met=ours <= 50)


def _ratio(table: Table, what: str, ours: list[float], theirs: float, most: float) -> None:
    median = statistics.median(ours)
    table.line(f"{what}, ms (median of {RUNS}, empty cache)", f"{median:.0f}", f"{theirs:.0f}")
    ratio = median / theirs
    target = f"at most {most}"
    table.line("the same, as a ratio", f"{ratio:.2f}", "1", target, met=ratio <= most)


def _works(browser: Browser, origin: str) -> None:
    """Show that usable means it: a tab switches, a copy copies, a press is kept."""
    with _page(browser, slow=True) as page:
        _visit(page, f"{origin}/keyfill/", USABLE, "usableAt")
        page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
        page.click("keyfill-panel .tabbed-labels label:nth-child(2)")
        page.click("keyfill-panel .tabbed-block:nth-child(2) .keyfill-copy >> nth=0")
        assert "mc alias set" in page.evaluate("window.copied")
        page.click(SIGN_IN)
        page.wait_for_selector(FORM)


@contextmanager
def _page(browser: Browser, *, slow: bool) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    yield page
    context.close()


def _visit(page: Page, url: str, selector: str, name: str) -> None:
    for watched, as_name in ((selector, name), (FORM, "formAt")):
        script = WATCH.replace("SELECTOR", json.dumps(watched)).replace("NAME", as_name)
        page.add_init_script(f"(() => {{ {script} }})();")
    page.goto(f"{url}index.html")
    page.wait_for_function(f"window.{name}", timeout=20_000)


def _press(page: Page) -> float:
    page.evaluate(PRESS)
    page.wait_for_function("window.formAt", timeout=20_000)
    return _at(page, "formAt") - _at(page, "pressedAt")


def _at(page: Page, name: str) -> float:
    return float(page.evaluate(f"window.{name}"))
