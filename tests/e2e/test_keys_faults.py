"""Requests that are lost, repeated or cut off between the page and the real Keystone.

A proxy does it, so the browser's own network is in between too. Each test ends with the same
question: is every key on the server one that a reader asked for, and does the page show it?
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from proxy import Answer, FaultProxy
from proxy import Fault as F
from stack import Stack

from .conftest import access_keys, expect_agreement, expect_found, panel_at, secret_of
from .panel import Panel
from .visit import FAILED_LOAD, Visit

LIST = "/credentials/OS-EC2"
ONE = "/credentials/OS-EC2/*"
CREATE = "Create key"
REFRESH = "Refresh"
NOT_CREATED = "Keystone did not confirm that it created a key, and the list has no new one."


def creates(proxy: FaultProxy) -> tuple[int, int]:
    """Return how many creates arrived, and how many the server answered."""
    return len(proxy.arrived("POST", LIST)), len(proxy.carried_out("POST", LIST))


@pytest.mark.parametrize("fault", [F.SWALLOW, F.CUT])
def test_a_create_without_its_reply(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str, fault: F
) -> None:
    proxy.next("POST", LIST, fault)
    faulty.button(CREATE).click()
    expect_found(faulty, stack, old, 1)
    assert creates(proxy) == (1, 1)
    (new,) = access_keys(stack) - {old}
    faulty.offer.get_by_role("button", name="Use it").click()
    assert faulty.chosen() == new
    _, secret, *_ = faulty.copy_steps()
    assert (secret == secret_of(stack, new)) is True
    expect_agreement(faulty, stack, 2)


def test_a_create_that_never_arrives(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    proxy.next("POST", LIST, F.REFUSE)
    faulty.button(CREATE).click()
    faulty.expect_notice(NOT_CREATED, "You can try again.")
    expect_agreement(faulty, stack, 1)
    # Not repeated by itself, neither by the page nor by the browser.
    assert creates(proxy) == (1, 0)
    faulty.create()
    expect_agreement(faulty, stack, 2)


def test_a_create_that_a_gateway_delivers_twice(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    """One key is what the reader asked for; the other one is not hidden for long."""
    proxy.next("POST", LIST, F.TWICE)
    faulty.button(CREATE).click()
    expect(faulty.keys).to_have_count(2)
    chosen = faulty.chosen()
    assert chosen in access_keys(stack) - {old}
    assert creates(proxy) == (1, 2)
    assert len(access_keys(stack)) == 3
    # The page cannot know of it; a look at the list shows it, and leaves the commands alone.
    faulty.button(REFRESH).click()
    expect_agreement(faulty, stack, 3)
    assert faulty.chosen() == chosen


def test_a_gateway_that_cannot_reach_keystone_for_a_moment(
    visit: Visit, stack: Stack, proxy: FaultProxy, proxied: str, old: str
) -> None:
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, proxied)
    proxy.next("GET", LIST, Answer(503))
    panel.sign_in(stack.token("alice", "demo"))
    expect_agreement(panel, stack, 1)
    expect(panel.notice).to_have_count(0)
    assert len(proxy.arrived("GET", LIST)) == 2


@pytest.mark.parametrize("fault", [F.CUT, F.SWALLOW, F.REFUSE])
def test_a_list_that_does_not_come(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str, fault: F
) -> None:
    """What is shown stays, and so does a way to ask again."""
    proxy.next("GET", LIST, fault, times=3)
    faulty.button(REFRESH).click()
    faulty.notice.wait_for()
    assert faulty.listed() == [old]
    other = stack.identity.create_credential("alice", "demo")["access"]
    faulty.button(REFRESH).click()
    expect_agreement(faulty, stack, 2)
    assert other in faulty.listed()


def test_a_create_and_the_list_after_it_without_replies(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    proxy.next("POST", LIST, F.SWALLOW)
    proxy.next("GET", LIST, F.SWALLOW, times=3)
    faulty.button(CREATE).click()
    expect(faulty.notice).to_contain_text("It is not known whether the key was created.")
    expect(faulty.button(CREATE)).to_be_disabled()
    faulty.button("Get the list again").click()
    expect_found(faulty, stack, old, 1)
    assert creates(proxy) == (1, 1)


@pytest.mark.parametrize("fault", [F.SWALLOW, F.TWICE])
def test_a_delete_without_its_reply_or_delivered_twice(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str, fault: F
) -> None:
    proxy.next("DELETE", ONE, fault)
    faulty.delete(old)
    expect_agreement(faulty, stack, 0)
    what = "is deleted." if fault is F.SWALLOW else "was already gone."
    expect(faulty.notice).to_contain_text(f"The key {old} {what}")
    assert len(proxy.arrived("DELETE", ONE)) == 1


def test_a_delete_that_never_arrives(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    proxy.next("DELETE", ONE, F.REFUSE)
    faulty.button(f"Delete {old}").click()
    faulty.answer("Delete it")
    faulty.expect_notice(f"The key {old} was not deleted.", "Try again.")
    expect_agreement(faulty, stack, 1)
    assert len(proxy.arrived("DELETE", ONE)) == 1
