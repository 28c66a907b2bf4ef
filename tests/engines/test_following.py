"""A session follows its reader from page to page in each engine, without instant navigation."""

from __future__ import annotations

from soaking import SOAKS
from stack import Stack

from .reader import Reader, Thing, link
from .test_journey import LEAD, create, sign_in, sign_out

# Rounds of three navigations; `KEYFILL_TIMES` above 1 makes them 200 navigations.
ROUNDS = 66 if SOAKS else 3
COMMANDS = Thing("pre:not(keyfill-panel *) code")
HEADING = Thing(":is(article, [role=main]) h1")
# What a page believes about how it is left no longer depends on how it came.
A_SECOND = """() => { window.seen ??= performance.now();
    return performance.now() - window.seen > 1000; }"""
RECORD = "() => sessionStorage['keyfill-session'] ?? null"


def go(reader: Reader, name: str, heading: str) -> None:
    reader.tab.evaluate("() => void (window.isOld = true)")
    reader.press(link(name))
    reader.expect("a new page", "() => window.isOld ?? null", None)
    reader.reads(HEADING, heading)


def signed_in(reader: Reader, following: str, stack: Stack) -> str:
    """Sign in with a new key, and return what the author's block says then."""
    reader.leaves_early = True
    reader.open(following)
    sign_in(reader, stack)
    # It comes with the worker.
    reader.reads(LEAD, "Signed in on this site, in this tab")
    access, _ = create(reader, stack)
    return f"export AWS_ACCESS_KEY_ID={access} BUCKET=<bucket>"


def test_a_session_follows_by_links(reader: Reader, following: str, stack: Stack) -> None:
    filled = signed_in(reader, following, stack)
    for name, heading in (("slots", "Slots"), ("plain", "Plain"), ("plain", "Plain")) * ROUNDS:
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


def test_back_and_forward_where_the_browser_tells(
    reader: Reader, following: str, stack: Stack
) -> None:
    filled = signed_in(reader, following, stack)
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
        reader.reads(HEADING, "Slots")
        reader.sees(COMMANDS, filled)
        reader.tab.forward()
        reader.reads(HEADING, "Plain")


def loses_it_on_the_way_back(reader: Reader) -> None:
    """A way back is not known from the end of the tab there.

    At once after it came, a page believes in a way on all the same.
    """
    reader.expect("a second on the page", A_SECOND, True)
    reader.tab.back()
    reader.reads(HEADING, "Slots")
    reader.sees(COMMANDS, "export AWS_ACCESS_KEY_ID=<access-key> BUCKET=<bucket>")
    reader.expect("what is stored", RECORD, None)
