"""The clients that have a tab on a site, as the author has them: their steps and their texts."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs_keyfill.clients import client_texts
from mkdocs_keyfill.clients.client import FILES, USUAL_STORE, Client
from mkdocs_keyfill.errors import option_error
from mkdocs_keyfill.options.client_files import OwnClient
from mkdocs_keyfill.options.tabs import OwnTabs
from mkdocs_keyfill.words import Forms


@dataclass(frozen=True)
class ShownClients:
    """The clients with a tab, but for plain tabs, which are part of the configuration."""

    clients: tuple[Client, ...]
    files_to_save: Client
    """What a reader can save in the place of commands; it may have no step."""
    changed: frozenset[str]
    """The ids of those that are not as Keyfill has them."""
    files: tuple[Path, ...]
    """What an author has written for them."""

    @cached_property
    def contents(self) -> dict[str, str]:
        """Give the files of the changed ones, by their names beside the app."""
        found: dict[str, str] = {}
        for client in (*self.clients, self.files_to_save):
            if self._hashes.get(client.id):
                found.update(client.files(self.name(client)))
        return found

    def name(self, client: Client) -> str:
        """Name the file of a client: a changed one has its hash."""
        return "-".join([client.id, *filter(None, [self._hashes.get(client.id)])])

    def data(self) -> dict[str, object]:
        """Give what the configuration of a page says of them."""
        labels = {one.id: one.label for one in self.clients if one.label != one.id}
        found = {"client_labels": labels, "client_files": self._hashes}
        return {name: value for name, value in found.items() if value}

    @cached_property
    def _hashes(self) -> dict[str, str]:
        # Without any step there is no file, and no hash of one.
        return {
            client.id: _hash(client) if client.steps else ""
            for client in (*self.clients, self.files_to_save)
            if client.id in self.changed
        }


def _hash(client: Client) -> str:
    return hashlib.sha256(client.minified().encode()).hexdigest()[:10]


def resolve(
    ids: Sequence[str],
    known: Sequence[Client],
    overrides: Mapping[str, OwnClient],
    own: OwnTabs,
    texts: Mapping[str, Forms],
    ways: frozenset[str],
) -> ShownClients:
    """Take the clients that have a tab, and the files to save, for a store with these ways."""
    plain = {tab.id: tab for tab in own.plain}
    written = {**overrides, **{client.client.id: client for client in own.clients}}
    for id_ in overrides:
        if id_ in own.written:
            wrong = "is replaced by a tab"
            raise option_error(f"client_overrides.{id_}", id_, wrong, "one of the two options")
    built_in = {client.id: client.for_store(USUAL_STORE) for client in known}
    all_ = {client.id: client for client in known}
    all_ |= {id_: one.client for id_, one in written.items()}
    chosen = (all_[id_].for_store(ways) for id_ in (*ids, FILES) if id_ not in plain)
    *shown, files = [client_texts.replaced(client, texts) for client in chosen]
    _refuse_twins(shown, own)
    changed = frozenset(one.id for one in (*shown, files) if one != built_in.get(one.id))
    read = tuple(one.file for one in written.values())
    return ShownClients(tuple(shown), files, changed, read)


def _refuse_twins(shown: Sequence[Client], own: OwnTabs) -> None:
    """Nobody could tell two tabs of one name apart."""
    written = {one.client.id: one for one in own.clients}
    names = {tab.label: tab.id for tab in own.plain}
    for client in shown:
        twin = names.setdefault(client.label, client.id)
        for id_, other in ((client.id, twin), (twin, client.id)):
            if id_ != other and id_ in written:
                raise written[id_].refused(f"{client.label!r} is also the label of {other!r}")
