"""What a screen reader is told of a panel, as goldens: role, name, state and live text.

`KEYFILL_BLESS=1` writes them anew, as it does those of the core's own screens.
"""

from __future__ import annotations

import os
import re
import time
from difflib import unified_diff

from playwright.sync_api import Locator

from venvs import ROOT
from waiting import patience

FOLDER = ROOT / "tests" / "fixtures" / "outlines"
# What is another one in every run.
OTHERS = (
    (re.compile(r"\b[0-9a-f]{6}…[0-9a-f]{4}\b"), "SHORT-KEY"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "ID"),
    (re.compile(r"(?<=127\.0\.0\.1:)\d+"), "PORT"),
    (re.compile(r"\breq-[0-9a-f-]{36}\b"), "REQUEST-ID"),
    (re.compile(r"\b\d+ (min|s) left\b"), r"TIME left"),
    (re.compile(r"\b\d+ seconds?\b"), r"TIME seconds"),
    (re.compile(r"\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?\b"), "DATE"),
    # Of code, how it begins: the rest is the clients' own.
    (re.compile(r"(?<=- code: )(.{40}).+"), r"\1…"),
)


def outline(panel: Locator) -> str:
    """Return what is told of a panel."""
    text = panel.aria_snapshot()
    for pattern, name in OTHERS:
        text = pattern.sub(name, text)
    return f"{text}\n"


def changes(panel: Locator, state: str) -> list[str]:
    """Return how a panel in this state is told otherwise than by its golden, line by line."""
    golden = FOLDER / f"{re.sub('[^a-z]+', '-', state.lower()).strip('-')}.yml"
    if os.environ.get("KEYFILL_BLESS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(outline(panel))
        return []
    expected = golden.read_text() if golden.exists() else ""
    told = outline(panel)
    end = time.monotonic() + patience()
    # What belongs to the state may come a moment later.
    while told != expected and time.monotonic() < end:
        told = outline(panel)
    return list(unified_diff(expected.splitlines(), told.splitlines(), lineterm="", n=0))
