"""One stack for each file of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stack import Stack

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("stack"), [ORIGIN]) as running:
        yield running
