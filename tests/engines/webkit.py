"""WebKitGTK, by its WebDriver, in a window on a screen that nobody sees."""

from __future__ import annotations

import base64
import http.client
import json
import re
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waiting import LONGEST, until

from .program import Program
from .tab import DriverError, NotReady, Source, Tab

WINDOW = Path(__file__).with_name("webkit_window.py")
# As in the other engines, with room for no frame around: there is no window manager.
SCREEN = "1280x1000x24"
CONSOLE = re.compile(r"^(\S+:\d+:\d+: )?CONSOLE [A-Z]")
REFUSAL = r"Failed to load resource: the server responded with a status"
# What is said of a page that is no more, or that lacks what a script looks for.
NOT_READY = ("javascript error", "no such frame", "no such window")


class WebKitTab:
    """A tab of a browser of its own: https://www.w3.org/TR/webdriver2/"""

    def __init__(self, driver: Program, port: int, window: Sequence[str]) -> None:
        self._driver = driver
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
        self._session = ""
        options = {"binary": window[0], "args": window[1:]}
        capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        made = self._send("POST", "/session", {"capabilities": capabilities})
        self._session = f"/session/{made['sessionId']}"

    def open(self, url: str) -> None:
        self._send("POST", "/url", {"url": url})

    def back(self) -> None:
        self._send("POST", "/back", {})

    def forward(self) -> None:
        self._send("POST", "/forward", {})

    def act(self, sources: Sequence[Source]) -> None:
        self._send("POST", "/actions", {"actions": sources})

    def evaluate(self, function: str, *arguments: object) -> Any:
        script = f"return ({function})(...arguments)"
        return self._send("POST", "/execute/sync", {"script": script, "args": arguments})

    def picture(self) -> bytes:
        return base64.b64decode(self._send("GET", "/screenshot"))

    def console(self) -> list[str]:
        # What was said before is written before this is answered.
        self.evaluate("() => null")
        said = (self._driver.folder / "err").read_text().splitlines()
        # The libraries below the engine have their say there, too.
        return [line for line in said if CONSOLE.search(line)]

    def close(self) -> None:
        """End the browser."""
        self._send("DELETE", "")
        self._http.close()

    def _send(self, method: str, path: str, body: object = None) -> Any:
        text = None if body is None else json.dumps(body)
        self._http.request(method, self._session + path, text)
        with self._http.getresponse() as answer:
            value = json.loads(answer.read())["value"]
        if isinstance(value, dict) and "error" in value:
            said = f"{method} {path}: {value['error']}: {value['message']}"
            if path == "/execute/sync" and value["error"] in NOT_READY:
                raise NotReady(said)
            raise DriverError(said)
        return value


class WebKit:
    """What tabs of WebKit need; made by `webkit`."""

    writes: Sequence[str] = ()
    writes_of_refusals: Sequence[str] = (REFUSAL,)
    writes_of_leaving: Sequence[str] = ()

    def __init__(self, folder: Path, display: str, options: Sequence[str]) -> None:
        self._folder = folder
        self._options = options
        self._display = display
        self._tabs = 0

    @contextmanager
    def tab(self, *, scripts: bool = True) -> Iterator[Tab]:
        """Run a driver and a browser of its own."""
        self._tabs += 1
        folder = self._folder / str(self._tabs)
        folder.mkdir()
        environment = {
            "DISPLAY": self._display,
            # No settings and no services of a desktop.
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        port = _free_port()
        command = ["WebKitWebDriver", f"--port={port}"]
        window = ["/usr/bin/python3", str(WINDOW), *self._options]
        window += [] if scripts else ["--no-scripts"]
        with Program(command, folder, environment) as driver:
            until(lambda: driver.runs() and _answers(port), lambda: "WebKitWebDriver is not ready")
            tab = WebKitTab(driver, port, ["/usr/bin/setpriv", "--pdeathsig", "TERM", *window])
            yield tab
            tab.close()


@contextmanager
def webkit(folder: Path, *, private: bool = False, trusts: Path | None = None) -> Iterator[WebKit]:
    """Run the screen for WebKit's windows until the block ends; with `private`, private ones.

    With `trusts`, they trust the certificate in this directory.
    """
    options = ["--private"] if private else []
    options += ["--trust", str(trusts / "cert.pem")] if trusts else []
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    with Program(command, folder) as screen:
        yield WebKit(folder, ":" + screen.said(r"^(\d+)$"), options)


def _free_port() -> int:
    """Return a port that is free now: the driver tells nobody which one it took by itself."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
