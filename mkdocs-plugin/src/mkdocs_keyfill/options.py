"""The options of a site: their names, types and defaults.

They are the same under the plugin, under the Markdown extension and in a file of their own.
"""

from collections.abc import Mapping
from typing import Any

from mkdocs_keyfill.errors import unknown_option
from mkdocs_keyfill.option_kinds import Flag, Number, Option, Regions, Table, Text, Words

CLIENTS_FORM = "a list of clients, in the order of the tabs"
SIGN_IN_FORM = "a list of ways to sign in, in the order of the form"
IDLE_FORM = "whole minutes, from 1 to 480"
DELAY_FORM = "whole seconds, from 0 to 86400"
SLOTS_FORM = "a mapping of slots to their names"
TABS_FORM = "a mapping of tabs to what is in them, or to a Markdown file"
TEXTS_FORM = "a mapping of the panel's English texts to yours"


class Options:
    """What an author may write under `keyfill:`. Each text is Jinja over `extra`."""

    brand = Text()
    """The name of the cloud, shown to the reader. The site's name unless set."""

    regions = Regions()
    """The regions, as names or as a mapping of names to options of their own."""

    keystone_url = Text()
    """The Keystone of a region: `https://HOST:PORT/v3`, with `{region}` for its name."""

    s3_endpoint = Text()
    """Where the object store of a region answers S3: `https://HOST:PORT`, with `{region}`."""

    signing_region = Text("{region}")
    """The region that requests are signed for: the region's name unless set."""

    region = Text()
    """The region that is chosen at the start. By mike's version, where that names one."""

    clients = Words(CLIENTS_FORM)
    """The clients that get a tab, in this order. All of them unless set."""

    sign_in = Words(SIGN_IN_FORM)
    """The ways to sign in that the panel offers, in this order. Only `token` unless set."""

    domain = Text()
    """The domain of the readers' users, by name or id. `Default` unless set."""

    idle_minutes = Number(IDLE_FORM)
    """After how many idle minutes the page forgets everything. 15 unless set."""

    catalog_endpoints = Flag()
    """Whether the commands may show the catalog's endpoint of a region. Not unless set."""

    deletion_delay = Number(DELAY_FORM)
    """For how many seconds the store may still honour a deleted key. 0 unless set."""

    slots = Table(SLOTS_FORM)
    """Which placeholders of a page are filled, by which names, and what readers may set."""

    remember_values = Flag()
    """Whether a reader may keep variables for the browser's session. Not unless set."""

    copy_buttons = Flag()
    """Whether code gets a copy button where the theme gives it none. It does unless set."""

    offer = Flag()
    """Whether pages with slots and no panel offer one. They do unless set."""

    tabs = Table(TABS_FORM)
    """Tabs of the author's own, as steps or as Markdown files."""

    texts = Table(TEXTS_FORM)
    """Words of the panel, replaced."""

    def __init__(self, written: Mapping[str, object]) -> None:
        """Check names and types; the first that is wrong is reported."""
        for key, value in written.items():
            if key not in NAMES:
                raise unknown_option(str(key), str(key), value, NAMES)
        self.values: dict[str, Any] = {
            name: option.read(written.get(name)) for name, option in _OPTIONS.items()
        }


_OPTIONS: dict[str, Option[Any]] = {
    name: option for name, option in vars(Options).items() if isinstance(option, Option)
}

NAMES = tuple(_OPTIONS)
"""The names of the options, in the order of the documentation."""
