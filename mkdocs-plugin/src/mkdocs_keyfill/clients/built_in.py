"""The clients that Keyfill has: read from their files once, when Keyfill is made."""

import json
from functools import cache
from pathlib import Path

from mkdocs_keyfill.clients import client_file
from mkdocs_keyfill.clients.client import FILES, Client, from_data
from mkdocs_keyfill.clients.client_file import ClientFile
from mkdocs_keyfill.clients.markdown_parts import Source
from mkdocs_keyfill.rules import DEFAULTS
from mkdocs_keyfill.slots.slot import Slot

FOLDER = Path(__file__).parent
PIECES = FOLDER / "pieces"
CLIENTS_JSON = FOLDER.parent / "clients.json"


@cache
def load() -> tuple[Client, ...]:
    """Read what was made of the files, the default ones first."""
    raw = json.loads(CLIENTS_JSON.read_text(encoding="utf-8"))
    return tuple(from_data(client) for client in raw["clients"])


@cache
def load_for_all_stores() -> tuple[Client, ...]:
    """Read the same clients with the blocks that are for less usual stores."""
    whole = _whole()
    return tuple(whole.get(client.id, client) for client in load())


@cache
def files() -> Client:
    """Read the files to save, which no tab shows."""
    raw = json.loads(CLIENTS_JSON.read_text(encoding="utf-8"))
    return from_data(raw["files"])


def files_for_all_stores() -> Client:
    """Read the same with the blocks that are for less usual stores."""
    return _whole().get(FILES, files())


def ids() -> list[str]:
    """List the clients: the default ones, then the others by their names."""
    return [client.id for client in load()]


def written() -> list[str]:
    """List the clients that have files, in the same order."""
    found = sorted({file.stem for file in FOLDER.glob("*.md")} - {FILES})
    first = DEFAULTS.clients
    return sorted(found, key=lambda id_: first.index(id_) if id_ in first else len(first))


def read(id_: str, slots: dict[str, Slot]) -> ClientFile:
    """Read the file of a client, or that of the files to save."""
    file = FOLDER / f"{id_}.md"
    source = Source(f"clients.{id_}", file.name, file.read_text(encoding="utf-8"), client_file.FORM)
    source.include(PIECES)
    found = client_file.read(source, needs_ids=True)
    client_file.refuse_unknown_slots(found, slots)
    if id_ == FILES:
        return found
    if found.label is None:
        raise source.refused(None, "it has no heading")
    if "purpose" not in found.front:
        raise source.refused(None, "it has no purpose", "purpose: in the front matter")
    return found


@cache
def _whole() -> dict[str, Client]:
    raw = json.loads(CLIENTS_JSON.read_text(encoding="utf-8"))
    return {client["id"]: from_data(client) for client in raw["for_all_stores"]}
