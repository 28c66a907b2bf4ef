"""The panels of a site that no plugin makes: the extension has the options."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs_keyfill import static_page
from mkdocs_keyfill.errors import EXTENSION, OptionError
from mkdocs_keyfill.generators import mike
from mkdocs_keyfill.options import settings
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.kinds import mapping
from mkdocs_keyfill.options.site_facts import SiteFacts
from mkdocs_keyfill.panel.panels import Panels

_KEPT = 8
_made: dict[str, "_Made"] = {}
"""Generators make a `Markdown` for every page: the options are checked once."""


@dataclass(frozen=True)
class _Made:
    panels: Panels
    config: object
    """The generator's configuration: while it is held here, no other has its identity."""
    files: tuple[tuple[Path, int], ...]

    @property
    def is_fresh(self) -> bool:
        return all(_changed_at(file) == at for file, at in self.files)


def panels(
    written: Mapping[str, Any], config: Mapping[str, Any], facts: Callable[[], SiteFacts]
) -> Panels:
    """Check the options, or take what was made of the same ones before.

    They are the same for the same configuration of the generator, and the same version of mike.
    """
    version = mike.building()
    key = repr((sorted(written.items(), key=str), id(config), version))
    made = _made.get(key)
    if made is None or not made.is_fresh:
        made = _make(written, config, replace(facts(), by=EXTENSION, version=version))
        if len(_made) >= _KEPT:
            _made.clear()
        _made[key] = made
    return made.panels


def config_file(folder: Path) -> Path | None:
    """Find the file that the options are likely in, to name its lines: nobody tells."""
    names = ("zensical.toml", "mkdocs.yml", "mkdocs.yaml")
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _make(written: Mapping[str, Any], config: Mapping[str, Any], site: SiteFacts) -> _Made:
    own = dict(written)
    try:
        extra = mapping("extra", own.pop("extra", None) or site.extra, "a mapping")
        static = static_page.load()
        resolved = settings.resolve(Options(own), replace(site, extra=extra), static)
    except OptionError as error:
        raise error.said_by(EXTENSION) from error
    files = tuple((file, _changed_at(file)) for file in resolved.files)
    return _Made(Panels(resolved, static), config, files)


def _changed_at(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
