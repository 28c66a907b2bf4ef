"""The options of a site: their names, types and defaults, and what each of them says.

They are the same under the plugin, under the Markdown extension and in a file of their own. The
checks, the tables of the documentation and the schema for editors are all made from this one.
"""

from collections.abc import Mapping
from typing import Any

from mkdocs_keyfill.clients import built_in
from mkdocs_keyfill.errors import unknown_option
from mkdocs_keyfill.options.kinds import (
    ALL_WORDS,
    Expand,
    Flag,
    Number,
    Option,
    Regions,
    Table,
    Text,
    Words,
)
from mkdocs_keyfill.rules import DEFAULTS, RANGES, SIGN_IN


class Options:
    """What an author may write under `keyfill:`. Each text is Jinja over `extra`."""

    brand = Text(
        "The name of the cloud, as readers see it.", otherwise="`site_name`", words=ALL_WORDS
    )

    regions = Regions(
        "The regions of the cloud, as names or as a mapping of names to their own addresses.",
        otherwise="required",
    )

    keystone_url = Text(
        "The Keystone URL of a region: `https://HOST:PORT/v3`.",
        "URL with `{region}`",
        otherwise="required",
    )

    s3_endpoint = Text(
        "The S3 endpoint of a region: `https://HOST:PORT`.",
        "URL with `{region}`",
        otherwise="required",
    )

    signing_region = Text(
        "The region that requests are signed for.",
        "text with `{region}`",
        default="{region}",
    )

    region = Text(
        "The region that is selected when a page opens; a mike version can select another.",
        otherwise="the first of `regions`",
    )

    clients = Words(
        "The clients that get a tab, in this order; `tabs` adds more.",
        "a list of clients, in the order of the tabs",
        built_in.ids(),
        otherwise=", ".join(f"`{client}`" for client in DEFAULTS.clients),
    )

    sign_in = Words(
        f"The sign-in methods, in this order: any of {', '.join(f'`{way}`' for way in SIGN_IN)}.",
        "a list of sign-in methods, in the order of the form",
        SIGN_IN,
        default=list(DEFAULTS.sign_in),
    )

    domain = Text(
        "The Keystone domain of the readers' users, by name or ID.", default=DEFAULTS.domain
    )

    idle_minutes = Number(
        "After how many minutes without activity the page forgets everything.",
        "minutes",
        RANGES.idle_minutes,
        default=DEFAULTS.idle_minutes,
    )

    catalog_endpoints = Flag(
        "Whether the commands may show the endpoint that the catalog has for a region.",
        default=DEFAULTS.catalog_endpoints,
    )

    deletion_delay = Number(
        "For how many seconds the object store may keep accepting a deleted key.",
        "seconds",
        RANGES.deletion_delay,
        default=DEFAULTS.deletion_delay,
    )

    slots = Table(
        "Which placeholders are filled in, under which names, and what readers may set.",
        "a mapping of slots to their names",
        otherwise="[the usual names](slots.md#which-placeholders)",
        words=frozenset({"label"}),
    )

    remember_values = Flag(
        "Whether a reader may keep values, but never secrets, for the browser's session.",
        default=DEFAULTS.remember_values,
    )

    remember_choices = Flag(
        "Whether the chosen client and shell are kept for the browser's session.", default=False
    )

    session = Text(
        "How far a session goes in its tab: `site`, or `document` to end it with the page.",
        "`site` or `document`",
        default=DEFAULTS.session,
    )

    copy_buttons = Flag(
        "Whether code gets a copy button where the theme adds none.",
        default=DEFAULTS.copy_buttons,
    )

    sample = Flag(
        "Whether readers may try the panel with a made-up cloud, without a sign-in.",
        default=DEFAULTS.sample,
    )

    offer = Flag(
        "Whether a page that has placeholders and no panel offers to fill them in.", default=True
    )

    tabs = Table(
        "Tabs of your own, written as steps or as Markdown files.",
        "a mapping of tabs to what is in them, or to a Markdown file",
        words=frozenset({"label", "lead", "text", "copy_name"}),
    )

    client_overrides = Table(
        "Steps of Keyfill's clients, each replaced by yours, in a Markdown file for each client.",
        "a mapping of clients to Markdown files",
    )

    store = Table(
        "How clients talk to the object store: `addressing` and `checksums`.",
        "a mapping with any of addressing, checksums",
        otherwise="`{addressing: path, checksums: when_required}`",
    )

    language = Text(
        "The language of the panel, as a tag such as `de` or `pt-BR`.",
        otherwise="the theme's, else English",
    )

    texts = Table(
        "Texts of the panel, each replaced by yours.",
        "a mapping of the ids of the panel's texts to yours",
        words=ALL_WORDS,
    )

    def __init__(self, written: Mapping[str, object]) -> None:
        """Check names and types; the first that is wrong is reported."""
        for key, value in written.items():
            if key not in NAMES:
                raise unknown_option(str(key), str(key), value, NAMES)
        self._written = written
        self.values: dict[str, Any] = {
            name: option.read(written.get(name)) for name, option in ALL.items()
        }

    def expanded(self, expand: Expand) -> "Options":
        """Resolve the templates in all of them, so that what checks them sees plain values."""
        return Options(
            {name: ALL[name].expanded(value, expand) for name, value in self._written.items()}
        )


ALL: dict[str, Option[Any]] = {
    name: option for name, option in vars(Options).items() if isinstance(option, Option)
}

NAMES = tuple(ALL)
"""The names of the options, in the order of the documentation."""
