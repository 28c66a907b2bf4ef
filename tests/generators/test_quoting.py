"""A name that breaks whatever does not quote it, in every language of a page."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenReader
from .expected import Key
from .test_copying import copied

HOSTILE = 'it\'s a "b" $c/\u00e4.txt'
BUCKET = "my-bucket"
# In the place of the clients: each says what it was called with.
CLIENTS = """aws() { printf '%s\\0' "$@"; }; curl() { printf '%s\\0' "$@"; }
"""


def expect_bash(text: str, key: Key) -> None:
    called = subprocess.run(
        ["bash", "-eu"],
        input=CLIENTS + text,
        capture_output=True,
        text=True,
        env={**os.environ, "c": "expanded"},
        check=True,
    ).stdout.split("\0")
    copy = ["s3", "cp", HOSTILE, f"s3://{BUCKET}/{HOSTILE}"]
    url = f"https://{key.values['ENDPOINT']}/{BUCKET}/{quote(HOSTILE)}"
    assert called == [*copy, *copy, url, ""]


@pytest.mark.parametrize("name", ["material", "mkdocs", "properdocs-mkdocs", "zensical"])
def test_a_hostile_name_is_read_back(read: OpenReader, stack: Stack, key: Key, name: str) -> None:
    reader = read(name)
    reader.goto("quoting")
    panel = reader.sign_in_here(stack)
    reader.give(panel, {"Bucket": BUCKET, "Object": HOSTILE, "File": HOSTILE})
    # One value after the other comes into one block after the other: this is the last of them.
    refused = reader.article.locator(".keyfill-refused")
    expect(refused).to_have_text(["<object>"] * 7)
    reader.settled()
    expect(reader.authors.slots("bucket").first).to_have_text(BUCKET)
    blocks = reader.article.locator("pre code:has([data-slot]):not(.keyfill code)").all()
    bash, python, json_, yaml_, ini, powershell = (copied(reader, one, name) for one in blocks)

    expect_bash(bash, key)
    # Nothing can be escaped in a raw string, much that reads YAML takes `$c` for a variable,
    # readers of INI differ, and PowerShell hands quotes to programs in two ways: they stay, and
    # say so.
    for place in refused.all():
        assert place.get_attribute("title") != "Object: click to change"
    found = ast.literal_eval(python.removeprefix("bare = "))
    assert found == (BUCKET, HOSTILE, HOSTILE, "<object>")
    assert json.loads(json_) == {"Bucket": BUCKET, "Key": HOSTILE}
    assert yaml.safe_load(yaml_) == dict.fromkeys(("bare", "double", "single"), "<object>")
    assert ini == "object = <object>"
    assert powershell.splitlines() == ['$object = "<object>"', "$other = '<object>'"]


def test_without_a_language_only_what_is_plain_everywhere_is_filled_in(
    read: OpenReader, stack: Stack, key: Key
) -> None:
    reader = read("crowded")
    reader.goto("quoting")
    panel = reader.sign_in_here(stack)
    reader.give(panel, {"Bucket": BUCKET, "Object": HOSTILE, "File": "plain.txt"})
    expect(reader.authors.slots("bucket").first).to_have_text(BUCKET)
    for slot in reader.authors.slots("object").all():
        expect(slot).to_contain_text("<object>")
        expect(slot).to_have_class(re.compile("keyfill-refused"))
        assert "quote" in (slot.get_attribute("title") or "")
    expect(reader.authors.block("aws s3 cp")).to_contain_text('cp "plain.txt"')
