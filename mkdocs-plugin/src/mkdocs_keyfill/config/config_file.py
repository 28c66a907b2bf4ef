"""Reads the options from a file as the generators do.

It is `mkdocs.yml`, `zensical.toml`, or a file with nothing but Keyfill's options.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from mkdocs_keyfill.errors import EXTENSION, LISTED_TWICE, PLUGIN, sentence
from mkdocs_keyfill.generators import known, mike
from mkdocs_keyfill.generators.base import EXTENSION_NAMES
from mkdocs_keyfill.options import option_lines
from mkdocs_keyfill.options.kinds import mapping
from mkdocs_keyfill.options.site_facts import SiteFacts

_SECTION_FORM = "a mapping of options to their values"
GENERATORS = ("site_name", "plugins", "markdown_extensions", "theme", "nav", "INHERIT")
"""What only the configuration of a generator has, and no file of Keyfill's options alone."""


class FileError(Exception):
    """A file that cannot be read; the text says why."""


@dataclass(frozen=True)
class ConfigFile:
    """The options in a file, and the site that they are for."""

    written: Mapping[str, object]
    site: SiteFacts


def find(folder: Path) -> tuple[Path, list[Path]]:
    """Find the file that a command means when it names none; beside it, those that it may mean."""
    names = known.config_files()
    there = [folder / name for name in names if (folder / name).is_file()]
    if there:
        return there[0], there[1:]
    raise FileError(f"no file given, and this folder has none of {', '.join(names)}")


def load(file: Path) -> ConfigFile:
    """Read the options and what they may refer to."""
    config = _parsed(file)
    option_lines.refuse_twins(file)  # A second list of plugins hides the one with Keyfill.
    if not any(key in config for key in GENERATORS):
        alone = dict(config)
        names = mapping("extra", alone.pop("extra", None) or {}, "a mapping")
        return ConfigFile(alone, SiteFacts(None, names, config, file, file.parent, "Keyfill"))
    plugin = _section(config, "plugins", PLUGIN)
    extension = _section(config, "markdown_extensions", EXTENSION)
    if plugin and isinstance(plugin.get("enabled"), bool):
        del plugin["enabled"]  # MkDocs takes it from every plugin, for itself.
    if plugin is not None and extension is None and file.suffix == ".toml":
        raise FileError(
            f"{file} has keyfill under plugins, but Zensical runs no third-party plugins. "
            "Expected: "
            "[project.markdown_extensions.mkdocs_keyfill]."
        )
    # A plugin without options takes those of the extension.
    written, by = (plugin, PLUGIN) if plugin or extension is None else (extension, EXTENSION)
    if written is not None:
        own = written.pop("extra", None) if by == EXTENSION else None
        extra = mapping("extra", own or config.get("extra") or {}, "a mapping")
        name, version = config.get("site_name"), mike.building()
        site = SiteFacts(name, extra, config, file, file.parent, by, version)
        return ConfigFile(written, site)
    raise FileError(
        f"{file} has no keyfill section. Expected: keyfill under plugins, or mkdocs_keyfill "
        "under markdown_extensions, or a file with Keyfill's options alone."
    )


def _parsed(file: Path, depth: int = 0) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        parsed: Any
        if file.suffix == ".toml":
            parsed = tomllib.loads(text)
            parsed = parsed.get("project", parsed)
        else:
            parsed = _yaml(file, text)
    except OSError as error:
        raise FileError(f"{file} cannot be read: {error.strerror}") from error
    except (ValueError, tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise FileError(f"{file} cannot be read: {error}") from error
    if not isinstance(parsed, dict):
        raise FileError(f"{file} is not a mapping of options")
    parent = parsed.pop("INHERIT", None)
    if isinstance(parent, str) and depth < option_lines.LONGEST_CHAIN:
        return _merged(_parsed(file.parent / parent, depth + 1), parsed)
    return parsed


def _yaml(file: Path, text: str) -> Any:
    loader = _Loader(text)
    loader.name = str(file)  # For messages about the syntax, which name a line of it.
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _merged(base: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a file over the one that it inherits, as mergedeep does for MkDocs.

    That package had its last release in 2021, and is no reason for one more in every installation.
    """
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        base[key] = _merged(base[key], value) if both else value
    return base


def _section(config: Mapping[str, Any], key: str, by: str) -> dict[str, object] | None:
    """Find Keyfill's entry in a list of names, or of names with options, or in a mapping."""
    listed = config.get(key)
    found: list[dict[str, object]] = []
    for entry in listed if isinstance(listed, list) else [listed]:
        if isinstance(entry, str) and entry in EXTENSION_NAMES:
            found.append({})
        if isinstance(entry, Mapping):
            name = next((name for name in EXTENSION_NAMES if name in entry), None)
            if name is None:
                continue
            if isinstance(listed, list) and len(entry) > 1:
                raise FileError(f"{by}: {_beside(entry, name)}")
            options = {} if entry[name] is None else entry[name]
            if not isinstance(options, Mapping):
                raise FileError(f"{by}: {sentence(options, 'is not a mapping', _SECTION_FORM)}")
            found.append(dict(options))
    if len(found) > 1:
        raise FileError(f"{by}: {LISTED_TWICE}")
    return found[0] if found else None


def _beside(entry: Mapping[str, object], name: str) -> str:
    others = ", ".join(str(key) for key in entry if key != name)
    return (
        f"{others} are beside {name}, not below it. Expected: each option on a line "
        f"that is indented deeper than {name}."
    )


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`; what else has a tag of its own says nothing of Keyfill."""


def _nothing(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    return None


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)
