"""The page that Markdown is made for: it may take several runs, one inside the other."""

import sys
from collections.abc import Mapping
from typing import Any

from markdown import Markdown

_CONVERT = Markdown.convert.__code__


class PageRun:
    """Counts the panels of a page, and keeps their HTML."""

    def __init__(self, name: str = "", meta: Mapping[str, Any] | None = None) -> None:
        self.name = name
        self.meta = meta or {}
        self.panels: list[str] = []

    @property
    def is_left_alone(self) -> bool:
        """Whether the page's front matter says `keyfill: false`."""
        said = self.meta.get("keyfill")
        if isinstance(said, list) and len(said) == 1:  # Python-Markdown's own `meta`.
            [said] = said
        return said is False or str(said).strip().lower() in ("false", "off", "no")

    def next_id(self) -> str:
        """Name the next panel, uniquely in the page."""
        return f"kf{len(self.panels) + 1}"

    def add(self, html: str) -> str:
        """Take a panel down."""
        self.panels.append(html)
        return html


def outermost(md: Markdown) -> Markdown:
    """Find the run that a run is part of: mkdocstrings converts inside a conversion.

    The stack tells, and nothing has to be put right after an error in the middle of a page.
    """
    found = md
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code is _CONVERT:
            found = frame.f_locals["self"]
        frame = frame.f_back  # type: ignore[assignment]
    return found
