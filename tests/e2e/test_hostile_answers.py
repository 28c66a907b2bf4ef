"""Values from Keystone that are not what they should be: shown as text, kept out of commands.

A real Keystone answers; single fields are changed on the way to the page.
"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from stack import Stack

from .panel import Panel
from .test_faults import change
from .visit import CREDENTIALS, TOKENS

HOSTILE = (
    '<b>Åsa</b> 😀 \'"><img src=x onerror="window.broken = true">'
    " $(touch broken); `touch broken` && {{ broken }}"
)
TABS = ("aws", "mc", "s3cmd", "rclone", "boto3", "env")


def test_names_are_text_and_never_in_a_command(panel: Panel, stack: Stack) -> None:
    name = HOSTILE
    panel.visit.alter(
        TOKENS,
        lambda body: change(change(body, "token.user.name", name), "token.project.name", name),
    )
    panel.sign_in(stack.token("alice", "demo"))
    panel.create()
    expect(panel.lead).to_contain_text(f"{name} in {name}, Aur1", use_inner_text=True)
    panel.open_options()
    expect(panel.filled).to_contain_text(f"project {name}", use_inner_text=True)
    expect(panel.root.locator("b, img, script")).to_have_count(0)
    assert panel.visit.page.evaluate("window.broken === undefined")
    for tab in TABS:
        panel.choose_tab(tab)
        assert (any(name in text for text in panel.copy_steps())) is False


def test_what_turns_text_around_is_made_visible(panel: Panel, stack: Stack) -> None:
    name = "a\u202eb\u200bc\u0007"
    panel.visit.alter(TOKENS, lambda body: change(body, "token.project.name", name))
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.lead).to_contain_text("alice in a\ufffdb\ufffdc\ufffd, Aur1")
    assert re.search("[\u202e\u200b\u0007]", panel.visit.page.content()) is None


def test_a_secret_outside_its_grammar_is_refused(panel: Panel, stack: Stack) -> None:
    secret = "'; touch broken; '\nkey = x"
    access = stack.identity.create_credential("alice", "demo")["access"]
    panel.visit.alter(CREDENTIALS, lambda body: change(body, "credentials.0.secret", secret))
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(1)
    expect(panel.keys).to_contain_text("refused: its secret has characters that no S3 key has")
    expect(panel.keys.get_by_role("radio")).to_be_disabled()
    expect(panel.filled).to_have_count(0)
    for tab in TABS:
        panel.choose_tab(tab)
        expect(panel.blocks.first).not_to_contain_text(access)
    assert (secret in panel.visit.page.content()) is False
    # It can still be deleted.
    panel.delete(access)
    assert stack.credentials("alice") == []


def test_a_created_key_outside_its_grammar_is_refused(panel: Panel, stack: Stack) -> None:
    good = stack.identity.create_credential("alice", "demo")["access"]
    panel.visit.alter(
        CREDENTIALS, lambda body: change(body, "credential.secret", "`id` is bad"), method="POST"
    )
    panel.sign_in(stack.token("alice", "demo"))
    panel.button("Create key").click()
    expect(panel.keys).to_have_count(2)
    expect(panel.keys.filter(has_text="refused:")).to_have_count(1)
    assert panel.chosen() == good


def test_a_key_that_cannot_be_named_is_only_counted(panel: Panel, stack: Stack) -> None:
    access = "../../tokens"
    stack.identity.create_credential("alice", "demo")
    panel.visit.alter(CREDENTIALS, lambda body: change(body, "credentials.0.access", access))
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(0)
    expect(panel.root).to_contain_text("1 more with characters that Keyfill refuses.")
    assert access not in panel.visit.page.content()


def test_an_id_that_is_none_ends_the_sign_in(panel: Panel, stack: Stack) -> None:
    panel.visit.alter(TOKENS, lambda body: change(body, "token.user.id", "../../../v2"))
    panel.paste(stack.token("alice", "demo"))
    expect(panel.notice).to_contain_text("didn't answer like a Keystone server.")
    assert len(panel.visit.calls(stack.keystone_url)) == 1
