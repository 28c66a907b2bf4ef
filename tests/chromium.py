"""The browser of the distribution, as root can run it, and without errands of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# Pages of the browser's own, for the address bar of each window: their processes took three fifths
# of what a test with a fresh context took.
OWN_PAGES = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"]
# What Playwright turns off, for of several such arguments only the last one counts.
OF_PLAYWRIGHT = [
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
]
ARGUMENTS = [
    f"--disable-features={','.join(OF_PLAYWRIGHT + OWN_PAGES)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def program() -> str | None:
    """Find Debian's Chromium; Playwright's own builds are not downloaded."""
    return shutil.which("chromium")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run it until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        yield browser
        browser.close()
