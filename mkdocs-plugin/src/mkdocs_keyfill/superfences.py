"""Makes the fence known to Python-Markdown, and leaves the author's other fences as they are."""

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_keyfill import blank_lines
from mkdocs_keyfill.fence import NAME, Fence

_SUPERFENCES = "pymdownx.superfences"
_EXTRA = "pymdownx.extra"

_PLAIN_CODE = re.compile(rf'class="[^"]*\blanguage-{NAME}\b')


def register(fence: Fence, site: MkDocsConfig) -> None:
    """Add the fence to the extension's configuration, and the extension when it is missing."""
    options = _superfences_options(site)
    others = [other for other in options.get("custom_fences") or [] if other.get("name") != NAME]
    ours = {"name": NAME, "class": NAME, "format": fence.render, "validator": fence.check}
    options["custom_fences"] = [*others, ours]
    site.markdown_extensions.append(blank_lines.__name__)


def refuse_plain_code(html: str, page: str) -> None:
    """Stop when a fence came out as code: another extension took it, silently."""
    if _PLAIN_CODE.search(html):
        raise PluginError(
            f"Plugin 'keyfill' fence in '{page}': it was rendered as code. Expected: "
            f"{_SUPERFENCES} after fenced_code and extra in markdown_extensions."
        )


def _superfences_options(site: MkDocsConfig) -> dict[str, Any]:
    """Find the options of the SuperFences that will be in force: the last one listed."""
    configs = site.mdx_configs
    listed = [name for name in site.markdown_extensions if name in (_SUPERFENCES, _EXTRA)]
    if not listed:
        site.markdown_extensions.append(_SUPERFENCES)
        _keep_code_blocks_alike(site)
    elif listed[-1] == _EXTRA:
        extra: dict[str, Any] = configs.setdefault(_EXTRA, {})
        return _filled(extra, _SUPERFENCES)
    return _filled(configs, _SUPERFENCES)


def _filled(configs: dict[str, Any], key: str) -> dict[str, Any]:
    """Give the mapping under a key, which YAML may have left empty."""
    configs[key] = configs.get(key) or {}
    found: dict[str, Any] = configs[key]
    return found


def _keep_code_blocks_alike(site: MkDocsConfig) -> None:
    """Let the site's other code blocks look as before, although SuperFences now makes them.

    It would highlight them with Pygments, where the site's theme counts on highlight.js.
    """
    extensions = site.markdown_extensions
    if "codehilite" in extensions or "markdown.extensions.codehilite" in extensions:
        _filled(site.mdx_configs, _SUPERFENCES).setdefault("css_class", "codehilite")
    elif "pymdownx.highlight" not in extensions:
        extensions.append("pymdownx.highlight")
        _filled(site.mdx_configs, "pymdownx.highlight").setdefault("use_pygments", False)
