//! Sessions: how they begin, what they may do, and everything that ends them.

use crate::client_files::client;
use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{CommandsMsg, CopyTarget, EdgeMsg, Focus, KeysMsg, Msg, SignInMsg};
use keyfill::core::model::{Entry, Listing, Millis};
use keyfill::core::screen::Lead;
use keyfill::core::snippet::Form;

use crate::cloud::page::{ORIGIN, Page, key, pasted};
use crate::cloud::{ALICE, DELEGATED, HOUR, ISSUED, READER, raw, refusal};

/// Without the option, a session ends after a quarter of an hour without the reader.
const IDLE_MS: Millis = 15 * 60_000;

fn is_asking(page: &Page) -> bool {
    page.model.account().is_none() && matches!(page.model.entry, Entry::Form)
}

fn minutes(page: &Page) -> usize {
    let Lead::Session { minutes, .. } = page.screen().bar.lead else { panic!("signed out") };
    minutes
}

#[test]
fn a_sign_in_takes_exactly_two_requests() {
    let mut page = Page::new();
    let first = page.cloud.plant(&ALICE);
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    assert_eq!(page.log, [(Method::Get, 0), (Method::Get, 0)]);
    assert_eq!((page.own().len(), page.chosen()), (2, Some(&*first)));
    assert_eq!((page.focus, page.what()), (Some(Focus::Command), ""), "the form is gone");
    page.check_secrets();
}

#[test]
fn what_is_not_a_token_is_not_sent() {
    for (text, what) in [
        ("", "The token is missing."),
        (" \n", "The token is missing."),
        ("two words of enough letters", "This is not a token."),
        ("made-up-token-\u{202e}alice", "This is not a token."),
        ("| id | made-up-token-alice-katla |", "This is not a token."),
    ] {
        let mut page = Page::new();
        page.say(SignInMsg::Open);
        page.say(pasted(text));
        assert_eq!((page.log.len(), page.what()), (0, what), "{text:?}");
        assert!(is_asking(&page) && page.focus == Some(Focus::Field), "{text:?}");
    }
    let mut page = Page::new();
    page.say(pasted("  made-up-token-alice-katla\n"));
    page.settle();
    assert!(page.model.account().is_some(), "white space around a token is forgiven");
}

#[test]
fn a_token_that_cannot_be_used_says_what_to_do() {
    for (text, what) in [
        ("made-up-token-of-another-cloud", "Aurora Aur1 does not accept this token."),
        (&DELEGATED.token, "This token comes from an application credential or a trust."),
    ] {
        let mut page = Page::new();
        page.say(pasted(text));
        page.settle();
        assert_eq!(page.what(), what);
        assert!(is_asking(&page), "{what}");
        page.is_wiped();
    }
}

#[test]
fn a_refused_validation_keeps_the_form_open() {
    let unreachable = "The browser could not reach https://aur.example:5000/v3.";
    for (outcome, what) in [
        (Ok(refusal(404)), "Aurora Aur1 does not accept this token."),
        (Ok(refusal(403)), "This token is valid, but is not allowed to list S3 keys."),
        (Ok(raw(200, "<html>")), "https://aur.example:5000/v3 didn't answer like"),
        (Ok(refusal(429)), "Keystone received too many requests"),
        (Ok(refusal(500)), "Keystone returned a server error (500)."),
        (
            Err(NetError::Timeout),
            "https://aur.example:5000/v3 did not answer within 16 seconds, so",
        ),
    ] {
        let mut page = Page::new();
        page.say(pasted(&ALICE.token));
        page.instead(outcome);
        assert!(page.what().starts_with(what), "{what}: {}", page.what());
        assert!(is_asking(&page) && page.waiting.is_empty(), "{what}");
        page.is_wiped();
    }
    let mut page = Page::new();
    page.say(pasted(&ALICE.token));
    page.cut();
    assert!(page.waiting.is_empty(), "a sign-in is never repeated by itself");
    assert_eq!(page.what(), unreachable);
    let code = page.model.notice.as_ref().unwrap().code.clone().unwrap();
    assert_eq!(code, format!("[cors]\nallowed_origin = {ORIGIN}"));
    page.say(CommandsMsg::Copy(CopyTarget::NoticeCode));
    assert_eq!(page.copied.pop().unwrap().1.expose(), code);
}

#[test]
fn a_passing_failure_is_not_seen() {
    let mut page = Page::new();
    page.say(pasted(&ALICE.token));
    page.step();
    page.instead(Ok(refusal(503)));
    assert_eq!(page.waiting[0].delay, 400);
    page.cut();
    assert_eq!(page.waiting[0].delay, 800, "each time a little later");
    page.settle();
    assert_eq!((page.own().len(), page.what()), (0, ""));
    assert_eq!(page.log.iter().map(|(_, attempt)| *attempt).collect::<Vec<_>>(), [0, 0, 1, 2]);
}

#[test]
fn a_list_that_fails_can_be_asked_for_again() {
    let mut page = Page::new();
    let access = page.cloud.plant(&ALICE);
    page.say(pasted(&ALICE.token));
    page.step();
    page.instead(Ok(refusal(500)));
    assert!(matches!(page.account().listing, Listing::Failed));
    assert_eq!(page.what(), "Keystone returned a server error (500).");
    page.say(KeysMsg::Create);
    assert!(page.waiting.is_empty(), "no create without the list that could find it");
    page.say(KeysMsg::Refresh);
    page.settle();
    assert_eq!((page.chosen(), page.what()), (Some(&*access), ""));
}

