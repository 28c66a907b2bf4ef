"""What `keyfill check` prints: for people, and as JSON."""

import json
from collections.abc import Iterator
from itertools import groupby

from mkdocs_keyfill.check.site_check import (
    CHOSEN,
    FILLED,
    KNOWN,
    NEAR,
    NOT_FILLED,
    OFF,
    ON_REQUEST,
    UNKNOWN,
    UNPROVEN,
    UNWRITABLE,
    Finding,
    Report,
)

_TYPO = "possible typo"
_COUNTED = {
    FILLED: "filled",
    KNOWN: "known",
    ON_REQUEST: "on request",
    CHOSEN: "chosen by the reader",
    NOT_FILLED: "not filled",
    UNPROVEN: "without evidence",
    UNWRITABLE: "not writable",
    OFF: "left alone",
    NEAR: _TYPO,
    UNKNOWN: "unknown",
}
"""The words of the sums, in their order."""

_ASSETS = "`keyfill assets DIR` copies the files and prints the lines that load them"
_SAMPLE = (
    "sample: every visitor can try the panel with a made-up cloud, whose keys work nowhere. "
    "If this site is for readers with a project of their own, remove the option."
)
_FOLLOWS = (
    "session: readers stay signed in from page to page, in their tab, where the site has https and "
    "its policy allows worker-src 'self'."
)
_REFUSED = "its policy does not allow worker-src 'self', so the session ends with the page"
_SAY_SO = (
    "Keys and secrets without evidence are not filled in. If one is for this store, name its "
    'program or variable, or add data-keyfill="sure" to its block.'
)


def lines(report: Report) -> Iterator[str]:
    """Write the findings by page, then the sums."""
    for page, found in groupby(report.findings, key=lambda item: item[0].page):
        yield page
        for finding, number in found:
            yield f"  {number:>4}  {finding.written:<24}  {_said(finding)}"
    for slot, name in report.unused:
        yield f"slots.{slot}: no page has <{name}>"
    for page, what, number in report.incomplete:
        more = f" (and {number - 1} more)" if number > 1 else ""
        yield f"{page}{more}: {what}; {_ASSETS}"
    if report.count(UNPROVEN):
        yield _SAY_SO
    if report.has_sample:
        yield _SAMPLE
    if report.follows:
        yield _FOLLOWS
    if report.refused:
        number = len(report.refused) - 1
        more = f" (and {number} more)" if number else ""
        yield f"{report.refused[0]}{more}: {_REFUSED}"
    if report.untold:
        yield report.untold
    yield summary(report)


def summary(report: Report) -> str:
    """Write the sums in one line."""
    total = sum(number for _, number in report.findings)
    counts = ((report.count(state), word) for state, word in _COUNTED.items())
    counted = [
        _number(number, word) if word == _TYPO else f"{number} {word}"
        for number, word in counts
        if number
    ]
    sums = f": {', '.join(counted)}" if counted else ""
    return f"{_number(report.pages, 'page')}, {_number(total, 'placeholder')}{sums}"


def as_json(report: Report) -> str:
    """Write the same for programs."""
    return json.dumps(
        {
            "pages": report.pages,
            "findings": [
                {
                    "page": finding.page,
                    "written": finding.written,
                    "count": number,
                    "state": finding.state,
                    "slot": finding.slot or None,
                    "what": finding.what or None,
                    "why": finding.why or None,
                }
                for finding, number in report.findings
            ],
            "incomplete": [
                {"page": page, "what": what, "count": number}
                for page, what, number in report.incomplete
            ],
            "sample": report.has_sample,
            "session": {"follows": report.follows, "refused": list(report.refused)},
            "untold": report.untold or None,
            "unused": [{"slot": slot, "name": name} for slot, name in report.unused],
        },
        ensure_ascii=False,
        indent=2,
    )


def _said(finding: Finding) -> str:
    return {
        FILLED: f"filled: {', '.join(filter(None, (finding.what, finding.why)))}",
        KNOWN: f"the name of {finding.slot}",
        ON_REQUEST: f"on request: {finding.what}, since {finding.why}",
        CHOSEN: "chosen by the reader: the command deletes a key",
        NOT_FILLED: f"not filled: {finding.why}",
        UNPROVEN: f"not filled, without evidence: {finding.why}",
        UNWRITABLE: f"stays a placeholder: {finding.why}",
        OFF: "left alone: the author turned it off",
        NEAR: f"unknown; did you mean {finding.what}?",
        UNKNOWN: "unknown",
    }[finding.state]


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
