"""The example pages of the documentation: their own commands are filled in, and work."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from clients import AWS_V2, BIN, PYTHON, trust
from clients.copied import Values, exported
from docs.screenshots import fill
from site_server import ROOT, SiteServer, build
from stack import Stack

VALUES = {
    "Bucket": "holiday-photos",
    "Object": "2026/July 7's.txt",
    "File": "July 7's.txt",
    "Seconds": "60",
}
TEXT = "A letter.\n"


@dataclass(frozen=True)
class World:
    stack: Stack
    origin: str
    home: Path

    def run(self, *command: str | Path) -> str:
        """Run a command as a reader whose client the panel has set up."""
        environment = {"PATH": f"{AWS_V2}:{BIN}:/usr/bin:/bin", "HOME": str(self.home)}
        done = subprocess.run(
            command,
            cwd=self.home,
            env={**environment, **trust(self.stack.ca_file)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("example")
    (folder / "home" / ".aws").mkdir(parents=True)
    with (
        SiteServer(folder / "site") as site,
        Stack(folder / "stack", [site.origin]) as stack,
    ):
        url = f"{site.origin}/"
        build(ROOT / "mkdocs.yml", folder / "site", stack.keystone_url, stack.s3_url, url)
        key = stack.identity.create_credential("alice", "demo")
        values = Values(key["access"], key["secret"], urlsplit(stack.s3_url).netloc)
        # The file that the panel saves is the profile that its commands make.
        profile = exported("aws-aur1-secret.ini", values)
        (folder / "home" / ".aws" / "credentials").write_text(profile)
        (folder / "home" / VALUES["File"]).write_text(TEXT)
        yield World(stack, site.origin, folder / "home")


@pytest.fixture(scope="module")
def page(world: World, browser: Browser) -> Iterator[Page]:
    """The page with the panel, signed in, with a value for each variable."""
    page = browser.new_page()
    page.goto(f"{world.origin}/s3/")
    fill(page, world.stack.token("alice", "demo"), create=False)
    page.get_by_role("button", name="Values on this page").click()
    for label, value in VALUES.items():
        page.locator(".keyfill-values").get_by_label(label, exact=True).fill(value)
    expect(block(page, "bash", "create-bucket")).to_contain_text(VALUES["Object"].split("'")[0])
    yield page
    page.close()


def block(page: Page, language: str, part: str) -> Locator:
    """Find the block of the page's own that has this in it."""
    return page.locator(f"article > .language-{language} code").filter(has_text=part)


def command(page: Page, language: str, part: str) -> str:
    """Return what a block says once it is filled in: the page is a few milliseconds at a time."""
    found = block(page, language, part)
    expect(found).not_to_contain_text(re.compile("<[a-z][a-z -]*>"))
    return found.inner_text()


def test_the_commands_of_the_page_with_the_panel_work(world: World, page: Page) -> None:
    assert "2026/" in world.run("bash", "-ec", command(page, "bash", "create-bucket"))
    link = world.run("bash", "-ec", command(page, "bash", "presign")).strip()
    assert world.run("curl", "-sS", "--cacert", world.stack.ca_file, link) == TEXT
    listed = world.run(PYTHON, "-c", command(page, "python", "boto3"))
    assert f"{VALUES['Object']} {len(TEXT)}" in listed


def test_the_secret_is_masked_and_whole_in_the_copy(world: World, page: Page) -> None:
    [key] = world.stack.credentials("alice")
    registry = block(page, "yaml", "secretkey")
    # In quotes where it might be read as a number, such as 0b1f....
    expect(registry).to_contain_text(re.compile(f"accesskey: [\"']?{key['access']}"))
    assert key["secret"] not in page.content()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('nothing was copied')")
    page.locator(".language-yaml .md-code__button").first.click()
    page.wait_for_function(
        "async () => await navigator.clipboard.readText() !== 'nothing was copied'"
    )
    copied = yaml.safe_load(page.evaluate("navigator.clipboard.readText()"))
    assert copied["storage"]["s3"] == {
        "accesskey": key["access"],
        "secretkey": key["secret"],
        "region": world.stack.region,
        "regionendpoint": world.stack.s3_url,
        "bucket": VALUES["Bucket"],
    }
    assert key["secret"] not in page.content()


def test_the_key_to_delete_is_chosen(world: World, page: Page) -> None:
    [key] = world.stack.credentials("alice")
    delete = block(page, "bash", "credentials delete")
    expect(delete).to_have_text("openstack ec2 credentials delete <access-key-id>")
    delete.get_by_role("button").click()
    page.get_by_label("Choose a key").select_option(label=f"{key['access']} (in use)")
    expect(delete).to_have_text(f"openstack ec2 credentials delete {key['access']}")


def test_the_commands_of_the_page_without_a_panel_work(world: World, page: Page) -> None:
    page.locator("article").get_by_role("link", name="Work with objects").click()
    page.get_by_role("heading", name="Work with objects").wait_for()
    expect(page.locator(".keyfill-offer")).to_contain_text("Filled in for alice in demo")
    (world.home / VALUES["File"]).unlink()
    head = world.run("bash", "-ec", command(page, "bash", "head-object"))
    assert f'"ContentLength": {len(TEXT)}' in head
    link = world.run(PYTHON, "-c", command(page, "python", "presigned")).strip()
    assert world.run("curl", "-sS", "--cacert", world.stack.ca_file, link) == TEXT
    world.run("bash", "-ec", command(page, "bash", "s3 mv"))
    assert (world.home / VALUES["File"]).read_text() == TEXT
    world.run("bash", "-ec", command(page, "bash", "delete-bucket"))
    assert world.run("aws", "--profile", "aur1", "s3", "ls") == ""
