"""The region at the start, mike's versions, replaced texts, and the flags."""

import json
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill import static_page
from mkdocs_keyfill.generators import mike
from mkdocs_keyfill.options.former_texts import FORMER
from written_site import OPTIONS, PANEL, Site, data_config, one, told

TWO = {**OPTIONS, "regions": ["Kna1", "Fra.1"]}


def start(page: Any) -> object:
    return data_config(page).get("start_region")


def test_the_author_chooses_the_region_at_the_start(site: Site) -> None:
    page = site.build({**TWO, "region": "{{ r }}"}, extra={"r": "Fra.1"})
    assert start(page) == "Fra.1"
    assert one(page, "select option[selected]").text == "Fra.1"
    assert "https://s3-fra.1.cloud.example:8080" in page.select(".tabbed-block")[0].text


def test_one_region_needs_no_choice(site: Site) -> None:
    assert start(site.build({**OPTIONS, "region": "Kna1"})) is None


@pytest.mark.parametrize(
    ("version", "region"),
    [
        ("Fra.1", "Fra.1"),
        ("fra-1", "Fra.1"),
        ("FRA.1", "Fra.1"),
        ("2.0", None),
        ("", None),
        (json.dumps({"version": "2", "title": "Region", "aliases": ["kna1"]}), "Kna1"),
        (json.dumps({"version": "2", "title": "Kna1", "aliases": []}), "Kna1"),
        ("[1]", None),
    ],
)
def test_the_version_of_mike_chooses_it(
    site: Site, monkeypatch: pytest.MonkeyPatch, version: str, region: str | None
) -> None:
    monkeypatch.setenv(mike.VARIABLE, version)
    assert start(site.build(TWO)) == region
    # The author's word counts more.
    assert start(site.build({**TWO, "region": "Kna1"})) == "Kna1"


@pytest.mark.parametrize(
    ("options", "path", "message"),
    [
        (
            {"region": "Kna2"},
            "region",
            "'Kna2' is not a region of this site; did you mean 'Kna1'? "
            "Expected: one of Kna1, Fra.1.",
        ),
        (
            {"texts": {"Sign ot": "Logga ut"}},
            "texts.Sign ot",
            "'Sign ot' is not a text of the panel; did you mean 'Sign out'? "
            "Expected: a text of the panel, exactly as it has it.",
        ),
        (
            {"texts": {"Sign out": " "}},
            "texts.Sign out",
            "'' is empty. Expected: words for the reader in one line, 1 to 1000 characters.",
        ),
        (
            {"texts": {"Sign out": "{} ut"}},
            "texts.Sign out",
            "'{} ut' has other gaps than the text. Expected: words without {}.",
        ),
        (
            {"texts": {"{} of {}": "{2} {3}"}},
            "texts.{} of {}",
            "'{2} {3}' has other gaps than the text. Expected: each of its 2 gaps, as {} in "
            "their order or by their numbers.",
        ),
        ({"offer": "x"}, "offer", "'x' is neither true nor false. Expected: true or false."),
        (
            {"copy_buttons": 1},
            "copy_buttons",
            "1 is neither true nor false. Expected: true or false.",
        ),
    ],
)
def test_a_wrong_one_is_named(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
    path: str,
    message: str,
) -> None:
    with pytest.raises(Abort):
        site.build({**TWO, **options})
    assert told(caplog) == f"Plugin 'keyfill' option '{path}': {message}"


def test_texts_and_flags_reach_the_panel(site: Site) -> None:
    options = {
        "texts": {"Sign out": "{{ out }}", "{} of {}": "{2}: {1}"},
        "remember_values": True,
        "copy_buttons": "{{ false }}",
        "offer": True,
    }
    config = data_config(site.build({**OPTIONS, **options}, extra={"out": "Logga ut"}))
    assert {key: config[key] for key in list(config)[3:]} == {
        "remember_values": True,
        "copy_buttons": False,
        "texts": {"Sign out": "Logga ut", "{} of {}": "{2}: {1}"},
    }


def test_a_text_of_an_earlier_version_is_told_and_stops_nothing(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    former = "Set the variables in this shell."
    assert former not in static_page.load().texts
    page = site.build({**OPTIONS, "texts": {former: "Gör det.", "Sign out": "Logga ut"}})
    assert data_config(page)["texts"] == {"Sign out": "Logga ut"}
    [said] = [message for message in caplog.messages if former in message]
    assert "the panel no longer has these texts" in said
    # None of them is a text of today: that would not be replaced.
    assert not FORMER & set(static_page.load().texts)


def test_texts_are_replaced_on_the_page_without_the_app(site: Site) -> None:
    texts = {
        "{} of {}": "<{2}> {1}",
        "Use my own keys": "Mina \u200cnycklar",
        "Sign out": 'Logga "ut"',
        "By hand:": "För hand:",
        "aws": "AWS",
        "Pick": "Välj",
    }
    options = {**OPTIONS, "texts": texts, "regions": ["Sign out"[:4] + "1"]}
    page = site.build(options, page='```keyfill title="Sign out"\n```\n')
    assert one(page, ".bar").text == "<Aurora> sign1"
    assert one(page, ".title").text == "Sign out"
    assert one(page, ".hint").decode_contents() == "För hand: <code>Sign out</code>"
    assert [label.text for label in page.select("label")] == ["AWS", "mc", "s3cmd"]
    assert one(page, f"label[for={PANEL}-aws]").text == "AWS"
    page = site.build(options, page="`<region>`")
    assert one(page, ".offer").decode_contents() == (
        "Mina \u200cnycklar <b title='Logga \"ut\"'>now</b>"
    )
