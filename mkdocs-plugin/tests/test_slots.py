"""The option `slots`: what the panel is told of it, and what is refused."""

from typing import Any

import pytest
from mkdocs.exceptions import Abort

from written_site import OPTIONS, STATIC, Site, data_config, told

DEFAULTS: list[dict[str, Any]] = [
    {**slot.data(), "names": list(slot.names)} for slot in STATIC.slots
]

NAMES = "Expected: a list of names, false, or a mapping with any of kind, names, label."
NAME = (
    "Expected: at most 64 letters, digits, spaces, '-', '_' and '.', at least one of them a letter."
)
ID = "Expected: at most 64 lowercase letters, digits and '-'."
SEEN = "Expected: a value that is not secret."
FOUND = "can never be found:"

# What is written, and which slots are then otherwise than by default; None is a slot that is off.
CHANGES: list[tuple[dict[str, Any], dict[str, dict[str, Any] | None]]] = [
    ({"region": ["my region", "<zone>"]}, {"region": {"names": ["my region", "zone"]}}),
    ({"server": False}, {"server": None}),
    ({"server": []}, {"server": None}),
    ({"bucket": {"label": "Eimer"}}, {"bucket": {"label": "Eimer"}}),
    (
        {"file": {"kind": "name", "names": ["{{ file }}"], "label": "{{ label }}"}},
        {"file": {"kind": "name", "names": ["mapp"], "label": "Åäö"}},
    ),
    ({"flavor": None}, {"flavor": {"names": ["flavor"], "kind": "name", "label": "Flavor"}}),
    (
        {"volume-size": ["size", "хост"]},
        {"volume-size": {"names": ["size", "хост"], "kind": "name", "label": "Volume size"}},
    ),
    (
        {"days": {"kind": "number"}},
        {"days": {"names": ["days"], "kind": "number", "label": "Days"}},
    ),
    # Capitals are known of the alphabets of Europe.
    (
        {"a": ["Ị", "ị"]},
        {"a": {"names": ["Ị", "ị"], "kind": "name", "label": "A"}},
    ),
    ({"--": ["x"]}, {"--": {"names": ["x"], "kind": "name", "label": "--"}}),
    # A default name moves to the slot that asks for it.
    (
        {"volume": ["file", "volume"]},
        {
            "file": {"names": ["file-name"]},
            "volume": {"names": ["file", "volume"], "kind": "name", "label": "Volume"},
        },
    ),
    ({"region": ["End Point"]}, {"region": {"names": ["End Point"]}, "endpoint": None}),
]

