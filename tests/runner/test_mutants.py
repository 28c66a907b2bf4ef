"""What survives is compared with a list, and the list has a reason for each."""

from __future__ import annotations

import re

from venvs import ROOT

from . import mutants


def test_the_line_of_a_mutant_does_not_matter() -> None:
    lines = ["src/a.rs:4:9: replace f -> u8 with 0", "", "src/a.rs:5:9: replace f -> u8 with 0\n"]
    assert mutants.survivors(lines) == ["src/a.rs: replace f -> u8 with 0"]


def test_each_defence_is_of_a_file_that_is_tried_and_has_a_reason() -> None:
    tried = {path.relative_to(ROOT) for name in mutants.FILES for path in ROOT.glob(name)}
    assert mutants.defended()
    for mutant, reason in mutants.defended().items():
        file, _, change = mutant.partition(": ")
        assert file in {str(path) for path in tried}, mutant
        assert change.startswith(("replace ", "delete ")), mutant
        assert reason[0].isupper() and reason.endswith(".") and len(reason) > 40, mutant
        for name in re.findall(r"(?:tests|src)/[\w/]+\.\w+", reason):
            assert (ROOT / name).is_file(), name


def test_every_file_is_there() -> None:
    for name in mutants.FILES:
        assert list(ROOT.glob(name)), name
    assert {"--jobs", "1"} <= set(mutants.command()) and "--in-place" not in mutants.command()
