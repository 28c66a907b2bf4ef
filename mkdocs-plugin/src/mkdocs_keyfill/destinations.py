"""Where a site's secrets go: what a page accepts of its panels, said beside the loader."""

import hashlib
import re
from collections.abc import Sequence

from mkdocs_keyfill.addresses import Region

ATTRIBUTE = "data-keyfill-accepts"
"""The attribute of the script that loads the panels; `www/keyfill.js` reads it."""

_LOADER = re.compile(r"<script\b(?=[^>]*\bsrc=[\"']?[^\"'\s>]*\bkeyfill\.js\b)", re.IGNORECASE)


def digest(regions: Sequence[Region]) -> str:
    """Hash the regions and their Keystones, as `core/config/destinations.rs` does."""
    lines = sorted(f"{region.name} {region.keystone_url}\n" for region in regions)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def mark(html: str, accepted: str) -> str:
    """Say beside the loader of a finished page which panels it accepts."""
    return _LOADER.sub(f'<script {ATTRIBUTE}="{accepted}"', html)
