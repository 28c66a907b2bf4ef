"""Drives a browser by WebDriver BiDi: Firefox speaks it, and so does Chromium's driver.

https://www.w3.org/TR/webdriver-bidi/
"""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import connect

from waiting import LONGEST

from .tab import DriverError, NotReady, Source

# What is said of a page that is no more.
GONE = ("no such frame", "Cannot find context with specified id")


class Connection:
    """Commands that are answered one after the other, and the events between them."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.events: list[Mapping[str, Any]] = []

    def send(self, method: str, /, **parameters: object) -> dict[str, Any]:
        """Return the result of a command; raises DriverError."""
        number = next(self._numbers)
        command = {"id": number, "method": method, "params": parameters}
        self._socket.send(json.dumps(command))
        while True:
            message = json.loads(self._socket.recv(timeout=LONGEST))
            if message["type"] == "event":
                self.events.append(message)
            elif message["id"] != number:
                continue
            elif message["type"] == "error":
                raise DriverError(f"{method}: {message['error']}: {message['message']}")
            else:
                result: dict[str, Any] = message["result"]
                return result

    def evaluate(self, context: str, function: str, *arguments: object) -> Any:
        """Return what a function returns in a page, or in what else the browser calls a context."""
        values = ", ".join(json.dumps(argument) for argument in arguments)
        try:
            answer = self.send(
                "script.evaluate",
                expression=f"JSON.stringify(({function})({values}))",
                target={"context": context},
                awaitPromise=False,
            )
        except DriverError as error:
            if any(gone in str(error) for gone in GONE):
                raise NotReady(str(error)) from error
            raise
        if answer["type"] == "exception":
            raise NotReady(answer["exceptionDetails"]["text"])
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)


@contextmanager
def connected(url: str, capabilities: Mapping[str, object]) -> Iterator[Connection]:
    """Begin a session at the end point of a browser or of its driver."""
    # No limit on a message: a page's text comes in one.
    with connect(url, max_size=None, compression=None, open_timeout=LONGEST) as socket:
        connection = Connection(socket)
        connection.send("session.new", capabilities={"alwaysMatch": capabilities})
        connection.send("session.subscribe", events=["log.entryAdded"])
        yield connection


def open_tab(connection: Connection, user_context: str) -> str:
    """Open a tab in a user context, and return the name of its browsing context."""
    created = connection.send("browsingContext.create", type="tab", userContext=user_context)
    return str(created["context"])


class BidiTab:
    """A tab that is open, by its browsing context."""

    def __init__(self, connection: Connection, context: str) -> None:
        self.connection = connection
        self.context = context
        self._said_before = len(connection.events)
        self._send("browsingContext.setViewport", viewport={"width": 1280, "height": 1000})

    def open(self, url: str) -> None:
        self._send("browsingContext.navigate", url=url, wait="complete")

    def back(self) -> None:
        self._send("browsingContext.traverseHistory", delta=-1)

    def forward(self) -> None:
        self._send("browsingContext.traverseHistory", delta=1)

    def act(self, sources: Sequence[Source]) -> None:
        self._send("input.performActions", actions=sources)

    def evaluate(self, function: str, *arguments: object) -> Any:
        return self.connection.evaluate(self.context, function, *arguments)

    def picture(self) -> bytes:
        return base64.b64decode(self._send("browsingContext.captureScreenshot")["data"])

    def console(self) -> list[str]:
        # What was said before is told before this is answered.
        self.evaluate("() => null")
        return [self._line(event) for event in self.connection.events[self._said_before :]]

    def _line(self, event: Mapping[str, Any]) -> str:
        entry = event["params"]
        # Chromium's own lines are events of its own protocol.
        entry = entry["params"]["entry"] if "session" in entry else entry
        return f"{entry['level']}: {entry['text']} {entry.get('url', '')}".rstrip()

    def _send(self, method: str, /, **parameters: object) -> dict[str, Any]:
        return self.connection.send(method, context=self.context, **parameters)
