"""The page that Markdown is made for: it may take several runs, one inside the other."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from hashlib import blake2s
from typing import Any

from markdown import Markdown

from mkdocs_keyfill.errors import refuse_page

_NO = ("false", "off", "no")
_SURE = "sure"
_SAID = (*_NO, _SURE, "true", "on", "yes", "none", "")
_FRONT_MATTER = re.compile(r"\s*[\"']?keyfill[\"']?\s*:")
_converting: ContextVar[Markdown | None] = ContextVar("keyfill_converting", default=None)
"""The outermost `Markdown` that is converting, by thread: Zensical has several."""


class PageRun:
    """Counts the panels of a page, and keeps their HTML."""

    def __init__(
        self,
        name: str = "",
        meta: Mapping[str, Any] | None = None,
        read: Callable[[], str] = lambda: "",
        of: str = "",
    ) -> None:
        """Begin a page; `of` tells it from the site's others where its name does not."""
        self.name = name
        self.meta = meta or {}
        self.panels: list[str] = []
        self._titles: Counter[str | None] = Counter()
        self._hash = blake2s((of or name).encode(), digest_size=4).hexdigest()
        self._read = read

    def is_left_alone(self, by: str) -> bool:
        """Whether the page's front matter says `keyfill: false`."""
        return self._said(by) in _NO

    def is_sure(self, by: str) -> bool:
        """Whether it says `keyfill: sure`: what evidence lacks, its author knows."""
        return self._said(by) == _SURE

    def _said(self, by: str) -> str:
        said = self.meta.get("keyfill")
        if isinstance(said, list) and len(said) == 1:  # Python-Markdown's own `meta`.
            [said] = said
        word = str(said).strip().lower()
        if word not in _SAID:
            place = f"front matter of {self.place(_FRONT_MATTER.match)}"
            expected = "keyfill: false, keyfill: sure, or nothing"
            refuse_page(by, place, said, "is not valid", expected)
        return word

    def place(self, fits: Callable[[str], object]) -> str:
        """Say where something is: the page, and the first line of its file that fits."""
        lines = self._read().splitlines()
        line = next((number for number, line in enumerate(lines, 1) if fits(line)), None)
        return f"'{self.name}'" + (f", line {line}" if line else "")

    def next_id(self) -> str:
        """Name the next panel, uniquely in the site: its pages may be joined into one."""
        return f"kf{self._hash}-{len(self.panels) + 1}"

    def nth(self, title: str | None) -> int:
        """Count one panel more with this title."""
        self._titles[title] += 1
        return self._titles[title]

    def add(self, html: str) -> str:
        """Take a panel down."""
        self.panels.append(html)
        return html


def follow(md: Markdown) -> None:
    """Know when a `Markdown` converts: mkdocstrings converts inside a conversion.

    No step of Python-Markdown is called at the end of a conversion that an error ends, so this is
    around the whole of it.
    """
    convert = md.convert

    def followed(source: str) -> str:
        if _converting.get():
            return convert(source)
        mark = _converting.set(md)
        try:
            return convert(source)
        finally:
            _converting.reset(mark)

    md.convert = followed  # type: ignore[method-assign]


def outermost(md: Markdown) -> Markdown:
    """Find the run that a run is part of; its own, where it is in no other."""
    return _converting.get() or md
