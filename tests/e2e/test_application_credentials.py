"""Application credentials: Keystone 30 takes them for a sign-in, and for no EC2 call."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import expect_revoked
from .panel import Panel
from .visit import FAILED_LOAD

DELEGATED = "This token comes from an application credential or a trust."
NOT_ACCEPTED = "Aurora Cloud Aur1 does not accept this application credential."
LIST_RULE = {"service": "identity", "method": "GET", "path": "/v3/users/*/credentials/OS-EC2"}

OTHER_RULE = {"service": "compute", "method": "GET", "path": "/v2.1/servers"}


@pytest.fixture
def form(ways_panel: Panel) -> Panel:
    """The form for an application credential, in tests where Keystone refuses something."""
    ways_panel.visit.expect_console(FAILED_LOAD)
    ways_panel.open_form("Application credential")
    return ways_panel


def give(panel: Panel, credential: str, secret: str, user: str = "") -> None:
    panel.field("credential").fill(credential)
    panel.field("secret").fill(secret)
    panel.field("user").fill(user)
    panel.button("Sign in").click()


@pytest.mark.parametrize("by", ["id", "name"])
@pytest.mark.parametrize("unrestricted", [False, True])
def test_refused_explained_and_revoked(
    form: Panel, stack: Stack, by: str, unrestricted: bool
) -> None:
    made = stack.identity.application_credential("bob", "demo", unrestricted=unrestricted)
    if by == "id":
        give(form, made.id, made.secret)
    else:
        give(form, made.name, made.secret, "bob")
    form.expect_notice(DELEGATED, "This cloud does not let such tokens manage S3 keys.")
    # The other ways are offered.
    for way in ("Token", "Password", "Application credential"):
        expect(form.way(way)).to_be_enabled()
    assert (form.field("secret").input_value() == "") is True
    tokens = form.visit.obtained(stack.keystone_url)
    assert len(tokens) == 1
    expect_revoked(stack, tokens)
    form.way("Password").check()
    form.give_password("bob", stack.users["bob"].password)
    expect(form.lead).to_contain_text("bob in demo")


@pytest.mark.parametrize("rule", [LIST_RULE, OTHER_RULE])
def test_with_access_rules(form: Panel, stack: Stack, rule: dict[str, str]) -> None:
    """Whether the rules name the call or not, which Keystone answers by 403 and by 401."""
    made = stack.identity.application_credential("bob", "demo", access_rules=[rule])
    with form.visit.page.expect_response(lambda r: r.request.method == "DELETE") as revocation:
        give(form, made.id, made.secret)
    form.expect_notice(DELEGATED, "This cloud does not let such tokens manage S3 keys.")
    # The page tries; no rule of this token allows its own revocation, so it ends by itself.
    assert revocation.value.status == 401


@pytest.mark.parametrize("by", ["id", "name"])
def test_wrong_secret(form: Panel, stack: Stack, by: str) -> None:
    made = stack.identity.application_credential("bob", "demo")
    # Not the last letter: Keystone's hash takes 72 bytes of the secret into account.
    wrong = ("a" if made.secret[0] != "a" else "b") + made.secret[1:]
    if by == "id":
        give(form, made.id, wrong)
    else:
        give(form, made.name, wrong, "bob")
    form.expect_notice(NOT_ACCEPTED, "Create a new one, or use another sign-in method.")
    expect(form.field("credential")).to_have_value(made.id if by == "id" else made.name)
    assert (form.field("secret").input_value() == "") is True
    assert len(form.visit.calls(stack.keystone_url, "POST")) == 1


@pytest.mark.parametrize(("credential", "user"), [("0" * 32, ""), ("nothing", "bob"), ("x", "no")])
def test_unknown(form: Panel, stack: Stack, credential: str, user: str) -> None:
    give(form, credential, "some-secret", user)
    form.expect_notice(NOT_ACCEPTED, "it has expired, or it was deleted")
    assert len(form.visit.calls(stack.keystone_url, "POST")) == 1


@pytest.mark.parametrize(
    ("credential", "secret", "user", "what"),
    [
        ("", "x", "", "The application credential is missing."),
        ("a\u202eb", "x", "bob", "The application credential is too long or has invisible"),
    ],
)
def test_what_is_missing_is_not_sent(
    form: Panel, stack: Stack, credential: str, secret: str, user: str, what: str
) -> None:
    give(form, credential, secret, user)
    form.expect_notice_has(what)
    assert form.visit.calls(stack.keystone_url) == []


def test_a_good_sign_in_after_it_leaves_no_trace_of_the_secret(form: Panel, stack: Stack) -> None:
    made = stack.identity.application_credential("bob", "demo")
    give(form, made.id, made.secret)
    form.notice.wait_for()
    assert (made.secret in form.visit.page.content()) is False
    assert any(made.secret in line for line in form.visit.console) is False
    assert any(made.secret in request.url for request in form.visit.requests) is False
