"""Makes the pictures of the documentation: python -m docs.screenshots

It signs in to a real Keystone in a real browser; `make demo` or `make test` has installed both.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from chromium import chromium
from site_server import ROOT, SiteServer, build
from stack import Stack

PICTURES = ROOT / "docs" / "assets"
# What readers of a cloud would see; the ports of this machine change from run to run.
ENDPOINT = "https://s3-aur1.aurora.example:8080"
LARGEST = 120_000
MARGIN = 8


def main() -> int:
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        SiteServer(Path(scratch, "site")) as site,
        Stack(Path(scratch, "stack"), [site.origin]) as stack,
        chromium() as browser,
    ):
        build(ROOT / "mkdocs.yml", Path(scratch, "site"), stack.keystone_url, ENDPOINT)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 900, "height": 1200})
            page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
            page.goto(f"{site.origin}/s3/")
            fill(page, stack.token("alice", "demo"), create=scheme == "light")
            picture = PICTURES / f"panel-{scheme}.png"
            take(page, picture)
            print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size} bytes")
            if picture.stat().st_size > LARGEST:
                print(f"larger than {LARGEST} bytes", file=sys.stderr)
                return 1
    return 0


def fill(page: Page, token: str, *, create: bool) -> None:
    """Do what a reader does."""
    page.get_by_role("button", name="Sign in…").click()
    page.get_by_label("Token for").fill(token)
    page.get_by_role("button", name="Sign in").click()
    if create:
        page.get_by_role("button", name="Create key").click()
    page.get_by_text("Filled in: profile").wait_for(state="attached")


def take(page: Page, picture: Path) -> None:
    """Cut out the panel down to the end of its second step: the rest is more of the same."""
    # No focus ring, no pointer on a button.
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.mouse.move(0, 0)
    panel = page.locator("keyfill-panel").bounding_box()
    step = page.locator(".keyfill-step").nth(1).bounding_box()
    assert panel and step
    page.screenshot(
        path=picture,
        animations="disabled",
        full_page=True,
        clip={
            "x": panel["x"] - MARGIN,
            "y": panel["y"] - MARGIN,
            "width": panel["width"] + 2 * MARGIN,
            "height": step["y"] + step["height"] - panel["y"] + 2 * MARGIN,
        },
    )


if __name__ == "__main__":
    sys.exit(main())
