"""What the options may refer to: the site around them, whichever generator makes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_keyfill.errors import PLUGIN
from mkdocs_keyfill.generators import mike


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
    version: mike.Version = mike.NONE
    """The version that mike builds."""
