"""The option `slots`: which placeholders are filled, by which names, and with what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mkdocs_keyfill.errors import did_you_mean, option_error
from mkdocs_keyfill.options import grammar
from mkdocs_keyfill.options.kinds import known_keys, mapping, text
from mkdocs_keyfill.rules import KINDS, LIMITS, SECRET_WORDS
from mkdocs_keyfill.slots.slot import Slot, bare, normal, why_never

NAMES_FORM = "a list of names, false, or a mapping with any of kind, names, label"
NAME_FORM = (
    f"at most {LIMITS.slot_name} letters, digits, spaces, '-', '_' and '.', "
    "at least one of them a letter"
)
ID_FORM = f"at most {LIMITS.slot_id} lowercase letters, digits and '-'"

ID = re.compile(rf"[a-z0-9-]{{1,{LIMITS.slot_id}}}")


def resolve(written: Mapping[str, object], defaults: Sequence[Slot]) -> tuple[Slot, ...]:
    """Apply what the author changes to the defaults."""
    known = {slot.id: slot for slot in defaults}
    _refuse_twins([*written], known)
    changed = {id_: _changed(f"slots.{id_}", id_, value, known) for id_, value in written.items()}
    taken: dict[str, str] = {}
    for id_, (_, explicit) in changed.items():
        for path, name in explicit:
            if normal(name) in taken:
                wrong = f"is already used by slot {taken[normal(name)]!r}"
                raise option_error(path, name, wrong, "each name once")
            taken[normal(name)] = id_
    effective = [changed[id_][0] if id_ in changed else known[id_] for id_ in {**known, **changed}]
    kept = [replace(slot, names=_left(slot, taken)) for slot in effective]
    return tuple(slot for slot in kept if slot.names)


def _left(slot: Slot, taken: Mapping[str, str]) -> tuple[str, ...]:
    """Drop the names that an author gave to another slot."""
    return tuple(name for name in slot.names if taken.get(normal(name), slot.id) == slot.id)


def _refuse_twins(ids: Sequence[str], known: Mapping[str, Slot]) -> None:
    seen = {normal(id_): id_ for id_ in known}
    for id_ in ids:
        path = f"slots.{id_}"
        twin = seen.setdefault(normal(id_), id_)
        if twin != id_:
            raise option_error(path, id_, f"is another spelling of slot {twin!r}", "each slot once")
        if not ID.fullmatch(id_):
            raise option_error(path, id_, "is not a valid slot id", ID_FORM)


def _changed(
    path: str, id_: str, value: object, known: Mapping[str, Slot]
) -> tuple[Slot, list[tuple[str, str]]]:
    """Read one slot; beside it, the names that the author gave, each with its place."""
    default = known.get(id_)
    if default is None:
        _refuse_secret(path, id_)
        if value in (False, [], {"names": []}):  # A slip in the id: the slot meant stays on.
            wrong = f"turns off a slot that does not exist{did_you_mean(id_, known)}"
            raise option_error(path, value, wrong, f"one of {', '.join(known)}")
    if value is False:
        return Slot(id_, ()), []
    options = value if isinstance(value, Mapping) else {"names": value}
    options = mapping(path, options, NAMES_FORM)
    known_keys(path, options, ("kind", "names", "label"))
    variable = default is None or default.kind is not None
    for key in ("kind", "label"):
        if key in options and not variable:
            wrong = f"is the {key} of a slot that the session fills in"
            raise option_error(f"{path}.{key}", options[key], wrong, "a list of names, or false")
    where = f"{path}.names" if isinstance(value, Mapping) else path
    names = _names(where, options.get("names"))
    if variable:
        for at, name in names or ():
            _refuse_secret(at, name)
    slot = default or Slot(id_, (id_,), "name", _label_of(id_))
    if names is not None:
        slot = replace(slot, names=tuple(name for _, name in names))
    if options.get("kind") is not None:
        slot = replace(slot, kind=_kind(f"{path}.kind", options["kind"]))
    if options.get("label") is not None:
        slot = replace(slot, label=_label(f"{path}.label", options["label"]))
    if names is not None:
        return slot, names
    return slot, [(path, _name(path, id_))] if default is None else []


def _names(path: str, value: object) -> list[tuple[str, str]] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise option_error(path, value, "is not a list", NAMES_FORM)
    names = []
    for index, item in enumerate(value):
        at = f"{path}[{index}]"
        names.append((at, _name(at, text(at, item))))
    return names


def _name(path: str, written: str) -> str:
    """Admit a name, written with its angle brackets or without them."""
    name = bare(written.strip())
    wrong = why_never(name)
    if wrong:
        raise option_error(path, written, wrong, NAME_FORM)
    return name


def _refuse_secret(path: str, name: str) -> None:
    """A reader would type a secret into the page, and it would stay in its text."""
    found = next((word for word in SECRET_WORDS if word in normal(name).replace(".", "")), None)
    if found:
        wrong = "names a secret, and the page never asks for secrets"
        raise option_error(path, name, wrong, "a value that is not secret")


def _kind(path: str, value: object) -> str:
    kind = text(path, value)
    if kind not in KINDS:
        wrong = f"is not a known kind of value{did_you_mean(kind, KINDS)}"
        raise option_error(path, kind, wrong, f"one of {', '.join(KINDS)}")
    return kind


def _label(path: str, value: object) -> str:
    label = text(path, value).strip()
    form = f"a label for the value, 1 to {LIMITS.slot_label} characters"
    if not label:
        raise option_error(path, label, "is empty", form)
    if len(label) > LIMITS.slot_label:
        raise option_error(path, label, f"has {len(label)} characters", form)
    try:
        grammar.refuse_hidden(label, is_words=True)
    except grammar.Refused as refused:
        raise option_error(path, label, str(refused), form) from refused
    return label


def _label_of(id_: str) -> str:
    return id_.replace("-", " ").strip().capitalize() or id_
