"""The quiet offer: a panel in a dialog, on a page without one in which something can be filled."""

import logging
from collections.abc import Iterator
from functools import cache

from mkdocs_keyfill.page.markup import after_heading
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import Panels
from mkdocs_keyfill.slots import page_code, slot_engine
from mkdocs_keyfill.slots.brackets import bracketed
from mkdocs_keyfill.slots.slot import Slot, normal
from mkdocs_keyfill.slots.slot_engine import EngineError, SlotEngine

log = logging.getLogger(f"mkdocs.plugins.{__name__}")


def insert(html: str, page: PageRun, panels: Panels, by: str) -> str:
    """Add the offer to a page that is to have it."""
    if page.panels or not panels.offers or page.is_left_alone(by):
        return html
    if not is_fillable(html, panels):
        return html
    return after_heading(html, page.add(panels.offer(page.next_id())))


def is_fillable(html: str, panels: Panels) -> bool:
    """Tell whether a session brings anything to the code of a page.

    In its HTML and not in its Markdown: there is no doubt about what is code, and what macros and
    snippets brought is there. Most pages end at the first line.
    """
    names = page_code.bracketed_names(html)
    if not any(normal(name) in panels.slots for name in names):
        return False
    try:
        engine = _engine()
        if engine is None:
            return _by_names(html, panels)
        return engine.fills(panels.dataset, html)
    except EngineError as error:
        log.info("a page gets the offer by the names of its placeholders: %s", error)
        return _by_names(html, panels)


@cache
def _engine() -> SlotEngine | None:
    """Take the engine; a site is built without one, too."""
    try:
        return slot_engine.load()
    except EngineError as error:
        log.info("pages get the offer by the names of their placeholders: %s", error)
        return None


def _by_names(html: str, panels: Panels) -> bool:
    """Tell the same by the names of placeholders.

    Whether a key or an id belongs into some code, its name does not tell; so it counts only where
    the code has a name that nothing else is given to, such as `AWS_SECRET_ACCESS_KEY`. What is
    harmless counts everywhere, though its name may mean something else there.
    """
    return any(
        (slot.harmless or _has_key_name(code.text, panels)) and not code.leaves(slot)
        for code in page_code.codes(html)
        for slot in _named(code.text, panels.slots)
    )


def _has_key_name(text: str, panels: Panels) -> bool:
    return any(name in text for name in panels.key_names)


def _named(text: str, slots: dict[str, Slot]) -> Iterator[Slot]:
    names = (normal(found.name) for found in bracketed(text))
    return (slots[name] for name in names if name in slots)
