"""python -m clients.build: makes clients.json of the files of the built-in clients"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":  # The files as they are now, not as they were installed.
    sys.path.insert(0, str(ROOT / "mkdocs-plugin" / "src"))

# ruff: noqa: E402

from mkdocs_keyfill import rules
from mkdocs_keyfill.clients import built_in, client_file, client_slots
from mkdocs_keyfill.clients.client import FILES, USUAL_STORE, Block, Client, Gap, Piece, Step
from mkdocs_keyfill.clients.client_file import ClientFile, WrittenBlock
from mkdocs_keyfill.slots import slot_engine
from mkdocs_keyfill.slots.slot import Slot
from mkdocs_keyfill.slots.slot_engine import SlotEngine

FILE = ROOT / "mkdocs-plugin/src/mkdocs_keyfill/clients.json"

SITE = {
    "brand": "Aurora",
    "regions": [
        {
            "name": "Kna1",
            "keystone_url": "https://kna1.cloud.example:5000/v3",
            "s3_endpoint": "https://s3-kna1.cloud.example:8080",
            "signing_region": "Kna1",
        }
    ],
}
"""What a page says of its site; nothing of it gets into a text."""

DATASET = {"config": json.dumps(SITE)}


def clients(*ids: str) -> list[Client]:
    """Read files, and let the slot engine say the place of each slot."""
    slots = client_slots.for_clients((), default_slots())
    files = {id_: built_in.read(id_, slots) for id_ in ids}
    refuse_other_english(files)
    written = [block for file in files.values() for step in file.steps for block in step.blocks]
    texts = read(written)
    return [client(id_, file, texts) for id_, file in files.items()]


def default_slots() -> list[Slot]:
    """Take the slots as they are where an author says nothing."""
    return [
        Slot(raw["id"], tuple(raw["names"]), raw.get("kind")) for raw in rules.static()["slots"]
    ]


def refuse_other_english(files: dict[str, ClientFile]) -> None:
    """Stop where an id has two meanings: an author replaces a text by it."""
    known: dict[str, str] = {}
    for file in files.values():
        for step in file.steps:
            if known.setdefault(str(step.id), step.lead) != step.lead:
                raise file.source.refused(step.line, f"{step.id!r} says something else elsewhere")


def read(blocks: list[WrittenBlock]) -> Iterator[tuple[Piece, ...]]:
    """Cut the texts at their slots."""
    asked = [(block.fence.language, block.fence.text) for block in blocks]
    answers = engine().blocks(DATASET, asked)
    for block, answer in zip(blocks, answers, strict=True):
        text = block.fence.text
        if answer is None:
            line = block.fence.line
            raise SystemExit(f"{line.file}, line {line.number}: the engine refuses a place")
        yield client_slots.guarded(list(map(piece, answer)), block.fence.guards)
        if "".join(part if isinstance(part, str) else part[1] for part in answer) != text:
            raise SystemExit(f"the engine changed a text: {text}")


def engine() -> SlotEngine:
    """Start the slot engine."""
    found = slot_engine.load()
    if found is None:
        raise SystemExit("wasmtime is not installed: run `make venvs`.")
    return found


def piece(raw: Any) -> Piece:
    """Read a piece of an answer."""
    return raw if isinstance(raw, str) else Gap(*raw)


def client(id_: str, file: ClientFile, texts: Iterator[tuple[Piece, ...]]) -> Client:
    """Put a client together."""
    steps = tuple(
        Step(
            step.section,
            str(step.id),
            step.lead,
            tuple(block_of(block, next(texts)) for block in step.blocks),
        )
        for step in file.steps
    )
    client_file.refuse_twin_files(file, {})
    label = file.label or id_
    return Client(id_, label, file.front.get("purpose"), file.front.get("note"), steps)


def block_of(block: WrittenBlock, text: tuple[Piece, ...]) -> Block:
    """Write a block as data."""
    named = block.fence.attributes
    language = block.fence.language
    return Block(
        language,
        text,
        block.shells,
        block.form,
        named.get("copy_name"),
        named.get("file"),
        block.store,
    )


def text() -> str:
    """Write the file."""
    all_ = clients(*built_in.written(), FILES)
    whole = {client: client.for_store(USUAL_STORE) for client in all_}
    *usual, files = whole.values()
    data = {
        "clients": [client.data() for client in usual],
        "files": files.data(),
        "for_all_stores": [client.data() for client, usual in whole.items() if client != usual],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
