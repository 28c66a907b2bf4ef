"""The proxy itself: one connection for each request, one thread for each connection."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import socket
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from types import TracebackType
from typing import NamedTuple
from urllib.parse import urlsplit

import https

from .fault import PATIENCE, Answer, Cors, Endless, Fault, Hold

# They belong to one connection, and the two have one each.
OF_ONE_CONNECTION = frozenset(
    ("connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding")
)


What = Fault | Answer | Endless | Hold


class Seen(NamedTuple):
    """What is remembered of a request: the rest of it may hold secrets."""

    method: str
    path: str


@dataclass
class _Rule:
    method: str
    path: str
    fault: What
    left: int

    def matches(self, seen: Seen) -> bool:
        return self.left > 0 and _matches(seen, self.method, self.path)


class FaultProxy:
    """Stands in front of the server at `url` until the block ends; `proxy.url` is its own.

    Everything passes unchanged, `Origin` and the answers to it too, except what `next` was told.
    A fault that never happened fails the block: the test would have proved nothing. With `tls`, a
    directory that has `cert.pem` and `key.pem`, browsers talk to it over https.
    """

    def __init__(self, url: str, *, tls: Path | None = None) -> None:
        parts = urlsplit(url)
        assert parts.scheme == "http" and parts.hostname and parts.port
        self._upstream = parts.hostname, parts.port
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, proxy=self))
        if tls:
            https.wrap(self._server, tls)
        scheme = "https" if tls else "http"
        self.url = f"{scheme}://127.0.0.1:{self._server.server_address[1]}{parts.path}"
        self._changed = threading.Condition()
        self._rules: list[_Rule] = []
        self._arrived: list[Seen] = []
        self._carried_out: list[Seen] = []

    def __enter__(self) -> FaultProxy:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for rule in self._rules:
            if isinstance(rule.fault, Hold):
                rule.fault.release()
        self._server.shutdown()
        self._server.server_close()
        unused = [rule for rule in self._rules if rule.left]
        if kind is None and unused:
            raise AssertionError(f"these faults did not happen: {unused}")

    def next(self, method: str, path: str, fault: What, *, times: int = 1) -> None:
        """Let this happen to the next requests whose path ends like `path`, where `*` is any text.

        What is asked for first happens first. A preflight has the method `OPTIONS`.
        """
        with self._changed:
            self._rules.append(_Rule(method, path, fault, times))

    def hold(self, method: str, path: str, *, is_carried_out: bool = False) -> Hold:
        """Hold the next such request, or its reply, until `release` of what is returned."""
        hold = Hold(is_carried_out)
        self.next(method, path, hold)
        return hold

    def arrived(self, method: str = "*", path: str = "*") -> list[Seen]:
        """Return the requests that came in, in their order."""
        with self._changed:
            return [seen for seen in self._arrived if _matches(seen, method, path)]

    def carried_out(self, method: str = "*", path: str = "*") -> list[Seen]:
        """Return the requests that the server answered, in the order of its answers."""
        with self._changed:
            return [seen for seen in self._carried_out if _matches(seen, method, path)]

    def wait_until_carried_out(self, method: str, path: str, count: int = 1) -> None:
        """Return when the server has answered so many of them since the beginning."""

        def is_enough() -> bool:
            return sum(_matches(seen, method, path) for seen in self._carried_out) >= count

        with self._changed:
            if not self._changed.wait_for(is_enough, PATIENCE):
                raise TimeoutError(f"the server did not answer {count} times {method} {path}")

    def note_arrival(self, seen: Seen) -> What | None:
        """Remember a request, and return what shall happen to it: called by the handler."""
        with self._changed:
            self._arrived.append(seen)
            rule = next((rule for rule in self._rules if rule.matches(seen)), None)
            if rule is None:
                return None
            rule.left -= 1
            return rule.fault

    def ask(self, seen: Seen, target: str, headers: list[tuple[str, str]], body: bytes) -> _Reply:
        """Pass a request on to the server: called by the handler."""
        connection = http.client.HTTPConnection(*self._upstream, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.putrequest(seen.method, target, skip_host=True, skip_accept_encoding=True)
            for name, value in headers:
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            reply = _Reply(answer.status, answer.reason, answer.getheaders(), answer.read())
        with self._changed:
            self._carried_out.append(seen)
            self._changed.notify_all()
        return reply


@dataclass(frozen=True)
class _Reply:
    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(
        self, request: socket.socket, address: object, server: BaseServer, proxy: FaultProxy
    ) -> None:
        # The base class handles the request before it returns.
        self._proxy = proxy
        super().__init__(request, address, server)

    def _handle(self) -> None:
        # A browser repeats by itself what failed on a connection that it had used before. On a new
        # one it does not, so a fault happens to what the page asked for and to nothing else.
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        seen = Seen(self.command, urlsplit(self.path).path)
        fault = self._proxy.note_arrival(seen)
        # A page that has given up does not listen any more.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._go_through(seen, body, fault)

    do_DELETE = do_GET = do_HEAD = do_OPTIONS = do_PATCH = do_POST = do_PUT = _handle

    def _go_through(self, seen: Seen, body: bytes, fault: What | None) -> None:
        if fault is Fault.REFUSE:
            return
        if isinstance(fault, Answer):
            self._send(self._made_up(fault))
            return
        if isinstance(fault, Endless):
            self._go_on(fault)
            return
        if isinstance(fault, Hold) and not fault.is_carried_out:
            fault.pause()
        headers = list(_of_both_connections(self.headers.items()))
        reply = self._proxy.ask(seen, self.path, headers, body)
        if fault is Fault.TWICE:
            reply = self._proxy.ask(seen, self.path, headers, body)
        if isinstance(fault, Hold) and fault.is_carried_out:
            fault.pause()
        if fault is not Fault.SWALLOW:
            self._send(reply, len(reply.body) // 2 if fault is Fault.CUT else None)

    def _go_on(self, endless: Endless) -> None:
        """Send until nobody listens: without a length, the end of the connection is the end."""
        headers = [("Content-Type", "application/json"), *self._allowed()]
        self._send(_Reply(endless.status, "OK", headers, b"["))
        piece = b'"' + b"x" * (1 << 16) + b'",'
        sent = 1
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            while True:
                self.wfile.write(piece)
                sent += len(piece)
        endless.close(sent)

    def _allowed(self) -> list[tuple[str, str]]:
        """Return what Keystone's own middleware says to the page."""
        if "Origin" not in self.headers:
            return []
        return [("Access-Control-Allow-Origin", self.headers["Origin"]), ("Vary", "Origin")]

    def _made_up(self, answer: Answer) -> _Reply:
        headers = [("Content-Type", answer.content_type)]
        if answer.cors is Cors.ALLOWED:
            headers += self._allowed()
        body = answer.body.encode()
        if answer.packed:
            body = gzip.compress(body)
            headers.append(("Content-Encoding", "gzip"))
        length = len(body) if answer.length is None else answer.length
        headers.append(("Content-Length", str(length)))
        return _Reply(answer.status, http.client.responses[answer.status], headers, body)

    def _send(self, reply: _Reply, length: int | None = None) -> None:
        self.send_response_only(reply.status, reply.reason)
        for name, value in _of_both_connections(reply.headers):
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body[:length])

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: what passed is asked for with `arrived`."""


def _of_both_connections(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in headers if name.lower() not in OF_ONE_CONNECTION)


def _matches(seen: Seen, method: str, path: str) -> bool:
    return fnmatchcase(seen.method, method) and fnmatchcase(seen.path, f"*{path}")
