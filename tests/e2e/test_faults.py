"""Networks and servers that fail, and answers that are not Keystone's.

Unreachable, CORS and TLS are real. What a real Keystone does not produce is put in the place of
its answer with Playwright's routes.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from site_server import SiteServer
from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .visit import CREDENTIALS, FAILED_LOAD, NO_CORS, ONE_CREDENTIAL, TOKENS, Visit

LOGIN_PAGE = "<!doctype html><title>Sign in to the hotel's network</title>"
NOT_KEYSTONES = "didn't answer like a Keystone server."


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port that refuses connections, and that nobody else can open meanwhile."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


@pytest.fixture
def failing(panel: Panel) -> Panel:
    """The panel, in a test where requests fail, which Chromium logs."""
    panel.visit.expect_console(FAILED_LOAD)
    return panel


def change(text: str, path: str, value: object) -> str:
    """Set one field of JSON text: `token.user.name`."""
    found = body = json.loads(text)
    *parents, last = path.split(".")
    for name in parents:
        found = found[int(name)] if isinstance(found, list) else found[name]
    found[last] = value
    return json.dumps(body)


def without(text: str, path: str) -> str:
    """Take one field out of JSON text."""
    found = body = json.loads(text)
    *parents, last = path.split(".")
    for name in parents:
        found = found[int(name)] if isinstance(found, list) else found[name]
    del found[last]
    return json.dumps(body)


def expect_unreachable(panel: Panel, keystone_url: str, origin: str) -> None:
    panel.expect_notice(
        f"The browser could not reach {keystone_url}.",
        "or that server does not allow requests from this page: the browser does not say which.",
    )
    lines = f"[cors]\nallowed_origin = {origin}"
    assert panel.notice.locator("pre code").inner_text() == lines
    assert panel.copy(panel.notice.get_by_role("button", name="Copy these lines")) == lines
    # A sign-in is never repeated by itself.
    assert len(panel.visit.calls(keystone_url, "GET")) == 1
    expect(panel.token).to_have_value("")
    panel.notice.get_by_role("button", name="Close this message").click()
    expect(panel.notice).to_have_count(0)


def test_keystone_is_not_there(visit: Visit, stack: Stack, world: World, closed_port: int) -> None:
    visit.expect_console(FAILED_LOAD)
    url = f"http://127.0.0.1:{closed_port}/v3"
    panel = panel_at(visit, world.page_for(url, "closed"))
    panel.paste(stack.token("alice", "demo"))
    expect_unreachable(panel, url, world.origin)


def test_keystone_does_not_allow_the_page(visit: Visit, stack: Stack, world: World) -> None:
    """The same files from another port: to the browser, that is another origin."""
    visit.expect_console(FAILED_LOAD, NO_CORS)
    with SiteServer(world.directory) as other:
        panel = panel_at(visit, f"{other.origin}/s3/")
        panel.paste(stack.token("alice", "demo"))
        expect_unreachable(panel, stack.keystone_url, other.origin)


def test_the_browser_does_not_trust_the_certificate(
    visit: Visit, stack: Stack, world: World
) -> None:
    visit.expect_console(FAILED_LOAD)
    url = f"{stack.s3_url}/v3"
    panel = panel_at(visit, world.page_for(url, "tls"))
    panel.paste(stack.token("alice", "demo"))
    expect_unreachable(panel, url, world.origin)


@pytest.mark.parametrize("status", [500, 503])
def test_a_server_in_trouble_is_not_asked_to_sign_in_again(
    failing: Panel, stack: Stack, status: int
) -> None:
    failing.visit.answer(TOKENS, status=status, body="<html>trouble</html>")
    failing.paste(stack.token("alice", "demo"))
    failing.expect_notice(
        f"Keystone returned a server error ({status}).", "This isn't caused by anything you did."
    )
    assert len(failing.visit.calls(stack.keystone_url)) == 1
    failing.visit.page.unroute_all()
    failing.sign_in(stack.token("alice", "demo"))


def test_too_many_requests(failing: Panel, stack: Stack) -> None:
    failing.visit.answer(TOKENS, status=429)
    failing.paste(stack.token("alice", "demo"))
    failing.expect_notice(
        "Keystone received too many requests and refused this one.", "Wait a minute"
    )
    assert len(failing.visit.calls(stack.keystone_url)) == 1


@pytest.mark.parametrize("body", ["", LOGIN_PAGE, '{"token": null}'])
def test_an_answer_that_is_not_keystones(panel: Panel, stack: Stack, body: str) -> None:
    panel.visit.answer(TOKENS, body=body)
    panel.paste(stack.token("alice", "demo"))
    panel.expect_notice(f"{stack.keystone_url} {NOT_KEYSTONES}", "A proxy or a sign-in page")
    panel.visit.page.unroute_all()
    panel.sign_in(stack.token("alice", "demo"))


def test_an_answer_that_is_cut_off(panel: Panel, stack: Stack) -> None:
    panel.visit.alter(TOKENS, lambda body: body[: len(body) // 2])
    panel.paste(stack.token("alice", "demo"))
    panel.expect_notice(f"{stack.keystone_url} {NOT_KEYSTONES}", "A proxy or a sign-in page")


def test_an_answer_without_what_is_needed(panel: Panel, stack: Stack) -> None:
    panel.visit.alter(TOKENS, lambda body: without(body, "token.expires_at"))
    panel.paste(stack.token("alice", "demo"))
    panel.expect_notice(f"{stack.keystone_url} {NOT_KEYSTONES}", "A proxy or a sign-in page")


def test_fields_that_nobody_knows_do_no_harm(panel: Panel, stack: Stack) -> None:
    stack.identity.create_credential("alice", "demo")
    news = {"deeply": [{"nested": None}], "text": '\\"}{'}
    panel.visit.alter(TOKENS, lambda body: change(change(body, "news", news), "token.news", news))
    panel.visit.alter(
        CREDENTIALS,
        lambda body: change(change(body, "news", news), "credentials.0.news", news),
    )
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(1)
    expect(panel.filled).to_be_visible()


@pytest.mark.parametrize("body", [LOGIN_PAGE, '{"credentials": {}}'])
def test_a_list_that_cannot_be_read_can_be_asked_for_again(
    panel: Panel, stack: Stack, body: str
) -> None:
    made = stack.identity.create_credential("alice", "demo")
    panel.visit.answer(CREDENTIALS, body=body)
    panel.paste(stack.token("alice", "demo"))
    panel.expect_notice(f"{stack.keystone_url} {NOT_KEYSTONES}", "A proxy or a sign-in page")
    expect(panel.root.locator(".keyfill-keys")).to_contain_text("The list couldn't be loaded.")
    panel.visit.page.unroute_all()
    panel.button("Get the list again").click()
    expect(panel.blocks.first).to_contain_text(made["access"])
    expect(panel.notice).to_have_count(0)


def test_a_list_that_fails_is_asked_for_twice_more(failing: Panel, stack: Stack) -> None:
    failing.visit.answer(CREDENTIALS, status=503)
    failing.paste(stack.token("alice", "demo"))
    failing.expect_notice("Keystone returned a server error (503).", "Try again")
    assert len(failing.visit.calls(stack.keystone_url, "GET")) == 1 + 3


def test_a_create_that_fails_is_not_repeated(failing: Panel, stack: Stack) -> None:
    failing.sign_in(stack.token("alice", "demo"))
    failing.visit.answer(CREDENTIALS, status=503, method="POST")
    failing.button("Create key").click()
    failing.expect_notice(
        "Keystone did not confirm that it created a key, and the list has no new one.",
        "Most likely no key was created. You can try again.",
    )
    assert len(failing.visit.calls(stack.keystone_url, "POST")) == 1
    failing.visit.page.unroute_all()
    failing.create()


def test_a_delete_that_fails_is_not_repeated(failing: Panel, stack: Stack) -> None:
    failing.sign_in(stack.token("alice", "demo"))
    access = failing.create()
    failing.visit.answer(ONE_CREDENTIAL, status=503, method="DELETE")
    failing.button(f"Delete {access}").click()
    failing.question.get_by_role("button", name="Delete it").click()
    failing.expect_notice(f"The key {access} was not deleted.", "Keystone did not confirm it")
    expect(failing.keys).to_have_count(1)
    assert len(failing.visit.calls(stack.keystone_url, "DELETE")) == 1
    failing.visit.page.unroute_all()
    failing.delete(access)
    assert stack.credentials("alice") == []
