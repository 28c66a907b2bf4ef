"""Reads the code of a page where no slot engine is there: its text, and what is left alone.

A page of a large site is mostly navigation. So this is one regular expression over the tags, which
leaps over what is skipped: `html.parser` takes ten times as long.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from mkdocs_keyfill.rules import AROUND, OFF, SKIPPED
from mkdocs_keyfill.slots.brackets import bracketed
from mkdocs_keyfill.slots.slot import Slot, bare, normal

ALL = frozenset({"*"})
"""Every slot is left alone."""

NONE: frozenset[str] = frozenset()

_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source")
_NOT_SHOWN = frozenset({"template", "math", "script", "style", "textarea", "title"})
"""What browsers show nothing of, or not as code."""

_RAW = frozenset({"script", "style", "textarea", "title"})
"""What has text alone, so that a tag in it is none."""

_ATTRIBUTES = r"((?:\"[^\"]*\"|'[^']*'|[^'\">])*)"
_TAG = re.compile(rf"<!--(.*?)(?:-->|\Z)|<(/?)([A-Za-z][\w:-]*){_ATTRIBUTES}>", re.DOTALL)
_PANEL = re.compile(rf"<keyfill-panel\b{_ATTRIBUTES}>")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
_COMMENT = re.compile(r"\s*keyfill:(.*)", re.DOTALL)

# A page of a large site has thousands of tags, most of them navigation. So each of these begins
# with one certain character, which is found at the speed of memory; with IGNORECASE on the whole
# of it, none would be.
_BRACKET = re.compile(r"&(?i:(?:lt|#0*60|#x0*3c)(?![a-z0-9]))")
_BRACKET_ITSELF = re.compile(r"<\d")
_ANY_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
_CODE_TAG = re.compile(r"<(?i:code)\b")
_NAV = re.compile(r"<(/?)(?i:nav)\b[^<>]*>")
_UNSURE = re.compile(r"<(?:!|/?(?i:script|style|textarea|template|title|main|article)\b)")
"""What a `<nav>` is not cut for: the end tag that was found may be a part of it, and no end."""

_AROUND_CLASSES = frozenset(one[1:] for one in AROUND if one[0] == ".")
_AROUND_PARTS = tuple(one[len("[class*=") : -1] for one in AROUND if one[0] == "[")
_SKIPPED_TAGS = _NOT_SHOWN.union(one for one in SKIPPED if one[0] not in ".[")
_SKIPPED_CLASSES = frozenset(one[1:] for one in SKIPPED if one[0] == ".")
_SKIPPED_ATTRIBUTES = frozenset(one[1:-1] for one in SKIPPED if one[0] == "[")


@dataclass(frozen=True)
class Code:
    """The text of one `code` of a page."""

    text: str
    off: frozenset[str]
    """The names of slots that are left alone in it, in normal form, or `ALL`."""

    def leaves(self, slot: Slot) -> bool:
        """Tell whether a slot stays as it is."""
        names = {normal(name) for name in (slot.id, *slot.names)}
        return self.off >= ALL or not self.off.isdisjoint(names)


@dataclass(frozen=True)
class _Open:
    tag: str
    off: frozenset[str]
    """What it and those around it say."""
    comment: frozenset[str] = NONE
    """What the comment right before it says: it counts for a block that begins here."""
    is_around: bool = False
    """Whether it is what generators put around a block."""


def has_brackets(html: str) -> bool:
    """Tell whether code of a page may have placeholders: most has none, and parsing is slow."""
    return any(True for _ in _with_brackets(html))


def bracketed_names(html: str) -> Iterator[str]:
    """Give, quickly, what may be names of placeholders in the code of a page."""
    for code in _with_brackets(html):
        for found in bracketed(unescape(_ANY_TAG.sub("", code))):
            yield found.name


def _with_brackets(html: str) -> Iterator[str]:
    for code in _CODE_TAG.finditer(html):
        found = html.find("</code", code.end())
        start, end = code.end(), found if found >= 0 else len(html)
        if _BRACKET.search(html, start, end) or _BRACKET_ITSELF.search(html, start, end):
            yield html[code.start() : end]


def without_navigation(html: str) -> str:
    """Leave out what is in each `<nav>`, which is nine tenths of a page of a large site.

    No code in it is looked at, as `rules.SKIPPED` says.
    """
    if "nav" not in SKIPPED:
        return html
    kept = []
    opened: list[int] = []
    done = 0
    for tag in _NAV.finditer(html):
        if not tag[1]:
            opened.append(tag.end())
        elif opened:
            start = opened.pop()
            if not opened and not _UNSURE.search(html, start, tag.start()):
                kept.append(html[done:start])
                done = tag.start()
    return "".join([*kept, html[done:]]) if kept else html


def codes(html: str) -> Iterator[Code]:
    """Give every code that the browser would look at, in order."""
    opened = [_Open("", NONE)]
    text: list[str] | None = None
    depth = 0
    comment = NONE
    at = 0
    while match := _TAG.search(html, at):
        before, at = html[at : match.start()], match.end()
        if text is not None:
            text.append(before)
        if comment and before.strip():
            comment = NONE
        said, closing, tag = match[1], match[2], (match[3] or "").lower()
        if said is not None:
            found = _COMMENT.fullmatch(said)
            comment = _said(found[1]) if found else NONE
        elif closing:
            comment = NONE
            position = _position(opened, tag)
            if text is not None and 0 < position <= depth:
                yield _code(text, opened[: depth + 1])
                text = None
            if position:
                del opened[position:]
        else:
            element, is_skipped = _element(tag, match[4], opened[-1], comment)
            comment = NONE
            if is_skipped:
                at = _past(html, tag, at)
            elif tag not in _VOID and not match[4].endswith("/"):
                opened.append(element)
                if tag == "code" and text is None:
                    text, depth = [], len(opened) - 1
    if text is not None:
        yield _code([*text, html[at:]], opened[: depth + 1])


def panel(html: str) -> dict[str, str] | None:
    """Find the attributes of the first panel."""
    found = _PANEL.search(html)
    return _attributes(found[1]) if found else None


def _element(tag: str, written: str, outer: _Open, comment: frozenset[str]) -> tuple[_Open, bool]:
    """Read a start tag; beside it, whether the browser looks at nothing in the element."""
    if tag in _SKIPPED_TAGS:
        return outer, True
    off = outer.off
    is_around = False
    if written and not written.isspace():
        values = _attributes(written)
        off |= _said(values.get("data-keyfill", ""))
        names = values.get("class", "").split()
        if not (_SKIPPED_CLASSES.isdisjoint(names) and _SKIPPED_ATTRIBUTES.isdisjoint(values)):
            return outer, True
        if OFF[1:] in names:
            off = ALL
        is_around = not _AROUND_CLASSES.isdisjoint(names) or any(
            part in values.get("class", "") for part in _AROUND_PARTS
        )
    return _Open(tag, off, comment, is_around), False


def _attributes(written: str) -> dict[str, str]:
    """Read the attributes; of two with one name the first counts."""
    values: dict[str, str] = {}
    for name, *value in _ATTRIBUTE.findall(written):
        values.setdefault(name.lower(), unescape("".join(value)))
    return values


def _past(html: str, tag: str, at: int) -> int:
    """Find the end of an element, over those of its own name in it."""
    depth = 1
    for match in re.compile(rf"<(/?){tag}\b", re.IGNORECASE).finditer(html, at):
        if not match[1] and tag in _RAW:
            continue
        depth += -1 if match[1] else 1
        if not depth:
            end = html.find(">", match.end())
            return end + 1 if end >= 0 else len(html)
    return len(html)


def _position(opened: list[_Open], tag: str) -> int:
    """Find the element that an end tag closes; 0 where there is none."""
    for index in range(len(opened) - 1, 0, -1):
        if opened[index].tag == tag:
            return index
    return 0


def _code(text: list[str], opened: list[_Open]) -> Code:
    return Code(unescape("".join(text)), opened[-1].off | _outermost(opened).comment)


def _outermost(opened: list[_Open]) -> _Open:
    """Find where the block of a code begins; code within a line is its own."""
    pre = next((at for at in range(len(opened) - 1, -1, -1) if opened[at].tag == "pre"), None)
    if pre is None:
        return opened[-1]
    around = (opened[at] for at in range(pre, -1, -1) if opened[at].is_around)
    return next(around, opened[pre])


def _said(value: str) -> frozenset[str]:
    """Read the attribute `data-keyfill`: what it leaves alone, as in `off region; sure`."""
    off = NONE
    for clause in value.split(";"):
        words = clause.replace(",", " ").split()
        if words and words[0] == "off":
            off |= frozenset(normal(bare(word)) for word in words[1:]) or ALL
    return off
