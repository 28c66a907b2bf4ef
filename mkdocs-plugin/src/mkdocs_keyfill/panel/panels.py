"""The HTML of a panel: its configuration, and the how-to for a page without the app."""

import json
import re
from collections.abc import Mapping
from functools import partial
from html import escape
from urllib.parse import urlsplit

from mkdocs_keyfill.clients import client_slots
from mkdocs_keyfill.clients.client import SHOWN, Client, Gap
from mkdocs_keyfill.options import addresses
from mkdocs_keyfill.options.addresses import OFTEN_SHARED, Placeholders, Region
from mkdocs_keyfill.options.settings import Settings
from mkdocs_keyfill.panel import tab_html
from mkdocs_keyfill.panel.client_html import ClientHtml
from mkdocs_keyfill.panel.panel_options import PanelOptions
from mkdocs_keyfill.panel.region_values import OF_REGION, RegionValues
from mkdocs_keyfill.panel.tab_row import Tab, TabRow, anchors
from mkdocs_keyfill.rules import PLACEHOLDERS
from mkdocs_keyfill.slots.slot import by_name
from mkdocs_keyfill.static_page import Markup, StaticPage, fill
from mkdocs_keyfill.words import Words

OPENING = re.compile(r'<(div|section) class="keyfill" ')
"""How the HTML of every panel begins."""

PLAIN = PanelOptions()

_SAID = {"data-lost": "panel-lost", "data-unstarted": "script-lost"}
"""What the loader and the style say where no more can be loaded, if the author has replaced it."""

_NOTHING_MORE = re.compile(r"(?:<p></p>)+</template>")
"""Texts at the end of a list, in which the author has replaced none."""


