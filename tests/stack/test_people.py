"""Everybody gets in, or is refused, as the tests of the page expect it."""

from __future__ import annotations

import json
import urllib.error
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from stack import HOSTILE_PROJECT, HOSTILE_USER, Identity, Stack, totp

# Who cannot sign in to the only project they have, or have none.
SHUT_OUT = {"frida", "ivar", "jonas", "karin", "lars", "maja"}


@pytest.fixture(scope="module")
def identity(stack: Stack) -> Identity:
    return stack.identity


@contextmanager
def refused(status: int = 401) -> Iterator[list[urllib.error.HTTPError]]:
    """Expect a refusal, and yield a list that holds it afterwards."""
    found: list[urllib.error.HTTPError] = []
    with pytest.raises(urllib.error.HTTPError) as error:
        yield found
    found.append(error.value)
    assert error.value.code == status


def keys(value: Any) -> Any:
    """Return the shape of JSON without what is in it."""
    return {k: keys(v) for k, v in value.items()} if isinstance(value, dict) else ...


def test_everybody_else_signs_in_to_every_project(stack: Stack) -> None:
    for user in stack.users.values():
        if user.name not in SHUT_OUT:
            token = stack.unscoped_token(user.name)
            names = {project["name"] for project in stack.identity.projects(token)}
            assert names == set(user.projects)
            for project in user.projects:
                assert stack.token(user.name, project)


def test_old_people_are_as_they_were(stack: Stack) -> None:
    assert set(stack.users["alice"].projects) == {"demo", "research"}
    assert [len(stack.users[n].projects) for n in ("bob", "greta", "ivar")] == [1, 12, 0]


def test_hostile_names_come_back_unchanged(stack: Stack, identity: Identity) -> None:
    token = stack.token("hugo", HOSTILE_PROJECT)
    assert identity.describe(token)["project"]["name"] == HOSTILE_PROJECT
    assert identity.describe(stack.token(HOSTILE_USER, "demo"))["user"]["name"] == HOSTILE_USER


def test_passcodes_are_those_of_the_standard() -> None:
    """RFC 6238, appendix B, cut to six digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    wanted = {59: "287082", 1111111109: "081804", 20000000000: "353130"}
    assert {at: totp.passcode(secret, at) for at in wanted} == wanted


def test_second_factor_is_asked_for_and_taken(identity: Identity) -> None:
    with refused() as found:
        identity.sign_in({"identity": identity.password("erin")})
    body = json.loads(found[0].read())
    assert [sorted(methods) for methods in body["required_auth_methods"]] == [["password", "totp"]]
    assert body["receipt"]["methods"] == ["password"]
    user = {"id": ..., "name": ..., "domain": {"id": ..., "name": ...}}
    times = {"expires_at": ..., "issued_at": ...}
    assert keys(body) == {
        "receipt": {"methods": ..., "user": user, **times},
        "required_auth_methods": ...,
    }
    receipt = found[0].headers["Openstack-Auth-Receipt"]
    token = identity.sign_in({"identity": identity.totp("erin")}, receipt)
    described = identity.describe(token)
    assert sorted(described["methods"]) == ["password", "totp"]
    assert "project" not in described
    scoped = identity.rescoped_token(token, "erin", "demo")
    assert identity.describe(scoped)["project"]["name"] == "demo"


def test_receipt_without_a_method_that_a_page_has(identity: Identity) -> None:
    with refused() as found:
        identity.sign_in({"identity": identity.password("frida")})
    required = json.loads(found[0].read())["required_auth_methods"]
    assert [sorted(methods) for methods in required] == [["external", "password"]]
    assert found[0].headers["Openstack-Auth-Receipt"]


def test_wrong_passcode_gives_no_receipt_and_leaves_the_old_one(identity: Identity) -> None:
    with refused() as found:
        identity.sign_in({"identity": identity.password("erin")})
    receipt = found[0].headers["Openstack-Auth-Receipt"]
    with refused() as wrong:
        identity.sign_in({"identity": identity.totp("erin", "no")}, receipt)
    assert wrong[0].headers["Openstack-Auth-Receipt"] is None
    # Neither a receipt nor a passcode is used up: Keystone remembers neither.
    for _ in range(2):
        assert identity.sign_in({"identity": identity.totp("erin")}, receipt)


def test_expired_receipt_is_refused_like_a_wrong_passcode(tmp_path: Path) -> None:
    with Stack(tmp_path, [], receipt_seconds=0) as stack:
        identity = stack.identity
        with refused() as found:
            identity.sign_in({"identity": identity.password("erin")})
        receipt = found[0].headers["Openstack-Auth-Receipt"]
        with refused() as expired:
            identity.sign_in({"identity": identity.totp("erin")}, receipt)
        assert expired[0].headers["Openstack-Auth-Receipt"] is None
        body = json.loads(expired[0].read())
        assert set(body) == {"error"}
        # Keystone repeats it in its text: that text is a secret.
        assert receipt in body["error"]["message"]


@pytest.mark.parametrize("user", ["jonas", "karin", "lars"])
def test_refused_people_get_no_token(identity: Identity, user: str) -> None:
    if user == "jonas":
        identity.unlock(user)
        assert identity.unscoped_token(user)
        identity.lock(user)
    with refused() as found:
        identity.unscoped_token(user)
    assert found[0].headers["Openstack-Auth-Receipt"] is None
    if user == "jonas":
        identity.unlock(user)
        assert identity.unscoped_token(user)


def test_wrong_passwords_lock_nobody_else(identity: Identity) -> None:
    identity.lock("alice")
    assert identity.unscoped_token("alice")


def test_disabled_project_takes_no_token(identity: Identity) -> None:
    assert identity.unscoped_token("maja")
    with refused():
        identity.token("maja", "closed")


@pytest.mark.parametrize("what", ["user", "project", "role"])
def test_rights_go_and_come_back(identity: Identity, what: str) -> None:
    # Nobody else is in this project.
    identity.token("greta", "mirror")
    change: dict[str, tuple[Callable[[], None], Callable[[], None]]] = {
        "user": (lambda: identity.disable_user("greta"), lambda: identity.enable_user("greta")),
        "project": (
            lambda: identity.disable_project("mirror"),
            lambda: identity.enable_project("mirror"),
        ),
        "role": (
            lambda: identity.change_role("greta", "mirror", None),
            lambda: identity.change_role("greta", "mirror", "member"),
        ),
    }
    take, give = change[what]
    take()
    with refused():
        identity.token("greta", "mirror")
    give()
    assert identity.token("greta", "mirror")


def test_role_is_changed(identity: Identity) -> None:
    identity.change_role("greta", "weather", "reader")
    with refused(403):
        identity.create_credential("greta", "weather")
    identity.change_role("greta", "weather", "member")
    made = identity.create_credential("greta", "weather")
    identity.delete_credential("greta", made["access"])
