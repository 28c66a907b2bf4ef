"""Keystone and a store together."""

from __future__ import annotations

import json
import os
import select
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from . import keystone
from .identity import Identity
from .people import User
from .process import Server, listen, run_module
from .state import State
from .store import Store, SwiftStore

REGION = "Aur1"
# Directory, Keystone's URL, region, password of the user `swift`, port (0: any free one).
MakeStore = Callable[[Path, str, str, str, int], Store]


class Stack:
    """A context manager: ready inside, and gone without a trace but its directory outside.

    A later start on the same directory finds the same users, credentials and buckets.
    """

    keystone_url: str
    s3_url: str
    region: str
    # The URL of the S3 API in each region of the catalog, `region` and `s3_url` first.
    s3_regions: Mapping[str, str]
    ca_file: Path
    users: Mapping[str, User]
    identity: Identity

    def __init__(
        self,
        directory: Path,
        origins: Sequence[str],
        *,
        token_seconds: int = 3600,
        receipt_seconds: int = 300,
        credential_limit: int | None = None,
        keystone_port: int = 0,
        s3_port: int = 0,
        progress: Callable[[str], None] = lambda line: None,
        make_store: MakeStore = SwiftStore,
    ) -> None:
        self.directory = directory.resolve()
        self._origins = tuple(origins)
        self._token_seconds = token_seconds
        # With 0 a receipt has expired when it is given.
        self._receipt_seconds = receipt_seconds
        self._credential_limit = -1 if credential_limit is None else credential_limit
        self._ports = keystone_port, s3_port
        self._progress = progress
        self._make_store = make_store
        self._running: list[Callable[[], None]] = []
        self._pids: dict[str, int] = {}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Return when both servers answer; raise StartError, with nothing left running, if not."""
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End both servers; harmless when they have ended."""
        while self._running:
            self._running.pop()()

    def wait(self) -> str:
        """Wait until a server ends by itself, and return its name."""
        watched = {os.pidfd_open(pid): name for name, pid in self._pids.items()}
        try:
            ended, _, _ = select.select(list(watched), [], [])
            return watched[ended[0]]
        finally:
            for descriptor in watched:
                os.close(descriptor)

    def token(self, user: str, project: str) -> str:
        return self.identity.token(user, project)

    def unscoped_token(self, user: str) -> str:
        return self.identity.unscoped_token(user)

    def application_credential_token(self, user: str, project: str) -> str:
        return self.identity.application_credential_token(user, project)

    def passcode(self, user: str) -> str:
        return self.identity.passcode(user)

    def revoke(self, token: str) -> None:
        self.identity.revoke(token)

    def credentials(self, user: str) -> list[dict[str, Any]]:
        return self.identity.credentials(user)

    def keys(self, user: str) -> dict[str, str]:
        """Return the secret keys of all the user's credentials, by their access keys."""
        return {found["access"]: found["secret"] for found in self.credentials(user)}

    def remove_credentials(self, user: str) -> None:
        """Delete all credentials that the user has."""
        for access in self.keys(user):
            self.identity.delete_credential(user, access)

    def fill_credentials(self, user: str, project: str, count: int) -> None:
        """Give the user that many more EC2 credentials, in seconds even when they are 10,000."""
        known = self.users[user]
        directory = self.directory / "keystone"
        run_module("stack.fill", str(directory), known.id, known.projects[project], str(count - 1))
        # The last one goes through the API, so that the server forgets the list that it remembers.
        self.identity.create_credential(user, project)

    def _start(self) -> None:
        state = State(self.directory)
        self._running.append(state.withdraw)
        keystone_directory = self.directory / "keystone"
        keystone_directory.mkdir(exist_ok=True)
        listener = listen(self._ports[0])
        self._running.append(listener.close)
        self.keystone_url = f"http://127.0.0.1:{listener.getsockname()[1]}/v3"
        store = self._make_store(
            self.directory / "swift",
            self.keystone_url,
            REGION,
            state.passwords["swift"],
            self._ports[1],
        )
        self._running.append(store.stop)
        self.s3_url, self.region, self.ca_file = store.url, store.region, store.ca_file
        self.s3_regions = dict(store.regions)
        server = Server("keystone", keystone_directory / "keystone.log")
        self._running.append(server.stop)
        settings = keystone.Settings(
            directory=str(keystone_directory),
            url=self.keystone_url,
            region=self.region,
            origins=self._origins,
            token_seconds=self._token_seconds,
            receipt_seconds=self._receipt_seconds,
            credential_limit=self._credential_limit,
            passwords=state.passwords,
            totp_secrets=state.totp_secrets,
            catalog={region: dict(urls) for region, urls in store.catalog.items()},
        )
        # Side by side: on two cores the store costs no time of its own.
        server.start(settings, listener)
        store.start(self._progress)
        server.wait_ready(self._progress)
        self._pids = {"keystone": server.pid, **store.pids}
        self.users = _users(keystone_directory / "seeded.json", state)
        self.identity = Identity(self.keystone_url, self.users)
        state.publish(self._facts())

    def _facts(self) -> dict[str, Any]:
        return {
            "keystone_url": self.keystone_url,
            "s3_url": self.s3_url,
            "region": self.region,
            "s3_regions": self.s3_regions,
            "ca_file": str(self.ca_file),
            "origins": self._origins,
            "users": {u.name: {"id": u.id, "projects": u.projects} for u in self.users.values()},
            "pids": {"launcher": os.getpid(), **self._pids},
        }


def _users(seeded: Path, state: State) -> dict[str, User]:
    known = json.loads(seeded.read_text())["users"]
    return {
        name: User(
            name,
            password=state.passwords[name],
            totp_secret=state.totp_secrets.get(name),
            **facts,
        )
        for name, facts in known.items()
    }
