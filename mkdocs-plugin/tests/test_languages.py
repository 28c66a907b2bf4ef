"""The language of a block is in the page, whatever makes the block: the browser quotes by it."""

from typing import Any

import pytest
from bs4 import Tag

from written_site import Site, one

BASH = "```bash\nls <x>\n```\n"
LINES = '```bash linenums="1"\nls <x>\n```\n'

ON_PRE = {"pymdownx.highlight": {"use_pygments": False, "code_attr_on_pre": True}}
PYGMENTS: list[Any] = ["pymdownx.highlight", "pymdownx.superfences"]


def language(code: Tag) -> list[str]:
    """Give the language of the nearest element that names one, as the browser looks for it."""
    for element in (code, *code.parents):
        names = [n[9:] for n in element.get("class") or [] if n.startswith("language-")]
        if names:
            return names
    return []


@pytest.mark.parametrize(
    ("extensions", "source"),
    [
        ([], BASH),
        (["codehilite"], BASH),
        (["fenced_code", "codehilite"], BASH),
        (["pymdownx.superfences"], BASH),
        (["pymdownx.superfences"], LINES),
        (PYGMENTS, BASH),
        (PYGMENTS, LINES),
        (PYGMENTS, '```{.bash .copy data-keyfill="off" title="x" hl_lines="1"}\nls <x>\n```\n'),
        ([*PYGMENTS, "attr_list"], '```{.bash .copy data-keyfill="off" linenums="1"}\nls <x>\n```'),
        ([{"pymdownx.highlight": {"linenums_style": "pymdownx-inline"}}, PYGMENTS[1]], LINES),
        ([{"pymdownx.highlight": {"use_pygments": False}}, PYGMENTS[1]], BASH),
        (
            [ON_PRE, PYGMENTS[1]],
            BASH,
        ),
        (["pymdownx.extra"], BASH),
        ([*PYGMENTS, "pymdownx.inlinehilite"], "Write `#!bash ls <x>`.\n"),
        ([{"pymdownx.highlight": {"pygments_lang_class": True}}, PYGMENTS[1]], BASH),
    ],
)
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_block_has_its_language(
    site: Site, theme: str, extensions: list[Any], source: str
) -> None:
    page = site.build(page=source, theme=theme, markdown_extensions=extensions)
    code = one(page, "code:-soup-contains('<x>')")
    assert language(code) == ["bash"]


def test_an_author_may_have_it_otherwise(site: Site) -> None:
    extensions = [{"pymdownx.highlight": {"pygments_lang_class": False}}, PYGMENTS[1]]
    page = site.build(page=BASH, markdown_extensions=extensions)
    assert language(one(page, "code:-soup-contains('<x>')")) == []


@pytest.mark.parametrize("pygments", [True, False])
@pytest.mark.parametrize("attr_list", [True, False])
def test_an_opt_out_at_a_fence_survives(site: Site, pygments: bool, attr_list: bool) -> None:
    extensions: list[Any] = [
        {"pymdownx.highlight": {"use_pygments": pygments}},
        "pymdownx.superfences",
        *(["attr_list"] if attr_list else []),
    ]
    source = '```{.bash .keyfill-off data-keyfill="off region"}\nls\n```\n'
    page = site.build(page=source, markdown_extensions=extensions)
    assert one(page, ".keyfill-off").name in ("div", "code")
    assert one(page, "[data-keyfill]")["data-keyfill"] == "off region"
