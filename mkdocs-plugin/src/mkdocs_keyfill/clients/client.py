"""A client: its label, what it is for, and its steps. It is what a client file says, as data."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

SHOWN = ("set-up", "check", "use")
"""The sections whose steps a panel shows at once; the shells of a client are theirs."""

SHELL_OF = {
    **dict.fromkeys(("bash", "sh", "zsh", "shell", "console"), "posix"),
    "fish": "fish",
    **dict.fromkeys(("powershell", "pwsh", "ps1"), "powershell"),
    **dict.fromkeys(("cmd", "bat"), "cmd"),
}
"""For which shell a block is, by its language; one in another language is for all."""

FILES = "files"
"""What the files to save are called, which are read and shown as a client's; no client is."""

USUAL_STORE = frozenset(("path", "https"))
"""What a block may say of the store, where an author says nothing of it."""

STORES = ("path", "virtual", "https", "http")
"""All that a block may say of the store that it is for: how it is addressed, and its scheme."""


@dataclass(frozen=True)
class Gap:
    """A slot in a text."""

    slot: str
    """The id of the slot."""
    written: str
    """As the file has it: `<region>`."""
    place: str | None
    """What the slot engine says of its place; none where it was not asked."""

    def data(self) -> object:
        """Give it as `clients.json` has it."""
        return [self.slot, self.written, self.place]


@dataclass(frozen=True)
class Guard:
    """Lines that stand in a text only while a slot of it is not filled in."""

    text: str

    def data(self) -> object:
        """Give it as `clients.json` has it."""
        return {"guard": self.text}


Piece = str | Gap | Guard


@dataclass(frozen=True)
class Block:
    """What is copied, for some shells and for a form, or for all of them."""

    language: str
    text: str | tuple[Piece, ...]
    """One text where the engine has not read it."""
    shells: tuple[str, ...] = ()
    form: str | None = None
    copy_name: str | None = None
    file: str | None = None
    """The name of the file that it is."""
    store: tuple[str, ...] = ()
    """Which stores it is for alone."""

    def fits(self, shell: str | None, form: str) -> bool:
        """Tell whether it is for a shell and a form."""
        return self.form in (None, form) and (not self.shells or shell in self.shells)

    def data(self) -> dict[str, object]:
        """Give it as `clients.json` has it."""
        data: dict[str, object] = {"language": self.language}
        if self.shells:
            data["shells"] = [*self.shells]
        if self.store:
            data["store"] = [*self.store]
        for name in ("form", "copy_name", "file"):
            if (value := getattr(self, name)) is not None:
                data[name] = value
        if isinstance(self.text, str):
            return {**data, "text": self.text}
        pieces = [piece if isinstance(piece, str) else piece.data() for piece in self.text]
        return {**data, "text": pieces}


@dataclass(frozen=True)
class Step:
    """A sentence, and alternatives of what to copy."""

    section: str
    id: str
    lead: str
    blocks: tuple[Block, ...]

    def block(self, shell: str | None, form: str) -> Block | None:
        """Choose the block for a shell and a form, if the step has one."""
        return next((block for block in self.blocks if block.fits(shell, form)), None)

    def data(self) -> dict[str, object]:
        """Give it as `clients.json` has it."""
        return {
            "section": self.section,
            "id": self.id,
            "lead": self.lead,
            "blocks": [block.data() for block in self.blocks],
        }


@dataclass(frozen=True)
class Client:
    """A client, whole."""

    id: str
    label: str
    purpose: str | None
    note: str | None
    steps: tuple[Step, ...]

    @property
    def shells(self) -> tuple[str, ...]:
        """The shells that it has steps for; the first is the one that a page shows at rest."""
        shown = (step for step in self.steps if step.section in SHOWN)
        blocks = (block for step in shown for block in step.blocks)
        return tuple(dict.fromkeys(shell for block in blocks for shell in block.shells))

    def for_store(self, ways: frozenset[str]) -> "Client":
        """Take the blocks that are for a store with these ways, and the steps that have some."""
        steps = []
        for step in self.steps:
            fits = (block for block in step.blocks if ways.issuperset(block.store))
            if blocks := tuple(replace(block, store=()) for block in fits):
                steps.append(replace(step, blocks=blocks))
        return replace(self, steps=tuple(steps))

    def of(self, *sections: str) -> list[Step]:
        """List the steps of some sections."""
        return [step for step in self.steps if step.section in sections]

    def data(self) -> dict[str, object]:
        """Give it as `clients.json` has it."""
        data: dict[str, object] = {"id": self.id, "label": self.label}
        if self.shells:
            data["shells"] = [*self.shells]
        for name in ("purpose", "note"):
            if (value := getattr(self, name)) is not None:
                data[name] = value
        return {**data, "steps": [step.data() for step in self.steps]}

    def minified(self) -> str:
        """Write all of it."""
        return _minified(self.data())

    def files(self, name: str) -> dict[str, str]:
        """Write what pages fetch: a file for each shell, and the first one under the mere name."""
        first, *others = self.shells or (None,)
        names = {f"client-{name}.json": first}
        names.update({f"client-{name}--{shell}.json": shell for shell in others})
        return {file: _minified(self._for(shell)) for file, shell in names.items()}

    def _for(self, shell: str | None) -> dict[str, object]:
        """Give what there is for one shell, with the names of the others."""
        steps = []
        without = self._without_test(shell)
        for step in self.steps:
            fits = [block for block in step.blocks if not block.shells or shell in block.shells]
            if fits and not (without and step.section == "test"):
                steps.append(replace(step, blocks=tuple(fits)).data())
        return {**self.data(), "steps": steps}

    def _without_test(self, shell: str | None) -> bool:
        """Tell whether its test is for other shells: the test of another client stands in then."""
        shells = [block.shells for step in self.of("test") for block in step.blocks if block.shells]
        return bool(shells) and not any(shell in own for own in shells)


def _minified(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def from_data(raw: Mapping[str, Any]) -> Client:
    """Read a client of `clients.json`."""
    steps = tuple(_step(step) for step in raw["steps"])
    return Client(raw["id"], raw["label"], raw.get("purpose"), raw.get("note"), steps)


def with_steps(
    client: Client,
    changed: Mapping[tuple[str, str], Step],
    without: Collection[str],
    note: str | None,
) -> Client:
    """Put steps into the places of those with their section and id, leave some out, add a note."""
    kept = (step for step in client.steps if step.id not in without)
    steps = tuple(changed.get((step.section, step.id), step) for step in kept)
    notes = " ".join(words for words in (client.note, note) if words)
    return replace(client, steps=steps, note=notes or None)


def _step(raw: Mapping[str, Any]) -> Step:
    blocks = tuple(_block(block) for block in raw["blocks"])
    return Step(raw["section"], raw["id"], raw["lead"], blocks)


def _block(raw: Mapping[str, Any]) -> Block:
    text = raw["text"]
    return Block(
        raw["language"],
        text if isinstance(text, str) else tuple(_piece(piece) for piece in text),
        tuple(raw.get("shells", ())),
        raw.get("form"),
        raw.get("copy_name"),
        raw.get("file"),
        tuple(raw.get("store", ())),
    )


def _piece(raw: Any) -> Piece:
    if isinstance(raw, str):
        return raw
    return Guard(raw["guard"]) if isinstance(raw, dict) else Gap(*raw)
