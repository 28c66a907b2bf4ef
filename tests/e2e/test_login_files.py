"""Files that fill the sign-in form, chosen or dropped, for this cloud or another, good and bad."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, expect

from stack import Stack

from .conftest import expect_revoked, panel_at
from .panel import Panel
from .test_privacy import TRACES
from .visit import FAILED_LOAD, Visit

CHOOSE_ANOTHER = "Nothing was stored or sent. Choose a clouds.yaml, an openrc file, or the JSON"
BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE_FILE = "<img src=x onerror=alert(3)>\u202e.yaml"


@pytest.fixture
def form(ways_panel: Panel) -> Panel:
    """The form, open as it is at first: for a token."""
    ways_panel.use_own_keys()
    return ways_panel


def choose(panel: Panel, name: str, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    file = FilePayload(name=name, mimeType="application/octet-stream", buffer=data)
    panel.root.locator("input[type=file]").set_input_files(file)


def drop(panel: Panel, path: Path) -> None:
    """Let go of a file above the field, as the browser tells it about a file of the desktop."""
    target = panel.root.locator("input[type=file]")
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box is not None
    session = panel.visit.context.new_cdp_session(panel.visit.page)
    at = {"x": box["x"] + 10, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})


def cloud(stack: Stack, user: str, **changes: str) -> dict[str, Any]:
    """Return one cloud of a clouds.yaml, with the user's password."""
    auth = {
        "auth_url": stack.keystone_url,
        "username": user,
        "password": stack.users[user].password,
        "user_domain_name": "Default",
        "project_name": "demo",
    }
    region = changes.pop("region_name", "Aur1")
    return {"auth": {**auth, **changes}, "region_name": region}


def clouds_yaml(**clouds: dict[str, Any]) -> str:
    lines = ["clouds:"]
    for name, known in clouds.items():
        lines += [f"  {name}:", f"    region_name: {known['region_name']}", "    auth:"]
        lines += [f"      {key}: {json.dumps(value)}" for key, value in known["auth"].items()]
    return "\n".join(lines) + "\n"


def openrc(stack: Stack, user: str) -> str:
    """Write it as OpenStack's dashboard does, which leaves the password to a question."""
    return (
        "#!/usr/bin/env bash\n"
        f"export OS_AUTH_URL={stack.keystone_url}\n"
        'export OS_PROJECT_NAME="demo"\nexport OS_USER_DOMAIN_NAME="Default"\n'
        f'export OS_USERNAME="{user}"\n'
        "read -sr OS_PASSWORD_INPUT\nexport OS_PASSWORD=$OS_PASSWORD_INPUT\n"
        'export OS_REGION_NAME="Aur1"\n'
    )


def expect_nowhere(panel: Panel, *secrets: str) -> None:
    page = panel.visit.page
    for secret in secrets:
        assert (secret in page.evaluate(TRACES)) is False
        assert (secret in page.content()) is False
        assert any(secret in request.url for request in panel.visit.requests) is False
        assert any(secret in line for line in panel.visit.console) is False


def test_clouds_yaml_signs_in_to_its_project(form: Panel, stack: Stack) -> None:
    password = stack.users["alice"].password
    choose(form, "clouds.yaml", clouds_yaml(aurora=cloud(stack, "alice", project_name="research")))
    form.expect_notice(
        "The form is filled in from the file: region Aur1, project research.",
        "Nothing has been sent yet.",
    )
    expect(form.way("Password")).to_be_checked()
    expect(form.field("user")).to_have_value("alice")
    expect(form.field("domain")).to_have_value("Default")
    assert (form.field("password").input_value() == password) is True
    assert form.field("password").get_attribute("value") is None
    assert form.visit.calls(stack.keystone_url) == []
    assert form.root.locator("input[type=file]").input_value() == ""
    form.button("Sign in").click()
    # Nobody is asked which of the two projects.
    expect(form.lead).to_contain_text("alice in research, Aur1")
    expect_nowhere(form, password, *form.visit.obtained(stack.keystone_url))


