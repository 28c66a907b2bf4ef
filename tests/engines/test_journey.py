"""The reader's journey, from an open page to one that is the author's again, in each engine.

What happened is asked of Keystone, of the clipboard and of the page; `tests/e2e` tries each turn
of it in Chromium.
"""

from __future__ import annotations

import pytest

from e2e.sites import build_site
from stack import Stack

from .conftest import KEYS_PAGE, MORE_PAGE, World
from .reader import Reader, Thing, button, link

# The author's two blocks, one a page.
COMMANDS = Thing("article > .highlight code")
SLOT = Thing("article > .highlight [data-slot=bucket]")
THEMES_COPY = Thing("article > .highlight .md-code__button")
LEAD = Thing("keyfill-panel .keyfill-lead")
NOTICE = Thing("keyfill-panel [data-focus=notice] .keyfill-notice")
STEPS = "keyfill-panel .tabbed-block button"
MORE = Thing("keyfill-panel .tabbed-block summary", "More commands")
LISTED = Thing("keyfill-panel .keyfill-manage > ul > li > label")
HEADING = Thing("article h1")
SIGN_IN = button("Sign in…")
CREATE = button("Create key")
TOKEN = Thing("keyfill-panel .keyfill-token")
MASK = "\u2022" * 16


def open_form(reader: Reader) -> None:
    reader.press(SIGN_IN)
    # What comes last: the page's variables have been counted.
    reader.reads(button("Values on this page (1)"), "")
    reader.has_focus("Token for Aurora Cloud Aur1")


def sign_in(reader: Reader, stack: Stack) -> None:
    open_form(reader)
    reader.paste(TOKEN, stack.token("alice", "demo"))
    reader.reads(LEAD, "alice in demo, Aur1")


def create(reader: Reader, stack: Stack) -> tuple[str, str]:
    """Create a credential with the button, and return what Keystone has then: its one key."""
    reader.press(CREATE)
    # What is to be done next has the focus.
    reader.has_focus("Copy the command")
    reader.press(button("Manage 1 key"))
    reader.reads(LISTED, "")
    ((access, secret),) = stack.keys("alice").items()
    reader.sees(LISTED, access)
    return access, secret


def sign_out(reader: Reader) -> None:
    reader.press(Thing("keyfill-panel .keyfill-controls button", "Sign out"))
    reader.press(Thing("[role=alertdialog] button", "Sign out"))
    reader.reads(LEAD, "Fill in your own keys")


def commands(access: str, secret: str, endpoint: str, bucket: str, region: str = "Aur1") -> str:
    """Return what the author's block says with these values."""
    return f"""export AWS_REGION={region}
export AWS_ACCESS_KEY_ID={access}
export AWS_SECRET_ACCESS_KEY={secret}
aws --endpoint-url {endpoint} s3 ls s3://{bucket}"""


def copied(reader: Reader, name: str) -> str:
    """Press a copy button of the panel's steps, and return what is on the clipboard then."""
    this = Thing(STEPS, name)
    reader.press(this)
    reader.sees(this, "Copied")
    return reader.pasted()


def use_copied(reader: Reader) -> str:
    """Copy the commands for buckets and files, which ask for the reader's own values first."""
    reader.press(button("Copy the commands"))
    for label, value in (("Bucket", "my-bucket"), ("File", "cat.jpg")):
        reader.has_focus(label)
        reader.type(value)
        reader.key("Tab")
    return copied(reader, "Copy the commands")


def test_a_refused_token_is_told_and_another_one_gets_in(reader: Reader, stack: Stack) -> None:
    reader.was_refused = True
    revoked = stack.token("alice", "demo")
    stack.revoke(revoked)
    open_form(reader)
    reader.paste(TOKEN, revoked)
    reader.reads(NOTICE, "does not accept this token.")
    reader.sees(TOKEN, "")
    reader.paste(TOKEN, stack.token("alice", "demo"))
    reader.reads(LEAD, "alice in demo, Aur1")
    reader.sees(NOTICE)


def test_a_key_is_created_and_its_commands_are_copied(reader: Reader, stack: Stack) -> None:
    sign_in(reader, stack)
    access, secret = create(reader, stack)
    command = copied(reader, "Copy the command")
    assert (access in command, secret in command) == (True, False)
    assert (copied(reader, "Copy the secret key") == secret) is True
    reader.press(MORE)
    assert "aws --profile aur1 s3 cp cat.jpg s3://my-bucket/cat.jpg" in use_copied(reader)
    assert (secret in reader.whole_page()) is False


def test_the_page_is_filled_and_given_back(reader: Reader, stack: Stack) -> None:
    before = reader.authors()
    assert "data-slot" not in before
    sign_in(reader, stack)
    access, secret = create(reader, stack)
    reader.sees(COMMANDS, commands(access, MASK, stack.s3_url, "<bucket>"))

    reader.press(SLOT)
    reader.has_focus("Bucket")
    reader.type("my-bucket")
    reader.key("Enter")
    reader.has_focus("my-bucket")
    reader.sees(SLOT, "my-bucket")
    filled = commands(access, secret, stack.s3_url, "my-bucket")
    # The theme's button reads the block while it is pressed; a selection is copied by an event.
    reader.press(THEMES_COPY)
    reader.reads(Thing(".md-dialog"), "Copied to clipboard")
    assert (reader.pasted() == filled) is True
    reader.select(COMMANDS)
    reader.key("Control", "c")
    assert (reader.pasted() == filled) is True
    assert (secret in reader.whole_page()) is False

    sign_out(reader)
    reader.expect_authors(before)
    assert [text in reader.whole_page() for text in (access, secret)] == [False, False]
    assert stack.keys("alice") == {access: secret}


