"""One reader's visit to each site: what must work whatever made the site."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from e2e.follower import follows
from soaking import SOAKS
from stack import Stack

from .conftest import OpenReader
from .variants import BY_NAME

# Below a version of its own each page of mike's is as those of `material`.
SIMPLE = [name for name, each in BY_NAME.items() if not each.versions]
# One for each theme, and a page by hand: `make soak` takes all of them where a test is about what
# is the same in each generator.
THEMES = SIMPLE if SOAKS else ["material", "mkdocs", "readthedocs", "zensical", "plain"]
GENERATED = [name for name in SIMPLE if BY_NAME[name].generator]
INSTANT = [name for name in SIMPLE if BY_NAME[name].instant]
KEYS = {name: "made" if name == "plain" else "keys" for name in SIMPLE}
NOTHING = {name: "nothing" if name == "plain" else "" for name in SIMPLE}
SLOTS = {name: "commands" if name == "plain" else "languages" for name in SIMPLE}


@pytest.mark.parametrize("name", SIMPLE)
def test_the_panel_fills_its_commands_and_empties_them(
    read: OpenReader, stack: Stack, name: str
) -> None:
    reader = read(name)
    reader.goto(KEYS[name])
    panel = reader.panel()
    before = panel.blocks.all_text_contents()
    token = stack.token("alice", "demo")
    panel.sign_in(token)
    access = panel.create()
    (credential,) = stack.credentials("alice")
    assert access == credential["access"]
    expect(panel.blocks.first).to_contain_text(access)
    _, secret, *_ = panel.copy_steps()
    # Not the values themselves: a failed test writes down what it compared.
    assert (secret == credential["secret"]) is True
    kept = reader.kept()
    assert (credential["secret"] in kept, token in kept) == (False, False)
    panel.sign_out()
    panel.expect_signed_out()
    assert panel.blocks.all_text_contents() == before
    assert access not in reader.page.content()


SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


@pytest.mark.parametrize("name", SIMPLE)
def test_pages_without_a_panel_load_no_app(read: OpenReader, name: str) -> None:
    reader = read(name)
    # A panel that is in view for a while is prepared for, but not for somebody who saves data.
    reader.page.add_init_script(SAVES_DATA)
    for page in (NOTHING[name], SLOTS[name]):
        reader.goto(page)
        reader.page.wait_for_load_state("networkidle")
        assert reader.page.evaluate("customElements.get('keyfill-panel') !== undefined")
        assert reader.app_requests() == []
    # A short one, too, that is written by hand: it gets a button.
    for page in ("made", "") if name == "plain" else (KEYS[name],):
        reader.goto(page)
        panel = reader.panel()
        reader.settled()
        assert reader.app_requests() == []
    panel.use_own_keys()
    assert len(reader.app_requests()) == 2


@pytest.mark.parametrize("name", INSTANT)
def test_instant_navigation_keeps_the_session(read: OpenReader, stack: Stack, name: str) -> None:
    reader = read(name)
    reader.goto("keys")
    reader.stay()
    panel = reader.sign_in(stack)
    access = panel.create()
    # A link under the mouse is fetched before it is clicked.
    fetched = reader.site.at("languages")
    with reader.page.expect_response(fetched):
        reader.link("languages").hover()
    reader.follow("languages")
    expect(reader.page.locator("keyfill-panel:not([data-offer])")).to_have_count(0)
    reader.follow("keys")
    expect(panel.blocks.first).to_contain_text(access)
    reader.page.go_back()
    reader.arrived("languages")
    reader.page.go_back()
    reader.arrived("keys")
    expect(panel.blocks.first).to_contain_text(access)
    reader.page.go_forward()
    reader.arrived("languages")
    reader.page.go_forward()
    reader.arrived("keys")
    expect(panel.lead).to_contain_text("alice in demo")
    assert panel.chosen() == access
    assert reader.stayed()


@pytest.mark.parametrize("name", [name for name in SIMPLE if name not in INSTANT])
def test_a_session_follows_to_a_new_document(read: OpenReader, stack: Stack, name: str) -> None:
    reader = read(name)
    reader.goto(KEYS[name])
    reader.stay()
    panel = reader.sign_in(stack)
    access = panel.create()
    follows(panel)
    reader.follow(SLOTS[name])
    assert not reader.stayed()
    filled = reader.article.locator("pre .keyfill-value[data-slot=access-key]").first
    expect(filled).to_have_text(access)
    reader.page.go_back()
    reader.arrived(KEYS[name])
    panel = reader.panel()
    follows(panel)
    panel.sign_out()
    panel.expect_signed_out()
    assert access not in reader.page.content()


@pytest.mark.parametrize("name", GENERATED)
def test_two_panels_share_one_session(read: OpenReader, stack: Stack, name: str) -> None:
    reader = read(name)
    reader.goto("pair")
    first = reader.panel()
    access = reader.sign_in(stack, 1).create()
    expect(first.blocks.first).to_contain_text(access)
    first.sign_out()
    reader.panel(1).expect_signed_out()


@pytest.mark.parametrize("name", GENERATED)
def test_a_panel_works_inside_other_things(read: OpenReader, stack: Stack, name: str) -> None:
    reader = read(name)
    reader.goto("nested")
    in_list, in_box, in_tab = (reader.panel(index) for index in range(3))
    expect(reader.page.locator("ol > li keyfill-panel")).to_have_count(1)
    expect(reader.page.locator(".admonition keyfill-panel")).to_have_count(1)
    expect(reader.page.locator(".tabbed-block keyfill-panel")).to_have_count(1)
    in_box.sign_in(stack.token("alice", "demo"))
    access = in_list.create()
    for panel in (in_list, in_box, in_tab):
        expect(panel.blocks.first).to_contain_text(access)
