"""What cannot be run here, read by parsers: PowerShell, SDKs, HCL, property lists and INI."""

from __future__ import annotations

import ast
import configparser
import plistlib
import random
import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from urllib.parse import urlsplit

import hcl2
import pytest
from mkdocs_keyfill.clients import built_in

from quoting.grammars import errors, nodes, tree
from quoting.strings import wild
from quoting.written import Place

from .copied import Values
from .native import copied, file
from .record import validated

VALUES = Values("ACCESS", "SECRETKEY", "s3-aur1.example:8080")


@dataclass(frozen=True)
class Text:
    client: str
    step: str
    text: str


def blocks(language: str) -> list[Text]:
    """Return every block in a language."""
    return [
        Text(client, f"{step.id}-{block.form}", block.fence.text)
        for client in built_in.ids()
        for step in file(client).steps
        for block in step.blocks
        if block.fence.language == language
    ]


@cache
def hostile() -> list[str]:
    """Return hostile values as the core writes them between single quotes."""
    values = list(islice(wild(), 2000))
    written = Place("powershell", "openstack '<v>'").write(values)
    return [text for text in written if text is not None]


def named(each: Text) -> str:
    return f"{each.client}-{each.step}"


@pytest.mark.parametrize("block", blocks("powershell"), ids=named)
def test_powershell_reads_each_value_as_one_string(block: Text) -> None:
    chance = random.Random(named(block))
    for round_ in range(3):
        values: list[str] = []

        def value(_: re.Match[str], values: list[str] = values, plain: bool = round_ == 0) -> str:
            # No two are alike.
            values.append(f"v{len(values)}{'x' if plain else chance.choice(hostile())}e")
            return values[-1]

        text = re.sub(r"<[a-z0-9-]+>", value, block.text)
        root = tree("powershell", text)
        assert errors(root) == [], text
        strings = [
            (node.text or b"").decode()
            for node in nodes(root)
            if node.type == "verbatim_string_characters"
        ]
        for each in values:
            assert any(each in string for string in strings), (each, text)
        assert "\t" not in text and all(len(line) <= 88 for line in block.text.splitlines())
        # Without PSReadLine, an empty line ends what is typed.
        assert "" not in block.text.splitlines()
    validated(block.client, "powershell", "tree-sitter-powershell 0.26.4")


@pytest.mark.parametrize("language", ["go", "java", "rust"])
def test_the_programs_can_be_parsed(language: str) -> None:
    found = blocks(language)
    assert len(found) == 2
    for block in found:
        text = block.text
        if language == "java" and "class " not in text:
            text = f"class C {{ {text} }}"
        if language == "go" and "package " not in text:
            text = f"package main\n{text}"
        assert errors(tree(language, text)) == [], block
        validated(block.client, language, f"tree-sitter-{language}")


def test_an_error_is_seen() -> None:
    assert errors(tree("powershell", "& { $x = 'a' 'b"))
    assert errors(tree("java", "class C { void f( }"))


@pytest.mark.parametrize("block", blocks("python"), ids=named)
def test_python_can_be_parsed(block: Text) -> None:
    assert ast.parse(block.text)


def test_hcl_says_what_it_should() -> None:
    steps = [s for s in copied("terraform", VALUES, "check", "use") if s.language == "hcl"]
    assert len(steps) == 2
    for step in steps:
        settings = repr(hcl2.loads(step.text))
        for part in ("aur1", "Aur1", "https://s3-aur1.example:8080", "skip_requesting_account_id"):
            assert part in settings
        assert "SECRET" not in step.text and "ACCESS" not in step.text
        validated("terraform", "HCL", "python-hcl2 8.1.4")


def test_cyberduck_gets_the_address_and_no_key() -> None:
    [profile] = copied("cyberduck", VALUES, "file")
    assert "SECRET" not in profile.text and "ACCESS" not in profile.text
    read = plistlib.loads(profile.text.encode())
    assert read["Protocol"] == "s3" and read["Scheme"] == "https"
    assert (read["Default Hostname"], read["Default Port"]) == ("s3-aur1.example", "8080")
    assert read["Region"] == "Aur1"
    assert read["Properties"] == ["s3.bucket.virtualhost.disable=true"]
    validated("cyberduck", "plist", "plistlib of Python")


def test_winscp_gets_the_address_and_no_secret_key() -> None:
    [site] = copied("winscp", VALUES, "file")
    [url, *_] = copied("winscp", VALUES, "set-up")
    assert "SECRET" not in site.text + url.text
    read = configparser.RawConfigParser()
    read.read_string(site.text)
    session = dict(read["Sessions\\aur1"])
    assert (session["hostname"], session["portnumber"]) == ("s3-aur1.example", "8080")
    assert (session["username"], session["fsprotocol"]) == ("ACCESS", "7")
    address = urlsplit(url.text)
    assert (address.scheme, address.hostname, address.port) == ("s3", "s3-aur1.example", 8080)
    assert str(address.username).split(";") == [
        "ACCESS",
        "x-S3DefaultRegion=Aur1",
        "x-S3UrlStyle=1",
    ]
    validated("winscp", "INI and URL", "configparser and urllib of Python")
