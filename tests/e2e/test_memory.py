"""What a session leaves in the memory of the wasm, however it ends: nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stack import Stack

from .conftest import World, panel_at, secret_of
from .memory import in_memory, keep_memory, trap
from .panel import Panel
from .sites import FENCE, all_ways, build_site
from .visit import CREDENTIALS, FAILED_LOAD, Visit

MINUTE = 60_000
IDLE = 2
COMMANDS = """
```bash
export AWS_ACCESS_KEY_ID=<access-key> AWS_SECRET_ACCESS_KEY=<secret-key>
```
"""
# The prompt never comes, so nobody answers it.
UNANSWERED = "void (navigator.clipboard.writeText = () => new Promise(() => {}))"

End = Callable[[Panel, Stack], None]


@pytest.fixture(scope="module")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with a panel and slots, on a site that forgets after two minutes."""
    url = f"{world.origin}/memory/"
    options = {**all_ways(world.stack), "idle_minutes": IDLE}
    work = tmp_path_factory.mktemp("memory")
    pages = {"index.md": f"# Memory\n\n{FENCE}{COMMANDS}"}
    build_site(work, world.directory / "memory", world.stack, url, pages, **options)
    return url


@pytest.fixture
def kept(visit: Visit, site: str) -> Panel:
    """The panel of that page, whose memory can be looked at and whose clock is Playwright's."""
    keep_memory(visit.page)
    visit.page.clock.install()
    visit.expect_console(FAILED_LOAD)
    return panel_at(visit, site)


def by_password(panel: Panel, stack: Stack, user: str) -> dict[str, str]:
    """Sign in and make a key; return every secret of the session by its name."""
    stack.remove_credentials(user)
    panel.open_form("Password")
    panel.give_password(user, stack.users[user].password)
    create = panel.button("Create key")
    create.or_(panel.choices.first).first.wait_for()
    if not create.is_visible():
        panel.choose_project("demo")
    access = panel.create()
    tokens = panel.visit.obtained(stack.keystone_url)
    named = {f"token {index}": token for index, token in enumerate(tokens)}
    return named | {"password": stack.users[user].password, "key": secret_of(stack, access, user)}


def show(panel: Panel) -> None:
    """Let the secret be drawn wherever it can be, and copied from there."""
    panel.option("Show secrets").check()
    panel.option("Quick form").check()
    panel.choose_tab("boto3")
    panel.copy_steps()
    panel.root.get_by_role("button", name="Test ").first.click()
    panel.copy_test()
    panel.visit.page.locator(".keyfill-page-copy").click()
    panel.open_options()
    with panel.visit.page.expect_download():
        panel.root.get_by_role("button", name="aws-aur1-secret.ini").click()
    panel.visit.settled()


def sign_out(panel: Panel, stack: Stack) -> None:
    panel.sign_out()
    panel.expect_signed_out()


def expire(panel: Panel, stack: Stack) -> None:
    for _ in range(61):
        panel.visit.page.clock.fast_forward(MINUTE)
        panel.choose_tab("mc")
        panel.choose_tab("aws")
    panel.expect_notice_has("Your token has expired")


def idle(panel: Panel, stack: Stack) -> None:
    panel.visit.page.clock.fast_forward(IDLE * MINUTE)
    panel.expect_notice_has("after 2 minutes without activity.")


def hide(panel: Panel, stack: Stack) -> None:
    panel.visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    panel.expect_signed_out()


def revoke_elsewhere(panel: Panel, stack: Stack) -> None:
    # The first takes along what was made from it.
    for token in reversed(panel.visit.obtained(stack.keystone_url)):
        stack.identity.revoke(token)
    panel.button("Refresh").click()
    panel.expect_signed_out()


ENDS: list[End] = [sign_out, expire, idle, hide, revoke_elsewhere]


@pytest.mark.parametrize("is_shown", [False, True], ids=["masked", "shown"])
@pytest.mark.parametrize("end", ENDS)
def test_nothing_stays(kept: Panel, stack: Stack, end: End, is_shown: bool) -> None:
    page = kept.visit.page
    secrets = by_password(kept, stack, "bob")
    if is_shown:
        show(kept)
    # What is typed goes at once; what the session needs is there.
    assert in_memory(page, secrets) == [name for name in secrets if name != "password"]
    end(kept, stack)
    kept.visit.settled()
    assert in_memory(page, secrets) == []


def test_a_panic_leaves_nothing(kept: Panel, stack: Stack) -> None:
    page = kept.visit.page
    kept.visit.expect_console(r"RuntimeError|memory access out of bounds|null function")
    secrets = by_password(kept, stack, "bob")
    show(kept)
    trap(page)
    kept.root.get_by_text("Keyfill stopped after an error.").wait_for()
    assert in_memory(page, secrets) == []


def test_a_session_keeps_no_more_than_it_has(kept: Panel, stack: Stack) -> None:
    """Hidden again, switched to another project, rotated, deleted: what went is not there."""
    page = kept.visit.page
    before = by_password(kept, stack, "alice")
    show(kept)
    kept.button("Switch project").click()
    kept.choose_project("research")
    kept.visit.settled()
    assert "key" not in in_memory(page, before)
    access = kept.create()
    show(kept)
    gone = {"key": secret_of(stack, access)}
    kept.button("Close the test").click()
    kept.delete(access)
    kept.visit.settled()
    assert in_memory(page, gone) == []


def test_a_copy_that_waits_for_the_reader_keeps_nothing(kept: Panel, stack: Stack) -> None:
    page = kept.visit.page
    secrets = by_password(kept, stack, "bob")
    page.evaluate(UNANSWERED)
    kept.root.locator(".tabbed-block .keyfill-copy").nth(1).click()
    page.locator(".keyfill-page-copy").click()
    kept.sign_out()
    kept.visit.settled()
    assert in_memory(page, secrets) == []


def test_a_request_that_waits_keeps_nothing(kept: Panel, stack: Stack) -> None:
    page = kept.visit.page
    secrets = by_password(kept, stack, "bob")
    # The clock stands still, so what would be asked again in a moment is not.
    kept.visit.stop_the_clock()
    kept.visit.answer(CREDENTIALS, status=503)
    with page.expect_response(CREDENTIALS):
        kept.button("Refresh").click()
    hide(kept, stack)
    assert in_memory(page, secrets) == []


def test_what_was_refused_is_forgotten(kept: Panel, stack: Stack) -> None:
    page = kept.visit.page
    wrong = {"password": "a-password-that-is-wrong", "passcode": "no passcode at all"}
    kept.open_form("Password")
    kept.give_password("bob", wrong["password"])
    kept.expect_notice_has("does not accept this user name and password.")
    token = {"token": "gAAAAABrBEBlgQZ_rsqyk-nobody-has-this-token-TEQK"}
    kept.open_form("Token")
    kept.paste(token["token"])
    kept.notice.get_by_text("does not accept this token").wait_for()
    kept.visit.settled()
    assert in_memory(page, wrong | token) == []
