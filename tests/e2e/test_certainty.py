"""A value only where it belongs: what is copied from pages that are for this store and from others.

The pages are those of `tests/fixtures/certainty`, which the core is tested with as well.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from site_server import ROOT
from stack import Stack

from .conftest import World, panel_at, secret_of
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

FRA1 = "https://s3-fra1.example:8080"
SOURCES = ROOT / "tests/fixtures/certainty"
SESSION = re.compile(r"<(access-key|secret-key|region|endpoint|project-id|user-id)>", re.IGNORECASE)
PROSE = """
Replace `<seconds>` with a number. Server: `<endpoint>`. It is in `<region>`.

| Placeholder | Meaning |
|---|---|
| `<region>` | the region |

| Setting | Value |
|---|---|
| Region | `<region>` |
| Secret access key | `<secret-key>` |
"""
SURE = """
<!-- keyfill: sure -->

```bash
docker login -p <secret-key> registry.example
```
"""


@pytest.fixture(scope="module")
def pages(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site with the three pages, and the theme's copy buttons."""
    url = f"{world.origin}/certainty/"
    sources = {name: (SOURCES / name).read_text() for name in _names()}
    sources["index.md"] = f"# Sentences\n{PROSE}{SURE}"
    regions = {world.stack.region: {}, "Fra1": {"s3_endpoint": FRA1}}
    work = tmp_path_factory.mktemp("certainty")
    build_site(
        work,
        world.directory / "certainty",
        world.stack,
        url,
        {name: f"{text}\n{FENCE}" for name, text in sources.items()},
        features=["content.code.copy"],
        regions=regions,
    )
    return url


def _names() -> list[str]:
    return ["not-ours.md", "other-stores.md", "ours.md"]


def sign_in(visit: Visit, url: str, stack: Stack) -> tuple[Panel, str]:
    """Open a page with a key in use, and wait until the page has been looked at."""
    access = str(stack.identity.create_credential("alice", "demo")["access"])
    panel = panel_at(visit, url)
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.filled.first).to_be_visible()
    visit.settled()
    return panel, access


def blocks(page: Page) -> list[Locator]:
    return page.locator("article > .highlight").all()


def copied(visit: Visit, block: Locator) -> str:
    """Press the theme's copy button of a block."""
    visit.put_on_clipboard("nothing was copied")
    block.hover()
    block.locator(".md-code__button").first.click()
    return visit.copied_over("nothing was copied")


def written(page: Page) -> list[str]:
    """The blocks as their author wrote them."""
    return [block.locator("code").inner_text().strip() for block in blocks(page)]


def test_commands_for_this_store_are_copied_whole(visit: Visit, pages: str, stack: Stack) -> None:
    _, access = sign_in(visit, f"{pages}ours/", stack)
    secret = secret_of(stack, access)
    all_copied = [copied(visit, block) for block in blocks(visit.page)]
    assert len(all_copied) == 4
    for text in all_copied:
        assert not SESSION.search(text), text
        assert access in text and secret in text
    assert secret not in visit.page.content()


@pytest.mark.parametrize("name", ["not-ours", "other-stores"])
def test_commands_for_others_are_copied_as_written(
    visit: Visit, pages: str, stack: Stack, name: str
) -> None:
    panel_at(visit, f"{pages}{name}/")
    before = written(visit.page)
    _, access = sign_in(visit, f"{pages}{name}/", stack)
    secret = secret_of(stack, access)
    assert [copied(visit, block).strip() for block in blocks(visit.page)] == before
    assert secret not in visit.page.content() and access not in "".join(written(visit.page))
    # No secret can be had by a press either, but for the one that is for another region.
    offered = visit.page.locator("article .keyfill-offered[data-slot=secret-key]")
    expect(offered).to_have_count(1 if name == "other-stores" else 0)


def test_keys_for_another_region_wait_for_a_press(visit: Visit, pages: str, stack: Stack) -> None:
    panel, access = sign_in(visit, f"{pages}other-stores/", stack)
    secret = secret_of(stack, access)
    last = blocks(visit.page)[-1]
    keys = last.locator("[data-slot=access-key]"), last.locator("[data-slot=secret-key]")
    for slot in keys:
        expect(slot).to_have_attribute("title", re.compile("^This is for Fra1\\. Click to fill in"))
        expect(slot).to_have_role("button")
    keys[0].click()
    expect(keys[0]).to_have_text(access)
    expect(keys[1]).to_have_text("<secret-key>")
    assert secret not in copied(visit, last)
    keys[1].focus()
    visit.page.keyboard.press("Enter")
    expect(keys[1]).to_be_focused()
    assert copied(visit, last).endswith(f"{FRA1} {access} {secret}")
    # A second press takes it out again.
    keys[1].focus()
    visit.page.keyboard.press("Space")
    expect(keys[1]).to_have_text("<secret-key>")
    assert copied(visit, last).endswith(f"{FRA1} {access} <secret-key>")
    # In that region they are sure.
    panel.root.get_by_label("Region", exact=True).select_option(label="Fra1")
    expect(keys[1]).not_to_have_role("button")
    assert copied(visit, last).endswith(f"{FRA1} {access} {secret}")


def test_one_press_fills_the_twins_of_a_block(visit: Visit, pages: str, stack: Stack) -> None:
    _, access = sign_in(visit, f"{pages}not-ours/", stack)
    shell = blocks(visit.page)[2]
    ids = shell.locator("[data-slot=project-id]")
    expect(ids).to_have_text(["<project_id>", "<project-id>"])
    project = stack.users["alice"].projects["demo"]
    ids.first.click()
    expect(ids).to_have_text([project, project])
    # Elsewhere nothing was said.
    other = blocks(visit.page)[1].locator("[data-slot=access-key]")
    expect(other).to_have_text("<access-key>")
    other.click()
    assert copied(visit, blocks(visit.page)[1]).endswith(f'GetBytes("{access}:<secret-key>")')


def test_sentences_tables_and_the_authors_word(visit: Visit, pages: str, stack: Stack) -> None:
    _, access = sign_in(visit, pages, stack)
    spans = visit.page.locator(
        "article p > code:not(.keyfill code), article td > code:not(.keyfill code)"
    )
    expect(spans).to_have_text(
        [
            "<seconds>",
            stack.s3_url,
            "<region>",
            "<region>",
            stack.region,
            "<secret-key>",
        ]
    )
    expect(spans.nth(0).locator("[data-slot]")).to_have_count(0)
    expect(spans.nth(2).locator(".keyfill-offered")).to_have_count(1)
    expect(spans.nth(3).locator("[data-slot]")).to_have_count(0)
    sure = copied(visit, blocks(visit.page)[0])
    assert sure == f"docker login -p {secret_of(stack, access)} registry.example"


def test_signing_out_gives_the_page_back(visit: Visit, pages: str, stack: Stack) -> None:
    panel_at(visit, f"{pages}not-ours/")
    before = written(visit.page)
    panel, _ = sign_in(visit, f"{pages}not-ours/", stack)
    blocks(visit.page)[2].locator("[data-slot=project-id]").first.click()
    panel.sign_out()
    visit.page.wait_for_function("!document.querySelector('article [data-slot]')")
    assert written(visit.page) == before
