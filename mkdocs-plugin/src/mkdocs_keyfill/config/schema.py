"""A JSON Schema of the options, by which editors complete and check them while an author writes.

It admits all that the plugin admits. What depends on the rest of a site, such as what a template
becomes, is for the plugin alone.
"""

import json
from typing import Any

from mkdocs_keyfill import rules, static_page
from mkdocs_keyfill.clients import built_in
from mkdocs_keyfill.clients.client import FILES
from mkdocs_keyfill.config.config_file import GENERATORS
from mkdocs_keyfill.generators.base import EXTENSION_NAMES
from mkdocs_keyfill.options import texts
from mkdocs_keyfill.options.declared import ALL, Options
from mkdocs_keyfill.options.kinds import REGION_OPTIONS, Flag, Number, Option, Regions, Words
from mkdocs_keyfill.rules import LIMITS
from mkdocs_keyfill.words import PLURAL_FORMS

Schema = dict[str, Any]

_TEMPLATE = r"\{\{|\{%"
_STRING: Schema = {"type": "string"}
_TEMPLATED: Schema = {"type": "string", "pattern": _TEMPLATE}
_NOTHING: Schema = {"type": "null"}
_NAMES: Schema = {"type": "array", "items": _STRING}


def text() -> str:
    """Write the schema as it is printed and shipped."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """Describe the file of a site, or a file with nothing but Keyfill's options."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Keyfill",
        "description": "The options of Keyfill in mkdocs.yml, or in a file of their own.",
        "type": "object",
        "if": {"anyOf": [{"required": [key]} for key in GENERATORS]},
        "then": {
            "properties": {"plugins": _entries("plugin"), "markdown_extensions": _entries("alone")}
        },
        "else": {"$ref": "#/$defs/alone"},
        "$defs": {
            # Without the plugin, what templates may name can stand beside the options.
            "alone": {"anyOf": [_NOTHING, _options()]},
            "plugin": {"allOf": [{"$ref": "#/$defs/alone"}, {"properties": {"extra": False}}]},
        },
    }


def _entries(options: str) -> Schema:
    """Find Keyfill in a list of plugins or extensions, or in a mapping of them."""
    found = {"properties": {name: {"$ref": f"#/$defs/{options}"} for name in EXTENSION_NAMES}}
    return {"anyOf": [{"type": "array", "items": found}, {"type": "object", **found}]}


def _options() -> Schema:
    options = {name: _option(option) for name, option in ALL.items()}
    return {
        "type": "object",
        "properties": {**options, "extra": {"type": "object"}},
        "required": [Options.regions.name],
        "additionalProperties": False,
    }


def _option(option: Option[Any]) -> Schema:
    described: Schema = {"description": option.says}
    if option.default is not None:
        described["default"] = option.default
    if isinstance(option, Regions):
        return described | _REGIONS
    return described | {"anyOf": [_NOTHING, *_values(option)]}


def _values(option: Option[Any]) -> list[Schema]:
    if isinstance(option, Number):
        digits = {"type": "string", "pattern": rf"^\s*[0-9]{{1,9}}\s*$|{_TEMPLATE}"}
        allowed = {"minimum": option.allowed[0], "maximum": option.allowed[-1]}
        return [{"type": "integer", **allowed}, digits]
    if isinstance(option, Flag):
        words = r"^\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$"
        return [{"type": "boolean"}, {"type": "string", "pattern": f"{words}|{_TEMPLATE}"}]
    if isinstance(option, Words):
        others = [_TEMPLATED] if option is Options.sign_in else [_STRING]
        items = {"anyOf": [{"enum": list(option.known)}, *others]}
        return [{"type": "array", "items": items, "minItems": 1, "uniqueItems": True}]
    return _TABLES.get(option.name, [_STRING])


def _object(properties: Schema, *required: str) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _mapping(values: list[Schema], keys: Schema) -> list[Schema]:
    return [
        {"type": "object", "propertyNames": keys, "additionalProperties": {"anyOf": values}},
    ]


_REGION = {"anyOf": [_NOTHING, _object(dict.fromkeys(REGION_OPTIONS, _STRING))]}
_NAMED: Schema = {"type": "object", "additionalProperties": _REGION}
_REGIONS: Schema = {
    "anyOf": [
        {
            "type": "array",
            "minItems": 1,
            "items": {"anyOf": [_STRING, {**_NAMED, "minProperties": 1, "maxProperties": 1}]},
        },
        {**_NAMED, "minProperties": 1},
    ]
}

_SLOT: list[Schema] = [
    _NOTHING,
    {"const": False},
    _NAMES,
    _object(
        {
            "kind": {"anyOf": [_NOTHING, {"enum": list(rules.KINDS)}, _TEMPLATED]},
            "names": {"anyOf": [_NOTHING, _NAMES]},
            "label": {"anyOf": [_NOTHING, _STRING]},
        }
    ),
]
_STEP = _object(
    {
        "lead": _STRING,
        "language": _STRING,
        "text": _STRING,
        "copy_name": {"anyOf": [_NOTHING, _STRING]},
        "keyfill": {"enum": [True, False, "off"]},
    },
    "lead",
    "text",
)
_STEPS: Schema = {"type": "array", "items": _STEP, "minItems": 1, "maxItems": LIMITS.steps}
_TAB: list[Schema] = [_STRING, _object({"label": _STRING, "steps": _STEPS}, "steps")]
_PLURAL = _object(dict.fromkeys(PLURAL_FORMS, _STRING), "other")
_TABLES: dict[str, list[Schema]] = {
    Options.slots.name: _mapping(_SLOT, {"pattern": rf"^[a-z0-9-]{{1,{LIMITS.slot_id}}}$"}),
    Options.tabs.name: [
        {**one, "maxProperties": LIMITS.tabs}
        for one in _mapping(_TAB, {"pattern": rf"^[a-z][a-z0-9-]{{0,{LIMITS.tab_id - 1}}}$"})
    ],
    Options.client_overrides.name: _mapping([_STRING], {"enum": [*built_in.ids(), FILES]}),
    Options.store.name: [
        _object(
            {
                name: {"anyOf": [_NOTHING, {"enum": [*words]}, _TEMPLATED]}
                for name, words in rules.STORE.items()
            }
        )
    ],
    Options.texts.name: _mapping(
        [_STRING, _PLURAL], {"enum": sorted(texts.keys(static_page.load().texts))}
    ),
}
