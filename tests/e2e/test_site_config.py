"""What is the same for every panel of a site: a file that comes with the app."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import World, panel_at
from .visit import FAILED_LOAD, Visit


def test_the_configuration_of_the_site_comes_with_the_app(visit: Visit, world: World) -> None:
    panel = panel_at(visit, world.page)
    visit.settled()
    assert not [request for request in visit.requests if "/site-" in request.url]
    panel.use_own_keys()
    assert len([request for request in visit.requests if "/site-" in request.url]) == 1


@pytest.mark.parametrize(
    ("named", "answer", "why"),
    [
        ("", None, r"site-[0-9a-f]{10}\.json could not be loaded\."),
        ("", "<title>Sign in</title>", r"site-.*\.json could not be loaded\."),
        ("", "{}", r"data-config"),
        ("https://evil.example/x", "", r"site-.*\.json could not be loaded\."),
        ("../other/0123456789", "", r"site-.*\.json could not be loaded\."),
    ],
)
def test_a_configuration_that_cannot_be_had_is_said(
    visit: Visit, world: World, named: str, answer: str | None, why: str
) -> None:
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, world.page)
    visit.page.route(
        "**/site-*.json",
        lambda route: route.abort() if answer is None else route.fulfill(body=answer),
    )
    if named:
        panel.root.evaluate("(panel, named) => { panel.dataset.site = named; }", named)
    panel.button("Sign in…").click()
    expect(panel.root.locator(".keyfill-note")).to_contain_text(re.compile(why))
    assert not [request for request in visit.requests if "evil.example" in request.url]
    expect(panel.form).to_have_count(0)
