"""The panel before anybody wants the app: it works, and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from mkdocs_keyfill.web import asset_copies
from playwright.sync_api import expect

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .sites import FENCE, all_ways, build_site
from .test_copy_anywhere import NO_COMMAND
from .visit import FAILED_LOAD, Visit

APP = ("app.css", "app.js", "app_bg.wasm")
TOLD = "Sign in to fill in the access key."
LOADING = "Loading…"
SECOND = 1000
CONNECTION = "Object.defineProperty(navigator, 'connection', {{ value: {} }})"
GOOD = CONNECTION.format("{ effectiveType: '4g', saveData: false }")
SAVES_DATA = CONNECTION.format("{ saveData: true }")
STYLES = "document.adoptedStyleSheets.length"


@pytest.fixture(scope="module")
def short(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page whose panel is short, and another such panel far below."""
    url = f"{world.origin}/short/"
    fence = '```keyfill clients="mc" compact\n```\n'
    pages = {"index.md": "# Short\n\n" + fence, "far.md": "# Far\n\n" + "Far.\n\n" * 99 + fence}
    work = tmp_path_factory.mktemp("short")
    build_site(work, world.directory / "short", world.stack, url, pages)
    return url


@pytest.fixture(scope="module")
def own(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with a tab of the author's own."""
    url = f"{world.origin}/own/"
    steps = [
        {"lead": "Run it.", "language": "bash", "text": "it <endpoint>", "copy_name": "the tool"},
        {"lead": "So it looks.", "language": "console", "text": "$ it\nready"},
    ]
    tabs = {"own": {"label": "Own", "steps": steps}}
    work = tmp_path_factory.mktemp("own")
    pages = {"index.md": f"# Own\n\n{FENCE}"}
    build_site(work, world.directory / "own", world.stack, url, pages, tabs=tabs, clients=["own"])
    return url


@pytest.fixture(autouse=True)
def saves_data(visit: Visit) -> None:
    """Nothing is prepared for while a test takes its time."""
    visit.page.add_init_script(SAVES_DATA)


def loaded(visit: Visit) -> list[str]:
    """What was loaded of the app."""
    names = (r.url.rpartition("/")[2] for r in visit.requests)
    return sorted(name for name in names if name in APP)


def test_a_page_with_a_panel_loads_scripts_and_style_alone(visit: Visit, world: World) -> None:
    panel_at(visit, world.page)
    visit.settled()
    ours = [r.url.rpartition("/")[2] for r in visit.requests if "/assets/keyfill/" in r.url]
    assert sorted(ours) == ["keyfill.css", "keyfill.js", "panel.js"]


@pytest.mark.parametrize("client", ["aws", "mc", "s3cmd", "rclone", "boto3", "env"])
def test_the_region_that_is_picked_is_in_the_commands(visit: Visit, ways: str, client: str) -> None:
    """As the app itself has them, once it is there."""
    panel = panel_at(visit, ways)
    panel.choose_tab(client)
    expect(panel.blocks.first).to_contain_text("aur1", ignore_case=True)
    panel.root.get_by_label("Region", exact=True).select_option("Aur2")
    expect(panel.blocks.first).to_contain_text("aur2", ignore_case=True)
    expect(panel.blocks.first).not_to_contain_text("aur1", ignore_case=True)
    at_rest, copied = panel.blocks.all_text_contents(), panel.copy_steps()
    assert loaded(visit) == []
    panel.use_own_keys()
    expect(panel.root.locator(".keyfill-controls select option:checked")).to_have_text("Aur2")
    assert panel.blocks.all_text_contents() == copied == at_rest


def test_a_choice_is_one_for_the_document(
    visit: Visit, world: World, tmp_path_factory: pytest.TempPathFactory
) -> None:
    url = f"{world.origin}/both/"
    work = tmp_path_factory.mktemp("both")
    pages = {"index.md": f"# Both\n\n{FENCE}\n{FENCE}"}
    build_site(work, world.directory / "both", world.stack, url, pages, **all_ways(world.stack))
    first, second = panel_at(visit, url), Panel(visit, 1)
    second.choose_tab("mc")
    second.root.get_by_label("Region", exact=True).select_option("Aur2")
    for panel in (first, second):
        expect(panel.root.locator("input[value=mc]")).to_be_checked()
        expect(panel.root.locator(".keyfill-controls select option:checked")).to_have_text("Aur2")
        expect(panel.blocks.first).to_contain_text("s3-aur2")
    assert loaded(visit) == []


def test_a_copy_that_lacks_the_key_says_what_to_do(panel: Panel, visit: Visit) -> None:
    copies = panel.root.locator(".tabbed-block:visible .keyfill-copy")
    height = panel.root.evaluate("panel => panel.offsetHeight")
    panel.copy(copies.first)
    expect(copies.first).to_have_text("Copied")
    expect(panel.root.get_by_role("status")).to_have_text(TOLD)
    assert panel.root.evaluate("panel => panel.offsetHeight") == height
    # What proves the key has no key in it.
    panel.copy(copies.nth(2))
    expect(panel.root.get_by_role("status")).to_have_count(1)
    assert loaded(visit) == []


def test_a_browser_that_refuses_the_clipboard_is_spoken_for(panel: Panel, visit: Visit) -> None:
    visit.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject('no'); }")
    visit.page.evaluate(NO_COMMAND)
    copy = panel.root.locator(".tabbed-block:visible .keyfill-copy").first
    copy.click()
    expect(panel.root.get_by_role("status")).to_contain_text("did not let this page use the clip")
    expect(copy).to_have_text("Copy")


