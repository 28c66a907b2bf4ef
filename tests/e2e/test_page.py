"""The author's own commands: filled in place, given back byte for byte."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

COMMANDS = """
## Commands

```bash
aws --endpoint-url <endpoint> --region <region> s3 ls s3://<bucket-name>/<object-name>
export AWS_ACCESS_KEY_ID=<Access Key> AWS_SECRET_ACCESS_KEY=<secret_key>
```

```json
{"Version": "1", "Resource": "arn:aws:s3:::<bucket>/*", "user": "<user-id>", "key": "<access-key>"}
```

```powershell
Set-Item <access-key> <region>
```

```console
$ openstack ec2 credentials delete <access-key-id>
$ mc ls <region>/<bucket>
[2026-11-25 10:00:00 UTC] <none> <ERROR>
```

Inline: `s3://<bucket>/<unknown>`, and `a <<region>>`.

{ data-keyfill="off" }

```bash
# Left alone by its mark.
```
"""


@pytest.fixture(scope="module")
def slots(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with a panel and commands of its own, beside one without a panel."""
    url = f"{world.origin}/slots/"
    pages = {
        "index.md": f"# Slots\n\n[More](more.md) [None](none.md)\n\n{FENCE}{COMMANDS}",
        "more.md": f"# More\n\n[Back](index.md)\n{COMMANDS}",
        "none.md": "# None\n\nNothing to fill in.\n",
    }
    work = tmp_path_factory.mktemp("slots")
    build_site(work, world.directory / "slots", world.stack, url, pages)
    return url


ARTICLE = "document.querySelector('article').innerHTML"
# The panel is ours; what is around it is the author's.
AUTHORS = """() => { const copy = document.querySelector("article").cloneNode(true);
    copy.querySelectorAll(".keyfill").forEach(panel => panel.remove()); return copy.innerHTML; }"""


@pytest.fixture
def at_slots(visit: Visit, slots: str) -> Panel:
    return panel_at(visit, slots)


def block(page: Page, language: str) -> Locator:
    return page.locator("article > .highlight code, article > pre code").nth(ORDER.index(language))


ORDER = ["bash", "json", "powershell", "console"]


def authors(page: Page) -> str:
    """The page without our panel."""
    return str(page.evaluate(AUTHORS))


def filled(page: Page) -> Locator:
    return page.locator(".keyfill-slot.keyfill-value")


def test_a_page_at_rest_is_the_authors(at_slots: Panel) -> None:
    page = at_slots.visit.page
    before = authors(page)
    at_slots.button("Use my own keys").click()
    assert authors(page) == before
    at_slots.button("Cancel").click()
    assert page.locator(".keyfill-slot[data-slot]").count() == 0
    assert "keyfill-" not in before


def test_signing_in_fills_the_page_and_signing_out_gives_it_back(
    at_slots: Panel, stack: Stack
) -> None:
    page = at_slots.visit.page
    before = authors(page)
    at_slots.sign_in(stack.token("alice", "demo"))
    access = at_slots.create()
    bash = block(page, "bash")
    expect(bash).to_contain_text(f"--endpoint-url {stack.s3_url} --region {stack.region}")
    expect(bash).to_contain_text(f"AWS_ACCESS_KEY_ID={access} AWS_SECRET_ACCESS_KEY=\u2022\u2022")
    expect(block(page, "json")).to_contain_text(f'"key": "{access}"')
    expect(block(page, "powershell")).to_have_text(f"Set-Item {access} {stack.region}\n")
    console = block(page, "console")
    expect(console).to_contain_text("delete <access-key-id>")
    expect(console).to_contain_text("<none> <ERROR>")
    page.screenshot(path="/tmp/slots-filled.png", full_page=True)
    at_slots.sign_out()
    expect(filled(page)).to_have_count(0)
    page.wait_for_function("!document.querySelector('[data-slot]')")
    assert authors(page) == before


def test_what_is_typed_stays_when_the_variables_are_counted(at_slots: Panel) -> None:
    """The list of variables comes into a form that is open already."""
    page = at_slots.visit.page
    # As on a page with thousands of blocks: the count ends while the reader types.
    page.evaluate(
        "() => { const query = document.querySelectorAll; document.querySelectorAll = (...all) =>"
        " (document.querySelector('.keyfill-token').value = 'typed', query.apply(document, all)); }"
    )
    at_slots.button("Use my own keys").click()
    at_slots.root.get_by_role("button", name="Values on this page").wait_for()
    expect(at_slots.token).to_have_value("typed")
