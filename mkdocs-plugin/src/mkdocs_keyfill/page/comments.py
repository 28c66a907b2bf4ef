"""What an author says of code: the comment becomes an attribute, since minifiers drop comments.

What is mistyped is refused here: it would fill what should be left alone, in silence.
"""

import re
from collections.abc import Mapping
from typing import NoReturn

from mkdocs_keyfill.errors import did_you_mean, refuse_page
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.slots.slot import Slot, bare, named

_WORDS = ("off", "sure")
EXPECTED = (
    "<!-- keyfill: off --> or <!-- keyfill: sure -->, optionally followed by placeholders, as in "
    "<!-- keyfill: off region bucket -->"
)
EXPECTED_VALUE = (
    'data-keyfill="off" or data-keyfill="sure", optionally followed by placeholders, as in '
    'data-keyfill="off region bucket"'
)

_COMMENT = re.compile(r"<!--\s*(?i:keyfill)\s*:(.*?)-->", re.DOTALL)
_NEARLY = re.compile(
    r"<!--\s*((?i:(?!keyfill\s*:)keyfil+s?\s*[:=-]?\s*(?:off|sure))\b[^<>]*?)\s*-->"
)
_NEXT = re.compile(r"(?:\s|<!--.*?-->)*<[A-Za-z][\w:-]*", re.DOTALL)
_HAS_OWN = re.compile(r"[^>]*\sdata-keyfill\b")
_ATTRIBUTE = re.compile(r"<[A-Za-z][^<>]*?\sdata-keyfill=([\"'])(.*?)\1")


def apply(html: str, slots: Mapping[str, Slot], by: str, page: PageRun) -> str:
    """Turn each comment into an attribute; one with nothing after it stays as it is."""
    if "keyfil" not in html:
        return html
    for written in _ATTRIBUTE.finditer(html) if "data-keyfill=" in html else ():
        _said(written[2], slots, by, page, "attribute", EXPECTED_VALUE)
    at = 0
    while comment := _COMMENT.search(html, at):
        value = _said(comment[1], slots, by, page, "comment", EXPECTED)
        following = _NEXT.match(html, comment.end())
        at = comment.end()
        if following is None:
            continue
        attribute = f' data-keyfill="{value}"'
        if _HAS_OWN.match(html, following.end()):
            attribute = ""
        rest = html[comment.end() : following.end()].lstrip() + attribute
        html = html[: comment.start()] + rest + html[following.end() :]
        at = comment.start()
    if nearly := _NEARLY.search(html):
        _refuse(by, page, "comment", nearly[1], "is not valid", EXPECTED)
    return html


def _said(
    text: str, slots: Mapping[str, Slot], by: str, page: PageRun, kind: str, expected: str
) -> str:
    """Check what a comment or an attribute says, and write it as the attribute has it."""
    return "; ".join(
        _clause(clause, text, slots, by, page, kind, expected) for clause in text.split(";")
    )


def _clause(
    clause: str,
    text: str,
    slots: Mapping[str, Slot],
    by: str,
    page: PageRun,
    kind: str,
    expected: str,
) -> str:
    word, *names = clause.replace(",", " ").split() or [""]
    # The browser reads an attribute as it stands; a comment is written anew.
    word = word.lower() if kind == "comment" else word
    if word not in _WORDS:
        _refuse(by, page, kind, text.strip(), "is not valid", expected)
    by_id = {slot.id: slot for slot in slots.values()}
    ids = []
    for name in names:
        slot = named(name, by_id.values())
        if slot is None and kind == "comment":  # It becomes an id, so that more can be understood.
            slot = by_id.get(bare(name).lower())
        if slot is None:
            wrong = f"is not a known placeholder{did_you_mean(name.lower().strip('<>'), by_id)}"
            _refuse(by, page, kind, name, wrong, f"some of {', '.join(by_id)}")
        ids.append(slot.id)
    return " ".join([word, *ids])


def _refuse(by: str, page: PageRun, kind: str, what: str, wrong: str, expected: str) -> NoReturn:
    """Stop, with the line that the author has to change."""

    def fits(line: str) -> bool:
        text = line.lower()
        return "keyfil" in text and (kind == "comment") == ("<!--" in text) and what.lower() in text

    refuse_page(by, f"{kind} in {page.place(fits)}", what, wrong, expected)
