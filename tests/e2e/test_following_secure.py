"""A session follows its reader over https, with a certificate that the browser trusts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import chromium
from stack import Stack

from .conftest import World
from .follower import KEPT, filled, follows, go, nobody, signed_in
from .visit import Visit


@pytest.fixture
def trusting(browser: Browser, world: World) -> Iterator[Browser]:
    """A browser that trusts the certificate by its key, as an authority of one's own would."""
    pin = world.stack.ca_file.with_name("pin.txt").read_text()
    again = browser.browser_type.launch(
        executable_path=chromium.program(),
        args=[*chromium.ARGUMENTS, f"--ignore-certificate-errors-spki-list={pin}"],
    )
    yield again
    again.close()


def test_ten_pages_over_https(
    trusting: Browser, following: str, world: World, stack: Stack
) -> None:
    visit = Visit(trusting)
    page = visit.page
    site = following.replace(world.origin, world.secure_origin)
    panel, access = signed_in(visit, site, stack)
    for name in ("slots", "plain", "panel", "plain", "plain", "slots", "index", "panel", "plain"):
        go(page, name)
        assert page.evaluate("isSecureContext && location.protocol") == "https:"
        if name != "plain":
            filled(page, access)
            assert page.evaluate(KEPT) is None
    page.go_back()
    filled(page, access)
    follows(panel)
    panel.sign_out()
    panel.expect_signed_out()
    for name in ("slots", "index"):
        go(page, name)
    nobody(page)
    assert visit.surprises() == []
    visit.close()
