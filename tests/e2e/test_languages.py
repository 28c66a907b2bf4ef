"""A panel in the language of its page: at rest, in the app, and where its words do not come."""

from __future__ import annotations

import json

import pytest
from mkdocs_keyfill.languages import catalogue
from mkdocs_keyfill.languages.catalogue import SHIPPED
from playwright.sync_api import Route, ViewportSize, expect

from docs.languages import forms_of
from stack import Stack

from . import pseudo
from .conftest import World
from .panel import Panel
from .sites import FENCE, build_site
from .visit import FAILED_LOAD, Visit

GERMAN = {id_: forms.other for id_, forms in catalogue.load("de").strings.items()}
PHONE = ViewportSize(width=360, height=740)


@pytest.fixture(scope="module")
def german(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page of a German site of Material's."""
    url = f"{world.origin}/german/"
    block = "```bash\naws s3 ls s3://<bucket> --profile <region>\n```\n"
    pages = {"index.md": f"# Schlüssel\n\n{FENCE}\n{block}"}
    work, out = tmp_path_factory.mktemp("german"), world.directory / "german"
    build_site(work, out, world.stack, url, pages, theme={"language": "de"})
    return url


@pytest.fixture(scope="module")
def pseudo_site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page in the language that nobody speaks, from right to left."""
    url = f"{world.origin}/pseudo/"
    work, out = tmp_path_factory.mktemp("pseudo"), world.directory / "pseudo"
    pages = {"index.md": f"# {pseudo.FILLER}\n\n{FENCE}"}
    build_site(
        work,
        out,
        world.stack,
        url,
        pages,
        theme={"direction": "rtl"},
        texts=pseudo.texts(),
        sign_in=["token", "password", "application_credential"],
        clients=["aws", "mc", "env"],
    )
    return url


def at(visit: Visit, url: str) -> Panel:
    visit.page.goto(url)
    panel = Panel(visit)
    panel.ready()
    return panel


def opened(panel: Panel) -> Panel:
    panel.root.locator("[data-focus=open]").click()
    panel.form.wait_for()
    return panel


def signed_in(panel: Panel, stack: Stack) -> Panel:
    opened(panel)
    panel.visit.put_on_clipboard(stack.token("alice", "demo"))
    panel.token.focus()
    panel.visit.page.keyboard.press("Control+V")
    panel.root.locator("[data-focus=create]").wait_for()
    return panel


def created(panel: Panel) -> None:
    panel.root.locator("[data-focus=create]").click()
    listed(panel)
    expect(panel.keys).to_have_count(1)


def listed(panel: Panel) -> None:
    """Open the list of keys, once there is one."""
    panel.root.locator(".keyfill-line [aria-expanded=false]").click()


def test_a_german_page_has_a_german_panel(visit: Visit, stack: Stack, german: str) -> None:
    panel = at(visit, german)
    assert panel.root.get_attribute("lang") == "de"
    expect(panel.lead).to_contain_text(GERMAN["lead-placeholders"])
    signed_in(panel, stack)
    expect(panel.button(GERMAN["sign-out"])).to_be_visible()
    # What comes in the second file.
    expect(panel.button(GERMAN["create"])).to_be_visible()
    created(panel)
    expect(panel.root.locator(".keyfill-filled").first).to_contain_text("Ausgefüllt: Profil")
    lead = panel.root.locator(".tabbed-block:visible .keyfill-step p").first
    expect(lead).to_have_text(GERMAN["aws-prompt"])


def test_a_number_is_in_its_form(visit: Visit, stack: Stack, german: str) -> None:
    for _ in range(2):
        stack.identity.create_credential("alice", "demo")
    panel = signed_in(at(visit, german), stack)
    listed(panel)
    expect(panel.keys).to_have_count(2)
    panel.button(GERMAN["delete-several"]).click()
    panel.keys.nth(0).get_by_role("checkbox").check()
    strings = catalogue.load("de").strings["mark-keys"]
    expect(panel.root).to_contain_text(strings.more["one"].replace("{count}", "1"))
    panel.keys.nth(1).get_by_role("checkbox").check()
    expect(panel.root).to_contain_text(strings.other.replace("{count}", "2"))


def test_an_english_page_loads_no_language(visit: Visit, panel: Panel) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    panel.use_own_keys()
    assert not [url for url in asked if "language" in url]


@pytest.mark.parametrize(
    ("lang", "loads"), [("de-AT", True), ("DE", True), ("tlh", False), ("constructor", False)]
)
def test_a_page_by_hand_says_it_by_its_lang(
    world: World, visit: Visit, panel: Panel, lang: str, loads: bool
) -> None:
    visit.page.evaluate("lang => { document.documentElement.lang = lang; }", lang)
    opened(panel)
    words = GERMAN["sign-in-with"] if loads else "Get a token in a terminal"
    method = GERMAN["token-how"] if loads else words
    expect(panel.form).to_contain_text(method)


@pytest.mark.parametrize("name", ["language.js", "language-de.json", "language-de--more.json"])
def test_words_that_do_not_come_are_english(
    visit: Visit, stack: Stack, german: str, name: str
) -> None:
    visit.expect_console(FAILED_LOAD)
    visit.page.route(f"**/{name}", lambda route: route.abort())
    panel = signed_in(at(visit, german), stack)
    created(panel)
    # Each file is of use alone.
    sign_out = GERMAN["sign-out"] if "more" in name else "Sign out"
    create = GERMAN["create"] if name == "language-de.json" else "Create key"
    expect(panel.button(sign_out)).to_be_visible()
    expect(panel.button(create)).to_be_visible()


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "{",
        '{"language":"de"}',
        '{"language":"de","texts":[]}',
        json.dumps({"language": "de", "texts": {"1": "\u202e"}}),
        json.dumps({"language": "../de", "texts": {}}),
    ],
)
def test_words_that_are_none_are_left_alone(visit: Visit, german: str, text: str) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=text, content_type="application/json")

    visit.page.route("**/language-de.json", answer)
    panel = opened(at(visit, german))
    expect(panel.form).to_contain_text("Get a token")


def test_the_pseudo_language_leaves_nothing_in_english_and_fits_a_phone(
    visit: Visit, stack: Stack, pseudo_site: str
) -> None:
    visit.page.set_viewport_size(PHONE)
    panel = at(visit, pseudo_site)
    pseudo.expect_whole(panel)
    opened(panel)
    pseudo.expect_whole(panel)
    for way in panel.root.locator(".keyfill-methods input").all():
        way.check()
        pseudo.expect_whole(panel)
    panel.root.locator(".keyfill-methods input").first.check()
    panel.visit.put_on_clipboard(stack.token("alice", "demo"))
    panel.token.focus()
    visit.page.keyboard.press("Control+V")
    panel.root.locator("[data-focus=create]").wait_for()
    pseudo.expect_whole(panel)
    created(panel)
    pseudo.expect_whole(panel)
    width = visit.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]


def test_code_runs_from_left_to_right(visit: Visit, pseudo_site: str) -> None:
    panel = at(visit, pseudo_site)
    direction = "element => getComputedStyle(element).direction"
    assert panel.root.evaluate(direction) == "rtl"
    assert panel.blocks.first.evaluate(direction) == "ltr"


def test_the_browser_has_the_forms_that_the_languages_have(visit: Visit) -> None:
    ask = """tag => {
      const rules = new Intl.PluralRules(tag);
      return [...new Set(Array.from({ length: 20000 }, (_, number) => rules.select(number)))];
    }"""
    for tag in SHIPPED:
        assert {*visit.page.evaluate(ask, tag), "other"} == {*forms_of(tag)}, tag
