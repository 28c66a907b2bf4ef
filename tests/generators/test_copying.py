"""What is copied from the author's blocks: by the theme's button, or by ours where it has none."""

from __future__ import annotations

import os
import subprocess

import pytest
from playwright.sync_api import Locator, expect

from stack import Stack

from .conftest import OpenReader
from .expected import MASK, Key, texts
from .reader import Reader
from .test_visits import SLOTS, THEMES
from .variants import BY_NAME

THEIRS = ".md-code__button[data-clipboard-target], .md-code__button[data-md-type=copy]"
OURS = ".keyfill-page-copy"
# In the place of the client: says what it was called with, each word in brackets.
CLIENT = """aws() { printf '[%s]' "$@"; printf '\\n'; }
"""


def copied(reader: Reader, block: Locator, name: str) -> str:
    """Press the one copy button of a block, and return what is on the clipboard then."""
    around = block.locator("xpath=ancestor::pre")
    around.scroll_into_view_if_needed()
    around.hover()
    theirs, ours = around.locator(THEIRS), around.locator(OURS)
    # A theme's may come late; ours goes then.
    expect(theirs if BY_NAME[name].copies else ours).to_have_count(1)
    expect(theirs.or_(ours)).to_have_count(1)
    if not BY_NAME[name].copies:
        return reader.copy_by_ours(ours)
    text = reader.copy(theirs)
    # What lacks a value has a field for it when the theme's script has copied.
    reader.settled()
    if block.locator(".keyfill-edit").count():
        reader.visit.page.keyboard.press("Escape")
    return text


def blocks(reader: Reader) -> list[Locator]:
    """The blocks of the page that have slots; those within a line have no button."""
    # The ones that show no value have slots a little later.
    reader.settled()
    return reader.article.locator("pre code:has([data-slot]):not(.keyfill code)").all()


def commands(text: str) -> str:
    """Leave prompts and output of the source site's sessions away."""
    lines = text.split("\n")
    if not lines[0].startswith("$ "):
        return text
    taken = [line for line in lines if line.startswith(("$ ", "    "))]
    return "\n".join(line.removeprefix("$ ") for line in taken)


@pytest.mark.parametrize("name", THEMES)
def test_the_copy_has_the_secret_and_the_page_has_not(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    reader = read(name)
    reader.goto(SLOTS[name])
    if not BY_NAME[name].copies:
        assert reader.article.locator(OURS).count() == 0
    reader.sign_in_here(stack)
    wanted = texts(SLOTS[name], key)
    reader.authors.expect_texts(wanted)
    secrets = 0
    for block in blocks(reader):
        shown = reader.authors.text(block)
        assert shown in wanted
        whole = shown if BY_NAME[name].copies else commands(shown)
        text = copied(reader, block, name)
        # A failed comparison would write the secret down.
        assert (text == whole.replace(MASK, key.secret)) is True, shown
        secrets += key.secret in text
        expect(block).to_contain_text(shown.splitlines()[0])
        assert (key.secret in reader.page.content()) is False
    assert secrets == (1 if name == "plain" else 7)
    assert (key.secret in reader.kept()) is False
    # Ours is of the page only as long as there is something to copy.
    reader.sign_out_here()
    reader.authors.given_back()
    assert reader.article.locator(OURS).count() == 0


@pytest.mark.parametrize("name", ["material", "mkdocs", "zensical"])
def test_a_copied_block_runs(read: OpenReader, stack: Stack, key: Key, name: str) -> None:
    reader = read(name)
    reader.goto("languages")
    panel = reader.sign_in_here(stack)
    reader.give(panel, {"Bucket": "my-bucket", "Object": "a b/c.txt", "File": "it's $HOME.txt"})
    block = reader.authors.block("AWS_ACCESS_KEY_ID")
    for value in ("s3://my-bucket/", "a b/c.txt", "$HOME.txt"):
        expect(block).to_contain_text(value)
    script = CLIENT + copied(reader, block, name) + '\necho "$AWS_ACCESS_KEY_ID"\n'
    script += f'[ "$AWS_SECRET_ACCESS_KEY" = "{key.secret}" ] && echo right\n'
    done = subprocess.run(
        ["bash", "-eu"], input=script, capture_output=True, text=True, env=dict(os.environ)
    )
    endpoint = f"https://{key.values['ENDPOINT']}"
    # Not the whole output: it would have the secret if something went wrong.
    called, access, last = done.stdout.splitlines()
    assert (
        called == f"[s3][cp][it's $HOME.txt][s3://my-bucket/a b/c.txt][--endpoint-url][{endpoint}]"
    )
    assert (access, last) == (key.access, "right")


@pytest.mark.parametrize("name", ["material", "mkdocs"])
def test_a_line_that_ends_in_a_mask_is_copied_whole(
    read: OpenReader, stack: Stack, key: Key, name: str
) -> None:
    """The mouse leaves the end of such a selection within the text of the mask."""
    reader = read(name)
    reader.goto("languages")
    reader.sign_in_here(stack)
    mask = reader.authors.block("[profile ").locator("[data-slot=secret-key]")
    expect(mask).to_have_text(MASK)
    mask.scroll_into_view_if_needed()
    box = mask.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page, mouse = reader.page, reader.page.mouse
    mouse.move(box["x"] - 40, middle)
    mouse.down()
    mouse.move(box["x"] + box["width"] / 2, middle, steps=4)
    mouse.up()
    selected: str = page.evaluate("getSelection().toString()")
    assert selected.endswith(f" = {MASK}")
    for _ in range(2):
        # Twice: the selection is still there.
        reader.visit.put_on_clipboard("nothing was copied")
        page.keyboard.press("Control+C")
        assert (reader.visit.clipboard() == selected.replace(MASK, key.secret)) is True
        assert (key.secret in page.content()) is False
