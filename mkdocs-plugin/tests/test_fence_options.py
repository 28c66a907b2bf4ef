"""What an author says of one panel, at its fence."""

import pytest
from bs4 import Tag
from mkdocs.exceptions import Abort

from written_site import OPTIONS, Site, one

TWO = {**OPTIONS, "regions": ["Kna1", "Fra1"]}


def attributes(panel: Tag) -> dict[str, object]:
    """Give what the panel says beside the configuration of the site."""
    known = ("data-config", "data-panel", "data-search-exclude", "role", "aria-label")
    return {name: value for name, value in panel.attrs.items() if name not in known}


@pytest.mark.parametrize("superfences", [[], ["attr_list"], ["attr_list", "pymdownx.superfences"]])
@pytest.mark.parametrize(
    "header",
    [
        'keyfill clients="mc aws" region="Fra1" title="Your <own> keys" show="tabs" compact',
        '{.keyfill clients="mc aws" region="Fra1" title="Your <own> keys" show="tabs" compact}',
        '{ .keyfill clients="mc, aws" region=Fra1 title="Your <own> keys" show=tabs compact="" }',
    ],
)
def test_options_become_attributes(site: Site, superfences: list[str], header: str) -> None:
    page = site.build(TWO, page=f"```{header}\n```\n", markdown_extensions=superfences)
    panel = one(page, "keyfill-panel")
    assert attributes(panel) == {
        "data-clients": "mc aws",
        "data-region": "Fra1",
        "data-title": "Your <own> keys",
        "data-show": "tabs",
        "data-compact": "",
    }
    assert [radio["value"] for radio in panel.select("input")] == ["mc", "aws"]
    assert one(panel, "input[checked]")["value"] == "mc"
    assert not panel.select("select, .hint")
    group = one(panel, ":scope > .keyfill-compact")
    assert panel["role"] == "region"
    assert panel["aria-label"] == one(group, ":scope > .title").text == "Your <own> keys"
    beginnings = [pre.text.split()[:2] for pre in group.select("pre")]
    assert beginnings == [["mc", "fra1"], ["aws", "fra1"]]


def test_each_panel_of_a_page_has_a_name_of_its_own(site: Site) -> None:
    fences = ("", ' title="Lab"', ' title="Lab"', "", ' title="Field"')
    page = site.build(page="\n".join(f"```keyfill{options}\n```\n" for options in fences))
    names = [panel["aria-label"] for panel in page.select("keyfill-panel")]
    assert names == ["Keys and values", "Lab", "Lab (2)", "Keys and values (4)", "Field"]


def test_a_region_has_its_values(site: Site) -> None:
    panel = one(site.build(TWO, page='```keyfill region="Fra1"\n```\n'), "keyfill-panel")
    assert "https://s3-fra1.cloud.example:8080" in panel.select("pre")[0].text
    assert panel.select(":scope > .hint") and not panel.select("select")


def test_a_list_has_no_tabs(site: Site) -> None:
    panel = one(site.build(TWO, page='```keyfill show="list"\n```\n'), "keyfill-panel")
    assert attributes(panel) == {"data-show": "list"}
    assert panel.select("select") and not panel.select(".tabbed-set")


def test_panels_of_a_site_share_their_configuration(site: Site) -> None:
    fences = '```keyfill\n```\n\n```keyfill clients="mc"\n```\n\n```keyfill region="Fra1"\n```\n'
    site.write("other.md", '```keyfill show="all"\n```\n')
    page = site.build(TWO, page=fences)
    panels = [*page.select("keyfill-panel"), one(site.page("other/index.html"), "keyfill-panel")]
    assert [panel["data-panel"] for panel in panels] == [
        *(f"kfeddaffde-{count}" for count in (1, 2, 3)),
        "kfa53f8423-1",
    ]
    assert len({panel["data-config"] for panel in panels}) == 1


