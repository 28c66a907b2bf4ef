"""The comment `<!-- keyfill: off -->` becomes an attribute: minifiers drop comments."""

import re
from collections.abc import Mapping

from mkdocs_keyfill.errors import did_you_mean, refuse_page
from mkdocs_keyfill.slots import Slot, normal

EXPECTED = "<!-- keyfill: off -->, or slots after off, as in <!-- keyfill: off region bucket -->"

_COMMENT = re.compile(r"<!--\s*keyfill\s*:(.*?)-->", re.DOTALL | re.IGNORECASE)
_NEXT = re.compile(r"(?:\s|<!--.*?-->)*<[A-Za-z][\w:-]*", re.DOTALL)
_HAS_OWN = re.compile(r"[^>]*\sdata-keyfill\b")


def apply(html: str, slots: Mapping[str, Slot], by: str, page: str) -> str:
    """Turn each comment into an attribute; one with nothing after it stays as it is."""
    if "keyfill" not in html:
        return html
    at = 0
    while comment := _COMMENT.search(html, at):
        value = said(comment[1], slots, by, page)
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
    return html


def said(text: str, slots: Mapping[str, Slot], by: str, page: str) -> str:
    """Check what a comment says, and write it as the attribute has it."""
    word, *names = text.lower().split() or [""]
    place = f"comment in '{page}'"
    if word != "off":
        refuse_page(by, place, text.strip(), "is nothing that Keyfill reads", EXPECTED)
    ids = []
    for name in names:
        slot = slots.get(normal(name.strip("<>,")))
        if slot is None:
            known = list({slot.id: None for slot in slots.values()})
            wrong = f"is not a slot{did_you_mean(name, known)}"
            refuse_page(by, place, name, wrong, f"some of {', '.join(known)}")
        ids.append(slot.id)
    return " ".join(["off", *ids])
