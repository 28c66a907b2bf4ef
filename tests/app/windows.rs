//! The shown part of a long list: twenty keys at a time, and those that match what is looked for.
//! What is built is counted, not timed.

use keyfill::core::message::KeysMsg;
use keyfill::core::screen::{KeyList, Rows};

use crate::cloud::page::{Page, key};
use crate::cloud::{ALICE, ALICE_IN_HEKLA};

const MANY: usize = 10_000;
const PAGE: usize = 20;

/// A page with so many keys, in the order of the list.
fn with(count: usize) -> (Page, Vec<String>) {
    let mut page = Page::new();
    let keys = (0..count).map(|_| page.cloud.plant(&ALICE)).collect();
    page.sign_in(&ALICE);
    (page, keys)
}

fn rows(page: &Page) -> Rows {
    match page.keys().list {
        KeyList::Known(rows) => rows,
        list => panic!("no list: {list:?}"),
    }
}

fn shown(rows: &Rows) -> Vec<&str> {
    rows.keys.iter().map(|row| row.access.as_str()).collect()
}

fn look_for(page: &mut Page, text: &str) -> Rows {
    page.say(KeysMsg::Filter(text.into()));
    rows(page)
}

#[test]
fn ten_thousand_keys_are_five_hundred_pages_of_twenty() {
    let (mut page, keys) = with(MANY);
    let mut seen = Vec::new();
    let mut next = Some(0);
    let mut before = None;
    while let Some(number) = next {
        page.say(KeysMsg::ShowPage(number));
        let rows = rows(&page);
        assert_eq!((rows.keys.len(), rows.first), (PAGE, seen.len()));
        assert_eq!((rows.total, rows.matching, rows.pages.0), (MANY, MANY, before));
        seen.extend(rows.keys.iter().map(|row| row.access.as_str().to_owned()));
        (before, next) = (Some(number), rows.pages.1);
    }
    assert_eq!(seen, keys, "each key once, in the order of the list");
    assert_eq!(page.log.len(), 2, "pages are not asked for");
}

#[test]
fn a_page_that_is_not_there_is_the_last_one() {
    for (count, first, on_it) in [(MANY, MANY - PAGE, PAGE), (41, 40, 1), (40, 20, 20), (5, 0, 5)] {
        let (mut page, _) = with(count);
        for number in [usize::MAX / PAGE, usize::MAX] {
            page.say(KeysMsg::ShowPage(number));
            let rows = rows(&page);
            assert_eq!((rows.first, rows.keys.len(), rows.pages.1), (first, on_it, None));
        }
    }
    let (mut page, _) = with(0);
    page.say(KeysMsg::ShowPage(3));
    let rows = rows(&page);
    assert_eq!((rows.first, rows.keys.len(), rows.pages), (0, 0, (None, None)));
}

#[test]
fn a_filter_finds_parts_of_a_key_in_either_case() {
    let (mut page, keys) = with(MANY);
    let wanted = &keys[7_777];
    for text in [wanted.clone(), wanted.to_uppercase(), format!("  {}\t", &wanted[20..])] {
        page.say(KeysMsg::ShowPage(100));
        let rows = look_for(&mut page, &text);
        assert_eq!(shown(&rows), [wanted.as_str()], "{text}");
        assert_eq!((rows.total, rows.matching, rows.first), (MANY, 1, 0));
        assert_eq!((rows.pages, rows.filter), ((None, None), Some(text)));
    }
    let none = look_for(&mut page, "not in any");
    assert_eq!((none.keys.len(), none.matching, none.total), (0, 0, MANY));
    for nothing in ["", "   "] {
        let all = look_for(&mut page, nothing);
        assert_eq!((all.keys.len(), all.matching), (PAGE, MANY));
    }
}

