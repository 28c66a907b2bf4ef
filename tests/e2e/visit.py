"""One reader's visit: a fresh browser context with one page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from waiting import patience

# Chromium's own line for any answer that is not a success, and for any that did not come.
FAILED_LOAD = r"^error: Failed to load resource: "
# Chromium's own line for an origin that the server does not allow.
NO_CORS = r"^error: Access to fetch at .* has been blocked by CORS policy"
# Keystone's calls, as patterns of Playwright's.
TOKENS = "**/v3/auth/tokens"
CREDENTIALS = "**/credentials/OS-EC2"
ONE_CREDENTIAL = "**/credentials/OS-EC2/*"
# Nothing changes for 150 ms, in which the page has shown ten frames and had nothing else to do: on
# a busy machine, time passes without the page.
QUIET = """() => new Promise((done) => {
  let since, frames;
  const begin = () => { since = performance.now(); frames = 0; };
  const observer = new MutationObserver(begin);
  const look = () => {
    if (++frames < 10 || performance.now() - since < 150) return next();
    observer.disconnect();
    done();
  };
  const next = () => requestAnimationFrame(() => requestIdleCallback(look));
  observer.observe(document,
    { attributes: true, characterData: true, childList: true, subtree: true });
  begin();
  next();
})"""
# Yew gives way to the browser after 16 ms, which is told by this clock: what a slow machine does
# now and then, it does with this at every chance.
SLOW = "{ let now = Date.now(); Date.now = () => (now += 20); }"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


class Visit:
    """The page, what it said on the console, and what it asked of which server."""

    def __init__(
        self,
        browser: Browser,
        *,
        dark: bool = False,
        width: int = 1280,
        scripts: bool = True,
        touch: bool = False,
        beside: Visit | None = None,
    ) -> None:
        """Open a page, as another tab of the visit `beside` if that is given."""
        self.context: BrowserContext = (
            beside.context
            if beside is not None
            else browser.new_context(
                viewport={"width": width, "height": 1000},
                color_scheme="dark" if dark else "light",
                java_script_enabled=scripts,
                has_touch=touch,
                permissions=CLIPBOARD,
            )
        )
        # An action may begin with a page that is still on its way.
        self.context.set_default_timeout(2 * patience() * 1000)
        if os.environ.get("KEYFILL_SLOW") and scripts:
            self.context.add_init_script(SLOW)
        self.page: Page = self.context.new_page()
        self.console: list[str] = []
        self.requests: list[Request] = []
        self._expected: list[str] = []
        self.page.on("console", lambda message: self._heard(message.type, message.text))
        self.page.on("pageerror", lambda error: self._heard("pageerror", error.message))
        self.page.on("request", lambda request: self.requests.append(request))

    def expect_console(self, *patterns: str) -> None:
        """Take lines that match one of these as part of the test."""
        self._expected.extend(patterns)

    def surprises(self) -> list[str]:
        """What was said on the console that the test did not declare."""
        return [
            line for line in self.console if not any(re.search(p, line) for p in self._expected)
        ]

    def close(self) -> None:
        self.context.close()

    def calls(self, url: str, method: str | None = None) -> list[Request]:
        """Return the requests so far to `url` and below. Preflights are not among them."""
        wanted = [r for r in self.requests if r.url.startswith(url)]
        return [r for r in wanted if method in (None, r.method)]

    def obtained(self, url: str) -> list[str]:
        """Return the tokens that the page has got from this Keystone."""
        answers = [r.response() for r in self.calls(f"{url}/auth/tokens", "POST")]
        tokens = [a.header_value("x-subject-token") for a in answers if a is not None]
        return [token for token in tokens if token is not None]

    def posted(self, url: str) -> list[Any]:
        """Return the bodies of the POST requests so far to `url` and below."""
        return [call.post_data_json for call in self.calls(url, "POST")]

    def settled(self) -> None:
        """Wait until the page's scripts, ours and the theme's, have made of it what they make."""
        self.page.evaluate(QUIET)

    def instant(self) -> None:
        """Wait until instant navigation knows the pages: until then a link makes a new document."""
        self.page.wait_for_function(
            "performance.getEntriesByType('resource').some(e => e.name.endsWith('/sitemap.xml'))"
        )
        self.settled()

    def stop_the_clock(self) -> None:
        """Let time stand still for the page, a minute from now; `page.clock.install` was before.

        What a page says in seconds is exact then, however long the machine takes.
        """
        self.page.clock.pause_at(self.page.evaluate("Date.now() / 1000 + 60"))

    def clipboard(self) -> str:
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def put_on_clipboard(self, text: str) -> None:
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)

    def copied_over(self, marker: str) -> str:
        """Wait until something else than this text is on the clipboard, and return that."""
        self.page.wait_for_function(
            "async (marker) => await navigator.clipboard.readText() !== marker", arg=marker
        )
        return self.clipboard()

    def answer(self, url: str, *, status: int = 200, body: str = "", method: str = "GET") -> None:
        """Answer requests to `url` in the place of the server."""
        self._route(url, method, lambda route: _fulfill(route, status, body))

    def alter(self, url: str, change: Callable[[str], str], *, method: str = "GET") -> None:
        """Let the real server answer, and change the body on its way to the page."""

        def reply(route: Route) -> None:
            real = route.fetch()
            _fulfill(route, real.status, change(real.text()))

        self._route(url, method, reply)

    def lose_reply(self, url: str, *, method: str) -> None:
        """Let the real server do what it is asked, and lose its answer."""

        def lose(route: Route) -> None:
            route.fetch()
            route.abort()

        self._route(url, method, lose)

    def _route(self, url: str, method: str, act: Callable[[Route], None]) -> None:
        # While there is a route, Playwright answers preflights by itself.
        def handle(route: Route) -> None:
            if route.request.method == method:
                act(route)
            else:
                route.fallback()

        self.page.route(url, handle)

    @contextmanager
    def held_back(self, url: str, method: str = "GET") -> Iterator[None]:
        """Let requests wait until the block ends."""
        waiting: list[Route] = []
        has_ended = False

        def hold(route: Route) -> None:
            if has_ended:
                route.continue_()
            else:
                waiting.append(route)

        self._route(url, method, hold)
        yield
        # The browser may tell of one only now: it is not to wait for ever.
        has_ended = True
        for route in waiting:
            route.continue_()
        self.page.unroute_all()

    def _heard(self, kind: str, text: str) -> None:
        self.console.append(f"{kind}: {text}")


@contextmanager
def scrolled(page: Page) -> Iterator[None]:
    """Wait until the scrolling is over: the browser goes on for a moment."""
    page.evaluate("""() => {
      window.over = new Promise((done) =>
        addEventListener("scrollend", done, { once: true, capture: true }));
    }""")
    yield
    page.evaluate("window.over")


def _fulfill(route: Route, status: int, body: str) -> None:
    headers = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
    route.fulfill(status=status, body=body, headers=headers)
