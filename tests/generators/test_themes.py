"""What themes and authors' scripts make of a page goes on working while it is filled."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenReader
from .expected import Key, texts
from .test_visits import GENERATED
from .variants import BY_NAME, PYMDOWN

MATERIAL = [name for name in GENERATED if BY_NAME[name].theme["name"] == "material"]
LATE = [name for name in GENERATED if BY_NAME[name].highlights_late]
MARKS = "mark[data-md-highlight]"


@pytest.mark.parametrize("name", MATERIAL)
def test_notes_lines_titles_and_linked_tabs_stay(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    reader.goto("layout")
    reader.settled()
    reader.sign_in_here(stack)
    reader.authors.expect_texts(texts("layout", key))
    # A note, whose bubble is in no document while it is away: it is left alone.
    note = reader.article.locator(".md-annotation").first
    expect(reader.article.locator(".md-annotation")).to_have_count(2)
    note.focus()
    bubble = reader.page.locator(".md-tooltip__inner", has_text="The profile has").first
    expect(bubble).to_have_text("The profile has <access-key> in it.")
    note.blur()
    # The tabs of both sets change together.
    pieces = reader.article.locator(".tabbed-set:not(.keyfill *)")
    pieces.first.locator(".tabbed-labels label", has_text="mc").click()
    expect(pieces.nth(1).get_by_text("mc tree")).to_be_visible()
    expect(pieces.nth(1).get_by_text(f"mc tree {key.profile}/<bucket>")).to_be_visible()
    expect(pieces.first.get_by_text("aws configure")).to_be_hidden()
    # The title, the numbers and the marked line.
    expect(reader.article.locator("span.filename")).to_have_text("~/.aws/config")
    expect(reader.article.locator(".linenos, [data-linenos]").first).to_be_attached()
    expect(reader.article.locator(".hll")).to_have_text(f"region = {key.values['REGION']}\n")
    reader.sign_out_here()
    reader.authors.given_back()


@pytest.mark.parametrize("name", MATERIAL)
def test_words_that_a_search_marks(read: OpenReader, stack: Stack, key: Key, name: str) -> None:
    """The marks split the author's text nodes, and replace some of them."""
    reader = read(name)
    page = reader.page
    page.goto(f"{reader.site.at('languages')}?h=region+bucket")
    expect(reader.article.locator(MARKS).first).to_be_visible()
    reader.settled()
    before = reader.authors.html()
    marks = reader.article.locator(f"code {MARKS}").count()
    assert marks > 5
    reader.sign_in_here(stack)
    reader.authors.expect_texts(texts("languages", key))
    reader.sign_out_here()
    reader.authors.given_back()
    reader.authors.expect_html(before)


@pytest.mark.parametrize("name", [name for name in MATERIAL if BY_NAME[name].instant])
def test_words_that_are_marked_after_filling(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    """Under instant navigation a result of the search is filled and marked at the same time."""
    reader = read(name)
    page = reader.page
    reader.goto("keys")
    reader.stay()
    reader.sign_in(stack)
    url = f"{reader.site.at('languages')}?h=region+aur1+export"
    page.evaluate(
        """([from, to]) => { const link = [...document.querySelectorAll("article a[href]")]
            .find((link) => link.href === from); link.href = to; link.click(); }""",
        [reader.site.at("languages"), url],
    )
    expect(page).to_have_url(url)
    # The ones in slots that are filled now are empty.
    expect(reader.article.locator(MARKS).first).to_be_attached()
    reader.authors.expect_texts(texts("languages", key))
    assert reader.stayed()
    reader.sign_out_here()
    reader.authors.given_back()
    text = reader.article.inner_text()
    assert (key.access in text, "<access-key>" in text) == (False, True)
    assert f"region = {key.values['REGION']}" not in text


@pytest.mark.parametrize("name", GENERATED)
def test_what_the_authors_scripts_do_to_blocks(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    page = reader.page
    reader.goto("foreign")
    panel = reader.sign_in_here(stack)
    reader.give(panel, {"Bucket": "my-bucket"})
    page.locator("[data-late]").click()
    late = page.locator("#late code")
    expect(late).to_have_text(f"aws s3 ls s3://my-bucket --profile {key.profile}\n")
    page.locator("[data-change]").click()
    changed = page.locator("code#changing, #changing code")
    expect(changed).to_have_text(f"mc cp <file> {key.profile}/my-bucket/\n")
    page.locator("[data-drop]").click()
    expect(page.locator("#dropping code")).to_have_count(0)
    # A block that is taken out and put back somewhere else is still ours to give back.
    page.evaluate("() => { window.kept = document.querySelector('#late pre'); kept.remove(); }")
    page.wait_for_function("!kept.querySelector('code').textContent.includes('my-bucket')")
    page.evaluate("() => document.querySelector('#late').append(kept)")
    expect(late).to_have_text(f"aws s3 ls s3://my-bucket --profile {key.profile}\n")
    # Drawings and formulas.
    expect(reader.article).not_to_contain_text(re.compile(f"graph LR.*{key.access}"))
    if BY_NAME[name].inherits == PYMDOWN:
        expect(reader.article).to_contain_text("n_{<region>} > 0")
    reader.sign_out_here()
    reader.authors.given_back()
    expect(late).to_have_text("aws s3 ls s3://<bucket> --profile <region>\n")
    expect(changed).to_have_text("mc cp <file> <region>/<bucket>/\n")


@pytest.mark.parametrize("shown", [False, True])
@pytest.mark.parametrize("name", LATE)
def test_a_highlighter_that_comes_again(
    read: OpenReader, stack: Stack, key: Key, name: str, shown: bool
) -> None:
    """It makes each block anew out of its text, with our values in it."""
    reader = read(name)
    # It does not like spans in what it is given.
    reader.visit.expect_console(
        r"^warning: (One of your code blocks includes unescaped HTML|https://github.com/highlightjs)",
        r"^warning: (The element with unescaped HTML|JSHandle@node)",
    )
    reader.goto("languages")
    reader.sign_in_here(stack)
    wanted = texts("languages", key)
    reader.authors.expect_texts(wanted)
    if shown:
        panel = reader.take_offer()
        panel.option("Show secrets").check()
        reader.page.keyboard.press("Escape")
        expect(reader.article.locator("pre .keyfill-secret")).to_have_count(0)
        assert (key.secret in reader.article.inner_text()) is True
    reader.page.evaluate(
        """() => document.querySelectorAll("pre code:not(.keyfill code)").forEach((code) => {
            delete code.dataset.highlighted; hljs.highlightElement(code); })"""
    )
    reader.settled()
    if not shown:
        reader.authors.expect_texts(wanted)
    reader.sign_out_here()
    reader.authors.given_back()
    assert (key.secret in reader.page.content()) is False
    text = reader.article.inner_text()
    for value in ("KEY", "ENDPOINT", "PROJECT", "USER", "REGION", "PROFILE", "MASK"):
        assert key.values[value] not in text, value
    assert "<secret-key>" in text
