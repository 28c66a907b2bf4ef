//! What is held ends with what it was held for, and what Keyfill obtained is revoked in an order
//! that every Keystone takes. `tests/app/parting.rs` has the ends that a reader wants.

use crate::cloud::page::{Page, pasted, typed};
use crate::cloud::{ALICE, PASSWORD, UNSCOPED, raw, refusal};
use keyfill::core::admit::Id;
use keyfill::core::message::{CommandsMsg, EdgeMsg, KeysMsg, Msg, SessionMsg, SignInMsg};
use keyfill::core::model::{Entry, Millis};
use keyfill::core::screen::Lead;
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::SignInMethod;

const IDLE_MS: Millis = 15 * 60_000;
const HOUR_MS: Millis = 60 * 60_000;

fn asking() -> Page {
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
    page
}

/// Alice has typed her password, and is asked for a project.
fn choosing() -> Page {
    let mut page = asking();
    page.say(typed("alice", PASSWORD));
    page.settle();
    assert!(matches!(page.model.entry, Entry::Choosing(_)));
    page
}

fn choose(page: &mut Page, project: &str) {
    page.say(SignInMsg::ChooseProject(Id::admit(project).unwrap()));
    page.settle();
}

/// Alice is in a project; the root is the first token that was issued.
fn signed_in() -> Page {
    let mut page = choosing();
    choose(&mut page, "katla");
    page
}

/// The numbers of the tokens that are revoked, in turn.
fn revoked(page: &mut Page) -> Vec<String> {
    page.settle();
    let number = |token: &String| token.trim_start_matches("made-up-token-issued-").to_owned();
    page.cloud.revoked.iter().map(number).collect()
}

/// Keystone 30 ends those that were made from a token with it: a request in the name of one of them
/// would be refused then.
#[test]
fn the_root_is_revoked_last() {
    let mut page = signed_in();
    page.say(SignInMsg::SwitchProject);
    page.settle();
    choose(&mut page, "hekla");
    page.say(SessionMsg::SignOut);
    page.say(SessionMsg::SignOut);
    page.say(EdgeMsg::Leave);
    page.tick(IDLE_MS);
    assert_eq!(revoked(&mut page), ["2", "3", "1"], "each once");

    let mut page = signed_in();
    page.say(SignInMsg::Open);
    page.say(typed("alice", PASSWORD));
    page.settle();
    page.say(SessionMsg::SignOut);
    assert_eq!(revoked(&mut page), ["2", "1", "4", "3"], "renewed: one chain after the other");
}

/// Something that ends a session.
type End = fn(&mut Page);

#[test]
fn what_an_end_revokes() {
    let ends: [(&str, End, &[&str]); 5] = [
        ("another configuration", |page| page.say(EdgeMsg::StartOver), &["2", "1"]),
        ("idle", |page| page.tick(IDLE_MS), &["2", "1"]),
        (
            "a refused request",
            |page| {
                page.say(KeysMsg::Refresh);
                page.instead(Ok(refusal(401)));
            },
            &["2", "1"],
        ),
        ("expiry", expire, &[]),
        ("leaving the page", |page| page.say(EdgeMsg::Leave), &[]),
    ];
    for (name, end, tokens) in ends {
        let mut page = signed_in();
        end(&mut page);
        page.is_wiped();
        assert_eq!(revoked(&mut page), tokens, "{name}");
    }
}

/// The token comes to its end, although the reader does something now and then.
fn expire(page: &mut Page) {
    for at in (0..HOUR_MS).step_by(600_000) {
        page.tick(at);
        page.say(SignInMsg::SearchProjects(String::new()));
    }
    page.tick(HOUR_MS);
}

