"""The Markdown extension: the fence, the comments and the offer, under any generator.

The MkDocs plugin hands it what it has made of its options; named in `markdown_extensions` of
Zensical or of Python-Markdown it has options of its own, and they are the same ones.
"""

from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from mkdocs_keyfill.errors import EXTENSION, LISTED_TWICE, PLUGIN, PageError
from mkdocs_keyfill.generators import zensical
from mkdocs_keyfill.page import comments, fence_steps, markup, offer, superfences
from mkdocs_keyfill.page.page_run import PageRun, outermost
from mkdocs_keyfill.panel.panels import Panels

NAMES = ("mkdocs_keyfill", "keyfill")
"""How an author may name it in `markdown_extensions`."""

_LAST = 3
"""After the step that brings raw HTML back, and all others that are known."""


class PluginSite:
    """What the plugin gives to each `Markdown` of its site."""

    def __init__(self, panels: Panels, *, name_languages: bool) -> None:
        self.panels = panels
        self.name_languages = name_languages
        self.page = PageRun()


class KeyfillExtension(Extension):
    """Registers the steps; the options are read when all other extensions are there."""

    panels: Panels

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self._site: PluginSite | None = options.pop("site", None)
        self._options = options
        self._page: PageRun | None = None
        self._attached = False
        self.by = PLUGIN if self._site else EXTENSION

    @property
    def is_alone(self) -> bool:
        """Whether no plugin does the rest."""
        return self._site is None

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the steps."""
        if any(isinstance(known, KeyfillExtension) for known in md.registeredExtensions):
            raise PageError(f"{self.by}: {LISTED_TWICE}")  # By each of its names, most often.
        self._md = md
        md.registerExtension(self)
        md.preprocessors.register(fence_steps.Step(md), "keyfill_fences", fence_steps.AFTER)
        md.postprocessors.register(_Page(md, self), "keyfill_page", _LAST)

    def reset(self) -> None:
        """Begin a page. The first time, every other extension is loaded by now."""
        self._page = None
        if self._attached:
            return
        self._attached = True
        if self._site:
            self.panels = self._site.panels
            name_languages = self._site.name_languages
        else:
            self.panels = zensical.panels(self._options, self._md)
            name_languages = zensical.name_languages(self._md)
        superfences.attach(self._md, name_languages=name_languages)

    def page(self, md: Markdown) -> PageRun:
        """Give the page that a run of Markdown is part of."""
        if self._site:
            return self._site.page
        outer = outermost(md)
        for extension in outer.registeredExtensions:
            if isinstance(extension, KeyfillExtension) and extension is not self:
                return extension.page(outer)
        if self._page is None:
            self._page = zensical.page(outer)
        return self._page


class _Page(Postprocessor):
    """Looks at the page when its HTML is finished."""

    def __init__(self, md: Markdown, extension: KeyfillExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, text: str) -> str:
        extension = self._extension
        page = extension.page(self.md)
        fence_steps.refuse_plain_code(text, extension.by, page)
        text = comments.apply(text, extension.panels.slots, extension.by, page)
        if page.is_left_alone(extension.by):
            text = markup.apart_from(page.panels, text, markup.leave_code_alone)
        elif page.is_sure(extension.by):
            text = markup.apart_from(page.panels, text, markup.be_sure_of_code)
        if extension.is_alone and outermost(self.md) is self.md:
            text = offer.insert(text, page, extension.panels, extension.by)
        return text
