//! The parts of the app: when each is wanted, and what waits for it.

use keyfill::core::app_part::{AppPart, AppParts};
use keyfill::core::http::NetError;
use keyfill::core::message::{CommandsMsg, EdgeMsg, FileMsg, Msg, SignInMsg};
use keyfill::core::model::{Entry, Listing};
use keyfill::core::screen::{KeyList, KeysPart};
use keyfill::core::secret::Secret;

use crate::cloud::page::{Page, pasted};
use crate::cloud::{ALICE, ALICE_IN_HEKLA};

const FILE: &str = "clouds:\n  a:\n    profile: vexxhost\n    auth:\n      username: alice\n";

/// A page as the browser has it: nothing is there that was not asked for.
fn page() -> Page {
    let mut page = Page::new();
    page.model.parts = AppParts::AWAY;
    page.cloud.plant(&ALICE);
    page
}

/// The form is open, and its parts are on their way.
fn open() -> Page {
    let mut page = page();
    page.say(SignInMsg::Open);
    page
}

/// Somebody is signed in, and the list has been answered.
fn without_keys() -> Page {
    let mut page = open();
    page.say(pasted(&ALICE.token));
    page.settle();
    assert!(page.model.account().is_some());
    page
}

fn file() -> Msg {
    Msg::File(FileMsg::Read("clouds.yaml".into(), Some(Secret::new(FILE.into()))))
}

#[test]
fn nothing_is_fetched_at_rest_and_the_keys_before_the_page() {
    let mut page = page();
    page.say(EdgeMsg::Watch);
    page.say(CommandsMsg::ChooseRegion(1));
    assert!(page.parts.is_empty());
    page.say(SignInMsg::Open);
    assert_eq!(page.parts, [AppPart::Keys], "once, and the page later");
    page.say(CommandsMsg::ChooseRegion(0));
    assert_eq!(page.parts, [AppPart::Keys]);
    page.say(EdgeMsg::PartCame(AppPart::Keys));
    assert_eq!(page.parts, [AppPart::Keys, AppPart::Page]);
    page.say(EdgeMsg::PartCame(AppPart::Page));
    page.say(pasted(&ALICE.token));
    page.settle();
    page.sign_out();
    page.say(SignInMsg::Open);
    assert_eq!(page.parts, [AppPart::Keys, AppPart::Page], "never again");
}

#[test]
fn values_need_the_page_alone() {
    let mut page = page();
    page.model.config.remember_values = true;
    page.say(EdgeMsg::Recall(vec![("bucket".into(), "my-bucket".into())]));
    assert_eq!(page.parts, [AppPart::Page]);
}

#[test]
fn the_list_waits_for_what_shows_it() {
    let mut page = without_keys();
    assert!(matches!(page.screen().keys, Some(KeysPart::Coming)));
    assert!(matches!(page.account().listing, Listing::Loading));
    assert_eq!(page.model.waiting.len(), 1);
    page.say(EdgeMsg::PartCame(AppPart::Keys));
    assert!(matches!(page.keys().list, KeyList::Known(_)));
    assert!(page.chosen().is_some());
    assert!(page.model.waiting.is_empty());
}

#[test]
fn whoever_signs_out_meanwhile_leaves_nothing() {
    let mut page = without_keys();
    page.sign_out();
    assert!(page.model.waiting.is_empty(), "an answer with secrets in it");
    page.is_wiped();
    page.say(EdgeMsg::PartCame(AppPart::Keys));
    page.is_wiped();
    // The next one gets a list of their own.
    page.cloud.plant(&ALICE_IN_HEKLA);
    page.sign_in(&ALICE_IN_HEKLA);
    assert!(matches!(page.keys().list, KeyList::Known(rows) if rows.total == 1));
}

#[test]
fn leaving_the_page_forgets_what_waits() {
    let mut page = without_keys();
    page.say(EdgeMsg::Leave);
    assert!(page.model.waiting.is_empty());
    page.is_wiped();
}

#[test]
fn an_answer_after_its_deadline_counts() {
    let mut page = open();
    page.say(pasted(&ALICE.token));
    page.step();
    let list = page.take();
    page.deliver(&list, Err(NetError::Timeout));
    let late = page.cloud.answer(&list.request);
    page.deliver(&list, Ok(late));
    assert_eq!(page.model.waiting.len(), 1);
    page.say(EdgeMsg::PartCame(AppPart::Keys));
    assert!(matches!(page.keys().list, KeyList::Known(_)));
    assert!(page.model.notice.is_none(), "{:?}", page.model.notice);
}

#[test]
fn keys_that_cannot_be_shown_are_said_in_their_place_and_can_be_tried_again() {
    let mut page = without_keys();
    page.say(EdgeMsg::PartLost(AppPart::Keys));
    assert!(matches!(page.screen().keys, Some(KeysPart::Lost)));
    assert!(page.model.notice.is_none(), "it is said once");
    // It is not asked for at once by itself, since that would never end.
    assert_eq!(page.parts, [AppPart::Keys, AppPart::Page]);
    page.say(Msg::GetPart(AppPart::Keys));
    assert_eq!(page.parts.last(), Some(&AppPart::Keys));
    assert!(matches!(page.screen().keys, Some(KeysPart::Coming)));
    page.say(EdgeMsg::PartLost(AppPart::Keys));
    page.tick(page.model.now + 3_000);
    assert_eq!(page.parts.len(), 4, "what happens later asks again");
    page.say(EdgeMsg::PartCame(AppPart::Keys));
    assert!(matches!(page.keys().list, KeyList::Known(_)), "nothing was lost");
}

#[test]
fn a_file_waits_for_what_reads_it() {
    let mut page = open();
    page.say(file());
    assert!(page.parts.contains(&AppPart::Files));
    assert!(matches!(page.model.entry, Entry::Form));
    page.say(EdgeMsg::PartCame(AppPart::Files));
    assert!(matches!(page.model.entry, Entry::Address(_)));
    page.say(file());
    assert!(page.model.waiting.is_empty(), "it is there");
}

#[test]
fn a_file_that_nobody_can_read_is_forgotten_and_said() {
    let mut page = open();
    page.say(file());
    page.say(EdgeMsg::PartLost(AppPart::Files));
    assert!(page.model.waiting.is_empty());
    assert!(page.what().contains("The file was not read"), "{}", page.what());
    assert!(matches!(page.model.entry, Entry::Form));
    // The next file is the next try.
    let asked = page.parts.len();
    page.tick(page.model.now + 3_000);
    assert_eq!(page.parts.len(), asked);
    page.say(file());
    assert_eq!(page.parts.len(), asked + 1);
}

#[test]
fn a_file_is_forgotten_with_its_form() {
    let mut page = open();
    page.say(file());
    page.say(SignInMsg::Cancel);
    assert!(page.model.waiting.is_empty());
    page.say(EdgeMsg::PartLost(AppPart::Files));
    page.say(EdgeMsg::PartLost(AppPart::Keys));
    page.say(EdgeMsg::PartLost(AppPart::Page));
    assert!(page.model.notice.is_none(), "nobody misses them any more");
    page.say(SignInMsg::Open);
    page.say(EdgeMsg::PartCame(AppPart::Files));
    assert!(matches!(page.model.entry, Entry::Form));
}

#[test]
fn what_waits_prints_no_secret() {
    let page = without_keys();
    page.check_secrets();
    assert!(format!("{:?}", page.model.waiting).contains("Replied"));
}
