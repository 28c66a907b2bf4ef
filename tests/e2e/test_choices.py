"""What a chosen tab is linked with: the address, the author's tabs, other panels, other pages."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from .conftest import World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
# Material remembers whole pixels of where the reader has been, and goes back there.
IN_VIEW = """panel => { const { top } = panel.getBoundingClientRect();
  return top > -1 && top < innerHeight / 2; }"""
TABBED = '=== "aws"\n\n    Install aws.\n\n=== "rclone"\n\n    Install rclone.\n\n    And more.\n'
FAR = "Far.\n\n" * 60
MANY: dict[str, Any] = {
    "clients": ["aws", "mc", "s3cmd", "rclone", "boto3", "env", "restic", "own"]
}
OWN = {"label": "Ours", "steps": [{"lead": "Run.", "language": "bash", "text": "own <access-key>"}]}
PAGES = {
    "index.md": f"# One\n\n[Two](two.md) [far](two.md#keyfill-own)\n\n{FENCE}",
    "two.md": f"# Two\n\n[rclone](#keyfill-rclone) [none](#keyfill-none)\n\n{FAR}{FENCE}\n{FENCE}",
    "heading.md": f"# Three\n\n{FENCE}\n{FAR}\n## Mine {{: #keyfill-rclone }}\n\n{FAR}",
    "linked.md": f"# Four\n\n{FAR}{TABBED}\n{FENCE}\n{TABBED}\n{FAR}",
}


def build(
    world: World, temporary: pytest.TempPathFactory, name: str, *features: str, **options: Any
) -> str:
    url = f"{world.origin}/{name}/"
    work = temporary.mktemp(name)
    build_site(
        work,
        world.directory / name,
        world.stack,
        url,
        PAGES,
        features=features,
        extensions=["attr_list", {"pymdownx.tabbed": {"alternate_style": True}}],
        tabs={"own": OWN},
        **MANY,
        **options,
    )
    return url


@pytest.fixture(scope="module")
def kept(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A site whose author lets choices be kept, and links tabs."""
    return build(world, tmp_path_factory, "kept", "content.tabs.link", remember_choices=True)


