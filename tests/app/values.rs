//! The reader's own values: what is taken, what is kept, and what forgets them.

use crate::cloud::ALICE;
use crate::cloud::page::Page;
use crate::english::english;
use keyfill::core::message::{EdgeMsg, Effect, Msg, SessionMsg, SignInMsg, ValuesMsg};
use keyfill::core::model::Millis;
use keyfill::core::panel::PanelOptions;
use keyfill::core::screen::ValueRow;
use keyfill::core::screen::{ValueList, screen};
use keyfill::core::update::update;

const HOUR_MS: Millis = 60 * 60_000;

/// A page with variables for a bucket and an object, whose author lets values be kept.
fn page() -> Page {
    let mut page = Page::new();
    page.model.config.remember_values = true;
    let wanted = vec![slot(&page, "bucket"), slot(&page, "object")];
    page.say(EdgeMsg::PageHas(wanted));
    page
}

fn slot(page: &Page, id: &str) -> usize {
    page.model.config.slots.by_id(id).unwrap()
}

fn give(page: &mut Page, id: &str, text: &str) {
    let slot = slot(page, id);
    page.say(ValuesMsg::Type(slot, text.into()));
}

fn given(page: &Page) -> Vec<&str> {
    page.model.values.given.iter().map(|(_, text)| text.as_str()).collect()
}

fn list(page: &Page) -> Option<ValueList> {
    screen(&page.model, &PanelOptions::default()).values
}

/// What the message wants to be kept, if it says anything about that.
fn kept(page: &mut Page, msg: Msg) -> Option<Vec<(String, String)>> {
    let effects = update(&mut page.model, msg);
    effects.into_iter().find_map(|effect| match effect {
        Effect::Keep(values) => Some(values),
        _ => None,
    })
}

#[test]
fn a_value_fills_once_its_kind_takes_it() {
    let mut page = page();
    give(&mut page, "bucket", "ab");
    assert!(given(&page).is_empty());
    page.say(ValuesMsg::Open(true));
    let row = &list(&page).unwrap().rows[0];
    assert_eq!((english(std::slice::from_ref(&row.label)), row.value.as_str()), ("Bucket", "ab"));
    assert!(row.wrong.unwrap().english().1.contains("3 to 63"));
    give(&mut page, "bucket", "abc");
    assert_eq!(given(&page), ["abc"]);
    assert_eq!(list(&page).unwrap().rows[0].wrong, None);
    give(&mut page, "bucket", "abcd");
    give(&mut page, "object", "a b/c");
    assert_eq!(given(&page), ["abcd", "a b/c"]);
    give(&mut page, "bucket", "");
    assert_eq!(given(&page), ["a b/c"]);
}

#[test]
fn only_variables_take_a_value() {
    let mut page = page();
    for id in ["access-key", "secret-key", "region", "endpoint", "project-id"] {
        give(&mut page, id, "mine");
    }
    page.say(ValuesMsg::Type(999, "mine".into()));
    assert!(given(&page).is_empty());
    let all = (0..page.model.config.slots.list().len()).chain([999]).collect();
    page.say(EdgeMsg::PageHas(all));
    page.say(ValuesMsg::Open(true));
    let label = |row: ValueRow| english(&[row.label]);
    let labels: Vec<_> = list(&page).unwrap().rows.into_iter().map(label).collect();
    assert_eq!(labels, ["Bucket", "Object", "Server", "File", "Seconds"]);
}

#[test]
fn the_page_is_its_authors_at_rest() {
    let mut page = page();
    assert!(!page.model.fills_the_page());
    assert_eq!(list(&page), None);
    page.say(SignInMsg::Open);
    assert!(!page.model.fills_the_page());
    let closed = list(&page).unwrap();
    assert_eq!((closed.count, closed.rows.len()), (2, 0));
    page.say(ValuesMsg::Open(true));
    assert!(page.model.fills_the_page());
    page.say(ValuesMsg::Open(false));
    page.say(SignInMsg::Cancel);
    assert!(!page.model.fills_the_page());
    give(&mut page, "bucket", "abc");
    assert!(page.model.fills_the_page());
    give(&mut page, "bucket", "");
    page.sign_in(&ALICE);
    assert!(page.model.fills_the_page());
}

