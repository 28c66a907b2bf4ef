"""What the options may refer to: the site around them, whichever generator makes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_keyfill.errors import PLUGIN
from mkdocs_keyfill.options import grammar


@dataclass(frozen=True)
class Version:
    """A version of the site: its name, and its title and aliases where they are known."""

    names: tuple[str, ...]

    def region(self, regions: Iterable[str]) -> str | None:
        """Find the region that this version is for, by its name or its profile."""
        by_name = {word: region for region in regions for word in _words(region)}
        for name in self.names:
            if name.lower() in by_name:
                return by_name[name.lower()]
        return None


NO_VERSION = Version(())


@dataclass(frozen=True)
class SiteFacts:
    """The site of one set of options."""

    name: str | None = None
    """The site's name, for a brand that is not set."""
    extra: Mapping[Any, object] = field(default_factory=dict)
    """What Jinja in the options may name."""
    config: object = None
    """The generator's configuration, as Jinja's `config`."""
    file: Path | None = None
    """The file that the options are in, for messages that name a line."""
    folder: Path = Path()
    """Where the files that the options name are."""
    by: str = PLUGIN
    """Who speaks in messages."""
    version: Version = NO_VERSION
    """The version that is built."""
    language: str | None = None
    """The tag of the language that its pages are in, where the generator knows it."""
    is_served: bool = False
    """Whether the author looks at it while writing, and nobody else sees it."""


def _words(region: str) -> tuple[str, str]:
    return region.lower(), grammar.profile(region)