def test_a_site_that_is_not_configured_yet_takes_the_options(site: Site) -> None:
    fence = '```keyfill clients="mc" region="Kna1" title="x"\n```\n'
    page = site.build({**OPTIONS, "regions": ["FIXME"]}, page=fence)
    assert [radio["value"] for radio in page.select("input")] == ["mc"]


WRONG = [
    (
        'keyfill cleints="mc"',
        "option 'cleints': 'mc' is set for an unknown option; did you mean "
        "'clients'? Expected: one of clients, region, title, show, compact.",
    ),
    (
        'keyfill clients="mc minio"',
        "option 'clients': 'minio' is not a client of this site. Expected: one of mc, aws.",
    ),
    (
        "keyfill clients",
        "option 'clients': 'clients' is not a client of this site. Expected: one of mc, aws.",
    ),
    (
        'keyfill clients="mc mc"',
        "option 'clients': 'mc' is listed twice. Expected: clients of this site, separated by "
        "spaces, each once.",
    ),
    (
        'keyfill clients=""',
        "option 'clients': '' is empty. Expected: clients of this site, separated by spaces.",
    ),
    (
        'keyfill region="Fra"',
        "option 'region': 'Fra' is not a region of this site; did you mean 'Fra1'? "
        "Expected: one of Kna1, Fra1.",
    ),
    (
        'keyfill title=" "',
        "option 'title': '' is empty. Expected: the title of the panel, 1 to 128 characters.",
    ),
    (
        'keyfill title="a\u202eb"',
        "option 'title': 'a\\u202eb' contains the control or invisible character U+202E. Expected: "
        "the title of the panel, 1 to 128 characters.",
    ),
    (
        'keyfill show="tab"',
        "option 'show': 'tab' is not a part of the panel; did you mean 'tabs'? Expected: one of "
        "all, "
        "tabs, list.",
    ),
    (
        'keyfill compact="no"',
        "option 'compact': 'no' is a value, but compact takes none. Expected: the word compact "
        "alone.",
    ),
]


@pytest.mark.parametrize(("header", "message"), WRONG)
@pytest.mark.parametrize("braces", [False, True])
def test_a_wrong_option_is_named_with_its_page(
    site: Site, caplog: pytest.LogCaptureFixture, header: str, message: str, braces: bool
) -> None:
    fence = f"```{{.{header}}}\n```\n" if braces else f"```{header}\n```\n"
    with pytest.raises(Abort):
        site.build({**TWO, "clients": ["mc", "aws"]}, page=fence)
    assert caplog.messages[-1] == f"Plugin 'keyfill' fence in 'index.md', line 1, {message}"


@pytest.mark.parametrize(
    ("fence", "what"),
    [
        ("```keyfill clients=aws\n```\n", "line 1: '```keyfill clients=aws'"),
        ("- x\n\n    ``` keyfill --compact\n    ```\n", "line 3: '``` keyfill --compact'"),
        ("> ~~~ {.keyfill}\n> x\n", "line 1: '~~~ {.keyfill}'"),
        ("---\ntitle: x\n---\n```keyfill\n\nNo end.\n", "line 4: '```keyfill'"),
    ],
)
def test_half_a_fence_is_not_lost_in_silence(
    site: Site, caplog: pytest.LogCaptureFixture, fence: str, what: str
) -> None:
    with pytest.raises(Abort):
        site.build(page=fence)
    assert caplog.messages[-1] == (
        f"Plugin 'keyfill' fence in 'index.md', {what} is not a complete fence. Expected: an empty "
        "fence, optionally with clients, region, title, show, compact after its name, each "
        "value in quotes, and a line that ends the fence."
    )


def test_a_fence_that_is_shown_is_no_panel(site: Site) -> None:
    shown = "````markdown\n```keyfill clients=aws\n```\n````\n\n    ```keyfill\n    ```\n"
    page = site.build(page=shown)
    assert not page.select("keyfill-panel")
    assert [code.text.strip() for code in page.select("code")] == [
        "```keyfill clients=aws\n```",
        "```keyfill\n\n```",
    ]
