//! A Keystone that is silent: what the reader is told after sixteen seconds, and answers that come
//! after that.

use keyfill::core::admit::Id;
use keyfill::core::http::{Method, NetError};
use keyfill::core::keystone::DEADLINE_MS;
use keyfill::core::message::{CommandsMsg, EdgeMsg, Focus, KeysMsg, SessionMsg, SignInMsg};
use keyfill::core::model::{Entry, Work};
use keyfill::core::sign_in::{Field, SignInMethod};

use crate::cloud::page::{Page, Sent, filled, pasted, typed};
use crate::cloud::sign_in::PASSCODE;
use crate::cloud::{ALICE, BOB, PASSWORD, refusal};

const WITHIN: &str = "https://aur.example:5000/v3 did not answer within 16 seconds, so ";

fn asking(method: SignInMethod) -> Page {
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    page.say(SignInMsg::ChooseMethod(method));
    page
}

/// A sign-in whose deadline has passed, and its request.
fn sign_in_overdue(by_password: bool) -> (Page, Sent) {
    let (method, fields) = if by_password {
        (SignInMethod::PASSWORD, typed("bob", PASSWORD))
    } else {
        (SignInMethod::TOKEN, pasted(&BOB.token))
    };
    let mut page = asking(method);
    page.say(fields);
    let sent = page.overdue().expect("it is given up");
    (page, sent)
}

pub fn next(page: &Page) -> &str {
    page.next()
}

/// Also the requests that read: there is one number to write down.
#[test]
fn every_request_has_sixteen_seconds() {
    assert_eq!(DEADLINE_MS, 16_000);
    let mut page = Page::by_password();
    page.say(KeysMsg::Create);
    page.say(SessionMsg::SignOut);
    assert_eq!(page.waiting.len(), 3, "a create and two revocations");
    page.model.method = SignInMethod::TOKEN;
    page.say(pasted(&ALICE.token));
    assert!(
        page.waiting.len() == 4
            && page.waiting.iter().all(|sent| sent.request.deadline_ms == DEADLINE_MS)
    );
}

#[test]
fn a_sign_in_goes_on_with_an_answer_that_comes_late() {
    for by_password in [false, true] {
        let (mut page, sent) = sign_in_overdue(by_password);
        assert_eq!(page.what(), [WITHIN, "you are not signed in."].concat());
        assert!(next(&page).contains("If it still answers, this page continues."));
        assert!(matches!(page.model.entry, Entry::Form) && page.waiting.is_empty());
        assert_eq!(page.focus.take(), Some(Focus::Field));
        page.answer_late(&sent);
        page.settle();
        assert_eq!((page.account().identity.user.as_str(), page.what()), ("bob", ""));
        assert_eq!(page.model.refusals.count, 0);
        // Once: it may be delivered twice.
        let asked = page.log.len();
        page.answer_late(&sent);
        assert_eq!(page.log.len() - asked, page.waiting.len());
    }
}

#[test]
fn a_late_refusal_says_why_and_takes_the_focus_from_nobody() {
    for by_password in [false, true] {
        let (mut page, sent) = sign_in_overdue(by_password);
        page.focus = None;
        page.deliver(&sent, Ok(refusal(401)));
        assert!(page.what().starts_with("Aurora Aur1 does not accept this"), "{}", page.what());
        assert!(matches!(page.model.entry, Entry::Form));
        assert_eq!((page.focus, page.model.refusals.count), (None, u8::from(by_password)));
        // And no answer at all says nothing new.
        let (mut page, sent) = sign_in_overdue(by_password);
        page.deliver(&sent, Err(NetError::Unreachable));
        assert!(page.what().starts_with(WITHIN));
    }
}

/// Something after which nobody wants the answer any more.
type Leaves = fn(&mut Page);

