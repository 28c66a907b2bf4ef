"""Requests that Keystone carries out and whose answers never arrive.

The real Keystone does what it is asked; the answer is lost between it and the page.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .panel import Panel
from .visit import CREDENTIALS, FAILED_LOAD, ONE_CREDENTIAL


@pytest.fixture
def old(panel: Panel, stack: Stack) -> str:
    """Sign in to a list with one key, and return that."""
    panel.visit.expect_console(FAILED_LOAD)
    old = str(stack.identity.create_credential("alice", "demo")["access"])
    panel.sign_in(stack.token("alice", "demo"))
    return old


@pytest.fixture
def found(panel: Panel, stack: Stack, old: str) -> str:
    """Lose the answer to a create, and return the access key that Keystone made."""
    panel.visit.lose_reply(CREDENTIALS, method="POST")
    panel.button("Create key").click()
    panel.offer.wait_for()
    (found,) = {c["access"] for c in stack.credentials("alice")} - {old}
    return str(found)


def test_what_was_created_is_offered_and_not_adopted(
    panel: Panel, stack: Stack, old: str, found: str
) -> None:
    expect(panel.offer).to_contain_text("This key was not in the list before.")
    expect(panel.offer.locator("code")).to_have_text([found])
    expect(panel.keys).to_have_count(2)
    assert panel.chosen() == old
    expect(panel.blocks.first).to_contain_text(old)
    expect(panel.button("Create key")).to_be_disabled()
    # Looked for with a list, and never asked for again.
    assert len(panel.visit.calls(stack.keystone_url, "POST")) == 1
    assert len(stack.credentials("alice")) == 2


def test_the_find_can_be_used(panel: Panel, stack: Stack, found: str) -> None:
    panel.offer.get_by_role("button", name="Use it").click()
    expect(panel.offer).to_have_count(0)
    expect(panel.blocks.first).to_contain_text(found)
    assert panel.chosen() == found
    _, secret, *_ = panel.copy_steps()
    (real,) = (c for c in stack.credentials("alice") if c["access"] == found)
    assert (secret == real["secret"]) is True


def test_the_find_can_be_deleted(panel: Panel, stack: Stack, old: str, found: str) -> None:
    panel.offer.get_by_role("button", name="Delete it").click()
    expect(panel.question).to_contain_text(found)
    assert len(stack.credentials("alice")) == 2
    panel.question.get_by_role("button", name="Delete it").click()
    expect(panel.keys).to_have_count(1)
    assert [c["access"] for c in stack.credentials("alice")] == [old]
    assert panel.chosen() == old


def test_the_find_can_be_left(panel: Panel, stack: Stack, old: str, found: str) -> None:
    panel.button("Leave it as it is").click()
    expect(panel.offer).to_have_count(0)
    expect(panel.keys).to_have_count(2)
    assert panel.chosen() == old
    assert len(stack.credentials("alice")) == 2
    assert panel.visit.calls(stack.keystone_url, "DELETE") == []


def test_an_answer_to_a_create_that_is_cut_off(panel: Panel, stack: Stack, old: str) -> None:
    panel.visit.alter(CREDENTIALS, lambda body: body[:30], method="POST")
    panel.button("Create key").click()
    panel.offer.wait_for()
    assert panel.chosen() == old
    assert len(stack.credentials("alice")) == 2


def test_a_create_whose_outcome_the_list_cannot_tell(panel: Panel, stack: Stack, old: str) -> None:
    panel.visit.lose_reply(CREDENTIALS, method="POST")
    panel.visit.answer(CREDENTIALS, status=500)
    panel.button("Create key").click()
    expect(panel.notice).to_contain_text("It is not known whether the key was created.")
    expect(panel.root.locator(".keyfill-keys")).to_contain_text("It is not known whether")
    expect(panel.button("Create key")).to_be_disabled()
    panel.visit.page.unroute_all()
    panel.button("Get the list again").click()
    panel.offer.wait_for()
    assert len(stack.credentials("alice")) == 2


def test_a_reader_may_stop_waiting(panel: Panel, stack: Stack, old: str) -> None:
    """The create is carried out after the reader gave up: it is offered when it answers."""
    with panel.visit.held_back(CREDENTIALS, "POST"):
        panel.button("Create key").click()
        panel.button("Stop waiting").click()
        panel.expect_notice(
            "Keystone did not confirm that it created a key, and the list has no new one.",
            "You can try",
        )
    panel.offer.wait_for()
    assert panel.chosen() == old
    assert len(stack.credentials("alice")) == 2


def test_a_key_made_after_signing_out_is_announced(panel: Panel, stack: Stack, old: str) -> None:
    with panel.visit.held_back(CREDENTIALS, "POST"):
        panel.button("Create key").click()
        panel.sign_out()
        panel.expect_signed_out()
    expect(panel.notice).to_contain_text("was created in demo just after you left.")
    panel.expect_signed_out()
    (found,) = {c["access"] for c in stack.credentials("alice")} - {old}
    expect(panel.notice).to_contain_text(found)
    (real,) = (c for c in stack.credentials("alice") if c["access"] == found)
    assert (real["secret"] in panel.visit.page.content()) is False


def test_a_lost_answer_to_a_delete_is_looked_up(panel: Panel, stack: Stack, old: str) -> None:
    panel.visit.lose_reply(ONE_CREDENTIAL, method="DELETE")
    panel.button(f"Delete {old}").click()
    panel.question.get_by_role("button", name="Delete it").click()
    expect(panel.keys).to_have_count(0)
    expect(panel.blocks.first).to_contain_text("<access-key>")
    assert len(panel.visit.calls(stack.keystone_url, "DELETE")) == 1
    assert stack.credentials("alice") == []
    # The list has told by now.
    expect(panel.notice).not_to_contain_text("It is not known whether the key was deleted.")
