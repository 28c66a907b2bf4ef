"""What the slot engine says of placeholders, and which of the unknown ones are slips of the pen."""

from collections.abc import Iterator

from mkdocs_keyfill.check.near import Names
from mkdocs_keyfill.check.site_check import NEAR, UNKNOWN, Finding, Known, Pages
from mkdocs_keyfill.slots.slot_engine import Found, SlotEngine


class EngineReader:
    """Lets the engine say what happens to placeholders."""

    untold = ""

    def __init__(self, engine: SlotEngine, config: Known) -> None:
        self._engine = engine
        self._config = config
        self._names = Names(config.slots)
        self._aliases: dict[str, str] = {}
        """Every slip that was met, and the id of the slot that was meant."""
        # A configuration that a page refuses is named, also where no page has a placeholder.
        self._ask([])

    def read(self, pages: Pages) -> Iterator[Finding]:
        """Find the placeholders in the code of some pages."""
        for (page, html), found in zip(pages, self._ask([html for _, html in pages]), strict=True):
            # A slip that was not met before: what would happen to it under the right name?
            again = self._ask([html])[0] if self._learn(found) else found
            for one in again:
                yield self._finding(page, one)

    def _ask(self, html: list[str]) -> list[list[Found]]:
        return self._engine.read(self._config.dataset, html, self._aliases)

    def _learn(self, found: list[Found]) -> bool:
        """Take slips down, and tell whether there were any."""
        strangers = {one.written for one in found if one.state == UNKNOWN and one.written[0] == "<"}
        slips = {name: slip for name in strangers if (slip := self._names.meant(name))}
        self._aliases |= {name[1:-1]: slip.slot for name, slip in slips.items()}
        return bool(slips)

    def _finding(self, page: str, one: Found) -> Finding:
        if one.state != UNKNOWN and one.written[1:-1] not in self._aliases:
            more = (one.slot or "", one.value or "", one.why or "")
            return Finding(page, one.written, one.state, *more)
        slip = self._names.meant(one.written)
        # What is not filled under the right name either is no slip: `<your_secret>` beside the name
        # of another product is that product's.
        if slip and (one.fillable or one.state == UNKNOWN):
            return Finding(page, one.written, NEAR, slip.slot, f"<{slip.name}>")
        return Finding(page, one.written, UNKNOWN)
