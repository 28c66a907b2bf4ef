"""What `keyfill check` prints: for people, and as JSON."""

import json
from collections.abc import Iterator
from itertools import groupby

from mkdocs_keyfill.site_check import CHOSEN, FILLED, NEAR, OFF, UNKNOWN, Finding, Report


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
        yield f"{page}{more}: {what}; `keyfill assets DIR` brings the files and prints the lines"
    yield summary(report)


def summary(report: Report) -> str:
    """Write the sums in one line."""
    slots = report.count(FILLED, OFF, CHOSEN)
    near, unknown = report.count(NEAR), report.count(UNKNOWN)
    return (
        f"{_number(report.pages, 'page')}: {_number(slots, 'slot')}, {near} nearly one, "
        f"{unknown} unknown"
    )


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
                }
                for finding, number in report.findings
            ],
            "incomplete": [
                {"page": page, "what": what, "count": number}
                for page, what, number in report.incomplete
            ],
            "unused": [{"slot": slot, "name": name} for slot, name in report.unused],
        },
        ensure_ascii=False,
        indent=2,
    )


def _said(finding: Finding) -> str:
    return {
        FILLED: f"{finding.slot}: {finding.what}",
        OFF: f"left alone: {finding.what}",
        CHOSEN: f"chosen by the reader: {finding.what}",
        NEAR: f"unknown; did you mean {finding.what}?",
        UNKNOWN: "unknown",
    }[finding.state]


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
