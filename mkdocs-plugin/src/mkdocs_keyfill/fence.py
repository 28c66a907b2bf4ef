"""The fence ```` ```keyfill ````: the panel with the static how-to inside."""

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from markdown import Markdown
from mkdocs.exceptions import PluginError
from pymdownx.superfences import SuperFencesException

from mkdocs_keyfill.settings import ENDPOINT, Settings
from mkdocs_keyfill.static_page import Markup, StaticClient, StaticPage, fill

NAME = "keyfill"

OPENING = re.compile(r'<(div|section) class="keyfill" ')
"""How the HTML of every fence begins."""


class FenceError(PluginError, SuperFencesException):  # type: ignore[misc]
    """A fence that cannot be rendered. SuperFences swallows every exception but its own."""


class Fence:
    """Renders the fences of a site. SuperFences calls `check` and `render`."""

    def __init__(self, settings: Settings, static: StaticPage) -> None:
        self._settings = settings
        self._static = static
        self._clients = static.chosen(settings.clients)
        self._page = ""
        self._count = 0

    def start_page(self, page: str) -> None:
        """Number the panels from one again; a page may take several runs of Markdown."""
        self._page = page
        self._count = 0

    def check(
        self,
        language: str,
        inputs: Mapping[str, str],
        options: dict[str, object],
        attrs: dict[str, str],
        md: Markdown,
    ) -> bool:
        """Refuse anything beside the name, in the signature of a SuperFences validator."""
        if inputs:
            self._refuse(" ".join(f"{key}={value!r}" for key, value in inputs.items()))
        return True

    def render(
        self,
        source: str,
        language: str,
        class_name: str,
        options: dict[str, object],
        md: Markdown,
        **kwargs: Any,
    ) -> str:
        """Make the HTML of one fence, in the signature of a SuperFences formatter."""
        extra = [*(kwargs.get("classes") or []), kwargs.get("id_value") or "", source.strip()]
        if any(extra):
            self._refuse(" ".join(filter(None, extra)))
        self._count += 1
        return self._html(f"kf{self._count}")

    def _html(self, panel: str) -> str:
        """Put the panel together; the wasm replaces its children by the same structure.

        Material's search stops skipping an element at the first end tag of the same name
        inside it. So the mark is on an element whose name occurs once: on the panel too.
        """
        if not self._settings.regions:
            tabs = self._tabs(panel)
            return f'<section class="keyfill" data-search-exclude>\n{tabs}\n</section>'
        config = escape(self._data_config(), quote=False).replace("'", "&#x27;")
        several = len(self._settings.regions) > 1
        bar = fill(self._static.bar_regions if several else self._static.bar, self._values(panel))
        return (
            '<div class="keyfill" data-search-exclude>\n'
            f"<keyfill-panel data-config='{config}' data-panel=\"{panel}\" data-search-exclude>\n"
            f"{bar}\n{self._endpoints()}{self._tabs(panel)}\n"
            "</keyfill-panel></div>"
        )

    def _endpoints(self) -> str:
        """List the endpoints where the commands cannot name them, for a page without the app.

        It is text alone: the loader shows it too, where a script runs and the app does not.
        """
        if self._settings.placeholders.endpoint != ENDPOINT:
            return ""
        regions = self._settings.regions
        text = ", ".join(f"{region.name}: {region.s3_endpoint}" for region in regions)
        return f"<noscript>Endpoints: {escape(text)}</noscript>\n"

    def _tabs(self, panel: str) -> str:
        """Lay the clients out as content tabs do, which works without JavaScript."""
        values = self._values(panel)
        radios = "".join(
            f'<input type="radio" id="{panel}-{client.id}" name="{panel}-client" '
            f'value="{client.id}"{" checked" if client is self._clients[0] else ""}>'
            for client in self._clients
        )
        labels = "".join(_label(panel, client) for client in self._clients)
        blocks = "".join(fill(client.block, values) for client in self._clients)
        return (
            '<div class="tabbed-set tabbed-alternate keyfill-tabs" role="group" '
            f'aria-label="S3 client">\n{radios}\n'
            f'<div class="tabbed-labels">{labels}</div>\n'
            f'<div class="tabbed-content">{blocks}</div>\n'
            "</div>"
        )

    def _values(self, panel: str) -> dict[str, str]:
        names = (escape(region.name) for region in self._settings.regions)
        return {
            **vars(self._settings.placeholders),
            "brand": self._settings.brand,
            "panel": panel,
            "region_options": Markup("".join(f"<option>{name}</option>" for name in names)),
        }

    def _data_config(self) -> str:
        """Write what `Config::from_json` reads."""
        config = {
            "brand": self._settings.brand,
            "regions": [vars(region) for region in self._settings.regions],
            "clients": self._settings.clients,
            **self._settings.behaviour.changes(),
        }
        return json.dumps(config, ensure_ascii=False, separators=(",", ":"))

    def _refuse(self, what: str) -> None:
        raise FenceError(
            f"Plugin 'keyfill' fence in '{self._page}': {what!r} is not read by this version. "
            "Expected: an empty fence; the options are in mkdocs.yml."
        )


def _label(panel: str, client: StaticClient) -> str:
    return f'<label for="{panel}-{client.id}">{escape(client.label)}</label>'
