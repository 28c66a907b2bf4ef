"""A site in a temporary folder: written, loaded and built as an author's is."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_keyfill.clients import client_texts
from mkdocs_keyfill.clients.client import Block, Client, Step
from mkdocs_keyfill.slots.slot import Slot
from mkdocs_keyfill.static_page import StaticPage
from mkdocs_keyfill.words import Forms, Text

FENCE = "```keyfill\n```\n"

PANEL = "kfeddaffde-1"
"""The name of the first panel of `index.md`."""

OPTIONS = {
    "regions": ["Kna1"],
    "keystone_url": "https://{region}.cloud.example:5000/v3",
    "s3_endpoint": "https://s3-{region}.cloud.example:8080",
}

MKDOCS_YML = """site_name: Aurora
theme: mkdocs
plugins:
  - keyfill:
      regions: [Kna1]
      keystone_url: https://k.example/v3
      s3_endpoint: https://s.example
"""
"""A site as text, for what YAML reads and would not write."""


def _step(section: str, text: str) -> Step:
    return Step(section, f"step-{section}", "Do it.", (Block("text", text),))


CLIENTS = tuple(
    Client(
        id_,
        id_,
        None,
        None,
        (
            _step(
                "set-up",
                f"{id_} <profile> <endpoint>\n\n    <s3-host> <signing-region> * _a_ ` "
                "{{other}}",
            ),
            _step("use", f"use {id_}"),
        ),
    )
    for id_ in ("aws", "mc", "s3cmd")
)


def _file(id_: str, lead: str, name: str) -> Step:
    return Step("file", id_, lead, (Block("ini", "key = <access-key>", file=name),))


FILES = Client(
    "files",
    "files",
    None,
    None,
    (_file("export-aws", "Save it.", "aws-<profile>.ini"), _file("export-env", "Or it.", "x.env")),
)

STATIC = StaticPage(
    bar="{{title_line}}<p class=bar>{{profile}} of {{brand}}{{sample_button}}</p>",
    bar_regions="{{title_line}}<p>{{t:pick}}</p>"
    '<select id="{{panel}}-region">{{region_options}}</select>',
    bar_list="{{title_line}}<p class=bar>A list.</p>",
    bar_list_regions='{{title_line}}<select id="{{panel}}-region">{{region_options}}</select>',
    sample_button="<button>{{t:try-sample}}</button>",
    title_line="<p class=title>{{title}}</p>",
    explanation="<p class=hint>{{t:by-hand|create=<code>Sign out</code>|list=<i>x</i>}}</p>",
    offer='<p class=offer>{{t:use-own-keys}} <b title="{{t:sign-out}}">now</b></p>',
    words="<template class=words><p>{{t:sign-out}}</p>"
    "<p>{{own:pick}}</p><p>{{own:stopped}}</p></template>",
    own_step="<div class=step><p>{{lead}}</p><pre><code>{{code}}</code></pre>"
    '<button aria-label="{{t:copy-block}}">Copy</button></div>',
    slot="<span class=slot>{{slot}}</span>",
    clients=CLIENTS,
    files=FILES,
    slots=(
        Slot("access-key", ("access-key", "access-key-id", "access"), harmless=False),
        Slot("secret-key", ("secret-key", "secret"), harmless=False),
        Slot("region", ("region", "region-name")),
        Slot("endpoint", ("endpoint",)),
        Slot("host", ("s3-host",)),
        Slot("project-id", ("project-id",), harmless=False),
        Slot("user-id", ("user-id",), harmless=False),
        Slot("bucket", ("bucket", "bucket-name"), "bucket", "Bucket"),
        Slot("file", ("file", "file-name"), "path", "File"),
        Slot("server", ("server", "server-id"), "name", "Server"),
    ),
    key_names=("AWS_SECRET_ACCESS_KEY", "OS_PROJECT_ID"),
    texts={
        **client_texts.texts([*CLIENTS, FILES]),
        **{
            id_: Text(id_, key, Forms(other, {"one": one} if one else {}))
            for key, (id_, other, one) in enumerate(
                (
                    ("by-hand", "By hand: {create}, {list}", None),
                    ("client-aws", "aws", None),
                    ("client-mc", "mc", None),
                    ("client-s3cmd", "s3cmd", None),
                    ("clients", "S3 client", None),
                    ("copy-block", "Copy the block", None),
                    ("copy-own", "Copy {what}", None),
                    ("endpoints", "Endpoints: {endpoints}", None),
                    ("keys", "{count} keys", "{count} key"),
                    ("more", "More", None),
                    ("more-clients", "More clients", None),
                    ("more-commands", "More", None),
                    ("of", "{first} of {last}", None),
                    ("panel-lost", "Lost.", None),
                    ("pick", "Pick", None),
                    ("script-lost", "It did not run.", None),
                    ("sign-out", "Sign out", None),
                    ("stopped", "Stopped.", None),
                    ("undo", "Undo", None),
                    ("try-sample", "Try a sample", None),
                    ("use-own-keys", "Sign in…", None),
                    ("keys-and-values", "Keys and values", None),
                )
            )
        },
    },
)
"""Fragments of the tests' own, so that no wording of the generated `static.json` matters."""


class Site:
    """One site; each call of `build` starts from its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "site"

    def load(self, options: Mapping[str, Any] | None = None, **top: Any) -> MkDocsConfig:
        """Write `mkdocs.yml` with these options of Keyfill, and load it."""
        file = self.folder / "mkdocs.yml"
        given = OPTIONS if options is None else options
        plugins = [*top.pop("plugins", []), {"keyfill": dict(given)}]
        site = {"site_name": "Aurora", "theme": "mkdocs", "plugins": plugins, **top}
        file.write_text(yaml.safe_dump(site, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return load_config(str(file), strict=True)

    def build(
        self, options: Mapping[str, Any] | None = None, *, page: str = FENCE, **top: Any
    ) -> BeautifulSoup:
        """Build the site with `--strict` and parse its first page."""
        self.write("index.md", page)
        build(self.load(options, **top))
        return self.page("index.html")

    def write(self, name: str, text: str) -> None:
        """Write a file into `docs`."""
        file = self.folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def page(self, name: str) -> BeautifulSoup:
        """Parse a page that was built, with the configuration that its panels name in place."""
        page = BeautifulSoup((self.out / name).read_text(encoding="utf-8"), "html.parser")
        for panel in page.select("[data-site]"):
            [file] = self.out.rglob(f"site-{panel['data-site']}.json")
            panel["data-config"] = file.read_text(encoding="utf-8")
            del panel["data-site"]
        return page


def one(soup: Tag, selector: str) -> Tag:
    """Find the only element that fits."""
    [found] = soup.select(selector)
    return found


def data_config(page: Tag) -> dict[str, Any]:
    """Read the configuration of the page's only panel."""
    config: dict[str, Any] = json.loads(str(one(page, "keyfill-panel")["data-config"]))
    return config


def told(caplog: pytest.LogCaptureFixture) -> str:
    """Give the one error in the log, without the name that MkDocs puts before names and types."""
    [record] = [record for record in caplog.records if record.levelname == "ERROR"]
    return record.getMessage().removeprefix("Config value 'plugins': ")