def test_openrc_leaves_the_password_to_the_reader(form: Panel, stack: Stack) -> None:
    choose(form, "demo-openrc.sh", openrc(stack, "bob"))
    form.expect_notice(
        "The form is filled in from the file: region Aur1, project demo.", "Fill in what is missing"
    )
    expect(form.field("user")).to_have_value("bob")
    expect(form.field("password")).to_have_value("")
    form.field("password").fill(stack.users["bob"].password)
    form.field("password").press("Enter")
    expect(form.lead).to_contain_text("bob in demo")


def test_json_of_an_application_credential(form: Panel, stack: Stack) -> None:
    """What a current Keystone says to it: see test_application_credentials.py."""
    made = stack.identity.application_credential("bob", "demo")
    text = json.dumps({"id": made.id, "name": made.name, "secret": made.secret})
    choose(form, "app-cred.json", text)
    form.expect_notice("The file does not say which Keystone it is for.", "Nothing was filled in")
    expect(form.choices.first).to_have_text(f"Aur1: {stack.keystone_url}")
    expect(form.choices.first).to_be_focused()
    form.choices.first.click()
    form.expect_notice_has("The form is filled in from the file: region Aur1.")
    expect(form.field("credential")).to_have_value(made.id)
    expect(form.field("secret")).to_have_value("\u2022" * len(made.secret))
    form.visit.expect_console(FAILED_LOAD)
    form.button("Sign in").click()
    form.expect_notice("This token comes from an application credential or a trust.", "instead")
    tokens = form.visit.obtained(stack.keystone_url)
    expect_nowhere(form, made.secret, *tokens)
    expect_revoked(stack, tokens)


def test_file_with_a_token(form: Panel, stack: Stack) -> None:
    token = stack.token("bob", "demo")
    text = f"export OS_AUTH_TYPE=token\nexport OS_AUTH_URL={stack.keystone_url}\n"
    choose(form, "openrc", f"{text}export OS_TOKEN={token}\n")
    form.expect_notice_has("The form is filled in from the file: region Aur1.")
    expect(form.token).to_have_value("\u2022" * len(token))
    form.button("Sign in").click()
    expect(form.lead).to_contain_text("bob in demo")
    expect_nowhere(form, token)


def test_dropped_file(form: Panel, stack: Stack, tmp_path: Path) -> None:
    path = tmp_path / "clouds.yaml"
    path.write_text(clouds_yaml(aurora=cloud(stack, "bob")))
    drop(form, path)
    expect(form.field("user")).to_have_value("bob")
    form.button("Sign in").click()
    expect(form.lead).to_contain_text("bob in demo")


def test_several_clouds_are_chosen_from(form: Panel, stack: Stack) -> None:
    mine = {"one": cloud(stack, "alice"), "two": cloud(stack, "bob", region_name="Aur2")}
    choose(form, "clouds.yaml", clouds_yaml(**mine))
    expect(form.choices).to_have_text(["one", "two"])
    expect(form.choices.first).to_be_focused()
    form.visit.page.keyboard.press("Tab")
    form.visit.page.keyboard.press("Enter")
    expect(form.field("user")).to_have_value("bob")
    expect(form.root.locator(".keyfill-controls select")).to_have_value("Aur2")
    form.button("Sign in").click()
    expect(form.lead).to_contain_text("bob in demo, Aur2")
    expect_nowhere(form, stack.users["alice"].password, stack.users["bob"].password)


def test_leaving_the_choice_of_clouds_forgets_them(form: Panel, stack: Stack) -> None:
    mine = {"one": cloud(stack, "alice"), "two": cloud(stack, "bob")}
    choose(form, "clouds.yaml", clouds_yaml(**mine))
    # The form has such a button as well, while the file is read.
    expect(form.choices).to_have_count(2)
    form.button("Cancel").click()
    expect(form.choices).to_have_count(0)
    expect(form.token).to_have_value("")


