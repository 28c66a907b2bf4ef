"""Reads the code of a finished page as the browser does: which text, and what is left alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

ALL = frozenset({"*"})
"""Every slot is left alone."""

NONE: frozenset[str] = frozenset()

VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
"""Elements that have no end tag."""

_SKIPPED_TAGS = frozenset({"nav", "keyfill-panel", "mjx-container", "template", "math"})
_SKIPPED_CLASSES = frozenset(
    {"mermaid", "arithmatex", "MathJax", "katex", "md-annotation", "keyfill"}
)
_OFF_CLASS = "keyfill-off"
_COMMENT = re.compile(r"\s*keyfill\s*:\s*off\b(.*)", re.DOTALL | re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:language|lang)-([\w#.+-]+)")


@dataclass(frozen=True)
class Code:
    """The text of one `code` of a page."""

    text: str
    language: str
    off: frozenset[str]
    """The ids of slots that are left alone in it, or `ALL`."""


@dataclass
class _Open:
    tag: str
    off: frozenset[str]
    skipped: bool
    language: str


def codes(html: str) -> Iterator[Code]:
    """Give every code that the browser would look at, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    yield from reader.found


def panel_config(html: str) -> str | None:
    """Find the configuration of the first panel."""
    if "<keyfill-panel" not in html:
        return None
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.config


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Code] = []
        self.config: str | None = None
        self._open: list[_Open] = [_Open("", NONE, False, "")]
        self._text: list[str] | None = None
        self._depth = 0
        self._comment = NONE

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        if tag == "keyfill-panel" and self.config is None:
            self.config = values.get("data-config")
        comment, self._comment = self._comment, NONE
        if tag in VOID:
            return
        outer = self._open[-1]
        classes = values.get("class", "").split()
        off = outer.off | comment | _said(values.get("data-keyfill", ""))
        if _OFF_CLASS in classes:
            off = ALL
        language = _LANGUAGE.search(" ".join(classes))
        skipped = tag in _SKIPPED_TAGS or not _SKIPPED_CLASSES.isdisjoint(classes)
        self._open.append(
            _Open(tag, off, outer.skipped or skipped, language[1] if language else outer.language)
        )
        if tag == "code" and self._text is None and not self._open[-1].skipped:
            self._text = []
            self._depth = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        self._comment = NONE
        depth = next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].tag == tag), 0)
        if not depth:
            return
        if depth < self._depth:
            self.finish()
        del self._open[depth:]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._comment = NONE
        if self._text is not None and not self._open[-1].skipped:
            self._text.append(data)

    def handle_comment(self, data: str) -> None:
        said = _COMMENT.fullmatch(data)
        if said:
            self._comment = _said(f"off {said[1]}")

    def finish(self) -> None:
        """End the code that is open, if one is."""
        if self._text is None:
            return
        code = self._open[self._depth - 1]
        self.found.append(Code("".join(self._text), code.language, code.off))
        self._text = None


def _said(value: str) -> frozenset[str]:
    """Read the attribute `data-keyfill`."""
    words = value.lower().split()
    if not words or words[0] != "off":
        return NONE
    return frozenset(words[1:]) or ALL
