"""The languages of the panel: whole, of today's English, with the same gaps, and small."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs_keyfill.languages import catalogue
from mkdocs_keyfill.languages.catalogue import SHIPPED

from bench.table import brotli
from docs import languages
from site_server import ROOT

# What a page may load for a language before its form is shown, and after, after brotli.
BUDGET = 8_000
GUIDE = (ROOT / "docs" / "translating.md").read_text()
RUN = "run: PYTHONPATH=tests target/venv/tests/bin/python -m docs.languages todo"


@pytest.mark.parametrize("tag", SHIPPED)
def test_a_language_is_whole(tag: str) -> None:
    found = {
        "missing": languages.missing(tag),
        "out of date": languages.stale(tag),
        "unknown": languages.unknown(tag),
    }
    assert not any(found.values()), f"{found}; {RUN} {tag}"


@pytest.mark.parametrize("tag", SHIPPED)
def test_each_translation_fits_its_text(tag: str) -> None:
    strings = languages.read(tag)["strings"]
    faults = {
        id_: found
        for id_, words in strings.items()
        if id_ in languages.known() and (found := [*languages.wrong(tag, id_, words)])
    }
    assert not faults


@pytest.mark.parametrize("tag", SHIPPED)
def test_a_file_says_what_language_it_is(tag: str) -> None:
    raw = languages.read(tag)
    assert raw["language"] == tag
    assert raw["direction"] == ("rtl" if tag in ("ar", "he", "fa") else "ltr")
    assert raw["review"] in ("native", "none")
    read = "yes" if raw["review"] == "native" else "no"
    assert f"| `{tag}` | {raw['name']} | {read} |" in GUIDE


def test_each_file_is_found_by_its_tag() -> None:
    files = {file.stem for file in languages.FOLDER.glob("*.json")} - {"tags"}
    assert files == {*SHIPPED}
    assert all(catalogue.lookup(tag) == tag for tag in SHIPPED)


def test_the_files_of_languages_are_small(tmp_path: Path) -> None:
    for name, text in catalogue.files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    sizes = brotli([*tmp_path.iterdir()])
    assert sizes
    assert {file.name: size for file, size in sizes.items() if size > BUDGET} == {}