class Panels:
    """Makes the panels of a site."""

    def __init__(self, settings: Settings, static: StaticPage) -> None:
        self.settings = settings
        self._static = static
        self.slots = by_name(settings.slots)
        self._client_slots = client_slots.for_clients(settings.slots, static.slots)
        self._words = Words(
            static.texts, {**settings.language.catalogue.strings, **settings.texts.own}
        )
        words = self._words.html(static.words)
        self._script_words = _NOTHING_MORE.sub("</template>", words)
        self._sample = Markup()
        if settings.behaviour.sample:
            self._sample = Markup(self._words.html(static.sample_button))
        self._differing = self._differs()
        self._keystones_differ = len({_keystone_host(region) for region in settings.regions}) > 1
        self._by_id = self._clients()
        self._blocks: dict[tuple[str, str | None, bool], str] = {}
        """What was written already, by the client, the chosen region and the space."""
        self.config = json.dumps(settings.data, ensure_ascii=False, separators=(",", ":"))
        self.dataset = json.dumps({"config": self.config})
        """The attributes of a panel, for the slot engine."""
        escaped = escape(self.config, quote=False).replace("'", "&#x27;")
        self.config_attribute = f"data-config='{escaped}'"
        self.key_names = static.key_names

    @property
    def offers(self) -> bool:
        """Whether pages with slots and no panel offer one."""
        return self.settings.offer and bool(self.settings.regions)

    def panel(self, id_: str, options: PanelOptions = PLAIN, nth: int = 1) -> str:
        """Put a panel together; the wasm replaces its children by the same structure.

        It is the `nth` of its page with this title.
        """
        if not self.settings.regions:
            tabs = self._tabs(id_, options)
            spoken = _written(self.settings.language.attributes())
            return f'<section class="keyfill"{spoken} data-search-exclude>\n{tabs}\n</section>'
        parts = [self._bar(id_, options)]
        if not options.compact:
            parts[0] += self._words.html(self._static.explanation)
        parts.append(self._endpoints(options))
        if options.show != "list":
            parts.append(self._tabs(id_, options))
        parts.append(self._script_words)
        content = "\n".join(part for part in parts if part)
        clients = options.clients or self.settings.clients
        targets = "" if options.show == "list" else anchors(clients)
        if options.compact:
            content = f'<div class="keyfill-compact">{content}</div>'
        attributes = {**self._landmark(id_, options, nth), **options.attributes()}
        return self._element(id_, attributes, content, targets)

    def offer(self, id_: str) -> str:
        """Make the quiet offer of a page that has slots and no panel."""
        content = self._words.html(self._static.offer) + self._script_words
        return self._element(id_, {"data-offer": ""}, content)

    def _element(
        self, id_: str, attributes: dict[str, str], content: str, targets: str = ""
    ) -> str:
        """Write the element around the content, after what addresses lead to.

        Material's search stops skipping an element at the first end tag of the same name
        inside it. So the mark is on an element whose name occurs once: on the panel too.
        """
        own = {name: self._words.replaced(text) or "" for name, text in _SAID.items()}
        attributes = attributes | {name: words for name, words in own.items() if words}
        if self.settings.remember_choices:
            attributes["data-remember-choices"] = ""
        attributes |= self.settings.language.attributes()
        return (
            f'<div class="keyfill" data-search-exclude>\n{targets}'
            f'<keyfill-panel {self.config_attribute} data-panel="{id_}"{_written(attributes)} '
            f"data-search-exclude>\n{content}\n</keyfill-panel></div>"
        )

    def _bar(self, id_: str, options: PanelOptions) -> str:
        static = self._static
        picks = len(self.settings.regions) > 1 and options.region is None
        if options.show == "list":
            fragment = static.bar_list_regions if picks else static.bar_list
        else:
            fragment = static.bar_regions if picks else static.bar
        return fill(self._words.html(fragment), self._values(id_, options))

    def _endpoints(self, options: PanelOptions) -> str:
        """List the endpoints where the commands cannot name them, for a page without the app.

        It is text alone: the loader shows it too, where a script runs and the app does not.
        """
        start = options.region or self.settings.start_region
        if self._placeholders(start).endpoint != PLACEHOLDERS.endpoint:
            return ""
        regions = self.settings.regions
        text = ", ".join(f"{region.name}: {region.s3_endpoint}" for region in regions)
        words = self._words.plain("endpoints", endpoints=text)
        return f"<noscript>{escape(words)}</noscript>"

    def _tabs(self, id_: str, options: PanelOptions) -> str:
        """Lay the clients out as content tabs do, which works without JavaScript."""
        clients = [self._by_id[client] for client in options.clients or self.settings.clients]
        start = options.region or self.settings.start_region
        blocks = "".join(self._block(client, start, compact=options.compact) for client in clients)
        group = escape(self._words.plain("clients"))
        row = TabRow(id_, clients, self._words)
        shells = row.shells() if self.settings.regions else ""
        return (
            f'{shells}<div class="tabbed-set tabbed-alternate keyfill-tabs" role="group" '
            f'aria-label="{group}">\n{row.radios()}\n'
            f'<div class="tabbed-labels">{row.labels()}{row.more()}</div>\n'
            f'<div class="tabbed-content">{blocks}</div>\n'
            "</div>"
        )

    def _differs(self) -> frozenset[str]:
        """Tell which slots of the site's clients wait for a region, where they might not."""
        texts = (
            client_slots.pieces(block, self._client_slots)
            for client in self.settings.shown.clients
            for step in client.of(*SHOWN, "undo")
            for block in step.blocks
        )
        gaps = (piece for text in texts for piece in text if isinstance(piece, Gap))
        used = {OF_REGION.get(gap.slot) for gap in gaps}
        return addresses.differing(self.settings.regions, self.settings.shared) & used

    def _clients(self) -> dict[str, Tab]:
        settings = self.settings
        html = ClientHtml(self._static, self._words, self._client_slots)
        slots = client_slots.for_tabs(settings.slots)
        tabs = {}
        for client in settings.shown.clients:
            steps = partial(_client_steps, html, client)
            file = f' data-file="{settings.shown.name(client)}"'
            tabs[client.id] = Tab(client.id, client.label, steps, client.shells, file)
        for tab in settings.tabs:
            block = tab_html.block(tab, slots, self._static, self._words)
            tabs[tab.id] = Tab(tab.id, tab.label, partial(_same, block))
        return tabs

    def _block(self, tab: Tab, start: str | None, *, compact: bool) -> str:
        """Write the steps of a client, once for each region that may be chosen at the start."""
        region = self._chosen(start)
        key = (tab.id, region.name if region else None, compact)
        if key not in self._blocks:
            values = RegionValues(
                self._placeholders(start),
                region is not None,
                self._differing,
                self.settings.store.values(),
            )
            self._blocks[key] = tab.steps(values, compact)
        return self._blocks[key]

    def _values(self, id_: str, options: PanelOptions) -> dict[str, str]:
        start = options.region or self.settings.start_region
        regions = "".join(self._region_option(region, start) for region in self.settings.regions)
        return {
            **vars(self._placeholders(start)),
            "brand": self.settings.brand,
            "title_line": self._title(options),
            "keystone": self._keystone(start),
            "panel": id_,
            "region_options": Markup(regions),
            "sample_button": self._sample,
        }

    def _keystone(self, start: str | None) -> Markup:
        """Name the Keystone that a sign-in goes to: that of the region which is chosen."""
        region = self._chosen(start) or self.settings.regions[0]
        host = escape(_keystone_host(region))
        if not self._keystones_differ:
            return Markup(host)
        return Markup(f'<span data-of-region="keystone">{host}</span>')

    def _placeholders(self, start: str | None) -> Placeholders:
        """Show the values of the region that is chosen at the start, if one is."""
        region = self._chosen(start)
        if region is None:
            return self.settings.placeholders
        return addresses.placeholders([region], self.settings.shared)

    def _chosen(self, start: str | None) -> Region | None:
        """Return the region of this name, or the only one."""
        regions = self.settings.regions
        named = [region for region in regions if region.name == start or len(regions) == 1]
        return named[0] if named else None

    def _region_option(self, region: Region, start: str | None) -> str:
        """Write a choice of region, with what the commands show when it is chosen."""
        chosen = " selected" if region.name == start else ""
        values = {
            name: value
            for name, value in vars(addresses.placeholders([region], self.settings.shared)).items()
            if name not in OFTEN_SHARED or name in self._differing
        }
        if self._keystones_differ:
            values["keystone"] = _keystone_host(region)
        data = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
        return f"<option{chosen}{data}>{escape(region.name)}</option>"

    def _landmark(self, id_: str, options: PanelOptions, nth: int) -> dict[str, str]:
        """Let screen readers go to the panel by its name, of which a page has one.

        It is on the element itself, so it stays when the app takes the place of what is in it.
        """
        name, number = options.title, str(nth)
        if name is None:
            name, number = self._words.plain("keys-and-values"), id_.rpartition("-")[2]
        is_first = not number.isdecimal() or number == "1"
        return {"role": "region", "aria-label": name if is_first else f"{name} ({number})"}

    def _title(self, options: PanelOptions) -> Markup:
        if options.title is None:
            return Markup()
        return Markup(fill(self._static.title_line, {"title": options.title}))


def _keystone_host(region: Region) -> str:
    return urlsplit(region.keystone_url).netloc


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {name}="{escape(value)}"' if value else f" {name}" for name, value in attributes.items()
    )


def _client_steps(html: ClientHtml, client: Client, values: RegionValues, compact: bool) -> str:
    return html.block(client, values, compact=compact)


def _same(block: str, values: RegionValues, compact: bool) -> str:
    return block
