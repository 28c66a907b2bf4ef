"""The sentences of clients as texts that an author may replace, as those of the panel."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from mkdocs_keyfill.clients.client import FILES, Block, Client, Step
from mkdocs_keyfill.words import Forms, Text

_COPY_IDS = {
    "Copy the command": "copy-command",
    "Copy the commands": "copy-commands",
    "Copy the code": "copy-code",
    "Copy the secret key": "copy-secret-key",
    "Copy the command that checks the key": "copy-check",
}
"""The ids of names of copy buttons; that of another is made of its words."""

Replace = Callable[[str, str], str]
"""What stands for a text, by its id and its English."""


def texts(clients: Iterable[Client]) -> dict[str, Text]:
    """List the texts of clients by their ids."""
    found: dict[str, Text] = {}

    def note(id_: str, english: str) -> str:
        found.setdefault(id_, Text(id_, None, Forms(english)))
        return english

    for client in clients:
        _with(client, note)
    return found


def replaced(client: Client, own: Mapping[str, Forms]) -> Client:
    """Put an author's words into their places."""

    def put(id_: str, english: str) -> str:
        return own[id_].other if id_ in own else english

    return _with(client, put)


def _with(client: Client, put: Replace) -> Client:
    # The files to save have no tab.
    label = client.label if client.id == FILES else put(f"client-{client.id}", client.label)
    return replace(
        client,
        label=label,
        purpose=client.purpose and put(f"purpose-{client.id}", client.purpose),
        note=client.note and put(f"note-{client.id}", client.note),
        steps=tuple(_steps(client.steps, put)),
    )


def _steps(steps: Iterable[Step], put: Replace) -> Iterator[Step]:
    for step in steps:
        blocks = tuple(_block(block, put) for block in step.blocks)
        yield replace(step, lead=put(step.id, step.lead), blocks=blocks)


def _block(block: Block, put: Replace) -> Block:
    name = block.copy_name
    return block if name is None else replace(block, copy_name=put(_copy_id(name), name))


def _copy_id(name: str) -> str:
    return _COPY_IDS.get(name) or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
