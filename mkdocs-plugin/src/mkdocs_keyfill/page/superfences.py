"""Makes the fence known to SuperFences, and leaves the author's other fences as they are.

All of it happens at the first reset of a `Markdown`, when every extension is loaded: so the order
in which an author names them does not matter.
"""

import re
from collections.abc import Callable
from html import escape
from typing import Any

from markdown import Markdown
from markdown.extensions.codehilite import CodeHiliteExtension
from pymdownx.highlight import HighlightExtension
from pymdownx.superfences import SuperFencesBlockPreprocessor, SuperFencesCodeExtension

from mkdocs_keyfill.page import fence

_STEP = "fenced_code_block"
_SUPERFENCES = "pymdownx.superfences"
_HIGHLIGHT = "pymdownx.highlight"
_OFF = "data-keyfill"

_OPENING_TAG = re.compile(r"<(div|table|pre|figure)\b([^>]*)>")
_TAG_NAME = re.compile(r"<[a-z]+")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_LANGUAGE = re.compile(r"[\w#.+-]+")


def attach(md: Markdown, *, name_languages: bool) -> None:
    """Add the fence, and SuperFences when it is missing."""
    if not isinstance(_step(md), SuperFencesBlockPreprocessor):
        if any(isinstance(known, SuperFencesCodeExtension) for known in md.registeredExtensions):
            return  # Another extension took its place; the fence is refused where it stands.
        _load(md)
    step: Any = _step(md)
    step.get_hl_settings()
    _keep_opt_outs(step)
    if name_languages:
        _name_languages(md, step)
    _refuse_slips(step)
    step.extension.extend_super_fences(fence.NAME, _format, fence.check, None)


def _step(md: Markdown) -> object:
    if _STEP not in md.preprocessors:
        return None
    return md.preprocessors[_STEP]


def _format(
    src: str = "", language: str = "", options: Any = None, md: Any = None, **kwargs: Any
) -> str:
    return fence.render(src, language, fence.NAME, options, md, **kwargs)


def _load(md: Markdown) -> None:
    """Let the site's other code blocks look as before, although SuperFences now makes them.

    It would highlight them with Pygments, where the site's theme counts on highlight.js.
    """
    options: dict[str, dict[str, Any]] = {_SUPERFENCES: {}}
    if _has(md, CodeHiliteExtension):
        options[_SUPERFENCES]["css_class"] = "codehilite"
    elif not _has(md, HighlightExtension):
        options[_HIGHLIGHT] = {"use_pygments": False}
        md.registerExtensions([_HIGHLIGHT], options)
    md.registerExtensions([_SUPERFENCES], options)


def _has(md: Markdown, kind: type) -> bool:
    # CodeHilite does not say that it is there; its step does.
    if kind is CodeHiliteExtension:
        return "hilite" in md.treeprocessors
    return any(isinstance(known, kind) for known in md.registeredExtensions)


def _refuse_slips(step: Any) -> None:
    """Stop at a fence that is nearly named as ours: it would be an empty block of code."""
    blocks = step.extension.superfences[0]
    make = blocks["formatter"]

    def checked(src: str = "", language: str = "", **kwargs: Any) -> str:
        if fence.is_slip(language or ""):
            fence.refuse_slip(language, step.md)
        html: str = make(src=src, language=language, **kwargs)
        return html

    blocks["formatter"] = checked


def _keep_opt_outs(step: Any) -> None:
    """Have `{.bash data-keyfill="off"}` in the page, also on a site without `attr_list`.

    SuperFences reads the braces there, and drops all but the classes.
    """
    blocks = step.extension.superfences[0]
    if step.attr_list or blocks["formatter"] != step.highlight:
        return
    check, make = blocks["validator"], blocks["formatter"]

    def checked(language: str, inputs: dict[str, str], options: dict[str, str], *rest: Any) -> bool:
        if _OFF in inputs:
            options[_OFF] = inputs[_OFF]
        kept: bool = check(language, inputs, options, *rest)
        return kept

    def marked(src: str = "", options: Any = None, **kwargs: Any) -> str:
        off = (options or {}).pop(_OFF, None)
        html: str = make(src=src, options=options, **kwargs)
        return (
            html if off is None else _TAG_NAME.sub(rf'\g<0> {_OFF}="{escape(off)}"', html, count=1)
        )

    blocks["validator"], blocks["formatter"] = checked, marked
    step.highlight = marked


def _name_languages(md: Markdown, step: Any) -> None:
    """Have the language of each block in the page: the browser quotes by it.

    It is the option `pygments_lang_class` of pymdownx.highlight, which is off by default. A block
    with line numbers lacks the class even so, and gets it here.
    """
    step.pygments_lang_class = True
    for known in md.registeredExtensions:
        if isinstance(known, HighlightExtension):
            known.setConfig("pygments_lang_class", True)  # For code in a line: inlinehilite asks.
    if "indent-highlight" in md.treeprocessors:
        indented: Any = md.treeprocessors["indent-highlight"]
        indented.config["pygments_lang_class"] = True
    blocks = step.extension.superfences[0]
    if blocks["formatter"] == step.highlight:
        blocks["formatter"] = _named(step.highlight)


def _named(make: Callable[..., str]) -> Callable[..., str]:
    def named(src: str = "", language: str = "", **kwargs: Any) -> str:
        html = make(src=src, language=language, **kwargs)
        if not (language and _LANGUAGE.fullmatch(language)):
            return html
        tag = _OPENING_TAG.search(html)
        if tag is None or "language-" in html[: html.find("<code")]:
            return html
        if tag[1] == "pre" and re.search(r'<code[^>]*\bclass="[^"]*\blanguage-', html):
            return html
        return html[: tag.start(2)] + _with_class(tag[2], language) + html[tag.end(2) :]

    return named


def _with_class(attributes: str, language: str) -> str:
    if _CLASS.search(attributes):
        return _CLASS.sub(rf'class="language-{language} \1"', attributes, count=1)
    return f'{attributes} class="language-{language}"'
