"""Several regions: of one Keystone, with a Keystone of its own, and as the catalog has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from stack import Stack

from .conftest import World, expect_revoked, panel_at
from .panel import Panel
from .sites import AUR2_STORE, FENCE, all_ways, build_site
from .visit import Visit

QUESTION = "Bor1 has its own Keystone. Sign out here and sign in there?"
NOWHERE = "https://nowhere-{region}.cloud.example:8080"


@pytest.fixture(scope="module")
def other(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Another Keystone, for the region Bor1."""
    with Stack(tmp_path_factory.mktemp("other"), [world.origin]) as another:
        yield another


@pytest.fixture(scope="module")
def three(world: World, other: Stack, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with two regions of one Keystone, and one of another."""
    options = all_ways(world.stack)
    options["regions"]["Bor1"] = {"keystone_url": other.keystone_url, "s3_endpoint": other.s3_url}
    return site(world, tmp_path_factory, "three", options)


@pytest.fixture(scope="module")
def catalog(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page that may show the endpoints of the catalog, and has wrong ones itself."""
    options = {
        **all_ways(world.stack),
        "regions": ["Aur1", "Aur2", "Aur3"],
        "s3_endpoint": NOWHERE,
        "catalog_endpoints": True,
    }
    return site(world, tmp_path_factory, "catalog", options)


def site(world: World, tmp: pytest.TempPathFactory, name: str, options: dict[str, Any]) -> str:
    url = f"{world.origin}/{name}/"
    pages = {"index.md": f"# Regions\n\n{FENCE}"}
    build_site(tmp.mktemp(name), world.directory / name, world.stack, url, pages, **options)
    return url


def picker(panel: Panel) -> Locator:
    return panel.root.get_by_label("Region", exact=True)


def commands(panel: Panel) -> str:
    return "\n".join(panel.blocks.all_text_contents())


def asked_of_others(panel: Panel) -> list[str]:
    """Return what was asked of servers; a theme may ask for its own site's files at any time."""
    visit = panel.visit
    own = str(visit.page.evaluate("location.origin + '/'"))
    return [r.url for r in visit.requests if not r.url.startswith(own)]


def test_regions_of_one_keystone_share_the_session(ways_panel: Panel, stack: Stack) -> None:
    ways_panel.sign_in(stack.token("alice", "demo"))
    access = ways_panel.create()
    title = ways_panel.list_title
    expect(title).to_contain_text("Your keys in demo for Aur1, Aur2")
    expect(ways_panel.blocks.first).to_contain_text(stack.s3_url)
    before = len(asked_of_others(ways_panel))
    picker(ways_panel).select_option("Aur2")
    expect(ways_panel.lead).to_contain_text("alice in demo, Aur2")
    expect(ways_panel.blocks.first).to_contain_text(AUR2_STORE)
    expect(ways_panel.filled).to_contain_text("profile aur2, region Aur2, project demo")
    assert stack.s3_url not in commands(ways_panel)
    assert ways_panel.chosen() == access
    expect(title).to_contain_text("Your keys in demo for Aur1, Aur2")
    picker(ways_panel).select_option("Aur1")
    expect(ways_panel.blocks.first).to_contain_text(stack.s3_url)
    assert len(asked_of_others(ways_panel)) == before


def test_region_is_chosen_before_signing_in(ways_panel: Panel, stack: Stack) -> None:
    picker(ways_panel).select_option("Aur2")
    expect(ways_panel.blocks.first).to_contain_text(AUR2_STORE)
    ways_panel.use_own_keys()
    expect(ways_panel.token).to_have_accessible_name("Token for Aurora Cloud Aur2")
    ways_panel.sign_in(stack.token("bob", "demo"))
    expect(ways_panel.lead).to_contain_text("bob in demo, Aur2")


def test_endpoint_of_the_catalog_is_shown_and_not_asked(
    visit: Visit, stack: Stack, world: World, catalog: str
) -> None:
    panel = panel_at(visit, catalog)
    # Before somebody signs in, nobody knows the catalog.
    expect(panel.blocks.first).to_contain_text("https://nowhere-aur1.cloud.example:8080")
    stack.remove_credentials("bob")
    panel.open_form("Password")
    panel.give_password("bob", stack.users["bob"].password)
    panel.create()
    for region, url in stack.s3_regions.items():
        picker(panel).select_option(region)
        expect(panel.blocks.first).to_contain_text(url)
        assert "nowhere" not in commands(panel)
        assert any(url in text for text in panel.copy_steps())
    # The catalog has no such region.
    picker(panel).select_option("Aur3")
    expect(panel.blocks.first).to_contain_text("https://nowhere-aur3.cloud.example:8080")
    panel.sign_out()
    picker(panel).select_option("Aur1")
    expect(panel.blocks.first).to_contain_text("https://nowhere-aur1.cloud.example:8080")
    allowed = (f"{world.origin}/", f"{stack.keystone_url}/", "data:")
    assert [r.url for r in visit.requests if not r.url.startswith(allowed)] == []
    stack.remove_credentials("bob")


def test_endpoint_of_the_catalog_is_not_shown_unasked(ways_panel: Panel, stack: Stack) -> None:
    picker(ways_panel).select_option("Aur2")
    ways_panel.sign_in(stack.token("alice", "demo"))
    ways_panel.create()
    assert stack.s3_regions["Aur2"] not in commands(ways_panel)
    expect(ways_panel.blocks.first).to_contain_text(AUR2_STORE)


@pytest.mark.parametrize("answer", ["Stay signed in", "Escape"])
def test_region_of_another_keystone_asks_and_one_stays(
    visit: Visit, stack: Stack, three: str, answer: str
) -> None:
    panel = panel_at(visit, three)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    expect(panel.list_title).to_contain_text("for Aur1, Aur2")
    expect(panel.list_title).not_to_contain_text("Bor1")
    picker(panel).select_option("Bor1")
    expect(panel.question).to_have_accessible_name(QUESTION)
    assert panel.question.evaluate("question => question.contains(document.activeElement)")
    if answer == "Escape":
        visit.page.keyboard.press("Escape")
    else:
        panel.question.get_by_role("button", name=answer).click()
    expect(panel.question).to_have_count(0)
    expect(panel.lead).to_contain_text("alice in demo, Aur1")
    expect(picker(panel)).to_have_value("Aur1")
    expect(panel.blocks.first).to_contain_text(access)


def test_sign_in_at_another_keystone(visit: Visit, stack: Stack, other: Stack, three: str) -> None:
    panel = panel_at(visit, three)
    panel.open_form("Password")
    panel.give_password("bob", stack.users["bob"].password)
    panel.button("Create key").wait_for()
    tokens = visit.obtained(stack.keystone_url)
    picker(panel).select_option("Bor1")
    panel.question.get_by_role("button", name="Sign in there").click()
    expect(picker(panel)).to_have_value("Bor1")
    expect_revoked(stack, tokens)
    # The password of one Keystone is not known to the other.
    expect(panel.field("user")).to_have_accessible_name("User name for Aurora Cloud Bor1")
    assert visit.calls(other.keystone_url) == []
    panel.give_password("bob", other.users["bob"].password)
    expect(panel.lead).to_contain_text("bob in demo, Bor1")
    panel.create()
    expect(panel.list_title).to_contain_text("demo for Bor1")
    sent = visit.posted(other.keystone_url)
    assert all(stack.users["bob"].password not in str(body) for body in sent)


def test_pasted_token_is_not_revoked_by_going_elsewhere(
    visit: Visit, stack: Stack, three: str
) -> None:
    panel = panel_at(visit, three)
    token = stack.token("alice", "demo")
    panel.sign_in(token)
    picker(panel).select_option("Bor1")
    panel.question.get_by_role("button", name="Sign in there").click()
    expect(panel.token).to_have_accessible_name("Token for Aurora Cloud Bor1")
    assert stack.identity.is_valid(token) is True
    assert visit.calls(stack.keystone_url, "DELETE") == []


def test_another_keystone_needs_no_question_while_nobody_is_signed_in(
    visit: Visit, other: Stack, three: str
) -> None:
    panel = panel_at(visit, three)
    picker(panel).select_option("Bor1")
    expect(panel.question).to_have_count(0)
    expect(panel.blocks.first).to_contain_text(other.s3_url)
    panel.sign_in(other.token("alice", "demo"))
    expect(panel.lead).to_contain_text("alice in demo, Bor1")


def test_file_for_another_region_is_refused_while_signed_in(
    visit: Visit, stack: Stack, other: Stack, three: str
) -> None:
    """Renewing a session cannot mean another Keystone."""
    visit.page.clock.install()
    panel = panel_at(visit, three)
    panel.sign_in(stack.token("alice", "demo"))
    for _ in range(4):
        visit.page.clock.fast_forward(14 * 60_000)
        panel.choose_tab("mc")
        panel.choose_tab("aws")
    panel.button("Sign in again").click()
    panel.way("Password").check()
    text = f"OS_AUTH_URL={other.keystone_url}\nOS_USERNAME=bob\n"
    file = {"name": "openrc", "mimeType": "text/plain", "buffer": text.encode()}
    panel.root.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    panel.expect_notice(
        "The file is for Bor1, which has its own Keystone.", "Choose that region first"
    )
    expect(panel.lead).to_contain_text("alice in demo, Aur1")
