"""The steps before and after SuperFences' own: a fence is a block, and never lost in silence.

SuperFences leaves one line in the place of a fence, which Python-Markdown joins with the lines
around it to a paragraph. A panel in a `<p>` would be torn out of it by the browser.
"""

import re

from markdown.preprocessors import Preprocessor
from markdown.util import HTML_PLACEHOLDER

from mkdocs_keyfill.errors import PageError
from mkdocs_keyfill.page import fence
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import OPENING

AFTER = 24
"""SuperFences is at 25."""

_LINE = re.compile(rf"([> ]*){HTML_PLACEHOLDER % '([0-9]+)'}")
_LANGUAGE = f"language-{fence.NAME}"
_PLAIN_CODE = re.compile(rf'class="[^"]*\b{_LANGUAGE}\b')


class Step(Preprocessor):
    """Sets the fences of a page apart from what is around them."""

    def run(self, lines: list[str]) -> list[str]:
        """Add the blank lines; a fence that SuperFences did not take is refused."""
        spaced: list[str] = []
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if fence.OPENING.match(line):
                self._refuse(line)
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

    def _refuse(self, line: str) -> None:
        """Report a fence with options that have no quotes, or without an end."""
        owner = fence.owner_of(self.md)
        what = line.strip("> \t")
        fence.refuse(
            owner,
            owner.page(self.md),
            f": {what!r} is not a complete fence. Expected: {fence.EXPECTED}, each value in "
            "quotes, "
            "and a line that ends the fence.",
            lambda line: line.strip("> \t") == what,
        )


def refuse_plain_code(html: str, by: str, page: PageRun) -> None:
    """Stop when a fence came out as code: another extension took it, silently."""
    if _LANGUAGE in html and _PLAIN_CODE.search(html):
        raise PageError(
            f"{by} fence in {page.place(fence.OPENING.match)}: it was rendered as code. Expected: "
            "pymdownx.superfences after fenced_code and extra in markdown_extensions."
        )


def _is_blank(line: str) -> bool:
    return not line.strip("> \t")
