"""Fills a page with 10,000 slots, beside mkdocs-placeholder-plugin on the equivalent page."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.filling import Step, Visit, visit
from bench.many_slots import (
    BLOCKS,
    SLOTS,
    VALUE,
    build_keyfill_site,
    build_placeholder_site,
    placeholder,
)
from bench.table import Table, brotli, task
from stack import Stack

OTHER = "mkdocs-placeholder-plugin"
RUNS = 3
# The slots that a session fills: of each block the region and the access key.
BY_SESSION = 2 * BLOCKS
PANEL_READY = "keyfill-panel [data-focus=open]:not([inert] *)"
# The panel's own commands have slots, too, without that attribute.
COUNT = "document.querySelectorAll('{}[data-slot]').length"
WRAPPED = COUNT.format("")
FILLED = COUNT.format(".keyfill-value")
SIGNED_IN = "keyfill-panel [data-focus=create]:not([disabled])"
SIGNED_OUT = "keyfill-panel:not(:has(.keyfill-keys))"
LAST_BLOCK_HAS = """(() => {{
  const blocks = document.querySelectorAll("pre code");
  return blocks.length && blocks[blocks.length - 1].textContent.includes("{}");
}})()"""


def measure(table: Table, browser: Browser, directory: Path, origin: str, stack: Stack) -> None:
    """Build both pages below `directory`, which is served at `origin`, and add the lines."""
    region = {"keystone_url": stack.keystone_url, "s3_endpoint": stack.s3_url}
    options = {"brand": "Bench", "regions": {stack.region: region}}
    work = directory.with_name("bench-many")
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(build_keyfill_site(work / "slots", options), directory / "slots")
    shutil.copytree(build_placeholder_site(work / "placeholders"), directory / "placeholders")
    if not stack.credentials("alice"):
        stack.identity.create_credential("alice", "demo")
    ours: list[Sequence[Step]] = []
    theirs: list[Step] = []
    loading: list[tuple[float, float]] = []
    sizes = 0, 0
    alone: list[float] = []
    for _ in range(RUNS):
        with visit(browser, f"{origin}/slots/") as mine:
            ours.append(_fill(mine, stack))
        with visit(browser, f"{origin}/placeholders/") as other:
            theirs.append(_give_value(other))
        with visit(browser, f"{origin}/slots/") as unfilled:
            alone.append(_leave_alone(unfilled, stack))
        loading.append((mine.loading_task, other.loading_task))
        sizes = _bytes(mine, origin, directory), _bytes(other, origin, directory)
    signed_in, variable, back = (_median(steps) for steps in zip(*ours, strict=True))
    value = _median(theirs)
    _lines(table, signed_in, variable, back, value)
    left = "the same where every block is left alone, ms"
    table.line(left, task(statistics.median(alone)))
    at_load, at_their_load = (statistics.median(times) for times in zip(*loading, strict=True))
    table.line("longest task while the page loads, ms", task(at_load), task(at_their_load))
    table.line("the page and all that it loads, bytes", f"{sizes[0]:,}", f"{sizes[1]:,}")


def _lines(table: Table, signed_in: Step, variable: Step, back: Step, value: Step) -> None:
    def milliseconds(step: Step) -> str:
        return f"{step.milliseconds:,.0f}"

    sign_in = f"all {SLOTS:,} wrapped and {BY_SESSION:,} filled after sign-in"
    twins = f"one value given to {BLOCKS:,} slots"
    table.line(f"{sign_in}, ms", milliseconds(signed_in))
    table.task("its longest task after the panel has drawn the keys, ms", signed_in.longest_task)
    table.line("its layout shift (CLS)", f"{signed_in.layout_shift:.4f}")
    table.line(f"{twins}, ms", milliseconds(variable), milliseconds(value))
    table.task("its longest task, ms", variable.longest_task, value.longest_task)
    shifts = (f"{step.layout_shift:.4f}" for step in (variable, value))
    table.line("its layout shift (CLS)", *shifts)
    table.line("the author's page given back after sign-out, ms", milliseconds(back))
    table.task("its longest task after the panel has closed, ms", back.longest_task)
    moved = max(signed_in.panel_task, back.panel_task)
    table.line(
        "longest task in which the panel opens or closes and moves the page, ms", task(moved)
    )


def _give_token(page: Page, stack: Stack) -> None:
    page.click(PANEL_READY)
    page.fill("keyfill-panel .keyfill-token", stack.token("alice", project="demo"))


def _leave_alone(visit: Visit, stack: Stack) -> float:
    """Return the longest task of a visit in which only the panel changes."""
    page = visit.page
    page.evaluate("document.querySelector('article').dataset.keyfill = 'off'")
    _give_token(page, stack)
    with visit.step("measured.panel", panel_has=SIGNED_IN) as signed_in:
        page.press("keyfill-panel .keyfill-token", "Enter")
    page.get_by_role("button", name="Sign out").click()
    with visit.step(f"document.querySelector('{SIGNED_OUT}')") as signed_out:
        page.locator("[role=alertdialog] [data-focus=keep]").press("Enter")
    return max(signed_in.panel_task, signed_in.longest_task, signed_out.longest_task)


def _fill(visit: Visit, stack: Stack) -> Sequence[Step]:
    """Sign in, give a variable a value, and sign out."""
    page = visit.page
    _give_token(page, stack)
    done = f"{WRAPPED} >= {SLOTS} && {FILLED} >= {BY_SESSION}"
    with visit.step(done, panel_has=SIGNED_IN, reply_of=stack.keystone_url) as signed_in:
        page.press("keyfill-panel .keyfill-token", "Enter")
    _edit(page, VALUE)
    with visit.step(f"{FILLED} >= {BY_SESSION + BLOCKS}") as variable:
        page.keyboard.press("Enter")
    # As long as there is a value, the page shows it, signed in or not.
    _edit(page, "")
    with visit.step(f"{FILLED} === {BY_SESSION}"):
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Sign out").click()
    with visit.step(f"{WRAPPED} === 0", panel_has=SIGNED_OUT) as back:
        # By a key: with a click, the driver's own look at the page is a long task.
        page.locator("[role=alertdialog] [data-focus=keep]").press("Enter")
    return signed_in, variable, back


def _edit(page: Page, value: str) -> None:
    """Type a value into a slot in the middle of the page, where no panel is in view."""
    page.locator("[data-slot=bucket]").nth(BLOCKS // 2).click()
    page.locator(".keyfill-edit").fill(value)


def _give_value(visit: Visit) -> Step:
    """Give mkdocs-placeholder-plugin a value, as its reader would."""
    field = visit.page.get_by_placeholder("Default: my-bucket", exact=True)
    field.fill(VALUE)
    with visit.step(LAST_BLOCK_HAS.format(VALUE)) as step:
        field.press("Enter")
    _expect_no_placeholder(visit.page)
    return step


def _expect_no_placeholder(page: Page) -> None:
    assert page.evaluate(LAST_BLOCK_HAS.format(f"x{placeholder('bucket')}x")) is False


def _bytes(visit: Visit, origin: str, directory: Path) -> int:
    return sum(brotli(visit.files(origin, directory)).values())


def _median(steps: Sequence[Step]) -> Step:
    return Step(
        milliseconds=statistics.median(step.milliseconds for step in steps),
        longest_task=statistics.median(step.longest_task for step in steps),
        panel_task=statistics.median(step.panel_task for step in steps),
        layout_shift=statistics.median(step.layout_shift for step in steps),
    )
