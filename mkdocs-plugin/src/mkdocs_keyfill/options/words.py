"""Puts the author's words in the place of the panel's own."""

import re
from collections.abc import Mapping
from html import escape, unescape

_TAG = re.compile(r"(<[^>]*>)")
_ATTRIBUTE = re.compile(r'\b(aria-label|placeholder|title)="([^"]*)"')
_GAP = re.compile(r"\{([1-9])?\}")


class Words:
    """The texts that an author replaces."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {english.strip(): own for english, own in texts.items()}

    def said(self, text: str) -> str:
        """Replace a text, keeping the white space around it."""
        inner = text.strip()
        new = self._replaced(inner)
        if not inner or new is None:
            return text
        start = text.index(inner)
        return text[:start] + new + text[start + len(inner) :]

    def html(self, fragment: str) -> str:
        """Replace the texts of a fragment that are not code, and those of its attributes."""
        if not self._texts:
            return fragment
        parts = _TAG.split(fragment)
        depth = 0
        for index, part in enumerate(parts):
            if index % 2:
                depth += part.startswith("<code") - part.startswith("</code")
                parts[index] = _ATTRIBUTE.sub(self._attribute, part)
            elif not depth:
                plain = unescape(part)
                own = self.said(plain)
                parts[index] = part if own == plain else escape(own, quote=False)
        return "".join(parts)

    def _attribute(self, match: re.Match[str]) -> str:
        return f'{match[1]}="{escape(self.said(unescape(match[2])))}"'

    def _replaced(self, text: str) -> str | None:
        if text in self._texts:
            return self._texts[text]
        # Of several that fit, the one that says most is meant.
        for english in sorted(self._texts, key=_length, reverse=True):
            found = _pieces(text, english)
            if found is not None:
                return _filled(self._texts[english], found)
        return None


def _length(english: str) -> int:
    return len(english.encode())


def gaps(english: str) -> int:
    """Count the names and numbers in a text."""
    return len(_GAP.findall(english))


def used(own: str) -> set[int]:
    """Tell which of them a replacement has, from 0."""
    return {
        int(match[1]) - 1 if match[1] else index for index, match in enumerate(_GAP.finditer(own))
    }


def _pieces(text: str, english: str) -> tuple[str, ...] | None:
    """Find what stands in the gaps; none where the rest is not the same."""
    if not gaps(english):
        return None
    pattern = "(.*?)".join(re.escape(part) for part in _GAP.split(english)[::2])
    found = re.fullmatch(pattern, text, re.DOTALL)
    return found.groups() if found else None


def _filled(own: str, found: tuple[str, ...]) -> str:
    count = iter(range(len(own)))

    def piece(match: re.Match[str]) -> str:
        index = next(count)
        number = int(match[1]) - 1 if match[1] else index
        return found[number] if number < len(found) else ""

    return _GAP.sub(piece, own)
