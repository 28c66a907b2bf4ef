"""The author's own part of a page: as it was written, filled, and copied."""

from __future__ import annotations

from itertools import zip_longest

from playwright.sync_api import Locator, Page, TimeoutError

# What the article is called in each theme.
ARTICLE = "article, [role=main], main"
# Without our panels. Where the bubble of a note is depends on the width of everything.
WITHOUT_PANELS = """(article) => {
  const copy = article.cloneNode(true);
  copy.querySelectorAll(".keyfill").forEach((panel) => panel.remove());
  for (const note of copy.querySelectorAll(".md-annotation")) {
    note.removeAttribute("style");
    note.removeAttribute("data-md-visible");
    note.querySelectorAll(":scope > .md-tooltip, :scope > [hidden]").forEach((e) => e.remove());
  }
  return copy.innerHTML;
}"""
# In the order of the page. A note is in a list or in a bubble that comes and goes.
CODES = """(article) => [...article.querySelectorAll("code")]
  .filter((code) => !code.closest(".keyfill, .md-annotation, .mermaid, .language-mermaid"))
  .filter((code) => !code.parentElement.textContent.startsWith("The profile has"))"""
# Some generators know no annotations, no titles and no languages of code within a line.
TEXT = r"""(code) => {
  const copy = code.cloneNode(true);
  copy.querySelectorAll(".md-annotation").forEach((note) => note.remove());
  const text = copy.textContent.replace(/^#!bash |^ini title.*\n/, "");
  return text.replace(/ *(# \(\d\)!)?$/gm, "").trimEnd();
}"""
TEXTS = f"(article) => ({CODES})(article).map({TEXT})"
# Instant navigation puts another article in the place of this one.
ARE = f"""([selector, wanted]) => JSON.stringify(({TEXTS})(document.querySelector(selector)))
  === JSON.stringify(wanted)"""

# By the browser's own painting, the tints of all elements around one on top of each other.
CONTRASTS = """([selector, texts]) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = {};
  const painted = (colour, below) => known[[colour, below]] ??= paint(colour, below);
  const paint = (colour, below) => {
    for (const each of [`rgb(${below})`, colour]) {
      canvas.fillStyle = each;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => colour.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const under = document.body.appendChild(document.createElement("div"));
  under.style.background = "Canvas";
  const page = painted(getComputedStyle(under).backgroundColor, [255, 255, 255]);
  under.remove();
  const behind = (element) => element
    ? painted(getComputedStyle(element).backgroundColor, behind(element.parentElement)) : page;
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
      && (!texts || [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim())))
    .map((element) => {
      const back = behind(element);
      const both = [back, painted(getComputedStyle(element).color, back)].map(light);
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    });
}"""


class Authors:
    """What the author wrote on the page that a reader is at."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.article = page.locator(ARTICLE).first

    def html(self) -> str:
        """The article as it is in the document, without our panels."""
        return str(self.article.evaluate(WITHOUT_PANELS))

    def texts(self) -> list[str]:
        """The text of each piece of code, without notes and the line break at its end."""
        found: list[str] = self.article.evaluate(TEXTS)
        return found

    def expect_texts(self, wanted: list[str]) -> None:
        """Wait until the code says exactly this."""
        try:
            self.page.wait_for_function(ARE, arg=[ARTICLE, wanted])
        except TimeoutError:
            found = self.texts()
            wrong = [pair for pair in zip_longest(found, wanted) if pair[0] != pair[1]]
            lines = "".join(f"\n  is     {is_!r}\n  wanted {want!r}" for is_, want in wrong)
            raise AssertionError(f"{self.page.url}:{lines}") from None

    def text(self, code: Locator) -> str:
        """The text of one piece of code, as in `texts`."""
        return str(code.evaluate(TEXT))

    def block(self, has: str) -> Locator:
        """The block of code that has this text of the author's or of ours."""
        return self.article.locator("pre code:not(.keyfill code)").filter(has_text=has).first

    def slots(self, name: str = "") -> Locator:
        """The slots that are wrapped, by the id of what goes there."""
        wanted = f"[data-slot={name}]" if name else "[data-slot]"
        return self.article.locator(f".keyfill-slot{wanted}")

    def contrasts(self, selector: str, *, texts: bool = True) -> list[float]:
        """The contrast of each element that is seen, as WCAG 2.2 computes it.

        Of those alone that have a text of their own, unless told otherwise.
        """
        found: list[float] = self.page.evaluate(CONTRASTS, [selector, texts])
        return found

    def given_back(self) -> None:
        """Wait until nothing of ours is in the author's part of the page."""
        self.page.wait_for_function(
            "!document.querySelector('[data-slot], .keyfill-page-tools, .keyfill-rest')"
        )

    def expect_html(self, before: str) -> None:
        """Wait until the article is what it was; themes may mark wide blocks a little later."""
        is_same = f"""([selector, before]) =>
          ({WITHOUT_PANELS})(document.querySelector(selector)) === before"""
        try:
            self.page.wait_for_function(is_same, arg=[ARTICLE, before])
        except TimeoutError:
            assert self.html() == before, self.page.url
