"""The row of tabs: six of them, and a menu for the others, at rest and in the app."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

CLIENTS = ["aws", "mc", "s3cmd", "rclone", "boto3", "env", "restic", "s5cmd", "own"]
OWN = {"label": "Our own", "steps": [{"lead": "Run it.", "language": "bash", "text": "own ls"}]}
IN_ROW = ".tabbed-labels > label:visible"
COLUMNS = "panel => panel.scrollWidth <= panel.clientWidth"


@pytest.fixture(scope="module")
def many(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with nine clients, and of one with seven in a fence of its own."""
    url = f"{world.origin}/many/"
    seven = '```keyfill clients="own env boto3 rclone s3cmd mc aws"\n```\n'
    pages = {"index.md": f"# Many\n\n{FENCE}", "seven.md": f"# Seven\n\n{seven}"}
    work = tmp_path_factory.mktemp("many")
    options: dict[str, Any] = {"clients": CLIENTS, "tabs": {"own": OWN}}
    build_site(work, world.directory / "many", world.stack, url, pages, **options)
    return url


def expect_chosen(panel: Panel, client: str, menu: str) -> None:
    """Expect a client's tab to be chosen, and the menu to show this."""
    expect(panel.root.locator(f"input[value={client}]")).to_be_checked()
    expect(panel.more.locator("option:checked")).to_have_text(menu)
    expect(panel.root.locator(".tabbed-block:visible .keyfill-step").first).to_be_visible()


def expect_row(panel: Panel) -> None:
    """Expect the row to work by pointer and by keyboard, whatever has made it."""
    expect(panel.root.locator(IN_ROW)).to_have_text(CLIENTS[:6])
    expect(panel.more.locator("option")).to_have_text(["More", "restic", "s5cmd", "Our own"])
    panel.more.select_option("Our own")
    expect_chosen(panel, "own", "Our own")
    expect(panel.blocks.first).to_have_text("own ls")
    panel.choose_tab("mc")
    expect_chosen(panel, "mc", "More")
    # The keyboard goes through all of them, in a row that is one group with a name.
    panel.root.get_by_role("radio", name="mc", exact=True).focus()
    for _ in range(6):
        panel.visit.page.keyboard.press("ArrowRight")
    expect_chosen(panel, "s5cmd", "s5cmd")
    expect(panel.root.get_by_role("radio", name="s5cmd", exact=True)).to_be_focused()
    panel.visit.page.keyboard.press("ArrowLeft")
    expect_chosen(panel, "restic", "restic")
    panel.visit.page.keyboard.press("Tab")
    expect(panel.more).to_be_focused()
    panel.visit.page.keyboard.press("ArrowDown")
    expect_chosen(panel, "s5cmd", "s5cmd")
    group = panel.root.get_by_role("group", name="S3 client")
    expect(group.get_by_role("radio")).to_have_count(len(CLIENTS))
    panel.choose_tab("aws")


def test_the_row_at_rest_and_in_the_app(visit: Visit, many: str) -> None:
    panel = panel_at(visit, many)
    expect_row(panel)
    assert not [r for r in visit.requests if r.url.endswith("app_bg.wasm")]
    panel.choose_tab("s5cmd")
    panel.use_own_keys()
    # What was chosen at rest is chosen in the app.
    expect_chosen(panel, "s5cmd", "s5cmd")
    panel.button("Cancel").click()
    expect_row(panel)


def test_the_row_is_the_authors_order(visit: Visit, many: str) -> None:
    panel = panel_at(visit, f"{many}seven/")
    expect(panel.root.locator(IN_ROW)).to_have_count(6)
    expect(panel.more.locator("option")).to_have_text(["More", "aws"])


def test_six_clients_need_no_menu(panel: Panel) -> None:
    expect(panel.root.locator(IN_ROW)).to_have_count(6)
    expect(panel.more).to_have_count(0)
    panel.use_own_keys()
    expect(panel.root.locator(IN_ROW)).to_have_count(6)
    expect(panel.more).to_have_count(0)


def test_all_of_it_is_in_sight_on_a_phone(open_visit: OpenVisit, many: str) -> None:
    visit = open_visit(width=360, touch=True)
    panel = panel_at(visit, many)
    for is_open in (False, True):
        if is_open:
            panel.use_own_keys()
        for part in [*panel.root.locator(IN_ROW).all(), panel.more]:
            box = part.bounding_box()
            assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 360
        assert panel.root.evaluate(COLUMNS)
    panel.more.select_option("restic")
    expect_chosen(panel, "restic", "restic")


def test_without_scripts_each_client_has_its_tab(open_visit: OpenVisit, many: str) -> None:
    visit = open_visit(scripts=False, width=360)
    visit.page.goto(many)
    panel = Panel(visit)
    expect(panel.more).to_be_hidden()
    expect(panel.root.locator(IN_ROW)).to_have_count(len(CLIENTS))
    panel.root.locator("label", has_text="restic").click()
    expect(panel.root.locator("input[value=restic]")).to_be_checked()
    expect(panel.root.locator(".tabbed-block:visible")).to_contain_text("restic")