#[test]
fn giving_up_makes_late_replies_stale() {
    let mut page = Page::new();
    page.say(pasted(&ALICE.token));
    page.say(SignInMsg::Cancel);
    assert_eq!(page.aborts, 1);
    page.settle();
    assert!(is_asking(&page) && page.log.len() == 1);
    page.say(SignInMsg::Cancel);
    assert!(matches!(page.model.entry, Entry::Closed));
    assert_eq!(page.focus, Some(Focus::Open));

    page.say(pasted(&ALICE.token));
    page.step();
    page.sign_out();
    page.settle();
    page.is_wiped();
}

/// Something that ends a session.
type End = fn(&mut Page);

#[test]
fn every_end_wipes_the_page_and_says_why() {
    let ends: [(&str, End); 5] = [
        ("", Page::sign_out),
        ("", |page| page.say(EdgeMsg::Leave)),
        ("Your token has expired, so", |page| {
            page.tick(59 * 60_000);
            page.say(CommandsMsg::Reveal(true));
            page.tick(60 * 60_000);
        }),
        ("You were signed out after 15 minutes without", |page| page.tick(IDLE_MS)),
        ("Your token has expired or was revoked.", |page| {
            page.cloud.revoke(&ALICE);
            page.say(KeysMsg::Refresh);
            page.settle();
        }),
    ];
    for (what, end) in ends {
        let mut page = Page::new();
        page.cloud.plant(&ALICE);
        page.sign_in(&ALICE);
        page.say(CommandsMsg::ChooseForm(Form::Quick));
        page.say(CommandsMsg::Reveal(true));
        page.check_secrets();
        for at in (0..59 * 60_000).step_by(600_000).filter(|_| what.contains("expired, so")) {
            page.tick(at);
            page.say(CommandsMsg::Reveal(true));
        }
        end(&mut page);
        page.is_wiped();
        assert!(page.what().starts_with(what) && what.is_empty() == page.what().is_empty());
        assert_eq!(
            page.model.style.form,
            Form::Prompt,
            "the next session would show its quick form"
        );
    }
}

#[test]
fn only_the_reader_keeps_a_session_awake() {
    let mut page = Page::signed_in(&ALICE);
    let watch = |page: &mut Page| page.later.pop().expect("a look at the clock").1;
    for now in (0..IDLE_MS).step_by(100_000) {
        page.tick(now);
        let msg = watch(&mut page);
        page.say(msg);
    }
    assert!(page.model.account().is_some());
    page.say(CommandsMsg::ChooseClient(client("mc")));
    page.tick(IDLE_MS + 1);
    assert!(page.model.account().is_some(), "the reader has just done something");
    let late = watch(&mut page);
    page.tick(3 * IDLE_MS);
    page.is_wiped();
    page.say(SignInMsg::Cancel);
    page.later.clear();
    page.say(late);
    assert!(page.later.is_empty(), "nobody is signed in: no more looks at the clock");
}

#[test]
fn the_life_of_a_token_is_counted_on_a_clock_that_cannot_jump() {
    let at = |wall: i64| {
        let mut page = Page::new();
        page.say(EdgeMsg::Tick(0, wall));
        page.sign_in(&ALICE);
        minutes(&page)
    };
    assert_eq!(at(ISSUED), 60);
    assert_eq!(at(ISSUED + 20 * 60_000), 40, "the token was pasted 20 minutes after its issue");
    assert_eq!(at(ISSUED + 59 * 60_000 + 50_000), 1, "rounded up");
    // Keystone has accepted the token, so these clocks are wrong.
    for wall in [0, ISSUED - 1, ISSUED + HOUR, ISSUED + 30 * 24 * HOUR] {
        assert_eq!(at(wall), 60, "{wall}");
    }
    let mut page = Page::signed_in(&ALICE);
    page.say(EdgeMsg::Tick(10 * 60_000, 0));
    assert_eq!(minutes(&page), 50, "the wall clock was set in the meantime");
    page.say(EdgeMsg::Tick(0, ISSUED));
    assert_eq!(minutes(&page), 50, "and a clock that goes back gives no time");
}

#[test]
fn a_role_or_a_limit_that_forbids_a_create_is_told_apart() {
    for (grant, what) in [
        (&READER, "Your role in Project katla does not allow you to create keys."),
        (&ALICE, "Keystone refused to create another key."),
    ] {
        let mut page = Page::new();
        page.cloud.limit = 0;
        page.sign_in(grant);
        page.say(KeysMsg::Create);
        page.settle();
        assert_eq!((page.what(), page.cloud.made), (what, 0));
        assert!(page.model.account().is_some() && page.focus == Some(Focus::Notice));
    }
}

#[test]
fn what_is_not_offered_is_not_done() {
    let mut page = Page::signed_in(&ALICE);
    let before = page.log.len();
    page.say(SignInMsg::Cancel);
    page.say(pasted(&ALICE.token));
    page.say(KeysMsg::Choose(key("not-in-the-list")));
    page.say(KeysMsg::AskDelete(key("not-in-the-list")));
    for msg in [
        Msg::Keys(KeysMsg::ConfirmDelete),
        Msg::Keys(KeysMsg::Keep),
        Msg::Keys(KeysMsg::StopWaiting),
        Msg::Keys(KeysMsg::DismissOffer),
    ] {
        page.say(msg);
    }
    assert_eq!((page.log.len(), page.chosen()), (before, None));
    page.sign_out();
    for msg in [
        Msg::Keys(KeysMsg::Create),
        Msg::Keys(KeysMsg::Refresh),
        Msg::Keys(KeysMsg::ConfirmDelete),
        Msg::Keys(KeysMsg::StopWaiting),
    ] {
        page.say(msg);
    }
    assert_eq!(page.log.len(), before);
    page.is_wiped();
}
