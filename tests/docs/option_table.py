"""Writes what is made from the options anew: python -m docs.option_table

They are the tables of options in two documents, and the schema for editors.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mkdocs_keyfill.config import schema
from mkdocs_keyfill.options.declared import ALL
from mkdocs_keyfill.options.kinds import Option

from site_server import ROOT

AUTHORS = ROOT / "docs" / "authors.md"
README = ROOT / "mkdocs-plugin" / "README.md"
SCHEMA = ROOT / "mkdocs-plugin" / "src" / "mkdocs_keyfill" / "schema.json"

_HEAD = "| Option | Type | Default | Meaning |\n|---|---|---|---|\n"
_TABLE = re.compile(re.escape(_HEAD) + r"(?:\|.*\n)*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def table(*, links: bool) -> str:
    """Make the table; only beside the sections of the options there is something to link to."""
    rows = [_row(option) for option in ALL.values()]
    made = _HEAD + "".join(rows)
    if links:
        return made
    plain: str = _LINK.sub(r"\1", made)
    return plain


def with_table(file: Path) -> str:
    """Give a document with the table as it should be."""
    made = table(links=file == AUTHORS)
    text: str
    text, count = _TABLE.subn(lambda _: made, file.read_text())
    assert count == 1, f"{file}: there is no table that begins with {_HEAD!r}"
    return text


def _row(option: Option[Any]) -> str:
    cells = (f"[`{option.name}`](#{option.name})", option.accepts, _default(option), option.says)
    return f"| {' | '.join(cells)} |\n"


def _default(option: Option[Any]) -> str:
    value: object = option.default
    if value is None:
        return option.otherwise
    if isinstance(value, list):
        return f"`[{', '.join(value)}]`"
    return f"`{value if isinstance(value, str) else json.dumps(value)}`"


def main() -> None:
    for file in (AUTHORS, README):
        file.write_text(with_table(file))
    SCHEMA.write_text(schema.text())


if __name__ == "__main__":
    main()
