"""A sample, from an open page to one that is the author's again, in each engine.

No cloud is asked for anything.
"""

from __future__ import annotations

from .conftest import World
from .reader import Reader, button
from .test_journey import COMMANDS, CREATE, LEAD, MASK, MORE, commands, copied, use_copied

MARK = "Sample: these keys work nowhere."
# Whatever the page has asked for, by its own account.
ASKED = "() => performance.getEntriesByType('resource').map((entry) => entry.name)"


def test_a_sample_needs_no_cloud(reader: Reader, world: World) -> None:
    before = reader.authors()
    reader.press(button("Try it with a sample"))
    reader.reads(LEAD, f"{MARK} sam in sample-project, Aur1")
    reader.press(CREATE)
    reader.has_focus("Copy the command")
    access, endpoint = "SAMPLE-KEY-2", world.stack.s3_url
    reader.sees(COMMANDS, commands(access, MASK, endpoint, "<bucket>"))
    assert access in copied(reader, "Copy the command")
    assert copied(reader, "Copy the secret key") == "SAMPLE-SECRET-2-works-nowhere"
    reader.press(MORE)
    assert "aws --profile sample-aur1 s3 cp cat.jpg" in use_copied(reader)
    reader.reads(LEAD, MARK)
    reader.press(button("Sign out"))
    reader.reads(LEAD, "Fill in your own keys")
    reader.expect_authors(before)
    asked = reader.tab.evaluate(ASKED)
    assert [url for url in asked if not url.startswith(world.url)] == []
