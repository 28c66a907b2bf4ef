"""The clients that have a tab on a site, as the author has them: their steps and their texts."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs_keyfill.clients import client_texts
from mkdocs_keyfill.clients.client import USUAL_STORE, Client
from mkdocs_keyfill.errors import option_error
from mkdocs_keyfill.options.client_files import OwnClient
from mkdocs_keyfill.options.tabs import OwnTabs
from mkdocs_keyfill.words import Forms


@dataclass(frozen=True)
class ShownClients:
    """The clients with a tab, but for plain tabs, which are part of the configuration."""

    clients: tuple[Client, ...]
    changed: frozenset[str]
    """The ids of those that are not as Keyfill has them."""
    files: tuple[Path, ...]
    """What an author has written for them."""

    @cached_property
    def contents(self) -> dict[str, str]:
        """Give the files of the changed ones, by their names beside the app."""
        found: dict[str, str] = {}
        for client in self.clients:
            if client.id in self._hashes:
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
        return {
            client.id: hashlib.sha256(client.minified().encode()).hexdigest()[:10]
            for client in self.clients
            if client.id in self.changed
        }


def resolve(
    ids: Sequence[str],
    known: Sequence[Client],
    overrides: Mapping[str, OwnClient],
    own: OwnTabs,
    texts: Mapping[str, Forms],
    ways: frozenset[str],
) -> ShownClients:
    """Take the clients that have a tab, for a store with these ways."""
    plain = {tab.id: tab for tab in own.plain}
    written = {**overrides, **{client.client.id: client for client in own.clients}}
    for id_ in overrides:
        if id_ in own.written:
            wrong = "is replaced by a tab"
            raise option_error(f"client_overrides.{id_}", id_, wrong, "one of the two options")
    built_in = {client.id: client.for_store(USUAL_STORE) for client in known}
    all_ = {client.id: client for client in known}
    all_ |= {id_: one.client for id_, one in written.items()}
    chosen = (all_[id_].for_store(ways) for id_ in ids if id_ not in plain)
    shown = [client_texts.replaced(client, texts) for client in chosen]
    _refuse_twins(shown, own)
    changed = frozenset(one.id for one in shown if one != built_in.get(one.id))
    return ShownClients(tuple(shown), changed, tuple(one.file for one in written.values()))


def _refuse_twins(shown: Sequence[Client], own: OwnTabs) -> None:
    """Nobody could tell two tabs of one name apart."""
    written = {one.client.id: one for one in own.clients}
    names = {tab.label: tab.id for tab in own.plain}
    for client in shown:
        twin = names.setdefault(client.label, client.id)
        for id_, other in ((client.id, twin), (twin, client.id)):
            if id_ != other and id_ in written:
                raise written[id_].refused(f"{client.label!r} is also the label of {other!r}")
