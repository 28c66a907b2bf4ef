"""The Markdown extension without the plugin: where its options and its page come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown

from mkdocs_keyfill import static_page
from mkdocs_keyfill.errors import EXTENSION, OptionError
from mkdocs_keyfill.generators import mike
from mkdocs_keyfill.options import settings
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.kinds import mapping
from mkdocs_keyfill.options.site_facts import SiteFacts, Version
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel.panels import Panels

_CONTEXT = "rendering_context"
"""A step of Zensical that does nothing and holds the page and the configuration."""

_HIGHLIGHT = "pymdownx.highlight"

_KEPT = 8
_made: dict[str, "_Made"] = {}
"""Zensical makes a `Markdown` for every page: the options are checked once."""


@dataclass(frozen=True)
class _Made:
    panels: Panels
    config: object
    """Zensical's configuration: while it is held here, no other has its identity."""
    files: tuple[tuple[Path, int], ...]

    @property
    def is_fresh(self) -> bool:
        return all(_changed_at(file) == at for file, at in self.files)


def panels(written: Mapping[str, Any], md: Markdown) -> Panels:
    """Check the options, or take what was made of the same ones before."""
    config = _zensical(md)
    version = mike.building()
    key = repr((sorted(written.items(), key=str), id(config), version))
    made = _made.get(key)
    if made is None or not made.is_fresh:
        made = _make(written, config, version)
        if len(_made) >= _KEPT:
            _made.clear()
        _made[key] = made
    return made.panels


def page(md: Markdown) -> PageRun:
    """Tell what is known of the page that a `Markdown` is made for."""
    context = _context(md)
    if context:
        name = str(context.page.path)
        folder = Path(str(context.config.get("docs_dir") or "docs"))
        return PageRun(name, context.page.meta, lambda: _text(folder / name))
    return PageRun("the text", getattr(md, "Meta", None), of="\n".join(getattr(md, "lines", ())))


def name_languages(md: Markdown) -> bool:
    """Tell whether the author left it open if the language of a block is in the page."""
    configs = _zensical(md).get("mdx_configs") or {}
    return "pygments_lang_class" not in (configs.get(_HIGHLIGHT) or {})


def _zensical(md: Markdown) -> Mapping[str, Any]:
    context = _context(md)
    return context.config if context else {}


def _context(md: Markdown) -> Any:
    if _CONTEXT not in md.preprocessors:
        return None
    return md.preprocessors[_CONTEXT]


def _make(written: Mapping[str, Any], config: Mapping[str, Any], version: Version) -> _Made:
    own = dict(written)
    folder = Path(str(config.get("root_dir") or "."))
    try:
        extra = mapping("extra", own.pop("extra", None) or config.get("extra") or {}, "a mapping")
        site = SiteFacts(
            name=config.get("site_name"),
            extra=dict(extra),
            config=config or None,
            file=_file(folder),
            folder=folder,
            by=EXTENSION,
            version=version,
        )
        static = static_page.load()
        resolved = settings.resolve(Options(own), site, static)
    except OptionError as error:
        raise error.said_by(EXTENSION) from error
    files = tuple((tab.file, _changed_at(tab.file)) for tab in resolved.tabs if tab.file)
    return _Made(Panels(resolved, static), config, files)


def _file(folder: Path) -> Path | None:
    """Find the file of the configuration: Zensical tells its folder alone."""
    names = ("zensical.toml", "mkdocs.yml", "mkdocs.yaml")
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _text(file: Path) -> str:
    """Read a page for the number of a line; without it, a message does without."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return ""


def _changed_at(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
