//! Deleting several keys: marked one by one, confirmed once, deleted in order, and not one more
//! after something went wrong.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod cloud;

use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{Call, Focus, Msg};
use keyfill::core::model::Work;
use keyfill::core::screen::{Doing, KeyList, screen};

use cloud::page::{Page, key, pasted};
use cloud::{ALICE, refusal};

const REST: &str = "2 more that you wanted to delete were not touched. ";

/// A page with five keys.
fn with_five() -> (Page, Vec<String>) {
    let mut page = Page::new();
    let keys = (0..5).map(|_| page.cloud.plant(&ALICE)).collect();
    page.sign_in(&ALICE);
    (page, keys)
}

/// The first four keys are marked, in another order than the list's, and the reader is asked.
fn asked() -> (Page, Vec<String>) {
    let (mut page, keys) = with_five();
    page.say(Msg::MarkCredentials);
    let order: Vec<String> = [2, 0, 3, 1].map(|n: usize| keys[n].clone()).into();
    for access in &order {
        page.say(Msg::Mark(key(access)));
    }
    page.say(Msg::AskDeleteMarked);
    (page, order)
}

/// The first of four is deleted, and the delete of the second is on its way.
fn at_the_second() -> (Page, Vec<String>) {
    let (mut page, order) = asked();
    page.say(Msg::ConfirmDelete);
    page.step();
    (page, order)
}

fn doing(page: &Page) -> Doing {
    screen(&page.model).keys.unwrap().doing
}

fn next(page: &Page) -> &str {
    page.model.notice.as_ref().map_or("", |notice| &notice.next)
}

/// The access key whose delete is on its way.
fn under_way(page: &Page) -> String {
    match &page.waiting[0].ticket.call {
        Call::Delete(access) => access.as_str().into(),
        call => panic!("no delete: {call:?}"),
    }
}

/// One delete succeeded, one was sent and failed, and three keys and the question are left.
fn only_two_were_sent(page: &mut Page, left: usize) {
    assert!(page.waiting.is_empty() && matches!(page.work(), Work::Idle), "{:?}", page.work());
    page.say(Msg::ConfirmDelete);
    page.say(Msg::AskDeleteMarked);
    page.settle();
    assert_eq!(page.count(Method::Delete), 2, "the rest is not deleted after a failure");
    assert_eq!((page.own().len(), page.cloud.keys_of(&ALICE).len()), (left, left));
}

#[test]
fn one_question_then_one_after_the_other_in_the_order_of_the_marks() {
    let (mut page, order) = asked();
    let keys: Vec<_> = order.iter().map(|access| key(access)).collect();
    assert_eq!(doing(&page), Doing::Confirming { keys, chosen: true });
    assert_eq!((page.focus, page.count(Method::Delete)), (Some(Focus::Keep), 0));
    page.say(Msg::ConfirmDelete);
    page.say(Msg::ConfirmDelete);
    for (n, access) in order.iter().enumerate() {
        assert_eq!((page.waiting.len(), under_way(&page)), (1, access.clone()));
        assert_eq!(doing(&page), Doing::Deleting(key(access), 3 - n));
        page.say(Msg::ConfirmDelete);
        page.step();
        assert!(!page.own().contains(&access.as_str()), "what is gone leaves the list at once");
    }
    assert_eq!((doing(&page), page.what(), page.focus), (Doing::Nothing, "", Some(Focus::Create)));
    assert_eq!((page.count(Method::Delete), page.own().len(), page.chosen()), (4, 1, None));
    assert_eq!(page.cloud.keys_of(&ALICE), page.own());
}

#[test]
fn marks_come_and_go() {
    let (mut page, keys) = with_five();
    let marked = |page: &Page| match screen(&page.model).keys.unwrap().list {
        KeyList::Known(rows) => rows.keys.iter().map(|row| row.marked).collect::<Vec<_>>(),
        list => panic!("no list: {list:?}"),
    };
    page.say(Msg::Mark(key(&keys[0])));
    page.say(Msg::AskDeleteMarked);
    assert_eq!((doing(&page), marked(&page)), (Doing::Nothing, vec![None; 5]));
    page.say(Msg::MarkCredentials);
    page.say(Msg::AskDeleteMarked);
    assert_eq!(doing(&page), Doing::Marking(0), "nothing is marked, so nothing is asked");
    page.say(Msg::Mark(key(&keys[0])));
    page.say(Msg::Mark(key(&keys[1])));
    page.say(Msg::Mark(key("another")));
    page.say(Msg::Mark(key(&keys[0])));
    assert_eq!(doing(&page), Doing::Marking(1));
    let expected: Vec<_> = keys.iter().map(|access| Some(*access == keys[1])).collect();
    assert_eq!(marked(&page), expected);
    // Whatever else could begin now would leave the marks behind.
    for msg in [Msg::ConfirmDelete, Msg::Create, Msg::Refresh, Msg::AskDelete(key(&keys[2]))] {
        page.say(msg);
        assert_eq!((doing(&page), page.waiting.len()), (Doing::Marking(1), 0));
    }
    page.say(Msg::KeepCredential);
    page.say(Msg::AskDeleteMarked);
    page.say(Msg::ConfirmDelete);
    assert_eq!((doing(&page), page.count(Method::Delete)), (Doing::Nothing, 0));
    page.say(Msg::MarkCredentials);
    assert_eq!(doing(&page), Doing::Marking(0), "the marks of before are forgotten");
}

