"""The fence ```` ```keyfill ````, in the signatures of SuperFences.

Both functions find what they need at the `Markdown` they are called for, so that they can also be
named in a configuration: `format: !!python/name:mkdocs_keyfill.page.fence.render`.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NoReturn, Protocol

from markdown import Markdown

from mkdocs_keyfill.errors import EXTENSION, PageError, did_you_mean
from mkdocs_keyfill.page.page_run import PageRun
from mkdocs_keyfill.panel import panel_options
from mkdocs_keyfill.panel.panel_options import PanelOptions, WrongOption
from mkdocs_keyfill.panel.panels import Panels

NAME = "keyfill"

EXPECTED = f"an empty fence, optionally with {', '.join(panel_options.NAMES)} after its name"

OPENING = re.compile(rf"[> \t]*(`{{3,}}|~{{3,}})[ \t]*(?:\{{[ \t]*)?\.?{NAME}(?![\w.-])")
"""A line that opens a fence, or would if it were right."""

_OPTIONS = "keyfill"


class Owner(Protocol):
    """The Markdown extension, as the fence sees it."""

    by: str
    panels: Panels

    def page(self, md: Markdown) -> PageRun:
        """Give the page that a run of Markdown is part of."""


def check(
    language: str,
    inputs: Mapping[str, str | None],
    options: dict[str, object],
    attrs: dict[str, str],
    md: Markdown,
) -> bool:
    """Read the options beside the name: SuperFences' validator."""
    options[_OPTIONS] = _read(inputs, md)
    return True


def render(
    source: str,
    language: str,
    class_name: str,
    options: Mapping[str, object] | None,
    md: Markdown,
    **kwargs: Any,
) -> str:
    """Make the HTML of one fence: SuperFences' formatter."""
    owner = owner_of(md)
    page = owner.page(md)
    extra = [*(kwargs.get("classes") or []), kwargs.get("id_value") or "", source.strip()]
    if any(extra):
        what = " ".join(filter(None, extra))
        rest = f": unexpected text {what!r}. Expected: {EXPECTED}."
        first = source.strip().split("\n")[0]
        refuse(
            owner,
            page,
            rest,
            lambda line: line.strip("> \t") == first if first else _opens(line, *extra),
        )
    chosen = (options or {}).get(_OPTIONS)
    if not isinstance(chosen, PanelOptions):  # Named in a configuration without the validator.
        chosen = _read(kwargs.get("attrs") or {}, md)
    nth = page.nth(chosen.title)
    return page.add(owner.panels.panel(page.next_id(), chosen, nth))


@lru_cache
def is_slip(language: str) -> bool:
    """Tell whether a language is the fence's name with a slip of the pen."""
    return language not in ("", NAME) and bool(did_you_mean(language.lower(), [NAME], likeness=0.8))


def refuse_slip(language: str, md: Markdown) -> NoReturn:
    """Stop at a fence with such a name."""
    owner = owner_of(md)
    page = owner.page(md)
    line = re.compile(rf"[> \t]*(```|~~~).*{re.escape(language)}")
    refuse(owner, page, f": {language!r} is not a known fence. Expected: {NAME}.", line.match)


def owner_of(md: Markdown) -> Owner:
    """Find the Markdown extension, which has the options of the site."""
    for extension in md.registeredExtensions:
        if isinstance(getattr(extension, "panels", None), Panels):
            owner: Any = extension
            return owner  # type: ignore[no-any-return]
    raise PageError(
        f"{EXTENSION}: the fence is named in custom_fences, but the options are missing. "
        "Expected: mkdocs_keyfill in markdown_extensions, with the options of the site."
    )


def refuse(owner: Owner, page: PageRun, rest: str, fits: Callable[[str], object]) -> NoReturn:
    """Stop at a fence."""
    raise PageError(f"{owner.by} fence in {page.place(fits)}{rest}")


def _opens(line: str, *words: str) -> bool:
    """Tell whether a line opens a fence that says all of this."""
    return bool(OPENING.match(line)) and all(word in line for word in words)


def _read(inputs: Mapping[str, str | None], md: Markdown) -> PanelOptions:
    owner = owner_of(md)
    # A bare word is its own value to SuperFences, and has none in an attribute list.
    written = {name: name if value is None else value for name, value in inputs.items()}
    try:
        return panel_options.read(written, owner.panels.settings)
    except WrongOption as wrong:
        said = wrong.option, written[wrong.option]
        place = owner.page(md).place(lambda line: _opens(line, *said))
        raise PageError(f"{owner.by} fence in {place}, {wrong}") from wrong
