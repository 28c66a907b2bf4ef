"""The author's own commands: filled in place, given back byte for byte."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from stack import Stack

from .conftest import World, panel_at, secret_of
from .panel import Panel
from .sites import FENCE, build_site
from .visit import Visit

COMMANDS = """
## Commands

```bash
aws --endpoint-url <endpoint> --region <region> s3 ls s3://<bucket-name>/<object-name>
export AWS_ACCESS_KEY_ID=<Access Key> AWS_SECRET_ACCESS_KEY=<secret_key>
```

```json
{"Resource": "arn:aws:s3:::<bucket>/*", "OS_USER_ID": "<user-id>",
 "AWS_ACCESS_KEY_ID": "<access-key>"}
```

```powershell
Set-AWSCredential -AccessKey <access-key> -StoreAs <region>
```

```console
$ openstack ec2 credentials delete <access-key-id>
$ mc ls <region>/<bucket>
[2026-11-25 10:00:00 UTC] <none> <ERROR>
```

Inline: `s3://<bucket>/<unknown>`, and `a <<region>>`.

<!-- keyfill: off region -->

```bash
mc ls <region> <access-key>
```

```powershell
Get-Item <bucket>
```
"""


@pytest.fixture(scope="module")
def slots(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with a panel and commands of its own, beside one without a panel."""
    url = f"{world.origin}/slots/"
    pages = {
        "index.md": f"# Slots\n\n[More](more.md) [None](none.md)\n\n{FENCE}{COMMANDS}",
        "more.md": f"# More\n\n[Back](index.md)\n{COMMANDS}",
        "none.md": "# None\n\nNothing to fill in. [Slots](index.md)\n",
    }
    work = tmp_path_factory.mktemp("slots")
    out = world.directory / "slots"
    build_site(work, out, world.stack, url, pages, remember_values=True)
    return url


# The panel is ours; what is around it is the author's.
AUTHORS = """() => { const copy = document.querySelector("article").cloneNode(true);
    copy.querySelectorAll(".keyfill").forEach(panel => panel.remove()); return copy.innerHTML; }"""
ORDER = ["bash", "json", "powershell", "console", "partly", "split"]


@pytest.fixture
def at_slots(visit: Visit, slots: str) -> Panel:
    panel = panel_at(visit, slots)
    visit.settled()
    return panel


def block(page: Page, language: str) -> Locator:
    return page.locator("article > .highlight code, article > pre code").nth(ORDER.index(language))


def authors(page: Page) -> str:
    """The page without our panel."""
    return str(page.evaluate(AUTHORS))


def expect_authors(panel: Panel, before: str) -> None:
    """The page is as it was. Material has marks of its own on blocks that are too wide."""
    panel.visit.settled()
    assert authors(panel.visit.page) == before


def test_a_page_at_rest_is_the_authors(at_slots: Panel) -> None:
    before = authors(at_slots.visit.page)
    at_slots.use_own_keys()
    # Now all blocks have been looked at.
    at_slots.root.get_by_role("button", name="Values on this page").wait_for()
    expect_authors(at_slots, before)
    at_slots.button("Cancel").click()
    expect_authors(at_slots, before)
    assert "keyfill-" not in before and "data-slot" not in before


def test_signing_in_fills_the_page_and_signing_out_gives_it_back(
    at_slots: Panel, stack: Stack
) -> None:
    page = at_slots.visit.page
    before = authors(page)
    at_slots.sign_in(stack.token("alice", "demo"))
    access = at_slots.create()
    bash = block(page, "bash")
    expect(bash).to_contain_text(f"--endpoint-url {stack.s3_url} --region {stack.region}")
    expect(bash).to_contain_text(f"AWS_ACCESS_KEY_ID={access} AWS_SECRET_ACCESS_KEY=\u2022\u2022")
    expect(block(page, "json")).to_contain_text(f'"AWS_ACCESS_KEY_ID": "{access}"')
    # A word that begins with a digit may be a number to PowerShell.
    powershell = re.compile(f"^Set-AWSCredential -AccessKey '?{access}'? -StoreAs ")
    expect(block(page, "powershell")).to_have_text(powershell)
    console = block(page, "console")
    expect(console).to_contain_text("delete <access-key-id>")
    expect(console).to_contain_text("<none> <ERROR>")
    at_slots.sign_out()
    page.wait_for_function("!document.querySelector('[data-slot]')")
    expect_authors(at_slots, before)


