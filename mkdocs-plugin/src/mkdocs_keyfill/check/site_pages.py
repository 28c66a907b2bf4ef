"""The pages of a finished site, and the configuration that they carry."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_keyfill.slots import page_code
from mkdocs_keyfill.web import site_config

_SUFFIXES = (".html", ".htm", ".xhtml")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"<meta[^>]*charset=[\"']?([\w-]+)", re.IGNORECASE)
_DATA = re.compile("data-")
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


@dataclass(frozen=True)
class PanelFound:
    """The first panel of a site."""

    page: str
    dataset: dict[str, str]
    """Its attributes, as `dataset` in HTML has them."""
    config: dict[str, Any]
    """What `data-config` says, or the file that it names; empty of a short panel by hand."""


def panel(folder: Path) -> PanelFound | None:
    """Find the first panel of a site."""
    for name, html in pages(folder):
        attributes = page_code.panel(html)
        if attributes is not None:
            dataset = {_camel(key): value for key, value in attributes.items() if _DATA.match(key)}
            if "site" in dataset:
                dataset["config"] = _of_site(folder, name, dataset.pop("site"))
            return PanelFound(name, dataset, _config(name, dataset))
    return None


def refuse(page: str, wrong: str) -> WrongPanel:
    """Say that a panel has a configuration that no page can use."""
    return WrongPanel(
        f"the panel in {page} has a configuration that {wrong}. Expected: data-config as "
        "`keyfill panel` prints it, or -f FILE with the configuration."
    )


def _camel(attribute: str) -> str:
    """Name an attribute as `dataset` does (HTML Standard, 3.2.6.6)."""
    name = attribute.removeprefix("data-")
    return re.sub("-([a-z])", lambda match: match[1].upper(), name)


def _of_site(folder: Path, page: str, hash_: str) -> str:
    """Read the configuration that a page names, which lies beside its script."""
    name = site_config.file_of(hash_)
    file = next((file for file in folder.rglob("site-*.json") if file.name == name), None)
    if file is None:
        raise refuse(page, f"is not in the site, as {name}")
    return file.read_text(encoding="utf-8")


def _config(page: str, dataset: dict[str, str]) -> dict[str, Any]:
    """Read the configuration of a panel as far as it names slots; the rest is for the engine."""
    try:
        found = json.loads(dataset.get("config", "{}"))
        for slot in found.get("slots") or ():
            slot["id"], [*slot["names"]]
    except (ValueError, AttributeError, LookupError, TypeError) as error:
        raise refuse(page, "cannot be read") from error
    config: dict[str, Any] = found
    return config


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
