"""Keys made with a token of an application credential or a trust.

Keystone 30, which the tests run, refuses such tokens. Keystone 28.0.0 lets them handle keys: that
is made here by changing what the real Keystone says about an ordinary token on its way to the
page, as captured from 28.0.0. The key is made by the real one.
"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, expect

from stack import Stack

from .conftest import access_keys
from .panel import Panel
from .visit import TOKENS

RIGHTS = "has all of your roles in this project, not only those of the token"
LIFE = "keeps working after the application credential or the trust is gone"


def of_application_credential(text: str) -> str:
    body = json.loads(text)
    body["token"]["methods"] = ["application_credential"]
    body["token"]["application_credential"] = {"id": "0" * 32, "name": "ci", "restricted": True}
    return json.dumps(body)


def of_trust(text: str) -> str:
    body = json.loads(text)
    who = {"id": body["token"]["user"]["id"]}
    trust = {"id": "0" * 32, "impersonation": True, "trustor_user": who, "trustee_user": who}
    body["token"]["OS-TRUST:trust"] = trust
    return json.dumps(body)


def warning(panel: Panel) -> Locator:
    return panel.root.locator(".keyfill-keys .keyfill-warning")


@pytest.mark.parametrize("change", [of_application_credential, of_trust])
def test_the_rights_and_the_life_of_a_key_are_said_before_it_is_made(
    panel: Panel, stack: Stack, change: object
) -> None:
    assert callable(change)
    panel.visit.alter(TOKENS, change)
    panel.sign_in(stack.token("alice", "demo"))
    expect(warning(panel)).to_contain_text(RIGHTS)
    expect(warning(panel)).to_contain_text(LIFE)
    # It stands before the button, for the eye and for a screen reader.
    said, button = warning(panel).bounding_box(), panel.button("Create key").bounding_box()
    assert said is not None and button is not None
    assert said["y"] + said["height"] <= button["y"]
    assert access_keys(stack) == set()
    # Readers are told, and not hindered.
    access = panel.create()
    assert access_keys(stack) == {access}
    # Such a token cannot go to another project.
    stack.identity.create_credential("alice", "research")
    expect(panel.button("Switch project")).to_have_count(0)


def test_an_ordinary_token_brings_no_warning(panel: Panel, stack: Stack) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.button("Create key")).to_be_visible()
    expect(warning(panel)).to_have_count(0)


def test_the_other_projects_want_a_sign_in_of_their_own(panel: Panel, stack: Stack) -> None:
    stack.identity.create_credential("alice", "research")
    panel.visit.alter(TOKENS, of_application_credential)
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.root.locator(".keyfill-keys")).to_contain_text(
        "1 more in your other projects: sign in to that project to use it."
    )
