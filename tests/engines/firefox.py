"""Firefox, which needs no driver: it speaks WebDriver BiDi itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from waiting import until

from .bidi import BidiTab, Connection, connected, open_tab
from .program import Program
from .tab import Tab

# Firefox switches off what is no use to a test by itself. A proxy that nobody answers at keeps it
# from the internet; loopback is reached without one. On a busy machine a script that is not slow
# takes long, and Firefox would end it, and write so: after some seconds, or as its page is left.
PREFERENCES = """
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("dom.max_script_run_time", 0);
user_pref("dom.ipc.cancel_content_js_when_navigating", false);
"""
# Each window is a private one, and none of them has containers.
IN_PRIVATE = """user_pref("browser.privatebrowsing.autostart", true);
"""
IN_WINDOW = """(url) => {
    const tab = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec === url);
    WHAT; }"""
SCRIPTS = "(allowed) => Services.prefs.setBoolPref('javascript.enabled', allowed)"
# As an authority of one's own is trusted, from the text of its certificate.
TRUST = """(text) => void Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)
    .addCertFromBase64(text, "C,,")"""
FORGET = "() => Services.console.reset()"
# What the console has from no script, such as a request that a policy forbids: no event tells of
# all of that, and the browser's own code knows it.
CONSOLE = """() => Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter((message) => message.sourceName.startsWith("http"))
    .map((message) => `${message.category}: ${message.errorMessage} ${message.sourceName}`)"""


class FirefoxTab(BidiTab):
    """A tab whose console is all of Firefox's; `window` is the browser's own."""

    def __init__(self, connection: Connection, context: str, window: str) -> None:
        super().__init__(connection, context)
        self._window = window

    def told(self, what: str) -> None:
        """Let the browser's window do something with this tab, which is `tab` there."""
        url = self.evaluate("() => location.href")
        self.connection.evaluate(self._window, IN_WINDOW.replace("WHAT", what), url)

    def opened(self, what: str) -> FirefoxTab:
        """Let the window do what opens another tab, and return that."""
        before = self._contexts()
        self.told(what)
        [new] = until(lambda: self._contexts() - before, lambda: f"{what} has opened no tab")
        return FirefoxTab(self.connection, new, self._window)

    def _contexts(self) -> set[str]:
        tree = self.connection.send("browsingContext.getTree")["contexts"]
        return {str(each["context"]) for each in tree}

    def console(self) -> list[str]:
        lines: list[str] = self.connection.evaluate(self._window, CONSOLE)
        return [*super().console(), *lines]


class Firefox:
    """Firefox as it runs; made by `firefox`."""

    # Material looks for the part of the page that the URL names, also where it names none.
    writes: Sequence[str] = (
        r"^DOM: Empty string passed to getElementById\(\)\.",
        # Material says the direction on the body.
        r"^Layout: When rendering the <html> element, the used values of CSS properties",
    )
    writes_of_refusals: Sequence[str] = ()
    writes_of_leaving: Sequence[str] = (
        r"Loading failed for the module with source .*/assets/keyfill/.*\.js",
    )

    def __init__(self, connection: Connection, *, private: bool) -> None:
        self._connection = connection
        self._private = private
        windows = connection.send("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"]
        self._window = str(windows[0]["context"])

    def trust(self, authority: Path) -> None:
        """Trust an authority, by its certificate."""
        text = "".join(authority.read_text().splitlines()[1:-1])
        self._connection.evaluate(self._window, TRUST, text)

    @contextmanager
    def tab(self, *, scripts: bool = True) -> Iterator[Tab]:
        """Open a tab of its own."""
        self._connection.evaluate(self._window, SCRIPTS, scripts)
        self._connection.evaluate(self._window, FORGET)
        if self._private:
            yield self._tab("default")
            return
        user_context = str(self._connection.send("browser.createUserContext")["userContext"])
        yield self._tab(user_context)
        self._connection.send("browser.removeUserContext", userContext=user_context)

    def _tab(self, user_context: str) -> FirefoxTab:
        context = open_tab(self._connection, user_context)
        return FirefoxTab(self._connection, context, self._window)


@contextmanager
def firefox(
    folder: Path, *, private: bool = False, trusts: Path | None = None
) -> Iterator[Firefox]:
    """Run Firefox until the block ends; with `private`, all of it browses in private.

    With `trusts`, it trusts the authority whose certificate is in this directory.
    """
    profile = folder / "profile"
    profile.mkdir()
    (profile / "user.js").write_text(PREFERENCES + (IN_PRIVATE if private else ""))
    options = ["--headless", "--no-remote", "--profile", str(profile)]
    # The second option lets a session look at the browser's own windows.
    remote = ["--remote-debugging-port=0", "--remote-allow-system-access"]
    with Program(["firefox-esr", *options, *remote], folder) as program:
        url = program.said(r"^WebDriver BiDi listening on (ws://\S+)", "err")
        with connected(f"{url}/session", {}) as running:
            firefox = Firefox(running, private=private)
            if trusts:
                firefox.trust(trusts / "ca.pem")
            yield firefox
            running.send("browser.close")
