//! Deletes that a silent Keystone answers late or never.

use keyfill::core::message::{KeysMsg, SessionMsg};
use keyfill::core::model::Work;

use crate::cloud::page::{Page, Sent, key, pasted};
use crate::cloud::{ALICE, ALICE_IN_HEKLA, BOB, refusal};
use crate::overdue::next;

const WITHIN: &str = "https://aur.example:5000/v3 did not answer within 16 seconds, so ";

/// A page with two credentials, and the first of them confirmed to be deleted, without an answer.
fn delete_overdue() -> (Page, Sent, String) {
    let mut page = Page::new();
    let first = page.cloud.plant(&ALICE);
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::AskDelete(key(&first)));
    page.say(KeysMsg::ConfirmDelete);
    let sent = page.overdue().expect("a delete is never given up");
    assert_eq!(
        page.what(),
        format!("{WITHIN}it is not known whether the key {first} was deleted.")
    );
    (page, sent, first)
}

#[test]
fn a_delete_without_an_answer_is_looked_up_and_can_still_surface() {
    for lists in 0..3 {
        let (mut page, sent, first) = delete_overdue();
        match lists {
            1 => {
                page.settle();
                assert_eq!(page.what(), format!("The key {first} is still in the list."));
                assert!(next(&page).contains("may still delete it"));
            }
            2 => {
                page.overdue();
                assert!(page.what().ends_with("It is not known whether the key was deleted."));
            }
            _ => {}
        }
        let list = page.waiting.pop().map(|list| (page.cloud.answer(&list.request), list));
        page.answer_late(&sent);
        // The list is from before the end of the key.
        if let Some((old, list)) = list {
            page.deliver(&list, Ok(old));
        }
        let late = format!("The key {first} is deleted: the response came late.");
        assert_eq!((page.what(), page.own().len(), page.chosen()), (&*late, 1, None), "{lists}");
        assert!(next(&page).contains("have placeholders again") && page.waiting.is_empty());
        assert!(matches!(page.work(), Work::Idle));
        page.answer_late(&sent);
        assert_eq!(page.what(), late, "an answer is told once");
    }
}

/// Something that a reader begins with a key meanwhile.
type Begins = fn(&mut Page, &str);

#[test]
fn a_late_delete_changes_what_goes_on() {
    let begun: [(&str, Begins); 4] = [
        ("marked", |page, first| {
            page.say(KeysMsg::MarkSeveral);
            page.say(KeysMsg::Mark(key(first)));
        }),
        ("asked about", |page, first| page.say(KeysMsg::AskDelete(key(first)))),
        ("deleted again", |page, first| {
            page.say(KeysMsg::AskDelete(key(first)));
            page.say(KeysMsg::ConfirmDelete);
        }),
        ("refreshed", |page, _| page.say(KeysMsg::Refresh)),
    ];
    for (name, begin) in begun {
        let (mut page, sent, first) = delete_overdue();
        page.settle();
        begin(&mut page, &first);
        // A list that is under way is from before.
        let waiting = page.waiting.pop().map(|under_way| {
            let response = page.cloud.answer(&under_way.request);
            (under_way, response)
        });
        if name == "deleted again" {
            page.cloud.credentials.retain(|made| made.access != first);
        }
        page.answer_late(&sent);
        if let Some((under_way, response)) = waiting {
            page.deliver(&under_way, Ok(response));
        }
        page.settle();
        page.say(KeysMsg::AskDeleteMarked);
        page.say(KeysMsg::ConfirmDelete);
        assert_eq!((page.own().len(), page.waiting.len()), (1, 0), "{name}: {:?}", page.work());
    }
}

#[test]
fn a_late_delete_is_told_after_the_session_and_to_nobody_else() {
    let (mut page, sent, first) = delete_overdue();
    page.sign_out();
    page.answer_late(&sent);
    let late =
        format!("The key {first} in Project katla is deleted: the response came after you left.");
    assert_eq!(page.what(), late);
    page.is_wiped();
    for other in [&BOB, &ALICE_IN_HEKLA] {
        let (mut page, sent, _) = delete_overdue();
        page.sign_out();
        page.sign_in(other);
        page.answer_late(&sent);
        assert_eq!(page.what(), "");
    }
    // The same reader, in the same project once more: the list may be from before.
    let (mut page, sent, first) = delete_overdue();
    page.sign_out();
    page.say(pasted(&ALICE.token));
    page.step();
    let list = page.waiting.pop().unwrap();
    let old = page.cloud.answer(&list.request);
    page.answer_late(&sent);
    page.deliver(&list, Ok(old));
    page.settle();
    assert!(!page.own().contains(&&*first), "{:?}", page.own());
}

#[test]
fn a_late_revocation_takes_the_doubt_away() {
    for (revoked, what) in [
        (true, "You are signed out, and your token is revoked."),
        (false, "You are signed out, but your token is not revoked. "),
    ] {
        let mut page = Page::signed_in(&ALICE);
        page.say(SessionMsg::SignOut);
        page.say(SessionMsg::AnswerSignOut(true));
        let sent = page.overdue().unwrap();
        assert!(page.what().ends_with("so it is not known whether your token is revoked."));
        if revoked {
            page.answer_late(&sent);
        } else {
            page.deliver(&sent, Ok(refusal(500)));
        }
        assert!(page.what().starts_with(what), "{}", page.what());
    }
}
