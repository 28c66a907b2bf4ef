"""Goes from page to page with a session, and without one, on a site without instant navigation."""

from __future__ import annotations

import shutil
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from bench.table import Table
from e2e.sites import FENCE, build_site
from stack import Stack

ROUNDS = 15
PAGES = {
    "index.md": f"# Home\n\n[plain](plain.md) [slots](slots.md)\n\n{FENCE}",
    "plain.md": "# Plain\n\n[plain](plain.md) [slots](slots.md)\n",
    "slots.md": "# Slots\n\n[plain](plain.md) [slots](slots.md)\n\n"
    "```bash\nexport AWS_REGION=<region> AWS_ACCESS_KEY_ID=<access-key>\n```\n",
}
PANEL_READY = "keyfill-panel [data-focus=open]:not([inert] *)"
# Notes when the author's key is there, from the begin of the navigation, and when all had its turn.
INSTRUMENTS = """
const key = ".keyfill-value[data-slot=access-key]";
new MutationObserver(() => {
  if (document.querySelector(key)) window.filled ??= performance.now();
}).observe(document, { childList: true, subtree: true, attributes: true });
"""
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def measure(table: Table, browser: Browser, directory: Path, origin: str, stack: Stack) -> None:
    """Build the site below `directory`, which is served at `origin`, and add the lines."""
    url = f"{origin}/following/"
    work = directory.with_name("bench-following")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    theme: dict[str, Any] = {"features": []}
    build_site(work, directory / "following", stack, url, PAGES, theme=theme, session="site")
    signed_in, signed_out = (browser.new_page() for _ in range(2))
    _sign_in(signed_in, url, stack)
    signed_out.goto(url)
    loaded: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in PAGES}
    filled: list[float] = []
    for _ in range(ROUNDS):
        for name in ("plain", "slots"):
            for page, times in zip((signed_in, signed_out), loaded[f"{name}.md"], strict=True):
                times.append(_go(page, name))
        signed_in.wait_for_function("window.filled")
        filled.append(signed_in.evaluate("window.filled"))
    for page in (signed_in, signed_out):
        page.close()
    what = f"ms (median of {ROUNDS})"
    for name, title in (("plain.md", "without slots"), ("slots.md", "with slots")):
        ours, theirs = (f"{statistics.median(times):.0f}" for times in loaded[name])
        table.line(f"from a click to a page {title} that is loaded, {what}", ours, theirs)
    table.line(
        f"from a click to the reader's key in its commands, {what}",
        f"{statistics.median(filled):.0f}",
    )


def _sign_in(page: Page, url: str, stack: Stack) -> None:
    page.add_init_script(INSTRUMENTS)
    page.goto(url)
    page.click(PANEL_READY)
    page.fill("keyfill-panel .keyfill-token", stack.token("alice", "demo"))
    page.press("keyfill-panel .keyfill-token", "Enter")
    page.get_by_text("Signed in on this site, in this tab").wait_for()
    if not stack.credentials("alice"):
        page.click("keyfill-panel [data-focus=create]")
        page.locator("keyfill-panel .keyfill-small", has_text="new").wait_for()


def _go(page: Page, name: str) -> float:
    """Follow a link, and return after how many milliseconds the page was loaded."""
    page.evaluate("window.isOld = true")
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_function(f"window.isOld === undefined && {LOADED}")
    return float(page.evaluate(LOADED))
