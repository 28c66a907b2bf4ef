"""Each two choices meet, in few cases, and always in the same ones."""

from __future__ import annotations

from itertools import combinations, product

from . import pairwise

CHOICES = {
    "client": [f"client{at}" for at in range(14)],
    "shell": ["bash", "dash", "zsh", "fish"],
    "form": ["prompt", "quick"],
    "home": ["empty", "full", "odd", "hostile"],
}


def test_each_two_choices_meet() -> None:
    found = pairwise.cases(CHOICES)
    lists = list(CHOICES.values())
    for one, other in combinations(range(len(lists)), 2):
        met = {(case[one], case[other]) for case in found}
        assert met == set(product(lists[one], lists[other]))


def test_there_are_few_and_they_are_the_same() -> None:
    found = pairwise.cases(CHOICES)
    # No fewer are possible: each client meets each home.
    assert len(found) <= 14 * 4 + 4
    assert found == pairwise.cases(CHOICES)
    assert len(set(found)) == len(found)
    assert set(found) <= set(pairwise.whole(CHOICES)) and len(pairwise.whole(CHOICES)) == 448


def test_a_list_of_one_and_an_empty_one() -> None:
    assert pairwise.cases({"a": ["x"], "b": ["y"]}) == [("x", "y")]
    assert pairwise.cases({"a": [], "b": ["y"]}) == []
