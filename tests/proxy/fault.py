"""What may happen to one request, or to its reply."""

from __future__ import annotations

import enum
import threading
from dataclasses import dataclass, field

# Longer than any test waits for a page; only a mistake in a test lets it pass.
PATIENCE = 120.0


class Fault(enum.Enum):
    # The server never hears of it; the connection closes.
    REFUSE = enum.auto()
    # The server carries it out; the connection closes without a reply.
    SWALLOW = enum.auto()
    # The server carries it out; half of the reply's body comes, then the connection closes.
    CUT = enum.auto()
    # The server gets it twice, as from a gateway that lost the first reply, and passes on the
    # second.
    TWICE = enum.auto()


class Cors(enum.Enum):
    # As Keystone's own middleware: the page can read the answer.
    ALLOWED = enum.auto()
    # As from a gateway that knows nothing of it: to the page, the network failed.
    MISSING = enum.auto()


@dataclass(frozen=True)
class Answer:
    """What comes in the place of the server's answer; the server never hears of the request."""

    status: int
    body: str = "<!doctype html><title>Gateway</title><p>Not now."
    content_type: str = "text/html"
    cors: Cors = Cors.ALLOWED
    # The body is packed with gzip, as a browser unpacks it.
    packed: bool = False
    # What `Content-Length` says, where that is not the truth.
    length: int | None = None


@dataclass(frozen=True)
class Endless:
    """An answer that goes on until the page closes the connection; then `sent` has its bytes."""

    status: int = 200
    _sent: list[int] = field(default_factory=list)
    _closed: threading.Event = field(default_factory=threading.Event)

    @property
    def sent(self) -> int:
        """How much was sent, once the page has had enough."""
        if not self._closed.wait(PATIENCE):
            raise TimeoutError("the page still reads")
        return self._sent[0]

    def close(self, sent: int) -> None:
        """Remember how much was sent: called by the proxy."""
        self._sent.append(sent)
        self._closed.set()


@dataclass(frozen=True)
class Hold:
    """Holds one request until the test releases it, and lets it go on then as if nothing was.

    The server gets it even when the page has given up meanwhile.
    """

    # The server has carried it out already, and only the reply waits.
    is_carried_out: bool = False
    _arrived: threading.Event = field(default_factory=threading.Event)
    _released: threading.Event = field(default_factory=threading.Event)

    def wait(self) -> None:
        """Return when the request waits here."""
        if not self._arrived.wait(PATIENCE):
            raise TimeoutError("the request to hold did not come")

    def release(self) -> None:
        self._released.set()

    def pause(self) -> None:
        """Wait for the release: called by the proxy."""
        self._arrived.set()
        self._released.wait(PATIENCE)
