"""What the plugin admits, pages and editors admit: else a good build would have broken pages."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from mkdocs_keyfill import static_page
from mkdocs_keyfill.config import schema
from mkdocs_keyfill.errors import OptionError
from mkdocs_keyfill.generators import mike
from mkdocs_keyfill.options import settings
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.slots import slot_engine

pytestmark = pytest.mark.shipped

# Pieces of names, addresses and words that one of the two may see in another way.
PIECES = (
    *("a", "B", "-", "_", ".", " ", "\u00a0", "\u3000", "1", "42", "<", ">", "/", "é", "Σ", "ς"),
    *("İ", "ı", "ſ", "K", "Ị", "٣", "\u0301", "\u200d", "\u2003", "…", "€", "ª", "ß", "\x1c"),  # noqa: RUF001
    *("\n", "\t", "\ufe0f", "漢", "region", "x" * 62, "x" * 126, "😀"),
)
NUMBERS = (0, 1, 15, 480, 481, 86_400, 86_401, "15", "٣", "0015", " 7 ", "1_0", True)


class Author:
    """Writes options at random."""

    def __init__(self) -> None:
        self._random = random.Random(0x6B657966)

    def options(self) -> dict[str, Any]:
        """Write the options of a site: most parts of it are right."""
        written: dict[str, Any] = {
            "regions": [self._seldom("Kna1"), "Fra1"],
            "keystone_url": "https://{region}.example" + self._port() + "/v3",
            "s3_endpoint": "https://s3-{region}.example" + self._port(),
        }
        parts: dict[str, Callable[[], object]] = {
            "brand": self._text,
            "domain": self._text,
            "idle_minutes": lambda: self._random.choice(NUMBERS),
            "deletion_delay": lambda: self._random.choice(NUMBERS),
            "signing_region": self._text,
            "slots": lambda: {self._id(): self._slot() for _ in range(2)},
            "tabs": lambda: {self._id(): self._tab()},
            "texts": lambda: {"sign-out": self._text()},
        }
        for name in self._random.sample([*parts], 2):
            written[name] = parts[name]()
        return written

    def _text(self) -> str:
        length = self._random.randint(1, 4)
        odd = self._random.random() < 0.5
        return "".join(self._random.choices(PIECES if odd else "aBé1-", k=length))

    def _seldom(self, usual: str) -> str:
        return self._text() if self._random.random() < 0.1 else usual

    def _port(self) -> str:
        odd = (":5000", ":65536", ":000080", ":1000000080", ":٣", ":", ":0")
        return self._random.choice(odd) if self._random.random() < 0.2 else ""

    def _id(self) -> str:
        return "".join(self._random.choices(("a", "b", "1", "23", "-", "--", "zone"), k=2))

    def _slot(self) -> object:
        names = [self._text() for _ in range(self._random.randint(1, 2))]
        label = self._text()
        return self._random.choice((None, names, {"names": names}, {"label": label}))

    def _tab(self) -> object:
        step = {"lead": self._seldom("Do it."), "text": self._text(), "language": "bash"}
        return {"label": self._seldom("Mine"), "steps": [step]}


def test_a_page_and_an_editor_admit_what_the_plugin_does() -> None:
    engine = slot_engine.load()
    assert engine
    validator = Draft7Validator(schema.schema())
    author = Author()
    site = SiteFacts("x", {}, None, None, Path(), "keyfill", mike.building())
    admitted = 0
    refused: list[tuple[dict[str, Any], str]] = []
    for _ in range(2000):
        written = author.options()
        try:
            found = settings.resolve(Options(written), site, static_page.load())
        except OptionError:
            continue
        admitted += 1
        try:
            engine.read({"config": json.dumps(found.data)}, [])
        except slot_engine.Refused as error:
            refused.append((written, str(error)))
        assert not [fault.message for fault in validator.iter_errors(written)], written
    assert not refused
    assert admitted > 300