def test_a_tab_of_the_authors_own(visit: Visit, own: str) -> None:
    """Of a session only the commands are copied, and which they are the app knows."""
    panel = panel_at(visit, own)
    copies = panel.root.locator(".tabbed-block:visible .keyfill-copy")
    expect(copies).to_have_count(1)
    expect(copies).to_have_accessible_name("Copy the tool")
    assert panel.copy(copies) == "it <endpoint>"
    panel.use_own_keys()
    expect(copies).to_have_count(2)
    assert panel.copy(copies.nth(1)) == "it"


def test_a_pointer_over_the_button_fetches_and_a_press_needs_no_more(
    panel: Panel, visit: Visit
) -> None:
    button = panel.button("Sign in…")
    with visit.page.expect_response("**/app_bg.wasm"):
        button.hover()
    visit.settled()
    assert loaded(visit) == sorted(APP)
    assert visit.page.evaluate(STYLES) == 0
    expect(panel.root.locator("[data-focus=notice]")).to_have_count(0)
    panel.use_own_keys()
    assert loaded(visit) == sorted(APP)
    assert visit.page.evaluate(STYLES) == 1


def test_a_press_is_kept_until_the_app_is_there(visit: Visit, world: World) -> None:
    with visit.held_back("**/app_bg.wasm"):
        panel = panel_at(visit, world.page)
        panel.button("Sign in…").focus()
        visit.page.keyboard.press("Enter")
        expect(panel.root.get_by_role("status")).to_have_text(LOADING)
        expect(panel.form).to_have_count(0)
    panel.form.wait_for()
    expect(panel.token).to_be_focused()
    expect(panel.root.get_by_text(LOADING)).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 360])
def test_a_slow_line_says_beside_the_button_that_it_loads(
    open_visit: OpenVisit, world: World, width: int
) -> None:
    visit = open_visit(width=width)
    with visit.held_back("**/app_bg.wasm"):
        panel = panel_at(visit, world.page)
        # Authors' pages have no sample.
        visit.page.add_style_tag(content="[data-focus=sample] { display: none !important }")
        button = panel.button("Sign in…")
        button.scroll_into_view_if_needed()
        before = button.bounding_box()
        button.click()
        loading = panel.root.get_by_text(LOADING)
        expect(loading).to_be_visible()
        place, after = loading.bounding_box(), button.bounding_box()
        assert before and place and after
        # In its row, and where there is room, it stays in its place.
        assert abs(place["y"] + place["height"] / 2 - after["y"] - after["height"] / 2) < 8
        assert width == 360 or after == before
    panel.form.wait_for()


