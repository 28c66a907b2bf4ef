"""Where in its file an option stands, for messages that name a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_keyfill.errors import OptionError

LONGEST_CHAIN = 8
"""How many files may inherit one from the next."""

_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NAMES = ("keyfill", "mkdocs_keyfill")
_LISTS = ("plugins", "markdown_extensions")
# A long navigation takes a third of a second without libyaml, and a hundredth with it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Place:
    """A line of a file."""

    file: str
    line: int


def line_of(file: Path | None, path: str, found: str, below: int) -> Place | None:
    """Find the line of something in the text of an option, so many lines below its beginning."""
    source = _source(file)
    if file is None or not source:
        return None
    there = [number for number, line in enumerate(source.splitlines(), 1) if found in line]
    if len(there) == 1:
        return Place(file.name, there[0])
    # A wrong line would be worse than none: only YAML tells where an option stands.
    begins = _by_marks(source, path) if _is_yaml(file) else None
    return Place(file.name, begins + below) if begins else None


def refuse_twins(file: Path | None, depth: int = 0) -> None:
    """Refuse a key that stands twice: YAML takes the last one, and says nothing."""
    if file is None or not _is_yaml(file):
        return
    root = _root(_source(file))
    whole = [twin for twin in _double_keys(root, "") if twin[0] in (*_LISTS, "extra")]
    inside = [twin for section in _sections(root) for twin in _twins(section, "")]
    for path, first, second in [*whole, *inside]:
        raise OptionError(
            path,
            f"it is in {file.name} twice, on lines {first} and {second}. Expected: each key once.",
        )
    parent = _value(root, "INHERIT")
    if isinstance(parent, yaml.ScalarNode) and parent.value and depth < LONGEST_CHAIN:
        refuse_twins(file.parent / parent.value, depth + 1)


def _double_keys(node: yaml.Node | None, path: str) -> Iterator[tuple[str, int, int]]:
    lines: dict[str, int] = {}
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        name, line = str(key.value), key.start_mark.line + 1
        if name in lines and name != "<<":
            yield _below(path, name), lines[name], line
        lines[name] = line


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _twins(node: yaml.Node | None, path: str) -> Iterator[tuple[str, int, int]]:
    yield from _double_keys(node, path)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _twins(value, _below(path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _twins(item, f"{path}[{index}]")


def _source(file: Path | None) -> str:
    try:
        return file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeError):
        return ""


def _is_yaml(file: Path) -> bool:
    return file.suffix in (".yml", ".yaml")


def _root(source: str) -> yaml.Node | None:
    """Read the tree of YAML, which is not constructed: its tags need no meaning."""
    try:
        root: yaml.Node | None = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError:
        return None
    return root


def _by_marks(source: str, path: str) -> int | None:
    for section in _sections(_root(source)):
        node: yaml.Node | None = section
        for word, index in _PART.findall(path):
            node = _item(node, int(index)) if index else _value(node, word)
        if isinstance(node, yaml.ScalarNode):
            # The text of a block begins on the line after its mark.
            return int(node.start_mark.line) + (2 if node.style in ("|", ">") else 1)
    return None


def _sections(root: yaml.Node | None) -> list[yaml.Node]:
    """Give the nodes that hold the options: a file of its own holds nothing else."""
    lists = [_value(root, name) for name in _LISTS]
    if not any(lists):
        return [root] if root else []
    found: list[yaml.Node | None] = []
    for listed in lists:
        entries = listed.value if isinstance(listed, yaml.SequenceNode) else [listed]
        found += [_value(entry, own) for entry in entries for own in _NAMES]
    return [node for node in found if node is not None]


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                found: yaml.Node = value
                return found
    return None


def _item(node: yaml.Node | None, index: int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and index < len(node.value):
        found: yaml.Node = node.value[index]
        return found
    return None
