"""A reader whose session follows from page to page, and what a test sees of the way."""

from __future__ import annotations

from playwright.sync_api import Page, Worker, expect

from stack import Stack

from .panel import Panel
from .visit import Visit

# What is stored of a session.
KEPT = "() => sessionStorage['keyfill-session'] ?? null"
# What the worker is told, from now on.
LISTEN = """() => {
    self.acts = [];
    const hear = ({ data }) => self.acts.push(data.act);
    addEventListener("message", ({ ports }) => ports[0].addEventListener("message", hear));
}"""


def go(page: Page, name: str) -> None:
    """Follow a link, and wait for a new document."""
    page.evaluate("window.isOld = true")
    page.get_by_role("main").or_(page.locator("body")).first.get_by_role(
        "link", name=name, exact=True
    ).last.click()
    page.wait_for_function("window.isOld === undefined")


def leave(page: Page, url: str) -> None:
    """Leave the page for another one of the site, as a script or the reader does."""
    page.evaluate("url => void (location.href = url)", url)
    page.wait_for_url(url)


def follows(panel: Panel) -> None:
    """Wait until the session goes along."""
    expect(panel.lead).to_contain_text("Signed in on this site, in this tab")


def signed_in(visit: Visit, site: str, stack: Stack) -> tuple[Panel, str]:
    """Sign in at the site's first page, and make a key."""
    visit.page.goto(site)
    panel = Panel(visit)
    panel.ready()
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    follows(panel)
    return panel, access


def filled(page: Page, access: str) -> None:
    """Expect the author's block to have the key."""
    expect(page.locator(".keyfill-value[data-slot=access-key]").last).to_have_text(access)


def nobody(page: Page) -> None:
    """Expect the page to be the author's, and nothing to be stored, once all has had its time."""
    page.locator("keyfill-panel .keyfill-controls:not([inert])").wait_for(state="attached")
    expect(page.locator("keyfill-panel .keyfill-lead").first).to_contain_text(
        "Fill in your own keys"
    )
    assert page.evaluate(KEPT) is None
    assert page.locator(".keyfill-value[data-slot=access-key]").count() == 0


def heard(visit: Visit) -> Worker:
    """Listen to what the visit's worker is told."""
    [worker] = visit.context.service_workers
    worker.evaluate(LISTEN)
    return worker


def told(worker: Worker, other: Page, site: str) -> list[str]:
    """What the worker was told, after all that was on its way when this page greets it."""
    other.goto(f"{site}plain/")
    greet = """async (folder) => {
        const { active } = await navigator.serviceWorker.getRegistration(folder);
        const { port1, port2 } = new MessageChannel();
        const answer = new Promise((come) => (port1.onmessage = come));
        active.postMessage(1, [port2]);
        port1.postMessage({ act: "hello" });
        await answer;
    }"""
    other.evaluate(greet, f"{site}assets/keyfill/worker/")
    acts: list[str] = worker.evaluate("self.acts")
    return [act for act in acts if act != "hello"]
