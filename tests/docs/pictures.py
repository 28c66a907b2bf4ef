"""Makes a contact sheet of the panel's states: python -m docs.pictures

Each state is taken at 1280 and at 360 px, light and dark, from a real Keystone in a real browser,
and laid out in one page per width and scheme, in target/pictures. `make pictures` also makes the
pictures of the documentation, so that none of them is out of date.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

from chromium import chromium
from panel_states import Walk
from site_server import ROOT, SiteServer, build
from stack import Stack

from .screenshots import ENDPOINT

FOLDER = ROOT / "target" / "pictures"
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")
MOST_HEIGHT = 1600
"""What is below that is more of the same."""


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        SiteServer(Path(scratch, "site")) as site,
        Stack(Path(scratch, "stack"), [site.origin]) as stack,
        chromium() as browser,
    ):
        build(ROOT / "mkdocs.yml", Path(scratch, "site"), stack.keystone_url, ENDPOINT)
        for scheme in SCHEMES:
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900})
                page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
                page.clock.install()
                page.goto(f"{site.origin}/s3/")
                taken = [(name, picture(page)) for name in Walk(page, stack).states()]
                page.close()
                path = FOLDER / f"{width}-{scheme}.png"
                sheet(browser, taken, width, scheme).screenshot(path=path, full_page=True)
                print(f"{path.relative_to(ROOT)}: {len(taken)} states")
    return 0


def picture(page: Page) -> bytes:
    """Take the panel, without what is far below its commands."""
    page.mouse.move(0, 0)
    box = page.locator("keyfill-panel").first.bounding_box()
    assert box
    clip = {
        "x": 0.0,
        "y": box["y"] - 8,
        "width": 0.0,
        "height": min(box["height"] + 16, MOST_HEIGHT),
    }
    clip["x"], clip["width"] = max(box["x"] - 8, 0), box["width"] + 16
    scrolled = page.evaluate("scrollY")
    clip["y"] += scrolled
    return page.screenshot(
        animations="disabled",
        full_page=True,
        clip={"x": clip["x"], "y": clip["y"], "width": clip["width"], "height": clip["height"]},
    )


def sheet(browser: Browser, taken: list[tuple[str, bytes]], width: int, scheme: str) -> Page:
    """Lay pictures out beside each other, each with its name."""
    page = browser.new_page(viewport={"width": 2400 if width > 800 else 2000, "height": 800})
    figures = "".join(
        f"<figure><figcaption>{escape(name)}</figcaption>"
        f'<img src="data:image/png;base64,{base64.b64encode(image).decode()}"></figure>'
        for name, image in taken
    )
    page.set_content(
        "<style>body{background:#8a8f98;font:15px sans-serif;display:flex;flex-wrap:wrap;gap:16px;"
        "align-items:flex-start}figure{margin:0}figcaption{margin-bottom:4px}</style>"
        f"<h1 style='flex-basis:100%'>{width} px, {scheme}</h1>{figures}"
    )
    page.wait_for_function("[...document.images].every((image) => image.complete)")
    return page


if __name__ == "__main__":
    sys.exit(main())
