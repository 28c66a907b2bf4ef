"""Every state of a panel by axe, in each theme, light and dark, and as it is read out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from mkdocs_keyfill.web import asset_copies

from panel_states import SHOWN, Walk
from site_server import ROOT
from soaking import SOAKS
from stack import Stack

from .axe import CONTRAST, findings
from .conftest import OpenVisit, World
from .outlines import changes
from .panel import Panel
from .sites import FENCE, all_ways, build_site
from .visit import FAILED_LOAD

THEMES: dict[str, dict[str, Any]] = {
    "material": {},
    "mkdocs": {"name": "mkdocs", "color_mode": "auto", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
}
BY_HAND = ("by hand", "by hand, dark", "by hand, in the guide's colours")
# `make soak` looks at every state in each of these.
PAGES = (*THEMES, *BY_HAND) if SOAKS else ("material", "mkdocs", BY_HAND[-1])
PAGE = f"# Keys\n\n## Your own\n\n{FENCE}\n\n## Others\n\n```bash\nmc ls <region>/<bucket>\n```\n"
STYLE = """:root { color-scheme: light dark }
body { background: light-dark(#fff, #10141c); color: light-dark(#222, #dde) }
.dark { color-scheme: dark }
"""
# What the guide gives as an example.
[COLOURS] = re.findall(
    r"^```css\n(:root \{\n  color-scheme.*?)^```$",
    (ROOT / "docs" / "generators.md").read_text(),
    re.M | re.S,
)
HAND = """<!doctype html><html lang="en"{mark}><meta charset="utf-8"><title>By hand</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="keyfill/keyfill.css">
<style>{style}</style>
<script type="module" src="keyfill/keyfill.js"></script>
<main><h1>By hand</h1><div class="keyfill"><keyfill-panel role="region" aria-label="Keys"
  data-regions="Aur1 Aur2" data-keystone-url="{keystone}" data-s3-endpoint="https://s3-{{region}}.example"
  data-brand="Aurora" data-sign-in="token password application_credential"><p>Static.</p>
</keyfill-panel></div></main></html>"""

Site = Callable[[str], str]


@pytest.fixture(scope="module")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the URL of a page in this theme, or of one by hand."""

    def build_one(name: str) -> str:
        folder = f"theme-{name.replace(' ', '-')}"
        url = f"{world.origin}/{folder}/"
        out = world.directory / folder
        if name in THEMES:
            build_site(
                tmp_path_factory.mktemp(folder),
                out,
                world.stack,
                url,
                {"index.md": PAGE},
                theme=THEMES[name],
                **all_ways(world.stack),
            )
        else:
            asset_copies.copy(out / "keyfill", force=False)
            mark = ' class="dark"' if name.endswith("dark") else ""
            style = COLOURS if name.endswith("colours") else STYLE
            page = HAND.format(mark=mark, style=style, keystone=world.stack.keystone_url)
            (out / "index.html").write_text(page)
        return url

    return build_one


@pytest.mark.parametrize("name", PAGES)
def test_no_state_has_findings(open_visit: OpenVisit, site: Site, stack: Stack, name: str) -> None:
    visit = open_visit()
    # The theme looks for the style sheet of a highlighter that it was told not to have, and for
    # its dialog of keys.
    theirs = (
        r"^pageerror: Cannot (set|read) properties of (null|undefined) \(.* '(disabled|backdrop)'\)"
    )
    visit.expect_console(FAILED_LOAD, *([theirs] if name == "mkdocs" else []))
    visit.page.clock.install()
    visit.page.goto(site(name))
    found: dict[str, list[str]] = {}
    seen = set()
    for state in Walk(visit.page, stack).states():
        seen.add(state)
        if name == "material" and (told := changes(visit.page.locator("keyfill-panel"), state)):
            found[f"{state}, read out (see KEYFILL_BLESS)"] = told
        if not (SOAKS or name == "material" or state in SHOWN):
            continue
        for scheme, rules in (("light", None), ("dark", CONTRAST)):
            visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            if ours := findings(visit.page, rules):
                found[f"{state}, {scheme}"] = ours
        visit.page.emulate_media(color_scheme="light")
    assert seen.issuperset(SHOWN)
    report = "\n\n".join(f"{state}:\n" + "\n".join(ours) for state, ours in found.items())
    assert not found, report


def test_the_guides_colours_are_worn(open_visit: OpenVisit, site: Site) -> None:
    page = open_visit().page
    page.goto(site("by hand, in the guide's colours"))
    button = page.get_by_role("button", name="Sign in…")
    for scheme, accent in (("light", "rgb(10, 92, 85)"), ("dark", "rgb(111, 211, 200)")):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        colours = button.evaluate("it => Object.values(getComputedStyle(it)).join()")
        assert accent in colours, scheme


def test_what_is_wrong_is_found(panel: Panel) -> None:
    """In what is ours, and with what of the page is beside it."""
    page = panel.visit.page
    assert findings(page) == []
    page.evaluate(
        """() => document.querySelector("keyfill-panel").insertAdjacentHTML("beforeend",
            '<button></button><p style="color: #999; background: #fff">Weak</p><h6>Deep</h6>')"""
    )
    found = {line.partition(":")[0] for line in findings(page)}
    assert found == {"button-name", "color-contrast", "heading-order"}
