"""The quiet offer, the pages that are left alone, and the comments."""

from pathlib import Path
from typing import NoReturn

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.page import offer
from mkdocs_keyfill.slots import slot_engine
from mkdocs_keyfill.slots.slot_engine import EngineError
from written_site import FENCE, OPTIONS, PANEL, Site, one

SLOT = "```bash\nmc ls <region>\n```\n"

WITH = {
    "a fence": SLOT,
    "another fence": "~~~\n<Access_Key-ID>\n~~~\n",
    "inline": "Write `--region <region>`.\n",
    "indented": "Text\n\n    mc ls <region>\n",
    "a list": "1. x\n\n    ```bash\n    mc ls <bucket>\n    ```\n",
    "an admonition": "!!! note\n\n    ```bash\n    mc ls <bucket>\n    ```\n",
    "a tab": '=== "A"\n\n    ```bash\n    mc ls <bucket>\n    ```\n',
    "a quotation": "> ```bash\n> mc ls <bucket>\n> ```\n",
    "split by Pygments": "```powershell\nGet-It <region>\n```\n",
    "html": "<pre><code>&lt;region&gt;</code></pre>\n",
    "another is off": f"<!-- keyfill: off -->\n{SLOT}\n{SLOT}",
    "another slot is off": f"<!-- keyfill: off bucket -->\n{SLOT}",
}

WITHOUT = {
    "nothing": "# x\n",
    "prose": "Say <region> and &lt;region&gt; and *<bucket>*.\n",
    "unknown": "```\n<none> <acess-key>\n```\n",
    "nested": "```\n<<region>> <<region> <region>>\n```\n",
    "a tag": "```\n<region x> < region >\n```\n",
    "off": f"<!-- keyfill: off -->\n{SLOT}",
    "the slot is off": f"<!-- keyfill: off Region-Name -->\n{SLOT}",
    "off by attribute": '```{ .bash data-keyfill="off" }\nmc ls <region>\n```\n',
    "off by class": "```{ .bash .keyfill-off }\nmc ls <region>\n```\n",
    "off above": f'<div data-keyfill="off" markdown>\n\n{SLOT}\n</div>\n',
    "mermaid": "```mermaid\ngraph <region>\n```\n",
    "front matter": f"---\nkeyfill: false\n---\n{SLOT}",
}

EXTENSIONS = [
    "admonition",
    "attr_list",
    "md_in_html",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}},
]


@pytest.mark.parametrize("page", WITH.values(), ids=WITH)
def test_a_page_with_slots_gets_an_offer(site: Site, page: str) -> None:
    built = site.build(page=f"# Title\n\n{page}", markdown_extensions=EXTENSIONS)
    panel = one(built, "keyfill-panel")
    assert panel["data-panel"] == PANEL and panel["data-offer"] == ""
    assert "data-config" in panel.attrs
    assert one(panel, ".offer").text == "Sign in… now"
    before = panel.find_parent("div", class_="keyfill").find_previous_sibling()  # type: ignore[union-attr]
    assert before is not None and before.name == "h1"


@pytest.mark.parametrize("page", WITHOUT.values(), ids=WITHOUT)
def test_another_page_gets_none(site: Site, page: str) -> None:
    built = site.build(page=page, markdown_extensions=EXTENSIONS)
    assert not built.select("keyfill-panel")


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("page", [page for name, page in WITH.items() if name != "another fence"])
def test_without_the_engine_a_harmless_name_brings_one(site: Site, page: str) -> None:
    assert site.build(page=page, markdown_extensions=EXTENSIONS).select("keyfill-panel")


@pytest.mark.usefixtures("no_engine")
def test_without_the_engine_a_key_needs_a_name_that_only_keys_are_given_to(site: Site) -> None:
    key = "```\nexport {}=<secret-key>\n```\n"
    assert site.build(page=key.format("AWS_SECRET_ACCESS_KEY")).select("keyfill-panel")
    assert not site.build(page=key.format("SECRET_KEY")).select("keyfill-panel")


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("page", [*WITHOUT.values(), "`<access-key>` `<user-id>`\n"])
def test_without_the_engine_no_other_does(site: Site, page: str) -> None:
    assert not site.build(page=page, markdown_extensions=EXTENSIONS).select("keyfill-panel")


