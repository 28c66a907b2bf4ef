"""Sites without instant navigation, whose sessions follow their readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .sites import FENCE, all_ways, build_site

if TYPE_CHECKING:
    from .conftest import World

BLOCK = "```bash\nexport AWS_REGION=<region> AWS_ACCESS_KEY_ID=<access-key>\n```\n"
LINKS = " ".join(f"[{name}]({name}.md)" for name in ("index", "slots", "plain", "panel"))
PAGES = {
    "index.md": f"# Home\n\n{LINKS}\n\n{FENCE}\n{BLOCK}",
    "slots.md": f"# Slots\n\n{LINKS}\n\n{BLOCK}",
    "plain.md": f"# Plain\n\n{LINKS}\n",
    "panel.md": f"# Panel\n\n{LINKS}\n\n{FENCE}\n{BLOCK}",
}


def built(
    world: World, directories: pytest.TempPathFactory, theme: str, name: str, **options: Any
) -> str:
    """Build a site without instant navigation, and return its URL."""
    url = f"{world.origin}/{name}/"
    every: dict[str, Any] = {**all_ways(world.stack), "session": "site", **options}
    looks = {"name": theme, "features": []}
    work = directories.mktemp(name)
    build_site(work, world.directory / name, world.stack, url, PAGES, theme=looks, **every)
    return url
