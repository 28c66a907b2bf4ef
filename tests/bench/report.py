"""Writes target/bench.md: Keyfill beside the smallest Yew page, and beside another plugin."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from bench import budgets, build_share, following, scale, start
from bench.site import MINIMAL, ROOT, WEB, lay_out, serve, use_keystone
from bench.table import Table, brotli
from chromium import chromium
from stack import Stack

MANY_KEYS = 10_000
PANEL_READY = "keyfill-panel [data-focus=open]:not([inert] *)"

# Collects tasks of 50 ms and more: the browser tells of no shorter ones.
LONG_TASKS = """
window.longTasks = [];
new PerformanceObserver((list) => {
  window.longTasks.push(...list.getEntries().map((entry) => entry.duration));
}).observe({ type: "longtask", buffered: true });
"""


def main() -> int:
    table, filling = Table("minimal Yew page"), Table(scale.OTHER)
    session = Table("signed out")
    _bytes(table)
    directory = ROOT / "target" / "bench-site"
    lay_out(directory)
    with serve(directory) as origin, chromium() as browser:
        _plain(table, browser, origin)
        start.measure(table, browser, origin)
        with Stack(ROOT / "target" / "bench-stack", origins=[origin]) as stack:
            use_keystone(directory, stack.keystone_url, stack.s3_url)
            _requests(table, browser, origin, stack)
            _many_keys(table, browser, origin, stack)
            scale.measure(filling, browser, directory, origin, stack)
            following.measure(session, browser, directory, origin, stack)
    build_share.measure(filling, ROOT / "target" / "bench-pages")
    text = "\n".join([*table.lines, "", *filling.lines, "", *session.lines])
    (ROOT / "target" / "bench.md").write_text(f"{text}\n")
    print(text)
    for what in [*table.missed, *filling.missed]:
        print(f"\nmissed: {what}")
    return 0


def _bytes(table: Table) -> None:
    pairs = {
        "wasm": (WEB / "app_bg.wasm", MINIMAL / "bench_bg.wasm"),
        "glue": (WEB / "app.js", MINIMAL / "bench.js"),
        **{name: (WEB / name, None) for name in ("keyfill.js", "panel.js")},
        **{name: (WEB / name, None) for name in (*budgets.KEYS, *budgets.FILES, *budgets.PAGE)},
        **{name: (WEB / name, None) for name in ("keyfill.css", "app.css")},
    }
    minimal = brotli([theirs for _, theirs in pairs.values() if theirs])
    sizes = {**budgets.sizes(), **minimal}
    for what, (ours, theirs) in pairs.items():
        table.line(
            f"{what}, bytes (brotli 11)", f"{sizes[ours]:,}", f"{sizes[theirs]:,}" if theirs else ""
        )
    theirs_all = sum(sizes[theirs] for _, theirs in pairs.values() if theirs)
    table.line("minimal page, bytes", "", f"{theirs_all:,}")
    largest = max(budgets.CLIENTS, key=lambda step: step.bytes(sizes))
    # The commands of clients come one by one: the largest stands for all of them.
    for step in (*budgets.STEPS, largest):
        size = step.bytes(sizes)
        target = f"at most {step.budget:,}"
        table.line(f"{step.name}, bytes", f"{size:,}", "", target, met=size <= step.budget)


def _plain(table: Table, browser: Browser, origin: str) -> None:
    """Count what a page asks for that has the script and no panel."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(Path(urlsplit(request.url).path).name))
    page.goto(f"{origin}/plain/", wait_until="networkidle")
    page.close()
    extra = [name for name in asked if name not in ("plain", "keyfill.js") and name]
    table.line(
        "requests on a page without a panel, beside page and loader",
        str(len(extra)),
        target="0, so no wasm",
        met=not extra,
    )


def _requests(table: Table, browser: Browser, origin: str, stack: Stack) -> None:
    """Count what Keystone is asked, preflights aside: the browser keeps those for a while."""
    keystone = urlsplit(stack.keystone_url).netloc
    page = browser.new_page()
    asked: list[str] = []

    def note(method: str, url: str) -> None:
        if urlsplit(url).netloc == keystone and method != "OPTIONS":
            asked.append(f"{method} {urlsplit(url).path}")

    page.on("request", lambda request: note(request.method, request.url))
    page.goto(f"{origin}/keyfill/index.html")
    page.click(PANEL_READY)
    page.fill("keyfill-panel .keyfill-token", stack.token("alice", project="demo"))
    page.press("keyfill-panel .keyfill-token", "Enter")
    page.wait_for_selector("keyfill-panel [data-focus=create]:not([disabled])")
    _count(table, page, asked, "requests to Keystone from a pasted token to filled tabs", 2)
    page.click("keyfill-panel [data-focus=create]")
    _count(table, page, asked, "requests to Keystone for a create", 1)
    page.close()


def _many_keys(table: Table, browser: Browser, origin: str, stack: Stack) -> None:
    """Sign in to a very long list, search it and turn its pages."""
    missing = MANY_KEYS - len(stack.credentials("olof"))
    if missing > 0:
        stack.fill_credentials("olof", "demo", missing)
    worst = []
    for _ in range(3):
        page = browser.new_page()
        page.goto(f"{origin}/keyfill/index.html")
        page.click(PANEL_READY)
        page.fill("keyfill-panel .keyfill-token", stack.token("olof", project="demo"))
        page.evaluate(LONG_TASKS)
        page.press("keyfill-panel .keyfill-token", "Enter")
        page.wait_for_selector("keyfill-panel [data-focus=create]:not([disabled])")
        page.get_by_role("button", name="Manage").click()
        page.get_by_role("button", name="More keys").click()
        page.get_by_label("Find a key").fill("ab")
        page.wait_for_timeout(500)
        worst.append(max(page.evaluate("window.longTasks"), default=0.0))
        page.close()
    longest = statistics.median(worst)
    what = f"longest task with {MANY_KEYS:,} keys (sign-in, page, search), ms (median of 3)"
    table.task(what, longest)


def _count(table: Table, page: Page, asked: list[str], what: str, target: int) -> None:
    page.wait_for_load_state("networkidle")
    # A request too many may come late.
    page.wait_for_timeout(1000)
    table.line(what, str(len(asked)), target=str(target), met=len(asked) == target)
    asked.clear()


if __name__ == "__main__":
    sys.exit(main())
