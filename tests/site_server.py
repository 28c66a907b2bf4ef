"""Builds the documentation for a running stack, and serves it: for the demo and for the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from types import TracebackType

import https

ROOT = Path(__file__).resolve().parent.parent


class BuildError(Exception):
    """MkDocs did not build the site; the text is what it said."""


class SiteServer:
    """Serves a directory on loopback until the block ends. Port 0 means any free one.

    With `tls`, a directory that has `cert.pem` and `key.pem` when the block begins, over https.
    """

    def __init__(self, directory: Path, port: int = 0, *, tls: Path | None = None) -> None:
        handler = partial(_Quiet, directory=str(directory))
        self._server = _Server(("127.0.0.1", port), handler)
        self._tls = tls
        scheme = "https" if tls else "http"
        self.origin = f"{scheme}://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> SiteServer:
        if self._tls:
            https.wrap(self._server, self._tls)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(
        self, request: socket | tuple[bytes, socket], client_address: tuple[str, int] | str
    ) -> None:
        """Stay quiet where a browser went away: a test has closed its page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Quiet(SimpleHTTPRequestHandler):
    """Does not write a line for each request, and tells the browser to ask each time.

    What is not there gets the site's own page for that, as web hosts do.
    """

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        asked = Path(self.translate_path(self.path))
        pages = [
            folder / "404.html" for folder in asked.parents if folder.is_relative_to(self.directory)
        ]
        page = next((page for page in pages if page.is_file()), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: a request line is of no use to the reader of a terminal."""


def build(config: Path, out: Path, keystone_url: str, s3_url: str, site_url: str = "") -> None:
    """Build the site of `config` into `out`, with the addresses of a stack and its own."""
    # Material announces its end of life at each build, which says nothing about this site.
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    addresses = {"KEYFILL_KEYSTONE_URL": keystone_url, "KEYFILL_S3_URL": s3_url}
    if site_url:
        addresses["KEYFILL_SITE_URL"] = site_url
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(out)],
        env={**os.environ, **quiet, **addresses},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise BuildError(done.stderr)
    sys.stderr.writelines(line for line in done.stderr.splitlines(True) if "WARNING" in line)
