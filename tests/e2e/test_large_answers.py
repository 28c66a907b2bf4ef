"""Answers that are larger than any of Keystone's: refused by name, and the page goes on.

They come over the network, from a proxy in front of the real Keystone.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from proxy import Answer, Endless, FaultProxy
from stack import Stack

from .conftest import access_keys, expect_agreement, panel_at
from .panel import Panel
from .test_keys_list import OBSERVE, longest_task
from .visit import FAILED_LOAD, Visit

LIST = "/credentials/OS-EC2"
ONE = "/credentials/OS-EC2/*"
TOKENS = "/auth/tokens"
MB = 1024 * 1024
# `MOST_BYTES` in src/core/http.rs.
MOST = 8 * MB
JSON = "application/json"


@pytest.fixture
def asking(visit: Visit, proxied: str) -> Panel:
    """The panel behind the proxy, not signed in."""
    # Chromium says of an answer that is broken off that it failed.
    visit.expect_console(FAILED_LOAD)
    visit.page.add_init_script(OBSERVE)
    return panel_at(visit, proxied)


def expect_too_large(panel: Panel, proxy: FaultProxy) -> None:
    panel.expect_notice(
        f"The response from {proxy.url} is larger than 8 MB, so this page stopped reading it.",
        "None of it was used.",
    )


def expect_sign_in(panel: Panel, stack: Stack) -> None:
    """The page works as if nothing had been."""
    panel.sign_in(stack.token("alice", "demo"))
    expect_agreement(panel, stack, len(access_keys(stack)))


def test_an_endless_answer_is_not_read_to_its_end(
    asking: Panel, stack: Stack, proxy: FaultProxy
) -> None:
    endless = Endless()
    proxy.next("GET", TOKENS, endless)
    asking.paste(stack.token("alice", "demo"))
    expect_too_large(asking, proxy)
    # What is on the way in the buffers of the system is not held back.
    assert MOST < endless.sent < MOST + 32 * MB
    expect_sign_in(asking, stack)


TOO_LARGE = [
    Answer(200, "x" * 40 * MB, JSON),
    # What froze the page for seconds: a list of credentials that does not end.
    Answer(200, '{"credentials": [' + '{"access": "a"},' * (40 * MB // 16), JSON),
    # Some forty thousand bytes on the way.
    Answer(200, " " * 40 * MB, JSON, packed=True),
    # A refusal is no shorter.
    Answer(401, "x" * 9 * MB, "text/html"),
]


def test_what_is_too_large_is_refused_by_name(
    asking: Panel, stack: Stack, proxy: FaultProxy, record_property: Any
) -> None:
    for answer in TOO_LARGE:
        longest_task(asking.visit)
        proxy.next("GET", TOKENS, answer)
        asking.paste(stack.token("alice", "demo"))
        expect_too_large(asking, proxy)
        record_property("longest task", longest_task(asking.visit))
        asking.notice.get_by_role("button", name="Close this message").click()
    expect_sign_in(asking, stack)


def test_a_length_that_is_a_lie(asking: Panel, stack: Stack, proxy: FaultProxy) -> None:
    for length, what in (
        # More than comes: the browser says that it failed.
        (100 * MB, f"The browser could not reach {proxy.url}."),
        # Less: what comes behind it is not read.
        (20, f"{proxy.url} didn't answer like a Keystone server."),
    ):
        proxy.next("GET", TOKENS, Answer(200, '{"token": {}}' + " " * 1000, JSON, length=length))
        asking.paste(stack.token("alice", "demo"))
        expect(asking.notice.locator("strong")).to_have_text(what)
    expect_sign_in(asking, stack)


def test_up_to_the_limit_everything_is_read(asking: Panel, stack: Stack, proxy: FaultProxy) -> None:
    token = stack.token("alice", "demo")
    (project,) = (p["id"] for p in stack.identity.projects(token) if p["name"] == "demo")
    known = [
        {"access": f"acce55{n:026x}", "secret": f"5ec2e75ec2e7{n:020x}", "tenant_id": project}
        for n in range(20_000)
    ]
    body = json.dumps({"credentials": known, "links": {"next": None}})
    body += " " * (MOST - len(body))
    proxy.next("GET", LIST, Answer(200, body + " ", JSON))
    asking.paste(token)
    expect_too_large(asking, proxy)
    expect(asking.notice).to_contain_text("openstack ec2 credentials list shows them")
    proxy.next("GET", LIST, Answer(200, body, JSON))
    asking.button("Get the list again").click()
    expect(asking.root.get_by_text("1 to 20 of 20000")).to_be_visible()


# All of these are JSON, in as many bytes as are read: what is dear is what is made of them.
DENSE = {
    "values": "[" + "0," * (MOST // 2 - 2) + "0]",
    "lists": "[" + "[]," * (MOST // 3 - 1) + "0]",
    "objects": '{"credentials": [' + "{}," * (MOST // 3 - 10) + "{}]}",
    "strings": "[" + '"",' * (MOST // 3 - 1) + '""]',
    "one string": '"' + "x" * (MOST - 2) + '"',
    "links": '{"credentials": [], "links": [' + "0," * (MOST // 2 - 30) + "0]}",
}


def test_what_is_read_does_not_freeze_the_page(
    asking: Panel, stack: Stack, proxy: FaultProxy, record_property: Any
) -> None:
    again = asking.button("Get the list again")
    for name, body in DENSE.items():
        assert MOST - 100 < len(body) <= MOST
        longest_task(asking.visit)
        proxy.next("GET", LIST, Answer(200, body, JSON))
        if name == "values":
            asking.paste(stack.token("alice", "demo"))
        else:
            again.click()
        ended = again.or_(asking.root.get_by_text("none yet"))
        expect(ended).to_be_visible()
        expect(asking.root.locator(".keyfill-keys .keyfill-wait")).to_have_count(0)
        longest = longest_task(asking.visit)
        record_property(f"longest task, {name}", longest)
        # A fraction of a second on a machine with nothing else to do; it was six seconds.
        assert longest < 3_000


def test_many_projects_do_not_freeze_the_page(
    asking: Panel, stack: Stack, proxy: FaultProxy, record_property: Any
) -> None:
    """Sorted, they are: in the other order of what comes, which is the dearest."""
    count = MOST // 64
    projects = [{"id": f"p{n}", "name": f"n{n:06}"} for n in reversed(range(count))]
    proxy.next("GET", "/auth/projects", Answer(200, json.dumps({"projects": projects}), JSON))
    asking.paste(stack.unscoped_token("alice"))
    expect(asking.choices.first).to_have_text("n000000")
    longest = longest_task(asking.visit)
    record_property("longest task", longest)
    assert longest < 3_000


def test_what_was_asked_for_is_looked_up_where_its_answer_is_too_large(
    faulty: Panel, stack: Stack, proxy: FaultProxy, old: str
) -> None:
    """A create and a delete that were not carried out; the list is what counts."""
    proxy.next("POST", LIST, Answer(201, "x" * 9 * MB, JSON))
    faulty.button("Create key").click()
    faulty.expect_notice(
        "Keystone did not confirm that it created a key, and the list has no new one.",
        "You can try again.",
    )
    proxy.next("DELETE", ONE, Answer(200, "x" * 9 * MB, JSON))
    faulty.button(f"Delete {old}").click()
    faulty.answer("Delete it")
    faulty.expect_notice(f"The key {old} was not deleted.", "Try again.")
    assert access_keys(stack) == {old}
    proxy.next("GET", LIST, Endless())
    faulty.button("Refresh").click()
    expect_too_large(faulty, proxy)
    faulty.button("Refresh").click()
    expect_agreement(faulty, stack, 1)
