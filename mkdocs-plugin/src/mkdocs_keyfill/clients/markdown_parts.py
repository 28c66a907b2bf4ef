"""The parts of a Markdown file of a tab or a client, each with its line.

They are read here and not by Python-Markdown, since what is wanted is their text with line numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown.extensions.attr_list import get_attrs

from mkdocs_keyfill.errors import OptionError

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(?:([\w#.+-]+)[ \t]*)?(?:\{([^\n]*)\}[ \t]*)?$")
_CODE = re.compile(r"(`+)(.+?)\1")
_ID = re.compile(r"\{:?\s*#([^\s}]+)\s*\}")
_INCLUDE = re.compile(r"--8<--\s+\"([\w.-]+)\"\s*")
_GUARD = "guard"
"""How the names of pieces begin that stand in a text only while it is not filled in."""

_DEEPEST = 8


@dataclass(frozen=True)
class Line:
    """A line, and where it was read."""

    text: str
    file: str
    number: int
    is_guard: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading."""

    level: int
    text: str
    line: Line


@dataclass(frozen=True)
class Words:
    """A line of a paragraph."""

    text: str
    line: Line


@dataclass(frozen=True)
class Id:
    """The id of the paragraph above it."""

    id: str
    line: Line


@dataclass(frozen=True)
class Fence:
    """A block of code."""

    language: str
    attributes: dict[str, str]
    off: bool
    code: tuple[Line, ...]
    line: Line

    @property
    def text(self) -> str:
        """The code without its guards."""
        return "\n".join(line.text for line in self.code if not line.is_guard)

    @property
    def guards(self) -> list[tuple[int, str]]:
        """The guards, each with the number of the character in the text before which it stands."""
        guards: list[tuple[int, str]] = []
        at = 0
        for line in self.code:
            if not line.is_guard:
                at += len(line.text) + 1
            elif guards and guards[-1][0] == at:
                guards[-1] = (at, f"{guards[-1][1]}{line.text}\n")
            else:
                guards.append((at, f"{line.text}\n"))
        return guards


Part = Heading | Words | Id | Fence


class Source:
    """A file that is being read; it names itself in errors."""

    def __init__(self, path: str, name: str, text: str, form: str) -> None:
        """Take the option that names the file, its name, what is in it and what is expected."""
        self._path = path
        self._name = name
        self._form = form
        lines = text.replace("\r\n", "\n").split("\n")
        self.front_matter, hidden = _front_matter(lines)
        lines[:hidden] = [""] * hidden  # So that the numbers of the lines stay.
        self.lines = [Line(line, name, number) for number, line in enumerate(lines, 1)]

    def include(self, pieces: Path) -> None:
        """Put pieces into the places of the lines that name them."""
        self.lines = list(self._included(self.lines, pieces, 0, is_guard=False))

    def parts(self) -> Iterator[Part]:
        """Give what is in the file."""
        lines = self.lines
        at = 0
        while at < len(lines):
            line = lines[at]
            bare = line.text.strip()
            fence = _FENCE.fullmatch(line.text.rstrip()) if bare else None
            if fence:
                end = self._end(at, fence[1])
                yield _fence(fence, lines[at + 1 : end], line)
                at = end
            elif heading := _HEADING.fullmatch(bare):
                yield Heading(len(heading[1]), _plain(heading[2]), line)
            elif bare.startswith("<!--"):
                at = self._comment_end(at)
            elif own := _ID.fullmatch(bare):
                yield Id(own[1], line)
            elif bare:
                yield Words(_plain(bare), line)
            at += 1

    def front_line(self, word: str) -> Line | None:
        """Find the line of the front matter that has a word."""
        lines = enumerate(self.front_matter.split("\n"), 2)
        return next((Line(text, self._name, n) for n, text in lines if word in text), None)

    def refused(self, line: Line | None, wrong: str, expected: str | None = None) -> OptionError:
        """Say what is wrong with a line, or with the whole file."""
        name, number = (line.file, line.number) if line else (self._name, 1)
        stop = "" if wrong.endswith("?") else "."
        return OptionError(
            self._path,
            f"{name!r}, line {number}: {wrong}{stop} Expected: {expected or self._form}.",
        )

    def _included(
        self, lines: Sequence[Line], pieces: Path, depth: int, *, is_guard: bool
    ) -> Iterator[Line]:
        for line in lines:
            found = _INCLUDE.fullmatch(line.text)
            if not found:
                yield line
                continue
            file = pieces / found[1]
            if not file.is_file() or depth == _DEEPEST:
                wrong = f"{found[1]!r} is no piece" if depth < _DEEPEST else "pieces go round"
                known = ", ".join(sorted(piece.name for piece in pieces.glob("*.*")))
                raise self.refused(line, wrong, f"one of {known}")
            guards = is_guard or file.name.startswith(_GUARD)
            text = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
            inner = [Line(text, file.name, n, guards) for n, text in enumerate(text, 1)]
            yield from self._included(inner, pieces, depth + 1, is_guard=guards)

    def _end(self, start: int, mark: str) -> int:
        closing = re.compile(rf"{mark[0]}{{{len(mark)},}}\s*")
        for at in range(start + 1, len(self.lines)):
            if closing.fullmatch(self.lines[at].text):
                return at
        raise self.refused(self.lines[start], "the fence is not closed")

    def _comment_end(self, start: int) -> int:
        for at in range(start, len(self.lines)):
            if "-->" in self.lines[at].text:
                return at
        raise self.refused(self.lines[start], "the comment is not closed")


def _front_matter(lines: list[str]) -> tuple[str, int]:
    """Take what is between the marks at the beginning, and how many lines that is."""
    if lines and lines[0].strip() == "---" and "---" in lines[1:]:
        end = lines.index("---", 1)
        return "\n".join(lines[1:end]), end + 1
    return "", 0


def _fence(fence: re.Match[str], code: Sequence[Line], line: Line) -> Fence:
    language = fence[2] or ""
    classes = []
    attributes = {}
    for key, value in get_attrs(fence[3] or ""):
        if key == ".":
            classes.append(value)
        else:
            attributes[key] = value
    if not language and classes:
        language = classes.pop(0)
    off = attributes.pop("data-keyfill", None) == "off" or "keyfill-off" in classes
    return Fence(language or "text", attributes, off, tuple(code), line)


def _plain(text: str) -> str:
    """Write code in a sentence without its marks: the panel shows a lead as it is."""
    return _CODE.sub(r"\2", text)
