"""A tab of the author's own as HTML, as `src/view/commands.rs` shows those of the clients."""

from html import escape

from mkdocs_keyfill.tabs import Step, Tab


def block(tab: Tab) -> str:
    """Make the block of a tab: a fragment like those of `static.json`."""
    return f'<div class="tabbed-block">{"".join(_step(step) for step in tab.steps)}</div>'


def _step(step: Step) -> str:
    block = f'<div class="keyfill-block highlight"><pre><code>{_text(step.text)}</code></pre></div>'
    return f'<div class="keyfill-step"><p>{_text(step.lead)}</p>{block}</div>'


def _text(text: str) -> str:
    """Escape a text, also the braces that `fill` would take for a token."""
    return escape(text, quote=False).replace("{{", "&#123;&#123;")
