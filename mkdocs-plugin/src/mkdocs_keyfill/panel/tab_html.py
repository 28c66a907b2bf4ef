"""A tab of the author's own as HTML, from the fragments of `static.json`."""

import re
from collections.abc import Mapping
from html import escape

from mkdocs_keyfill.options.tabs import Step, Tab
from mkdocs_keyfill.rules import LANGUAGES
from mkdocs_keyfill.slots.brackets import bracketed
from mkdocs_keyfill.slots.slot import Slot, normal
from mkdocs_keyfill.static_page import Markup, StaticPage, fill
from mkdocs_keyfill.words import Words

_COPY_BUTTON = re.compile(r"<button\b.*?</button>")
_COPY_NAME = re.compile(r'aria-label="[^"]*"')
_PROMPT = re.compile(
    r"(?:\([^ ]*\) [$#]|(?:\([^ ]*\) )?(?:"  # The name of a virtual environment.
    r"PS(?: [^>]*)?>"
    r"|\$"
    r"|[/~] [$#]"
    r"|(?:\[[^\]]*\]|(?=[^ ]*@))[^ ]* (?:[^ ]* )?[$#]"  # The sign stands apart.
    r"|(?:\[[^\]]*\]|[^ ]*@|bash-|sh-|~|[^ ]*:~)[\w@:~/.+\[\]-]*[$#]"
    r"))(?: |$)",
    re.ASCII,
)


def block(tab: Tab, slots: Mapping[str, Slot], static: StaticPage, words: Words) -> str:
    """Write the steps of a tab."""
    steps = "".join(_step(step, slots, static, words) for step in tab.steps)
    return f'<div class="tabbed-block">{steps}</div>'


def step_html(
    static: StaticPage, words: Words, copy_name: str | None, *, is_session: bool = False
) -> str:
    """Take the fragment of a step, with the name of its copy button.

    Of a session only the commands are copied. The app knows which lines they are; before it is
    there, nothing is copied rather than the prompts.
    """
    fragment = words.html(static.own_step)
    if is_session:
        return _COPY_BUTTON.sub("", fragment)
    if copy_name is None:
        return fragment
    return _COPY_NAME.sub(lambda _: f'aria-label="{_protected(escape(copy_name))}"', fragment)


def may_be_session(language: str, text: str) -> bool:
    """Tell whether the app may copy a part of a text alone, by its language or its first line."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return language.lower() in LANGUAGES["console"] or bool(_PROMPT.match(first))


def _step(step: Step, slots: Mapping[str, Slot], static: StaticPage, words: Words) -> str:
    name = step.copy_name and words.plain("copy-own", what=step.copy_name)
    is_session = may_be_session(step.language, step.text)
    fragment = step_html(static, words, name, is_session=is_session)
    return fill(fragment, {"lead": step.lead, "code": _code(step, slots, static)})


def _code(step: Step, slots: Mapping[str, Slot], static: StaticPage) -> Markup:
    """Write the text of a step, each slot as the browser writes it."""
    parts = []
    done = 0
    for found in bracketed(step.text):
        if step.off or normal(found.name) not in slots:
            continue
        parts.append(escape(step.text[done : found.start], quote=False))
        parts.append(fill(static.slot, {"slot": found.written}))
        done = found.end
    parts.append(escape(step.text[done:], quote=False))
    return Markup("".join(parts))


def _protected(html: str) -> str:
    """Hide braces that the panel would take for its tokens."""
    return html.replace("{{", "&#123;&#123;")
