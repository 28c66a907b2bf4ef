"""The table of colours has every variable of the style sheets, and no other."""

from __future__ import annotations

import re

from site_server import ROOT

GUIDE = (ROOT / "docs" / "generators.md").read_text()
SHEETS = [path.read_text() for path in sorted((ROOT / "www").glob("*.css"))]
# What a rule computes for itself alone.
OWN = {"--keyfill-below"}


def test_each_variable_has_a_row() -> None:
    rows = re.findall(r"^\| `(--keyfill-[a-z]+)` \|", GUIDE, re.M)
    set_here = {name for text in SHEETS for name in re.findall(r"(--keyfill-[a-z]+):", text)}
    used = {name for text in SHEETS for name in re.findall(r"var\((--keyfill-[a-z]+)", text)}
    assert len(rows) > 5
    assert sorted(rows) == sorted(set_here - OWN)
    assert used - OWN == set(rows)


def test_each_colour_of_ours_is_a_variable() -> None:
    """A site changes by variables what it does not like; what is below has no colour of ours."""
    allowed = re.compile(r"--keyfill-|var\(|#0000\b|#0004|#0008")
    lines = [line.strip() for text in SHEETS for line in text.splitlines()]
    literal = [line for line in lines if re.search(r"#[0-9a-f]{3,8}\b", line)]
    assert [line for line in literal if not allowed.search(line)] == []
