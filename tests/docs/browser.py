"""The browser of the distribution, as root can run it."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium(engine: Playwright) -> Browser:
    """Start it; Playwright's own builds are not downloaded."""
    return engine.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
