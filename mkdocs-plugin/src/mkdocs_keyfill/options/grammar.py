"""Which names and URLs are admitted.

The browser checks again. Checking here lets an author read the message, not a reader.
"""

import re

from mkdocs_keyfill.rules import CHARACTERS, LIMITS

REGION_FORM = (
    f"at most {LIMITS.region} letters, digits, '.', '-' and '_', beginning with a letter or a digit"
)

_REGION = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{LIMITS.region - 1}}}")
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\]")
_PATH = re.compile(r"[A-Za-z0-9._~/-]*")
_NUMBER = re.compile(r"0*([0-9]{1,5})")
"""What could be a port or a part of an address. Python refuses to read very long ones."""
_HIDDEN = re.compile(rf"[\x00-\x1f\x7f-\x9f{CHARACTERS.hidden}]")
_HIDDEN_IN_WORDS = re.compile(rf"(?![{CHARACTERS.typography}]){_HIDDEN.pattern}")


class Refused(ValueError):
    """A value outside its grammar; the text completes the sentence "VALUE ..."."""


def refuse_hidden(text: str, *, is_words: bool = False) -> None:
    """Refuse characters that cannot be seen; `is_words` lets in what typography needs."""
    found = (_HIDDEN_IN_WORDS if is_words else _HIDDEN).search(text)
    if found:
        raise Refused(f"contains the control or invisible character U+{ord(found[0]):04X}")


def region_name(text: str) -> str:
    """Admit the name of a region, or a signing region."""
    if not _REGION.fullmatch(text):
        raise Refused("is not a valid region name")
    return text


def profile(region: str) -> str:
    """Name the profile, alias or config file of a region, in a form that every client takes."""
    name = region.lower().replace(".", "-")
    return f"r{name}" if name[0].isdigit() else name


def keystone_url(text: str) -> str:
    """Admit `https://HOST[:PORT]/PATH/v3` (http for loopback) and drop a trailing slash."""
    origin, path = _origin_and_path(text.removesuffix("/"))
    if not path.endswith("/v3"):
        raise Refused("does not end in /v3")
    return origin + path


def s3_endpoint(text: str) -> str:
    """Admit `https://HOST[:PORT]` (http for loopback) and drop a trailing slash."""
    origin, path = _origin_and_path(text)
    if path not in ("", "/"):
        raise Refused("has a path")
    return origin


def _origin_and_path(text: str) -> tuple[str, str]:
    """Split a URL into its origin, with the host in lower case (RFC 3986, 6.2.2.1), and path."""
    scheme, separator, rest = text.partition("://")
    if not separator or scheme not in ("http", "https"):
        raise Refused("is not https")
    for mark, name in (("?", "a query"), ("#", "a fragment")):
        if mark in rest:
            raise Refused(f"has {name}")
    authority, slash, path = rest.partition("/")
    if "@" in authority:
        raise Refused("has a user name")
    host, port = _host_and_port(authority)
    if not _HOST.fullmatch(host):
        raise Refused(f"has no valid host ({host!r})")
    if port is not None and not 0 < _number(port) < 65536:
        raise Refused(f"has no valid port ({port!r})")
    if scheme == "http" and not is_loopback(host):
        raise Refused("is not https")
    if not _PATH.fullmatch(path):
        raise Refused("has characters in its path that are not letters, digits or -._~/")
    return f"{scheme}://{authority.lower()}", slash + path


def _host_and_port(authority: str) -> tuple[str, str | None]:
    host, colon, port = authority.rpartition(":")
    return (host, port) if colon and not port.endswith("]") else (authority, None)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    if host in ("localhost", "[::1]"):
        return True
    first, *others = host.split(".")
    return first == "127" and len(others) == 3 and all(0 <= _number(part) < 256 for part in others)


def _number(text: str) -> int:
    """Read ASCII digits; -1 of anything else, and of what is too large."""
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else -1
