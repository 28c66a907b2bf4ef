"""The built sites themselves, and what is special about some of them."""

from __future__ import annotations

import json
import re

import pytest
from mkdocs_keyfill.languages import catalogue
from playwright.sync_api import expect

from e2e.visit import FAILED_LOAD
from stack import Stack

from .builders import ASSETS
from .conftest import OpenReader
from .sites import Sites
from .test_visits import GENERATED
from .variants import VARIANTS

PAGES = ("", "foreign", "keys", "languages", "layout", "nested", "opt-out", "pair", "traps")
# Words that only the panel has.
OF_THE_PANEL = re.compile(
    r"Fill in your own keys|Commands on this page have placeholders|rclone config file"
    r"|keyfill-panel|kf[0-9a-f]{8}-"
)
# Chromium's line for a module that a page of file: asks for.
NO_MODULES = r"^error: Access to script at 'file:.* has been blocked by CORS policy"


@pytest.mark.parametrize("name", [each.name for each in VARIANTS if not each.versions])
def test_every_page_is_built(sites: Sites, name: str) -> None:
    site = sites.get(name)
    for page in (*PAGES, "more/deep"):
        assert "<h1" in site.file(page).read_text(), page
    assert site.directory.joinpath("404.html").is_file()
    for page, offers in (("", 0), ("keys", 0), ("languages", 1), ("more/deep", 1)):
        assert site.file(page).read_text().count(" data-offer") == offers, page


@pytest.mark.parametrize("name", GENERATED)
def test_assets_are_those_of_the_package(sites: Sites, name: str) -> None:
    """Whatever minifies and rewrites files of the site around them."""
    (loader,) = sites.get(name).directory.glob("assets/keyfill/**/keyfill.js")
    folder = loader.parent
    # And the configuration, which the plugin writes beside them.
    own = [*folder.glob("site-*.json")]
    assert len(own) == (name != "zensical")
    files = {*folder.iterdir()} - {*own}
    package = {file.name: file.read_bytes() for file in ASSETS.iterdir()}
    package |= {name: text.encode() for name, text in catalogue.files().items()}
    # Of the workers one is published, at a path of its own that never changes.
    workers = [package.pop(name) for name in ("worker.js", "worker_off.js")]
    (worker,) = sites.get(name).directory.glob("assets/keyfill/**/worker/worker.js")
    assert worker.read_bytes() in workers
    files -= {worker.parent}
    assert {file.name for file in files} == package.keys()
    for file in files:
        assert file.read_bytes() == package[file.name], file.name


@pytest.mark.parametrize("name", GENERATED)
def test_the_search_index_has_nothing_of_the_panel(sites: Sites, name: str) -> None:
    site = sites.get(name)
    index = "search.json" if name == "zensical" else "search/search_index.json"
    entries = json.loads((site.directory / index).read_text())
    texts = [
        f"{e['title']} {e['text']}" for e in entries["items" if "items" in entries else "docs"]
    ]
    assert any("openstack ec2 credentials create" in text for text in texts)
    assert [text for text in texts if OF_THE_PANEL.search(text)] == []


@pytest.mark.parametrize("name", GENERATED)
def test_the_page_for_what_is_not_there_has_the_loader(read: OpenReader, name: str) -> None:
    """From the folder that the reader asked for, so relative addresses would not do."""
    reader = read(name)
    reader.visit.expect_console(FAILED_LOAD)
    reader.page.goto(f"{reader.site.url}no/such/page/")
    reader.page.wait_for_function("customElements.get('keyfill-panel') !== undefined")
    reader.page.wait_for_load_state("networkidle")
    lost = [r.url for r in reader.visit.requests if (a := r.response()) and a.status == 404]
    assert lost == [f"{reader.site.url}no/such/page/"]


def test_a_page_of_a_file_is_the_static_one(read: OpenReader, sites: Sites) -> None:
    reader = read("flat")
    reader.visit.expect_console(NO_MODULES, FAILED_LOAD)
    reader.page.goto(sites.get("flat").file("keys").as_uri())
    static = reader.page.locator("keyfill-panel")
    expect(static.locator(".tabbed-block code").first).to_contain_text("<access-key>")
    static.locator(".tabbed-labels label").filter(has_text="rclone").click()
    expect(static.locator("code", has_text="rclone config file").first).to_be_visible()


def test_a_panel_comes_out_of_macros(read: OpenReader, stack: Stack) -> None:
    reader = read("crowded")
    reader.goto("macros")
    expect(reader.article).to_contain_text("For Aurora Cloud:")
    panel = reader.sign_in(stack)
    expect(panel.blocks.first).to_contain_text(panel.create())


def test_a_redirect_leads_to_the_panel(read: OpenReader) -> None:
    reader = read("crowded")
    reader.goto("old-keys")
    reader.arrived("keys")
    reader.panel()


def test_versions_have_their_own_assets_and_sessions(
    read: OpenReader, sites: Sites, stack: Stack
) -> None:
    reader = read("mike")
    reader.goto("aur1/keys")
    panel = reader.sign_in(stack)
    expect(panel.lead).to_contain_text("Aur1")
    access = panel.create()
    expect(reader.authors.block("s3 mb")).to_contain_text("--profile aur1")
    reader.goto("aur2/keys")
    reader.panel().expect_signed_out()
    assert access not in reader.page.content()
    # Each version begins with the region of its name.
    expect(reader.sign_in(stack).lead).to_contain_text("Aur2")
    loaded = [url for url in reader.app_requests() if url.endswith(".wasm")]
    assert [url.removeprefix(sites.get("mike").url)[:5] for url in loaded] == ["aur1/", "aur2/"]
    expect(reader.authors.block("s3 mb")).to_contain_text("--profile aur2")
