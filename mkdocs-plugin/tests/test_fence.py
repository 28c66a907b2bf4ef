"""The HTML of the fence, wherever a page has it."""

import json

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from mkdocs_keyfill.web.site_config import SiteConfig
from written_site import FENCE, OPTIONS, PANEL, Site, one

SLOT = "```bash\nmc ls <region>\n```\n"

EXPECTED = """<div class="keyfill" data-search-exclude>
<a name="keyfill-mc"></a><a name="keyfill-aws"></a>\
<keyfill-panel data-site="{SITE}" data-panel="kfeddaffde-1" \
role="region" aria-label="Keys and values" data-search-exclude>
<p class=bar>kna1 of O&#x27;Aurora &lt;&amp;&gt;</p>\
<p class=hint>By hand: <code>Sign out</code>, <i>x</i></p>
<div class="tabbed-set tabbed-alternate keyfill-tabs" role="group" aria-label="S3 client">
<input type="radio" id="kfeddaffde-1-tab-mc" name="kfeddaffde-1-client" \
value="mc" data-file="mc" checked>\
<input type="radio" id="kfeddaffde-1-tab-aws" name="kfeddaffde-1-client" \
value="aws" data-file="aws">
<div class="tabbed-labels"><label for="kfeddaffde-1-tab-mc">mc</label>\
<label for="kfeddaffde-1-tab-aws">aws</label></div>
<div class="tabbed-content">{MC}{AWS}</div>
</div>
<template class=words><p>Sign out</p></template>
</keyfill-panel></div>"""

STEP = (
    "<div class=step><p>Do it.</p><pre><code>{CODE}</code></pre>"
    '<button aria-label="Copy the block">Copy</button></div>'
)
VALUE = '<span class="keyfill-value" data-of-region="{OF}">{VALUE}</span>'
HOST = "s3-kna1.cloud.example:8080"
CODE = (
    f"{{ID}} {VALUE.format(OF='profile', VALUE='kna1')} "
    f"{VALUE.format(OF='endpoint', VALUE=f'https://{HOST}')}\n\n"
    f"    {VALUE.format(OF='host', VALUE=HOST)} "
    f"{VALUE.format(OF='signing_region', VALUE='Kna1')} * _a_ ` {{{{other}}}}"
)
BLOCK = (
    f'<div class="tabbed-block">{STEP.replace("{CODE}", CODE)}'
    '<details class="keyfill-fold"><summary>More</summary>'
    f"{STEP.replace('{CODE}', 'use {ID}')}</details></div>"
)


def test_the_html_is_exactly_this(site: Site) -> None:
    site.build(
        {**OPTIONS, "brand": "O'Aurora <&>", "clients": ["mc", "aws"]},
        page=f"before\n{FENCE}after",
    )
    config = (
        '{"brand":"O\'Aurora <&>","regions":[{"name":"Kna1",'
        '"keystone_url":"https://kna1.cloud.example:5000/v3",'
        '"s3_endpoint":"https://s3-kna1.cloud.example:8080","signing_region":"Kna1"}],'
        '"clients":["mc","aws"]}'
    )
    # It stands in a file beside the script, whose name is all that the page has of it.
    file = SiteConfig(config)
    [written] = site.out.rglob(file.file)
    assert written.read_text() == config
    assert (written.parent / "keyfill.js").is_file()
    expected = EXPECTED.replace("{SITE}", file.hash)
    for client in ("mc", "aws"):
        expected = expected.replace(f"{{{client.upper()}}}", BLOCK.replace("{ID}", client))
    html = (site.out / "index.html").read_text()
    assert f"<p>before</p>\n{expected}\n<p>after</p>" in html


def test_a_choice_of_region_says_what_the_commands_show(site: Site) -> None:
    options = {**OPTIONS, "regions": {"Kna1": {"signing_region": "us-east-1"}, "Sto2": {}}}
    page = site.build(options)
    chosen, other = page.select("select option")
    assert {name: chosen[name] for name in chosen.attrs if name.startswith("data-")} == {
        "data-region": "Kna1",
        "data-profile": "kna1",
        "data-endpoint": "https://s3-kna1.cloud.example:8080",
        "data-host": "s3-kna1.cloud.example:8080",
        "data-signing_region": "us-east-1",
        "data-keystone": "kna1.cloud.example:5000",
    }
    assert other["data-signing_region"] == "Sto2"


def test_what_is_the_regions_is_a_placeholder_while_none_is_chosen(site: Site) -> None:
    several = {**OPTIONS, "regions": ["Kna1", "Sto2"], "clients": ["aws"]}
    cases = [
        (several, FENCE, "aws <region> https://s3-<region>.cloud.example:8080\n\n    s3-<region>"),
        (several, "```keyfill compact\n```\n", "aws <region>"),
        (several, '```keyfill region="Sto2"\n```\n', "aws sto2 https://s3-sto2"),
        (several, '```keyfill region="Sto2" compact\n```\n', "aws sto2"),
        ({**several, "regions": ["Kna1"]}, FENCE, "aws kna1 https://s3-kna1"),
    ]
    for options, fence, beginning in cases:
        block = one(site.build(options, page=fence), ".tabbed-block")
        code, *others = block.select("code")
        assert code.get_text().startswith(beginning), fence
        unchosen = options == several and "region=" not in fence
        assert {str(span["class"][0]) for span in code.select("span")} == {
            "keyfill-slot" if unchosen else "keyfill-value"
        }
        assert len(others) == (0 if "compact" in fence else 1)


