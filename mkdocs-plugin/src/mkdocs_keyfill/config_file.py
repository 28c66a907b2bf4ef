"""Reads the options from a file as the generators do.

It is `mkdocs.yml`, `zensical.toml`, or a file with nothing but Keyfill's options.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_keyfill import mike
from mkdocs_keyfill.errors import EXTENSION, PLUGIN
from mkdocs_keyfill.extension import NAMES
from mkdocs_keyfill.option_kinds import mapping
from mkdocs_keyfill.site_facts import SiteFacts

DEFAULT_NAMES = ("keyfill.yml", "mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "zensical.toml")

_GENERATORS = ("site_name", "plugins", "markdown_extensions", "theme", "nav", "INHERIT")
_LONGEST_CHAIN = 8


class FileError(Exception):
    """A file that cannot be read; the text says why."""


@dataclass(frozen=True)
class ConfigFile:
    """The options in a file, and the site that they are for."""

    written: Mapping[str, object]
    site: SiteFacts


def find(folder: Path) -> Path:
    """Find the file that a command means when it names none."""
    for name in DEFAULT_NAMES:
        if (folder / name).is_file():
            return folder / name
    raise FileError(f"no file given, and none of {', '.join(DEFAULT_NAMES)} is in this folder")


def load(file: Path) -> ConfigFile:
    """Read the options and what they may refer to."""
    config = _parsed(file)
    if not any(key in config for key in _GENERATORS):
        alone = dict(config)
        names = alone.pop("extra", None) or {}
        return ConfigFile(alone, SiteFacts(None, names, config, file, file.parent, "Keyfill"))
    plugin = _section(config.get("plugins"))
    extension = _section(config.get("markdown_extensions"))
    # A plugin without options takes those of the extension.
    written, by = (plugin, PLUGIN) if plugin or extension is None else (extension, EXTENSION)
    if written is not None:
        own = written.pop("extra", None) if by == EXTENSION else None
        extra = mapping("extra", own or config.get("extra") or {}, "a mapping")
        name, version = config.get("site_name"), mike.building()
        site = SiteFacts(name, extra, config, file, file.parent, by, version)
        return ConfigFile(written, site)
    raise FileError(
        f"{file} says nothing of Keyfill. Expected: keyfill under plugins, or mkdocs_keyfill "
        "under markdown_extensions, or a file with Keyfill's options alone."
    )


def _parsed(file: Path, depth: int = 0) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".toml":
            parsed = tomllib.loads(text)
            parsed = parsed.get("project", parsed)
        else:
            parsed = yaml.load(text, Loader=_Loader)
    except OSError as error:
        raise FileError(f"{file} cannot be read: {error.strerror}") from error
    except (UnicodeError, tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise FileError(f"{file} cannot be read: {error}") from error
    if not isinstance(parsed, dict):
        raise FileError(f"{file} is not a mapping of options")
    parent = parsed.pop("INHERIT", None)
    if isinstance(parent, str) and depth < _LONGEST_CHAIN:
        return _merged(_parsed(file.parent / parent, depth + 1), parsed)
    return parsed


def _merged(base: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        base[key] = _merged(base[key], value) if both else value
    return base


def _section(listed: object) -> dict[str, object] | None:
    """Find Keyfill's entry in a list of names, or of names with options, or in a mapping."""
    entries = listed if isinstance(listed, list) else [listed]
    for entry in entries:
        if isinstance(entry, str) and entry in NAMES:
            return {}
        if isinstance(entry, Mapping):
            for name in NAMES:
                if name in entry:
                    return dict(entry[name] or {})
    return None


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`; what else has a tag of its own says nothing of Keyfill."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Read an environment variable, the first that is set, or the default at the end."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = [loader.construct_object(item) for item in node.value]
        if not names:
            names, default = [default], None
    else:
        names, default = [node.value], None
    for name in names:
        if name in os.environ:
            return yaml.safe_load(os.environ[name])
    return default


def _nothing(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    return None


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)
