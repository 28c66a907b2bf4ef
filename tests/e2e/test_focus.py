"""The focus stays where the reader is, while other parts of the panel come and go."""

from __future__ import annotations

import pytest
from mkdocs_keyfill.web import asset_copies
from playwright.sync_api import Locator, expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .test_keys_list import PAGE
from .visit import CREDENTIALS, SLOW, Visit

BY_HAND = """<!doctype html>
<meta charset="utf-8"><title>By hand</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="keyfill/keyfill.css">
<script type="module" src="keyfill/keyfill.js"></script>
<keyfill-panel data-regions="{region}" data-keystone-url="{keystone}" data-s3-endpoint="{store}"
  data-brand="Aurora Cloud"></keyfill-panel>
"""


@pytest.fixture(scope="module")
def by_hand(world: World) -> str:
    """The URL of a page whose panel brings no commands: the app asks for them."""
    folder = world.directory / "slow"
    asset_copies.copy(folder / "keyfill", force=False)
    stack = world.stack
    html = BY_HAND.format(region=stack.region, keystone=stack.keystone_url, store=stack.s3_url)
    (folder / "index.html").write_text(html)
    return f"{world.origin}/slow/"


@pytest.fixture(scope="module")
def page_url(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with a variable, whose theme has shortcuts for most letters."""
    url = f"{world.origin}/focus/"
    pages = {
        "index.md": f"# Focus\n\n{FENCE}\n```bash\nmc ls <bucket>\n```\n",
        "next.md": "# Next\n",
    }
    work = tmp_path_factory.mktemp("focus")
    build_site(work, world.directory / "focus", world.stack, url, pages)
    return url


def press(panel: Panel, control: Locator, key: str) -> None:
    control.focus()
    panel.visit.page.keyboard.press(key)


def test_a_value_is_typed_in_one_go(visit: Visit, page_url: str) -> None:
    """The first letters are no value yet, and a reason comes below the field."""
    panel = panel_at(visit, page_url)
    panel.use_own_keys()
    panel.root.get_by_role("button", name="Values on this page").click()
    field = panel.value("Bucket")
    field.focus()
    visit.page.keyboard.press("Shift+N")
    expect(panel.root.locator(".keyfill-wrong")).to_be_visible()
    visit.page.keyboard.press("Backspace")
    visit.page.keyboard.type("pants", delay=50)
    expect(field).to_have_value("pants")
    expect(field).to_be_focused()
    expect(visit.page.locator("article > .highlight code")).to_have_text("mc ls pants\n")


def test_on_a_slow_machine_the_token_has_the_focus(visit: Visit, by_hand: str) -> None:
    """There, the reader's click comes between a drawing and what the panel asks for after it."""
    visit.page.add_init_script(SLOW)
    visit.page.goto(by_hand)
    panel = Panel(visit)
    panel.button("Sign in…").click()
    expect(panel.token).to_be_focused()


def test_ways_to_sign_in_are_chosen_by_arrow_keys(ways_panel: Panel) -> None:
    ways_panel.open_form("Token")
    ways_panel.way("Token").focus()
    for name in ("Password", "Application credential", "Token"):
        ways_panel.visit.page.keyboard.press("ArrowDown")
        expect(ways_panel.way(name)).to_be_focused()
        expect(ways_panel.way(name)).to_be_checked()


def test_keys_are_chosen_by_arrow_keys(panel: Panel, stack: Stack) -> None:
    for _ in range(3):
        stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(3)
    radios = panel.keys.get_by_role("radio")
    press(panel, radios.first, "ArrowDown")
    expect(radios.nth(1)).to_be_focused()
    panel.visit.page.keyboard.press("ArrowDown")
    expect(radios.nth(2)).to_be_focused()
    expect(radios.nth(2)).to_be_checked()
    assert panel.chosen() == panel.listed()[2]


def test_controls_keep_the_focus_that_they_were_pressed_with(panel: Panel, stack: Stack) -> None:
    for _ in range(2):
        stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(2)
    quick = panel.option("Quick form")
    press(panel, quick, "Space")
    expect(panel.root.get_by_text("Quick commands contain the secret key.")).to_be_visible()
    expect(quick).to_be_focused()
    panel.visit.page.keyboard.press("Space")
    expect(quick).not_to_be_checked()
    expect(quick).to_be_focused()
    several = panel.button("Delete several…")
    with panel.visit.held_back(CREDENTIALS):
        press(panel, panel.button("Refresh"), "Enter")
        expect(several).to_have_count(0)
        expect(panel.button("Refresh")).to_be_focused()
    expect(several).to_be_visible()
    expect(panel.button("Refresh")).to_be_focused()


def test_a_search_goes_on_when_one_page_is_left(panel: Panel, stack: Stack) -> None:
    stack.fill_credentials("alice", "demo", PAGE + 1)
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.button("More keys")).to_be_visible()
    wanted = panel.listed()[0]
    field = panel.root.get_by_label("Find a key")
    field.focus()
    panel.visit.page.keyboard.type(wanted[:12], delay=30)
    expect(field).to_have_value(wanted[:12])
    expect(field).to_be_focused()
    expect(panel.button("More keys")).to_have_count(0)
    assert panel.listed() == [wanted]
