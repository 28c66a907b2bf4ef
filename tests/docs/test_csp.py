"""The Content Security Policy of the operators' guide, as written there, in a real browser."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from docs.screenshots import fill
from site_server import ROOT, build
from stack import Stack

GUIDE = (ROOT / "docs" / "operators.md").read_text()


class Handler(SimpleHTTPRequestHandler):
    policy = ""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@dataclass(frozen=True)
class Site:
    origin: str
    token: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the documentation under `Handler.policy`."""
    folder = tmp_path_factory.mktemp("csp")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder / "site"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    with Stack(folder / "stack", [address]) as stack:
        build(ROOT / "mkdocs.yml", folder / "site", stack.keystone_url, stack.s3_url)
        Handler.policy = policy_for(folder, stack.keystone_url.removesuffix("/v3"))
        yield Site(address, stack.token("alice", "demo"))
    server.shutdown()


def policy_for(folder: Path, keystone: str) -> str:
    """Do what the guide says: run its script, and put the origins of the cloud in."""
    script = re.search(r"```python title=\"csp.py\"\n(.*?)```", GUIDE, re.DOTALL)
    assert script
    (folder / "csp.py").write_text(script[1])
    command = [sys.executable, "csp.py", "site", keystone]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    name, _, policy = done.stdout.strip().partition(": ")
    assert name == "Content-Security-Policy"
    return policy


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_the_policy_lets_the_panel_work_and_nothing_is_reported(site: Site, page: Page) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{site.origin}/s3/")
    fill(page, site.token, create=True)
    expect(page.locator(".keyfill-keys .keyfill-small", has_text="new")).to_be_visible()
    assert told == []


def test_the_policy_lets_the_page_and_its_dialog_work(site: Site, page: Page) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{site.origin}/objects/")
    page.get_by_role("button", name="Fill them in").click()
    fill(page, site.token, create=True)
    page.get_by_role("button", name="Values on this page").click()
    page.locator(".keyfill-values").get_by_label("Bucket", exact=True).fill("holiday-photos")
    page.get_by_label("Keep them in this browser tab").check()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("article > .highlight code").first).to_contain_text("s3://holiday-photos/")
    page.locator("[data-slot=object]").first.click()
    page.keyboard.type("a b")
    page.keyboard.press("Enter")
    expect(page.locator("article > .highlight code").first).to_contain_text("holiday-photos/a b")
    assert told == []


def test_without_wasm_the_static_page_says_why(
    site: Site, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Handler.policy.replace(" 'wasm-unsafe-eval'", "")
    assert strict != Handler.policy
    monkeypatch.setattr(Handler, "policy", strict)
    page.goto(f"{site.origin}/s3/")
    page.get_by_role("button", name="Sign in…").click()
    expect(page.locator(".keyfill-note")).to_contain_text("may block WebAssembly")
    expect(page.locator("keyfill-panel pre").first).to_contain_text("<access-key>")
