"""The row of tabs of a panel: radios, labels and the menu behind them; the choice of a shell."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from mkdocs_keyfill.panel.region_values import RegionValues
from mkdocs_keyfill.rules import LIMITS, SHELLS
from mkdocs_keyfill.words import Words

_ANCHOR = re.compile(r'<a name="([^"]*)"></a>')


@dataclass(frozen=True)
class Tab:
    """The tab of one client."""

    id: str
    label: str
    steps: Callable[[RegionValues, bool], str]
    """Writes its steps, for a panel with little space or not."""
    shells: tuple[str, ...] = ()
    file: str = ""
    """An attribute with the name of its file, for the script that fetches that."""


@dataclass(frozen=True)
class TabRow:
    """The tabs of one panel, which works without a script but for its menus."""

    panel: str
    tabs: Sequence[Tab]
    words: Words

    def radios(self) -> str:
        """Write what is chosen by a label and by the keyboard."""
        return "".join(
            f'<input type="radio" id="{self._id(tab)}" name="{self.panel}-client" '
            f'value="{tab.id}"{tab.file}{" checked" if tab is self.tabs[0] else ""}>'
            for tab in self.tabs
        )

    def labels(self) -> str:
        """Write what stands on each tab."""
        return "".join(
            f'<label for="{self._id(tab)}">{escape(tab.label, quote=False)}</label>'
            for tab in self.tabs
        )

    def more(self) -> str:
        """Offer the clients that have no place in the row, in a menu that a script shows."""
        rest = self.tabs[LIMITS.tabs_in_row :]
        if not rest:
            return ""
        options = "".join(
            f'<option value="{tab.id}">{escape(tab.label, quote=False)}</option>' for tab in rest
        )
        name = escape(self.words.plain("more-clients"))
        head = escape(self.words.plain("more"), quote=False)
        return (
            f'<select class="keyfill-select" aria-label="{name}" autocomplete="off" hidden>'
            f"<option selected disabled>{head}</option>{options}</select>"
        )

    def shells(self) -> str:
        """Offer the shells that the clients have commands for; a script brings those."""
        there = {shell for tab in self.tabs for shell in tab.shells}
        if len(there) < 2:
            return ""
        options = "".join(
            f'<option value="{shell}">{escape(self.words.plain(f"shell-{shell}"))}</option>'
            for shell in SHELLS
            if shell in there
        )
        return (
            f'<p class="keyfill-shell" inert><label for="{self.panel}-shell">'
            f'{escape(self.words.plain("shell"))}</label> <select id="{self.panel}-shell" '
            f'class="keyfill-select" autocomplete="off">{options}</select></p>\n'
        )

    def _id(self, tab: Tab) -> str:
        """Name the tab of a client, which may be called like another part of the panel."""
        return f"{self.panel}-tab-{tab.id}"


def anchors(clients: Iterable[str]) -> str:
    """Let an address such as `#keyfill-rclone` lead here.

    They have names and no ids: what the author calls so has an id, which a browser prefers.
    """
    return "".join(f'<a name="keyfill-{client}"></a>' for client in clients)


def anchors_of(html: str) -> set[str]:
    """Find the names of those in the HTML of a panel, for a generator that checks links."""
    return set(_ANCHOR.findall(html))