def test_a_key_is_rotated(reader: Reader, stack: Stack) -> None:
    sign_in(reader, stack)
    old, _ = create(reader, stack)
    reader.press(button(f"Rotate {old}"))
    works = button("It works: use it in the commands")
    reader.reads(works, "")
    (new,) = set(stack.keys("alice")) - {old}
    reader.reads(COMMANDS, old)
    reader.press(works)
    reader.reads(COMMANDS, new)
    reader.press(button("I have installed it everywhere"))
    reader.press(button("Delete the old key"))
    # Nothing destructive has the focus by itself.
    reader.has_focus("Keep it")
    assert set(stack.keys("alice")) == {old, new}
    reader.press(button("Delete it"))
    reader.sees(LISTED, new)
    assert set(stack.keys("alice")) == {new}
    assert (copied(reader, "Copy the secret key") == stack.keys("alice")[new]) is True


def test_the_session_goes_back_and_forward_with_the_reader(reader: Reader, stack: Stack) -> None:
    reader.follows_at_once()
    sign_in(reader, stack)
    access, _ = create(reader, stack)
    reader.press(link("More"))
    reader.sees(HEADING, "More")
    reader.sees(COMMANDS, f"mc ls aur1/<bucket> # AWS_ACCESS_KEY_ID={access}")
    reader.tab.back()
    reader.sees(HEADING, "Keys")
    reader.reads(LEAD, "alice in demo, Aur1")
    reader.reads(COMMANDS, access)
    reader.tab.forward()
    reader.sees(HEADING, "More")
    reader.sees(COMMANDS, f"mc ls aur1/<bucket> # AWS_ACCESS_KEY_ID={access}")


@pytest.fixture(scope="session")
def of_documents(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site whose sessions end with their page."""
    url, work = f"{world.url}documents/", tmp_path_factory.mktemp("documents")
    pages = {"index.md": KEYS_PAGE, "more.md": MORE_PAGE}
    build_site(work, world.directory / "documents", world.stack, url, pages, session="document")
    return url


@pytest.mark.parametrize("session", ["site", "document"])
def test_an_address_of_the_reader_s_own_ends_the_session(
    reader: Reader, stack: Stack, world: World, of_documents: str, session: str
) -> None:
    """The browser may keep the page to come back to, and there are no keys in what it keeps."""
    if session == "document":
        reader.open(of_documents)
    before = reader.authors()
    sign_in(reader, stack)
    access, secret = create(reader, stack)
    reader.reads(COMMANDS, access)
    reader.tab.evaluate("() => { document.body.dataset.kept = 'yes'; return null; }")
    reader.open(f"{world.url}404.html")
    reader.tab.back()
    # A page whose session goes along holds a lock, and not every browser keeps such a page.
    kept = "" if session == "site" else "[data-kept]"
    reader.sees(Thing(f"body{kept} article h1"), "Keys")
    reader.reads(LEAD, "Fill in your own keys")
    reader.expect_authors(before)
    assert [text in reader.whole_page() for text in (access, secret)] == [False, False]
    sign_in(reader, stack)
    reader.reads(COMMANDS, access)


def test_the_focus_goes_where_the_reader_goes_on(reader: Reader, stack: Stack) -> None:
    """By keyboard alone, after the first press."""
    open_form(reader)
    reader.type("half a token")
    reader.key("Tab")
    reader.has_focus("Sign in")
    reader.key("Tab")
    reader.has_focus("Cancel")
    reader.key("Enter")
    reader.has_focus("Sign in…")
    sign_in(reader, stack)
    create(reader, stack)
    sign_out(reader)
    reader.has_focus("Sign in…")


def test_the_page_without_scripts_is_complete(reader_without_scripts: Reader) -> None:
    reader = reader_without_scripts
    reader.reads(LEAD, "Fill in your own keys")
    tabs = Thing("keyfill-panel .tabbed-labels label")
    reader.sees(tabs, "aws", "mc", "s3cmd", "rclone", "boto3", "env")
    for name in reader.texts(tabs):
        reader.press(Thing(tabs.kind, name))
        block = Thing("keyfill-panel .tabbed-block")
        reader.reads(block, "<secret-key>")
        reader.reads(block, "<access-key>")
    # What is folded unfolds without them.
    reader.press(MORE)
    reader.reads(block, "<bucket>")
    reader.sees(Thing("keyfill-panel .md-button, keyfill-panel .keyfill-copy"))
    slots = ("<access-key>", "<secret-key>", "<endpoint>", "<bucket>")
    reader.sees(COMMANDS, commands(*slots, region="<region>"))
