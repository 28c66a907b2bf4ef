"""The object store, as the rest of the stack sees it; and Swift, the one that is built in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from . import swift
from .process import LOOPBACK, Server, listen

# The other name of loopback is a host of its own to a client, and in the certificate.
SECOND_HOST = "localhost"
SECOND_REGION = "Aur2"
# Region to service type to URL.
Catalog = Mapping[str, Mapping[str, str]]


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
    def catalog(self) -> Catalog:
        """Return the catalog's entries for it in each region: service type to URL."""

    @property
    def regions(self) -> Mapping[str, str]:
        """Return the URL of the S3 API in each region, the main one first."""

    @property
    def pids(self) -> Mapping[str, int]:
        """Return its processes, any of which ending means that the stack has ended."""

    def start(self, progress: Callable[[str], None]) -> None:
        """Return when it answers."""

    def stop(self) -> None:
        """End it, or do nothing if it does not run."""


class SwiftStore:
    def __init__(
        self,
        directory: Path,
        keystone_url: str,
        region: str,
        password: str,
        port: int,
        *,
        clock_seconds: int = 0,
    ) -> None:
        self._server = Server("swift", directory / "swift.log")
        self._listener = listen(port)
        hosts = {LOOPBACK: region, SECOND_HOST: SECOND_REGION}
        self._settings = swift.Settings(
            str(directory), keystone_url, hosts, password, clock_seconds
        )
        directory.mkdir(parents=True, exist_ok=True)
        taken = self._listener.getsockname()[1]
        self.regions = {name: f"https://{host}:{taken}" for host, name in hosts.items()}
        self.url = self.regions[region]
        self.region = region
        self.ca_file = directory / "ca.pem"

    @property
    def catalog(self) -> Catalog:
        return {
            region: {"s3": url, "object-store": f"{url}/v1/AUTH_$(project_id)s"}
            for region, url in self.regions.items()
        }

    @property
    def pids(self) -> Mapping[str, int]:
        return {"swift": self._server.pid}

    def start(self, progress: Callable[[str], None]) -> None:
        self._server.start(self._settings, self._listener)
        self._server.wait_ready(progress)

    def stop(self) -> None:
        self._server.stop()
        self._listener.close()
