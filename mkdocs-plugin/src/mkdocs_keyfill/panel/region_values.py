"""What stands in the steps of a client for its slots, before a reader has signed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from mkdocs_keyfill.clients.client import Gap
from mkdocs_keyfill.options.addresses import OFTEN_SHARED, Placeholders
from mkdocs_keyfill.rules import CLIENT_FACTS, FACTS_OF_REGION, PLACEHOLDERS

OF_REGION = {
    "region": "region",
    "profile": "profile",
    "signing-region": "signing_region",
    "endpoint": "endpoint",
    "host": "host",
    "s3-hostname": "hostname",
    "s3-port": "port",
    "scheme": "scheme",
    "use-https": "use_https",
    "keystone-url": "keystone_url",
}
"""The slots that a region fills, each with the name that `www/rest.js` has for it."""


@dataclass(frozen=True)
class RegionValues:
    """The values of a region, or what stands for them while none is chosen."""

    placeholders: Placeholders
    chosen: bool
    differing: frozenset[str]
    """What of that which may be the same for all regions is not."""
    store: Mapping[str, str]
    """The values of the slots for the store's ways."""

    def is_filled(self, gap: Gap) -> bool:
        """Tell whether a slot has a value now."""
        name = OF_REGION.get(gap.slot)
        if name in OFTEN_SHARED:
            return self.chosen or "<" not in self._text(gap)
        return gap.slot in self.store or (name is not None and self.chosen)

    def is_of_region(self, gap: Gap) -> bool:
        """Tell whether a slot has a value once a region is chosen."""
        return gap.slot in OF_REGION or gap.slot in self.store

    def html(self, gap: Gap) -> str | None:
        """Write a slot that a region or the store fills; none is what a session fills."""
        if not self.is_of_region(gap):
            return None
        name = OF_REGION.get(gap.slot)
        marks = name is not None and (name not in OFTEN_SHARED or name in self.differing)
        text = escape(self._text(gap), quote=False)
        if gap.slot in CLIENT_FACTS and gap.slot not in FACTS_OF_REGION and not marks:
            return text  # It follows from the site's options alone.
        kind = "value" if self.is_filled(gap) else "slot"
        of = f' data-of-region="{name}"' if marks else ""
        return f'<span class="keyfill-{kind}"{of}>{text}</span>'

    def _text(self, gap: Gap) -> str:
        if gap.slot in self.store:
            return self.store[gap.slot]
        value: str = getattr(self.placeholders, OF_REGION[gap.slot])
        return gap.written if value == PLACEHOLDERS.host else value
