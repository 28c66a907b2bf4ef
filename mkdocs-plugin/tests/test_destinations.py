"""What a page says beside its loader: where the secrets of its panels may go."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mkdocs_keyfill import destinations
from mkdocs_keyfill.addresses import Region
from written_site import Site

CASES = Path(__file__).parents[2] / "tests" / "fixtures" / "destinations.json"


@pytest.mark.parametrize("case", json.loads(CASES.read_text()), ids=str)
def test_the_hash_is_that_of_the_app(case: dict[str, object]) -> None:
    pairs: list[list[str]] = case["regions"]  # type: ignore[assignment]
    regions = [Region(name, url, "https://s3.example", name) for name, url in pairs]
    assert destinations.digest(regions) == case["hash"]


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="a/keyfill.js" type="module"></script>',
        "<script type=module src=../a/keyfill.js></script>",
        "<SCRIPT type='module' src='/keyfill.js?1'></SCRIPT>",
    ],
)
def test_each_way_to_write_the_tag_is_found(tag: str) -> None:
    other = '<script src="other.js"></script><p>keyfill.js</p>'
    marked = destinations.mark(other + tag, "0a")
    assert marked.startswith(other)
    assert marked.count('data-keyfill-accepts="0a"') == 1


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_every_page_says_it(site: Site, theme: str) -> None:
    site.build(theme=theme)
    pages = [page.read_text() for page in site.out.rglob("*.html")]
    said = [re.findall(f'{destinations.ATTRIBUTE}="([0-9a-f]*)"', page) for page in pages]
    assert len(pages) >= 2
    assert all(len(page) == 1 for page in said)
    assert len({page[0] for page in said}) == 1
    assert len(said[0][0]) == 64
