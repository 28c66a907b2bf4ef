"""Serves what a test serves over https."""

from __future__ import annotations

import ssl
from pathlib import Path
from socketserver import TCPServer


def wrap(server: TCPServer, directory: Path) -> None:
    """Let a server that has not begun speak TLS, with `cert.pem` and `key.pem` of a directory."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(directory / "cert.pem", directory / "key.pem")
    # Each connection greets in its own thread, not before the next one is taken.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
