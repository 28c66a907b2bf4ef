"""A Keystone that is silent: the page says what is known, and an answer that comes late counts.

The proxy holds requests up; the seconds are those of the browser's clock.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from proxy import FaultProxy
from stack import Stack

from .conftest import World, access_keys, expect_agreement, expect_found, expect_revoked, panel_at
from .panel import Panel
from .sites import FENCE, all_ways, build_site, copy_with_keystone
from .visit import FAILED_LOAD, Visit

LIST = "/credentials/OS-EC2"
ONE = "/credentials/OS-EC2/*"
TOKENS = "/auth/tokens"
DEADLINE_MS = 16_000


@pytest.fixture
def silent(visit: Visit, proxied: str) -> Panel:
    """The panel behind the proxy, in a browser whose clock the test moves."""
    visit.expect_console(FAILED_LOAD)
    visit.page.clock.install()
    return panel_at(visit, proxied)


@pytest.fixture(scope="module")
def all_ways_page(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every way to sign in, for `copy_with_keystone`."""
    work = tmp_path_factory.mktemp("silence")
    pages = {"index.md": "# Silence\n", "ways.md": f"# Ways\n\n{FENCE}"}
    url = f"{world.origin}/silence/"
    build_site(work, world.directory / "silence", world.stack, url, pages, **all_ways(world.stack))
    return world.directory / "silence" / "ways" / "index.html"


def pass_the_deadline(panel: Panel) -> None:
    """Let so much time pass that nobody waits any more, and not a second less."""
    waiting = panel.notice.locator("strong")
    panel.visit.page.clock.fast_forward(DEADLINE_MS - 2_000)
    expect(waiting).to_have_count(0)
    panel.visit.page.clock.fast_forward(2_000)
    expect(waiting).to_be_visible()


def expect_overdue(panel: Panel, proxy: FaultProxy, known: str, then: str) -> None:
    what = f"{proxy.url} did not answer within 16 seconds, so {known}"
    panel.expect_notice(what, then)


@pytest.mark.parametrize("is_carried_out", [False, True])
def test_a_create(
    silent: Panel, stack: Stack, proxy: FaultProxy, old: str, is_carried_out: bool
) -> None:
    silent.sign_in(stack.token("alice", "demo"))
    hold = proxy.hold("POST", LIST, is_carried_out=is_carried_out)
    lists = proxy.hold("GET", LIST)
    silent.button("Create key").click()
    hold.wait()
    pass_the_deadline(silent)
    expect_overdue(
        silent,
        proxy,
        "it is not known whether the key was created.",
        "This page is checking the list for it.",
    )
    lists.wait()
    lists.release()
    if is_carried_out:
        expect_found(silent, stack, old, 1)
    else:
        silent.expect_notice(
            "Keystone did not confirm that it created a key, and the list has no new one.",
            "still answers",
        )
    hold.release()
    expect_found(silent, stack, old, 1)
    assert len(proxy.arrived("POST", LIST)) == 1


def test_a_create_whose_answer_comes_after_signing_out(
    silent: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    silent.sign_in(stack.token("alice", "demo"))
    hold = proxy.hold("POST", LIST)
    silent.button("Create key").click()
    hold.wait()
    pass_the_deadline(silent)
    silent.sign_out()
    silent.expect_signed_out()
    hold.release()
    expect(silent.notice).to_contain_text("was created in demo just after you left.")
    (new,) = access_keys(stack) - {old}
    expect(silent.notice).to_contain_text(new)


def test_a_delete(silent: Panel, stack: Stack, proxy: FaultProxy, old: str) -> None:
    silent.sign_in(stack.token("alice", "demo"))
    hold = proxy.hold("DELETE", ONE)
    silent.button(f"Delete {old}").click()
    silent.answer("Delete it")
    hold.wait()
    pass_the_deadline(silent)
    silent.expect_notice(f"The key {old} is still in the list.", "may still delete it")
    expect_agreement(silent, stack, 1)
    hold.release()
    silent.expect_notice(f"The key {old} is deleted: the response came late.", "placeholders again")
    expect_agreement(silent, stack, 0)
    assert len(proxy.arrived("DELETE", ONE)) == 1


def test_a_pasted_token(silent: Panel, stack: Stack, proxy: FaultProxy, old: str) -> None:
    hold = proxy.hold("GET", TOKENS)
    silent.paste(stack.token("alice", "demo"))
    hold.wait()
    pass_the_deadline(silent)
    expect_overdue(silent, proxy, "you are not signed in.", "this page continues")
    hold.release()
    expect(silent.lead).to_contain_text("alice in demo")
    expect_agreement(silent, stack, 1)
    assert len(proxy.arrived("GET", TOKENS)) == 1


@pytest.mark.parametrize("is_wanted", [False, True])
def test_a_password(
    visit: Visit,
    world: World,
    stack: Stack,
    proxy: FaultProxy,
    all_ways_page: Path,
    is_wanted: bool,
) -> None:
    """Sent once; a token that comes late is used, or revoked where nobody wants it any more."""
    visit.expect_console(FAILED_LOAD)
    visit.page.clock.install()
    path = copy_with_keystone(all_ways_page, "silent-ways", proxy.url)
    panel = panel_at(visit, f"{world.origin}/silence/{path}")
    hold = proxy.hold("POST", TOKENS, is_carried_out=True)
    panel.open_form("Password")
    panel.give_password("bob", stack.users["bob"].password)
    hold.wait()
    pass_the_deadline(panel)
    expect_overdue(panel, proxy, "you are not signed in.", "If not, sign in again.")
    if not is_wanted:
        panel.button("Cancel").click()
    hold.release()
    if is_wanted:
        expect(panel.lead).to_contain_text("bob in demo")
    else:
        with visit.page.expect_response(lambda r: r.request.method == "DELETE") as revoked:
            pass
        assert revoked.value.status == 204
        expect_revoked(stack, visit.obtained(proxy.url))
    assert len(proxy.arrived("POST", TOKENS)) == (2 if is_wanted else 1)


def test_a_revocation(silent: Panel, stack: Stack, proxy: FaultProxy) -> None:
    token = stack.token("alice", "demo")
    silent.sign_in(token)
    hold = proxy.hold("DELETE", TOKENS)
    silent.button("Sign out").click()
    silent.button("Sign out and revoke the token").click()
    hold.wait()
    pass_the_deadline(silent)
    expect(silent.notice.locator("strong")).to_contain_text("not known whether your token is")
    hold.release()
    silent.expect_notice("You are signed out, and your token is revoked.", "get a new one there")
    expect_revoked(stack, [token])


def test_a_list_is_given_up(silent: Panel, stack: Stack, proxy: FaultProxy, old: str) -> None:
    """It only reads: a later one is as good, so nothing waits for this one."""
    hold = proxy.hold("GET", LIST)
    silent.paste(stack.token("alice", "demo"))
    hold.wait()
    pass_the_deadline(silent)
    silent.expect_notice(f"{proxy.url} did not answer in time.", "Try again in a moment.")
    failed = [r for r in silent.visit.calls(proxy.url, "GET") if r.failure]
    assert [r.url.rpartition("/")[2] for r in failed] == ["OS-EC2"]
    silent.button("Get the list again").click()
    expect_agreement(silent, stack, 1)
