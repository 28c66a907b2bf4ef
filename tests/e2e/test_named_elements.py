"""Elements that are called like members of the document, of a form or of the window.

`<img name=createElement>` stands in the place of `document.createElement` for every script that
does not look for it where it is. Playwright's own scripts do not either, so here the page is used
by mouse and keyboard, and looked at by what is taken from the prototypes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs_keyfill.web import asset_copies
from playwright.sync_api import Browser, Page

from stack import Stack
from waiting import patience

from .conftest import World, access_keys
from .visit import Visit

# Every member that they have, by the browser itself.
MEMBERS = """() => [document, document.createElement("form"), window].map((object) => {
    const names = new Set(["__yew_subtree_id", "__yew_subtree_cache_key", "__yew_listener_id"]);
    for (let at = object; at; at = Object.getPrototypeOf(at))
        Object.getOwnPropertyNames(at).forEach((name) => names.add(name));
    return [...names];
})"""
PAGE = """<!doctype html>
<meta charset="utf-8"><title>Names</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="keyfill/keyfill.css">
<script type="module" src="keyfill/keyfill.js"></script>
<body><div hidden>{images}{links}</div>
<form id="around"><div hidden>{inputs}</div>
<div class="keyfill"><keyfill-panel data-regions="{region}" data-keystone-url="{keystone}"
  data-s3-endpoint="{store}" data-brand="Aurora Cloud"><p>Static.</p></keyfill-panel></div>
<div id="author"><pre><code class="language-bash">export AWS_ACCESS_KEY_ID=&lt;access-key&gt;
export AWS_SECRET_ACCESS_KEY=&lt;secret-key&gt; AWS_DEFAULT_REGION=&lt;region&gt;
</code></pre></div>
</form>
"""
LOOK = """const all = (selector) =>
    [...Document.prototype.querySelectorAll.call(document, selector)];
const text = (selector) => all(selector).map((element) => element.textContent).join("\\n");
"""


class Looker:
    """A page that is looked at without asking its document or its forms by their own names."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ask(self, expression: str) -> Any:
        return self.page.evaluate(f"() => {{ {LOOK} return {expression}; }}")

    def wait(self, expression: str) -> None:
        self.page.wait_for_function(f"() => {{ {LOOK} return {expression}; }}", polling=100)

    def press(self, selector: str, word: str = "") -> None:
        """Click the one element of this selector that has this text."""
        found = f"all({selector!r}).filter((found) => found.textContent.includes({word!r}))"
        self.wait(f"{found}.length === 1")
        x, y = self.ask(
            f"{found}.map((found) => (found.scrollIntoView(), found.getBoundingClientRect()))"
            ".map((box) => [box.x + box.width / 2, box.y + box.height / 2])[0]"
        )
        self.page.mouse.click(x, y)


@pytest.fixture(scope="module")
def names(world: World, browser: Browser) -> str:
    """The URL of a page in which every member has an element that is called like it."""
    folder: Path = world.directory / "names"
    asset_copies.copy(folder / "keyfill", force=False)
    page = browser.new_page()
    document, form, window = page.evaluate(MEMBERS)
    page.close()
    assert {"createElement", "createRange", "body"} <= set(document)
    assert {"closest", "parentElement"} <= set(form) and "addEventListener" in window
    html = PAGE.format(
        images="".join(f'<img name="{name}" alt="">' for name in document),
        links="".join(f'<a id="{name}"></a>' for name in window),
        inputs="".join(f'<input type="hidden" name="{name}">' for name in form),
        region=world.stack.region,
        keystone=world.stack.keystone_url,
        store=world.stack.s3_url,
    )
    (folder / "index.html").write_text(html)
    return f"{world.origin}/names/"


@pytest.mark.parametrize("way", ["pasted", "typed"])
def test_elements_that_are_called_like_members_change_nothing(
    visit: Visit, stack: Stack, names: str, way: str
) -> None:
    page = visit.page
    page.set_default_timeout(2 * patience() * 1000)
    page.goto(names)
    look = Looker(page)
    assert look.ask("document.createElement instanceof HTMLImageElement")
    look.wait("all('keyfill-panel button').length === 1")
    before = look.ask("all('#author')[0].innerHTML")
    visit.put_on_clipboard(stack.token("alice", "demo"))
    look.press("keyfill-panel button", "Sign in…")
    look.wait("all('[data-field=token]:focus').length === 1")
    if way == "pasted":
        page.keyboard.press("Control+V")
    else:
        page.keyboard.type(page.evaluate("navigator.clipboard.readText()"))
        page.keyboard.press("Enter")
    look.press("keyfill-panel button", "Create key")
    look.press("keyfill-panel button", "Manage 1 key")
    look.wait("all('.keyfill-manage > ul > li').length === 1")
    (access,) = access_keys(stack)
    look.wait(f"text('#author').includes('AWS_ACCESS_KEY_ID={access}')")
    look.wait("text('#author').includes('AWS_SECRET_ACCESS_KEY=\u2022')")
    (secret,) = (key["secret"] for key in stack.credentials("alice"))
    # The secret is compared in the page: a failed test writes down what it was given.
    visit.put_on_clipboard("nothing was copied")
    look.press("#author button", "Copy")
    page.wait_for_function(
        "async (secret) => (await navigator.clipboard.readText()).includes(secret)",
        arg=secret,
        polling=100,
    )
    look.press("keyfill-panel button", "Sign out")
    look.press("keyfill-panel [role=alertdialog] button:first-of-type", "Sign out")
    look.wait("text('keyfill-panel').includes('Sign in…')")
    page.wait_for_function(
        f"(before) => {{ {LOOK} return all('#author')[0].innerHTML === before; }}",
        arg=before,
        polling=100,
    )
