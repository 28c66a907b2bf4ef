"""A second panel on the page, as somebody may inject it: where its secrets would go decides."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from mkdocs_keyfill.web import asset_copies, destinations
from playwright.sync_api import expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

# Nobody listens there.
EVIL = "https://keystone.evil.example/v3"
REFUSED = f"a sign-in in this panel would go to {EVIL}"


def other(stack: Stack, keystone: str, **options: object) -> str:
    """Write a panel as plain HTML."""
    region = {
        "name": stack.region,
        "keystone_url": keystone,
        "s3_endpoint": stack.s3_url,
    }
    config = json.dumps({"brand": "Other", "regions": [region], **options})
    return (
        f'<div class="keyfill"><keyfill-panel data-config="{escape(config)}">'
        "<p>Static.</p></keyfill-panel></div>"
    )


@pytest.fixture(scope="module")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site with pages in whose text somebody could write HTML."""
    stack, url = world.stack, f"{world.origin}/others/"
    evil = other(stack, EVIL)
    accepts = f'<script type="text/plain" {destinations.ATTRIBUTE}="%s"></script>'
    mine = destinations.digest([])
    pages = {
        "index.md": f"# Home\n\n[Alone](alone.md) [Second](second.md)\n\n{FENCE}",
        "second.md": f"# Second\n\n[Home](index.md)\n\n{FENCE}",
        "after.md": f"# After\n\n{FENCE}\n{evil}\n",
        "before.md": f"# Before\n\n{evil}\n\n{FENCE}",
        "alone.md": f"# Alone\n\n[Home](index.md)\n\n{evil}\n",
        "tag.md": f"# Tag\n\n{accepts % mine}\n\n{FENCE}\n{evil}\n",
        "words.md": f"# Words\n\n{FENCE}\n"
        + other(
            stack,
            stack.keystone_url,
            clients=["own", "mc"],
            texts={"Sign in…": "Mine, please"},
            tabs=[
                {
                    "id": "own",
                    "label": "Ours",
                    "steps": [{"lead": "Do.", "language": "bash", "text": "ours <access-key>"}],
                }
            ],
        )
        + "\n",
    }
    work = tmp_path_factory.mktemp("others")
    build_site(work, world.directory / "others", stack, url, pages)
    return url


def expect_refused(panel: Panel) -> None:
    note = panel.root.locator(".keyfill-note")
    expect(note).to_contain_text(REFUSED)
    expect(note).to_contain_text("you are still signed in")
    expect(panel.root.locator("input, form")).to_have_count(0)


@pytest.mark.parametrize(("page", "real", "evil"), [("after", 0, 1), ("before", 1, 0)])
def test_a_panel_for_another_keystone_is_refused_wherever_it_stands(
    visit: Visit, stack: Stack, site: str, page: str, real: int, evil: int
) -> None:
    visit.page.goto(f"{site}{page}/")
    ours, theirs = Panel(visit, real), Panel(visit, evil)
    ours.ready()
    theirs.button("Sign in…").click()
    expect_refused(theirs)
    ours.sign_in(stack.token("alice", "demo"))
    access = ours.create()
    # Moved, changed and put there anew, it is refused, and nobody is signed out.
    visit.page.evaluate(
        "([index, config]) => { const panel = document.querySelectorAll('keyfill-panel')[index];"
        " const real = document.querySelectorAll('keyfill-panel')[1 - index];"
        " document.querySelectorAll('script[data-keyfill-accepts]').forEach((script) =>"
        " { script.dataset.keyfillAccepts = ''; script.remove(); });"
        " const home = panel.parentNode; panel.remove(); home.append(panel);"
        " const copy = panel.cloneNode(true); panel.replaceWith(copy);"
        " delete real.dataset.site; real.dataset.config = copy.dataset.config; }",
        [evil, ""],
    )
    expect_refused(theirs)
    expect(ours.blocks.first).to_contain_text(access)
    expect(ours.lead).to_contain_text("alice in demo")
    assert visit.calls(EVIL) == []


def test_instant_navigation_brings_pages_of_the_site_and_no_other_keystone(
    visit: Visit, stack: Stack, site: str
) -> None:
    panel = panel_at(visit, site)
    visit.instant()
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    visit.page.locator("article p a", has_text="Second").click()
    expect(visit.page.locator("article h1")).to_contain_text("Second")
    expect(panel.blocks.first).to_contain_text(access)
    visit.page.locator("article p a", has_text="Home").click()
    visit.page.locator("article p a", has_text="Alone").click()
    expect(visit.page.locator("article h1")).to_contain_text("Alone")
    expect_refused(panel)
    visit.page.locator("article p a", has_text="Home").click()
    expect(panel.blocks.first).to_contain_text(access)
    assert visit.calls(EVIL) == []


