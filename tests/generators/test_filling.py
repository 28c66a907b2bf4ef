"""Every page of every site: filled for whoever is signed in, and given back byte for byte."""

from __future__ import annotations

import pytest

from stack import Stack

from .conftest import OpenReader
from .expected import Key, texts
from .test_visits import SIMPLE

PAGES = (
    "keys",
    "languages",
    "layout",
    "traps",
    "opt-out",
    "foreign",
    "nested",
    "pair",
    "more/deep",
)
# What is in the page while it is filled, and must not be there afterwards.
OURS = ("data-slot", "keyfill-slot", "keyfill-value", "keyfill-page")


def pages_of(name: str) -> tuple[str, ...]:
    """Return the pages with slots."""
    return ("", "commands", "made") if name == "plain" else PAGES


@pytest.mark.parametrize("name", SIMPLE)
def test_every_page_is_filled_and_given_back(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    for page in pages_of(name):
        reader.visit_page(page)
        before = reader.authors.html()
        reader.sign_in_here(stack)
        reader.authors.expect_texts(texts(page, key))
        # Of an access key there is more than one in some pages, of a secret never one.
        assert (key.secret in reader.page.content()) is False
        assert (key.secret in reader.kept()) is False
        reader.sign_out_here()
        reader.authors.given_back()
        reader.authors.expect_html(before)
        assert not any(word in before for word in OURS), page
