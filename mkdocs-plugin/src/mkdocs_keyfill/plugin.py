"""The plugin: what happens at which event of a build."""

import re
from importlib import metadata

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_keyfill import assets, settings, static_page, superfences
from mkdocs_keyfill.fence import Fence
from mkdocs_keyfill.options import KeyfillConfig

log = get_plugin_logger(__name__)

SAFE_MATERIAL = (9, 7, 7)
"""Older ones have a DOM XSS (CVE-2026-73295), on pages that hold the reader's secrets."""


class KeyfillPlugin(BasePlugin[KeyfillConfig]):
    """Checks the options, registers the fence and adds the assets."""

    _assets: assets.Assets
    _fence: Fence

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stop the build here when an option is wrong or the package is broken."""
        static = static_page.load()
        resolved = settings.resolve(self.config, config, static.client_ids)
        if not resolved.regions:
            log.info(
                "not configured yet (a region is called %s): pages show the commands with "
                "placeholders only",
                settings.NOT_CONFIGURED,
            )
        self._assets = assets.load()
        self._assets.add_references(config)
        self._fence = Fence(resolved, static)
        superfences.register(self._fence, config)
        _warn_of_old_material(config)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the assets to the site."""
        self._assets.add_files(files, config)
        return files

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Start the count of panels; the text stays as it is."""
        self._fence.start_page(page.file.src_uri)

    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Find fences that did not reach the plugin."""
        superfences.refuse_plain_code(html, page.file.src_uri)


def _warn_of_old_material(site: MkDocsConfig) -> None:
    if site.theme.name != "material":
        return
    version = metadata.version("mkdocs-material")
    if tuple(int(part) for part in re.findall(r"\d+", version)[:3]) < SAFE_MATERIAL:
        log.warning(
            "mkdocs-material %s has a DOM XSS (CVE-2026-73295): a crafted link could read the "
            "reader's keys. Upgrade to %s or later.",
            version,
            ".".join(map(str, SAFE_MATERIAL)),
        )
