"""Several keys are deleted after one question that lists them; the server's list agrees."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import access_keys
from .panel import Panel
from .visit import FAILED_LOAD

ASK = "Delete the selected keys…"
IN_USE = "The key in the commands below is among them."


@pytest.fixture
def four(panel: Panel, stack: Stack) -> list[str]:
    """Sign in to a list with four keys, of which the first is in the commands."""
    for _ in range(4):
        stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(4)
    four = panel.listed()
    assert panel.chosen() == four[0]
    return four


def mark(panel: Panel, marked: list[str]) -> None:
    panel.button("Delete several…").click()
    for access in marked:
        panel.root.get_by_label(access, exact=True).check()


def ask(panel: Panel, marked: list[str]) -> None:
    mark(panel, marked)
    panel.button(ASK).click()
    expect(panel.question.locator("li code")).to_have_text(marked)


def one(access: str) -> str:
    """Return the calls about one key, as a pattern of Playwright's."""
    return f"**/credentials/OS-EC2/{access}"


def deletes(panel: Panel, stack: Stack) -> list[str]:
    """Return the access keys that the page asked to delete, in this order."""
    calls = panel.visit.calls(stack.keystone_url, "DELETE")
    return [call.url.rsplit("/", 1)[1] for call in calls]


def test_one_question_lists_what_goes(panel: Panel, stack: Stack, four: list[str]) -> None:
    mark(panel, four[1:])
    # A mark can be taken away.
    panel.root.get_by_label(four[2], exact=True).uncheck()
    marked = [four[1], four[3]]
    panel.button(ASK).click()
    expect(panel.question).to_contain_text("Delete these 2 keys?")
    expect(panel.question.locator("li code")).to_have_text(marked)
    expect(panel.question).to_contain_text(
        "Programs that use a deleted key lose access immediately"
    )
    expect(panel.question).not_to_contain_text(IN_USE)
    assert access_keys(stack) == set(four)
    panel.answer("Delete them")
    expect(panel.keys).to_have_count(2)
    assert panel.listed() == [four[0], four[2]]
    assert access_keys(stack) == {four[0], four[2]}
    assert deletes(panel, stack) == marked
    assert panel.chosen() == four[0]


@pytest.mark.parametrize("how", ["Escape", "Keep them"])
def test_the_question_can_be_denied(panel: Panel, stack: Stack, four: list[str], how: str) -> None:
    ask(panel, four[:3])
    # The safe answer has the focus.
    expect(panel.question.get_by_role("button", name="Keep them")).to_be_focused()
    if how == "Escape":
        panel.visit.page.keyboard.press("Escape")
    else:
        panel.answer(how)
    expect(panel.question).to_have_count(0)
    expect(panel.keys.get_by_role("radio")).to_have_count(4)
    assert access_keys(stack) == set(four)
    assert deletes(panel, stack) == []


def test_marking_can_be_given_up(panel: Panel, stack: Stack, four: list[str]) -> None:
    panel.button("Delete several…").click()
    expect(panel.button("Keep all")).to_be_focused()
    # With nothing marked there is nothing to ask.
    expect(panel.button(ASK)).to_have_count(0)
    panel.root.get_by_label(four[0], exact=True).check()
    panel.button("Keep all").click()
    expect(panel.keys.get_by_role("radio")).to_have_count(4)
    # The marks are forgotten.
    panel.button("Delete several…").click()
    expect(panel.keys.locator(":checked")).to_have_count(0)
    assert access_keys(stack) == set(four)


def test_the_key_in_the_commands_is_among_them(panel: Panel, stack: Stack, four: list[str]) -> None:
    ask(panel, four)
    expect(panel.question).to_contain_text(IN_USE)
    panel.answer("Delete them")
    expect(panel.keys).to_have_count(0)
    # The commands take no other key by themselves.
    expect(panel.blocks.first).to_contain_text("<access-key>")
    assert access_keys(stack) == set()
    panel.expect_notice("All 4 keys are deleted.", "choose or create another key.")
    expect(panel.root.locator("[data-focus=notice]")).to_be_focused()


def test_one_of_them_went_elsewhere_meanwhile(panel: Panel, stack: Stack, four: list[str]) -> None:
    panel.visit.expect_console(FAILED_LOAD)
    ask(panel, four[1:])
    stack.identity.delete_credential("alice", four[2])
    panel.answer("Delete them")
    expect(panel.keys).to_have_count(1)
    assert access_keys(stack) == {four[0]}
    assert deletes(panel, stack) == four[1:]


def test_a_failure_in_the_middle_touches_no_more(
    panel: Panel, stack: Stack, four: list[str]
) -> None:
    panel.visit.expect_console(FAILED_LOAD)
    panel.visit.answer(one(four[1]), status=503, method="DELETE")
    ask(panel, four)
    panel.answer("Delete them")
    panel.expect_notice(
        f"The key {four[1]} was not deleted.",
        "2 more of the selected keys were not deleted.",
    )
    expect(panel.keys).to_have_count(3)
    assert panel.listed() == four[1:]
    assert access_keys(stack) == set(four[1:])
    assert deletes(panel, stack) == four[:2]
    # The rest goes when the reader asks again.
    panel.visit.page.unroute_all()
    ask(panel, four[1:])
    panel.answer("Delete them")
    expect(panel.keys).to_have_count(0)
    assert access_keys(stack) == set()


def test_a_refusal_in_the_middle_touches_no_more(
    panel: Panel, stack: Stack, four: list[str]
) -> None:
    panel.visit.expect_console(FAILED_LOAD)
    panel.visit.answer(one(four[2]), status=403, method="DELETE")
    ask(panel, four[1:])
    panel.answer("Delete them")
    expect(panel.notice).to_contain_text("1 more of the selected keys was not deleted.")
    expect(panel.keys).to_have_count(3)
    assert access_keys(stack) == {four[0], four[2], four[3]}
    assert deletes(panel, stack) == four[1:3]


def test_an_answer_that_is_lost_in_the_middle(panel: Panel, stack: Stack, four: list[str]) -> None:
    """It is deleted, and the list says so; the reader decides about the rest."""
    panel.visit.expect_console(FAILED_LOAD)
    panel.visit.lose_reply(one(four[1]), method="DELETE")
    ask(panel, four)
    panel.answer("Delete them")
    panel.expect_notice(
        f"The key {four[1]} is deleted.", "2 more of the selected keys were not deleted."
    )
    expect(panel.keys).to_have_count(2)
    assert access_keys(stack) == set(four[2:])
    assert deletes(panel, stack) == four[:2]


def test_the_session_ends_in_the_middle(panel: Panel, stack: Stack, four: list[str]) -> None:
    """What was on its way may be carried out; what comes after it is not asked for."""
    ask(panel, four)
    with panel.visit.held_back(one(four[0]), "DELETE"):
        panel.answer("Delete them")
        expect(panel.keys.first).to_contain_text("Deleting…")
        panel.sign_out()
        panel.expect_signed_out()
    # The held request is sent on by the end of the block, and nothing follows it: neither now nor
    # after what the page asks for next.
    panel.sign_in(stack.token("alice", "demo"))
    assert deletes(panel, stack) == four[:1]
    assert access_keys(stack) >= set(four[1:])