#[test]
fn a_page_without_variables_has_no_list() {
    let mut page = page();
    page.sign_in(&ALICE);
    assert!(list(&page).is_some());
    page.say(EdgeMsg::PageHas(Vec::new()));
    assert_eq!(list(&page), None);
}

#[test]
fn values_are_kept_only_where_author_and_reader_want_it() {
    let mut page = page();
    let bucket = slot(&page, "bucket");
    let typed = |text: &str| Msg::Values(ValuesMsg::Type(bucket, text.into()));
    assert_eq!(kept(&mut page, typed("abc")), None);
    let abc = vec![("bucket".to_owned(), "abc".to_owned())];
    assert_eq!(kept(&mut page, Msg::Values(ValuesMsg::Keep(true))), Some(abc));
    let abcd = vec![("bucket".to_owned(), "abcd".to_owned())];
    assert_eq!(kept(&mut page, typed("abcd")), Some(abcd));
    // What is refused is not kept, and what it replaced neither.
    assert_eq!(kept(&mut page, typed("ab")), Some(Vec::new()));
    assert_eq!(kept(&mut page, Msg::Values(ValuesMsg::Keep(false))), Some(Vec::new()));
    assert_eq!(kept(&mut page, typed("abc")), None);

    page.model.config.remember_values = false;
    assert_eq!(kept(&mut page, Msg::Values(ValuesMsg::Keep(true))), None);
    assert_eq!(kept(&mut page, typed("abcd")), None);
    page.say(ValuesMsg::Open(true));
    assert_eq!(list(&page).unwrap().kept, None);
}

#[test]
fn what_was_kept_is_checked_when_it_comes_back() {
    let stored = |page: &mut Page| {
        let pair = |id: &str, text: &str| (id.to_owned(), text.to_owned());
        page.say(EdgeMsg::Recall(vec![
            pair("bucket", "abc"),
            pair("object", "a\u{202e}b"),
            pair("access-key", "acce55"),
            pair("secret-key", "hunter22"),
            pair("gone", "x"),
        ]));
    };
    let mut page = page();
    stored(&mut page);
    assert_eq!(given(&page), ["abc"]);
    assert!(page.model.values.kept && page.model.values.refused.is_empty());

    // The author does not allow it any more.
    let mut page = Page::new();
    stored(&mut page);
    assert!(given(&page).is_empty());
}

#[test]
fn signing_out_gives_the_page_back() {
    let mut page = page();
    page.sign_in(&ALICE);
    give(&mut page, "bucket", "abc");
    page.say(ValuesMsg::Keep(true));
    page.say(ValuesMsg::Open(true));
    page.say(SessionMsg::SignOut);
    assert_eq!(given(&page), ["abc"], "the reader is only asked");
    assert_eq!(kept(&mut page, Msg::Session(SessionMsg::AnswerSignOut(false))), Some(Vec::new()));
    assert!(given(&page).is_empty() && !page.model.fills_the_page());

    // The same without a question.
    let mut page = Page::by_password();
    give(&mut page, "bucket", "abc");
    page.say(SessionMsg::SignOut);
    assert!(given(&page).is_empty() && !page.model.fills_the_page());
}

#[test]
fn the_end_of_a_session_leaves_the_readers_own_values() {
    let mut page = page();
    page.sign_in(&ALICE);
    give(&mut page, "bucket", "abc");
    page.tick(2 * HOUR_MS);
    assert!(page.model.account().is_none());
    assert_eq!(given(&page), ["abc"]);
}

#[test]
fn leaving_forgets_the_values_and_not_what_is_kept() {
    let mut page = page();
    give(&mut page, "bucket", "abc");
    page.say(ValuesMsg::Keep(true));
    assert_eq!(kept(&mut page, Msg::Edge(EdgeMsg::Leave)), None);
    assert!(given(&page).is_empty() && !page.model.fills_the_page());
}

#[test]
fn clearing_takes_everything() {
    let mut page = page();
    give(&mut page, "bucket", "abc");
    give(&mut page, "object", "\u{202e}");
    page.say(ValuesMsg::Keep(true));
    page.say(ValuesMsg::Open(true));
    assert_eq!(kept(&mut page, Msg::Values(ValuesMsg::Clear)), Some(Vec::new()));
    assert!(page.model.values.open, "the reader goes on with the list");
    page.say(ValuesMsg::Open(false));
    assert!(page.model.values.is_at_rest());
}
