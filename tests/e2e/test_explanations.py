"""What is filled in says what it is: with a mouse, by keyboard and by touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from stack import Stack

from .conftest import OpenVisit, World, panel_at
from .panel import Panel
from .sites import FENCE, build_site
from .visit import FAILED_LOAD, Visit

BLOCK = """```bash
aws --endpoint-url <endpoint> --region <region> s3 ls s3://<bucket>
export AWS_ACCESS_KEY_ID=<access-key> AWS_SECRET_ACCESS_KEY=<secret-key>
```
"""
# In a sentence, where each would be one more stop.
INLINE = "Your region is `--region <region>`. [After](#)\n"
SAID = [
    "The S3 endpoint of your region",
    "The region that you chose",
    "Bucket: click to change",
    "Your access key",
    "Your secret key. It is masked here, and copied in full.",
]
CODE = "pre:not(.keyfill pre) code"
SLOTS = f"{CODE} .keyfill-slot"
# The explanation that is seen at what has the focus, and what is there below the block.
SEEN = """() => {
  const slot = document.activeElement, box = slot.getBoundingClientRect();
  const { content } = getComputedStyle(slot, "::before");
  const below = slot.closest("pre").getBoundingClientRect().bottom;
  const isHit = (x) => document.elementFromPoint(x, below + 4) === slot;
  const isBelow = [...Array(innerWidth).keys()].some(isHit);
  return content === "none" ? null : [JSON.parse(content.split(" / ")[0]), isBelow];
}"""


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def page_url(
    request: pytest.FixtureRequest, world: World, tmp_path_factory: pytest.TempPathFactory
) -> str:
    name = f"explained-{request.param}"
    url = f"{world.origin}/{name}/"
    pages = {"index.md": f"# Explained\n\n{FENCE}\n[Before](#)\n\n{BLOCK}\n{INLINE}"}
    work, theme = tmp_path_factory.mktemp(name), {"name": request.param, "features": []}
    build_site(work, world.directory / name, world.stack, url, pages, theme=theme)
    return url


def seen(page: Page) -> str | None:
    """Return what is explained; the last line has it below the block, where it is not cut off."""
    found = page.evaluate(SEEN)
    if found is None:
        return None
    said, is_below = found
    if said.startswith("Your"):
        assert is_below, "the block has cut it off"
    return str(said)


def filled(visit: Visit, url: str, stack: Stack) -> tuple[Panel, Locator]:
    """Sign in with a new key, and return the panel and the slots of the author's block."""
    # Two of the themes want scripts and fonts of other servers.
    visit.expect_console(FAILED_LOAD, "^pageerror: ")
    # No theme scrolls slowly then.
    visit.page.emulate_media(reduced_motion="reduce")
    panel = panel_at(visit, url)
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    slots = visit.page.locator(SLOTS)
    expect(slots).to_have_count(len(SAID))
    expect(slots.first).to_have_attribute("title", SAID[0])
    return panel, slots


def test_by_keyboard(visit: Visit, page_url: str, stack: Stack) -> None:
    page = visit.page
    panel, slots = filled(visit, page_url, stack)
    page.get_by_role("link", name="Before").focus()
    # The button that copies stands before.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    said = []
    for _ in SAID:
        said.append(seen(page))
        page.keyboard.press("ArrowRight")
    assert said == SAID
    page.keyboard.press("ArrowLeft")
    assert seen(page) == SAID[-2]
    # That goes back in most browsers.
    page.keyboard.press("Alt+ArrowLeft")
    assert seen(page) == SAID[-2]
    # One stop for what is explained, and one for what can be changed.
    slots.first.focus()
    page.keyboard.press("Tab")
    expect(slots.nth(2)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="After")).to_be_focused()
    panel.sign_out()
    expect(page.locator(CODE)).not_to_contain_text("\u2022")
    expect(page.locator(f"{CODE} [tabindex]")).to_have_count(0)


def test_by_touch(open_visit: OpenVisit, page_url: str, stack: Stack) -> None:
    visit = open_visit(touch=True, width=360)
    page = visit.page
    _, slots = filled(visit, page_url, stack)
    slots.nth(3).tap()
    assert seen(page) == SAID[3]
    slots.nth(0).tap()
    assert seen(page) == SAID[0]
    inline = page.locator("p code .keyfill-slot")
    inline.tap()
    expect(inline).to_be_focused()
    page.get_by_role("heading", name="Explained").tap()
    assert page.locator(".keyfill-slot:focus").count() == 0


def test_a_mouse_has_the_title(visit: Visit, page_url: str, stack: Stack) -> None:
    _, slots = filled(visit, page_url, stack)
    slots.first.click()
    assert seen(visit.page) is None
