"""The region at the start, mike's versions, replaced texts, and the flags."""

import json
from typing import Any, cast

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill import static_page
from mkdocs_keyfill.generators import mike
from mkdocs_keyfill.options.former_texts import FORMER
from mkdocs_keyfill.words import Words, arguments
from written_site import FENCE, OPTIONS, PANEL, STATIC, Site, data_config, one, told

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
            {"texts": {"sign-ot": "Logga ut"}},
            "texts.sign-ot",
            "'sign-ot' is not a text of the panel; did you mean 'sign-out'? "
            "Expected: the id of a text, or the text exactly as in the panel.",
        ),
        (
            {"texts": {"Sign ot": "Logga ut"}},
            "texts.Sign ot",
            "'Sign ot' is not a text of the panel; did you mean 'Sign out'? "
            "Expected: the id of a text, or the text exactly as in the panel.",
        ),
        (
            {"texts": {"sign-out": " "}},
            "texts.sign-out",
            "'' is empty. Expected: text in one line, 1 to 1000 characters.",
        ),
        (
            {"texts": {"sign-out": "{out} ut"}},
            "texts.sign-out",
            "'{out} ut' has {out}, which the original text does not have. Expected: text without "
            "{}.",
        ),
        (
            {"texts": {"of": "{last} {}"}},
            "texts.of",
            "'{last} {}' has {}, which the original text does not have. "
            "Expected: text with {first} and {last}.",
        ),
        (
            {"texts": {"of": "{last}"}},
            "texts.of",
            "'{last}' has no {first}. Expected: text with {first} and {last}.",
        ),
        (
            {"texts": {"{} of {}": "{2} {3}"}},
            "texts.{} of {}",
            "'{2} {3}' has {3}, which the original text does not have. "
            "Expected: text with {first} and {last}.",
        ),
        (
            {"texts": {"keys": {"one": "{count} nyckel"}}},
            "texts.keys",
            "{'one': '{count} nyckel'} does not fit this text. "
            "Expected: one text, or a form for each kind of count: zero, one, two, few, many, "
            "other.",
        ),
        (
            {"texts": {"sign-out": {"other": "Logga ut"}}},
            "texts.sign-out",
            "{'other': 'Logga ut'} does not fit this text. "
            "Expected: text in one line, 1 to 1000 characters.",
        ),
        (
            {"texts": {"keys": {"one": "{n} nyckel", "other": "{count} nycklar"}}},
            "texts.keys.one",
            "'{n} nyckel' has {n}, which the original text does not have. Expected: text with "
            "{count}.",
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


def keys(*ids: str) -> list[str]:
    """Name texts as the app does."""
    return [str(STATIC.texts[id_].key) for id_ in ids]


def test_texts_and_flags_reach_the_panel(site: Site) -> None:
    options = {
        "texts": {
            "sign-out": "{{ out }}",
            "of": "{last}: {first}",
            "keys": {"one": "En nyckel", "other": "{count} nycklar"},
        },
        "remember_values": True,
        "copy_buttons": "{{ false }}",
        "offer": True,
    }
    config = data_config(site.build({**OPTIONS, **options}, extra={"out": "Logga ut"}))
    plural = {"one": "En nyckel", "other": "{count} nycklar"}
    own = ("Logga ut", "{last}: {first}", plural)
    assert {key: config[key] for key in list(config)[3:]} == {
        "remember_values": True,
        "copy_buttons": False,
        "texts": dict(zip(keys("sign-out", "of", "keys"), own, strict=True)),
    }


@pytest.mark.parametrize("english", ["{first} of {last}", "{} of {}"])
@pytest.mark.parametrize("own", ["{last}: {first}", "{2}: {1}", "{last}: {}"])
def test_a_text_is_also_named_by_its_english(
    site: Site, caplog: pytest.LogCaptureFixture, english: str, own: str
) -> None:
    caplog.set_level("INFO")
    own = "{2}: {1}" if own == "{last}: {}" else own
    page = site.build({**OPTIONS, "texts": {english: own}})
    assert data_config(page)["texts"] == {keys("of")[0]: "{last}: {first}"}
    [said] = [message for message in caplog.messages if "by English wording" in message]
    assert f"of is {english!r}" in said


def test_a_text_of_an_earlier_version_is_told_and_stops_nothing(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level("INFO")
    former = "Set the variables in this shell."
    assert FORMER[former] is None
    monkeypatch.setitem(cast("dict[str, str | None]", FORMER), "{last} has {first}", "of")
    own = {former: "Gör det.", "sign-out": "Logga ut", "{} has {}": "{2} i {1}"}
    page = site.build({**OPTIONS, "texts": own})
    words = ("Logga ut", "{first} i {last}")
    assert data_config(page)["texts"] == dict(zip(keys("sign-out", "of"), words, strict=True))
    [said] = [message for message in caplog.messages if former in message]
    assert "for texts that the panel no longer has" in said
    [said] = [message for message in caplog.messages if "by English wording" in message]
    assert "of is '{} has {}'" in said


@pytest.mark.shipped
def test_no_former_text_is_one_of_today() -> None:
    """It would not be replaced; and what has taken its place has the same names."""
    today = static_page.load().texts
    english = {text.english.other for text in today.values()}
    assert not english & set(FORMER)
    for former, id_ in FORMER.items():
        if id_ is not None:
            assert set(arguments(former)) == set(today[id_].arguments), former


@pytest.mark.shipped
def test_no_token_of_a_text_is_left_in_the_fragments() -> None:
    static = static_page.load()
    words = Words(static.texts, {})
    fragments = [getattr(static, name) for name in static_page.FRAGMENTS]
    assert sum(fragment.count("{{t:") for fragment in fragments) > 15
    assert "{{t:" not in words.html("".join(fragments))


def test_a_page_brings_what_its_author_says_in_place_of_the_scripts(site: Site) -> None:
    """The scripts have the English themselves, by its place."""
    texts = {"stopped": "<Stopp>", "script-lost": 'Inget "script"'}
    page = site.build({**OPTIONS, "texts": texts}, page=FENCE)
    words = [word.decode_contents() for word in one(page, "template").find_all("p")]
    assert words == ["Sign out", "", "&lt;Stopp&gt;"]
    assert one(page, "keyfill-panel")["data-unstarted"] == 'Inget "script"'
    page = site.build({**OPTIONS, "texts": {"panel-lost": "Borta"}}, page=FENCE)
    assert one(page, "keyfill-panel")["data-lost"] == "Borta"
    page = site.build(OPTIONS, page=FENCE)
    assert [word.decode_contents() for word in one(page, "template").find_all("p")] == ["Sign out"]
    assert not one(page, "keyfill-panel").has_attr("data-unstarted")


def test_texts_are_replaced_on_the_page_without_the_app(site: Site) -> None:
    texts = {
        "use-own-keys": "Mina \u200cnycklar",
        "sign-out": 'Logga "ut"',
        "by-hand": "<För> hand: {list}{create}",
        "client-aws": "AWS",
        "pick": "Välj",
    }
    options = {**OPTIONS, "texts": texts, "regions": ["Sign1"]}
    page = site.build(options, page='```keyfill title="Sign out"\n```\n')
    assert one(page, ".bar").text == "sign1 of Aurora"
    assert one(page, ".title").text == "Sign out"
    assert one(page, ".hint").decode_contents() == (
        "&lt;För&gt; hand: <i>x</i><code>Sign out</code>"
    )
    assert [label.text for label in page.select("label")] == ["AWS", "mc", "s3cmd"]
    assert one(page, f"label[for={PANEL}-tab-aws]").text == "AWS"
    page = site.build(options, page="`<region>`")
    assert one(page, ".offer").decode_contents() == (
        "Mina \u200cnycklar <b title='Logga \"ut\"'>now</b>"
    )
