"""Tokens of every kind, and credentials in any number."""

from __future__ import annotations

import sqlite3
import time
import urllib.error
from collections.abc import Callable
from typing import Any

from stack import Stack

EC2_OF_BOB = "/v3/users/*/credentials/OS-EC2"


def status(call: Callable[[], object]) -> int:
    try:
        call()
    except urllib.error.HTTPError as error:
        return error.code
    return 200


def test_application_credential_signs_in(stack: Stack) -> None:
    identity = stack.identity
    rules = [{"service": "identity", "method": "GET", "path": EC2_OF_BOB}]
    for made in (
        identity.application_credential("bob", "demo"),
        identity.application_credential("bob", "demo", unrestricted=True),
        identity.application_credential("bob", "demo", access_rules=rules),
    ):
        assert made.id and made.name.startswith("test-") and made.secret
        assert identity.is_valid(identity.application_credential_token("bob", "demo", made))
    token = identity.application_credential_token("bob", "demo")
    assert identity.describe(token)["methods"] == ["application_credential"]


def test_trust_signs_in(stack: Stack) -> None:
    token = stack.identity.trust_token("alice", "ivar", "research", impersonation=False)
    described = stack.identity.describe(token)
    assert described["OS-TRUST:trust"]["trustor_user"]["id"] == stack.users["alice"].id
    assert described["user"]["name"] == "ivar"
    assert described["project"]["name"] == "research"


def test_impersonating_trust_may_not_look_at_its_own_token(stack: Stack) -> None:
    token = stack.identity.trust_token("alice", "ivar", "research")
    assert stack.identity.is_valid(token)
    assert status(lambda: stack.identity.describe(token)) == 403
    assert status(lambda: stack.revoke(token)) == 403


def test_revoked_token_is_not_valid(stack: Stack) -> None:
    token = stack.token("bob", "demo")
    assert stack.identity.is_valid(token)
    stack.revoke(token)
    assert not stack.identity.is_valid(token)
    assert not stack.identity.is_valid("nonsense")


def test_rescoped_token_ends_with_its_parent(stack: Stack) -> None:
    """Both end at the same time; the parent takes its children along, and no child the parent."""
    identity = stack.identity
    parent = stack.unscoped_token("alice")
    demo, research = (identity.rescoped_token(parent, "alice", p) for p in ("demo", "research"))
    ends = {identity.describe(token)["expires_at"] for token in (parent, demo, research)}
    assert len(ends) == 1
    identity.revoke(demo)
    assert [identity.is_valid(t) for t in (parent, demo, research)] == [True, False, True]
    identity.revoke(parent)
    assert [identity.is_valid(t) for t in (parent, demo, research)] == [False, False, False]


def test_token_of_another_project_ends_with_nothing_but_itself(stack: Stack) -> None:
    """A scoped token may be exchanged too, which makes a sibling of it rather than a child."""
    identity = stack.identity
    first = stack.token("alice", "demo")
    second = identity.rescoped_token(first, "alice", "research")
    third = identity.rescoped_token(second, "alice", "demo")
    identity.revoke(second)
    assert [identity.is_valid(t) for t in (first, second, third)] == [True, False, True]
    identity.revoke(first)
    assert [identity.is_valid(t) for t in (first, third)] == [False, False]


def test_disabled_projects_are_listed(stack: Stack) -> None:
    listed = stack.identity.projects(stack.unscoped_token("maja"))
    assert [(p["name"], p["enabled"]) for p in listed] == [("closed", False)]
    assert stack.identity.projects(stack.unscoped_token("ivar")) == []


def rows(stack: Stack, user: str) -> list[dict[str, Any]]:
    with sqlite3.connect(stack.directory / "keystone" / "keystone.db") as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute(
            "select * from credential where user_id = ?", (stack.users[user].id,)
        )
        return [dict(row) for row in found]


def test_ten_thousand_credentials_are_as_the_api_makes_them(stack: Stack) -> None:
    identity = stack.identity
    first = identity.create_credential("olof", "demo")
    assert [c["access"] for c in stack.credentials("olof")] == [first["access"]]
    (by_api,) = rows(stack, "olof")

    began = time.monotonic()
    stack.fill_credentials("olof", "demo", 10_000)
    filled = time.monotonic()
    credentials = stack.credentials("olof")
    print(f"filled in {filled - began:.1f} s, listed in {time.monotonic() - filled:.1f} s")
    assert len(credentials) == 10_001
    assert len({c["access"] for c in credentials}) == 10_001
    assert {frozenset(c) for c in credentials} == {frozenset(first)}
    same = ("user_id", "tenant_id", "trust_id")
    assert {tuple(c[k] for k in same) for c in credentials} == {tuple(first[k] for k in same)}
    own = ("id", "encrypted_blob")
    for row in rows(stack, "olof"):
        assert {k: v for k, v in row.items() if k not in own} == {
            k: v for k, v in by_api.items() if k not in own
        }
        assert [len(row[k]) for k in own] == [len(by_api[k]) for k in own]
    for credential in credentials[5000:5002]:
        identity.delete_credential("olof", credential["access"])
    assert len(stack.credentials("olof")) == 9_999
