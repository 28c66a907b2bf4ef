"""How far sessions go on a finished site: to its other pages, or no further than their page."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_keyfill import rules

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_IS_POLICY = re.compile(r"""http-equiv\s*=\s*["']?content-security-policy\b""", re.IGNORECASE)
_CONTENT = re.compile(r"""content\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)

_OF_WORKERS = ("worker-src", "child-src", "script-src", "default-src")
"""Where a browser looks whether a worker is allowed: the first of them that there is."""
_ALLOWS = ("'self'", "*", "https:")


def of_site(config: Mapping[str, Any], dataset: Mapping[str, str]) -> bool:
    """Whether sessions go along to the other pages, as the browser reads a panel."""
    reach = config.get("session", dataset.get("session", rules.DEFAULTS.session))
    return bool(reach == rules.SESSION[0])


def is_refused(page: str) -> bool:
    """Whether a policy in the page forbids the worker; what the server sends is not known here."""
    return any(not _allows(policy) for policy in _policies(page))


def _policies(page: str) -> Iterator[str]:
    for tag in _META.findall(page):
        content = _CONTENT.search(tag)
        if content and _IS_POLICY.search(tag):
            yield html.unescape(content[1][1:-1])


def _allows(policy: str) -> bool:
    directives: dict[str, list[str]] = {}
    for directive in policy.lower().split(";"):
        name, *sources = directive.split() or [""]
        # The first of a name counts.
        directives.setdefault(name, sources)
    sources = next((directives[name] for name in _OF_WORKERS if name in directives), ["*"])
    return any(source in _ALLOWS for source in sources)