def test_what_is_typed_stays_when_the_variables_are_counted(at_slots: Panel) -> None:
    """The list of variables comes into a form that is open already."""
    page = at_slots.visit.page
    # The count takes a while on a page with thousands of blocks.
    page.evaluate(
        "() => { const block = document.querySelector('article .highlight code');"
        " for (let i = 0; i < 4000; i++) document.body.append(block.cloneNode(true)); }"
    )
    at_slots.use_own_keys()
    at_slots.token.fill("typed")
    at_slots.root.get_by_role("button", name="Values on this page").wait_for()
    expect(at_slots.token).to_have_value("•••••")


def slot(page: Page, name: str, index: int = 0) -> Locator:
    return page.locator(f"article .keyfill-slot[data-slot={name}]").nth(index)


def copied_by_ours(panel: Panel, language: str) -> str:
    around = block(panel.visit.page, language).locator("xpath=..")
    button = around.get_by_role("button", name="Copy the commands")
    copied = panel.copy_anyway(button)
    expect(button).to_have_text("Copied")
    return copied


@pytest.fixture
def in_use(at_slots: Panel, stack: Stack) -> str:
    """Sign in with one key, and wait until the page is filled."""
    access = str(stack.identity.create_credential("alice", "demo")["access"])
    at_slots.sign_in(stack.token("alice", "demo"))
    expect(block(at_slots.visit.page, "json")).to_contain_text(access)
    expect(block(at_slots.visit.page, "split").locator("[data-slot]").first).to_be_attached()
    at_slots.visit.settled()
    return access


def test_the_author_leaves_a_slot_alone(at_slots: Panel, in_use: str) -> None:
    expect(block(at_slots.visit.page, "partly")).to_have_text(f"mc ls <region> {in_use}\n")


def test_our_button_copies_whole_secrets_and_commands_only(
    at_slots: Panel, stack: Stack, in_use: str
) -> None:
    secret = secret_of(stack, in_use)
    assert copied_by_ours(at_slots, "bash").endswith(f" AWS_SECRET_ACCESS_KEY={secret}")
    assert secret not in at_slots.visit.page.content()
    assert copied_by_ours(at_slots, "console") == (
        f"openstack ec2 credentials delete <access-key-id>\nmc ls {stack.region.lower()}/<bucket>"
    )


def test_a_selection_is_copied_with_its_secret(at_slots: Panel, stack: Stack, in_use: str) -> None:
    page = at_slots.visit.page
    at_slots.visit.put_on_clipboard("nothing was copied")
    block(page, "bash").evaluate("code => getSelection().selectAllChildren(code)")
    page.keyboard.press("Control+C")
    copied = at_slots.visit.copied_over("nothing was copied")
    assert f"AWS_SECRET_ACCESS_KEY={secret_of(stack, in_use)}" in copied
    assert f"--endpoint-url {stack.s3_url}" in copied
    assert secret_of(stack, in_use) not in page.content()


