"""Whether a page with a panel loads the files that the panel needs: without, it stays static."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

_NAMES = ("keyfill.css", "keyfill.mjs")
_LOADED = re.compile(
    r"<(?:link|script)\b[^>]*?\b(?:href|src)\s*=\s*[\"']?([^\"'\s>]*\b(keyfill\.(?:css|mjs)))",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"/|[a-z]+:", re.IGNORECASE)


def missing(folder: Path, page: str, html: str) -> Iterator[str]:
    """Say what is missing on a page of a site, after its name."""
    if "<keyfill-panel" not in html:
        return
    loaded: dict[str, list[str]] = {name: [] for name in _NAMES}
    for address, name in _LOADED.findall(html):
        loaded[name.lower()].append(address)
    for name, addresses in loaded.items():
        if not addresses:
            yield f"has a panel and loads no {name}"
        elif not any(_is_there(folder / page, address, html) for address in addresses):
            yield f"loads a {name} that is not in the site"


def _is_there(page: Path, address: str, html: str) -> bool:
    """Look for a file; where the site is served from is not known here."""
    if _ELSEWHERE.match(address) or "<base " in html:
        return True
    return (page.parent / unquote(address)).is_file()
