"""The files that a page loads: made by `make web`, shipped in the wheel, named by their hash."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from mkdocs_keyfill.clients import built_in
from mkdocs_keyfill.errors import PluginError
from mkdocs_keyfill.languages import catalogue

ASSETS_DIR = Path(__file__).parents[1] / "assets"
"""Where the files are read from. Tests put a folder of small fakes here (`monkeypatch`)."""

CLIENTS = tuple(
    sorted(
        name for client in (*built_in.load(), built_in.files()) for name in client.files(client.id)
    )
)
"""The files of each client that Keyfill has, with all that a page shows of it, and the files to
save.
"""

NAMES = (
    "app.css",
    "app.js",
    "app_bg.wasm",
    "carry.js",
    *CLIENTS,
    "files.wasm",
    "follow.js",
    "keyfill.css",
    "keyfill.js",
    "keys.wasm",
    "language.js",
    "page.wasm",
    "panel.js",
    "presses.js",
    "sample.wasm",
)

WORKER = "worker/worker.js"
"""Where the worker lies, which carries sessions from page to page: its path never changes, so that
a browser has one of a site. No page may lie in its folder, which it would control.

It is a folder beside those with a hash, or in the one that has the files without."""

_WORKERS = {"site": "worker.js", "document": "worker_off.js"}
"""By how far sessions go: the second ends what a browser has of the first."""

SHIPPED = (*NAMES, *_WORKERS.values())
"""All that is in the package."""


FOLDER = "assets/keyfill"
"""What the plugin adds to a site lies below it."""


@dataclass(frozen=True)
class Assets:
    """The content of each file, read once for a build."""

    contents: dict[str, bytes]

    @property
    def folder(self) -> str:
        """A folder of the site that is new when a byte changes: MkDocs has no cache busting."""
        digest = hashlib.sha256(b"".join(self.contents[name] for name in sorted(self.contents)))
        return f"{FOLDER}/{digest.hexdigest()[:10]}"


def worker(session: str) -> bytes:
    """Read the worker of a site whose sessions go so far."""
    return (ASSETS_DIR / _WORKERS[session]).read_bytes()


def load() -> Assets:
    """Read the files; a package without them cannot make a working page."""
    missing = [name for name in SHIPPED if not (ASSETS_DIR / name).is_file()]
    if missing:
        raise PluginError(
            f"Plugin 'keyfill': {', '.join(missing)} not found in {ASSETS_DIR}. In a checkout of "
            "Keyfill run `make web`; if it was installed from a package, the package is broken: "
            "run `pip install --force-reinstall mkdocs-keyfill`."
        )
    languages = {name: text.encode() for name, text in catalogue.files().items()}
    return Assets({name: (ASSETS_DIR / name).read_bytes() for name in NAMES} | languages)