def test_tags_that_contradict_each_other_are_accepted_by_none(visit: Visit, site: str) -> None:
    visit.page.goto(f"{site}tag/")
    Panel(visit).button("Sign in…").click()
    expect(visit.page.locator("keyfill-panel .keyfill-note")).to_have_count(2)
    expect(visit.page.locator("keyfill-panel form, .keyfill-signin")).to_have_count(0)


def test_a_panel_for_the_same_keystone_has_its_own_words(
    visit: Visit, stack: Stack, site: str
) -> None:
    visit.page.goto(f"{site}words/")
    first, second = Panel(visit), Panel(visit, 1)
    second.use_own_keys()
    second.button("Cancel").click()
    expect(second.button("Mine, please")).to_be_visible()
    expect(second.root.locator(".tabbed-labels label")).to_have_text(["Ours", "mc"])
    # Clients of the same id follow each other, and others stay.
    for one, other in ((first, second), (second, first)):
        one.choose_tab("mc")
        expect(other.root.locator("input[value=mc]")).to_be_checked()
        one.root.locator(".tabbed-labels label").first.click()
        expect(other.root.locator("input[value=mc]")).to_be_checked()
        other.root.locator(".tabbed-labels label").first.click()
    first.sign_in(stack.token("alice", "demo"))
    access = first.create()
    for panel in (first, second):
        expect(panel.lead).to_contain_text("alice in demo")
    # What is shown is what is copied, there as well.
    expect(second.blocks.first).to_have_text(f"ours {access}")
    assert second.copy(second.root.locator(".tabbed-block .keyfill-copy").first) == f"ours {access}"
    second.choose_tab("mc")
    expect(first.root.locator("input[value=mc]")).to_be_checked()
    first.sign_out()
    expect(second.button("Mine, please")).to_be_visible()
    expect(first.button("Sign in…")).to_be_visible()


def test_another_brand_keeps_the_session(visit: Visit, stack: Stack, site: str) -> None:
    panel = panel_at(visit, site)
    panel.sign_in(stack.token("alice", "demo"))
    visit.page.evaluate(
        "async () => {"
        " const panel = document.querySelector('keyfill-panel'), home = panel.parentNode;"
        " const { src } = document.querySelector('script[data-keyfill-accepts]');"
        " const file = new URL(`site-${panel.dataset.site}.json`, src);"
        " const config = await (await fetch(file)).json(); config.brand = 'Another';"
        " delete panel.dataset.site; panel.dataset.config = JSON.stringify(config);"
        " panel.remove(); home.append(panel); }"
    )
    expect(panel.lead).to_contain_text("alice in demo")


def test_without_a_plugin_the_first_panel_counts(visit: Visit, world: World, stack: Stack) -> None:
    folder: Path = world.directory / "by-hand"
    asset_copies.copy(folder / "keyfill", force=False)
    head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">'
    head += '<script type="module" src="keyfill/keyfill.js"></script>'
    panels = [other(stack, stack.keystone_url), other(stack, EVIL)]
    head += "<main><pre><code>export AWS_ACCESS_KEY_ID=&lt;access-key&gt;</code></pre></main>"
    (folder / "index.html").write_text(head + "".join(panels))
    visit.page.goto(f"{world.origin}/by-hand/")
    ours, theirs = Panel(visit), Panel(visit, 1)
    ours.ready()
    theirs.button("Sign in…").click()
    expect_refused(theirs)
    ours.sign_in(stack.token("alice", "demo"))
    access = ours.create()
    code = visit.page.locator("main code")
    expect(code).to_have_text(f"export AWS_ACCESS_KEY_ID={access}")
    # The page is left for one of another configuration, which starts over.
    visit.page.evaluate("document.querySelectorAll('keyfill-panel')[0].remove()")
    visit.page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel');"
        " const home = panel.parentNode; panel.remove(); home.append(panel); }"
    )
    ours.ready()
    expect(code).to_have_text("export AWS_ACCESS_KEY_ID=<access-key>")
    assert access not in visit.page.content()
    assert visit.calls(EVIL) == []
