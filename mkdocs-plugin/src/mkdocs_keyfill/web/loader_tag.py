"""What stands beside the script that loads the panels, on a finished page."""

import re

from mkdocs_keyfill.web.destinations import ATTRIBUTE

_SCRIPT = "keyfill.js"
_LOADER = re.compile(
    r"<script\b(?=[^>]*\bsrc=[\"']?(?P<folder>[^\"'\s>]*)\bkeyfill\.js\b)", re.IGNORECASE
)
_PANEL = "<keyfill-panel"


def has_panel(html: str) -> bool:
    """Tell whether there is a panel in a page, or in a part of it."""
    return _PANEL in html


def complete(html: str, accepted: str, *, wants_panel: bool | None = None) -> str:
    """Say which panels the page accepts and, where it has one, what the loader will want.

    The browser then fetches both scripts at once, not one after the other. Whether there is a panel
    may be known; else the page is looked through.
    """
    # Most of a page of a large site is navigation: nothing looks at all of its tags.
    at = html.find(_SCRIPT)
    while at >= 0:
        start = html.rfind("<", 0, at)
        tag = _LOADER.match(html, start) if start >= 0 else None
        if tag:
            if wants_panel is None:
                wants_panel = has_panel(html)
            wanted = f'<link rel="modulepreload" href="{tag["folder"]}panel.js">'
            more = f'{wanted if wants_panel else ""}<script {ATTRIBUTE}="{accepted}"'
            html = html[: tag.start()] + more + html[tag.end() :]
            at += len(more) - (tag.end() - tag.start())
        at = html.find(_SCRIPT, at + len(_SCRIPT))
    return html
