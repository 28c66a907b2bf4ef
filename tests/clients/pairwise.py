"""Picks cases so that each two choices meet in one of them: the same ones in each run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

# A choice is the place of its list, and its place in there.
Choice = tuple[int, int]


def cases(choices: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return cases, each with one of every list, in which any two of different lists meet.

    The next case is the one with most pairs that none before it has; of several, the first.
    """
    lists = list(choices.values())
    every = [tuple(case) for case in product(*(range(len(each)) for each in lists))]
    left = {pair for case in every for pair in pairs(case)}
    picked = []
    while left:
        best = max(every, key=lambda case: sum(pair in left for pair in pairs(case)))
        left.difference_update(pairs(best))
        picked.append(best)
    return [tuple(each[at] for each, at in zip(lists, case, strict=True)) for case in picked]


def whole(choices: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return all with all."""
    return list(product(*choices.values()))


def pairs(case: Sequence[int]) -> Iterator[tuple[Choice, Choice]]:
    """Name each two choices of a case."""
    return combinations(enumerate(case), 2)
