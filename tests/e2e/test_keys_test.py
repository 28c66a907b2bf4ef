"""The test of a key: the copied command in a real terminal, while the key works and afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from clients import trust
from stack import Stack

from .panel import Panel
from .terminal import Terminal
from .test_reader import CASES, Case


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


def shell_of(case: Case, home: Path, stack: Stack) -> Terminal:
    """Return a terminal with the one client; Python is there under the name that the test calls."""
    home.mkdir()
    name = "python3" if case.tab == "boto3" else case.program.name
    return Terminal(home, {name: case.program}, trust(stack.ca_file))


# Every test asks in the same words: `mc` too, whose alias is not made.
ASKED = "Secret key: "


def explanations(panel: Panel) -> list[list[str]]:
    """Return what the block explains: for each answer the texts that stand for it."""
    panel.test.get_by_text("What you may see, and what it means").click()
    seen = panel.test.locator("dt")
    expect(seen.first).to_be_visible()
    return [text.split(", ") for text in seen.all_inner_texts()]


def test_the_test_says_whether_a_key_works(
    panel: Panel, stack: Stack, case: Case, tmp_path: Path
) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    (real,) = stack.credentials("alice")
    panel.choose_tab(case.tab)
    panel.button(f"Test {access}").click()
    expect(panel.test).to_be_focused()
    command, secret = panel.copy_test()
    assert (secret == real["secret"]) is True
    assert (secret in command, access in command) == (False, True)
    assert (secret in panel.root.inner_html()) is False
    answers = explanations(panel)

    with shell_of(case, tmp_path / "home", stack) as shell:
        shell.ask(command, ASKED)
        status, shown = shell.answer(secret)
        assert status == 0, shown
        # No profile is made, so no file of the reader's has the key.
        assert shell.files_with(secret) == []
        assert shell.files_with(access) == []

        panel.delete(access)
        # There is nothing to test any more.
        expect(panel.test).to_have_count(0)
        shell.ask(command, ASKED)
        status, shown = shell.answer(secret)
        assert status != 0, shown
        explained = [answer for answer in answers if any(text in shown for text in answer)]
        assert explained, shown
        assert "SignatureDoesNotMatch" in explained[0], shown
    assert shell.traces_of(secret) == []
    assert case.program.name in shell.calls()
    assert stack.credentials("alice") == []


def test_a_test_belongs_to_one_key(panel: Panel, stack: Stack) -> None:
    """The key that is tested may be another than the one in the commands."""
    old = stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    panel.button(f"Test {old['access']}").click()
    new = panel.create()
    expect(panel.blocks.first).to_contain_text(new)
    expect(panel.test).to_contain_text(old["access"])
    command, secret = panel.copy_test()
    assert (old["access"] in command, new in command) == (True, False)
    assert (secret == old["secret"]) is True
    panel.button("Close the test").click()
    expect(panel.test).to_have_count(0)
    expect(panel.root.get_by_role("radio", checked=True)).to_have_count(2)
    expect(panel.root.get_by_label(new, exact=True)).to_be_focused()


def test_the_test_follows_the_client(panel: Panel, stack: Stack) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    panel.button(f"Test {access}").click()
    commands = set()
    for client in ("aws", "mc", "s3cmd", "rclone", "boto3", "env"):
        panel.choose_tab(client)
        commands.add(panel.copy_test()[0])
    # The variables are tried with the AWS CLI, so those two may be alike.
    assert len(commands) >= 5


def test_the_secret_is_shown_only_when_the_reader_wants_it(panel: Panel, stack: Stack) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    (real,) = stack.credentials("alice")
    panel.button(f"Test {access}").click()
    assert (real["secret"] in panel.test.inner_text()) is False
    panel.option("Show secrets").check()
    expect(panel.test).to_contain_text(real["secret"])
    panel.option("Show secrets").uncheck()
    expect(panel.test).not_to_contain_text(real["secret"])
    panel.sign_out()
    panel.expect_signed_out()
    assert (real["secret"] in panel.visit.page.content()) is False
