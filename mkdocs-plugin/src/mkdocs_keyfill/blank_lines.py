"""A Markdown extension: a fence next to a line of text is a block of its own.

SuperFences leaves one line in the place of a fence, which Python-Markdown joins with the lines
around it to a paragraph. A panel in a `<p>` would be torn out of it by the browser.
"""

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import HTML_PLACEHOLDER

from mkdocs_keyfill.fence import OPENING

_AFTER_SUPERFENCES = 24
_LINE = re.compile(rf"([> ]*){HTML_PLACEHOLDER % '([0-9]+)'}")


class BlankLines(Extension):
    """Registers the step that runs right after SuperFences."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the step."""
        md.preprocessors.register(_Step(md), "keyfill_blank_lines", _AFTER_SUPERFENCES)


def makeExtension(**options: object) -> BlankLines:
    """Let Markdown load this module by its name."""
    return BlankLines(**options)


class _Step(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        spaced: list[str] = []
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            match = _LINE.fullmatch(line)
            if not (match and self._is_panel(int(match[2]))):
                spaced.append(line)
                continue
            margin = match[1].rstrip()  # A blank line of a quotation has its mark.
            before = [] if not spaced or _is_blank(spaced[-1]) else [margin]
            after = [] if _is_blank(following) else [margin]
            spaced += [*before, line, *after]
        return spaced

    def _is_panel(self, index: int) -> bool:
        blocks = self.md.htmlStash.rawHtmlBlocks
        return index < len(blocks) and bool(OPENING.match(str(blocks[index])))


def _is_blank(line: str) -> bool:
    return not line.strip("> \t")
