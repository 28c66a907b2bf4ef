"""What `keyfill config` prints: what each region resolves to, and what is otherwise than usual."""

from collections.abc import Iterator

from mkdocs_keyfill.languages.catalogue import ENGLISH
from mkdocs_keyfill.options import addresses, grammar
from mkdocs_keyfill.options.settings import Settings
from mkdocs_keyfill.web import destinations


def lines(settings: Settings) -> Iterator[str]:
    """Write a configuration that is right."""
    yield f"brand: {settings.brand}"
    if not settings.regions:
        yield f"regions: not configured yet (a region is called {addresses.NOT_CONFIGURED})"
    for region in settings.regions:
        chosen = " (chosen at the start)" if region.name == settings.start_region else ""
        yield f"region: {region.name}{chosen}"
        yield f"  keystone_url: {region.keystone_url}"
        yield f"  s3_endpoint: {region.s3_endpoint}"
        yield f"  signing_region: {region.signing_region}"
        yield f"  profile: {grammar.profile(region.name)}"
    yield f"{destinations.ATTRIBUTE}: {destinations.digest(settings.regions)}"
    yield f"clients: {', '.join(settings.clients)}"
    if settings.language.catalogue.tag != ENGLISH:
        yield f"language: {settings.language.catalogue.tag}"
    for name, value in settings.behaviour.changes().items():
        yield f"{name}: {_shown(value)}"
    for name, value in settings.store.changes().items():
        yield f"store.{name}: {value}"
    if not settings.offer:
        yield "offer: false"
    for slot in settings.slots:
        kind = f" ({slot.kind}: {slot.label})" if slot.kind else ""
        yield f"slot {slot.id}{kind}: {', '.join(f'<{name}>' for name in slot.names)}"
    for client in settings.shown.clients:
        if client.id in settings.shown.changed:
            yield f"client {client.id}: {client.label}, {len(client.steps)} steps"
    if (files := settings.shown.files_to_save).id in settings.shown.changed:
        yield f"files to save: {', '.join(step.id for step in files.steps) or 'none'}"
    for tab in settings.tabs:
        yield f"tab {tab.id}: {tab.label}, {len(tab.steps)} steps"
    if settings.texts.own:
        yield f"texts: {len(settings.texts.own)} replaced"
    for text in settings.texts.former:
        yield f"texts: not used, the panel no longer has it: {text}"
    for text, id_ in settings.texts.by_english.items():
        yield f"texts: {id_} is the id of this text, and stays when the wording changes: {text}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, tuple) else str(value)
