"""What names alone say of placeholders: the extra `check` is not there, so there is no engine."""

from collections.abc import Iterator

from mkdocs_keyfill.check.near import Names
from mkdocs_keyfill.check.site_check import KNOWN, NEAR, OFF, UNKNOWN, Finding, Known, Pages
from mkdocs_keyfill.slots import page_code
from mkdocs_keyfill.slots.brackets import bracketed
from mkdocs_keyfill.slots.page_code import ALL, Code
from mkdocs_keyfill.slots.slot import by_name, looks_like_a_name, normal
from mkdocs_keyfill.slots.slot_engine import EXTRA

UNTOLD = (
    "Without the slot engine, Keyfill can't tell which of these placeholders are filled in. "
    f"To install it, run `pip install '{EXTRA}'`."
)

NOT_CONFIGURED = (
    "The site is not configured yet (a region is called FIXME), so nothing is filled in: "
    "only the names are listed."
)


class NamesReader:
    """Looks names up."""

    def __init__(self, config: Known, untold: str = UNTOLD) -> None:
        self.untold = untold
        self._by_name = by_name(config.slots)
        self._known = {*self._by_name, *(normal(slot.id) for slot in config.slots)}
        self._names = Names(slot for slot in config.slots if slot.harmless)

    def read(self, pages: Pages) -> Iterator[Finding]:
        """Find the placeholders in the code of some pages."""
        for page, html in pages:
            for code in page_code.codes(html):
                yield from self._findings(page, code)

    def _findings(self, page: str, code: Code) -> Iterator[Finding]:
        for name in sorted(code.off - ALL - self._known):
            yield self._unknown(page, f"off {name}")
        for found in bracketed(code.text):
            slot = self._by_name.get(normal(found.name))
            if slot:
                yield Finding(page, found.written, OFF if code.leaves(slot) else KNOWN, slot.id)
            elif looks_like_a_name(found.name) and not code.off >= ALL:
                yield self._unknown(page, found.written)

    def _unknown(self, page: str, written: str) -> Finding:
        slip = self._names.meant(written)
        if slip is None:
            return Finding(page, written, UNKNOWN)
        return Finding(page, written, NEAR, slip.slot, f"<{slip.name}>")
