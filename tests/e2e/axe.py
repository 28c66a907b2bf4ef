"""What axe finds of ours in a page: https://github.com/dequelabs/axe-core"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

SOURCE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Some rules compare what is ours with the rest of the page, so all of it is looked at.
RUN = """async ([only, tags]) => {
  // A colour on its way to another is none.
  const ends = ({ effect }) => effect?.getTiming().iterations !== Infinity;
  const moving = document.getAnimations().filter(ends);
  await Promise.allSettled(moving.map((a) => a.finished));
  const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: tags };
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  const isOurs = ({ target }) =>
    document.querySelector(target.flat(9).at(-1))?.closest(
      ".keyfill, keyfill-panel, .keyfill-slot, .keyfill-edit, .keyfill-page-tools");
  return violations.flatMap(({ id, nodes }) => nodes.filter(isOurs)
    .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\\n  ${failureSummary}`));
}"""
CONTRAST = ["color-contrast"]


def findings(page: Page, only: list[str] | None = None) -> list[str]:
    """Return what is wrong with what is ours, by all rules or by these only."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    found: Any = page.evaluate(RUN, [only, TAGS])
    return list(found)
