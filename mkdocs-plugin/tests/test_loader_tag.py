"""What stands beside the script that loads the panels, on every page of a site."""

from __future__ import annotations

import re

import pytest

from mkdocs_keyfill.web import loader_tag
from mkdocs_keyfill.web.destinations import ATTRIBUTE
from written_site import Site


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="a/keyfill.js" type="module"></script>',
        "<script type=module src=../a/keyfill.js></script>",
        "<SCRIPT type='module' src='/keyfill.js?1'></SCRIPT>",
    ],
)
def test_each_way_to_write_the_tag_is_found(tag: str) -> None:
    other = '<script src="other.js"></script><p>keyfill.js</p>'
    marked = loader_tag.complete(other + tag, "0a")
    assert marked.startswith(other)
    assert marked.count('data-keyfill-accepts="0a"') == 1


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_every_page_says_it(site: Site, theme: str) -> None:
    site.build(theme=theme)
    pages = [page.read_text() for page in site.out.rglob("*.html")]
    said = [re.findall(f'{ATTRIBUTE}="([0-9a-f]*)"', page) for page in pages]
    assert len(pages) >= 2
    assert all(len(page) == 1 for page in said)
    assert len({page[0] for page in said}) == 1
    assert len(said[0][0]) == 64


@pytest.mark.parametrize(
    ("tag", "file"),
    [
        ('<script src="a/keyfill.js" type="module"></script>', "a/panel.js"),
        ("<script type=module src=../a/keyfill.js?1></script>", "../a/panel.js"),
        ("<script type='module' src='/keyfill.js'></script>", "/panel.js"),
    ],
)
def test_a_page_with_a_panel_fetches_both_scripts_at_once(tag: str, file: str) -> None:
    preload = f'<link rel="modulepreload" href="{file}">'
    assert preload in loader_tag.complete(f"<keyfill-panel></keyfill-panel>{tag}", "0a")
    assert preload not in loader_tag.complete(f"<p>&lt;keyfill-panel></p>{tag}", "0a")


def test_what_is_fetched_at_once_is_there(site: Site) -> None:
    site.write("plain.md", "# Nothing")
    site.build()
    page = site.out / "index.html"
    [href] = re.findall('<link rel="modulepreload" href="([^"]*)"', page.read_text())
    assert (page.parent / href).is_file()
    assert "modulepreload" not in (site.out / "plain" / "index.html").read_text()
