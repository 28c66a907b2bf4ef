"""Grammars that read what cannot be run here: each value is one string of its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import tree_sitter_go
import tree_sitter_java
import tree_sitter_powershell
import tree_sitter_rust
from tree_sitter import Language, Node, Parser

LANGUAGES = {
    "powershell": tree_sitter_powershell.language(),
    "go": tree_sitter_go.language(),
    "java": tree_sitter_java.language(),
    "rust": tree_sitter_rust.language(),
}
# What stands around a call.
AROUND = {
    "powershell": ("", ""),
    "go": ("package main\nfunc main() {\n", "\n}"),
    "java": ("class C { void f() {\n", "\n} }"),
    "rust": ("fn main() {\n", "\n}"),
}
CALLS = {
    "powershell": "command",
    "go": "call_expression",
    "java": "method_invocation",
    "rust": "call_expression",
}


PARSERS = {name: Parser(Language(language)) for name, language in LANGUAGES.items()}


def tree(language: str, text: str) -> Node:
    """Parse a text."""
    return PARSERS[language].parse(text.encode()).root_node


def nodes(node: Node) -> Iterator[Node]:
    """Walk over a tree, the outer ones first."""
    left = [node]
    while left:
        yield (node := left.pop())
        left.extend(reversed(node.children))


def errors(root: Node) -> list[str]:
    """Return what is wrong in a tree."""
    if not root.has_error:
        return []
    wrong = (node for node in nodes(root) if node.type == "ERROR" or node.is_missing)
    return [f"{node.start_point}: {node.text!r:.60}" for node in wrong]


def grammar(language: str) -> Callable[[Sequence[str], Path], list[str]]:
    """Read lines, each a call with one argument."""
    before, after = AROUND[language]

    def read(blocks: Sequence[str], directory: Path) -> list[str]:
        # Each by itself: what is wrong in a line must not be looked for in the next one.
        return [argument(language, call(language, before + each + after)) for each in blocks]

    return read


def call(language: str, text: str) -> Node:
    """Return the one call in a text."""
    root = tree(language, text)
    assert errors(root) == [], text
    [found] = [node for node in nodes(root) if node.type == CALLS[language]]
    return found


def argument(language: str, call: Node) -> str:
    """Return the one argument of a call, as its language reads it."""
    if language != "powershell":
        inner = [node for node in nodes(call) if node.type.startswith("string_")]
        inner += [node for node in nodes(call) if node.type == "interpreted_string_literal"]
        [text] = {(node.text or b"").decode().strip('"') for node in inner} or {""}
        assert "\\" not in text
        return text
    [elements] = [child for child in call.children if child.type == "command_elements"]
    [word] = [child for child in elements.children if child.type != "command_argument_sep"]
    return powershell((word.text or b"").decode(), {node.type for node in nodes(word)})


def powershell(text: str, kinds: set[str]) -> str:
    """Read a word of PowerShell: the grammar has found where it ends."""
    if "verbatim_string_characters" in kinds:
        return text[1:-1].replace("''", "'")
    if "expandable_string_literal" in kinds:
        assert "variable" not in kinds and "sub_expression" not in kinds, text
        return re.sub("`(.)", r"\1", text[1:-1])
    assert re.fullmatch("[A-Za-z/][A-Za-z0-9._/:-]*", text), text
    return text
