"""What stands beside the script that loads the panels, on a finished page."""

import re

from mkdocs_keyfill.web.destinations import ATTRIBUTE

_LOADER = re.compile(
    r"<script\b(?=[^>]*\bsrc=[\"']?(?P<folder>[^\"'\s>]*)\bkeyfill\.js\b)", re.IGNORECASE
)
_PANEL = "<keyfill-panel"


def complete(html: str, accepted: str) -> str:
    """Say which panels the page accepts and, where it has one, what the loader will want.

    The browser then fetches both scripts at once, not one after the other.
    """
    has_panel = _PANEL in html

    def tag(match: re.Match[str]) -> str:
        wanted = f'<link rel="modulepreload" href="{match["folder"]}panel.js">'
        return f'{wanted if has_panel else ""}<script {ATTRIBUTE}="{accepted}"'

    return _LOADER.sub(tag, html)
