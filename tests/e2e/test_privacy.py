"""What the page asks of whom, and where secrets are not."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack
from waiting import until

from .conftest import World
from .panel import Panel
from .visit import CREDENTIALS, TOKENS

# Where a page can leave something, as one text.
TRACES = """async () => {
    const attributes = [...document.querySelectorAll("*")].flatMap((element) =>
        [...element.attributes].map((attribute) => attribute.value).concat(element.value ?? []));
    const databases = await indexedDB.databases();
    return JSON.stringify({
        attributes, databases, cookies: document.cookie, url: document.URL, title: document.title,
        local: {...localStorage}, session: {...sessionStorage}, caches: await caches.keys(),
        state: history.state, name: window.name, referrer: document.referrer,
        loaded: performance.getEntries().map((entry) => entry.name),
    });
}"""
IS_NOWHERE = "secret => !document.documentElement.outerHTML.includes(secret)"
# Keystone allows no others, as far as a page can choose them.
CUSTOM = {"x-auth-token", "x-subject-token", "content-type"}
BROWSERS = {"accept", "accept-encoding", "accept-language", "cache-control", "connection"}
BROWSERS |= {"content-length", "host", "origin", "pragma", "user-agent"}


@pytest.fixture
def token(stack: Stack) -> str:
    return stack.token("alice", "demo")


def test_two_requests_sign_in_and_one_creates(panel: Panel, stack: Stack, token: str) -> None:
    visit, keystone = panel.visit, stack.keystone_url
    panel.sign_in(token)
    assert [r.method for r in visit.calls(keystone)] == ["GET", "GET"]
    access = panel.create()
    assert [r.method for r in visit.calls(keystone)] == ["GET", "GET", "POST"]
    panel.copy_steps()
    panel.delete(access)
    panel.sign_out()
    panel.expect_signed_out()
    assert [r.method for r in visit.calls(keystone)] == ["GET", "GET", "POST", "DELETE"]


def test_nobody_else_is_asked(panel: Panel, stack: Stack, token: str, world: World) -> None:
    panel.sign_in(token)
    panel.create()
    origins = (f"{world.origin}/", f"{stack.keystone_url}/", "data:")
    assert [r.url for r in panel.visit.requests if not r.url.startswith(origins)] == []
    assert (any(token in request.url for request in panel.visit.requests)) is False


def test_keystone_gets_only_the_headers_it_needs(
    panel: Panel, stack: Stack, token: str, world: World
) -> None:
    # Cookies do not care for ports: this one is Keystone's as well.
    cookie = {"name": "somebody", "value": "else", "url": world.origin}
    panel.visit.context.add_cookies([{"name": cookie["name"], "value": "x", "url": cookie["url"]}])
    panel.sign_in(token)
    panel.create()
    calls = panel.visit.calls(stack.keystone_url)
    assert len(calls) == 3
    for call in calls:
        names = {name for name in call.all_headers() if not name.startswith("sec-")}
        assert names <= CUSTOM | BROWSERS
        assert "x-auth-token" in names
    project = stack.users["alice"].projects["demo"]
    assert calls[2].post_data_json == {"tenant_id": project}


def test_a_double_click_creates_one_key(panel: Panel, stack: Stack, token: str) -> None:
    panel.sign_in(token)
    panel.button("Create key").evaluate("button => { button.click(); button.click(); }")
    expect(panel.keys).to_have_count(1)
    expect(panel.button("Create key")).to_be_enabled()
    assert len(panel.visit.calls(stack.keystone_url, "POST")) == 1
    assert len(stack.credentials("alice")) == 1


def test_a_click_while_a_create_is_under_way_does_nothing(
    panel: Panel, stack: Stack, token: str
) -> None:
    panel.sign_in(token)
    with panel.visit.held_back(CREDENTIALS, "POST"):
        panel.button("Create key").dblclick()
        expect(panel.button("Creating…")).to_be_disabled()
        expect(panel.root.get_by_role("status")).to_have_text("Creating a key…")
    expect(panel.keys).to_have_count(1)
    # The page may have its answer before we are told of the request.
    visit, url = panel.visit, stack.keystone_url
    until(
        lambda: visit.page.evaluate("true") and visit.calls(url, "POST"),
        lambda: "nothing was asked",
    )
    assert len(visit.calls(url, "POST")) == 1
    assert len(stack.credentials("alice")) == 1


def test_the_token_leaves_the_field_at_once(panel: Panel, stack: Stack, token: str) -> None:
    with panel.visit.held_back(TOKENS):
        panel.paste(token)
        expect(panel.button("Signing in…")).to_be_disabled()
        assert panel.token.input_value() == ""
        expect(panel.root.get_by_role("status")).to_have_text("Signing in…")
    panel.button("Create key").wait_for()


def test_token_and_secret_are_nowhere_in_the_page(panel: Panel, stack: Stack, token: str) -> None:
    page = panel.visit.page
    panel.sign_in(token)
    panel.create()
    (real,) = stack.credentials("alice")
    for tab in ("aws", "mc", "s3cmd", "rclone", "boto3", "env"):
        panel.choose_tab(tab)
        panel.copy_steps()
        for secret in (token, real["secret"]):
            found = [secret in text for text in (page.evaluate(TRACES), page.content())]
            assert found == [False, False], tab
    # The same look does find what is there: an access key is no secret.
    assert real["access"] in page.evaluate(TRACES)
    assert real["access"] in page.content()
    assert page.context.cookies() == []


def test_a_shown_secret_is_text_and_can_be_hidden(panel: Panel, stack: Stack, token: str) -> None:
    page = panel.visit.page
    panel.sign_in(token)
    panel.create()
    (real,) = stack.credentials("alice")
    secret = panel.blocks.nth(1)
    assert set(secret.inner_text()) == {"•"}
    panel.option("Show secrets").click()
    expect(panel.option("Show secrets")).to_be_checked()
    # Compared in the page: a failed test writes down what it was given.
    is_shown = "([code, secret]) => code.innerText === secret"
    page.wait_for_function(is_shown, arg=[secret.element_handle(), real["secret"]])
    assert (real["secret"] in page.evaluate(TRACES)) is False
    panel.option("Show secrets").click()
    expect(panel.option("Show secrets")).not_to_be_checked()
    # The author's own blocks get their masks in the frames after the panel.
    page.wait_for_function(IS_NOWHERE, arg=real["secret"])
    assert (real["secret"] in page.content()) is False


def test_nothing_of_a_session_stays_after_signing_out(
    panel: Panel, stack: Stack, token: str
) -> None:
    page = panel.visit.page
    panel.sign_in(token)
    panel.create()
    panel.option("Show secrets").click()
    (real,) = stack.credentials("alice")
    panel.sign_out()
    panel.expect_signed_out()
    for secret in (token, real["secret"], real["access"]):
        found = [secret in text for text in (page.evaluate(TRACES), page.content())]
        assert found == [False, False]
