//! The end of a session, and what becomes of its tokens.

use crate::cloud;

use keyfill::core::admit::Id;
use keyfill::core::http::NetError;
use keyfill::core::message::{CommandsMsg, EdgeMsg, Focus, SessionMsg, SignInMsg};
use keyfill::core::model::{Entry, Parting};
use keyfill::core::screen::{Lead, Question};
use keyfill::core::sign_in::SignInMethod;

use crate::cloud::page::{Page, pasted, typed};
use crate::cloud::{ALICE, BOB, PASSWORD, UNSCOPED, refusal};

/// Bob came in with his password.
fn by_password() -> Page {
    let mut page = Page::new();
    page.model.method = SignInMethod::PASSWORD;
    page.say(typed("bob", PASSWORD));
    page.settle();
    page.asked();
    page
}

fn question(page: &Page) -> Option<Question> {
    page.screen().bar.question
}

#[test]
fn a_pasted_token_is_revoked_only_when_the_reader_wants_it() {
    for revoke in [false, true] {
        let mut page = Page::signed_in(&ALICE);
        page.say(SessionMsg::AnswerSignOut(revoke));
        assert!(page.model.account().is_some(), "nothing was asked yet");
        page.say(SessionMsg::SignOut);
        page.say(SessionMsg::SignOut);
        assert_eq!(question(&page), Some(Question::Revoke), "a double click answers nothing");
        assert_eq!(page.focus, Some(Focus::Keep));
        page.say(SessionMsg::AnswerSignOut(revoke));
        page.say(SessionMsg::AnswerSignOut(revoke));
        page.is_wiped();
        page.settle();
        let revoked: &[&str] = if revoke { &[&ALICE.token] } else { &[] };
        assert_eq!(page.cloud.revoked, revoked);
        let what = "You are signed out, and your token is revoked.";
        assert_eq!(page.what(), if revoke { what } else { "" });
    }
}

#[test]
fn what_became_of_the_revocation_is_said() {
    for (outcome, what) in [
        (Ok(refusal(401)), "You are signed out, and your token is revoked."),
        (Ok(refusal(404)), "You are signed out, and your token is revoked."),
        (Ok(refusal(403)), "You are signed out, but your token is not revoked. "),
        (Ok(refusal(500)), "You are signed out, but your token is not revoked. "),
        (Err(NetError::Unreachable), "You are signed out, but your token is not revoked. "),
        (
            Err(NetError::Timeout),
            "You are signed out. https://aur.example:5000/v3 did not answer within 16 seconds",
        ),
    ] {
        let mut page = Page::signed_in(&ALICE);
        page.say(SessionMsg::SignOut);
        page.say(SessionMsg::AnswerSignOut(true));
        page.instead(outcome);
        assert!(page.what().starts_with(what), "{}", page.what());
        assert!(page.waiting.is_empty(), "never repeated");
    }
    let mut page = Page::signed_in(&ALICE);
    page.say(SessionMsg::SignOut);
    page.say(SessionMsg::AnswerSignOut(true));
    let sent = page.take();
    page.sign_in(&BOB);
    page.deliver(&sent, Ok(refusal(500)));
    assert_eq!(page.what(), "", "somebody is signed in");
}

#[test]
fn a_reader_who_is_asked_can_stay() {
    let mut page = Page::signed_in(&ALICE);
    page.say(SessionMsg::SignOut);
    page.say(SessionMsg::Stay);
    page.say(SessionMsg::AnswerSignOut(true));
    assert!(page.model.account().is_some() && question(&page).is_none());
    assert_eq!((page.focus, page.log.len()), (Some(Focus::Chosen), 2));
}

#[test]
fn what_keyfill_obtained_is_revoked_without_a_question() {
    let mut page = by_password();
    page.say(SessionMsg::SignOut);
    page.is_wiped();
    assert_eq!(page.asked(), ["Delete /auth/tokens"; 2]);
    page.settle();
    let mut revoked = page.cloud.revoked.clone();
    revoked.sort();
    assert_eq!(revoked, ["made-up-token-issued-1", "made-up-token-issued-2"]);
    assert_eq!(page.what(), "", "nobody waits for it");
    assert!(matches!(page.model.entry, Entry::Closed));

    // From a pasted token without a project: only what was made from it.
    let mut page = Page::signed_in(&BOB);
    page.cloud.grants.push(cloud::Grant { user: "bob".into(), ..UNSCOPED });
    page.cloud.grants.retain(|g| g.token != UNSCOPED.token || g.user == "bob");
    page.say(SignInMsg::Open);
    page.say(pasted(&UNSCOPED.token));
    page.settle();
    assert!(page.account().scoped.is_some() && page.account().root.pasted);
    page.sign_out();
    page.settle();
    assert_eq!(page.cloud.revoked, ["made-up-token-issued-1"]);
}

