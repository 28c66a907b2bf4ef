"""A panel on paper, in forced colours, and in a browser that translates the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .sites import FENCE, all_ways, build_site
from .visit import Visit

BLOCK = "```bash\nexport AWS_ACCESS_KEY_ID=<access-key>\nmc ls <region>/<bucket>\n```\n"
LINES = """(value) => {
  const { textDecorationLine, textDecorationColor } = getComputedStyle(value);
  return textDecorationLine === "underline" && textDecorationColor !== "rgba(0, 0, 0, 0)";
}"""
BUTTONS = """[...document.querySelectorAll(
    ":is(.keyfill, .keyfill-page-tools) :is(button, select, input:not([type=radio]))")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.outerHTML)"""
CUT = """[...document.querySelectorAll("keyfill-panel pre, keyfill-panel pre > code")]
  .filter((e) => e.checkVisibility() && getComputedStyle(e).overflow !== "visible"
    && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1))
  .map((e) => e.textContent)"""
# What a browser does that translates: other text nodes take the place of those of the page. What it
# makes of the author's code is between it and the author.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const text of found) {
    if (!text.data.trim()) continue;
    if (text.parentElement.closest("[translate=no], pre:not(.keyfill pre)")) continue;
    const font = document.createElement("font");
    font.append(document.createElement("font"));
    font.firstChild.textContent = `«${text.data.trim()}»`;
    text.replaceWith(font);
  }
}"""


@pytest.fixture(scope="module")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with a panel, and a command of the author's."""
    url = f"{world.origin}/eyes/"
    pages = {"index.md": f"# Keys\n\n{FENCE}\n{BLOCK}"}
    work = tmp_path_factory.mktemp("eyes")
    build_site(work, world.directory / "eyes", world.stack, url, pages, **all_ways(world.stack))
    return url


@pytest.fixture
def filled(visit: Visit, site: str, stack: Stack) -> Iterator[Panel]:
    """The panel of that page, with a key in every command."""
    panel = panel_at(visit, site)
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    expect(visit.page.locator(".keyfill-slot.keyfill-value[data-slot=access-key]")).to_be_visible()
    yield panel


def test_forced_colours_tell_what_is_filled_in(filled: Panel, visit: Visit) -> None:
    values = visit.page.locator(".keyfill-value:visible")
    panels = filled.root.locator(".keyfill-value:visible").first
    assert not panels.evaluate(LINES)
    visit.page.emulate_media(forced_colors="active")
    assert values.count() > 3
    for value in values.all():
        assert value.evaluate(LINES), value.inner_text()
    for plain in filled.root.locator(".tabbed-block:visible code").all():
        assert not plain.evaluate(LINES)


def test_paper_has_the_commands_and_nothing_to_press(filled: Panel, visit: Visit) -> None:
    filled.choose_tab("rclone")
    filled.open_options()
    visit.page.emulate_media(media="print")
    assert visit.page.evaluate(BUTTONS) == []
    assert visit.page.evaluate(CUT) == []
    expect(filled.blocks.first).to_be_visible()


def test_a_translated_page_says_what_is_so(visit: Visit, site: str, stack: Stack) -> None:
    panel = panel_at(visit, site)
    at_rest = panel.blocks.first.inner_text()
    visit.page.evaluate(TRANSLATE)
    expect(panel.lead).to_contain_text("«Fill in your own keys»")
    # Commands stay what they are, and go on following what is chosen.
    expect(panel.blocks.first).to_have_text(at_rest, use_inner_text=True)
    region = panel.root.get_by_label("«Region»", exact=True)
    region.select_option(index=1)
    expect(panel.blocks.first).to_contain_text("aur2")
    region.select_option(index=0)
    panel.root.get_by_role("button", name="«Sign in…»").click()
    panel.token.wait_for()
    visit.page.evaluate(TRANSLATE)
    panel.sign_in(stack.token("alice", "demo"))
    visit.page.evaluate(TRANSLATE)
    expect(panel.lead).to_contain_text("alice in demo, Aur1")
    panel.button("Create key").click()
    slot = visit.page.locator(".keyfill-slot.keyfill-value[data-slot=access-key]")
    expect(slot).to_have_count(1)
    visit.page.evaluate(TRANSLATE)
    ((access, _),) = stack.keys("alice").items()
    expect(slot).to_have_text(access)
    expect(panel.blocks.first).to_contain_text(access)
    panel.sign_out()
    expect(visit.page.locator("article > .highlight code")).to_contain_text("<access-key>")
    expect(panel.lead).to_contain_text("Fill in your own keys")
    expect(panel.root.locator(".keyfill-keys")).to_have_count(0)
