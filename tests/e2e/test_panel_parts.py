"""The parts of the app that the panel shows: the keys, and what reads files. Late, lost, wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .test_login_files import choose, cloud, clouds_yaml
from .test_parts import of_another_build
from .visit import FAILED_LOAD, Visit

KEYS = "**/keys.wasm"
FILES = "**/files.wasm"
LOST = "The list of your keys is not available: a part of this page couldn't be loaded."
NOT_READ = "The file was not read: the part of this page that reads it could not be loaded."


def asked(visit: Visit, name: str) -> int:
    """How often this file was asked for."""
    return sum(request.url.endswith(f"/{name}") for request in visit.requests)


def lists(visit: Visit) -> int:
    """How often Keystone was asked for the list of keys."""
    requests = [r for r in visit.requests if r.url.endswith("/credentials/OS-EC2")]
    return sum(request.method == "GET" for request in requests)


def test_the_form_waits_for_no_part(visit: Visit, world: World, stack: Stack) -> None:
    with visit.held_back(KEYS):
        panel = panel_at(visit, world.page)
        assert asked(visit, "keys.wasm") == 0
        panel.paste(stack.token("alice", "demo"))
        expect(panel.root).to_contain_text("Getting the list of keys…")
        expect(panel.keys).to_have_count(0)
        assert asked(visit, "keys.wasm") == 1
        assert lists(visit) == 1
        # The rest of the page comes after what the panel shows.
        assert asked(visit, "page.wasm") == 0
    expect(panel.button("Create key")).to_be_enabled()
    assert lists(visit) == 1
    panel.create()
    assert asked(visit, "files.wasm") == 0


def test_whoever_signs_out_before_it_is_there_leaves_nothing(
    visit: Visit, world: World, stack: Stack
) -> None:
    with visit.held_back(KEYS):
        panel = panel_at(visit, world.page)
        panel.paste(stack.token("alice", "demo"))
        expect(panel.root).to_contain_text("Getting the list of keys…")
        panel.sign_out()
        panel.expect_signed_out()
    visit.settled()
    panel.expect_signed_out()
    panel.sign_in(stack.token("bob", "demo"))
    expect(panel.button("Create key")).to_be_enabled()


@pytest.mark.parametrize("fault", ["lost", "of another build"])
def test_keys_that_cannot_be_shown_are_said_and_tried_again(
    visit: Visit, world: World, stack: Stack, fault: str
) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.route(
        KEYS, of_another_build if fault == "of another build" else lambda route: route.abort()
    )
    panel = panel_at(visit, world.page)
    panel.paste(stack.token("alice", "demo"))
    expect(panel.root.get_by_text(LOST)).to_be_visible()
    panel.button("Try again").click()
    expect(panel.root.get_by_text(LOST)).to_be_visible()
    visit.page.unroute_all()
    panel.button("Try again").click()
    expect(panel.button("Create key")).to_be_enabled()
    # Keystone's answer was kept meanwhile.
    assert lists(visit) == 1


def test_a_file_waits_for_what_reads_it(ways_panel: Panel, stack: Stack) -> None:
    panel, visit = ways_panel, ways_panel.visit
    panel.use_own_keys()
    with visit.held_back(FILES):
        assert asked(visit, "files.wasm") == 0
        choose(panel, "clouds.yaml", clouds_yaml(one=cloud(stack, "alice")))
        visit.settled()
        assert asked(visit, "files.wasm") == 1
    expect(panel.field("user")).to_have_value("alice")
    panel.button("Sign in").click()
    expect(panel.button("Create key")).to_be_enabled()


def test_a_file_that_cannot_be_read_is_said_and_can_be_chosen_again(
    ways_panel: Panel, stack: Stack
) -> None:
    panel, visit = ways_panel, ways_panel.visit
    visit.expect_console(FAILED_LOAD)
    panel.use_own_keys()
    visit.page.route(FILES, lambda route: route.abort())
    file = clouds_yaml(one=cloud(stack, "alice"))
    choose(panel, "clouds.yaml", file)
    panel.expect_notice(NOT_READ, "Nothing was stored or sent.")
    visit.page.unroute_all()
    choose(panel, "clouds.yaml", file)
    expect(panel.field("user")).to_have_value("alice")