#[test]
fn what_is_held_on_the_way_in_has_the_same_ends() {
    let idle = "You were signed out after 15 minutes without activity.";
    let ends: [(&str, End, &[&str]); 4] = [
        (idle, |page| page.tick(IDLE_MS), &["1"]),
        ("", |page| page.say(EdgeMsg::StartOver), &["1"]),
        ("", |page| page.say(EdgeMsg::Leave), &[]),
        ("Your token has expired, so you are signed out.", expire, &[]),
    ];
    for (what, end, tokens) in ends {
        let mut page = choosing();
        end(&mut page);
        assert_eq!(page.what(), what);
        page.is_wiped();
        assert_eq!(revoked(&mut page), tokens, "{what}");
    }
    let mut page = Page::new();
    page.say(pasted(&UNSCOPED.token));
    page.settle();
    page.tick(IDLE_MS);
    assert_eq!((page.what(), page.waiting.len()), (idle, 0), "the reader's own token");
    page.is_wiped();
    let mut page = asking();
    page.say(typed("alice", PASSWORD));
    page.tick(IDLE_MS);
    assert_eq!(revoked(&mut page), ["1"], "it came after all");
}

/// A password may stand in it.
#[test]
fn a_form_that_nobody_uses_is_closed() {
    let mut page = asking();
    page.tick(IDLE_MS - 1);
    assert!(matches!(page.model.entry, Entry::Form));
    page.tick(IDLE_MS);
    assert!(matches!(page.model.entry, Entry::Closed));
    assert_eq!(page.what(), "", "nobody was signed in");
    page.say(SignInMsg::Open);
    page.tick(2 * IDLE_MS - 1);
    assert!(matches!(page.model.entry, Entry::Form), "it counts from the last thing done");

    let mut page = signed_in();
    page.say(SignInMsg::Open);
    page.tick(IDLE_MS);
    assert!(matches!(page.model.entry, Entry::Closed), "not the form that holds a password");
    page.is_wiped();
}

#[test]
fn what_comes_after_a_sign_in_was_given_up_says_nothing() {
    for status in [401, 500] {
        let mut page = asking();
        page.say(typed("alice", "wrong"));
        page.say(SignInMsg::Cancel);
        page.instead(Ok(refusal(status)));
        assert_eq!((page.waiting.len(), page.what()), (0, ""));
        assert_eq!(page.model.refusals.count, 0);
    }
    for status in [204, 401, 403, 500] {
        let mut page = choosing();
        page.say(SignInMsg::Cancel);
        page.instead(Ok(raw(status, "")));
        assert_eq!((page.waiting.len(), page.what()), (0, ""), "{status}: nobody asked for it");
    }
}

#[test]
fn a_session_lives_as_long_as_its_token_for_the_project() {
    let mut page = choosing();
    page.say(SignInMsg::ChooseProject(Id::admit("katla").unwrap()));
    let sent = page.take();
    let mut response = page.cloud.answer(&sent.request);
    let shorter = response.body.expose().replace("01:00:00", "00:40:00");
    response.body = Secret::new(shorter);
    page.deliver(&sent, Ok(response));
    assert!(matches!(page.screen().bar.lead, Lead::Session { minutes: 40, .. }));
    // The wall clock is set, and this one goes on.
    page.say(EdgeMsg::Tick(600_000, 0));
    assert!(matches!(page.screen().bar.lead, Lead::Session { minutes: 30, .. }));
}

#[test]
fn the_end_of_a_token_is_announced_once() {
    let mut page = Page::signed_in(&ALICE);
    // The reader does something now and then, else idleness would end the session.
    for minute in [10, 20, 30, 40, 50, 54] {
        page.tick(minute * 60_000);
        page.say(CommandsMsg::Reveal(false));
        assert_eq!(page.what(), "");
    }
    page.tick(55 * 60_000);
    assert_eq!(page.what(), "Your token expires in less than 5 minutes.");
    page.say(Msg::DismissNotice);
    page.tick(56 * 60_000);
    assert_eq!(page.what(), "");
    assert!(matches!(page.screen().bar.lead, Lead::Session { soon: true, .. }));
}
