"""The quiet offer: a panel in a dialog, on a page that has slots in its code and no panel."""

import re
from collections.abc import Container
from html import unescape

from mkdocs_keyfill import page_text
from mkdocs_keyfill.markup import after_heading
from mkdocs_keyfill.page import PageRun
from mkdocs_keyfill.panels import Panels
from mkdocs_keyfill.slot_text import bracketed
from mkdocs_keyfill.slots import Slot, normal

_CODE = re.compile(r"<code\b[^>]*>(.*?)</code>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NEEDS_PARSING = re.compile(r"keyfill|mermaid|arithmatex|<nav\b|md-annotation|katex|<math\b")


def insert(html: str, page: PageRun, panels: Panels, by: str) -> str:
    """Add the offer to a page that is to have it."""
    if page.panels or not panels.offers or page.is_left_alone(by):
        return html
    if not has_slots(html, panels.slots):
        return html
    return after_heading(html, page.add(panels.offer(page.next_id())))


def has_slots(html: str, slots: dict[str, Slot]) -> bool:
    """Look for a slot in the code of a page.

    In its HTML and not in its Markdown: there is no doubt about what is code, and what macros and
    snippets brought is there. Most pages end at the first line, or with one regular expression;
    only one that leaves something alone is parsed.
    """
    if "&lt;" not in html or not _any_in_code(html, slots):
        return False
    if not _NEEDS_PARSING.search(html):
        return True
    return any(
        any(not code.leaves(slot) for slot in _found(code.text, slots))
        for code in page_text.codes(html)
        if "<" in code.text
    )


def _any_in_code(html: str, names: Container[str]) -> bool:
    for code in _CODE.findall(html):
        if "&lt;" in code:
            text = unescape(_TAG.sub("", code))
            if any(normal(found.name) in names for found in bracketed(text)):
                return True
    return False


def _found(text: str, slots: dict[str, Slot]) -> list[Slot]:
    names = (normal(found.name) for found in bracketed(text))
    return [slots[name] for name in names if name in slots]
