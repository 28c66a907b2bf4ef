"""A panel has room for everything: when it is zoomed, spaced out, or full of long names."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from stack import Stack

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .test_faults import change
from .test_looks import WIDER
from .visit import CREDENTIALS, TOKENS, Visit

# A browser that is 1280 pixels wide has so many of CSS at 200 % and at 400 %.
ZOOMED = [640, 320]
# WCAG 2.2, 1.4.12: what a reader may do to the text of any page.
SPACED = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
ARABIC = "مشروع-التخزين"
LONG = "a-project-with-a-name-that-is-as-long-as-a-name-may-be-in-keystone-" * 3
# Controls and texts that lie over each other, beyond their panel, or are cut off. A copy button
# lies over the end of its block, where no text is.
WRONG = """() => {
  const panel = document.querySelector("keyfill-panel");
  const edges = panel.getBoundingClientRect();
  const things = [...panel.querySelectorAll(
      "button, select, input, label, summary, legend, p, bdi, code, .keyfill-tag")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && !e.closest(".keyfill-status") && e.getBoundingClientRect().width > 1
      // The box around words of several lines holds their neighbours.
      && e.getClientRects().length === 1);
  const wrong = [];
  const says = (e) => `${e.localName}.${e.className} ${(e.innerText ?? "").slice(0, 40)}`;
  for (const [index, one] of things.entries()) {
    const box = one.getBoundingClientRect();
    if (!one.closest("pre") && !one.closest(".tabbed-labels")
        && (box.left < edges.left - 1 || box.right > edges.right + 1))
      wrong.push(`beyond the panel: ${says(one)}`);
    const { overflow } = getComputedStyle(one);
    if (overflow === "hidden" && one.scrollWidth > one.clientWidth + 1)
      wrong.push(`cut off: ${says(one)}`);
    for (const other of things.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      if ([one, other].some((e) => e.matches(".keyfill-copy, .keyfill-close, pre *"))) continue;
      const their = other.getBoundingClientRect();
      const wide = Math.min(box.right, their.right) - Math.max(box.left, their.left);
      const high = Math.min(box.bottom, their.bottom) - Math.max(box.top, their.top);
      if (wide > 1 && high > 1) wrong.push(`over each other: ${says(one)} | ${says(other)}`);
    }
  }
  return wrong;
}"""
# What scrolls sideways, and no key scrolls.
STUCK = """() => [...document.querySelectorAll("keyfill-panel *")].filter((e) =>
    e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1
    && ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.tabIndex < 0
    && !e.querySelector("input, button, select, [tabindex='0']") && !e.matches(".tabbed-labels"))
  .map((e) => e.outerHTML.slice(0, 200))"""
LEFT = "element => element.getBoundingClientRect().left"


def expect_room(visit: Visit, state: str) -> None:
    assert not visit.page.evaluate(WIDER), state
    assert visit.page.evaluate(WRONG) == [], state
    assert visit.page.evaluate(STUCK) == [], state


def walk(panel: Panel, stack: Stack, look: str) -> None:
    """Look at what is full of text."""
    visit = panel.visit
    expect_room(visit, f"{look}: at rest")
    panel.use_own_keys()
    expect_room(visit, f"{look}: the form")
    panel.paste("no token")
    panel.notice.wait_for()
    expect_room(visit, f"{look}: a message")
    panel.sign_in(stack.token("alice", "demo"))
    if panel.keys.count():
        panel.keys.get_by_role("radio").first.check()
    else:
        panel.create()
    panel.open_options()
    expect_room(visit, f"{look}: a key")
    panel.button(f"Delete {panel.chosen()}").click()
    panel.question.wait_for()
    expect_room(visit, f"{look}: a question")
    panel.answer("Keep it")
    panel.button(f"Rotate {panel.chosen()}").click()
    panel.rotation.wait_for()
    expect_room(visit, f"{look}: a rotation")


@pytest.mark.parametrize("width", ZOOMED)
def test_zoomed(open_visit: OpenVisit, world: World, stack: Stack, width: int) -> None:
    stack.fill_credentials("alice", "demo", 25)
    walk(panel_at(open_visit(width=width), world.page), stack, f"{width} px")


def test_spaced_out(open_visit: OpenVisit, world: World, stack: Stack) -> None:
    visit = open_visit(width=480)
    panel = panel_at(visit, world.page)
    visit.page.add_style_tag(content=SPACED)
    walk(panel, stack, "spaced")


@pytest.mark.parametrize("name", [ARABIC, LONG])
@pytest.mark.parametrize("width", [1280, 360])
def test_names_of_any_kind(
    open_visit: OpenVisit, world: World, stack: Stack, name: str, width: int
) -> None:
    visit = open_visit(width=width)
    panel = panel_at(visit, world.page)
    visit.alter(
        TOKENS,
        lambda body: change(change(body, "token.user.name", name), "token.project.name", name),
    )
    visit.page.route(CREDENTIALS, lambda route: route.fallback())
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    panel.open_options()
    # Longer ones are shortened.
    expect(panel.lead).to_contain_text(name[:100], use_inner_text=True)
    expect_room(visit, name)
    if name == ARABIC and width == 1280:
        # Each runs in its own direction, and the sentence in that of its language.
        user, project, _ = panel.lead.locator("bdi").all()
        assert user.evaluate(LEFT) < project.evaluate(LEFT)
        assert project.evaluate(LEFT) < panel.lead.locator("span").first.evaluate(LEFT)
