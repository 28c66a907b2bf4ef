"""Readers who do not see the page, have no pointer, or read from right to left: in each engine.

The pictures are for people to look at: target/screenshots.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mkdocs_keyfill.languages import catalogue

from e2e.sites import FENCE, build_site
from site_server import ROOT
from stack import Stack

from .conftest import NOTES, World
from .reader import Reader, Thing
from .test_journey import CREATE, LEAD, TOKEN, create, open_form, sign_in

Take = Callable[[str], None]
PICTURES = ROOT / "target" / "screenshots"
ARABIC = {id_: forms.other for id_, forms in catalogue.load("ar").strings.items()}
# Commands of the author's between two panels, the second of them below a heading.
PAGE = f"# Keys\n\n{NOTES}\n{FENCE}\n## Again\n\n{FENCE}\n```bash\nmc ls <region>/<bucket>\n```\n"
LANDMARKS = """() => [...document.querySelectorAll("keyfill-panel")]
    .map((panel) => `${panel.getAttribute("role")} ${panel.getAttribute("aria-label")}`).join()"""
LEVELS = """() => [...document.querySelectorAll("keyfill-panel")].map((panel) =>
    [...panel.querySelectorAll("[role=heading]")].map((e) => e.ariaLevel).join(" ")).join()"""
# The first block, so narrow that its lines are wider, with the focus.
NARROW = """() => { const code = document.querySelector("keyfill-panel pre > code");
    code.style.width = "6em"; code.focus(); return document.activeElement === code; }"""
SCROLLED = """() => document.querySelector("keyfill-panel pre > code").scrollLeft > 0"""
OUTLINED = """() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1; }"""
DIRECTIONS = """() => ["keyfill-panel", "keyfill-panel .tabbed-block:has(*) pre"].map((selector) =>
    getComputedStyle(document.querySelector(selector)).direction).join()"""
# The way in stands where a line ends.
ORDER = """() => { const [lead, button] = ["lead", "controls"].map((name) =>
    document.querySelector(`keyfill-panel .keyfill-${name}`).getBoundingClientRect());
    return button.right <= lead.left + 1; }"""
WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def picture(reader: Reader, request: pytest.FixtureRequest) -> Take:
    """Take a picture under a name, in the engine of the test."""

    def take(name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        engine = request.node.callspec.params["engine"]
        (PICTURES / f"engine-{name}-{engine}.png").write_bytes(reader.tab.picture())

    return take


@pytest.fixture(scope="session")
def twice(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with two panels."""
    url = f"{world.url}twice/"
    work = tmp_path_factory.mktemp("twice")
    build_site(work, world.directory / "twice", world.stack, url, {"index.md": PAGE})
    return url


@pytest.fixture(scope="session")
def arabic(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page in Arabic."""
    url = f"{world.url}arabic/"
    work = tmp_path_factory.mktemp("arabic")
    pages = {"index.md": f"# \u0645\u0641\u0627\u062a\u064a\u062d\n\n{FENCE}"}
    theme = {"language": "ar"}
    build_site(work, world.directory / "arabic", world.stack, url, pages, theme=theme)
    return url


def test_landmarks_and_headings(reader: Reader, stack: Stack, twice: str) -> None:
    reader.open(twice)
    named = "region Keys and values,region Keys and values (2)"
    reader.expect("the landmarks", LANDMARKS, named)
    sign_in(reader, stack)
    # Both panels are in the one session, and have the key.
    reader.press(CREATE)
    reader.has_focus("Copy the command")
    reader.expect("the landmarks", LANDMARKS, named)
    reader.expect("the levels of the headings", LEVELS, "2 2 2,3 3 3")


def test_the_keyboard_scrolls_what_is_wide(reader: Reader) -> None:
    reader.expect("whether the code takes the focus", NARROW, True)
    reader.key("ArrowRight")
    reader.expect("whether the code is scrolled", SCROLLED, True)


def test_looks(reader: Reader, stack: Stack, picture: Take) -> None:
    reader.reads(LEAD, "Fill in your own keys")
    picture("at-rest")
    open_form(reader)
    reader.key("Tab")
    reader.has_focus("Sign in")
    reader.expect("whether the focus is seen", OUTLINED, True)
    picture("focus")
    sign_in_here(reader, stack)
    create(reader, stack)
    picture("new-key")


def sign_in_here(reader: Reader, stack: Stack) -> None:
    """Sign in, with the form open."""
    reader.paste(TOKEN, stack.token("alice", "demo"))
    reader.reads(LEAD, "alice in demo, Aur1")


def test_from_right_to_left(reader: Reader, stack: Stack, arabic: str, picture: Take) -> None:
    reader.open(arabic)
    reader.reads(LEAD, ARABIC["lead-placeholders"])
    reader.expect("the directions", DIRECTIONS, "rtl,ltr")
    reader.expect("whether the button is at the left", ORDER, True)
    picture("arabic-at-rest")
    reader.press(Thing("keyfill-panel button", ARABIC["use-own-keys"]))
    reader.reads(TOKEN, "")
    reader.expect("whether the page scrolls sideways", WIDE, False)
    picture("arabic-form")
    reader.press(TOKEN)
    reader.type(stack.token("alice", "demo"))
    reader.key("Enter")
    reader.press(Thing("keyfill-panel button", ARABIC["create"]))
    reader.reads(Thing("keyfill-panel .keyfill-heading"), "")
    reader.expect("the directions", DIRECTIONS, "rtl,ltr")
    reader.expect("whether the page scrolls sideways", WIDE, False)
    picture("arabic-key")
