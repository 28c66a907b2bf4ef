"""The scripts that carry a session are lost on their way: the rest of the page does not notice."""

from __future__ import annotations

import pytest

from stack import Stack

from .follower import filled, go, nobody
from .panel import Panel
from .visit import FAILED_LOAD, Visit

# A browser that does not tell of navigations: what notes where the reader goes is fetched there.
UNTOLD = "Object.defineProperty(window, 'navigation', { value: undefined })"


@pytest.mark.parametrize("script", ["carry.js", "follow.js", "presses.js"])
def test_a_script_is_lost(visit: Visit, following: str, stack: Stack, script: str) -> None:
    """As where a page is left while it is on its way."""
    visit.expect_console(FAILED_LOAD)
    visit.page.add_init_script(UNTOLD)
    visit.page.route(f"**/{script}", lambda route: route.abort())
    visit.page.goto(following)
    panel = Panel(visit)
    panel.ready()
    with visit.page.expect_event("requestfailed", lambda one: one.url.endswith(script)):
        panel.sign_in(stack.token("alice", "demo"))
    filled(visit.page, panel.create())
    go(visit.page, "panel")
    nobody(visit.page)
