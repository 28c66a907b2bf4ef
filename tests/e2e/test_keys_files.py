"""Files that readers save: the real clients read them, and the page keeps nothing of them."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from clients import AWS_V1, AWS_V2, BIN, PYTHON, trust
from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .terminal import Terminal
from .visit import FAILED_LOAD, Visit

WITH_SECRET = (
    "aws-aur1-secret.ini",
    "rclone-aur1-secret.conf",
    "s3cfg-aur1-secret.ini",
    "aur1-secret.env",
)
WITHOUT_SECRET = ("clouds-aur1-no-secret.yaml", "openrc-aur1-no-secret.sh")
LIST_WITH_BOTO3 = """import boto3
client = boto3.Session(profile_name="aur1").client("s3")
print([bucket["Name"] for bucket in client.list_buckets()["Buckets"]])
"""
# Notes each URL of a file in the memory of the page, and whether it has ended.
WATCH_URLS = """window.urls = {};
const make = URL.createObjectURL, end = URL.revokeObjectURL;
URL.createObjectURL = (blob) => { const url = make.call(URL, blob); urls[url] = true; return url; };
URL.revokeObjectURL = (url) => { urls[url] = false; end.call(URL, url); };"""
CAN_READ = "(url) => fetch(url).then((reply) => reply.text()).then(() => true, () => false)"
STORED = """async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,
    await caches.keys(), await indexedDB.databases()])"""


def save(panel: Panel, name: str, directory: Path) -> Path:
    """Save the file of this name as the reader does, and return where it is."""
    button = panel.button(name)
    if not button.is_visible():
        panel.open_options()
    with panel.visit.page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == name
    path = directory / name
    download.value.save_as(path)
    return path


@pytest.fixture
def real(panel: Panel, stack: Stack) -> dict[str, str]:
    """Sign in, create a key, and return what the server has of it."""
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    (real,) = stack.credentials("alice")
    return real


def run(stack: Stack, home: Path, *command: str | Path, **more: str) -> None:
    """Run a real client in an empty environment; it must succeed."""
    environment: Mapping[str, str] = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        **trust(stack.ca_file),
        **more,
    }
    done = subprocess.run(
        command, env=environment, cwd=home, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_file_is_offered_with_a_note(panel: Panel, real: dict[str, str]) -> None:
    panel.open_options()
    files = panel.filled.locator("li")
    expect(files.get_by_role("button")).to_have_text([*WITH_SECRET, *WITHOUT_SECRET])
    for index, name in enumerate((*WITH_SECRET, *WITHOUT_SECRET)):
        note = files.nth(index).inner_text()
        assert ("your secret key" in note) is (name in WITH_SECRET), note
        assert ("contains no secret" in note) is (name in WITHOUT_SECRET), note


@pytest.mark.parametrize("aws", [AWS_V1 / "aws", AWS_V2 / "aws"], ids=["v1", "v2"])
def test_the_aws_clients_read_the_profile(
    panel: Panel, stack: Stack, real: dict[str, str], tmp_path: Path, aws: Path
) -> None:
    saved = save(panel, "aws-aur1-secret.ini", tmp_path)
    credentials = tmp_path / ".aws" / "credentials"
    credentials.parent.mkdir()
    # As its note says: behind what is there already, whose last line may not end.
    credentials.write_text("[other]\naws_access_key_id = x\naws_secret_access_key = y")
    credentials.write_text(credentials.read_text() + saved.read_text())
    run(stack, tmp_path, aws, "--profile", "aur1", "s3", "ls")
    run(stack, tmp_path, PYTHON, "-c", LIST_WITH_BOTO3)


def test_rclone_reads_the_remote(
    panel: Panel, stack: Stack, real: dict[str, str], tmp_path: Path
) -> None:
    saved = save(panel, "rclone-aur1-secret.conf", tmp_path)
    run(stack, tmp_path, BIN / "rclone", "--config", saved, "lsd", "aur1:")


def test_s3cmd_reads_its_configuration(
    panel: Panel, stack: Stack, real: dict[str, str], tmp_path: Path
) -> None:
    saved = save(panel, "s3cfg-aur1-secret.ini", tmp_path)
    run(stack, tmp_path, BIN / "s3cmd", "-c", saved, "ls")


def test_a_shell_reads_the_variables(
    panel: Panel, stack: Stack, real: dict[str, str], tmp_path: Path
) -> None:
    saved = save(panel, "aur1-secret.env", tmp_path)
    script = f'set -a; . "{saved}"; "{AWS_V1 / "aws"}" s3 ls'
    run(stack, tmp_path, "sh", "-c", script)


def test_the_cloud_signs_in_and_holds_no_secret(
    panel: Panel, stack: Stack, real: dict[str, str], tmp_path: Path
) -> None:
    saved = save(panel, "clouds-aur1-no-secret.yaml", tmp_path)
    text = saved.read_text()
    assert (real["secret"] in text, real["access"] in text) == (False, False)
    cloud = yaml.safe_load(text)["clouds"]["aur1"]
    alice = stack.users["alice"]
    assert cloud["auth"]["auth_url"] == stack.keystone_url
    assert cloud["region_name"] == stack.region
    assert set(cloud["auth"]) == {"auth_url", "user_id", "project_id"}
    user = {"id": cloud["auth"]["user_id"], "password": alice.password}
    scope = {"project": {"id": cloud["auth"]["project_id"]}}
    identity = {"methods": ["password"], "password": {"user": user}}
    described = stack.identity.describe(
        stack.identity.sign_in({"identity": identity, "scope": scope})
    )
    assert described["project"]["name"] == "demo"


def test_the_openrc_asks_for_the_password_and_holds_no_secret(
    panel: Panel, stack: Stack, real: dict[str, str], tmp_path: Path
) -> None:
    saved = save(panel, "openrc-aur1-no-secret.sh", tmp_path)
    text = saved.read_text()
    assert (real["secret"] in text, real["access"] in text) == (False, False)
    password = stack.users["alice"].password
    home = tmp_path / "home"
    home.mkdir()
    with Terminal(home, {}, {}) as shell:
        shell.ask(f"source '{saved}'", "Password: ")
        assert shell.answer(password)[0] == 0
        _, shown = shell.run(
            'printf "%s\\n" "$OS_AUTH_URL" "$OS_USER_ID" "$OS_PROJECT_ID" "$OS_REGION_NAME"'
        )
        alice = stack.users["alice"]
        for value in (stack.keystone_url, alice.id, alice.projects["demo"], stack.region):
            assert value in shown
        # Not printed: a comparison in the shell itself.
        (home / "right").write_text(password)
        assert shell.run('[ "$OS_PASSWORD" = "$(cat right)" ]')[0] == 0
    assert shell.traces_of(password) == []


def test_the_page_shows_and_keeps_nothing_of_a_file(
    visit: Visit, world: World, stack: Stack, tmp_path: Path
) -> None:
    # The question to a URL that has ended is a failed load.
    visit.expect_console(FAILED_LOAD)
    visit.page.add_init_script(WATCH_URLS)
    visit.page.clock.install()
    panel = panel_at(visit, world.page)
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    (real,) = stack.credentials("alice")
    before = visit.page.evaluate(STORED)
    saved = save(panel, "aws-aur1-secret.ini", tmp_path)
    assert (real["secret"] in saved.read_text()) is True
    # The mask stays, no link with the text stands in the page, and no request was made.
    assert (real["secret"] in visit.page.content()) is False
    expect(panel.option("Show secrets")).not_to_be_checked()
    expect(visit.page.locator("a[download], a[href^=blob]")).to_have_count(0)
    assert len(visit.calls(stack.keystone_url)) == 3

    (url,) = visit.page.evaluate("Object.keys(urls)")
    assert visit.page.evaluate(CAN_READ, url) is True
    visit.page.clock.fast_forward(11_000)
    visit.page.wait_for_function("(url) => urls[url] === false", arg=url)
    assert visit.page.evaluate(CAN_READ, url) is False
    # The theme keeps the reader's colours; nothing else is there, before and after.
    assert visit.page.evaluate(STORED) == before
    assert (real["secret"] in before, real["access"] in before) == (False, False)
    panel.sign_out()
    expect(panel.root.get_by_text("Save as a file")).to_have_count(0)


def test_a_file_is_about_the_chosen_key(
    panel: Panel, stack: Stack, real: dict[str, str], tmp_path: Path
) -> None:
    other = panel.create()
    assert other in save(panel, "aur1-secret.env", tmp_path).read_text()
    panel.root.get_by_label(real["access"], exact=True).check()
    text = save(panel, "aur1-secret.env", tmp_path).read_text()
    assert (real["access"] in text, other in text) == (True, False)
    assert stat.S_ISREG((tmp_path / "aur1-secret.env").stat().st_mode)
