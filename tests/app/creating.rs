//! Creating credentials: one for each click, and none that the reader does not get to see.

use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{CommandsMsg, CopyTarget, EdgeMsg, Focus, KeysMsg, Msg};
use keyfill::core::model::Work;

use crate::cloud::lost::{is_create, lost_replies};
use crate::cloud::page::{Page, key, nothing_leaks, pasted};
use crate::cloud::{ALICE, ALICE_IN_HEKLA, refusal};

const NONE_NEW: &str =
    "Keystone did not confirm that it created a key, and the list has no new one.";

/// A page with a create on its way, and one credential that was there before.
fn creating() -> Page {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::Create);
    page
}

fn offered(page: &Page) -> Vec<String> {
    match &page.work() {
        Work::Offering(found) => found.iter().map(|access| access.as_str().into()).collect(),
        work => panic!("nothing is offered: {work:?}"),
    }
}

#[test]
fn a_create_takes_one_request_and_is_in_the_commands() {
    let mut page = creating();
    let old = page.chosen().unwrap().to_owned();
    page.settle();
    assert_eq!((page.count(Method::Post), page.log.len(), page.cloud.made), (1, 3, 1));
    let own = page.own();
    assert_eq!((own.len(), page.chosen(), page.focus), (2, Some(own[0]), Some(Focus::Command)));
    assert_ne!(own[0], old, "the new one stands first");
    page.check_secrets();
}

#[test]
fn a_double_click_is_one_click() {
    let mut page = creating();
    page.say(KeysMsg::Create);
    page.say(KeysMsg::Refresh);
    page.settle();
    assert_eq!((page.count(Method::Post), page.cloud.made, page.own().len()), (1, 1, 2));
}

