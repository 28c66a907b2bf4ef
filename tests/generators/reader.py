"""A reader of one built site, whatever made it."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route, expect

from e2e.panel import Panel
from e2e.visit import Visit
from stack import Stack

from .authors import ARTICLE, Authors
from .environments import NODE
from .sites import Site

HIGHLIGHTER = NODE / "node_modules" / "@highlightjs" / "cdn-assets" / "highlight.min.js"
# In the place of Mermaid, as Material calls it.
DIAGRAMS = """window.mermaid = {
  initialize() {},
  render: async (id, text) => ({ svg: `<svg id="${id}"><desc>drawn</desc></svg>` }),
};"""
# What the built-in themes say on each page: their search is ready, their highlighter cannot hcl.
OF_THE_THEMES = (
    r"^log: (All search scripts loaded|Lunr index (pre-)?built)",
    # Zensical's search wants the focus.
    r"^info: Autofocus processing was blocked",
    r"^log: (WARN: Could not find the language|WARN: Falling back to no-highlight mode)",
)
# By the navigation of the theme: not every page has a link to every other in its text.
FOLLOW = """(url) => [...document.querySelectorAll("a[href]")]
    .find((link) => link.href === url).click()"""
STORED = """() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie,
    location.href, history.state])"""
ATTRIBUTES = """() => [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].map((attribute) => attribute.value)).join("\\n")"""


class Reader:
    """A visit to a site, with what the site loads from elsewhere at hand."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.site = site
        self.visit = Visit(browser)
        self.visit.expect_console(*OF_THE_THEMES)
        self.visit.context.route("https://cdnjs.cloudflare.com/**", _serve_highlighter)
        self.visit.context.route("https://unpkg.com/**", _serve_script)

    @property
    def page(self) -> Page:
        return self.visit.page

    @property
    def article(self) -> Locator:
        return self.page.locator(ARTICLE).first

    @property
    def authors(self) -> Authors:
        """What is the author's on the page."""
        return Authors(self.page)

    def goto(self, name: str) -> None:
        """Go to a page of the site, as by a link from elsewhere."""
        self.page.goto(self.site.at(name), wait_until="load")

    def link(self, name: str) -> Locator:
        """The link to another page in the text of this one; themes have theirs around it."""
        links = self.article.locator("a[href]:not(nav a)")
        hrefs: list[str] = links.evaluate_all("links => links.map(link => link.href)")
        return links.nth(hrefs.index(self.site.at(name)))

    def follow(self, name: str) -> None:
        """Click the link to another page, and wait until it is there."""
        self.link(name).click()
        self.arrived(name)

    def visit_page(self, name: str) -> None:
        """Go to a page as quickly as the site lets its readers: in the same document if it can."""
        here = self.page.url != "about:blank" and self.site.variant.instant
        if not here:
            self.goto(name)
        elif self.page.url != self.site.at(name):
            self.page.evaluate(FOLLOW, self.site.at(name))
            self.arrived(name)
        self.settled()

    def settled(self) -> None:
        """Wait for the theme's scripts, which change the page for a while after it is there."""
        self.visit.settled()

    def arrived(self, name: str) -> None:
        """Wait until a page is there, whether or not the document is a new one."""
        expect(self.page).to_have_url(self.site.at(name))
        heading = _heading(self.site, name)
        expect(self.article.locator("h1")).to_contain_text(heading)

    def panel(self, index: int = 0) -> Panel:
        """A panel of the page, once it has started."""
        panel = Panel(self.visit, index)
        panel.ready()
        return panel

    def sign_in(self, stack: Stack, index: int = 0) -> Panel:
        """Sign in with a panel of the page."""
        panel = self.panel(index)
        panel.sign_in(stack.token("alice", "demo"))
        return panel

    def take_offer(self, index: int = 0) -> Panel:
        """Open the dialog of the quiet offer, and wait for the panel in it."""
        panel = Panel(self.visit, index)
        panel.root.locator("[data-keyfill-open]").click()
        panel.root.locator("dialog[open]").wait_for()
        panel.ready()
        return panel

    def sign_in_here(self, stack: Stack) -> Panel:
        """Sign in with what the page has: a panel, or the offer, whose dialog is closed again."""
        if self.page.locator("keyfill-panel[data-offer]").count() == 0:
            return self.sign_in(stack)
        panel = self.take_offer()
        panel.sign_in(stack.token("alice", "demo"))
        self.page.keyboard.press("Escape")
        expect(panel.root.locator("dialog")).to_be_hidden()
        return panel

    def give(self, panel: Panel, values: dict[str, str]) -> None:
        """Give variables their values in the list of the panel, in its dialog if it has one."""
        has_dialog = panel.root.locator("dialog").count() > 0
        if has_dialog:
            panel = self.take_offer()
        panel.root.get_by_role("button", name="Values on this page").click()
        for label, value in values.items():
            panel.value(label).fill(value)
        panel.root.get_by_role("button", name="Values on this page").click()
        if has_dialog:
            self.page.keyboard.press("Escape")
            expect(panel.root.locator("dialog")).to_be_hidden()

    def copy(self, button: Locator) -> str:
        """Press a copy button, and return what it put on the clipboard."""
        return Panel(self.visit).copy(button)

    def copy_by_ours(self, button: Locator) -> str:
        """Press our copy button, also where it first asks for a value, and return the copy."""
        return Panel(self.visit).copy_anyway(button)

    def sign_out_here(self) -> None:
        """Sign out with what the page has."""
        panel = Panel(self.visit)
        dialog = panel.root.locator("dialog")
        # After instant navigation the app draws the panel of this page later than it fills it.
        dialog.or_(panel.button("Sign out")).first.wait_for(state="attached")
        is_offer = dialog.count() > 0
        if is_offer:
            panel = self.take_offer()
        panel.sign_out()
        if is_offer:
            self.page.keyboard.press("Escape")
            expect(panel.root.locator("dialog")).to_be_hidden()

    def stay(self) -> None:
        """Mark the document, so that `stayed` tells whether it is still the same."""
        if self.site.variant.instant:
            self.visit.instant()
        self.page.evaluate("window.sameDocument = true")

    def stayed(self) -> bool:
        return bool(self.page.evaluate("window.sameDocument === true"))

    def app_requests(self) -> list[str]:
        """Return the requests for the app so far; the loader is none."""
        return [r.url for r in self.visit.requests if re.search(r"/app(_bg\.wasm|\.js)$", r.url)]

    def kept(self) -> str:
        """Return everything that outlives the page or is seen from outside, and all attributes."""
        said = "\n".join(self.visit.console)
        urls = "\n".join(request.url for request in self.visit.requests)
        stored: Any = self.page.evaluate(STORED)
        return f"{said}\n{urls}\n{stored}\n{self.page.evaluate(ATTRIBUTES)}"


def _heading(site: Site, name: str) -> str:
    found = re.search(r"<h1[^>]*>([^<]*)", site.file(name).read_text())
    assert found is not None
    return found[1].strip()


def _serve_script(route: Route) -> None:
    """Beside Mermaid, Material loads what makes its search work on a page that is a file."""
    body = DIAGRAMS if "/mermaid@" in route.request.url else ""
    route.fulfill(body=body, content_type="text/javascript")


def _serve_highlighter(route: Route) -> None:
    if route.request.url.endswith("/highlight.min.js"):
        route.fulfill(path=HIGHLIGHTER, content_type="text/javascript")
    else:
        route.fulfill(body="", content_type="text/css")
