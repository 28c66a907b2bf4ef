"""Which version mike builds: sites keep one version for each region."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_keyfill.options import grammar

VARIABLE = "MIKE_DOCS_VERSION"


@dataclass(frozen=True)
class Version:
    """The names of a version: its own, and its title and aliases where mike tells them."""

    names: tuple[str, ...]

    def region(self, regions: Iterable[str]) -> str | None:
        """Find the region that this version is for, by its name or its profile."""
        by_name = {word: region for region in regions for word in _words(region)}
        for name in self.names:
            if name.lower() in by_name:
                return by_name[name.lower()]
        return None


NONE = Version(())


def building() -> Version:
    """Read the variable.

    mike 2.2 sets it to the bare version (`mkdocs_utils.build`). A JSON object with `version`,
    `title` and `aliases`, as `versions.json` has it, is understood too.
    """
    text = os.environ.get(VARIABLE, "")
    try:
        told = json.loads(text)
    except ValueError:
        told = text
    if not isinstance(told, dict):
        return Version((text,) if text else ())
    aliases = told.get("aliases") or []
    names = [told.get("version"), told.get("title"), *aliases]
    return Version(tuple(name for name in names if isinstance(name, str)))


def _words(region: str) -> tuple[str, str]:
    return region.lower(), grammar.profile(region)
