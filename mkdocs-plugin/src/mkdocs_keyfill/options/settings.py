"""From the options as written to what a page needs: checked regions, clients and placeholders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_keyfill.clients import client_slots
from mkdocs_keyfill.errors import did_you_mean, missing_error, option_error
from mkdocs_keyfill.options import (
    addresses,
    behaviour,
    grammar,
    language,
    option_lines,
    shown_clients,
    slots,
    store,
    tabs,
    texts,
)
from mkdocs_keyfill.options.addresses import Placeholders, Region
from mkdocs_keyfill.options.behaviour import Behaviour
from mkdocs_keyfill.options.choices import chosen
from mkdocs_keyfill.options.client_files import ClientFiles
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.grammar import Refused
from mkdocs_keyfill.options.language import Language
from mkdocs_keyfill.options.shown_clients import ShownClients
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.options.store import Store
from mkdocs_keyfill.options.tabs import Tab
from mkdocs_keyfill.options.templates import Templates
from mkdocs_keyfill.options.texts import Replaced
from mkdocs_keyfill.rules import LIMITS
from mkdocs_keyfill.slots.slot import Slot
from mkdocs_keyfill.static_page import StaticPage
from mkdocs_keyfill.words import Text

_BRAND_FORM = f"the name of the cloud, 1 to {LIMITS.shown} characters"


@dataclass(frozen=True)
class Settings:
    """What the fences of a site are made from."""

    brand: str
    regions: tuple[Region, ...]
    """No region: the site is not configured yet."""
    clients: tuple[str, ...]
    placeholders: Placeholders
    shared: Mapping[str, str]
    """The addresses that regions share, for the placeholders of one region."""
    behaviour: Behaviour
    slots: tuple[Slot, ...]
    own_slots: bool
    """Whether they differ from the defaults."""
    tabs: tuple[Tab, ...]
    shown: ShownClients
    """The clients that have a tab, but for the plain tabs."""
    store: Store
    language: Language
    texts: Replaced
    known_texts: Mapping[str, Text]
    start_region: str | None
    offer: bool
    remember_choices: bool

    @property
    def data(self) -> dict[str, object]:
        """Give what `Config::from_json` reads: the same for every panel of the site."""
        data: dict[str, object] = {
            "brand": self.brand,
            "regions": [vars(region) for region in self.regions],
            "clients": self.clients,
            **self.behaviour.changes(),
        }
        if self.own_slots:
            data["slots"] = [slot.data() for slot in self.slots]
        if self.tabs:
            data["tabs"] = [tab.data() for tab in self.tabs]
        data |= self.shown.data()
        if changes := self.store.changes():
            data["store"] = changes
        # The app reads the texts of clients in their files.
        own = [(self.known_texts[id_].key, forms) for id_, forms in self.texts.own.items()]
        if texts := {str(key): forms.data() for key, forms in own if key is not None}:
            data["texts"] = texts
        if self.start_region is not None:
            data["start_region"] = self.start_region
        return data

    @property
    def files(self) -> list[Path]:
        """List the files of tabs and clients: what they say is part of the options."""
        return [*(tab.file for tab in self.tabs if tab.file), *self.shown.files]


def resolve(options: Options, site: SiteFacts, static: StaticPage) -> Settings:
    """Expand and check the options; the first wrong one stops the build."""
    option_lines.refuse_twins(site.file)
    templates = Templates(site.extra, site.config)
    options = options.expanded(templates.expand)
    brand = _brand(options, site)
    effective = slots.resolve(options.slots, static.slots)
    of_clients = client_slots.for_clients(effective, static.slots)
    files = ClientFiles(templates, of_clients, site)
    own = tabs.resolve(options.tabs, templates, effective, site, files)
    whole = (*static.clients, static.files)
    overrides = files.overrides(options.client_overrides, whole)
    # A tab with the id of a client stands in its place.
    usual = list(dict.fromkeys([*static.default_clients, *own.written]))
    known = list(dict.fromkeys([*usual, *static.client_ids]))
    clients = _clients(options.clients, known, usual)
    behaves = behaviour.resolve(options, is_served=site.is_served)
    replaced = texts.resolve(options.texts, static.texts)
    spoken = language.resolve(options, site)
    said = {**spoken.catalogue.strings, **replaced.own}
    offer = options.offer is None or behaviour.flag("offer", options.offer)
    remembers = options.remember_choices
    found = addresses.resolve(options)
    talks = store.resolve(options.store)
    ways = talks.ways(region.s3_endpoint for region in found.regions)
    return Settings(
        brand=brand,
        regions=found.regions,
        clients=clients,
        placeholders=found.placeholders,
        shared=found.shared,
        behaviour=behaves,
        slots=effective,
        own_slots=effective != static.slots,
        tabs=own.plain,
        shown=shown_clients.resolve(clients, whole, overrides, own, said, ways),
        store=talks,
        language=spoken,
        texts=replaced,
        known_texts=static.texts,
        start_region=_start_region(options, site, found.regions),
        offer=offer,
        remember_choices=remembers is not None and behaviour.flag("remember_choices", remembers),
    )


def _brand(options: Options, site: SiteFacts) -> str:
    if options.brand is not None:
        brand = options.brand.strip()
    elif site.name is not None:
        brand = site.name
    else:
        raise missing_error("brand", _BRAND_FORM)
    if not brand:
        raise option_error("brand", brand, "is empty", _BRAND_FORM)
    if len(brand) > LIMITS.shown:
        raise option_error("brand", brand, f"has {len(brand)} characters", _BRAND_FORM)
    try:
        grammar.refuse_hidden(brand, is_words=True)
    except Refused as refused:
        raise option_error("brand", brand, str(refused), _BRAND_FORM) from refused
    return brand


def _clients(
    written: Sequence[str] | None, known: Sequence[str], usual: Sequence[str]
) -> tuple[str, ...]:
    clients = usual
    if written is not None:
        clients = chosen("clients", written, known, kind="client", form=Options.clients.form)
    if len(clients) > LIMITS.clients:
        wrong = f"has {len(clients)} clients"
        raise option_error("clients", [*clients], wrong, f"at most {LIMITS.clients}")
    return tuple(clients)


def _start_region(options: Options, site: SiteFacts, regions: Sequence[Region]) -> str | None:
    """Take the author's word, or what mike's version says. One region needs no choice."""
    names = [region.name for region in regions]
    if options.region is None:
        return site.version.region(names) if len(names) > 1 else None
    name = options.region.strip()
    if regions and name not in names:
        wrong = f"is not a region of this site{did_you_mean(name, names)}"
        raise option_error("region", name, wrong, f"one of {', '.join(names)}")
    return name if len(names) > 1 else None