#[test]
fn a_token_that_nobody_waits_for_any_more_is_revoked() {
    let leaves: [(&str, Leaves); 5] = [
        ("the form is closed", |page| page.say(SignInMsg::Cancel)),
        ("nobody did anything", |page| page.tick(15 * 60_000)),
        ("another region", |page| page.say(CommandsMsg::ChooseRegion(2))),
        ("another configuration", |page| page.say(EdgeMsg::StartOver)),
        ("another sign-in", |page| {
            page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
            page.say(typed("alice", PASSWORD));
        }),
    ];
    for (name, leave) in leaves {
        let (mut page, sent) = sign_in_overdue(true);
        leave(&mut page);
        page.waiting.clear();
        page.answer_late(&sent);
        assert_eq!(page.asked().last().unwrap(), "Delete /auth/tokens", "{name}");
        assert!(page.model.account().is_none(), "{name}");
        page.settle();
        assert_eq!(page.cloud.revoked, ["made-up-token-issued-1"], "{name}");

        // A pasted token is the reader's own: it is forgotten, and its reply unwanted.
        let (mut page, sent) = sign_in_overdue(false);
        assert!(page.model.wants(&sent.ticket));
        leave(&mut page);
        assert!(!page.model.wants(&sent.ticket), "{name}: it can be aborted");
        page.waiting.clear();
        page.answer_late(&sent);
        assert!(page.model.account().is_none() && page.waiting.is_empty(), "{name}");
    }
}

#[test]
fn a_passcode_and_a_project_can_be_late_too() {
    let mut page = asking(SignInMethod::PASSWORD);
    page.say(typed("mfa", PASSWORD));
    page.settle();
    page.say(filled(&[(Field::PASSCODE, PASSCODE)]));
    let sent = page.overdue().unwrap();
    assert!(matches!(page.model.entry, Entry::Passcode(_)), "it can be typed again");
    page.answer_late(&sent);
    page.settle();
    assert!(matches!(page.model.entry, Entry::Choosing(_)), "signed in, without a project yet");

    page.say(SignInMsg::ChooseProject(Id::admit("hekla").unwrap()));
    let sent = page.overdue().unwrap();
    assert_eq!(page.what(), [WITHIN, "you are not in Project hekla yet."].concat());
    assert!(matches!(page.model.entry, Entry::Choosing(_)), "it can be chosen again");
    page.answer_late(&sent);
    page.settle();
    assert_eq!(page.account().project.id.as_str(), "hekla");
}

/// The reader has begun something else in the project that the session is in.
#[test]
fn a_late_project_interrupts_nothing() {
    let mut page = Page::by_password();
    page.say(SignInMsg::SwitchProject);
    page.settle();
    page.say(SignInMsg::ChooseProject(Id::admit("hekla").unwrap()));
    let sent = page.overdue().unwrap();
    page.say(KeysMsg::Create);
    page.answer_late(&sent);
    page.settle();
    assert_eq!((page.account().project.id.as_str(), page.own().len()), ("katla", 2));
    assert_eq!(page.cloud.revoked, ["made-up-token-issued-3"]);
}

/// A page with one credential, whose create has no answer in time.
fn create_overdue() -> (Page, Sent) {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::Create);
    let sent = page.overdue().expect("a create is never given up");
    (page, sent)
}

#[test]
fn a_create_without_an_answer_is_looked_for_and_can_still_surface() {
    let what = [WITHIN, "it is not known whether the key was created."].concat();
    // The answer comes before the list, after it, or after nothing else came either.
    for lists in 0..3 {
        let (mut page, sent) = create_overdue();
        assert_eq!((page.what(), page.waiting.len()), (&*what, 1));
        assert!(next(&page).starts_with("This page is checking the list for it."));
        match lists {
            1 => page.settle(),
            2 => assert!(page.overdue().is_none(), "a list is given up"),
            _ => {}
        }
        let work = page.work();
        match lists {
            1 => assert!(matches!(work, Work::Idle) && next(&page).contains("still answers")),
            2 => assert!(matches!(work, Work::Unknown(_))),
            _ => assert!(matches!(work, Work::Reconciling(_))),
        }
        page.answer_late(&sent);
        page.settle();
        assert!(matches!(page.work(), Work::Offering(found) if found.len() == 1), "{lists}");
        assert_eq!((page.own().len(), page.count(Method::Post)), (2, 1));
    }
    let (mut page, sent) = create_overdue();
    page.sign_out();
    page.answer_late(&sent);
    assert!(page.what().ends_with("was created in Project katla just after you left."));
}
