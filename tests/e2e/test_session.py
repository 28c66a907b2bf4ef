"""Signing in and out, and how long a session lasts."""

from __future__ import annotations

from playwright.sync_api import expect

from stack import Stack

from .conftest import World, panel_at
from .panel import Panel
from .visit import Visit


def test_white_space_around_a_pasted_token_does_no_harm(panel: Panel, stack: Stack) -> None:
    panel.sign_in(f"\t {stack.token('alice', 'demo')}\r\n")
    expect(panel.lead).to_contain_text("alice in demo, Aur1")
    expect(panel.lead).to_contain_text("60 min left")


def test_a_typed_token_is_sent_with_enter(panel: Panel, stack: Stack) -> None:
    panel.use_own_keys()
    expect(panel.token).to_be_focused()
    panel.token.fill(stack.token("alice", "demo"))
    panel.token.press("Enter")
    panel.button("Create key").wait_for()


def test_a_typed_token_is_sent_with_the_button(panel: Panel, stack: Stack) -> None:
    panel.use_own_keys()
    panel.token.fill(stack.token("alice", "demo"))
    panel.button("Sign in").click()
    panel.button("Create key").wait_for()


def test_cancel_closes_the_form(panel: Panel, stack: Stack) -> None:
    panel.use_own_keys()
    panel.token.fill("half a token")
    panel.button("Cancel").click()
    expect(panel.token).to_have_count(0)
    expect(panel.button("Sign in…")).to_be_focused()
    panel.sign_in(stack.token("alice", "demo"))


def test_the_token_command_is_copied(panel: Panel, visit: Visit) -> None:
    panel.use_own_keys()
    panel.root.locator(".keyfill-signin .keyfill-copy").click()
    expect(panel.root.locator(".keyfill-signin .keyfill-copy")).to_have_text("Copied")
    assert visit.clipboard() == "openstack token issue -f value -c id"


def test_the_session_shows_whose_keys_these_are(panel: Panel, stack: Stack) -> None:
    research = stack.identity.create_credential("alice", "research")["access"]
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    expect(panel.keys).to_have_count(1)
    expect(panel.filled).to_contain_text("profile aur1, region Aur1, project demo")
    expect(panel.root).to_contain_text("1 more in your other projects")
    assert research not in panel.root.inner_html()
    expect(panel.root.locator(".keyfill-same")).to_have_text(
        [f"same as openstack ec2 credentials {command}" for command in ("list", "create")]
    )
    panel.button(f"Delete {access}").click()
    expect(panel.question).to_contain_text(f"same as openstack ec2 credentials delete {access}")


def test_another_key_comes_into_the_commands_when_it_is_chosen(panel: Panel, stack: Stack) -> None:
    first = stack.identity.create_credential("alice", "demo")
    panel.sign_in(stack.token("alice", "demo"))
    assert panel.chosen() == first["access"]
    second = panel.create()
    assert panel.chosen() == second != first["access"]
    expect(panel.blocks.first).to_contain_text(second)
    panel.root.get_by_label(first["access"], exact=True).check()
    expect(panel.blocks.first).to_contain_text(first["access"])
    _, secret, *_ = panel.copy_steps()
    assert (secret == first["secret"]) is True
    panel.delete(first["access"])
    # Not another one by itself.
    expect(panel.blocks.first).to_contain_text("<access-key>")
    expect(panel.keys.locator(":checked")).to_have_count(0)


def test_sign_out_puts_the_placeholders_back(panel: Panel, stack: Stack) -> None:
    before = panel.blocks.all_text_contents()
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    expect(panel.blocks.first).to_contain_text(access)
    panel.sign_out()
    panel.expect_signed_out()
    assert panel.blocks.all_text_contents() == before
    assert access not in panel.visit.page.content()
    expect(panel.button("Sign in…")).to_be_focused()


def test_a_reload_is_signed_out(panel: Panel, stack: Stack) -> None:
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    panel.visit.page.reload()
    panel.ready()
    panel.expect_signed_out()
    assert access not in panel.visit.page.content()


def test_instant_navigation_keeps_the_session(visit: Visit, stack: Stack, pair: str) -> None:
    page = visit.page
    panel = panel_at(visit, pair)
    visit.instant()
    page.evaluate("window.sameDocument = true")
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    for _ in range(2):
        page.locator(".md-nav--primary a[href$='plain/']").first.click()
        expect(page.locator("keyfill-panel")).to_have_count(0)
        page.locator("article p a").click()
        expect(panel.blocks.first).to_contain_text(access)
        assert panel.chosen() == access
    assert page.evaluate("window.sameDocument") is True
    expect(panel.lead).to_contain_text("alice in demo")


def test_leaving_the_page_forgets_everything(panel: Panel, stack: Stack, world: World) -> None:
    """With a real navigation, and back: from the back/forward cache where the browser has it."""
    page = panel.visit.page
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    page.goto(f"{world.origin}/404.html")
    page.go_back()
    panel.ready()
    panel.expect_signed_out()
    assert access not in page.content()


def test_pagehide_forgets_everything(panel: Panel, stack: Stack) -> None:
    """The event alone, so that it does not depend on the back/forward cache."""
    panel.sign_in(stack.token("alice", "demo"))
    access = panel.create()
    panel.visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    panel.expect_signed_out()
    assert access not in panel.visit.page.content()


def test_a_tab_chosen_on_the_static_page_stays_chosen(visit: Visit, world: World) -> None:
    with visit.held_back("**/app_bg.wasm"):
        panel = panel_at(visit, world.page)
        panel.choose_tab("mc")
        panel.button("Sign in…").click()
        # While the app is on its way, the page goes on working.
        panel.choose_tab("rclone")
    expect(panel.token).to_be_visible()
    expect(panel.root.locator("input[value=rclone]")).to_be_checked()
    expect(panel.blocks.first).to_contain_text("rclone config file")


def test_a_page_without_a_panel_loads_no_app(visit: Visit, world: World) -> None:
    # A panel that is in view for a while is prepared for, but not for somebody who saves data.
    save = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    visit.page.add_init_script(save)
    visit.page.goto(world.origin, wait_until="networkidle")
    assert [r.url for r in visit.requests if "app" in r.url and "keyfill" in r.url] == []
    panel = panel_at(visit, world.page)
    panel.choose_tab("mc")
    panel.copy(panel.root.locator(".tabbed-block:visible .keyfill-copy").first)
    assert not any(r.url.endswith(("app.js", "app_bg.wasm", "app.css")) for r in visit.requests)
    panel.use_own_keys()
    expect(panel.token).to_be_visible()
    assert any(r.url.endswith("app_bg.wasm") for r in visit.requests)
