"""A page with commands and no panel: the quiet offer, and a session that comes along."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from stack import Stack

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

COMMANDS = """
```bash
aws --region <region> s3 cp <file> s3://<bucket>/<object> # AWS_ACCESS_KEY_ID=<access-key>
```

Or [`s3://<bucket>`](plain.md).
"""


@pytest.fixture(scope="module")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site with instant navigation whose first page has commands and no panel."""
    url = f"{world.origin}/offer/"
    links = "[Panel](panel.md) [Plain](plain.md) [Commands](index.md)\n"
    pages = {
        "index.md": f"# Commands\n\n{links}{COMMANDS}",
        "panel.md": f"# Panel\n\n{links}\n{FENCE}",
        "plain.md": f"# Plain\n\n{links}",
    }
    work = tmp_path_factory.mktemp("offer")
    build_site(work, world.directory / "offer", world.stack, url, pages, remember_values=True)
    return url


def offer(page: Page) -> Locator:
    return page.locator(".keyfill-offer button")


def give_bucket(visit: Visit) -> Panel:
    """Take the offer, and type a bucket into the list of values."""
    offer(visit.page).click()
    panel = Panel(visit)
    panel.use_own_keys()
    panel.root.get_by_role("button", name="Values on this page").click()
    panel.value("Bucket").fill("my-bucket")
    return panel


def apps(visit: Visit) -> list[str]:
    """What was loaded of the app."""
    return [r.url for r in visit.requests if r.url.rpartition("/")[2] in ("app.js", "app_bg.wasm")]


def commands(page: Page) -> Locator:
    return page.locator("article > .highlight code")


def follow(page: Page, name: str) -> None:
    """Follow a link of the page, by instant navigation."""
    page.evaluate("window.stays = true")
    page.locator("article").get_by_role("link", name=name, exact=True).first.click()
    page.locator("h1", has_text=name).wait_for()
    assert page.evaluate("window.stays")


def test_the_offer_loads_nothing_until_it_is_taken(visit: Visit, stack: Stack, site: str) -> None:
    page = visit.page
    page.goto(site, wait_until="networkidle")
    assert apps(visit) == []
    before = page.evaluate("document.querySelector('article').innerHTML")
    assert before.count("data-slot") == 0
    offer(page).click()
    dialog = page.get_by_role("dialog", name="Keys and values")
    expect(dialog).to_be_visible()
    assert len(apps(visit)) == 2
    panel = Panel(visit)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    expect(commands(page)).to_contain_text(f"--region {stack.region}")
    expect(commands(page)).to_contain_text(f"# AWS_ACCESS_KEY_ID={access}")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(offer(page)).to_be_focused()
    expect(page.locator(".keyfill-offer")).to_contain_text("Filled in for alice in demo")
    offer(page).click()
    panel.button("Close").click()
    expect(dialog).to_be_hidden()


def test_a_session_comes_along_and_goes_everywhere(visit: Visit, stack: Stack, site: str) -> None:
    page = visit.page
    panel = panel_at(visit, f"{site}panel/")
    visit.instant()
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    follow(page, "Commands")
    expect(commands(page)).to_contain_text(f"# AWS_ACCESS_KEY_ID={access}")
    expect(page.locator(".keyfill-offer")).to_contain_text("Filled in for alice")
    follow(page, "Plain")
    assert page.locator("keyfill-panel").count() == 0
    follow(page, "Commands")
    expect(commands(page)).to_contain_text(f"# AWS_ACCESS_KEY_ID={access}")
    page.go_back()
    page.locator("h1", has_text="Plain").wait_for()
    page.go_forward()
    expect(commands(page)).to_contain_text(f"# AWS_ACCESS_KEY_ID={access}")
    offer(page).click()
    panel.sign_out()
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('[data-slot]')")
    expect(commands(page)).to_contain_text("# AWS_ACCESS_KEY_ID=<access-key>")
    follow(page, "Plain")
    follow(page, "Commands")
    expect(commands(page)).to_contain_text("# AWS_ACCESS_KEY_ID=<access-key>")


