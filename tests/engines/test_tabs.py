"""The row of tabs in each engine: what a style, a menu and a storage do there."""

from __future__ import annotations

from typing import Any

import pytest

from e2e.sites import FENCE, build_site

from .conftest import World
from .reader import Reader, Thing, link

CLIENTS = ["aws", "mc", "s3cmd", "rclone", "boto3", "env", "restic", "s5cmd"]
IN_ROW = Thing("keyfill-panel .tabbed-labels > label[data-seen]")
MENU = Thing("keyfill-panel .tabbed-labels > select")
LEAD = Thing("keyfill-panel .keyfill-step p")
# Marks the labels that somebody can press.
MARK = """() => document.querySelectorAll(".tabbed-labels > label").forEach((label) =>
    label.toggleAttribute("data-seen", label.offsetWidth > 0))"""
CHOSEN = """() => [...document.querySelectorAll("keyfill-panel")].map((panel) =>
    panel.querySelector(".tabbed-set > input:checked").value).join()"""
TOP = "() => document.querySelector('keyfill-panel').getBoundingClientRect().top < innerHeight"
FAR = "Far.\n\n" * 60
PAGES = {
    "index.md": f"# One\n\n[Two](two.md)\n\n{FENCE}",
    "two.md": f"# Two\n\n[restic](#keyfill-restic)\n\n{FAR}{FENCE}\n{FENCE}",
}


@pytest.fixture(scope="session")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site with more clients than a row has room for, which keeps choices."""
    url, work = f"{world.url}tabs/", tmp_path_factory.mktemp("tabs")
    options: dict[str, Any] = {"clients": CLIENTS, "remember_choices": True}
    build_site(work, world.directory / "tabs", world.stack, url, PAGES, **options)
    return url


def expect_chosen(reader: Reader, *clients: str) -> None:
    reader.expect("the chosen tabs", CHOSEN, ",".join(clients))


def test_a_row_has_six_tabs_and_a_menu(reader: Reader, site: str) -> None:
    reader.open(site)
    reader.sees(MENU, "More")
    reader.tab.evaluate(MARK)
    reader.sees(IN_ROW, *CLIENTS[:6])
    # By the keyboard, also where there is no room.
    reader.press(Thing("keyfill-panel .tabbed-labels > label", "env"))
    expect_chosen(reader, "env")
    reader.key("ArrowDown")
    expect_chosen(reader, "restic")
    reader.has_focus("restic")
    reader.sees(MENU, "restic")
    reader.key("ArrowDown")
    reader.sees(MENU, "s5cmd")
    reader.key("Tab")
    reader.has_focus("More clients")


def test_a_choice_is_kept_and_can_be_linked_to(reader: Reader, site: str) -> None:
    reader.open(f"{site}#keyfill-s5cmd")
    expect_chosen(reader, "s5cmd")
    reader.sees(MENU, "s5cmd")
    reader.open(f"{site}two/")
    expect_chosen(reader, "s5cmd", "s5cmd")
    assert not reader.tab.evaluate(TOP)
    reader.press(link("restic"))
    expect_chosen(reader, "restic", "restic")
    reader.expect("whether the panel is in view", TOP, True)
