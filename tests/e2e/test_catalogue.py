"""Each refusal of Keystone 30, and that `docs/messages.md` says what the panel makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Route, expect

from site_server import ROOT
from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .sites import copy_with_keystone
from .visit import CREDENTIALS, FAILED_LOAD, Visit

MESSAGES = (ROOT / "docs" / "messages.md").read_text()
LIVE = MESSAGES.partition("## Older releases")[0]
ROWS = {
    row[0]: row[1:3]
    for row in re.findall(r"^\| ([^|]+) \| (\d{3}) \| ([^|]+) \|", LIVE, re.MULTILINE)
}
MADE_UP = "gAAAAABrBEBlgQZ_rsqykTEQK-" + "x" * 150
RULE = {"service": "compute", "method": "GET", "path": "/v2.1/servers"}


@dataclass(frozen=True)
class Scene:
    panel: Panel
    stack: Stack

    def password(self, user: str, password: str | None = None) -> None:
        self.panel.open_form("Password")
        self.panel.give_password(user, password or self.stack.users[user].password)

    def passcode(self, passcode: str) -> None:
        self.panel.field("passcode").fill(passcode)
        self.panel.field("passcode").press("Enter")

    def session(self, user: str, project: str) -> str:
        token = self.stack.token(user, project)
        self.panel.open_form("Token")
        self.panel.sign_in(token)
        return token

    def create(self) -> None:
        self.panel.button("Create key").click()


def wrong_passcode(scene: Scene) -> None:
    scene.password("erin")
    scene.passcode("0000000")


def expired_receipt(scene: Scene) -> None:
    scene.password("erin")
    scene.passcode(scene.stack.passcode("erin"))


def pasted(scene: Scene, token: str) -> None:
    scene.panel.open_form("Token")
    scene.panel.paste(token)


def revoked(scene: Scene) -> None:
    scene.stack.revoke(scene.session("bob", "demo"))
    scene.create()


def choosing(scene: Scene, change: Callable[[], None]) -> None:
    scene.password("greta")
    scene.panel.choices.first.wait_for()
    change()
    scene.panel.choices.get_by_text("mirror", exact=True).click()


def working(scene: Scene, change: Callable[[], None]) -> None:
    scene.session("greta", "mirror")
    change()
    scene.create()


def reader(scene: Scene) -> None:
    scene.session("carol", "demo")
    scene.create()


def application_credential(scene: Scene, rules: list[dict[str, str]] | None) -> None:
    made = scene.stack.identity.application_credential("bob", "demo", access_rules=rules)
    scene.panel.open_form("Application credential")
    scene.panel.field("credential").fill(made.id)
    scene.panel.field("secret").fill(made.secret)
    scene.panel.button("Sign in").click()


def pasted_with_rules(scene: Scene) -> None:
    identity = scene.stack.identity
    made = identity.application_credential("bob", "demo", access_rules=[RULE])
    pasted(scene, identity.application_credential_token("bob", "demo", made))


def quota(scene: Scene) -> None:
    scene.stack.identity.create_credential("dave", "demo")
    scene.session("dave", "demo")
    scene.create()


def key_of_another(scene: Scene) -> None:
    scene.stack.remove_credentials("bob")
    mine = scene.stack.identity.create_credential("bob", "demo")["access"]
    theirs = scene.stack.identity.create_credential("alice", "demo")["access"]
    # Keystone lists nobody else's, so the page is told of it on the way.
    scene.panel.visit.alter(CREDENTIALS, lambda text: text.replace(mine, theirs))
    scene.session("bob", "demo")
    scene.panel.button(f"Delete {theirs}").click()
    scene.panel.question.get_by_role("button", name="Delete it").click()


def unknown_project(scene: Scene) -> None:
    def elsewhere(route: Route) -> None:
        if route.request.method != "POST":
            route.fallback()
            return
        route.continue_(post_data=json.dumps({"tenant_id": "0" * 32}))

    scene.panel.visit.page.route(CREDENTIALS, elsewhere)
    scene.session("bob", "demo")
    scene.create()


def disable_greta(scene: Scene) -> None:
    working(scene, lambda: scene.stack.identity.disable_user("greta"))


def no_role(scene: Scene) -> None:
    scene.stack.identity.change_role("greta", "mirror", None)


def closed(scene: Scene) -> None:
    scene.stack.identity.disable_project("mirror")


def locked(scene: Scene) -> None:
    scene.stack.identity.lock("jonas")
    scene.password("jonas")


PRODUCED: dict[str, Callable[[Scene], None]] = {
    "Wrong password": lambda s: s.password("bob", "not-the-password"),
    "Account locked": locked,
    "Password expired": lambda s: s.password("karin"),
    "User disabled": lambda s: s.password("lars"),
    "User disabled during the session": disable_greta,
    "Wrong passcode": wrong_passcode,
    "Receipt expired": expired_receipt,
    "Second factor that the page does not support": lambda s: s.password("frida"),
    "Invalid token, or a token of another cloud": lambda s: pasted(s, MADE_UP),
    "Token revoked during the session": revoked,
    "Only project disabled": lambda s: s.password("maja"),
    "No role in any project": lambda s: s.password("ivar"),
    "Role taken away while choosing the project": lambda s: choosing(s, lambda: no_role(s)),
    "Project disabled while choosing it": lambda s: choosing(s, lambda: closed(s)),
    "Project disabled during the session": lambda s: working(s, lambda: closed(s)),
    "Role taken away during the session": lambda s: working(s, lambda: no_role(s)),
    "Role `reader` only": reader,
    "Application credential, restricted or not": lambda s: application_credential(s, None),
    "Application credential with access rules that do not cover the list of keys": (
        lambda s: application_credential(s, [RULE])
    ),
    "Pasted token of an application credential with access rules": pasted_with_rules,
    "As many keys as the cloud allows": quota,
    "Key of another user": key_of_another,
    "Project unknown": unknown_project,
}
# A cloud in which receipts end at once and each user may have one credential.
ELSEWHERE = {"Receipt expired", "As many keys as the cloud allows"}


@pytest.fixture(scope="module")
def strict(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    directory = tmp_path_factory.mktemp("strict")
    with Stack(directory, [world.origin], receipt_seconds=0, credential_limit=1) as another:
        yield another


@pytest.fixture
def restored(stack: Stack) -> Iterator[None]:
    yield
    stack.identity.enable_user("greta")
    stack.identity.enable_project("mirror")
    stack.identity.change_role("greta", "mirror", "member")
    stack.identity.unlock("jonas")


def test_every_row_is_produced() -> None:
    assert list(ROWS) == list(PRODUCED)


@pytest.mark.parametrize("row", PRODUCED)
def test_what_the_panel_says_is_in_the_table(
    request: pytest.FixtureRequest,
    visit: Visit,
    stack: Stack,
    world: World,
    ways: str,
    row: str,
    restored: None,
) -> None:
    status, sees = ROWS[row]
    visit.expect_console(FAILED_LOAD)
    asked, url = stack, ways
    if row in ELSEWHERE:
        asked = request.getfixturevalue("strict")
        page = world.directory / "ways" / "other" / "index.html"
        url = ways + copy_with_keystone(page, "strict", asked.keystone_url)
    panel = panel_at(visit, url)
    PRODUCED[row](Scene(panel, asked))
    pattern = re.sub(r"\\\*[^*]+\\\*", ".+", re.escape(sees))
    expect(panel.notice.locator("strong")).to_have_text(re.compile(f"^{pattern}$"))
    if row == "Second factor that the page does not support":
        # Nothing was refused, so there is nothing for the support to look up.
        expect(panel.notice.locator(".keyfill-small code")).to_have_count(0)
    elif status != "200":
        expect_words_for_the_support(panel, asked.keystone_url, status)


def expect_words_for_the_support(panel: Panel, url: str, status: str) -> None:
    """The message has the id of the answer with this status, also when it is copied."""
    visit = panel.visit
    shown = panel.notice.locator(".keyfill-small code")
    answers = [r.response() for r in visit.calls(url) if r.method != "OPTIONS"]
    ids = [
        answer.header_value("x-openstack-request-id")
        for answer in answers
        if answer is not None and answer.status == int(status)
    ]
    assert shown.inner_text() in ids
    advice = panel.notice.locator("p").nth(1).inner_text()
    what = panel.notice.locator("strong").inner_text()
    identity = shown.inner_text()
    copied = panel.copy(panel.button("Copy the message"))
    assert copied == f"{what}\n{advice}\nRequest ID: {identity}"
    tokens = [*visit.obtained(url), MADE_UP]
    assert any(token in copied or token in panel.notice.inner_html() for token in tokens) is False