ERRORS: list[tuple[Any, str, str]] = [
    (["a"], "slots", "['a'] is not a mapping. Expected: a mapping of slots to their names."),
    ({"bucket": "pail"}, "slots.bucket", f"'pail' is not a list. {NAMES}"),
    ({"bucket": {"names": "pail"}}, "slots.bucket.names", f"'pail' is not a list. {NAMES}"),
    ({"bucket": True}, "slots.bucket", f"true is not a list. {NAMES}"),
    (
        {"bucket": {"name": ["x"]}},
        "slots.bucket.name",
        "['x'] is set for an unknown option; did you mean 'names'? "
        "Expected: one of kind, names, label.",
    ),
    (
        {"bucket": {"kind": "buckets"}},
        "slots.bucket.kind",
        "'buckets' is not a known kind of value; did you mean 'bucket'? "
        "Expected: one of bucket, object, path, name, word, number, seconds.",
    ),
    (
        {"region": {"kind": "name"}},
        "slots.region.kind",
        "'name' is the kind of a slot that the session fills in. Expected: a list of names, or "
        "false.",
    ),
    (
        {"bucket": {"label": " "}},
        "slots.bucket.label",
        "'' is empty. Expected: a label for the value, 1 to 64 characters.",
    ),
    # Names that can never be found.
    (
        {"bucket": ["- _"]},
        "slots.bucket[0]",
        f"'- _' {FOUND} nothing is left of it without spaces, '-' and '_'. {NAME}",
    ),
    ({"bucket": ["a<b"]}, "slots.bucket[0]", f"'a<b' {FOUND} a name can't contain '<'. {NAME}"),
    ({"bucket": ["<<b>>"]}, "slots.bucket[0]", f"'<<b>>' {FOUND} a name can't contain '<'. {NAME}"),
    (
        {"bucket": ["b" * 65]},
        "slots.bucket[0]",
        f"'{'b' * 65}' is too long: it has 65 characters. {NAME}",
    ),
    (
        {"bucket": ["< b >"]},
        "slots.bucket[0]",
        f"'< b >' {FOUND} it begins or ends with a space. {NAME}",
    ),
    ({"bucket": ["123"]}, "slots.bucket[0]", f"'123' has no letter. {NAME}"),
    ({"123": None}, "slots.123", f"'123' has no letter. {NAME}"),
    ({"bucket": ["region€"]}, "slots.bucket[0]", f"'region€' contains the character '€'. {NAME}"),
    ({"bucket": ["a/b"]}, "slots.bucket[0]", f"'a/b' contains the character '/'. {NAME}"),
    (
        {"bucket": ["a\u200bb"]},
        "slots.bucket[0]",
        "'a\\u200bb' contains the control or invisible character U+200B. "
        "Expected: text without invisible characters.",
    ),
    # The same twice.
    (
        {"bucket": ["pail", "PAIL"]},
        "slots.bucket[1]",
        "'PAIL' is already used by slot 'bucket'. Expected: each name once.",
    ),
    (
        {"bucket": ["pail"], "file": {"names": ["p-a-i-l"]}},
        "slots.file.names[0]",
        "'p-a-i-l' is already used by slot 'bucket'. Expected: each name once.",
    ),
    (
        {"flavor": ["pail"], "pail": None},
        "slots.pail",
        "'pail' is already used by slot 'flavor'. Expected: each name once.",
    ),
    (
        {"access_key": ["x"]},
        "slots.access_key",
        "'access_key' is another spelling of slot 'access-key'. Expected: each slot once.",
    ),
    (
        {"my-size": ["x"], "mysize": ["y"]},
        "slots.mysize",
        "'mysize' is another spelling of slot 'my-size'. Expected: each slot once.",
    ),
    ({"Größe": ["x"]}, "slots.Größe", f"'Größe' is not a valid slot id. {ID}"),
    # Secrets.
    (
        {"db-password": None},
        "slots.db-password",
        "'db-password' names a secret, and the page never asks for secrets. " + SEEN,
    ),
    (
        {"login": ["API token"]},
        "slots.login[0]",
        "'API token' names a secret, and the page never asks for secrets. " + SEEN,
    ),
    (
        {"bucket": ["secret-key"]},
        "slots.bucket[0]",
        "'secret-key' names a secret, and the page never asks for secrets. " + SEEN,
    ),
]


@pytest.mark.parametrize(("written", "changed"), CHANGES, ids=lambda value: str(value)[:40])
def test_the_panel_gets_the_whole_list(
    site: Site, written: dict[str, Any], changed: dict[str, dict[str, Any] | None]
) -> None:
    page = site.build({**OPTIONS, "slots": written}, extra={"file": "mapp", "label": "Åäö"})
    expected = {slot["id"]: slot for slot in DEFAULTS}
    for id_, change in changed.items():
        if change is None:
            del expected[id_]
        else:
            expected[id_] = {"id": id_, **expected.get(id_, {}), **change}
    assert data_config(page)["slots"] == list(expected.values())


@pytest.mark.parametrize(
    "written", [None, {}, {"region": None}, {"region": ["region", "region-name"]}]
)
def test_what_is_as_by_default_is_not_written(site: Site, written: Any) -> None:
    assert "slots" not in data_config(site.build({**OPTIONS, "slots": written}))


@pytest.mark.parametrize(("written", "option", "message"), ERRORS, ids=lambda v: str(v)[:40])
def test_a_wrong_slot_is_named(
    site: Site, caplog: pytest.LogCaptureFixture, written: Any, option: str, message: str
) -> None:
    with pytest.raises(Abort):
        site.build({**OPTIONS, "slots": written})
    assert told(caplog) == f"Plugin 'keyfill' option '{option}': {message}"
