"""Small steps over the HTML of a page, without parsing it: they run on every page of a site."""

import re
from collections.abc import Callable, Sequence

_HEADING_END = re.compile(r"</h1\s*>", re.IGNORECASE)
_CODE = re.compile(r"<code(?=[\s>])(?![^>]*\sdata-keyfill)")
_MARKED_CODE = re.compile(r"(<code\b[^>]*?\sdata-keyfill=)([\"'])(.*?)\2")


def apart_from(panels: Sequence[str], html: str, step: Callable[[str], str]) -> str:
    """Apply a step to what is not a panel of ours."""
    for index, panel in enumerate(panels):
        html = html.replace(panel, mark(index))
    html = step(html)
    for index, panel in enumerate(panels):
        html = html.replace(mark(index), panel)
    return html


def mark(index: int) -> str:
    """Stand in for a panel: a comment, which no search index holds."""
    return f"<!--keyfill-panel-{index}-->"


def after_heading(html: str, addition: str) -> str:
    """Put something after the first heading of a page, or at its start."""
    heading = _HEADING_END.search(html)
    at = heading.end() if heading else 0
    return f"{html[:at]}\n{addition}\n{html[at:]}" if at else f"{addition}\n{html}"


def leave_code_alone(html: str) -> str:
    """Mark every code of a page whose front matter says `keyfill: false`."""
    return _CODE.sub('<code data-keyfill="off"', html)


def be_sure_of_code(html: str) -> str:
    """Mark every code of a page whose front matter says `keyfill: sure`."""
    html = _MARKED_CODE.sub(r"\1\2\3; sure\2", html)
    return _CODE.sub('<code data-keyfill="sure"', html)
