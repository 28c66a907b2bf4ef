"""Whether a page with a panel loads the files that the panel needs: without, it stays static."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from mkdocs_keyfill.web import assets

_NAMES = ("keyfill.css", "keyfill.js")
_OLD_NAME = "keyfill.mjs"
"""What the script was called before: servers that do not know `.mjs` send a type for it that no
browser takes for a script."""
_BESIDE = tuple(name for name in assets.NAMES if name not in _NAMES)
"""What the script loads from its own folder."""
_NOT_ALWAYS = (*assets.CLIENTS, "carry.js", "follow.js", "language.js", "presses.js")
"""An older version knew fewer clients, English alone, and sessions that end with the page."""

_LOADED = re.compile(
    r"<(?i:(?:link|script)\b[^>]*?\b(?:href|src)\s*=\s*"
    r"[\"']?([^\"'\s>]*\b(keyfill\.(?:css|m?js)))[^>]*>)"
)
_HASHED = re.compile(r"[0-9a-f]{10}")
"""The plugin's folder: an older version that mike keeps has older files, and that is right."""
_MODULE = re.compile(r"\btype\s*=\s*[\"']?module\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"/|[a-z]+:", re.IGNORECASE)


def missing(folder: Path, page: str, html: str) -> Iterator[str]:
    """Say what is missing on a page of a site, after its name."""
    if "<keyfill-panel" not in html:
        return
    loaded = [(tag[0], tag[1], tag[2].lower()) for tag in _LOADED.finditer(html)]
    for name in _NAMES:
        tags = [(tag, address) for tag, address, named in loaded if named == name]
        old = [address for _, address, named in loaded if named == _OLD_NAME]
        if not tags and name == "keyfill.js" and old:
            if not any(_HASHED.fullmatch(PurePosixPath(address).parent.name) for address in old):
                yield f"loads {_OLD_NAME}, which is now called {name}"
        elif not tags:
            yield f"has a panel, but does not load {name}"
        elif name == "keyfill.js" and not any(_MODULE.search(tag) for tag, _ in tags):
            yield f'loads {name} without type="module"'
        elif "<base " not in html:
            files = [_file(folder / page, address) for _, address in tags]
            yield from _wrong(name, [file for file in files if file])


def _file(page: Path, address: str) -> Path | None:
    """Find a file; none where it depends on the address that the site is served from."""
    return None if _ELSEWHERE.match(address) else page.parent / unquote(address)


def _wrong(name: str, files: list[Path]) -> Iterator[str]:
    if not files:
        return
    there = next((file for file in files if file.is_file()), None)
    if there is None:
        yield f"loads {name}, which is not in the site"
    elif name == "keyfill.js":
        yield from _beside(there.parent.resolve())


@lru_cache
def _beside(folder: Path) -> tuple[str, ...]:
    """Look at the rest of the files, once for a folder: all must be of one version."""
    is_hashed = _HASHED.fullmatch(folder.name)
    needed = [name for name in _BESIDE if not is_hashed or name not in _NOT_ALWAYS]
    if not is_hashed:
        needed.append(assets.WORKER)
    lacking = [name for name in needed if not (folder / name).is_file()]
    if lacking:
        return (f"loads keyfill.js without {' and '.join(lacking)} next to it",)
    if is_hashed:
        return ()
    contents = assets.load().contents
    if any((folder / name).read_bytes() != contents[name] for name in _BESIDE):
        return ("loads files of a different version of Keyfill than this command",)
    return ()
