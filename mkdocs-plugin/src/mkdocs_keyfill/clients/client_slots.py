"""The slots of client files: the default ones of authors' pages, and some that only they know."""

from collections.abc import Iterable, Mapping, Sequence

from mkdocs_keyfill.clients.client import Block, Gap, Guard, Piece
from mkdocs_keyfill.rules import CLIENT_FACTS
from mkdocs_keyfill.slots.brackets import bracketed
from mkdocs_keyfill.slots.slot import Slot, by_name, normal

_FACTS = [Slot(id_, (id_,)) for id_ in CLIENT_FACTS]


def for_tabs(slots: Iterable[Slot]) -> dict[str, Slot]:
    """List the slots of plain tabs by the normal forms of their names: the author's come first."""
    return _first([*slots, *_FACTS])


def for_clients(slots: Iterable[Slot], defaults: Sequence[Slot]) -> dict[str, Slot]:
    """List those of client files, where all but variables mean the same on every site."""
    session = [slot for slot in defaults if slot.kind is None]
    return _first([*_FACTS, *session, *slots, *defaults])


def _first(slots: Iterable[Slot]) -> dict[str, Slot]:
    """Give a name to the first slot that has it."""
    found: dict[str, Slot] = {}
    for slot in slots:
        for name, one in by_name([slot]).items():
            found.setdefault(name, one)
    return found


def pieces(block: Block, slots: Mapping[str, Slot]) -> tuple[Piece, ...]:
    """Give the pieces of a block's text, also where the engine has not read it."""
    return tuple(split(block.text, slots)) if isinstance(block.text, str) else block.text


def split(text: str, slots: Mapping[str, Slot]) -> list[Piece]:
    """Cut a text at its slots."""
    found: list[Piece] = []
    done = 0
    for one in bracketed(text):
        slot = slots.get(normal(one.name))
        if slot is None:
            continue
        if one.start > done:
            found.append(text[done : one.start])
        found.append(Gap(slot.id, one.written, None))
        done = one.end
    return [*found, text[done:]] if done < len(text) else found


def guarded(read: Sequence[Piece], guards: Sequence[tuple[int, str]]) -> tuple[Piece, ...]:
    """Put guards into a text, each before the character with its number."""
    found: list[Piece] = []
    waiting = sorted(guards)
    at = 0
    for piece in read:
        left = piece
        while waiting and waiting[0][0] < at + _length(left):
            place, guard = waiting.pop(0)
            if place > at:
                if not isinstance(left, str):
                    raise ValueError("a guard stands within a slot")
                found.append(left[: place - at])
                left = left[place - at :]
                at = place
            found.append(Guard(guard))
        found.append(left)
        at += _length(left)
    return (*found, *(Guard(guard) for _, guard in waiting))


def _length(piece: Piece) -> int:
    if isinstance(piece, str):
        return len(piece)
    return len(piece.written) if isinstance(piece, Gap) else 0
