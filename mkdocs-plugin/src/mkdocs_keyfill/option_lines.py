"""Where in its file an option stands, for messages about text of several lines."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NAMES = ("keyfill", "mkdocs_keyfill")


@dataclass(frozen=True)
class Place:
    """A line of a file: of the first line of an option's text."""

    file: str
    line: int


def line_of(file: Path | None, path: str, text: str) -> Place | None:
    """Find the line on which the text of an option begins, if it is in the file."""
    try:
        source = file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeError):
        source = ""
    if file is None or not source:
        return None
    line = _by_marks(source, path) if file.suffix in (".yml", ".yaml") else None
    line = line or _by_text(source, text)
    return Place(file.name, line) if line else None


def _by_marks(source: str, path: str) -> int | None:
    """Walk the tree of YAML, which is not constructed: its tags need no meaning."""
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    for section in _sections(root):
        node: yaml.Node | None = section
        for word, index in _PART.findall(path):
            node = _item(node, int(index)) if index else _value(node, word)
        if isinstance(node, yaml.ScalarNode):
            # The text of a block begins on the line after its mark.
            return int(node.start_mark.line) + (2 if node.style in ("|", ">") else 1)
    return None


def _sections(root: yaml.Node | None) -> list[yaml.Node | None]:
    """Give the nodes that hold the options: a file of its own holds nothing else."""
    found: list[yaml.Node | None] = [root]
    for name in ("plugins", "markdown_extensions"):
        listed = _value(root, name)
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


def _by_text(source: str, text: str) -> int | None:
    first = text.split("\n", 1)[0].strip()
    at = source.find(first) if first else -1
    return source.count("\n", 0, at) + 1 if at >= 0 else None
