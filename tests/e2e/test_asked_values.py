"""A copy that lacks the reader's own values: they are asked for in place, and then copied."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

NOTHING = "nothing was copied"
COMMANDS = "```bash\naws s3 --endpoint-url <endpoint> cp <file> s3://<bucket>/\n```\n"
LACKING = "Fill this in first."


@pytest.fixture(scope="module", params=[True, False], ids=["theirs", "ours"])
def page_url(
    world: World, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> str:
    """The URL of a page with a command, whose copy button is the theme's or ours."""
    name = "asks-theirs" if request.param else "asks-ours"
    url = f"{world.origin}/{name}/"
    build_site(
        tmp_path_factory.mktemp(name),
        world.directory / name,
        world.stack,
        url,
        {"index.md": f"# Asks\n\n{FENCE}\n{COMMANDS}"},
        features=["content.code.copy"] if request.param else [],
        copy_buttons=True,
    )
    return url


def used(panel: Panel) -> Locator:
    """The folded part with the commands for buckets and files, opened."""
    more = panel.root.locator("details.keyfill-fold", has_text="More commands")
    more.locator("summary").click()
    return more


def with_key(panel: Panel, stack: Stack) -> None:
    stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(1)


def test_the_panels_own_commands_ask(panel: Panel, stack: Stack) -> None:
    visit = panel.visit
    with_key(panel, stack)
    more = used(panel)
    bucket, file = more.get_by_label("Bucket"), more.get_by_label("File")
    visit.put_on_clipboard(NOTHING)
    more.get_by_role("button", name="Copy the commands").click()
    expect(bucket).to_be_focused()
    expect(bucket).to_have_attribute("aria-invalid", "true")
    expect(bucket).to_have_accessible_description(LACKING)
    assert visit.clipboard() == NOTHING
    visit.page.keyboard.type("pictures")
    expect(more.locator("code")).to_contain_text("s3://pictures/")
    expect(bucket).to_be_focused()
    visit.page.keyboard.press("Tab")
    expect(file).to_be_focused()
    visit.page.keyboard.type("cat.jpg")
    expect(more.get_by_text(LACKING)).to_have_count(0)
    copied = panel.copy(more.get_by_role("button", name="Copy the commands"))
    assert "s3 cp cat.jpg s3://pictures/cat.jpg" in copied and "<" not in copied


def test_the_authors_commands_ask(visit: Visit, stack: Stack, page_url: str) -> None:
    panel = panel_at(visit, page_url)
    page = visit.page
    with_key(panel, stack)
    block = page.locator("article .highlight", has_text="s3 --endpoint-url")
    button = block.locator("button[data-clipboard-target], .keyfill-page-copy")
    ours = "asks-ours" in page_url
    expect(button).to_have_count(1)
    for field, text in (("File", "cat.jpg"), ("Bucket", "pictures")):
        visit.put_on_clipboard(NOTHING)
        button.click()
        expect(block.get_by_label(field)).to_be_focused()
        assert (visit.clipboard() == NOTHING) is ours
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(block).to_contain_text(text)
    assert panel.copy(button).strip().endswith("cp cat.jpg s3://pictures/")
    expect(block.locator("input")).to_have_count(0)


def test_at_rest_nothing_is_asked(visit: Visit, page_url: str) -> None:
    """What is copied then stops at once, and the page stays as it is."""
    panel = panel_at(visit, page_url)
    panel.use_own_keys()
    block = visit.page.locator("article .highlight", has_text="s3 --endpoint-url")
    button = block.locator("button[data-clipboard-target], .keyfill-page-copy")
    if "asks-theirs" in page_url:
        assert "<bucket>" in panel.copy(button)
    else:
        # Ours comes with what it copies.
        expect(button).to_have_count(0)
    expect(block.locator("input")).to_have_count(0)
