"""Sites whose sessions follow their readers: by hand, deployed anew, in versions, switched off."""

from __future__ import annotations

import shutil

from mkdocs_keyfill.web import asset_copies
from playwright.sync_api import expect

from stack import Stack

from .conftest import World
from .follower import filled, follows, go, leave, nobody, signed_in
from .panel import Panel
from .visit import Visit

# A page that somebody wrote by hand, beside files without a hash.
HAND = """<!doctype html><html lang="en"><meta charset="utf-8"><title>By hand</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="keyfill/keyfill.css">
<script type="module" src="keyfill/keyfill.js"></script>
<main><h1>By hand</h1><a href="one.html">one</a> <a href="two.html">two</a>
<keyfill-panel data-regions="Aur1" data-keystone-url="{keystone}" data-s3-endpoint="{store}"
  data-brand="Aurora" data-session="site"><p>Static.</p></keyfill-panel>
<pre><code>export AWS_ACCESS_KEY_ID=&lt;access-key&gt;</code></pre></main></html>"""


def test_pages_by_hand(visit: Visit, stack: Stack, world: World) -> None:
    out = world.directory / "hand"
    asset_copies.copy(out / "keyfill", force=False)
    page = HAND.format(keystone=stack.keystone_url, store=stack.s3_url)
    for name in ("one", "two"):
        (out / f"{name}.html").write_text(page)
    visit.page.goto(f"{world.origin}/hand/one.html")
    panel = Panel(visit)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    follows(panel)
    for name in ("two", "one", "two"):
        go(visit.page, name)
        filled(visit.page, access)
        follows(panel)
    panel.sign_out()
    panel.expect_signed_out()
    go(visit.page, "one")
    panel.button("Sign in…").wait_for()
    expect(visit.page.locator(".keyfill-value")).to_have_count(0)


def test_a_worker_that_ends_itself(
    visit: Visit, following: str, stack: Stack, world: World
) -> None:
    copy = world.directory / "ending"
    shutil.copytree(world.directory / "following", copy)
    url = following.replace("/following/", "/ending/")
    panel, _ = signed_in(visit, url, stack)
    panel.sign_out()
    panel.expect_signed_out()
    document = world.directory / "assets" / "keyfill" / "worker" / "worker.js"
    shutil.copy(document, copy / "assets" / "keyfill" / "worker" / "worker.js")
    visit.page.goto(url)
    panel.ready()
    panel.sign_in(stack.token("alice", "demo"))
    visit.page.wait_for_function(
        "async () => (await navigator.serviceWorker.getRegistrations()).length === 0"
    )
    expect(panel.lead).not_to_contain_text("on this site")
    go(visit.page, "panel")
    nobody(visit.page)


def test_a_new_deployment_between_two_pages(
    visit: Visit, following: str, stack: Stack, world: World
) -> None:
    copy = world.directory / "deployed"
    shutil.copytree(world.directory / "following", copy)
    _, access = signed_in(visit, following.replace("/following/", "/deployed/"), stack)
    [old] = [file.parent for file in copy.glob("assets/keyfill/*/keyfill.js")]
    old.rename(old.with_name("0123456789"))
    for page in copy.rglob("*.html"):
        page.write_text(page.read_text().replace(old.name, "0123456789"))
    for name in ("slots", "plain", "index"):
        go(visit.page, name)
    filled(visit.page, access)
    follows(Panel(visit))


def test_two_versions_of_a_site(visit: Visit, following: str, stack: Stack, world: World) -> None:
    """Each has its own files, and the session is carried by the worker that it began with."""
    for version in ("1.0", "2.0"):
        shutil.copytree(world.directory / "following", world.directory / "versions" / version)
    one, two = (
        following.replace("/following/", f"/versions/{version}/") for version in ("1.0", "2.0")
    )
    _, access = signed_in(visit, one, stack)
    for url in (f"{two}slots/", f"{one}plain/", f"{two}plain/", f"{two}panel/"):
        leave(visit.page, url)
        visit.page.wait_for_function("sessionStorage.length === 0")
    filled(visit.page, access)
    scopes = visit.page.evaluate(
        "async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)"
    )
    assert scopes == [f"{one}assets/keyfill/worker/"]