def test_an_engine_that_fails_stops_no_build(
    site: Site, fresh_engine: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    engine = slot_engine.load()
    assert engine is not None
    monkeypatch.setattr(engine, "_answer", lambda request: _stop())
    assert site.build(page=SLOT).select("keyfill-panel")
    slot_engine.load.cache_clear()
    offer._engine.cache_clear()
    monkeypatch.setattr(slot_engine, "WASM", tmp_path / "none")
    assert site.build(page=SLOT).select("keyfill-panel")


def _stop() -> NoReturn:
    raise EngineError("the slot engine stopped: for this test.")


def test_a_page_without_a_heading_begins_with_it(site: Site) -> None:
    html = site.build(page=SLOT, theme="mkdocs")
    assert one(html, "div.keyfill").find_next_sibling("pre") is not None


def test_a_page_with_a_panel_gets_no_offer(site: Site) -> None:
    page = site.build(page=f"{SLOT}\n{FENCE}")
    assert "data-offer" not in one(page, "keyfill-panel").attrs


@pytest.mark.parametrize("options", [{"offer": False}, {"regions": ["FIXME"]}])
def test_a_site_may_offer_none(site: Site, options: dict[str, object]) -> None:
    assert not site.build({**OPTIONS, **options}, page=SLOT).select("keyfill-panel")


def test_what_macros_bring_counts(site: Site) -> None:
    page = site.build(page="`{{ command }}`\n", plugins=["macros"], extra={"command": "x <region>"})
    assert page.select("keyfill-panel[data-offer]")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_the_search_index_does_not_hold_it(site: Site, theme: str) -> None:
    site.build(page=f"# Home\n\n{SLOT}", theme=theme, plugins=["search"])
    index = (site.out / "search/search_index.json").read_text()
    assert "own keys" not in index and "mc ls" in index
    assert site.page("index.html").select("keyfill-panel[data-offer]")


def test_a_page_that_is_left_alone_says_so_at_all_its_code(site: Site) -> None:
    page = f"---\nkeyfill: false\n---\n`<region>`\n\n{SLOT}\n{FENCE}"
    built = site.build(page=page)
    own = one(built, "keyfill-panel").select("code")
    assert own and not any("data-keyfill" in code.attrs for code in own)
    others = [code for code in built.select("code") if code not in own]
    assert [code["data-keyfill"] for code in others] == ["off", "off"]


def test_a_page_of_which_its_author_is_sure_says_so_at_all_its_code(site: Site) -> None:
    off = "<!-- keyfill: off region -->\n"
    page = f"---\nkeyfill: sure\n---\n`<region>` {off}`<bucket>`\n\n{SLOT}\n{FENCE}"
    built = site.build(page=page)
    own = one(built, "keyfill-panel").select("code")
    assert own and not any("data-keyfill" in code.attrs for code in own)
    others = [code for code in built.select("code") if code not in own]
    assert [code["data-keyfill"] for code in others] == ["sure", "off region; sure", "sure"]


@pytest.mark.parametrize(
    ("source", "selector", "value"),
    [
        (f"<!-- keyfill: off -->\n{SLOT}", "pre.highlight code, pre code", "off"),
        (f"<!-- keyfill: off region Bucket-Name -->\n{SLOT}", "code", "off region bucket"),
        (f"<!--keyfill:OFF-->\n\n<!-- other -->\n\n{SLOT}", "pre", "off"),
        ("<!-- keyfill: off -->\n\n- a `<region>`\n- b\n", "ul", "off"),
        ("a <!-- keyfill: off -->`<region>`\n", "code", "off"),
        ("> <!-- keyfill: off -->\n> ```bash\n> <region>\n> ```\n", "pre", "off"),
        ("- x\n\n    <!-- keyfill: off -->\n\n    ```bash\n    <region>\n    ```\n", "pre", "off"),
        ("<!-- keyfill: off -->\n\n| a |\n|---|\n| `<region>` |\n", "table", "off"),
        ("<!-- keyfill: off -->\n<p data-keyfill='off bucket'>x</p>\n", "p", "off bucket"),
        (f"<!-- keyfill: sure -->\n{SLOT}", "code", "sure"),
        (f"<!-- keyfill: Sure <Access_Key> -->\n{SLOT}", "code", "sure access-key"),
        (f"<!-- keyfill: off region;sure -->\n{SLOT}", "code", "off region; sure"),
    ],
)
def test_a_comment_becomes_an_attribute(site: Site, source: str, selector: str, value: str) -> None:
    page = site.build(page=source)
    [marked] = page.select("[data-keyfill]")
    assert marked["data-keyfill"] == value
    assert marked in page.select(selector) or marked.select(selector)
    assert "<!-- keyfill" not in str(page).lower()


def test_a_comment_before_nothing_stays(site: Site) -> None:
    assert "<!-- keyfill: off -->" in str(site.build(page="text\n\n<!-- keyfill: off -->\n"))
    page = site.build(page="`<!-- keyfill: off -->` shown\n\n```\n<!-- keyfill: of -->\n```\n")
    assert not page.select("[data-keyfill]")


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        (
            "of",
            "'of' is not valid. Expected: <!-- keyfill: off --> or "
            "<!-- keyfill: sure -->, optionally followed by placeholders, as in "
            "<!-- keyfill: off region bucket -->.",
        ),
        (
            "off regoin",
            "'regoin' is not a known placeholder; did you mean 'region'? Expected: some of "
            "access-key, "
            "secret-key, region, endpoint, host, project-id, user-id, bucket, file, server.",
        ),
    ],
)
def test_a_wrong_comment_is_named(
    site: Site, caplog: pytest.LogCaptureFixture, comment: str, message: str
) -> None:
    with pytest.raises(Abort):
        site.build(page=f"<!-- keyfill: {comment} -->\n{SLOT}")
    assert caplog.messages[-1] == f"Plugin 'keyfill' comment in 'index.md', line 1: {message}"
