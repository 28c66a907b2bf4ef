"""The row of tabs: its menu, what leads to a tab, and what a page says of keeping a choice."""

from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.rules import LIMITS
from written_site import FENCE, OPTIONS, Site, one, told

STEPS = [{"lead": "Do it.", "text": "do it"}]
OWN = {f"own{number}": {"label": f"Own <{number}>", "steps": STEPS} for number in range(5)}
CLIENTS = ["aws", "mc", "s3cmd", *OWN]
MANY: dict[str, Any] = {**OPTIONS, "tabs": OWN}


def test_clients_without_a_place_in_the_row_are_in_a_menu(site: Site) -> None:
    page = site.build(MANY)
    row = one(page, ".tabbed-labels")
    # Without scripts there is no menu: each client has its tab, and each tab its radio.
    assert len(row.select("label")) == len(page.select("input[type=radio]")) == len(CLIENTS)
    menu = one(row, "select")
    assert menu["hidden"] == "" and menu["aria-label"] == "More clients"
    head, *options = menu.select("option")
    assert head.text == "More" and head.has_attr("disabled") and head.has_attr("selected")
    assert [option["value"] for option in options] == CLIENTS[LIMITS.tabs_in_row :]
    assert [option.text for option in options] == ["Own <3>", "Own <4>"]


def test_as_many_as_the_row_has_room_for_need_none(site: Site) -> None:
    page = site.build({**MANY, "clients": CLIENTS[: LIMITS.tabs_in_row]})
    assert len(page.select("label")) == LIMITS.tabs_in_row
    assert not page.select(".tabbed-labels select")


def test_the_menu_is_that_of_the_fence(site: Site) -> None:
    clients = list(reversed(CLIENTS))
    page = site.build(MANY, page=f'```keyfill clients="{" ".join(clients)}"\n```\n')
    options = page.select(".tabbed-labels option")[1:]
    assert [option["value"] for option in options] == clients[LIMITS.tabs_in_row :]


def test_links_to_tabs_are_links_that_mkdocs_knows(site: Site) -> None:
    links = {"links": {"anchors": "warn"}}
    site.write("other.md", "# Other\n\n[mc](index.md#keyfill-mc)\n")
    page = site.build(MANY, page=f"[own](#keyfill-own4)\n\n{FENCE}", validation=links)
    assert [anchor["name"] for anchor in page.select("a[name]")] == [
        f"keyfill-{client}" for client in CLIENTS
    ]
    # They stand before the element, whose children the app replaces.
    assert not one(page, "keyfill-panel").select("a[name]")


def test_a_link_to_a_tab_that_is_not_there_is_told(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    links = {"links": {"anchors": "warn"}}
    page = '[own](#keyfill-own4)\n\n```keyfill clients="mc"\n```\n'
    with pytest.raises(Abort):
        site.build(MANY, page=page, validation=links)
    assert "'#keyfill-own4'" in caplog.text


@pytest.mark.parametrize("page", ['```keyfill show="list"\n```\n', "# No panel\n"])
def test_nothing_leads_to_tabs_that_are_not_there(site: Site, page: str) -> None:
    assert not site.build(page=page).select("a[name]")


@pytest.mark.parametrize("page", [FENCE, "```bash\nmc ls <region>\n```\n"])
def test_a_panel_says_whether_choices_are_kept(site: Site, page: str) -> None:
    for written, is_kept in ((None, False), (False, False), (" true ", True), (True, True)):
        panel = one(
            site.build({**OPTIONS, "remember_choices": written}, page=page), "keyfill-panel"
        )
        assert panel.has_attr("data-remember-choices") == is_kept
        assert "remember_choices" not in str(panel["data-config"])


def test_it_is_a_truth_value(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        site.build({**OPTIONS, "remember_choices": "always"})
    assert told(caplog) == (
        "Plugin 'keyfill' option 'remember_choices': 'always' is neither true nor false. "
        "Expected: true or false."
    )
