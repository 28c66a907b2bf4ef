"""The files that a page loads: made by `make web`, shipped in the wheel, named by their hash."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

ASSETS_DIR = Path(__file__).with_name("assets")
"""Where the files are read from. Tests put a folder of small fakes here (`monkeypatch`)."""

NAMES = ("app.js", "app_bg.wasm", "keyfill.css", "keyfill.mjs")


@dataclass(frozen=True)
class Assets:
    """The content of each file, read once for a build."""

    contents: dict[str, bytes]

    @property
    def folder(self) -> str:
        """A folder of the site that is new when a byte changes: MkDocs has no cache busting."""
        digest = hashlib.sha256(b"".join(self.contents[name] for name in NAMES))
        return f"assets/keyfill/{digest.hexdigest()[:10]}"

    def add_references(self, site: MkDocsConfig) -> None:
        """Let each page load the style and the loader, which loads the rest when needed."""
        script = ExtraScriptValue(f"{self.folder}/keyfill.mjs")
        script.type = "module"
        site.extra_javascript.append(script)
        site.extra_css.append(f"{self.folder}/keyfill.css")

    def add_files(self, files: Files, site: MkDocsConfig) -> None:
        """Add the files to the site.

        As content and not as paths: Material's privacy plugin would scan and rewrite files.
        """
        for name, content in self.contents.items():
            uri = f"{self.folder}/{name}"
            included = InclusionLevel.INCLUDED  # Whatever the site's exclude_docs says.
            files.append(File.generated(site, uri, content=content, inclusion=included))


def load() -> Assets:
    """Read the files; a package without them cannot make a working page."""
    missing = [name for name in NAMES if not (ASSETS_DIR / name).is_file()]
    if missing:
        raise PluginError(
            f"Plugin 'keyfill': {', '.join(missing)} not found in {ASSETS_DIR}. In a checkout of "
            "Keyfill run `make web`; if it was installed from a package, the package is broken: "
            "run `pip install --force-reinstall mkdocs-keyfill`."
        )
    return Assets({name: (ASSETS_DIR / name).read_bytes() for name in NAMES})