def test_a_variable_is_edited_in_place_and_fills_its_twins(at_slots: Panel, in_use: str) -> None:
    page = at_slots.visit.page
    slot(page, "bucket").click()
    field = page.get_by_role("textbox", name="Bucket")
    expect(field).to_be_focused()
    field.fill("No")
    field.press("Enter")
    assert "3 to 63" in field.evaluate("field => field.validationMessage")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("my-bucket")
    field.press("Enter")
    expect(slot(page, "bucket")).to_be_focused()
    expect(page.locator("article .keyfill-slot[data-slot=bucket]")).to_have_text(["my-bucket"] * 5)
    expect(block(page, "bash")).to_contain_text("s3://my-bucket/<object-name>")
    expect(block(page, "json")).to_contain_text('"arn:aws:s3:::my-bucket/*"')
    # The panel's own commands have the same variable.
    expect(at_slots.root.locator(".tabbed-content")).to_contain_text("--bucket my-bucket")


def test_a_variable_is_edited_by_keyboard(at_slots: Panel, in_use: str) -> None:
    page = at_slots.visit.page
    slot(page, "object").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("it's a/b")
    page.keyboard.press("Escape")
    expect(slot(page, "object")).to_have_text("<object-name>")
    expect(slot(page, "object")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.type("it's a/b")
    page.keyboard.press("Tab")
    expect(slot(page, "object")).to_have_text("'it'\\''s a/b'")
    slot(page, "object").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Object")).to_have_value("it's a/b")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(slot(page, "object")).to_have_text("<object-name>")


def test_a_slot_that_highlighting_split_is_one(at_slots: Panel, in_use: str) -> None:
    page = at_slots.visit.page
    powershell = block(page, "split")
    expect(powershell).to_have_text("Get-Item <bucket>\n")
    expect(powershell.locator(".keyfill-more")).to_have_count(2)
    powershell.get_by_text("bucket", exact=True).click()
    field = page.get_by_role("textbox", name="Bucket")
    expect(powershell).to_have_text("Get-Item \n")
    field.press("Escape")
    expect(powershell).to_have_text("Get-Item <bucket>\n")
    powershell.get_by_text("bucket", exact=True).click()
    field.fill("my-bucket")
    field.press("Enter")
    expect(powershell).to_have_text("Get-Item my-bucket\n")


def test_a_key_to_delete_is_chosen_there_alone(at_slots: Panel, stack: Stack, in_use: str) -> None:
    page = at_slots.visit.page
    other = at_slots.create()
    console = block(page, "console")
    expect(console).to_contain_text("delete <access-key-id>")
    console.locator("[data-slot=access-key]").click()
    choice = page.get_by_role("combobox", name="Choose a key")
    expect(choice.locator("option")).to_have_text(
        [
            "Choose a key",
            *(f"{k} (in use)" if k == other else k for k in at_slots.listed()),
        ]
    )
    choice.select_option(in_use)
    expect(console).to_contain_text(f"delete {in_use}")
    expect(block(page, "json")).to_contain_text(other)
    # The key is gone: so is the choice.
    at_slots.delete(in_use)
    expect(console).to_contain_text("delete <access-key-id>")


def test_the_list_of_variables_fills_the_page_without_a_session(
    at_slots: Panel,
) -> None:
    page = at_slots.visit.page
    before = authors(page)
    at_slots.use_own_keys()
    at_slots.root.get_by_role("button", name="Values on this page").click()
    at_slots.value("Bucket").fill("my-bucket")
    expect(block(page, "bash")).to_contain_text("s3://my-bucket/")
    at_slots.button("Clear the values").click()
    at_slots.root.get_by_role("button", name="Values on this page").click()
    at_slots.button("Cancel").click()
    page.wait_for_function("!document.querySelector('article [data-slot]')")
    expect_authors(at_slots, before)


def test_a_script_cannot_press_the_copy_button(at_slots: Panel, in_use: str) -> None:
    page = at_slots.visit.page
    page.evaluate("navigator.clipboard.writeText('before')")
    button = block(page, "bash").locator("xpath=..").get_by_role("button", name="Copy the commands")
    button.evaluate("button => button.click()")
    expect(button).to_have_text("Copy")
    assert at_slots.visit.clipboard() == "before"
