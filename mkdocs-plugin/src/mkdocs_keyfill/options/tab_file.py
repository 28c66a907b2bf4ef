"""A tab in a Markdown file: a heading, and paragraphs each with the code that follows it.

It is read here and not by Python-Markdown, since what is wanted is its text with line numbers.
"""

import re
from dataclasses import dataclass

from markdown.extensions.attr_list import get_attrs

from mkdocs_keyfill.errors import OptionError

FORM = "a heading, then paragraphs, each followed by a fenced code block"

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(?:([\w#.+-]+)[ \t]*)?(?:\{([^\n]*)\}[ \t]*)?$")
_CODE = re.compile(r"(`+)(.+?)\1")


@dataclass(frozen=True)
class Block:
    """A paragraph and its code."""

    lead: str
    language: str
    text: str
    line: int
    """Where the code begins in the file."""
    copy_name: str | None
    off: bool


@dataclass(frozen=True)
class TabFile:
    """What a file says."""

    label: str
    blocks: tuple[Block, ...]


def parse(path: str, name: str, source: str) -> TabFile:
    """Read the file; what does not fit is refused with its line."""
    lines = _without_front_matter(source.replace("\r\n", "\n").split("\n"))
    label = ""
    blocks: list[Block] = []
    lead: list[str] = []
    began = at = 0
    while at < len(lines):
        line = lines[at].strip()
        fence = _FENCE.fullmatch(lines[at].rstrip()) if line else None
        if fence:
            end = _end(lines, at, fence[1])
            if end is None:
                raise _refused(path, name, at, "the fence is not closed")
            if not lead:
                raise _refused(path, name, at, "the code has no paragraph before it")
            blocks.append(_block(" ".join(lead), fence, lines[at + 1 : end], at + 2))
            lead = []
            at = end
        elif heading := _HEADING.fullmatch(line):
            if label:
                raise _refused(path, name, at, "a second heading")
            label = _plain(heading[1])
        elif line.startswith("<!--"):
            at = _comment_end(path, name, lines, at)
        elif line:
            began = began if lead else at
            lead.append(_plain(line))
        at += 1
    if lead:
        raise _refused(path, name, began, "a paragraph has no code after it")
    if not label or not blocks:
        missing = "heading" if not label else "code"
        raise _refused(path, name, 0, f"it has no {missing}")
    return TabFile(label, tuple(blocks))


def _without_front_matter(lines: list[str]) -> list[str]:
    """Blank it, so that the numbers of the lines stay."""
    if lines and lines[0].strip() == "---" and "---" in lines[1:]:
        end = lines.index("---", 1) + 1
        return [""] * end + lines[end:]
    return lines


def _end(lines: list[str], start: int, mark: str) -> int | None:
    closing = re.compile(rf"{mark[0]}{{{len(mark)},}}\s*")
    return next((i for i in range(start + 1, len(lines)) if closing.fullmatch(lines[i])), None)


def _comment_end(path: str, name: str, lines: list[str], start: int) -> int:
    for at in range(start, len(lines)):
        if "-->" in lines[at]:
            return at
    raise _refused(path, name, start, "the comment is not closed")


def _block(lead: str, fence: re.Match[str], code: list[str], line: int) -> Block:
    language = fence[2] or ""
    classes = []
    values = {}
    for key, value in get_attrs(fence[3] or ""):
        if key == ".":
            classes.append(value)
        else:
            values[key] = value
    if not language and classes:
        language = classes.pop(0)
    off = values.get("data-keyfill") == "off" or "keyfill-off" in classes
    return Block(lead, language or "text", "\n".join(code), line, values.get("copy_name"), off)


def _plain(text: str) -> str:
    """Write code in a sentence without its marks: the panel shows a lead as it is."""
    return _CODE.sub(r"\2", text)


def _refused(path: str, name: str, index: int, wrong: str) -> OptionError:
    return OptionError(path, f"{name!r}, line {index + 1}: {wrong}. Expected: {FORM}.")