#[test]
fn what_matches_has_pages_of_its_own() {
    let (mut page, keys) = with(MANY);
    let matching: Vec<&String> = keys.iter().filter(|access| access.ends_with("ff")).collect();
    let found = look_for(&mut page, "ff");
    assert!(found.matching >= matching.len() && found.matching > PAGE);
    assert_eq!((found.keys.len(), found.first, found.pages), (PAGE, 0, (None, Some(1))));
    page.say(KeysMsg::ShowPage(found.matching / PAGE));
    let last = rows(&page);
    assert_eq!(last.keys.len(), found.matching % PAGE);
    assert!(shown(&last).iter().all(|access| access.contains("ff")));
    // A change of what is looked for begins at the front.
    page.say(KeysMsg::Filter("f".into()));
    assert_eq!(rows(&page).first, 0);
}

/// The field appears from six keys on, and what was typed into it counts while it is there.
#[test]
fn a_few_keys_have_no_filter() {
    for (count, has_filter) in [(5, false), (6, true)] {
        let (page, _) = with(count);
        assert_eq!(rows(&page).filter.is_some(), has_filter);
    }
    let (mut page, keys) = with(6);
    let found = look_for(&mut page, &keys[4]);
    assert_eq!(shown(&found), [keys[4].as_str()]);
    page.say(KeysMsg::AskDelete(key(&keys[4])));
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    let rows = rows(&page);
    assert_eq!((rows.filter.as_ref(), rows.keys.len()), (None, 5), "no field, and no keys");
}

/// The reader must find the new key at once, wherever the list stood.
#[test]
fn a_new_key_is_on_the_page_that_is_shown() {
    let (mut page, _) = with(MANY);
    page.say(KeysMsg::Filter("ff".into()));
    page.say(KeysMsg::ShowPage(3));
    page.say(KeysMsg::Create);
    page.settle();
    let rows = rows(&page);
    let new = page.cloud.credentials[MANY].access.as_str();
    assert_eq!((shown(&rows)[0], page.chosen()), (new, Some(new)));
    assert_eq!((rows.keys[0].chosen, rows.total), (true, MANY + 1));
}

#[test]
fn the_last_key_of_a_page_takes_the_page_along() {
    let (mut page, keys) = with(PAGE + 1);
    page.say(KeysMsg::ShowPage(1));
    assert_eq!(shown(&rows(&page)), [keys[PAGE].as_str()]);
    page.say(KeysMsg::AskDelete(key(&keys[PAGE])));
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    let rows = rows(&page);
    assert_eq!((rows.first, rows.keys.len(), rows.pages), (0, PAGE, (None, None)));
}

#[test]
fn a_refresh_keeps_the_place_and_another_project_does_not() {
    let (mut page, _) = with(100);
    page.say(KeysMsg::Filter("acce".into()));
    page.say(KeysMsg::ShowPage(2));
    page.say(KeysMsg::Refresh);
    page.settle();
    assert_eq!((rows(&page).first, rows(&page).filter), (2 * PAGE, Some("acce".into())));
    for _ in 0..30 {
        page.cloud.plant(&ALICE_IN_HEKLA);
    }
    page.sign_in(&ALICE_IN_HEKLA);
    let rows = rows(&page);
    assert_eq!((rows.first, rows.total, rows.elsewhere), (0, 30, 100));
    assert_eq!(rows.filter, Some(String::new()));
}

/// Marks are of keys, not of what is shown.
#[test]
fn marks_stay_on_other_pages_and_behind_a_filter() {
    let (mut page, keys) = with(MANY);
    page.say(KeysMsg::MarkSeveral);
    let wanted = [&keys[3], &keys[9_999], &keys[5_000]];
    for access in wanted {
        look_for(&mut page, access);
        page.say(KeysMsg::Mark(key(access)));
        assert_eq!(rows(&page).keys[0].marked, Some(true));
    }
    look_for(&mut page, "");
    let marks = rows(&page).keys.iter().filter(|row| row.marked == Some(true)).count();
    assert_eq!(marks, 1, "only the first of the three is on this page");
    page.say(KeysMsg::AskDeleteMarked);
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert_eq!(page.cloud.credentials.len(), MANY - 3);
    assert!(
        wanted.iter().all(|access| page.cloud.credentials.iter().all(|c| c.access != **access))
    );
}
