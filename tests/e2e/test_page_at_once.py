"""What the reader does while the author's page is still being filled, or given back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from stack import Stack

from .conftest import World, panel_at, secret_of
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

COMMAND = "export AWS_ACCESS_KEY_ID={} AWS_SECRET_ACCESS_KEY={}"
# The page does some blocks, and goes on in the next frame: here after one or two of them, and in
# frames that come when the test wants them.
MANY = """() => { const block = document.querySelector("article > .highlight");
    for (let i = 0; i < 10; i++) block.after(block.cloneNode(true)); }"""
HOLD = """() => { const frame = requestAnimationFrame; window.held = [];
    let now = performance.now(); performance.now = () => now += 1;
    window.requestAnimationFrame = (act) => window.held ? held.push(act) : frame(act); }"""
LET_GO = "() => { const frames = held; held = undefined; frames.forEach(requestAnimationFrame); }"
CLONE = """() => { const blocks = document.querySelectorAll("article > .highlight");
    const block = blocks[blocks.length - 1]; block.after(block.cloneNode(true)); }"""
# As a highlighter does that comes again, in the task in which the page is left.
ANEW_AND_LEAVE = """() => {
    for (const code of document.querySelectorAll("article > .highlight code"))
        code.textContent = code.textContent;
    dispatchEvent(new PageTransitionEvent("pagehide"));
    const blocks = [...document.querySelectorAll("article > .highlight")];
    return blocks.map((block) => block.textContent).join("");
}"""


@pytest.fixture(scope="module")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"{world.origin}/at-once/"
    command = COMMAND.format("<access-key>", "<secret-key>")
    pages = {"index.md": f"# At once\n\n{FENCE}\n```bash\n{command}\n```\n"}
    work = tmp_path_factory.mktemp("at-once")
    build_site(work, world.directory / "at-once", world.stack, url, pages)
    return url


@pytest.fixture
def panel(visit: Visit, stack: Stack, site: str) -> Panel:
    """The panel of that page, signed in with two keys."""
    for _ in range(2):
        stack.identity.create_credential("alice", "demo")
    panel = panel_at(visit, site)
    visit.page.evaluate(MANY)
    panel.sign_in(stack.token("alice", "demo"))
    return panel


def last(panel: Panel) -> Locator:
    return panel.visit.page.locator("article > .highlight code").last


@pytest.mark.parametrize("how", ["our button", "a selection"])
def test_a_copy_never_has_a_key_with_the_secret_of_another(
    panel: Panel, stack: Stack, how: str
) -> None:
    page = panel.visit.page
    before = panel.chosen()
    (after,) = set(panel.listed()) - {before}
    expect(last(panel)).to_contain_text(before)
    page.evaluate(HOLD)
    panel.root.get_by_label(after, exact=True).check()
    # The page has not come to this block.
    expect(last(panel)).to_contain_text(before)
    if how == "our button":
        copied = panel.copy(last(panel).locator("xpath=..").get_by_role("button"))
    else:
        panel.visit.put_on_clipboard("nothing was copied")
        last(panel).evaluate("code => getSelection().selectAllChildren(code)")
        page.keyboard.press("Control+C")
        copied = panel.visit.copied_over("nothing was copied").strip()
    assert (copied == COMMAND.format(after, secret_of(stack, after))) is True
    page.evaluate(LET_GO)
    expect(last(panel)).to_contain_text(after)


def test_a_block_that_is_made_anew_as_the_page_is_left_keeps_nothing(
    panel: Panel, stack: Stack
) -> None:
    access = panel.chosen()
    panel.option("Show secrets").check()
    expect(last(panel)).to_have_text(COMMAND.format(access, secret_of(stack, access)) + "\n")
    left = panel.visit.page.evaluate(ANEW_AND_LEAVE)
    assert (secret_of(stack, access) in left, access in left) == (False, False)
    assert left == (COMMAND.format("<access-key>", "<secret-key>") + "\n") * 11


def test_a_copy_of_a_filled_block_is_a_block_of_its_own(panel: Panel, stack: Stack) -> None:
    page = panel.visit.page
    access = panel.chosen()
    panel.option("Show secrets").check()
    filled = COMMAND.format(access, secret_of(stack, access)) + "\n"
    expect(last(panel)).to_have_text(filled)
    page.evaluate(CLONE)
    panel.option("Show secrets").uncheck()
    expect(last(panel)).to_contain_text("=••••")
    copied = panel.copy(last(panel).locator("xpath=..").get_by_role("button"))
    assert (copied + "\n" == filled) is True
    panel.sign_out()
    panel.expect_signed_out()
    expect(last(panel)).to_have_text(COMMAND.format("<access-key>", "<secret-key>") + "\n")
    expect(page.locator("article > .highlight button.keyfill-page-copy")).to_have_count(0)


def test_the_panels_own_placeholders_stay_what_they_are(
    visit: Visit, stack: Stack, site: str
) -> None:
    panel = panel_at(visit, site)
    # The app has the commands of the chosen tab alone.
    panel.use_own_keys()
    slots = panel.root.locator("code .keyfill-slot")
    before = slots.all_inner_texts()
    assert "<access-key>" in before
    panel.sign_in(stack.token("alice", "demo"))
    # The author's block comes after the panel's.
    expect(last(panel).locator("[data-slot]")).to_have_count(2)
    assert slots.all_inner_texts() == before
    access = panel.create()
    expect(panel.blocks.first).to_contain_text(access)
    panel.sign_out()
    panel.expect_signed_out()
    assert slots.all_inner_texts() == before
