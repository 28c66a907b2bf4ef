"""Refuses to build a package without the files that `make web` makes."""

import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_LIST = Path(__file__).parent / "src" / "mkdocs_keyfill" / "clients.json"
_DATA = json.loads(_LIST.read_text(encoding="utf-8"))
_CLIENTS = sorted(
    f"client-{client['id']}{behind}.json"
    for client in (*_DATA["clients"], _DATA["files"])
    for behind in ("", *(f"--{shell}" for shell in client.get("shells", ())[1:]))
)

MADE = {
    "src/mkdocs_keyfill/assets": (
        "app.css",
        "app.js",
        "app_bg.wasm",
        "carry.js",
        *_CLIENTS,
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
        "worker.js",
        "worker_off.js",
    ),
    "src/mkdocs_keyfill/engine": ("slot_engine.wasm",),
    # The licences of the crates in the wasm, which may not go out without them.
    "third-party": ("COPYRIGHT-library.html", "NOTICES.txt", "keyfill.cdx.json"),
}
"""What `make web` makes, by folder."""


class AssetsHook(BuildHookInterface[Any]):
    """Runs before each build; an editable install may come before `make web`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Stop when a file is missing: MkDocs would find out on every author's machine."""
        if version == "editable":
            return
        for name, files in MADE.items():
            folder = Path(self.root, name)
            missing = [file for file in files if not (folder / file).is_file()]
            if missing:
                raise FileNotFoundError(
                    f"{folder} lacks {', '.join(missing)}. Run `make web` in the checkout first."
                )