def test_what_cannot_be_loaded_can_be_tried_again(visit: Visit, world: World) -> None:
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, world.page)
    visit.page.route("**/app_bg.wasm", lambda route: route.abort())
    panel.button("Sign in…").click()
    expect(panel.root.get_by_role("status")).to_contain_text("app_bg.wasm could not be loaded.")
    visit.page.unroute_all()
    panel.button("Try again").click()
    expect(panel.token).to_be_focused()


def test_a_script_that_does_not_come_is_spoken_for(visit: Visit, world: World) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.route("**/panel.js", lambda route: route.abort())
    visit.page.goto(world.page)
    note = Panel(visit).root.locator(".keyfill-note")
    expect(note).to_contain_text("panel.js could not be loaded.")


@pytest.fixture
def watched(open_visit: OpenVisit) -> Iterator[Visit]:
    """A visit with a clock of its own."""
    visit = open_visit()
    visit.page.clock.install()
    yield visit


def in_view(visit: Visit, url: str, connection: str) -> list[str]:
    """What a page has loaded of the app while its panel was in view for a while."""
    visit.page.add_init_script(connection)
    panel_at(visit, url)
    visit.settled()
    visit.stop_the_clock()
    assert loaded(visit) == []
    visit.page.clock.run_for(4 * SECOND)
    # What the page has put off until it has nothing else to do comes now.
    visit.page.clock.resume()
    visit.settled()
    return loaded(visit)


def test_a_panel_in_view_for_a_while_is_prepared_for(watched: Visit, short: str) -> None:
    watched.page.add_init_script(GOOD)
    panel = panel_at(watched, short)
    with watched.page.expect_response("**/app_bg.wasm"):
        watched.page.clock.run_for(4 * SECOND)
    # It is fetched and compiled, and nothing of it runs.
    assert watched.page.evaluate(STYLES) == 0
    expect(panel.root.locator("[data-focus=notice]")).to_have_count(0)


@pytest.mark.parametrize(
    "connection",
    ["{ effectiveType: '4g', saveData: true }", "{ effectiveType: '3g', saveData: false }"],
)
def test_it_is_not_where_data_costs(watched: Visit, short: str, connection: str) -> None:
    assert in_view(watched, short, CONNECTION.format(connection)) == []


def test_it_is_not_where_it_is_out_of_view(watched: Visit, short: str) -> None:
    assert in_view(watched, f"{short}far/", GOOD) == []


def test_the_style_of_the_app_outlives_instant_navigation(visit: Visit, ways: str) -> None:
    panel = panel_at(visit, ways)
    panel.use_own_keys()
    visit.instant()
    visit.page.get_by_role("link", name="Other").first.click()
    visit.page.locator("h1", has_text="Other").wait_for()
    # The form is the document's, and still open.
    panel.form.wait_for()
    styled: Any = panel.form.evaluate("form => getComputedStyle(form).borderBottomStyle")
    assert (styled, visit.page.evaluate(STYLES)) == ("solid", 1)


def test_a_panel_that_is_written_by_hand_gets_its_button_and_loads_no_app(
    visit: Visit, world: World
) -> None:
    folder = world.directory / "by-hand"
    asset_copies.copy(folder / "keyfill", force=False)
    attributes = f'data-regions="Aur1" data-keystone-url="{world.stack.keystone_url}"'
    attributes += f' data-s3-endpoint="{world.stack.s3_url}" data-brand="Aurora"'
    (folder / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><title>By hand</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="keyfill/keyfill.css">'
        '<script type="module" src="keyfill/keyfill.js"></script>'
        f"<keyfill-panel {attributes}><p>Static.</p></keyfill-panel>"
    )
    visit.page.goto(f"{world.origin}/by-hand/")
    panel = Panel(visit)
    expect(panel.button("Sign in…")).to_be_visible()
    expect(panel.root).to_contain_text("Static.")
    visit.settled()
    assert not [request for request in visit.requests if "app" in request.url.rsplit("/", 1)[1]]
    panel.use_own_keys()
    panel.button("Cancel").click()
    # Taken out of the page and put back, it has one button again.
    visit.page.evaluate(
        "() => { const panel = document.querySelector('keyfill-panel');"
        " const { parentNode } = panel; panel.remove(); parentNode.append(panel); }"
    )
    expect(panel.button("Sign in…")).to_have_count(1)
