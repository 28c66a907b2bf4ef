"""What all tests share: one browser, since Playwright runs once in a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from chromium import chromium

# A test waits for what must come: on a busy machine that takes many times as long as on a free one,
# and only a test that fails waits for all of it.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running
