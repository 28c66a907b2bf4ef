"""The language of a panel: whose word counts, what is written of it, and what the app gets."""

import json
import logging
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.languages import catalogue
from mkdocs_keyfill.rules import TEXTS
from written_site import OPTIONS, Site, data_config, one, told

MATERIAL = {"name": "material", "font": False}
ENGLISH = TEXTS["use-own-keys"].english.other
GERMAN = catalogue.load("de").strings["use-own-keys"].other


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("de_CH", "de"),
        (" DE-Latn-DE-1996 ", "de"),
        ("en", None),
        ("en-GB", None),
        ("den", None),
        ("tlh", None),
        ("", None),
        ("constructor", None),
    ],
)
def test_a_tag_is_looked_up_without_its_last_parts(tag: str, found: str | None) -> None:
    assert catalogue.lookup(tag) == found


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("theme", "option", "spoken"),
    [
        ({"name": "mkdocs"}, None, None),
        (MATERIAL, None, None),
        ({**MATERIAL, "language": "de"}, None, "de"),
        ({"name": "mkdocs", "locale": "de"}, None, "de"),
        ({"name": "mkdocs", "locale": "de_AT"}, None, "de"),
        ({**MATERIAL, "language": "de"}, "en", "en"),
        ({**MATERIAL, "language": "is"}, None, "en"),
        (MATERIAL, " de-CH ", "de"),
        (MATERIAL, "{{ extra.tongue }}", "de"),
    ],
)
def test_the_page_or_the_author_says_the_language(
    site: Site, theme: dict[str, Any], option: str | None, spoken: str | None
) -> None:
    options = OPTIONS if option is None else {**OPTIONS, "language": option}
    page = site.build(options, theme=theme, extra={"tongue": "de"})
    panel = one(page, "keyfill-panel")
    assert panel.get("lang") == spoken
    assert panel.get("dir") == ("ltr" if spoken else None)
    button = one(panel, "[data-focus=open]")
    assert button.text == (GERMAN if spoken == "de" else ENGLISH)
    # The app has the words in files of its own.
    assert "texts" not in data_config(page)
    names = [file.name for file in site.out.rglob("language-*.json")]
    assert sorted(names) == sorted(catalogue.files())


@pytest.mark.shipped
def test_the_words_of_the_author_stand_before_those_of_the_language(site: Site) -> None:
    own = {"use-own-keys": "Los!", "deleting-more": {"one": "{count}, eins", "other": "{count}"}}
    page = site.build({**OPTIONS, "language": "de", "texts": own})
    assert one(page, "[data-focus=open]").text == "Los!"
    assert (
        catalogue.load("de").strings["lead-placeholders"].other in one(page, ".keyfill-lead").text
    )
    assert len(data_config(page)["texts"]) == 2


@pytest.mark.shipped
def test_what_scripts_and_the_style_say_is_in_the_language_too(site: Site) -> None:
    panel = one(site.build({**OPTIONS, "language": "de"}), "keyfill-panel")
    strings = catalogue.load("de").strings
    assert panel["data-lost"] == strings["panel-lost"].other
    assert panel["data-unstarted"] == strings["script-lost"].other
    assert f"<p>{strings['cannot-start'].other}</p>" in str(one(panel, "template.keyfill-words"))


@pytest.mark.shipped
def test_the_commands_have_sentences_in_the_language(site: Site) -> None:
    page = site.build({**OPTIONS, "language": "de", "clients": ["aws"]})
    lead = catalogue.load("de").strings["check"].other
    assert lead in [step.text for step in page.select(".keyfill-step p")]
    hashed = data_config(page)["client_files"]["aws"]
    [file] = site.out.rglob(f"client-aws-{hashed}.json")
    assert lead in file.read_text(encoding="utf-8")


@pytest.mark.shipped
def test_an_offer_and_a_page_that_is_not_configured_say_their_language(site: Site) -> None:
    page = site.build(
        {**OPTIONS, "language": "de"}, page="```bash\naws s3 ls --profile <region>\n```"
    )
    assert one(page, "keyfill-panel[data-offer]")["lang"] == "de"
    page = site.build({**OPTIONS, "language": "de", "regions": ["FIXME"]})
    assert one(page, "section.keyfill")["lang"] == "de"


def test_a_language_that_the_panel_does_not_speak_is_refused(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        site.load({**OPTIONS, "language": "dee"})
        site.build({**OPTIONS, "language": "dee"})
    assert "language" in told(caplog)


def test_a_theme_in_another_language_is_told(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    site.build(theme={**MATERIAL, "language": "is"})
    assert "the panel does not speak is" in caplog.text


def test_the_app_gets_keys_and_forms() -> None:
    files = catalogue.load("de").files()
    assert {*files} == {"language-de.json", "language-de--more.json"}
    form, more = (json.loads(files[name]) for name in sorted(files, key=len))
    key = {id_: str(text.key) for id_, text in TEXTS.items()}
    assert form["texts"][key["sign-in"]] == "Anmelden"
    assert {*more["texts"][key["keys-deleted"]]} == {"one", "other"}
    assert key["rest-loading"] not in {**form["texts"], **more["texts"]}, "a page brings it"
    assert not {*form["texts"]} & {*more["texts"]}


def test_a_translation_of_other_english_is_left_out(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = json.loads((catalogue.FOLDER / "de.json").read_text(encoding="utf-8"))
    raw["translated"]["sign-in"] = "00000000"
    (tmp_path / "de.json").write_text(json.dumps(raw), encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    catalogue.load.cache_clear()
    try:
        strings = catalogue.load("de").strings
        assert "sign-in" not in strings
        assert "sign-out" in strings
    finally:
        catalogue.load.cache_clear()
