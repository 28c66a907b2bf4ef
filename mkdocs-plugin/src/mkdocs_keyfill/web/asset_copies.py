"""Copies the assets into a folder, for sites that no plugin makes."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs_keyfill.web import assets

_OURS = b"keyfill"
_GLUE = b"app_bg.wasm"
_JSON = (b'{"id":"', b'{"texts":')
_LANGUAGE = b"language-"
_OLD_NAME = "keyfill.mjs"
_FORWARDS = b'import "./keyfill.js"; // The name of keyfill.js before: pages may still load it.\n'
"""Without it a page of the version before would run the old script with the new app."""


class NotOurs(Exception):
    """A file with the name of an asset that is something else."""


def copy(
    folder: Path, clients: Mapping[str, str] | None = None, session: str = "site", *, force: bool
) -> list[Path]:
    """Write the files; one that is not Keyfill's stays, and then nothing is written.

    `clients` are those that a site changes, by the names of their files, and `session` says how far
    its sessions go.
    """
    own = {name: text.encode() for name, text in (clients or {}).items()}
    contents = {**assets.load().contents, **own, assets.WORKER: assets.worker(session)}
    for name, content in contents.items():
        file = folder / name
        if file.exists() and not force and not _is_ours(file, content):
            raise NotOurs(f"{file} is not one of Keyfill's files. To overwrite it, add --force.")
    folder.mkdir(parents=True, exist_ok=True)
    old = folder / _OLD_NAME
    if old.exists() and _is_ours(old, _FORWARDS):
        contents = {**contents, _OLD_NAME: _FORWARDS}
    for name, content in contents.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def in_site(folder: Path) -> str:
    """Guess how a page names the folder: below `docs`, or below what is served."""
    parts = [part for part in folder.parts if part not in ("/", ".", "..")]
    for root in ("docs", "site", "public", "html", "www"):
        if root in parts[:-1]:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return "/".join(parts)


def _is_ours(file: Path, content: bytes) -> bool:
    if not file.is_file():
        return False
    found = file.read_bytes()
    is_data = file.suffix == ".json" and found.startswith(_JSON)
    is_script = file.suffix == ".js" and (_GLUE in found or _LANGUAGE in found)
    return found == content or _OURS in found or is_data or is_script
