"""A client as HTML: the steps of its first shell that ask for the secret key."""

from collections.abc import Mapping, Sequence
from html import escape

from mkdocs_keyfill.clients import client_slots
from mkdocs_keyfill.clients.client import Block, Client, Gap, Guard, Piece, Step
from mkdocs_keyfill.panel.region_values import RegionValues
from mkdocs_keyfill.panel.tab_html import may_be_session, step_html
from mkdocs_keyfill.rules import FORMS, UNFILLED
from mkdocs_keyfill.slots.slot import Slot
from mkdocs_keyfill.static_page import Markup, StaticPage, fill
from mkdocs_keyfill.words import Words

_FOLDED = {
    "use": ("more-commands", "keyfill-fold"),
    "undo": ("undo", "keyfill-fold keyfill-undo"),
}
"""The sections that are folded, each with the text that opens it and its class."""


class ClientHtml:
    """Writes the clients of a site."""

    def __init__(self, static: StaticPage, words: Words, slots: Mapping[str, Slot]) -> None:
        self._static = static
        self._words = words
        self._slots = slots
        """By the normal forms of their names, for texts that the engine has not read."""

    def block(self, client: Client, values: RegionValues, *, compact: bool) -> str:
        """Write its steps: all that it has for a page, or the set-up alone."""
        shell = next(iter(client.shells), None)

        def steps(*sections: str) -> str:
            found = ((step, step.block(shell, FORMS[0])) for step in client.of(*sections))
            return "".join(self._step(step, block, shell, values) for step, block in found if block)

        note = f'<p class="keyfill-about">{_text(client.note)}</p>' if client.note else ""
        if compact:
            return f'<div class="tabbed-block">{note}{steps("set-up")}</div>'
        shown = note + steps("set-up", "check")
        for section, (text, look) in _FOLDED.items():
            if folded := steps(section):
                name = _text(self._words.plain(text))
                shown += f'<details class="{look}"><summary>{name}</summary>{folded}</details>'
        return f'<div class="tabbed-block">{shown}</div>'

    def _step(self, step: Step, block: Block, shell: str | None, values: RegionValues) -> str:
        pieces = client_slots.pieces(block, self._slots)
        begins = next((piece for piece in pieces if isinstance(piece, str)), "")
        is_session = may_be_session(block.language, begins)
        fragment = step_html(self._static, self._words, block.copy_name, is_session=is_session)
        code = self._code(self._stopped(block, pieces, shell), values)
        return fill(fragment, {"lead": Markup(_text(step.lead)), "code": code})

    def _stopped(self, block: Block, pieces: Sequence[Piece], shell: str | None) -> Sequence[Piece]:
        """Give the pieces with what stops the text while it is not filled in."""
        if any(isinstance(piece, Guard) for piece in pieces) or shell not in block.shells:
            return pieces
        before, after = UNFILLED.get(shell, ("", ""))
        return [Guard(before), *pieces, Guard(after)]

    def _code(self, pieces: Sequence[Piece], values: RegionValues) -> Markup:
        gaps = [piece for piece in pieces if isinstance(piece, Gap)]
        if all(values.is_filled(gap) for gap in gaps):
            guard = ""
        elif all(values.is_of_region(gap) for gap in gaps):
            # The script takes it away when a region is picked.
            guard = '<span class="keyfill-guard">{}</span>'
        else:
            guard = "{}"
        return Markup("".join(self._piece(piece, guard, values) for piece in pieces))

    def _piece(self, piece: Piece, guard: str, values: RegionValues) -> str:
        if isinstance(piece, str):
            return _text(piece)
        if isinstance(piece, Guard):
            return guard.replace("{}", _text(piece.text)) if piece.text else ""
        return values.html(piece) or fill(self._static.slot, {"slot": piece.written})


def _text(text: str) -> str:
    return escape(text, quote=False)