def test_leaving_takes_everything_at_once(visit: Visit, stack: Stack, site: str) -> None:
    """A page that the browser keeps is shown again as it was when the event was over."""
    page = visit.page
    page.goto(site, wait_until="networkidle")
    before = page.locator("article > .highlight").inner_html()
    offer(page).click()
    panel = Panel(visit)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    expect(commands(page)).to_contain_text(f"# AWS_ACCESS_KEY_ID={access}")
    left = page.evaluate("""() => {
        dispatchEvent(new PageTransitionEvent("pagehide"));
        return document.querySelector("article > .highlight").innerHTML;
    }""")
    assert left == before


def test_values_are_kept_for_the_tab_when_the_reader_agrees(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site)
    panel = give_bucket(visit)
    expect(commands(page)).to_contain_text("s3://my-bucket/<object>")
    page.reload()
    expect(commands(page)).to_contain_text("s3://<bucket>/<object>")
    assert page.evaluate("sessionStorage.length") == 0

    give_bucket(visit)
    panel.root.get_by_label("Keep them in this browser tab").check()
    page.reload()
    expect(commands(page)).to_contain_text("s3://my-bucket/<object>")
    assert page.evaluate("JSON.stringify([...Object.entries(sessionStorage)])") == (
        '[["keyfill-values","[[\\"bucket\\",\\"my-bucket\\"]]"]]'
    )
    offer(page).click()
    panel.root.get_by_role("button", name="Values on this page").click()
    panel.button("Clear the values").click()
    assert page.evaluate("sessionStorage.length") == 0


@pytest.fixture
def kept(visit: Visit, site: str) -> None:
    """A value is kept for the tab, so that the app comes without being asked for."""
    visit.page.goto(site)
    visit.page.evaluate("sessionStorage['keyfill-values'] = '[[\"bucket\",\"my-bucket\"]]'")


def test_an_offer_that_is_taken_while_the_app_comes_opens_then(
    visit: Visit, site: str, kept: None
) -> None:
    with visit.held_back("**/app_bg.wasm"):
        visit.page.goto(site)
        offer(visit.page).click()
    expect(visit.page.get_by_role("dialog", name="Keys and values")).to_be_visible()
    expect(commands(visit.page)).to_contain_text("s3://my-bucket/")


def test_an_offer_that_is_taken_before_its_script_is_there_opens_then(
    visit: Visit, site: str
) -> None:
    with visit.held_back("**/panel.js"):
        visit.page.goto(site)
        offer(visit.page).click()
    expect(visit.page.get_by_role("dialog", name="Keys and values")).to_be_visible()


def test_an_offer_can_be_taken_although_kept_values_could_not_be_filled_in(
    visit: Visit, site: str, kept: None
) -> None:
    visit.expect_console("Failed to load resource")
    visit.page.route("**/app_bg.wasm", lambda route: route.abort())
    visit.page.goto(site)
    expect(visit.page.locator(".keyfill-note")).to_contain_text("could not be loaded")
    visit.page.unroute_all()
    offer(visit.page).click()
    expect(visit.page.get_by_role("dialog", name="Keys and values")).to_be_visible()


def test_a_click_on_a_slot_in_a_link_follows_the_link(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site)
    give_bucket(visit)
    page.keyboard.press("Escape")
    page.locator("article p a [data-slot=bucket]", has_text="my-bucket").click()
    page.locator("h1", has_text="Plain").wait_for()


def test_the_offer_is_not_there_without_scripts(open_visit: OpenVisit, site: str) -> None:
    page = open_visit(scripts=False).page
    page.goto(site)
    expect(offer(page)).to_be_hidden()
    expect(commands(page)).to_contain_text("<access-key>")


def test_an_offer_that_cannot_load_says_so_and_can_be_taken_again(visit: Visit, site: str) -> None:
    page = visit.page
    visit.expect_console("Failed to load resource")
    page.goto(site)
    page.route("**/app_bg.wasm", lambda route: route.abort())
    offer(page).click()
    expect(page.locator(".keyfill-note")).to_contain_text("could not be loaded")
    page.unroute_all()
    offer(page).click()
    expect(page.get_by_role("dialog", name="Keys and values")).to_be_visible()
    expect(page.locator(".keyfill-note")).to_have_count(0)
