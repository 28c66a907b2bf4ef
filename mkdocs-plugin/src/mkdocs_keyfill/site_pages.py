"""The pages of a finished site, and the configuration that they carry."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs_keyfill import page_text

_SUFFIXES = (".html", ".htm", ".xhtml")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"<meta[^>]*charset=[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 1024
"""Where HTML must say its encoding, in bytes."""


class WrongPanel(Exception):
    """A panel whose configuration nobody could read; the text says where."""


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the pages of a site in order."""
    for file in sorted(folder.rglob("*")):
        # A page `a.html.md` becomes a folder with such a name.
        if file.suffix.lower() in _SUFFIXES and file.is_file():
            yield file.relative_to(folder).as_posix(), _decoded(file.read_bytes())


def configuration(folder: Path) -> dict[str, Any] | None:
    """Find the configuration in the first panel of a site."""
    for name, html in pages(folder):
        panel = page_text.panel(html)
        if panel is not None:
            return _config(name, panel)
    return None


def _config(name: str, panel: dict[str, str]) -> dict[str, Any]:
    """Read a panel as `keyfill panel` prints it, or a short one that is written by hand."""
    if "data-config" not in panel:
        endpoint = panel.get("data-s3-endpoint", "")
        regions = panel.get("data-regions", "").split()
        return {"regions": [_region(region, endpoint) for region in regions]}
    try:
        found = json.loads(panel["data-config"])
        for slot in found.get("slots") or ():
            slot["id"], [*slot["names"]]
        for region in found.get("regions") or ():
            region["name"], region["s3_endpoint"]
    except (ValueError, AttributeError, LookupError, TypeError) as error:
        raise WrongPanel(
            f"the panel in {name} has a configuration that cannot be read. Expected: data-config "
            "as `keyfill panel` prints it, or -f FILE with the configuration."
        ) from error
    config: dict[str, Any] = found
    return config


def _region(name: str, endpoint: str) -> dict[str, str]:
    return {"name": name, "s3_endpoint": endpoint.replace("{region}", name.lower())}


def _decoded(content: bytes) -> str:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeError:
        said = _CHARSET.search(content[:_HEAD])
    try:
        return content.decode(said[1].decode() if said else "utf-8", errors="replace")
    except LookupError:  # An encoding that nobody knows.
        return content.decode("utf-8", errors="replace")
