"""Commands for an agent or a ticket: whatever is copied, the clipboard never has the secret key."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import World, panel_at, secret_of
from .sites import EXPORTS, FENCE, build_site
from .visit import Visit

CHOICE = "For an agent or a ticket: leave out the secret key"


@pytest.fixture(scope="module")
def url(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with a block of the author's that needs the secret key."""
    url = f"{world.origin}/others/"
    pages = {"index.md": f"# Others\n\n{FENCE}\n{EXPORTS}"}
    work, out = tmp_path_factory.mktemp("others"), world.directory / "others"
    build_site(work, out, world.stack, url, pages, features=["content.code.copy"])
    return url


def test_no_copy_has_the_secret(visit: Visit, url: str, stack: Stack) -> None:
    panel = panel_at(visit, url)
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    secret = secret_of(stack, access)
    panel.option(CHOICE).check()
    assert not any(secret in text for text in panel.copy_steps())
    panel.option("Quick form").check()
    assert not any(secret in text for text in panel.copy_steps())

    wanted = f"""export AWS_ACCESS_KEY_ID={access}
export AWS_SECRET_ACCESS_KEY="$AWS_SECRET_ACCESS_KEY"
aws --endpoint-url {stack.s3_url} s3 ls"""
    block = visit.page.locator("article > .highlight")
    expect(block.locator("code")).to_have_text(wanted)
    visit.put_on_clipboard("before")
    block.hover()
    block.locator(".md-code__button").first.click()
    assert visit.copied_over("before").strip() == wanted


def test_it_comes_back_when_the_reader_wants(visit: Visit, url: str, stack: Stack) -> None:
    panel = panel_at(visit, url)
    panel.sign_in(stack.token("alice", "demo"))
    secret = secret_of(stack, panel.create())
    panel.option("Quick form").check()
    assert any(secret in text for text in panel.copy_steps())
    panel.option(CHOICE).check()
    assert not any(secret in text for text in panel.copy_steps())
    panel.option(CHOICE).uncheck()
    assert any(secret in text for text in panel.copy_steps())
