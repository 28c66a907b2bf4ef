"""The pages that are measured, served from loopback as a plain static server would."""

from __future__ import annotations

import gzip
import http.server
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import markdown

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "target" / "web"
MINIMAL = ROOT / "target" / "bench"

HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">'
MINIMAL_PAGE = f"""{HEAD}<title>Minimal</title><body><script type="module">
import init from "./bench.js";
init({{ module_or_path: fetch(new URL("bench_bg.wasm", import.meta.url)) }});
</script></body></html>"""
# What no page can be quicker than: it asks for nothing.
FLOOR_PAGE = f"""{HEAD}<title>Floor</title><body><script type="module">
document.body.append(document.createElement("button"));
</script></body></html>"""
PANEL_HEAD = f"""{HEAD}<title>Panel</title><link rel="stylesheet" href="keyfill.css">
<link rel="modulepreload" href="panel.js">
<script type="module" src="keyfill.js"></script><body>"""
PLAIN_PAGE = f"""{HEAD}<title>Plain</title>
<script type="module" src="../keyfill/keyfill.js"></script>
<body><p>No panel here.</p></body></html>"""

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
}


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # One answer is several writes; without this the last waits for an acknowledgement.
    disable_nagle_algorithm = True
    extensions_map = TYPES

    def do_GET(self) -> None:
        """Compress as servers do; Chromium takes brotli over https only."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        if not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the report is the only output."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a page that was closed and does not wait for what it has asked for."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def lay_out(directory: Path) -> None:
    """Put the four pages and what they load below `directory`."""
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(WEB, directory / "keyfill")
    use_keystone(directory, "https://keystone.example/v3", "https://s3.example")
    shutil.copytree(MINIMAL, directory / "minimal")
    (directory / "minimal" / "index.html").write_text(MINIMAL_PAGE)
    (directory / "floor").mkdir()
    (directory / "floor" / "index.html").write_text(FLOOR_PAGE)
    (directory / "plain").mkdir()
    (directory / "plain" / "index.html").write_text(PLAIN_PAGE)


def use_keystone(directory: Path, keystone_url: str, s3_url: str) -> None:
    """Write the page with the panel, as the plugin makes it, for this Keystone and store."""
    options = {"keystone_url": keystone_url, "s3_endpoint": s3_url}
    panel = markdown.markdown(
        "```keyfill\n```\n",
        extensions=["mkdocs_keyfill"],
        extension_configs={"mkdocs_keyfill": {"brand": "Bench", "regions": ["Kna1"], **options}},
    )
    (directory / "keyfill" / "index.html").write_text(f"{PANEL_HEAD}{panel}")


@contextmanager
def serve(directory: Path) -> Iterator[str]:
    """Yield the origin under which `directory` is served."""

    def handler(*args: object) -> _Handler:
        return _Handler(*args, directory=str(directory))  # type: ignore[arg-type]

    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
