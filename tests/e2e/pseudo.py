"""A language that nobody speaks: its texts are those of the panel, longer and in brackets.

A page in it shows which words are no text of the panel, and what does not fit.
"""

from __future__ import annotations

from mkdocs_keyfill import static_page
from mkdocs_keyfill.words import Text, arguments

from .panel import Panel

BRACKETS = ("⟦", "⟧")
# Translations are longer than the English, short ones most of all.
LONGER = 1.4
FILLER = "ابجد"

# The words of an element that stand outside of all brackets. Code, names, and what a reader or an
# author has written are the same in all languages.
OUTSIDE = """root => {
  const copy = root.cloneNode(true);
  const same = "code, pre, bdi, option, template, noscript, label[for*=-tab-], .keyfill-number";
  for (const part of copy.querySelectorAll(same)) part.remove();
  const outside = copy.textContent.replace(/⟦[^⟧]*⟧/g, "");
  // The names of files, and the dash before the time that is left.
  return outside.replace(/[\\w-]+\\.[a-z]+/g, "").replace(/[\\s\u2013]+/g, " ").trim();
}"""
# What is wider than the panel, or than the screen.
WIDER = """root => {
  const { left, right } = root.getBoundingClientRect();
  const scrolls = element => {
    for (; element !== root; element = element.parentElement)
      if (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX)) return true;
  };
  return [...root.querySelectorAll("*")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.left < left - 1 || box.right > right + 1) && !scrolls(element);
  }).map(element => element.outerHTML.slice(0, 200));
}"""


def texts() -> dict[str, object]:
    """Give the option `texts` of a site in this language."""
    return {id_: _pseudo(text) for id_, text in static_page.load().texts.items() if _is_said(id_)}


def expect_whole(panel: Panel) -> None:
    """Expect nothing of the panel to be in English, or to be wider than it."""
    outside = panel.root.evaluate(OUTSIDE)
    assert outside == "", outside
    wider = panel.root.evaluate(WIDER)
    assert wider == [], wider


def _is_said(id_: str) -> bool:
    # Names of programs.
    return not id_.startswith("client-")


def _pseudo(text: Text) -> object:
    forms = {**text.english.more, "other": text.english.other}
    made = {form: _longer(template) for form, template in forms.items()}
    return made if len(made) > 1 else made["other"]


def _longer(template: str) -> str:
    plain = template
    for name in arguments(template):
        plain = plain.replace(f"{{{name}}}", "")
    words = -(-len(plain) * (LONGER - 1) // (len(FILLER) + 1))
    return f"{BRACKETS[0]}{template} {' '.join([FILLER] * int(words))}{BRACKETS[1]}"
