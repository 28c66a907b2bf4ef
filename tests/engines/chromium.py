"""Chromium, through the driver that Debian packages with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from chromium import ARGUMENTS

from .bidi import BidiTab, Connection, connected, open_tab
from .program import Program
from .tab import Tab

REFUSAL = r"^error: Failed to load resource: the server responded with a status"


class Chromium:
    """Chromium as it runs; made by `chromium`."""

    writes: Sequence[str] = ()
    writes_of_refusals: Sequence[str] = (REFUSAL,)
    writes_of_leaving: Sequence[str] = ()

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def tab(self, *, scripts: bool = True) -> Iterator[Tab]:
        """Open a tab of its own."""
        send = self._connection.send
        user_context = str(send("browser.createUserContext")["userContext"])
        if not scripts:
            send("emulation.setScriptingEnabled", enabled=False, userContexts=[user_context])
        tab = BidiTab(self._connection, open_tab(self._connection, user_context))
        # The console has lines of the page's scripts, and of the browser: BiDi tells of the former.
        session = send("goog:cdp.getSession", context=tab.context)["session"]
        send("goog:cdp.sendCommand", method="Log.enable", params={}, session=session)
        yield tab
        send("browser.removeUserContext", userContext=user_context)


@contextmanager
def chromium(folder: Path, *, trusts: Path | None = None) -> Iterator[Chromium]:
    """Run Chromium until the block ends.

    With `trusts`, it trusts the certificate in this directory, by the digest of its key.
    """
    profile = folder / "profile"
    # With a pipe, the browser ends when its driver does.
    options = ["--headless", "--remote-debugging-pipe", f"--user-data-dir={profile}", *ARGUMENTS]
    if trusts:
        pin = (trusts / "pin.txt").read_text()
        options.append(f"--ignore-certificate-errors-spki-list={pin}")
    with Program(["chromedriver", "--port=0"], folder) as driver:
        port = driver.said(r"started successfully on port (\d+)")
        chrome = {"binary": "/usr/bin/chromium", "args": options}
        with connected(f"ws://127.0.0.1:{port}/session", {"goog:chromeOptions": chrome}) as running:
            running.send("session.subscribe", events=["goog:cdp.Log.entryAdded"])
            yield Chromium(running)
            running.send("browser.close")
