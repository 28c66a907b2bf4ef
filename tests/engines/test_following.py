"""A session follows its reader from page to page in each engine, without instant navigation."""

from __future__ import annotations

from typing import Any

import pytest

from e2e.sites import FENCE, build_site
from stack import Stack

from .conftest import NOTES, World
from .reader import Reader, Thing, link
from .test_journey import LEAD, create, sign_in, sign_out

BLOCK = "```bash\nexport AWS_ACCESS_KEY_ID=<access-key> BUCKET=<bucket>\n```\n"
COMMANDS = Thing("article > .highlight code")
LINKS = " ".join(f"[{name}]({name}.md)" for name in ("index", "slots", "plain"))
PAGES = {
    "index.md": f"# Home\n\n{LINKS}\n\n{FENCE}\n{NOTES}\n{BLOCK}",
    "slots.md": f"# Slots\n\n{LINKS}\n\n{BLOCK}",
    "plain.md": f"# Plain\n\n{LINKS}\n",
}
RECORD = "() => sessionStorage['keyfill-session'] ?? null"


@pytest.fixture(scope="session")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site without instant navigation, whose sessions follow the reader."""
    url, work = f"{world.url}following/", tmp_path_factory.mktemp("following")
    theme: dict[str, Any] = {"features": []}
    out = world.directory / "following"
    build_site(work, out, world.stack, url, PAGES, theme=theme, session="site")
    return url


def go(reader: Reader, name: str, heading: str) -> None:
    reader.tab.evaluate("() => void (window.isOld = true)")
    reader.press(link(name))
    reader.expect("a new page", "() => window.isOld ?? null", None)
    reader.reads(Thing("article h1"), heading)


def signed_in(reader: Reader, site: str, stack: Stack) -> str:
    """Sign in with a new key, and return what the author's block says then."""
    reader.leaves_early = True
    reader.open(site)
    sign_in(reader, stack)
    # It comes with the worker, and moves what is pressed next.
    reader.reads(LEAD, "Signed in on this site, in this tab")
    access, _ = create(reader, stack)
    return f"export AWS_ACCESS_KEY_ID={access} BUCKET=<bucket>"


def test_a_session_follows_by_links(reader: Reader, site: str, stack: Stack) -> None:
    filled = signed_in(reader, site, stack)
    for name, heading in (("slots", "Slots"), ("plain", "Plain"), ("plain", "Plain")) * 3:
        go(reader, name, heading)
        if name != "plain":
            reader.sees(COMMANDS, filled)
        reader.expect("what is stored", RECORD, None)
    go(reader, "index", "Home")
    reader.sees(COMMANDS, filled)
    reader.reads(LEAD, "Signed in on this site, in this tab")
    sign_out(reader)
    for name, heading in (("slots", "Slots"), ("plain", "Plain"), ("index", "Home")):
        go(reader, name, heading)
        reader.expect("what is stored", RECORD, None)
    reader.reads(LEAD, "Fill in your own keys")


def test_back_and_forward_where_the_browser_tells(reader: Reader, site: str, stack: Stack) -> None:
    filled = signed_in(reader, site, stack)
    go(reader, "slots", "Slots")
    reader.sees(COMMANDS, filled)
    go(reader, "plain", "Plain")
    reader.expect("what is stored", RECORD, None)
    if reader.tab.evaluate("() => 'navigation' in window"):
        keeps_it_on_the_way_back(reader, filled)
    else:
        loses_it_on_the_way_back(reader)


def keeps_it_on_the_way_back(reader: Reader, filled: str) -> None:
    for _ in range(2):
        reader.tab.back()
        reader.sees(COMMANDS, filled)
        reader.tab.back()
        reader.reads(LEAD, "Signed in on this site, in this tab")
        reader.sees(COMMANDS, filled)
        reader.tab.forward()
        reader.reads(Thing("article h1"), "Slots")
        reader.sees(COMMANDS, filled)
        reader.tab.forward()
        reader.reads(Thing("article h1"), "Plain")


def loses_it_on_the_way_back(reader: Reader) -> None:
    """A way back is not known from the end of the tab there."""
    reader.tab.back()
    reader.reads(Thing("article h1"), "Slots")
    reader.sees(COMMANDS, "export AWS_ACCESS_KEY_ID=<access-key> BUCKET=<bucket>")
    reader.expect("what is stored", RECORD, None)