#[test]
fn a_create_goes_to_the_project_of_the_token() {
    let mut page = Page::signed_in(&ALICE_IN_HEKLA);
    page.say(KeysMsg::Create);
    let request = &page.waiting[0].request;
    assert_eq!(request.body.as_ref().unwrap().expose(), r#"{"tenant_id":"hekla"}"#);
    page.settle();
    assert_eq!(page.cloud.keys_of(&ALICE_IN_HEKLA), page.own());
}

#[test]
fn a_lost_create_that_was_carried_out_is_offered_and_not_chosen() {
    for (case, outcome) in lost_replies() {
        let mut page = creating();
        let old = page.chosen().unwrap().to_owned();
        page.lose(outcome);
        assert!(page.what().ends_with("t is not known whether the key was created."), "{case}");
        assert!(matches!(page.work(), Work::Reconciling(_)), "{case}");
        page.settle();
        let made = page.cloud.credentials.last().unwrap().access.clone();
        assert_eq!(offered(&page), [&*made], "{case}");
        assert_eq!((page.chosen(), page.count(Method::Post)), (Some(&*old), 1), "{case}");
        assert_eq!(page.what(), "", "{case}: the offer says it all");

        page.say(KeysMsg::Choose(key(&made)));
        assert_eq!(page.chosen(), Some(&*made), "{case}");
        assert!(matches!(page.work(), Work::Idle), "{case}");
    }
}

#[test]
fn a_lost_create_that_was_not_carried_out_made_nothing() {
    for (case, outcome) in lost_replies() {
        let mut page = creating();
        page.instead(outcome);
        page.settle();
        assert_eq!((page.what(), page.cloud.made), (NONE_NEW, 0), "{case}");
        page.say(KeysMsg::Create);
        page.settle();
        assert_eq!((page.own().len(), page.what()), (2, ""), "{case}: it can be tried again");
    }
}

#[test]
fn an_offer_can_be_left_or_deleted() {
    for delete in [false, true] {
        let mut page = creating();
        page.lose(Err(NetError::Timeout));
        page.settle();
        let made = offered(&page).remove(0);
        if delete {
            page.say(KeysMsg::AskDelete(key(&made)));
            page.say(KeysMsg::ConfirmDelete);
            page.settle();
        } else {
            page.say(KeysMsg::DismissOffer);
        }
        assert_eq!(page.own().contains(&&*made), !delete);
        assert!(matches!(page.work(), Work::Idle) && page.chosen().is_some());
    }
}

#[test]
fn when_the_list_cannot_tell_either_the_reader_can_ask_again() {
    let mut page = creating();
    page.lose(Err(NetError::Unreachable));
    for _ in 0..3 {
        page.cut();
    }
    assert!(matches!(page.work(), Work::Unknown(_)) && page.waiting.is_empty());
    assert!(page.what().ends_with("It is not known whether the key was created."));
    page.say(KeysMsg::Create);
    assert!(page.waiting.is_empty(), "not before it is known");
    page.say(KeysMsg::Refresh);
    page.settle();
    assert_eq!(offered(&page).len(), 1);
    assert_eq!(page.count(Method::Post), 1);
}

#[test]
fn a_create_that_answers_after_the_wait_was_stopped_is_offered() {
    let mut page = creating();
    page.say(KeysMsg::StopWaiting);
    let create = page.take();
    assert!(is_create(&create.ticket));
    page.settle();
    assert_eq!(page.what(), NONE_NEW, "Keystone has not carried it out yet");

    let response = page.cloud.answer(&create.request);
    page.deliver(&create, Ok(response));
    assert_eq!((offered(&page).len(), page.own().len()), (1, 2));
    assert_ne!(page.chosen(), Some(&*offered(&page)[0]));
    page.say(KeysMsg::Choose(key(&offered(&page)[0].clone())));
    assert_eq!(page.chosen(), Some(page.own()[0]));
    page.check_secrets();
}

#[test]
fn a_create_that_answers_after_the_session_surfaces_without_its_secret() {
    for (sign_in, begin) in [(None, "The key acce55"), (Some(&ALICE_IN_HEKLA), "The key acce55")] {
        let mut page = creating();
        let create = page.take();
        let response = page.cloud.answer(&create.request);
        page.sign_out();
        if let Some(grant) = sign_in {
            page.sign_in(grant);
        }
        page.deliver(&create, Ok(response));
        let made = page.cloud.credentials.last().unwrap().access.clone();
        assert!(page.what().starts_with(begin) && page.what().contains(&made), "{}", page.what());
        assert!(page.what().contains("in Project katla"), "{}", page.what());
        match sign_in {
            None => page.is_wiped(),
            Some(_) => assert!(page.own().is_empty() && page.chosen().is_none()),
        }
    }
}

#[test]
fn a_create_that_fails_after_the_session_says_nothing() {
    let mut page = creating();
    let create = page.take();
    page.sign_out();
    page.deliver(&create, Ok(refusal(403)));
    assert_eq!((page.what(), page.waiting.len()), ("", 0));
    assert!(page.model.account().is_none());
}

#[test]
fn a_create_that_is_refused_has_made_nothing() {
    for (status, what) in [
        (404, "The project Project katla no longer exists or is disabled."),
        (429, "Keystone received too many requests and refused this one."),
    ] {
        let mut page = creating();
        page.instead(Ok(refusal(status)));
        assert_eq!((page.what(), page.waiting.len()), (what, 0));
        assert!(matches!(page.work(), Work::Idle));
    }
    let mut page = creating();
    page.instead(Ok(refusal(401)));
    assert_eq!(page.what(), "Your token has expired or was revoked.");
    page.is_wiped();
}

#[test]
fn nothing_on_the_way_prints_a_secret() {
    let mut page = creating();
    nothing_leaks(&page.waiting[0].request);
    nothing_leaks(&page.waiting[0].ticket);
    let create = page.take();
    let response = page.cloud.answer(&create.request);
    nothing_leaks(&response);
    let msg = Msg::Edge(EdgeMsg::Replied(create.ticket.clone(), Ok(response)));
    nothing_leaks(&msg);
    page.say(msg);
    nothing_leaks(&page.account().listing);
    page.say(CommandsMsg::Copy(CopyTarget::Step(page.model.edition(), 1)));
    nothing_leaks(&page.copied);
    nothing_leaks(&pasted(&ALICE.token));
}
