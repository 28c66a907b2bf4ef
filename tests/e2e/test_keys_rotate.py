"""Rotation: a new key, its proof in a terminal, the commands, and only then the end of the old.

At each stage the server's own list says which keys there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import World, access_keys, panel_at, secret_of
from .panel import Panel
from .test_reader import ASKED, CASES, terminal
from .visit import CREDENTIALS, FAILED_LOAD, Visit

WORKS = "It works: use it in the commands"
STOP = "Stop here and keep both keys"
STOPPED = "The rotation has stopped, and both keys still exist."
INSTALLED = "I have installed it everywhere"
DELETE = "Delete the old key"


@dataclass(frozen=True)
class Pair:
    old: str
    new: str

    @property
    def both(self) -> set[str]:
        return {self.old, self.new}


@pytest.fixture
def old(panel: Panel, stack: Stack) -> str:
    """Sign in to a list with one key, and return that."""
    old = str(stack.identity.create_credential("alice", "demo")["access"])
    panel.sign_in(stack.token("alice", "demo"))
    return old


@pytest.fixture
def pair(panel: Panel, stack: Stack, old: str) -> Pair:
    """Begin a rotation, and return its keys once the new one is there."""
    panel.button(f"Rotate {old}").click()
    panel.rotation.wait_for()
    (new,) = access_keys(stack) - {old}
    return Pair(old, str(new))


def expect_commands(panel: Panel, access: str) -> None:
    expect(panel.blocks.first).to_contain_text(access)
    assert panel.chosen() == access


def expect_stopped(panel: Panel, stack: Stack, pair: Pair, chosen: str) -> None:
    """Expect both keys, one of them in the commands, and no rotation any more."""
    expect(panel.rotation).to_have_count(0)
    expect(panel.keys).to_have_count(2)
    expect_commands(panel, chosen)
    assert access_keys(stack) == pair.both
    assert panel.visit.calls(stack.keystone_url, "DELETE") == []


def test_a_key_is_replaced_and_the_old_one_refused(
    panel: Panel, stack: Stack, pair: Pair, tmp_path: Path
) -> None:
    old_secret, new_secret = secret_of(stack, pair.old), secret_of(stack, pair.new)
    with terminal(CASES["aws-v1"], tmp_path / "home", stack) as shell:
        # What the reader has set up is the old one, and so are the commands.
        expect_commands(panel, pair.old)
        set_up, secret, *_ = panel.copy_steps()
        assert (pair.old in set_up, secret == old_secret) == (True, True)
        shell.ask(set_up, ASKED)
        assert shell.answer(secret)[0] == 0

        # The test is about the new one.
        command, secret = panel.copy_test()
        assert (pair.new in command, pair.old in command) == (True, False)
        assert (secret == new_secret) is True
        shell.ask(command, ASKED)
        status, shown = shell.answer(secret)
        assert status == 0, shown
        expect_commands(panel, pair.old)

        panel.button(WORKS).click()
        expect_commands(panel, pair.new)
        expect(panel.blocks.first).not_to_contain_text(pair.old)
        expect(panel.test).to_have_count(0)
        assert access_keys(stack) == pair.both
        # The machine has the old key: nothing deletes it before the reader has installed the new.
        expect(panel.button(DELETE)).to_have_count(0)
        set_up, secret = panel.copy_install()
        assert (pair.new in set_up, pair.old in set_up, secret == new_secret) == (True, False, True)
        assert [set_up, secret] == panel.copy_steps()[:2]
        shell.ask(set_up, ASKED)
        assert shell.answer(secret)[0] == 0
        # It is the profile that there was: the old key is nowhere on the machine now.
        assert shell.files_with(old_secret) == []

        panel.button(INSTALLED).click()
        panel.button(DELETE).click()
        expect(panel.question).to_contain_text(pair.old)
        expect(panel.question).not_to_contain_text("This is the key in the commands below.")
        assert access_keys(stack) == pair.both
        panel.answer("Delete it")
        expect(panel.rotation).to_have_count(0)
        expect(panel.keys).to_have_count(1)
        expect_commands(panel, pair.new)
        assert access_keys(stack) == {pair.new}
        panel.expect_notice(
            f"The rotation is done: the key {pair.old} is deleted, and {pair.new} has taken its "
            "place.",
            "run the set-up there again.",
        )

        status, shown = shell.run(f"aws --profile {stack.region.lower()} s3 ls")
        assert status == 0, shown
        shell.ask(command.replace(pair.new, pair.old), ASKED)
        status, shown = shell.answer(old_secret)
        assert (status != 0, "SignatureDoesNotMatch" in shown) == (True, True), shown
    assert shell.traces_of(old_secret) == []
    assert shell.traces_of(new_secret) == []
    assert len(panel.visit.calls(stack.keystone_url, "POST")) == 1
    assert len(panel.visit.calls(stack.keystone_url, "DELETE")) == 1


def test_a_rotation_can_stop_before_the_commands_change(
    panel: Panel, stack: Stack, pair: Pair
) -> None:
    panel.button(STOP).click()
    panel.expect_notice(STOPPED, f"the new one is {pair.new}")
    expect_stopped(panel, stack, pair, pair.old)


def test_a_rotation_can_stop_before_the_old_key_goes(
    panel: Panel, stack: Stack, pair: Pair
) -> None:
    panel.button(WORKS).click()
    panel.button(INSTALLED).click()
    panel.button(STOP).click()
    panel.expect_notice(STOPPED, f"The old one is {pair.old}")
    expect_stopped(panel, stack, pair, pair.new)


def test_the_question_about_the_old_key_can_be_denied(
    panel: Panel, stack: Stack, pair: Pair
) -> None:
    panel.button(WORKS).click()
    panel.button(INSTALLED).click()
    panel.button(DELETE).click()
    expect(panel.question.get_by_role("button", name="Keep it")).to_be_focused()
    panel.visit.page.keyboard.press("Escape")
    expect(panel.question).to_have_count(0)
    # The last stage is still there, and goes on when the reader wants.
    expect(panel.button(DELETE)).to_be_visible()
    assert access_keys(stack) == pair.both
    panel.button(DELETE).click()
    panel.answer("Delete it")
    expect(panel.keys).to_have_count(1)
    assert access_keys(stack) == {pair.new}


def test_a_new_key_that_does_not_work_can_be_deleted(
    panel: Panel, stack: Stack, pair: Pair
) -> None:
    """The way back: the new one goes, and everything is as before."""
    panel.delete(pair.new)
    expect(panel.rotation).to_have_count(0)
    expect(panel.test).to_have_count(0)
    expect_commands(panel, pair.old)
    assert access_keys(stack) == {pair.old}
    expect(panel.button(f"Rotate {pair.old}")).to_be_enabled()


def test_the_focus_goes_from_step_to_step_and_presses_nothing(
    panel: Panel, stack: Stack, old: str
) -> None:
    """A reader at the keyboard, whose Enter is held down each time: it repeats."""
    press = panel.visit.page.keyboard.press
    panel.button(f"Rotate {old}").focus()
    for word, step in (
        ("", "Check that it works"),
        (WORKS, "Install the new key."),
        (INSTALLED, "Delete the old key"),
    ):
        if word:
            # Past the commands of the step, where it has some.
            for _ in range(6):
                press("Tab")
                if panel.button(word).evaluate("button => button === document.activeElement"):
                    break
            expect(panel.button(word)).to_be_focused()
        press("Enter")
        expect(panel.rotation_step).to_contain_text(step)
        expect(panel.rotation_step).to_be_focused()
        press("Enter")
        expect(panel.rotation_step).to_be_focused()
    press("Tab")
    expect(panel.button(DELETE)).to_be_focused()
    press("Enter")
    expect(panel.question.get_by_role("button", name="Keep it")).to_be_focused()
    press("Enter")
    expect(panel.question).to_have_count(0)
    assert len(access_keys(stack)) == 2
    panel.button(DELETE).press("Enter")
    panel.question.get_by_role("button", name="Delete it").press("Enter")
    # What happened, and no button that makes another key.
    expect(panel.root.locator("[data-focus=notice]")).to_be_focused()
    press("Enter")
    assert len(access_keys(stack)) == 1


def test_a_double_click_rotates_once(panel: Panel, stack: Stack, old: str) -> None:
    panel.button(f"Rotate {old}").dblclick()
    panel.rotation.wait_for()
    assert len(panel.visit.calls(stack.keystone_url, "POST")) == 1
    assert len(access_keys(stack)) == 2
    expect(panel.button(f"Rotate {old}")).to_be_disabled()


def test_signing_out_in_the_middle_deletes_nothing(panel: Panel, stack: Stack, pair: Pair) -> None:
    secrets = [secret_of(stack, access) for access in (pair.old, pair.new)]
    panel.sign_out()
    panel.expect_signed_out()
    assert access_keys(stack) == pair.both
    content = panel.visit.page.content()
    assert [secret in content for secret in secrets] == [False, False]
    expect(panel.rotation).to_have_count(0)


def test_the_old_key_went_elsewhere_meanwhile(panel: Panel, stack: Stack, pair: Pair) -> None:
    panel.visit.expect_console(FAILED_LOAD)
    panel.button(WORKS).click()
    panel.button(INSTALLED).click()
    stack.identity.delete_credential("alice", pair.old)
    panel.button(DELETE).click()
    panel.answer("Delete it")
    panel.expect_notice(f"The key {pair.old} was already gone.", "There is nothing left to do.")
    expect(panel.rotation).to_have_count(0)
    assert access_keys(stack) == {pair.new}


def test_a_rotation_beyond_the_limit_changes_nothing(
    visit: Visit, world: World, tmp_path: Path
) -> None:
    visit.expect_console(FAILED_LOAD)
    with Stack(tmp_path / "limited", [world.origin], credential_limit=1) as limited:
        (limit,) = [limited.identity.create_credential("dave", "demo")["access"]]
        panel = panel_at(visit, world.page_for(limited.keystone_url, "limited"))
        panel.sign_in(limited.token("dave", "demo"))
        panel.button(f"Rotate {limit}").click()
        panel.expect_notice(
            "Keystone refused to create another key.", "Delete one that you no longer use"
        )
        expect(panel.rotation).to_have_count(0)
        expect_commands(panel, limit)
        expect(panel.button(f"Rotate {limit}")).to_be_enabled()
        assert access_keys(limited, "dave") == {limit}


def test_the_answer_to_its_create_is_lost(panel: Panel, stack: Stack, old: str) -> None:
    """Then it is a lost create like any other: what was made is offered, and nothing is proved."""
    panel.visit.expect_console(FAILED_LOAD)
    panel.visit.lose_reply(CREDENTIALS, method="POST")
    panel.button(f"Rotate {old}").click()
    panel.offer.wait_for()
    (new,) = access_keys(stack) - {old}
    expect(panel.offer.locator("code")).to_have_text([new])
    expect(panel.rotation).to_have_count(0)
    expect_commands(panel, old)
    panel.button("Leave it as it is").click()
    expect(panel.button(f"Rotate {old}")).to_be_enabled()
    assert access_keys(stack) == {old, new}
    assert len(panel.visit.calls(stack.keystone_url, "POST")) == 1


def test_the_reader_stops_waiting_for_its_create(panel: Panel, stack: Stack, old: str) -> None:
    with panel.visit.held_back(CREDENTIALS, "POST"):
        panel.button(f"Rotate {old}").click()
        panel.button("Stop waiting").click()
        expect(panel.notice).to_contain_text("You can try again.")
        expect(panel.rotation).to_have_count(0)
    # Made after all: offered as an ordinary key, and not as the next stage.
    panel.offer.wait_for()
    expect(panel.rotation).to_have_count(0)
    expect_commands(panel, old)
    assert len(access_keys(stack)) == 2
