"""The HTML of a panel: its configuration, and the how-to for a page without the app."""

import json
import re
from html import escape

from mkdocs_keyfill import addresses
from mkdocs_keyfill.addresses import ENDPOINT, Placeholders
from mkdocs_keyfill.panel_options import PanelOptions
from mkdocs_keyfill.settings import Settings
from mkdocs_keyfill.slots import by_name
from mkdocs_keyfill.static_page import Markup, StaticClient, StaticPage, fill
from mkdocs_keyfill.tab_html import block

OPENING = re.compile(r'<(div|section) class="keyfill" ')
"""How the HTML of every panel begins."""

PLAIN = PanelOptions()


class Panels:
    """Makes the panels of a site."""

    def __init__(self, settings: Settings, static: StaticPage) -> None:
        self.settings = settings
        self._static = static
        self.slots = by_name(settings.slots)
        own = (StaticClient(tab.id, tab.label, block(tab)) for tab in settings.tabs)
        self._by_id = {client.id: client for client in (*static.clients, *own)}
        data = json.dumps(settings.data, ensure_ascii=False, separators=(",", ":"))
        self._config = escape(data, quote=False).replace("'", "&#x27;")

    @property
    def offers(self) -> bool:
        """Whether pages with slots and no panel offer one."""
        return self.settings.offer and bool(self.settings.regions)

    def panel(self, id_: str, options: PanelOptions = PLAIN) -> str:
        """Put a panel together; the wasm replaces its children by the same structure."""
        if not self.settings.regions:
            tabs = self._tabs(id_, options)
            return f'<section class="keyfill" data-search-exclude>\n{tabs}\n</section>'
        parts = [self._bar(id_, options), self._endpoints()]
        if options.show != "list":
            parts.append(self._tabs(id_, options))
        content = "\n".join(part for part in parts if part)
        return self._element(id_, options.attributes(), content)

    def offer(self, id_: str) -> str:
        """Make the quiet offer of a page that has slots and no panel."""
        content = fill(self._static.offer, self._values(id_, PLAIN))
        return self._element(id_, {"data-offer": ""}, content)

    def _element(self, id_: str, attributes: dict[str, str], content: str) -> str:
        """Write the element around the content.

        Material's search stops skipping an element at the first end tag of the same name
        inside it. So the mark is on an element whose name occurs once: on the panel too.
        """
        more = "".join(
            f' {name}="{escape(value)}"' if value else f" {name}"
            for name, value in attributes.items()
        )
        return (
            '<div class="keyfill" data-search-exclude>\n'
            f"<keyfill-panel data-config='{self._config}' data-panel=\"{id_}\"{more} "
            f"data-search-exclude>\n{content}\n</keyfill-panel></div>"
        )

    def _bar(self, id_: str, options: PanelOptions) -> str:
        several = len(self.settings.regions) > 1
        fragment = self._static.bar_regions if several else self._static.bar
        return fill(fragment, self._values(id_, options))

    def _endpoints(self) -> str:
        """List the endpoints where the commands cannot name them, for a page without the app.

        It is text alone: the loader shows it too, where a script runs and the app does not.
        """
        if self.settings.placeholders.endpoint != ENDPOINT:
            return ""
        regions = self.settings.regions
        text = ", ".join(f"{region.name}: {region.s3_endpoint}" for region in regions)
        return f"<noscript>Endpoints: {escape(text)}</noscript>"

    def _tabs(self, id_: str, options: PanelOptions) -> str:
        """Lay the clients out as content tabs do, which works without JavaScript."""
        values = self._values(id_, options)
        clients = [self._by_id[client] for client in options.clients or self.settings.clients]
        radios = "".join(
            f'<input type="radio" id="{id_}-{client.id}" name="{id_}-client" '
            f'value="{client.id}"{" checked" if client is clients[0] else ""}>'
            for client in clients
        )
        labels = "".join(_label(id_, client) for client in clients)
        blocks = "".join(fill(client.block, values) for client in clients)
        return (
            '<div class="tabbed-set tabbed-alternate keyfill-tabs" role="group" '
            f'aria-label="S3 client">\n{radios}\n'
            f'<div class="tabbed-labels">{labels}</div>\n'
            f'<div class="tabbed-content">{blocks}</div>\n'
            "</div>"
        )

    def _values(self, id_: str, options: PanelOptions) -> dict[str, str]:
        start = options.region or self.settings.start_region
        regions = "".join(_region_option(r.name, start) for r in self.settings.regions)
        return {
            **vars(self._placeholders(start)),
            "brand": self.settings.brand,
            "panel": id_,
            "region_options": Markup(regions),
        }

    def _placeholders(self, start: str | None) -> Placeholders:
        """Show the values of the region that is chosen at the start, if one is."""
        chosen = [region for region in self.settings.regions if region.name == start]
        if not chosen:
            return self.settings.placeholders
        return addresses.placeholders(chosen, self.settings.shared)


def _label(id_: str, client: StaticClient) -> str:
    return f'<label for="{id_}-{client.id}">{escape(client.label)}</label>'


def _region_option(name: str, start: str | None) -> str:
    chosen = " selected" if name == start else ""
    return f"<option{chosen}>{escape(name)}</option>"
