"""A tab of the author's own as HTML, from the fragments of `static.json`."""

from collections.abc import Mapping
from html import escape

from mkdocs_keyfill.slot_text import bracketed
from mkdocs_keyfill.slots import Slot, normal
from mkdocs_keyfill.static_page import Markup, StaticClient, StaticPage, fill
from mkdocs_keyfill.tabs import Step, Tab
from mkdocs_keyfill.words import Words


def client(tab: Tab, slots: Mapping[str, Slot], static: StaticPage, words: Words) -> StaticClient:
    """Make what a client of Keyfill's own has."""
    steps = "".join(
        fill(static.own_step, {"lead": words.said(step.lead), "code": _code(step, slots, static)})
        for step in tab.steps
    )
    block = f'<div class="tabbed-block">{_protected(steps)}</div>'
    return StaticClient(tab.id, tab.label, block, block, block, block, "own-")


def _code(step: Step, slots: Mapping[str, Slot], static: StaticPage) -> Markup:
    """Write the text of a step, each slot as the browser writes it."""
    parts = []
    done = 0
    for found in bracketed(step.text):
        if step.off or normal(found.name) not in slots:
            continue
        parts.append(escape(step.text[done : found.start], quote=False))
        parts.append(fill(static.slot, {"slot": found.written}))
        done = found.end
    parts.append(escape(step.text[done:], quote=False))
    return Markup("".join(parts))


def _protected(html: str) -> str:
    """Hide braces that the panel would take for its tokens."""
    return html.replace("{{", "&#123;&#123;")
