"""Where a site's secrets go: what a page accepts of its panels, said beside the loader."""

import hashlib
from collections.abc import Sequence

from mkdocs_keyfill.options.addresses import Region

ATTRIBUTE = "data-keyfill-accepts"
"""The attribute of the script that loads the panels; `www/keyfill.js` reads it."""


def digest(regions: Sequence[Region]) -> str:
    """Hash the regions and their Keystones; the page compares it with what a panel says."""
    lines = sorted(f"{region.name} {region.keystone_url}\n" for region in regions)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
