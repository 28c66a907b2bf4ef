"""The object store, as the rest of the stack sees it; and Swift, the one that is built in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from . import swift
from .process import Server, listen


class Store(Protocol):
    """An S3 store that asks Keystone about credentials.

    Its addresses are known before it starts, because Keystone's catalog lists them.
    """

    @property
    def url(self) -> str: ...

    @property
    def region(self) -> str: ...

    @property
    def ca_file(self) -> Path: ...

    @property
    def catalog(self) -> Mapping[str, str]:
        """Return the catalog's entries for it: service type to URL."""

    @property
    def pids(self) -> Mapping[str, int]:
        """Return its processes, any of which ending means that the stack has ended."""

    def start(self, progress: Callable[[str], None]) -> None:
        """Return when it answers."""

    def stop(self) -> None:
        """End it, or do nothing if it does not run."""


class SwiftStore:
    def __init__(
        self, directory: Path, keystone_url: str, region: str, password: str, port: int
    ) -> None:
        self._server = Server("swift", directory / "swift.log")
        self._listener = listen(port)
        self._settings = swift.Settings(str(directory), keystone_url, region, password)
        directory.mkdir(parents=True, exist_ok=True)
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        self.region = region
        self.ca_file = directory / "ca.pem"

    @property
    def catalog(self) -> Mapping[str, str]:
        return {"s3": self.url, "object-store": f"{self.url}/v1/AUTH_$(project_id)s"}

    @property
    def pids(self) -> Mapping[str, int]:
        return {"swift": self._server.pid}

    def start(self, progress: Callable[[str], None]) -> None:
        self._server.start(self._settings, self._listener)
        self._server.wait_ready(progress)

    def stop(self) -> None:
        self._server.stop()
        self._listener.close()
