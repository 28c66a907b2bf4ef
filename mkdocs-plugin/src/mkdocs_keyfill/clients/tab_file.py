"""A plain tab in a Markdown file: a heading, and paragraphs each with the code that follows it."""

from dataclasses import dataclass

from mkdocs_keyfill.clients.markdown_parts import Fence, Heading, Line, Source, Words

FORM = "a heading, then paragraphs, each followed by a fenced code block"


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


def parse(path: str, name: str, text: str) -> TabFile:
    """Read the file; what does not fit is refused with its line."""
    source = Source(path, name, text, FORM)
    label = ""
    blocks: list[Block] = []
    lead: list[Line] = []
    words: list[str] = []
    for part in source.parts():
        if isinstance(part, Fence):
            if not lead:
                raise source.refused(part.line, "the code has no paragraph before it")
            blocks.append(_block(" ".join(words), part))
            lead, words = [], []
        elif isinstance(part, Heading):
            if label:
                raise source.refused(part.line, "a second heading")
            label = part.text
        else:
            lead.append(part.line)
            words.append(part.text if isinstance(part, Words) else part.line.text.strip())
    if lead:
        raise source.refused(lead[0], "a paragraph has no code after it")
    if not label or not blocks:
        missing = "heading" if not label else "code"
        raise source.refused(None, f"it has no {missing}")
    return TabFile(label, tuple(blocks))


def _block(lead: str, fence: Fence) -> Block:
    copy_name = fence.attributes.get("copy_name")
    return Block(lead, fence.language, fence.text, fence.line.number + 1, copy_name, fence.off)
