//! Deleting several credentials after one question, and long lists of them.

use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{Effect, Focus, KeysMsg, Msg};
use keyfill::core::model::Work;
use keyfill::core::screen::{Doing, KeyList, Rows};
use keyfill::core::update::update;

use crate::cloud::page::{Page, key};
use crate::cloud::{ALICE, refusal};

fn with(count: usize) -> Page {
    let mut page = Page::new();
    for _ in 0..count {
        page.cloud.plant(&ALICE);
    }
    page.sign_in(&ALICE);
    page.asked();
    page
}

/// A page with four credentials, of which the last three are marked, from the last on.
fn marked() -> (Page, Vec<String>) {
    let mut page = with(4);
    page.say(KeysMsg::MarkSeveral);
    let keys: Vec<String> = page.own()[1..].iter().rev().map(|k| (*k).to_owned()).collect();
    for access in &keys {
        page.say(KeysMsg::Mark(key(access)));
    }
    (page, keys)
}

fn confirmed() -> (Page, Vec<String>) {
    let (mut page, keys) = marked();
    page.say(KeysMsg::AskDeleteMarked);
    page.say(KeysMsg::ConfirmDelete);
    (page, keys)
}

fn rows(page: &Page) -> Rows {
    match page.keys().list {
        KeyList::Known(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn rest(page: &Page, count: usize) -> bool {
    let verb = if count == 1 { "was" } else { "were" };
    page.next().starts_with(&format!("{count} more of the selected keys {verb} not deleted. "))
}

#[test]
fn marks_come_and_go_and_delete_nothing() {
    let mut page = with(2);
    let first = page.own()[0].to_owned();
    page.say(KeysMsg::Mark(key(&first)));
    page.say(KeysMsg::AskDeleteMarked);
    assert!(matches!(page.work(), Work::Idle), "nothing is marked before marking begins");
    page.say(KeysMsg::MarkSeveral);
    page.say(KeysMsg::AskDeleteMarked);
    assert!(matches!(page.work(), Work::Marking(_)), "none is marked");
    page.say(KeysMsg::Mark(key(&first)));
    page.say(KeysMsg::Mark(key("gone")));
    let marks: Vec<_> = rows(&page).keys.iter().map(|row| row.marked).collect();
    assert_eq!(marks, [Some(true), Some(false)]);
    assert_eq!(page.keys().doing, Doing::Marking(1));
    page.say(KeysMsg::Mark(key(&first)));
    assert_eq!(page.keys().doing, Doing::Marking(0));
    page.say(KeysMsg::ConfirmDelete);
    page.say(KeysMsg::Keep);
    assert!(matches!(page.work(), Work::Idle) && page.waiting.is_empty());
}

#[test]
fn one_question_lists_them_and_they_go_in_that_order() {
    let (mut page, keys) = marked();
    page.say(KeysMsg::AskDeleteMarked);
    let listed = keys.iter().map(|access| key(access)).collect();
    let expected = Doing::Confirming { keys: listed, chosen: false, in_rotation: false };
    assert_eq!(page.keys().doing, expected);
    assert_eq!(page.focus, Some(Focus::Keep));
    page.say(KeysMsg::ConfirmDelete);
    page.say(KeysMsg::ConfirmDelete);
    for (left, access) in (0..3).rev().zip(&keys) {
        assert_eq!(page.waiting.len(), 1, "one after the other");
        let doing = page.keys().doing;
        assert_eq!(doing, Doing::Deleting(key(access), left));
        page.step();
    }
    assert_eq!((page.own().len(), page.count(Method::Delete)), (1, 3));
    assert_eq!((page.what(), page.focus), ("All 3 keys are deleted.", Some(Focus::Notice)));
    assert_eq!(page.cloud.keys_of(&ALICE), page.own());
    assert_eq!(page.chosen(), Some(page.own()[0]));
}

#[test]
fn the_key_in_the_commands_may_be_among_them() {
    let mut page = with(2);
    page.say(KeysMsg::MarkSeveral);
    for access in page.own().into_iter().map(key).collect::<Vec<_>>() {
        page.say(KeysMsg::Mark(access));
    }
    page.say(KeysMsg::AskDeleteMarked);
    assert!(matches!(page.keys().doing, Doing::Confirming { chosen: true, .. }));
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert_eq!((page.chosen(), page.own().len()), (None, 0));
}

#[test]
fn one_that_is_gone_already_does_not_stop_the_others() {
    for is_old in [false, true] {
        let (mut page, keys) = confirmed();
        page.cloud.is_old = is_old;
        page.cloud.credentials.retain(|made| made.access != keys[1]);
        page.settle();
        assert_eq!((page.own().len(), page.cloud.credentials.len()), (1, 1), "{}", page.what());
        assert_eq!(page.count(Method::Delete), 3);
    }
}

#[test]
fn a_failure_stops_and_says_how_many_were_not_touched() {
    let (mut page, keys) = confirmed();
    page.step();
    page.instead(Ok(refusal(403)));
    assert_eq!(page.what(), "Keystone did not allow you to delete this key.");
    assert!(rest(&page, 1) && page.waiting.is_empty() && matches!(page.work(), Work::Idle));
    assert!(page.next().contains(" 1 key was deleted before that. "));
    assert_eq!(page.own().len(), 3);
    assert!(page.own().contains(&&*keys[1]));

    for carried_out in [false, true] {
        let (mut page, keys) = confirmed();
        if carried_out {
            page.lose(Err(NetError::Timeout));
        } else {
            page.cut();
        }
        assert!(rest(&page, 2), "while it is looked up");
        page.settle();
        let outcome = if carried_out { "is deleted." } else { "was not deleted." };
        assert_eq!(page.what(), format!("The key {} {outcome}", keys[0]));
        assert!(rest(&page, 2) && page.count(Method::Delete) == 1);
    }
    // The list cannot tell either.
    let (mut page, _) = confirmed();
    page.cut();
    page.instead(Ok(refusal(500)));
    assert!(page.what().ends_with("It is not known whether the key was deleted."));
    assert!(rest(&page, 2) && page.waiting.is_empty());
}

#[test]
fn a_401_in_the_middle_is_looked_into() {
    // The token is gone.
    let (mut page, _) = confirmed();
    page.step();
    page.cloud.revoke(&ALICE);
    page.settle();
    assert_eq!(page.what(), "Your token has expired or was revoked.");
    assert!(rest(&page, 1), "{:?}", page.model.notice);
    page.is_wiped();
    assert_eq!(page.cloud.credentials.len(), 3);
    // It cannot be told.
    let (mut page, _) = confirmed();
    page.instead(Ok(refusal(401)));
    page.instead(Ok(refusal(500)));
    assert_eq!(page.what(), "Keystone returned a server error (500).");
    assert!(rest(&page, 2) && page.own().len() == 4 && page.waiting.is_empty());
}

#[test]
fn of_ten_thousand_keys_one_page_is_built() {
    let mut page = with(10_000);
    let shown = rows(&page);
    assert_eq!(
        (shown.keys.len(), shown.total, shown.matching, shown.first),
        (20, 10_000, 10_000, 0)
    );
    assert_eq!((shown.pages, shown.filter), ((None, Some(1)), Some(String::new())));
    page.say(KeysMsg::ShowPage(499));
    assert_eq!((rows(&page).first, rows(&page).pages), (9_980, (Some(498), None)));
    for beyond in [500, usize::MAX] {
        page.say(KeysMsg::ShowPage(beyond));
        assert_eq!((rows(&page).first, rows(&page).keys.len()), (9_980, 20), "the last one");
    }
    let last = page.own()[9_999].to_owned();
    page.say(KeysMsg::Filter(format!("  {}\t", last.to_uppercase())));
    let shown = rows(&page);
    assert_eq!((shown.matching, shown.first, shown.pages), (1, 0, (None, None)));
    assert_eq!(shown.keys[0].access, key(&last));
    page.say(KeysMsg::Filter("nothing".into()));
    assert_eq!((rows(&page).matching, rows(&page).keys.len(), rows(&page).total), (0, 0, 10_000));
    // A new key is seen whatever was looked for.
    page.say(KeysMsg::Create);
    page.settle();
    assert!(rows(&page).keys[0].chosen && rows(&page).matching == 10_001);
}

#[test]
fn a_page_that_is_emptied_gives_way_to_the_one_before() {
    let mut page = with(21);
    page.say(KeysMsg::ShowPage(1));
    assert_eq!((rows(&page).first, rows(&page).keys.len()), (20, 1));
    let last = rows(&page).keys[0].access.clone();
    page.say(KeysMsg::AskDelete(last));
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert_eq!((rows(&page).first, rows(&page).keys.len()), (0, 20));
    assert!(with(5).model.account().is_some() && rows(&with(5)).filter.is_none());
    let effects = update(&mut page.model, Msg::Keys(KeysMsg::Filter("x".into())));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Send(..))), "nothing is asked");
}
