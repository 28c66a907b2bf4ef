"""A sample: the whole panel with a made-up cloud, in a page that asks nothing of anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .sites import EXPORTS, FENCE, build_site
from .terminal import Terminal
from .test_reader import ASKED, CASES
from .visit import Visit

TRY = "Try it with a sample"
MARK = "Sample: these keys work nowhere."


@pytest.fixture(scope="module")
def url(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page whose author offers a sample, on a Keystone with two regions."""
    url = f"{world.origin}/sampled/"
    work = tmp_path_factory.mktemp("sampled")
    pages = {"index.md": f"# Sampled\n\n{FENCE}\n{EXPORTS}"}
    build_site(work, world.directory / "sampled", world.stack, url, pages, sample=True)
    return url


@pytest.fixture
def played(visit: Visit, url: str) -> Panel:
    """The panel, in which a sample is played."""
    panel = panel_at(visit, url)
    panel.button(TRY).click()
    expect(panel.lead).to_contain_text(MARK)
    return panel


def expect_no_requests(visit: Visit, world: World) -> None:
    """Everything that was asked for is a file of the site."""
    strangers = [r.url for r in visit.requests if not r.url.startswith(f"{world.origin}/")]
    assert strangers == []
    assert {r.method for r in visit.requests} == {"GET"}


def test_the_button_stands_beside_the_one_that_signs_in(visit: Visit, url: str) -> None:
    panel = panel_at(visit, url)
    expect(panel.button(TRY)).to_be_visible()
    assert visit.page.locator(".md-button--primary:visible").all_inner_texts() == ["Sign in…"]
    panel.use_own_keys()
    panel.button(TRY).click()
    expect(panel.form).to_have_count(0)
    expect(panel.lead).to_contain_text(f"{MARK} sam in sample-project, Aur1")


def test_the_whole_of_it_without_a_request(played: Panel, world: World, visit: Visit) -> None:
    """Create, test, rotate, delete, another project, and the way out."""
    author = visit.page.locator("article > .highlight code")
    played.button("Create key").click()
    expect(author).to_contain_text("SAMPLE-KEY-2")
    expect(played.blocks.first).to_contain_text("SAMPLE-KEY-2")
    played.folded.click()
    expect(played.keys).to_have_count(1)
    played.button("Test SAMPLE-KEY-2").click()
    played.test.wait_for()
    expect(played.test).to_contain_text("SAMPLE-KEY-2")

    played.button("Rotate SAMPLE-KEY-2").click()
    played.button("It works: use it in the commands").click()
    played.button("I have installed it everywhere").click()
    played.button("Delete the old key").click()
    played.question.get_by_role("button", name="Delete it").click()
    expect(played.keys).to_have_count(1)
    assert played.listed() == ["SAMPLE-KEY-3"]
    expect(author).to_contain_text("SAMPLE-KEY-3")
    played.delete("SAMPLE-KEY-3")
    expect(played.keys).to_have_count(0)
    expect(played.lead).to_contain_text(MARK)

    played.button("Switch project").click()
    played.choices.filter(has_text="another-sample-project").click()
    expect(played.lead).to_contain_text(f"{MARK} sam in another-sample-project, Aur1")
    expect(author).to_contain_text("SAMPLE-KEY-1")

    played.button("Sign out").click()
    expect(played.lead).to_contain_text("Fill in your own keys")
    # As the author wrote it.
    for slot in ("<access-key>", "<secret-key>", "<endpoint>"):
        expect(author).to_contain_text(slot)
    assert "SAMPLE" not in visit.page.content()
    expect_no_requests(visit, world)


def test_a_command_that_is_run_all_the_same_leaves_the_readers_profile(
    played: Panel, tmp_path: Path
) -> None:
    played.button("Create key").click()
    expect(played.blocks.first).to_contain_text("SAMPLE-KEY-2")
    command, secret, *_ = played.copy_steps()
    mine = "[aur1]\naws_access_key_id = MINE\naws_secret_access_key = mine\n"
    file = tmp_path / "home" / ".aws" / "credentials"
    file.parent.mkdir(parents=True)
    file.write_text(mine)
    aws = CASES["aws-v2"].program
    with Terminal(tmp_path / "home", {aws.name: aws}, {}) as shell:
        shell.ask(command, ASKED)
        status, shown = shell.answer(secret)
    assert status == 0 and "Profile sample-aur1 is ready" in shown, shown
    assert file.read_text().startswith(mine) and "[sample-aur1]" in file.read_text()


def test_what_is_copied_is_plainly_a_sample(played: Panel, visit: Visit) -> None:
    played.button("Create key").click()
    visit.put_on_clipboard("before")
    played.root.get_by_role("button", name="Copy the command", exact=True).first.click()
    assert "SAMPLE-KEY-2" in visit.copied_over("before")
    visit.put_on_clipboard("before")
    played.root.get_by_role("button", name="Copy the secret key", exact=True).first.click()
    assert visit.copied_over("before") == "SAMPLE-SECRET-2-works-nowhere"


def test_after_a_sample_a_reader_signs_in(played: Panel, stack: Stack) -> None:
    """Nothing of the sample is left."""
    played.button("Create key").click()
    played.button("Sign out").click()
    played.sign_in(stack.token("alice", "demo"))
    expect(played.lead).to_contain_text("alice in demo, Aur1")
    expect(played.lead).not_to_contain_text("Sample")
    assert "SAMPLE" not in played.root.inner_text()
    assert stack.keys("alice") == {}
