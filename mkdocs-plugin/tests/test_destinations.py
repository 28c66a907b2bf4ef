"""Where the secrets of a site's panels may go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_keyfill import destinations
from mkdocs_keyfill.addresses import Region

CASES = Path(__file__).parents[2] / "tests" / "fixtures" / "destinations.json"


@pytest.mark.parametrize("case", json.loads(CASES.read_text()), ids=str)
def test_the_hash_is_that_of_the_app(case: dict[str, object]) -> None:
    pairs: list[list[str]] = case["regions"]  # type: ignore[assignment]
    regions = [Region(name, url, "https://s3.example", name) for name, url in pairs]
    assert destinations.digest(regions) == case["hash"]