def test_second_file_takes_the_place_of_the_first(form: Panel, stack: Stack) -> None:
    """The password of one user is never sent with the name of another."""
    choose(form, "clouds.yaml", clouds_yaml(a=cloud(stack, "alice", user_domain_name="Users")))
    expect(form.field("domain")).to_have_value("Users")
    text = openrc(stack, "bob").replace('export OS_USER_DOMAIN_NAME="Default"\n', "")
    choose(form, "bob-openrc.sh", text)
    expect(form.field("user")).to_have_value("bob")
    assert (form.field("password").input_value() == "") is True
    expect(form.field("domain")).to_have_value("Default")


def test_project_of_the_file_that_is_none_of_the_users(form: Panel, stack: Stack) -> None:
    choose(form, "clouds.yaml", clouds_yaml(a=cloud(stack, "alice", project_name="billing")))
    form.button("Sign in").click()
    form.expect_notice(
        "You don't have access to the project billing, which the file names.",
        "Choose one of these projects.",
    )
    form.choose_project("research")
    expect(form.lead).to_contain_text("alice in research")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", "It is not a text file"),
        ("big.yaml", b"a" * 10_000_000, "It is larger than 64 kB"),
        (
            "clouds.yaml",
            b"a: &a [x]\n" + BOMB.encode() + b"clouds: *i\n",
            "Its value for clouds is written in a way that is not supported",
        ),
        ("login.html", b"<!doctype html><title>Sign in</title>", "It isn't a clouds.yaml"),
        (HOSTILE_FILE, b"clouds:\n", "It defines no clouds"),
    ],
)
def test_bad_files(form: Panel, stack: Stack, name: str, content: bytes, why: str) -> None:
    choose(form, name, content)
    shown = name.replace("\u202e", "\ufffd")
    expect(form.notice.locator("strong")).to_contain_text(f"The file {shown} cannot be used. ")
    form.expect_notice_has(why)
    expect(form.notice.locator("p").nth(1)).to_contain_text(CHOOSE_ANOTHER)
    expect(form.root.locator("img")).to_have_count(0)
    assert form.visit.calls(stack.keystone_url) == []
    # A good one works at once.
    choose(form, "clouds.yaml", clouds_yaml(aurora=cloud(stack, "bob")))
    expect(form.field("user")).to_have_value("bob")


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"auth_url": "https://else.example:5000/v3"}, "https://else.example:5000/v3"),
        ({"auth_url": "https://user:hidden@else.example/"}, None),
        ({"region_name": "Aur9"}, "Aur9"),
    ],
)
def test_file_of_another_cloud(
    form: Panel, stack: Stack, changes: dict[str, str], what: str | None
) -> None:
    choose(form, "clouds.yaml", clouds_yaml(a=cloud(stack, "alice", **changes)))
    if what is None:
        form.expect_notice_has("Its auth_url is not valid")
        assert "hidden" not in form.notice.inner_text()
    else:
        form.expect_notice(
            f"The file is for {what}, which does not match this page.",
            "Its region and its auth URL must match one of these: Aur1, Aur2",
        )
    expect(form.token).to_have_value("")
    assert form.visit.calls(stack.keystone_url) == []
    expect_nowhere(form, stack.users["alice"].password)


def test_file_that_signs_in_by_something_else(form: Panel, stack: Stack) -> None:
    text = clouds_yaml(a=cloud(stack, "alice")) + "    auth_type: v3oidcpassword\n"
    choose(form, "clouds.yaml", text)
    form.expect_notice_has(
        "It signs in through an identity provider, which this page does not support"
    )
    expect(form.notice).to_contain_text("get a token there, and paste it here")
    expect_nowhere(form, stack.users["alice"].password)


def test_script_of_powershell_in_its_own_encoding(form: Panel) -> None:
    choose(form, "openrc.ps1", '$env:OS_AUTH_URL="x"\r\n'.encode("utf-16"))
    form.expect_notice(
        "The file openrc.ps1 cannot be used. "
        "It is a script for PowerShell, which is not supported.",
        "Download the clouds.yaml or the openrc file for bash from the same place",
    )


def test_page_for_tokens_only_takes_no_file(visit: Visit, pair: str) -> None:
    panel = panel_at(visit, pair)
    panel.use_own_keys()
    expect(panel.token).to_be_focused()
    expect(panel.root.locator("input[type=file]")).to_have_count(0)
