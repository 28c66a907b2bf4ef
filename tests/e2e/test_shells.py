"""The commands for another shell: chosen at rest or in the app, fetched when they are wanted."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from .conftest import World, panel_at
from .visit import FAILED_LOAD, Visit


def asked(visit: Visit) -> list[str]:
    names = [request.url.rsplit("/", 1)[-1] for request in visit.requests]
    return [name for name in names if name.startswith("client-")]


def test_a_shell_that_is_chosen_at_rest_brings_its_commands(visit: Visit, world: World) -> None:
    panel = panel_at(visit, world.page)
    shell = panel.root.get_by_label("Shell", exact=True)
    expect(shell).to_be_visible()
    assert not asked(visit)
    shell.select_option(label="fish")
    expect(panel.blocks.first).to_contain_text("sh -c '")
    assert asked(visit) == ["client-aws.json", "client-aws--fish.json"]
    expect(panel.form).to_have_count(0)
    # Another client, in the same shell; what has come is not fetched again.
    panel.root.locator("label", has_text="mc").first.click()
    expect(panel.root.get_by_text("Add an alias for this region").first).to_be_visible()
    panel.root.get_by_label("Shell", exact=True).select_option(label="bash, zsh, sh")
    expect(panel.blocks.first).not_to_contain_text("sh -c '")
    assert len(asked(visit)) == len(set(asked(visit)))


def test_commands_that_were_never_run_say_so(visit: Visit, world: World) -> None:
    panel = panel_at(visit, world.page)
    panel.root.get_by_label("Shell", exact=True).select_option(label="PowerShell")
    expect(panel.root.get_by_text("Keyfill's tests cannot run them")).to_be_visible()
    expect(panel.blocks.first).to_contain_text("Read-Host")


def test_commands_that_cannot_be_had_can_be_asked_for_again(visit: Visit, world: World) -> None:
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, world.page)

    def fail(route: Route) -> None:
        route.abort()

    visit.page.route("**/client-aws--fish.json", fail)
    panel.root.get_by_label("Shell", exact=True).select_option(label="fish")
    expect(panel.root.get_by_text("The commands could not be loaded.")).to_be_visible()
    visit.page.unroute("**/client-aws--fish.json", fail)
    panel.button("Try again").click()
    expect(panel.blocks.first).to_contain_text("sh -c '")