#[test]
fn saying_no_keeps_them_all() {
    let (mut page, _) = asked();
    page.say(Msg::KeepCredential);
    page.say(Msg::ConfirmDelete);
    assert_eq!((page.waiting.len(), page.own().len()), (0, 5));
    assert_eq!((doing(&page), page.focus), (Doing::Nothing, Some(Focus::Chosen)));
}

/// A question about one key after a question about several is about that one.
#[test]
fn another_question_takes_the_place_of_the_first() {
    let (mut page, order) = asked();
    page.say(Msg::AskDelete(key(&order[3])));
    page.say(Msg::ConfirmDelete);
    page.settle();
    assert_eq!((page.count(Method::Delete), page.own().len()), (1, 4));
    assert!(!page.own().contains(&order[3].as_str()));
}

#[test]
fn a_refusal_in_the_middle_stops_and_counts_the_rest() {
    let (mut page, order) = at_the_second();
    assert_eq!(under_way(&page), order[1]);
    page.instead(Ok(refusal(403)));
    assert_eq!(page.what(), "Keystone did not allow you to delete this key.");
    assert!(next(&page).starts_with(REST), "{}", next(&page));
    assert_eq!(page.focus, Some(Focus::Notice));
    only_two_were_sent(&mut page, 4);
}

#[test]
fn a_lost_reply_in_the_middle_is_looked_up_and_stops() {
    for carried_out in [false, true] {
        let (mut page, order) = at_the_second();
        let answer = if carried_out { Page::lose } else { Page::instead };
        answer(&mut page, Err(NetError::Timeout));
        assert!(page.what().ends_with("It is not known whether the key was deleted."));
        assert!(next(&page).starts_with(REST), "{}", next(&page));
        page.settle();
        let outcome = if carried_out { "is deleted." } else { "was not deleted." };
        assert_eq!(page.what(), format!("The key {} {outcome}", order[1]));
        assert!(next(&page).starts_with(REST), "{}", next(&page));
        only_two_were_sent(&mut page, 4 - usize::from(carried_out));
    }
}

/// Neither the delete nor the list that should tell is answered.
#[test]
fn a_lost_reply_that_cannot_be_looked_up_stops_as_well() {
    let (mut page, _) = at_the_second();
    page.cut();
    page.instead(Ok(refusal(403)));
    assert!(page.what().ends_with("It is not known whether the key was deleted."));
    assert!(next(&page).starts_with(REST), "{}", next(&page));
    only_two_were_sent(&mut page, 4);
}

#[test]
fn a_dead_token_in_the_middle_ends_the_session() {
    let (mut page, _) = at_the_second();
    page.cloud.revoke(&ALICE);
    page.settle();
    assert_eq!(page.what(), "Your token has expired or was revoked.");
    page.is_wiped();
    assert_eq!((page.count(Method::Delete), page.cloud.credentials.len()), (2, 4));
}

/// What is gone already is no failure: on to the next.
#[test]
fn a_key_that_is_gone_already_does_not_stop_the_others() {
    for is_old in [false, true] {
        let (mut page, order) = at_the_second();
        page.cloud.is_old = is_old;
        page.cloud.credentials.retain(|made| made.access != order[1]);
        page.step();
        if is_old {
            assert!(matches!(page.work(), Work::Checking(_)), "401: is it the token?");
            assert_eq!(doing(&page), Doing::Deleting(key(&order[1]), 2));
            page.step();
        }
        assert_eq!(page.what(), format!("The key {} was already gone.", order[1]));
        assert_eq!(under_way(&page), order[2]);
        page.settle();
        assert_eq!((page.count(Method::Delete), page.own().len()), (4, 1));
        assert_eq!(page.cloud.keys_of(&ALICE), page.own());
    }
}

/// 401, and then it cannot be told whether it is the token: neither is it assumed.
#[test]
fn a_401_that_cannot_be_looked_into_stops_and_counts_the_rest() {
    let (mut page, _) = at_the_second();
    page.instead(Ok(refusal(401)));
    page.cut();
    assert!(next(&page).starts_with(REST), "{}", next(&page));
    only_two_were_sent(&mut page, 4);
}

#[test]
fn a_session_that_ends_or_changes_leaves_the_rest() {
    let (mut page, _) = at_the_second();
    page.sign_out();
    page.settle();
    assert_eq!((page.count(Method::Delete), page.cloud.credentials.len()), (2, 3));
    page.is_wiped();

    let (mut page, _) = at_the_second();
    page.say(Msg::OpenSignIn);
    page.say(pasted(&cloud::BOB.token));
    // The sign-in first: then the reply to the delete belongs to nobody.
    while let Some(sent) = page.waiting.pop() {
        let response = page.cloud.answer(&sent.request);
        page.deliver(&sent, Ok(response));
    }
    assert_eq!((page.count(Method::Delete), page.cloud.credentials.len()), (2, 3));
    assert!(page.own().is_empty() && page.waiting.is_empty());
}

/// The same session with a new token goes on where it was.
#[test]
fn a_renewal_in_the_middle_goes_on() {
    let (mut page, order) = at_the_second();
    page.sign_in(&ALICE);
    assert_eq!((page.count(Method::Delete), page.own().len()), (4, 1), "{order:?}");
    assert_eq!(page.cloud.keys_of(&ALICE), page.own());
}