@pytest.fixture(scope="module")
def forgotten(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A site whose author does not."""
    return build(world, tmp_path_factory, "forgotten")


def tab(panel: Panel, client: str) -> Locator:
    return panel.root.locator(f"input[value={client}]")


def asked_for_the_app(visit: Visit) -> bool:
    return any(request.url.endswith("/app_bg.wasm") for request in visit.requests)


def test_a_tab_stays_chosen_on_the_next_page(visit: Visit, kept: str) -> None:
    panel_at(visit, kept).choose_tab("s3cmd")
    panel = panel_at(visit, f"{kept}two/")
    expect(tab(panel, "s3cmd")).to_be_checked()
    expect(tab(Panel(visit, 1), "s3cmd")).to_be_checked()
    # Also one that is in the menu, and one that was chosen in the app.
    panel.choose_tab("restic")
    panel = panel_at(visit, kept)
    expect(tab(panel, "restic")).to_be_checked()
    expect(panel.more.locator("option:checked")).to_have_text("restic")
    assert not asked_for_the_app(visit)
    panel.use_own_keys()
    expect(tab(panel, "restic")).to_be_checked()
    panel.choose_tab("mc")
    expect(tab(panel_at(visit, f"{kept}two/"), "mc")).to_be_checked()
    assert visit.page.evaluate("({...sessionStorage})") == {"keyfill-client": "mc"}


def test_what_is_kept_is_a_name_that_the_page_knows(visit: Visit, kept: str) -> None:
    panel_at(visit, kept)
    visit.page.evaluate(
        """() => {
          sessionStorage["keyfill-client"] = '"]<b>';
          sessionStorage["keyfill-shell"] = "x";
        }"""
    )
    panel = panel_at(visit, f"{kept}two/")
    expect(tab(panel, "aws")).to_be_checked()
    visit.settled()
    assert not asked_for_the_app(visit)
    panel.use_own_keys()
    expect(tab(panel, "aws")).to_be_checked()
    expect(panel.blocks.first).to_contain_text("aws")


def test_a_shell_stays_chosen_and_its_commands_come(visit: Visit, kept: str) -> None:
    panel = panel_at(visit, kept)
    panel.root.get_by_label("Shell", exact=True).select_option(label="fish")
    expect(panel.blocks.first).to_contain_text("sh -c '")
    panel = panel_at(visit, f"{kept}two/")
    expect(panel.root.get_by_label("Shell", exact=True).locator("option:checked")).to_have_text(
        "fish"
    )
    expect(panel.blocks.first).to_contain_text("sh -c '")
    expect(panel.form).to_have_count(0)


def test_nothing_is_kept_where_the_author_does_not_say_so(visit: Visit, forgotten: str) -> None:
    panel = panel_at(visit, forgotten)
    panel.choose_tab("s3cmd")
    panel.root.get_by_label("Shell", exact=True).select_option(label="fish")
    expect(panel.blocks.first).to_contain_text("sh -c '")
    assert "keyfill" not in visit.page.evaluate(STORED)
    expect(tab(panel_at(visit, f"{forgotten}two/"), "aws")).to_be_checked()


def test_an_address_opens_a_tab_and_shows_the_panel(visit: Visit, forgotten: str) -> None:
    panel = panel_at(visit, f"{forgotten}two/#keyfill-own")
    for each in (panel, Panel(visit, 1)):
        expect(tab(each, "own")).to_be_checked()
        expect(each.more.locator("option:checked")).to_have_text("Ours")
    visit.page.wait_for_function(f"({IN_VIEW})(document.querySelector('keyfill-panel'))")
    # A link on the page, and the same one again.
    link = visit.page.get_by_role("link", name="rclone", exact=True)
    for other in ("mc", "aws"):
        link.click()
        expect(tab(panel, "rclone")).to_be_checked()
        visit.page.wait_for_function(f"({IN_VIEW})(document.querySelector('keyfill-panel'))")
        panel.choose_tab(other)
    visit.page.get_by_role("link", name="none", exact=True).click()
    visit.settled()
    expect(tab(panel, "aws")).to_be_checked()
    assert not asked_for_the_app(visit)
    # And in the app.
    panel.use_own_keys()
    link.click()
    expect(tab(panel, "rclone")).to_be_checked()
    expect(panel.blocks.first).to_contain_text("rclone")


@pytest.mark.parametrize("runs", [False, True])
def test_an_address_of_another_page(visit: Visit, forgotten: str, runs: bool) -> None:
    """With instant navigation, where the app may be there already."""
    panel = panel_at(visit, forgotten)
    if runs:
        panel.use_own_keys()
    visit.instant()
    visit.page.get_by_role("link", name="far", exact=True).click()
    visit.page.locator("h1", has_text="Two").wait_for()
    expect(tab(panel, "own")).to_be_checked()
    expect(panel.blocks.first).to_contain_text("own")
    visit.page.wait_for_function(f"({IN_VIEW})(document.querySelector('keyfill-panel'))")
    assert asked_for_the_app(visit) == runs


def test_a_heading_of_that_name_wins(visit: Visit, forgotten: str) -> None:
    panel = panel_at(visit, f"{forgotten}heading/#keyfill-rclone")
    visit.settled()
    expect(tab(panel, "aws")).to_be_checked()
    assert visit.page.locator("h2").evaluate(IN_VIEW)


def authors(visit: Visit, index: int, label: str) -> Locator:
    """A tab of the author's, of the set of this number."""
    tabs = visit.page.locator("[data-tabs]").nth(index)
    return tabs.locator(".tabbed-labels > label").filter(has_text=label)


def expect_authors(visit: Visit, text: str) -> None:
    for index in (0, 1):
        block = visit.page.locator("[data-tabs]").nth(index).locator(".tabbed-block:visible")
        expect(block).to_contain_text(text)


@pytest.mark.parametrize("runs", [False, True])
def test_linked_tabs_follow_and_are_followed(visit: Visit, kept: str, runs: bool) -> None:
    panel = panel_at(visit, f"{kept}linked/")
    visit.settled()
    if runs:
        panel.use_own_keys()
    authors(visit, 1, "rclone").click()
    expect(tab(panel, "rclone")).to_be_checked()
    expect(panel.blocks.first).to_contain_text("rclone")
    expect_authors(visit, "Install rclone")
    label = panel.root.locator("label", has_text="aws").first
    label.scroll_into_view_if_needed()
    before = label.bounding_box()
    panel.choose_tab("aws")
    expect_authors(visit, "Install aws")
    # What the reader has pressed is where it was, although what is above it has another height.
    after = label.bounding_box()
    assert before is not None and after is not None and abs(after["y"] - before["y"]) < 1
    # What the author has no tab for changes nothing there.
    panel.choose_tab("restic")
    visit.settled()
    expect_authors(visit, "Install aws")
    expect(tab(panel, "restic")).to_be_checked()


def test_tabs_are_linked_where_the_theme_links_them_alone(visit: Visit, forgotten: str) -> None:
    panel = panel_at(visit, f"{forgotten}linked/")
    authors(visit, 0, "rclone").click()
    visit.settled()
    expect(tab(panel, "aws")).to_be_checked()
    panel.choose_tab("rclone")
    panel.choose_tab("aws")
    expect(visit.page.locator("[data-tabs] .tabbed-block:visible").first).to_contain_text("rclone")
