"""The plugin for MkDocs and ProperDocs: what happens at which event of a build."""

import re
from collections.abc import Callable
from importlib import metadata
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_keyfill import static_page
from mkdocs_keyfill.errors import LISTED_TWICE, PLUGIN, OptionError, PluginError
from mkdocs_keyfill.generators import changes, mkdocs, mkdocs_files
from mkdocs_keyfill.generators.base import EXTENSION_NAMES
from mkdocs_keyfill.generators.mkdocs import MkDocs
from mkdocs_keyfill.options import addresses, settings
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.grammar import is_loopback
from mkdocs_keyfill.page import markup, offer
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel import tab_row
from mkdocs_keyfill.panel.panels import Panels
from mkdocs_keyfill.rules import SESSION
from mkdocs_keyfill.web import assets, destinations, loader_tag
from mkdocs_keyfill.web.site_config import SiteConfig

log = get_plugin_logger(__name__)

SAFE_MATERIAL = (9, 7, 7)
"""Older ones have a DOM XSS (CVE-2026-73295), on pages that hold the reader's secrets."""

_FIRST, _LAST = 100, -100
_AFTER_ALL = -200
"""Later than those that come last: mkdocs-static-i18n names the language of the pages then, and
fails at a file without a path."""


class KeyfillConfig(Config):
    """The plugin's options for MkDocs; what they are is in `options`."""

    options: Options | None = None
    """Checked; none where the author wrote none."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check names and types; unlike MkDocs, name the option inside an option too."""
        try:
            self.options = Options(self.data) if self.data else None
        except OptionError as error:
            return [(error.path, ValidationError(error.reason))], []
        return [], []


class KeyfillPlugin(BasePlugin[KeyfillConfig]):
    """Checks the options, hands them to the Markdown extension and adds the assets."""

    _assets: assets.Assets
    _site: MkDocs
    _config: SiteConfig
    _accepted: str
    _watched: list[str]
    _panels: dict[str, list[str]]
    _with_panel: set[str]
    _is_served = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the site is for the eyes of its author alone."""
        self._is_served = command == "serve"

    @event_priority(_AFTER_ALL)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stop the build here when an option is wrong or the package is broken."""
        if sum(isinstance(plugin, KeyfillPlugin) for plugin in config.plugins.values()) > 1:
            raise PluginError(f"{PLUGIN}: {LISTED_TWICE}")
        static = static_page.load()
        options = self.config.options or _of_extension(config)
        facts = mkdocs.facts(config, is_served=self._is_served)
        resolved = settings.resolve(options, facts, static)
        if not resolved.regions:
            log.info(
                "not configured yet (a region is called %s): pages show the commands with "
                "placeholders only",
                addresses.NOT_CONFIGURED,
            )
        else:
            self._tell_reach(resolved.behaviour.session, config.site_url or "")
        if resolved.language.is_missing:
            log.info(
                "the panel does not speak %s, the language of the theme: it is in English",
                resolved.language.page,
            )
        if resolved.texts.former:
            log.info(
                "texts has entries for texts that the panel no longer has; they are ignored: %s",
                "; ".join(resolved.texts.former),
            )
        if resolved.texts.by_english:
            log.info(
                "texts has entries by English wording; use the ids, which stay when the wording "
                "changes: %s",
                "; ".join(f"{id_} is {text!r}" for text, id_ in resolved.texts.by_english.items()),
            )
        self._accepted = destinations.digest(resolved.regions)
        self._watched = [str(file) for file in resolved.files]
        self._panels, self._with_panel = {}, set()
        self._assets = assets.load()
        mkdocs_files.add_references(self._assets, config)
        panels = Panels(resolved, static)
        self._config = SiteConfig(panels.config)
        self._site = MkDocs(panels, config)
        _register(self._site, config)
        _warn_of_old_material(config)
        for change in changes.unsaid():
            log.info(change)  # No warning: that would end a build with `--strict`.
        return config

    def _tell_reach(self, session: str, site_url: str) -> None:
        """Say what readers get who go to another page."""
        if session != SESSION[0]:
            log.info("sessions end with their page, unless the site has instant navigation")
        elif site_url.startswith("http://") and not is_loopback(urlsplit(site_url).hostname or ""):
            log.info("%s has no https, so sessions end with their page", site_url)
        else:
            worker = f"{assets.FOLDER}/{assets.WORKER}"
            log.info("sessions follow readers from page to page, by the worker %s", worker)

    @event_priority(_AFTER_ALL)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the assets to the site."""
        made = self._site.made.settings
        mkdocs_files.add_files(
            self._assets, self._config, made.shown.contents, files, config, made.behaviour.session
        )
        return files

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> None:
        """Build anew when a tab's file changes."""
        for file in self._watched:
            server.watch(file)

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Start the count of panels; the text stays as it is."""
        file = page.file
        self._site.run = PageRun(file.src_uri, page.meta, lambda: file.content_string)

    @event_priority(_LAST)
    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Offer a panel where there are slots and none."""
        html = offer.insert(html, self._site.run, self._site.made, PLUGIN)
        self._panels[page.file.src_uri] = self._site.run.panels
        if page.present_anchor_ids is not None:  # MkDocs has looked at the author's text alone.
            page.present_anchor_ids |= tab_row.anchors_of(html)
        if loader_tag.has_panel(html):  # Here, where there is no navigation to look through.
            self._with_panel.add(page.file.src_uri)
        return html

    @event_priority(_FIRST)
    def _hide(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Keep the panels from the search index, which is made of the page's content here."""
        for index, panel in enumerate(self._panels.get(page.file.src_uri, ())):
            page.content = (page.content or "").replace(panel, markup.mark(index))

    @event_priority(_LAST)
    def _show(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        for index, panel in enumerate(self._panels.pop(page.file.src_uri, ())):
            page.content = (page.content or "").replace(markup.mark(index), panel)

    on_page_context = CombinedEvent(_hide, _show)

    @event_priority(_FIRST)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Name the configuration, and say beside the loader what the page accepts and wants."""
        wants = page.file.src_uri in self._with_panel
        if wants:
            output = self._config.moved(output, self._site.made.config_attribute)
        return loader_tag.complete(output, self._accepted, wants_panel=wants)

    @event_priority(_FIRST)
    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Do the same on pages without a source, such as 404.html."""
        return loader_tag.complete(output, self._accepted)


def _of_extension(config: MkDocsConfig) -> Options:
    """Take the options of the Markdown extension: one `mkdocs.yml` may serve Zensical, too."""
    written = next((config.mdx_configs[n] for n in EXTENSION_NAMES if n in config.mdx_configs), {})
    return Options({name: value for name, value in written.items() if name != "extra"})


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


def _register(site: MkDocs, config: MkDocsConfig) -> None:
    """Name the extension, once: what an author lists for another generator gives way."""
    name, *others = EXTENSION_NAMES
    listed = config.markdown_extensions
    listed[:] = [one for one in listed if one not in EXTENSION_NAMES]
    for other in others:
        config.mdx_configs.pop(other, None)
    listed.append(name)
    config.mdx_configs[name] = {"generator": site}