def test_no_two_panels_of_a_site_share_an_id(site: Site) -> None:
    site.write("second.md", f"{FENCE}\n# Second\n\n{SLOT}")
    site.write("sub/index.md", SLOT)
    page = site.build(page=f"{FENCE}\n{FENCE}")
    assert [panel["data-panel"] for panel in page.select("keyfill-panel")] == [
        PANEL,
        "kfeddaffde-2",
    ]
    pages = [page, site.page("second/index.html"), site.page("sub/index.html")]
    # As a plugin does that makes one page of a site.
    joined = BeautifulSoup("".join(map(str, pages)), "html.parser")
    panels = joined.select("keyfill-panel")
    ids = [element["id"] for panel in panels for element in panel.select("[id]")]
    assert len(ids) == len(set(ids)) == 9
    assert len({radio["name"] for radio in joined.select("[type=radio]")}) == 3
    assert len({panel["data-panel"] for panel in panels}) == len(panels) == 4
    for panel in panels:
        assert {str(label["for"]) for label in panel.select("label")} <= set(ids)


NESTED = """
# Home

- item

    ```keyfill
    ```

=== "One"
    Text.
    ```keyfill
    ```
    More.

=== "Two"

    ```keyfill
    ```

!!! note

    ```keyfill
    ```

??? tip
    ```{.keyfill}
    ```

> quoted
>
> ```keyfill
> ```

Between.

> close
> ```keyfill
> ```
> together
"""

EXTENSIONS = ["admonition", "pymdownx.details", {"pymdownx.tabbed": {"alternate_style": True}}]


@pytest.mark.parametrize("superfences", [[], ["pymdownx.superfences"]])
def test_a_fence_may_stand_inside_other_blocks(site: Site, superfences: list[str]) -> None:
    page = site.build(page=NESTED, markdown_extensions=[*EXTENSIONS, *superfences])
    tab = ".tabbed-block"
    parents = ["li", tab, tab, ".admonition", "details", "blockquote", "blockquote"]
    panels = page.select("keyfill-panel")
    assert len(panels) == 7
    for panel, parent in zip(panels, parents, strict=True):
        assert panel.parent is not None and panel.parent.parent is not None
        holder = panel.parent.parent
        assert parent in [holder.name, *(f".{name}" for name in holder.get("class") or [])]
        assert not panel.find_parents("p") and not panel.select("p p")
        assert json.loads(str(panel["data-config"]))["brand"] == "Aurora"
        assert len(panel.select(":scope > .tabbed-set > .tabbed-content > .tabbed-block")) == 3


@pytest.mark.parametrize(
    ("fence", "what"),
    [
        ("regions: x\n\n```keyfill\n regions: y\n```", "line 4: unexpected text 'regions: y'"),
        ("```{.keyfill .big #id}\n```", "line 1: unexpected text 'big id'"),
    ],
)
def test_a_fence_that_says_more_is_refused(
    site: Site, caplog: pytest.LogCaptureFixture, fence: str, what: str
) -> None:
    with pytest.raises(Abort):
        site.build(page=fence)
    assert caplog.messages[-1] == (
        f"Plugin 'keyfill' fence in 'index.md', {what}. Expected: an empty fence, "
        "optionally with clients, region, title, show, compact after its name."
    )


def test_other_fences_of_the_author_stay(site: Site) -> None:
    source = f"{FENCE}\n```mermaid\ngraph TD\n```\n"
    mermaid = {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}
    for extensions in (
        [{"pymdownx.superfences": mermaid}],
        [{"pymdownx.extra": {"pymdownx.superfences": mermaid}}],
        ["pymdownx.extra", {"pymdownx.superfences": mermaid}],
    ):
        page = site.build(page=source, markdown_extensions=extensions)
        assert one(page, "pre.mermaid").get_text() == "graph TD"
        assert page.select("keyfill-panel")


def test_code_blocks_look_as_without_the_plugin(site: Site) -> None:
    page = site.build(page=f"{FENCE}\n```bash\nls *\n```\n")
    assert one(page, "code.language-bash").get_text().strip() == "ls *"
    page = site.build(page=f"{FENCE}\n```bash\nls *\n```\n", markdown_extensions=["codehilite"])
    assert one(page, ".codehilite code").get_text().strip() == "ls *"


def test_a_fence_taken_by_another_extension_is_reported(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        site.build(markdown_extensions=["pymdownx.superfences", "extra"])
    assert caplog.messages[-1] == (
        "Plugin 'keyfill' fence in 'index.md', line 1: it was rendered as code. Expected: "
        "pymdownx.superfences after fenced_code and extra in markdown_extensions."
    )


def test_without_a_script_the_page_says_endpoints_that_follow_no_rule(site: Site) -> None:
    regular = site.build({**OPTIONS, "regions": ["Kna1", "Fra1"]}, page=FENCE)
    assert regular.select("noscript") == []
    overridden = {"Kna1": {}, "Sto2": {"s3_endpoint": "https://objects.example"}}
    page = site.build({**OPTIONS, "regions": overridden}, page=FENCE)
    assert one(page, "keyfill-panel > noscript").text == (
        "Endpoints: Kna1: https://s3-kna1.cloud.example:8080, Sto2: https://objects.example"
    )
    own = {"endpoints": "Adresser & portar: {endpoints}"}
    page = site.build({**OPTIONS, "regions": overridden, "texts": own}, page=FENCE)
    assert one(page, "keyfill-panel > noscript").text.startswith("Adresser & portar: Kna1: https")
