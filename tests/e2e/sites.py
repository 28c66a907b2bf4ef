"""Small sites beside the documentation, for what the documentation does not have."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs_keyfill.options import addresses
from mkdocs_keyfill.web import destinations
from mkdocs_keyfill.web.site_config import SiteConfig

from site_server import build
from stack import Stack

FENCE = "```keyfill\n```\n"
# Commands of an author's that need all of a key.
EXPORTS = """```bash
export AWS_ACCESS_KEY_ID=<access-key>
export AWS_SECRET_ACCESS_KEY=<secret-key>
aws --endpoint-url <endpoint> s3 ls
```
"""


# Where the store of a second region would be: nobody asks it.
AUR2_STORE = "https://s3-aur2.cloud.example:8080"


def all_ways(stack: Stack) -> dict[str, Any]:
    """Return the options for every way to sign in, and for two regions of one Keystone."""
    return {
        "sign_in": ["token", "password", "application_credential"],
        "regions": {"Aur1": {"s3_endpoint": stack.s3_url}, "Aur2": {"s3_endpoint": AUR2_STORE}},
    }


def palette(preferred: str, scheme: str) -> dict[str, Any]:
    """Follow the browser, as the documentation does."""
    toggle = {"icon": "material/brightness-6", "name": f"Not {preferred}"}
    return {"media": f"(prefers-color-scheme: {preferred})", "scheme": scheme, "toggle": toggle}


def build_site(
    work: Path,
    out: Path,
    stack: Stack,
    url: str,
    pages: dict[str, str],
    *,
    features: Sequence[str] = (),
    extensions: Sequence[Any] = (),
    theme: Mapping[str, Any] | None = None,
    **options: Any,
) -> None:
    """Build a site of Material's with these pages into `out`, with `work` for its sources.

    The `features` are the theme's, beside instant navigation, and so is what `theme` says; the
    `extensions` are Markdown's. The `options` are the plugin's, beside or in the place of those
    that every site has.
    """
    settings = {
        "brand": "Aurora Cloud",
        "regions": [stack.region],
        "keystone_url": stack.keystone_url,
        "s3_endpoint": stack.s3_url,
    }
    config = {
        "site_name": "Small",
        # Instant navigation follows the links that the site map has, and that wants this URL.
        "site_url": url,
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.instant", *features],
            "palette": [palette("light", "default"), palette("dark", "slate")],
            **(theme or {}),
        },
        "plugins": [{"keyfill": {**settings, **options}}],
        "markdown_extensions": ["pymdownx.superfences", *extensions],
    }
    (work / "docs").mkdir()
    for name, text in pages.items():
        (work / "docs" / name).write_text(text)
    # JSON is YAML too.
    (work / "mkdocs.yml").write_text(json.dumps(config))
    build(work / "mkdocs.yml", out, stack.keystone_url, stack.s3_url)


def copy_with_keystone(page: Path, name: str, keystone_url: str) -> str:
    """Copy a built page beside itself, with another Keystone in it, and return its path."""
    directory = page.parent.parent / name
    directory.mkdir(exist_ok=True)
    text = page.read_text()
    named = re.search('data-site="([^"]*)"', text)
    assert named is not None
    [file] = page.parent.parent.rglob(f"site-{named[1]}.json")
    config, count = re.subn(
        r'("keystone_url":")[^"]*', lambda found: found[1] + keystone_url, file.read_text()
    )
    assert count >= 1
    site = SiteConfig(config)
    (file.parent / site.file).write_text(config)
    text = text.replace(named[0], f'data-site="{site.hash}"')
    # A site for that Keystone says so beside its loader.
    regions = [addresses.Region(**region) for region in json.loads(config)["regions"]]
    marked = rf'{destinations.ATTRIBUTE}="{destinations.digest(regions)}"'
    text, count = re.subn(f'{destinations.ATTRIBUTE}="[^"]*"', marked, text)
    assert count == 1
    (directory / "index.html").write_text(text)
    return f"{name}/"
