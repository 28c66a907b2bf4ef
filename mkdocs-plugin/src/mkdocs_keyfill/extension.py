"""The Markdown extension: the fence, the comments and the offer, under any generator.

The MkDocs plugin hands it what it has made of its options; named in `markdown_extensions` of
Zensical or of Python-Markdown it has options of its own, and they are the same ones.
"""

from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from mkdocs_keyfill.errors import EXTENSION, LISTED_TWICE, PageError
from mkdocs_keyfill.generators import known
from mkdocs_keyfill.generators.base import Generator
from mkdocs_keyfill.page import comments, fence_steps, markup, offer, superfences
from mkdocs_keyfill.page.page_run import PageRun, follow, outermost
from mkdocs_keyfill.panel.panels import Panels

_LAST = 3
"""After the step that brings raw HTML back, and all others that are known."""


class KeyfillExtension(Extension):
    """Registers the steps; the options are read when all other extensions are there."""

    by: str
    panels: Panels

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self._generator: Generator | None = options.pop("generator", None)
        self._options = options
        self._page: PageRun | None = None
        self._attached = False
        self.by = self._generator.by if self._generator else EXTENSION

    @property
    def generator(self) -> Generator:
        """Who makes the site: the plugin said so, or the `Markdown` tells once it is whole."""
        if self._generator is None:
            self._generator = known.maker_of(self._md)
        return self._generator

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the steps."""
        if any(isinstance(known, KeyfillExtension) for known in md.registeredExtensions):
            raise PageError(f"{self.by}: {LISTED_TWICE}")  # By each of its names, most often.
        self._md = md
        md.registerExtension(self)
        if self._generator is None:
            follow(md)
        md.preprocessors.register(fence_steps.Step(md), "keyfill_fences", fence_steps.AFTER)
        md.postprocessors.register(_Page(md, self), "keyfill_page", _LAST)

    def reset(self) -> None:
        """Begin a page. The first time, every other extension is loaded by now."""
        self._page = None
        if self._attached:
            return
        self._attached = True
        self.panels = self.generator.panels(self._options)
        superfences.attach(self._md, name_languages=self.generator.names_languages())

    def page(self, md: Markdown) -> PageRun:
        """Give the page that a run of Markdown is part of."""
        if self.generator.has_plugin:
            return self.generator.page()
        outer = outermost(md)
        for extension in outer.registeredExtensions:
            if isinstance(extension, KeyfillExtension) and extension is not self:
                return extension.page(outer)
        if self._page is None:
            self._page = self.generator.page()
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
        if not extension.generator.has_plugin and outermost(self.md) is self.md:
            text = offer.insert(text, page, extension.panels, extension.by)
        return text
