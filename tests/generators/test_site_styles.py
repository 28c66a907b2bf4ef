"""What is ours can be read in each theme, and looks like what stands around it in each site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenReader
from .expected import Key, texts
from .reader import Reader
from .test_visits import KEYS, SIMPLE, SLOTS
from .variants import BY_NAME

# WCAG 2.2, 1.4.3, for text of the usual size.
LEAST = 4.5
# One site for each theme; the others have the same style.
THEMES = ["material", "mkdocs", "readthedocs", "zensical", "plain"]
# How each theme is told which of its schemes: by an attribute, or by the browser's own colours.
SCHEMES = {
    "material": "(dark) => document.body.dataset.mdColorScheme = dark ? 'slate' : 'default'",
    "mkdocs": "(dark) => document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light'",
    "readthedocs": "() => {}",
    "": "(dark) => document.documentElement.style.colorScheme = dark ? 'dark' : 'light'",
}
# Material's colours, of which some can hardly be read as text.
PRIMARY = """red pink purple deep-purple indigo blue light-blue cyan teal green light-green lime
yellow amber orange deep-orange brown grey blue-grey black white"""
PAINT = "(colour) => Object.assign(document.body.dataset, { mdColorPrimary: colour })"
# Themes change their colours by and by.
AT_ONCE = "*, ::before, ::after { transition: none !important; }"
PANEL = "keyfill-panel, keyfill-panel *"

# What sites do to their code and lists, as loudly as it can be said without `!important`.
LOUD = """
html body code > span, html body pre code span {
  background: yellow; border: 2px solid; color: red; display: inline-block; font-family: serif;
  font-size: 40px; font-weight: 900; letter-spacing: 9px; line-height: 3; padding: 9px; margin: 9px;
  text-decoration: line-through; text-transform: uppercase;
}
html body code > span::before, html body code > span::after { content: "`"; }
html body article ul > li, html body main ul > li, html body ol > li {
  list-style: square; margin: 2em; padding-left: 3em;
}
html body li::before, html body li::after { content: "\\2192"; padding: 20px; }
"""
# What differs from the element around it, and is not what we say of it ourselves.
DIFFERENT = """() => [...document.querySelectorAll(
    ".keyfill-slot, .keyfill-rest, .keyfill pre > code > span")].flatMap((ours) => {
  const [own, around] = [getComputedStyle(ours), getComputedStyle(ours.parentElement)];
  const inherited = ["fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight",
    "textTransform"].filter((name) => own[name] !== around[name]);
  const initial = ["backgroundColor", "paddingLeft", "marginLeft", "borderLeftWidth", "display"]
    .filter((name) => own[name] !== { backgroundColor: "rgba(0, 0, 0, 0)", display: "inline" }[name]
      && own[name] !== "0px");
  const added = ["::before", "::after"]
    .filter((which) => getComputedStyle(ours, which).content !== "none");
  const coloured = ours.closest(".keyfill") || own.color === around.color ? [] : ["color"];
  const struck = own.textDecorationLine.includes("line-through") ? ["struck"] : [];
  return [...inherited, ...initial, ...added, ...coloured, ...struck];
})"""
# The rows of a list of ours, and what a site may put around the items of any.
ROWS = """() => [...document.querySelectorAll(".keyfill-keys ul li")].map((row) => [
  row.getBoundingClientRect().height, row.firstElementChild.getBoundingClientRect().left])"""
BULLETS = """() => [...document.querySelectorAll("keyfill-panel li")].flatMap((item) =>
  ["::before", "::after"].map((which) => getComputedStyle(item, which).content))
  .filter((content) => content !== "none")"""
MORE = "getComputedStyle(document.querySelector('keyfill-panel details')).textDecorationLine"


@pytest.mark.parametrize("name", THEMES)
def test_what_is_ours_can_be_read_in_each_scheme(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    is_material = BY_NAME[name].theme["name"] == "material"
    reader.goto(KEYS[name])
    panel = reader.panel()
    # Placeholders first, then what is filled in.
    for dark in wear_each(reader):
        expect_readable(reader, f"dark: {dark}")
        for colour in PRIMARY.split() if is_material else []:
            reader.page.evaluate(PAINT, colour)
            expect_readable(reader, f"{colour}, dark: {dark}")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.blocks.first).to_contain_text(key.access)
    for dark in wear_each(reader):
        expect_readable(reader, f"signed in, dark: {dark}")
    reader.goto(SLOTS[name])
    reader.sign_in_here(stack)
    reader.authors.expect_texts(texts(SLOTS[name], key))
    for dark in wear_each(reader):
        filled = reader.authors.contrasts(".keyfill-value:not(.keyfill *)")
        # Where a theme's own code cannot be read, ours is no worse.
        theirs = reader.authors.contrasts(":not(.keyfill *):has(> .keyfill-value)", texts=False)
        assert min(filled) >= min(LEAST, *theirs), f"dark: {dark}"


@pytest.mark.parametrize("name", ["material", "plain"])
def test_what_a_site_says_of_code_and_lists_does_not_reach_ours(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    reader.goto(KEYS[name])
    panel = reader.sign_in(stack)
    expect(panel.blocks.first).to_contain_text(key.access)
    assert reader.page.evaluate(MORE) == "none"
    rows = reader.page.evaluate(ROWS)
    assert len(rows) >= 1
    reader.page.add_style_tag(content=LOUD)
    assert reader.page.evaluate(DIFFERENT) == []
    assert reader.page.evaluate(ROWS) == rows
    assert reader.page.evaluate(BULLETS) == []
    reader.goto(SLOTS[name])
    reader.sign_in_here(stack)
    reader.authors.expect_texts(texts(SLOTS[name], key))
    reader.page.add_style_tag(content=LOUD)
    assert reader.page.evaluate(DIFFERENT) == []


def test_each_theme_is_looked_at() -> None:
    assert {BY_NAME[name].theme["name"] for name in SIMPLE} == set(SCHEMES)
    assert {BY_NAME[name].theme["name"] for name in THEMES} == set(SCHEMES)


def wear_each(reader: Reader) -> Iterator[bool]:
    """Put each scheme of its theme on the page, and tell whether it is the dark one."""
    reader.page.add_style_tag(content=AT_ONCE)
    for dark in (False, True):
        reader.page.evaluate(SCHEMES[str(reader.site.variant.theme["name"])], dark)
        yield dark


def expect_readable(reader: Reader, what: str) -> None:
    ratios = reader.authors.contrasts(PANEL)
    assert len(ratios) > 5
    assert min(ratios) >= LEAST, what