#[test]
fn a_sign_out_in_the_middle_of_something_forgets_that_too() {
    let mut page = by_password();
    page.say(SignInMsg::Open);
    page.say(typed("alice", PASSWORD));
    page.settle();
    assert!(matches!(page.model.entry, Entry::Choosing(_)));
    page.say(SignInMsg::ChooseProject(Id::admit("hekla").unwrap()));
    page.say(SessionMsg::SignOut);
    page.settle();
    page.is_wiped();
    assert_eq!((page.cloud.issued, page.cloud.revoked.len()), (4, 4));
}

#[test]
fn idleness_revokes_and_the_other_ends_do_not() {
    let mut page = by_password();
    page.tick(15 * 60_000);
    assert_eq!(page.asked(), ["Delete /auth/tokens"; 2]);
    page.settle();
    assert_eq!(page.cloud.revoked.len(), 2);
    assert!(page.what().contains("after 15 minutes"));
    page.is_wiped();

    let mut page = by_password();
    page.model.config.idle_ms = 480 * 60_000;
    page.tick(60 * 60_000 - 1);
    assert!(page.model.account().is_some());
    page.tick(60 * 60_000);
    assert_eq!(
        (page.asked().len(), page.what()),
        (0, "Your token has expired, so you are signed out.")
    );
    page.is_wiped();

    let mut page = by_password();
    page.say(EdgeMsg::Leave);
    assert!(page.asked().is_empty() && page.waiting.is_empty());
    page.is_wiped();
    // A pasted token is not revoked by any of them.
    let mut page = Page::signed_in(&ALICE);
    page.tick(15 * 60_000);
    page.settle();
    assert!(page.cloud.revoked.is_empty());
}

#[test]
fn a_reader_may_be_idle_for_as_long_as_the_author_says() {
    for minutes in [1, 15, 480] {
        let mut page = Page::signed_in(&ALICE);
        page.model.config.idle_ms = minutes * 60_000;
        page.model.account.as_mut().unwrap().expires = u64::MAX;
        page.tick(minutes * 60_000 - 1);
        assert!(page.model.account().is_some());
        page.tick(minutes * 60_000);
        assert!(page.what().contains(&format!("after {minutes} minute")), "{}", page.what());
    }
}

#[test]
fn the_life_of_an_issued_token_needs_no_right_clock() {
    for wall in [i64::MIN, 0, cloud::ISSUED + 30 * 60_000, i64::MAX] {
        let mut page = Page::new();
        page.say(EdgeMsg::Tick(0, wall));
        page.model.method = SignInMethod::PASSWORD;
        page.say(typed("bob", PASSWORD));
        page.settle();
        assert!(matches!(page.screen().bar.lead, Lead::Session { minutes: 60, .. }), "{wall}");
    }
}

#[test]
fn a_region_with_another_keystone_is_asked_about_first() {
    let mut page = Page::signed_in(&ALICE);
    page.say(CommandsMsg::ChooseRegion(1));
    assert_eq!((page.model.region, question(&page)), (1, None), "the same Keystone");
    page.say(CommandsMsg::ChooseRegion(2));
    assert_eq!(question(&page), Some(Question::Move("Bor1".into())));
    assert_eq!((page.model.region, page.focus), (1, Some(Focus::Keep)));
    page.say(SessionMsg::Stay);
    assert_eq!((page.model.region, question(&page)), (1, None));
    assert!(page.model.account().is_some());
    page.say(CommandsMsg::ChooseRegion(2));
    page.say(SessionMsg::AnswerSignOut(false));
    page.is_wiped();
    assert_eq!(page.model.region, 2);
    assert!(matches!(page.model.entry, Entry::Form) && page.waiting.is_empty());

    let mut page = by_password();
    page.say(CommandsMsg::ChooseRegion(2));
    page.say(SessionMsg::AnswerSignOut(false));
    page.settle();
    assert_eq!(page.cloud.revoked.len(), 2, "at the Keystone that gave them");
}

#[test]
fn a_pasted_token_is_asked_about_although_a_move_was_asked_about_before() {
    let mut page = Page::signed_in(&ALICE);
    page.say(CommandsMsg::ChooseRegion(2));
    page.say(SessionMsg::SignOut);
    assert_eq!(page.account().parting, Some(Parting::Leaving));
    page.say(SessionMsg::AnswerSignOut(true));
    page.settle();
    assert_eq!((page.cloud.revoked.len(), page.model.region), (1, 0));
}

#[test]
fn no_region_of_another_keystone_is_chosen_on_the_way_in() {
    let mut page = Page::new();
    page.say(pasted(&ALICE.token));
    page.say(CommandsMsg::ChooseRegion(2));
    assert_eq!(page.model.region, 0, "its reply would come from somewhere else");
    page.say(CommandsMsg::ChooseRegion(1));
    page.settle();
    assert_eq!((page.model.region, page.account().project.id.as_str()), (1, "katla"));
}
