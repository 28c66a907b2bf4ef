"""How far sessions go on a finished site: to its other pages, or no further than their page."""

import html
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit

from mkdocs_keyfill import rules

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_IS_POLICY = re.compile(r"""http-equiv\s*=\s*["']?content-security-policy\b""", re.IGNORECASE)
_CONTENT = re.compile(r"""content\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)

_OF_WORKERS = ("worker-src", "child-src", "script-src", "default-src")
"""Where a browser looks whether a worker is allowed: the first of them that there is."""
_ALLOWS = ("'self'", "*", "https:", "http:")

_CANONICAL = re.compile(r"""<link\b[^>]*\brel\s*=\s*["']?canonical\b[^>]*>""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?P<host>[*\w.-]+)(?::(?P<port>[\d*]+))?(?:/.*)?", re.ASCII)
"""A host in a policy: https://www.w3.org/TR/CSP3/#grammardef-host-source"""


def of_site(config: Mapping[str, Any], dataset: Mapping[str, str]) -> bool:
    """Whether sessions go along to the other pages, as the browser reads a panel."""
    reach = config.get("session", dataset.get("session", rules.DEFAULTS.session))
    return bool(reach == rules.SESSION[0])


def is_refused(page: str) -> bool:
    """Whether a policy in the page forbids the worker; what the server sends is not known here."""
    return any(not _allows(policy, page) for policy in _policies(page))


def _policies(page: str) -> Iterator[str]:
    for tag in _META.findall(page):
        content = _CONTENT.search(tag)
        if content and _IS_POLICY.search(tag):
            yield html.unescape(content[1][1:-1])


def _allows(policy: str, page: str) -> bool:
    directives: dict[str, list[str]] = {}
    for directive in policy.lower().split(";"):
        name, *sources = directive.split() or [""]
        # The first of a name counts.
        directives.setdefault(name, sources)
    sources = next((directives[name] for name in _OF_WORKERS if name in directives), ["*"])
    return any(source in _ALLOWS or _is_own(source, page) for source in sources)


def _is_own(source: str, page: str) -> bool:
    """Whether a source is the host that the page is on, or may be: not every page says that."""
    if not (host := _HOST.fullmatch(source)):
        return False
    if not (own := _own(page)):
        return True
    name, port = own
    is_host = host["host"] == name or (
        host["host"].startswith("*.") and fnmatchcase(name, host["host"])
    )
    return is_host and (host["port"] or port) in (port, "*")


def _own(page: str) -> tuple[str, str] | None:
    """Read the name and the port of the host from the address that the page says is its own."""
    link = _CANONICAL.search(page)
    href = _HREF.search(link[0]) if link else None
    try:
        own = urlsplit(html.unescape(href[1]) if href else "")
        port = own.port or {"http": 80}.get(own.scheme, 443)
    except ValueError:  # No address, such as one with a word for a port.
        return None
    return (own.hostname, str(port)) if own.hostname else None
