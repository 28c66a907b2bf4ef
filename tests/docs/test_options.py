"""What is made from the options: their tables, and the schema that editors check them by."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from mkdocs.utils.yaml import yaml_load
from mkdocs_keyfill.config import schema
from mkdocs_keyfill.options.declared import NAMES

from docs.option_table import AUTHORS, README, SCHEMA, with_table
from docs.test_docs import EXAMPLE, EXAMPLES, site_of
from docs.test_guides import CLIENT_FILES, SLOTS, TABS
from site_server import ROOT

VALIDATOR = Draft7Validator(json.loads(SCHEMA.read_text()))

WRITE = "run: PYTHONPATH=tests target/venv/tests/bin/python -m docs.option_table"


WRONG: list[dict[str, Any]] = [
    {"regions": []},
    {"regions": [1]},
    {"regions": [{"a": {}, "b": {}}]},
    {"regions": {"a": {"keystone": "x"}}},
    {"idle_minutes": 0},
    {"idle_minutes": 481},
    {"idle_minutes": 1.5},
    {"idle_minutes": True},
    {"idle_minutes": "soon"},
    {"deletion_delay": 86401},
    {"offer": 1},
    {"offer": "perhaps"},
    {"remember_choices": "always"},
    {"sign_in": "token"},
    {"sign_in": ["totp"]},
    {"sign_in": []},
    {"clients": []},
    {"brand": 7},
    {"slots": ["a"]},
    {"slots": {"Bucket": ["x"]}},
    {"slots": {"bucket": True}},
    {"slots": {"bucket": {"kind": "buckets"}}},
    {"slots": {"bucket": {"name": ["x"]}}},
    {"tabs": {"S5": "x.md"}},
    {"tabs": {"s5": {"label": "x"}}},
    {"tabs": {"s5": {"steps": [{"lead": "x"}]}}},
    {"texts": {"Sing out": "Leave"}},
    {"client_overrides": {"mcc": "x.md"}},
    {"store": {"addressing": "virtul"}},
    {"store": {"adressing": "path"}},
    {"extra": {}},
    {"keystone_uri": "https://x"},
]
RIGHT: list[dict[str, Any]] = [
    {"brand": None, "slots": None, "clients": None},
    {"idle_minutes": "{{ minutes }}", "deletion_delay": "30", "offer": "{{ offer }}"},
    {"sign_in": ["{{ way }}", "password"], "copy_buttons": " False "},
    {"regions": ["a", {"b": None}, {"c": {"signing_region": "x"}}]},
    {"regions": {"a": None}},
    {"slots": {"bucket": False, "server": [], "a": None, "b": {"kind": "{{ kind }}"}}},
    {"client_overrides": {"mc": "x.md"}, "store": {"addressing": "{{ way }}"}},
    {"texts": {"Sign out": "Leave"}, "clients": ["s5cmd", "aws"]},
]


# Examples of options, and not of an author's own blocks; what is wrong there has its message below.
GOOD = [
    code
    for code, message in [
        *EXAMPLES,
        *EXAMPLE.findall(SLOTS),
        *EXAMPLE.findall(TABS),
        *EXAMPLE.findall(CLIENT_FILES),
    ]
    if not message and {*NAMES, "plugins"} & {*yaml.safe_load(code)}
]


def faults(site: Any) -> list[str]:
    """Say what the schema refuses of a file."""
    return [error.message for error in VALIDATOR.iter_errors(site)]


def test_the_schema_is_that_of_the_options() -> None:
    Draft7Validator.check_schema(schema.schema())
    assert SCHEMA.read_text() == schema.text(), WRITE
    command = [sys.executable, "-m", "mkdocs_keyfill.command", "schema"]
    assert (
        subprocess.run(command, capture_output=True, check=True, text=True).stdout == schema.text()
    )


@pytest.mark.parametrize("file", [AUTHORS, README], ids=str)
def test_a_table_is_that_of_the_options(file: Any) -> None:
    assert file.read_text() == with_table(file), WRITE


def test_our_own_site_is_admitted() -> None:
    with (ROOT / "mkdocs.yml").open() as file:
        site = yaml_load(file)
    assert not faults(site)
    [options] = [entry["keyfill"] for entry in site["plugins"] if "keyfill" in entry]
    options["idle_minutes"] = 0
    assert faults(site)


@pytest.mark.parametrize("example", GOOD)
def test_each_good_example_is_admitted(example: str) -> None:
    assert not faults(site_of(yaml.safe_load(example)))


@pytest.mark.parametrize("options", RIGHT, ids=str)
def test_what_the_plugin_admits_is_admitted(options: dict[str, Any]) -> None:
    assert not faults(site_of(options))
    assert not faults({"regions": ["a"], "extra": {"x": 1}, **options})


@pytest.mark.parametrize("options", WRONG, ids=str)
def test_what_is_wrong_is_refused(options: dict[str, Any]) -> None:
    assert faults(site_of(options))
    assert faults({"site_name": "x", "plugins": {"keyfill": {"regions": ["a"], **options}}})
