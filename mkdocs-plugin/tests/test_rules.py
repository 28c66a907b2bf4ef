"""Rules that the app has, too: each case of `tests/rules` has the answer that the app gives."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mkdocs_keyfill import static_page
from mkdocs_keyfill.errors import OptionError
from mkdocs_keyfill.options import addresses, grammar
from mkdocs_keyfill.options.addresses import Region
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.grammar import Refused
from mkdocs_keyfill.panel import tab_html
from mkdocs_keyfill.slots import brackets, page_code
from mkdocs_keyfill.slots import slot as slots
from mkdocs_keyfill.web import destinations

pytestmark = pytest.mark.shipped

FOLDER = Path(__file__).parents[2] / "tests" / "rules"


def _admitted(check: Callable[[str], str], text: str) -> str | None:
    try:
        return check(text)
    except Refused:
        return None


def _addresses(site: dict[str, Any]) -> Any:
    try:
        found = addresses.resolve(Options(site))
    except OptionError:
        return None
    return [[r.name, r.keystone_url, r.s3_endpoint, r.signing_region] for r in found.regions]


def _brackets(text: str) -> Any:
    by_name = slots.by_name(static_page.load().slots)
    found, strangers = [], []
    for one in brackets.bracketed(text):
        slot = by_name.get(slots.normal(one.name))
        if slot:
            found.append([one.written, slot.id])
        elif slots.looks_like_a_name(one.name):
            strangers.append(one.name)
    return [found, strangers]


def _destinations(regions: list[list[str]]) -> str:
    found = [Region(name, url, "https://s3.example", name) for name, url in regions]
    return destinations.digest(found)


def _marks(comment: str) -> list[str]:
    [code] = page_code.codes(f"<!--{comment}--><code>x</code>")
    return [slot.id for slot in static_page.load().slots if code.leaves(slot)]


def _profile(region: str) -> str | None:
    return _admitted(lambda text: grammar.profile(grammar.region_name(text)), region)


def _urls(text: str) -> list[str | None]:
    return [_admitted(grammar.keystone_url, text), _admitted(grammar.s3_endpoint, text)]


ANSWERS: dict[str, Callable[[Any], Any]] = {
    "addresses": _addresses,
    "brackets": _brackets,
    "destinations": _destinations,
    "marks": _marks,
    "names": lambda name: [slots.can_match(name), slots.normal(name)],
    "profiles": _profile,
    "urls": _urls,
}


def cases(rule: str) -> list[Any]:
    file = json.loads((FOLDER / f"{rule}.json").read_text(encoding="utf-8"))
    return [*file["by_hand"], *file["generated"]]


def test_each_rule_is_tried() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == {*ANSWERS, "sessions"}


@pytest.mark.parametrize("rule", ANSWERS)
def test_the_answers_are_those_of_the_app(rule: str) -> None:
    answer = ANSWERS[rule]
    given = [(case, answer(case)) for case, _ in cases(rule)]
    assert given == [(case, expected) for case, expected in cases(rule)]


def test_no_session_is_copied_with_its_prompts() -> None:
    """Before the app is there, rather less is copied than more: it reads the whole session."""
    told = [(case, copied, tab_html.may_be_session(*case)) for case, copied in cases("sessions")]
    assert not [case for case, is_session, is_told in told if is_session and not is_told]
    others = [case for case, is_session, is_told in told if is_told and not is_session]
    assert not [case for case in others if case[0] == "bash"]
