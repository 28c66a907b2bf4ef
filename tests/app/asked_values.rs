//! Copying a command that lacks values of the reader's own: it asks for them beside the command.

use crate::cloud::page::Page;
use crate::cloud::{ALICE, ELSEWHERE};
use keyfill::core::message::{CommandsMsg, Focus, KeysMsg, SessionMsg, ValuesMsg};
use keyfill::core::screen::AskedValues;
use keyfill::core::snippet::{CopyTarget, Edition, Section};

/// A reader with a key, in the tab of a client.
fn page(client: &str) -> Page {
    let mut page = Page::with(r#","clients":["aws","s3fs"]"#);
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    let client = page.model.config.client(client).unwrap();
    page.say(CommandsMsg::ChooseClient(client));
    page
}

/// The first step of a section, as what a reader copies.
fn step(page: &Page, section: Section) -> CopyTarget {
    let steps = page.screen().commands.unwrap().steps;
    let at = steps.iter().position(|step| step.section == section).unwrap();
    CopyTarget::Step(page.model.edition(), at)
}

fn asked(page: &Page) -> Vec<AskedValues> {
    page.screen().commands.unwrap().asked
}

fn give(page: &mut Page, id: &str, text: &str) {
    let slot = page.model.config.slots.by_id(id).unwrap();
    page.say(ValuesMsg::Type(slot, text.into()));
}

/// The fields of a group: whether each says what is wrong, and which is next.
fn fields(asked: &AskedValues) -> Vec<(&str, bool, bool)> {
    let field = |row: &'_ keyfill::core::screen::ValueRow| (row.wrong.is_some(), row.is_next);
    asked.rows.iter().map(|row| (row.value.as_str(), field(row).0, field(row).1)).collect()
}

#[test]
fn a_copy_that_lacks_values_asks_for_them() {
    let mut page = page("aws");
    let used = step(&page, Section::Use);
    assert_eq!(fields(&asked(&page)[0]), [("", false, false), ("", false, false)]);
    page.say(CommandsMsg::Copy(used));
    assert!(page.copied.is_empty() && page.focus == Some(Focus::Value));
    assert_eq!(fields(&asked(&page)[0]), [("", true, true), ("", true, false)]);
    give(&mut page, "bucket", "pictures");
    assert_eq!(fields(&asked(&page)[0]), [("pictures", false, false), ("", true, true)]);
    page.say(CommandsMsg::Copy(used));
    assert!(page.copied.is_empty());
    give(&mut page, "file", "cat.jpg");
    page.say(CommandsMsg::Copy(used));
    let (target, text) = page.copied.pop().unwrap();
    assert!(target == used && text.expose().contains("s3 cp cat.jpg s3://pictures/cat.jpg"));
    assert_eq!(fields(&asked(&page)[0]), [("pictures", false, false), ("cat.jpg", false, false)]);
}

#[test]
fn a_refused_value_is_lacking_and_says_why() {
    let mut page = page("aws");
    give(&mut page, "bucket", "No!");
    let used = step(&page, Section::Use);
    page.say(CommandsMsg::Copy(used));
    assert!(page.copied.is_empty());
    assert_eq!(fields(&asked(&page)[0])[0], ("No!", true, true));
    assert!(asked(&page)[0].rows[0].wrong.unwrap().english().1.contains("3 to 63"));
}

#[test]
fn what_needs_none_is_copied_and_forgets_that_some_were_asked_for() {
    let mut page = page("aws");
    let (used, set_up) = (step(&page, Section::Use), step(&page, Section::SetUp));
    page.say(CommandsMsg::Copy(used));
    page.say(CommandsMsg::Copy(set_up));
    assert_eq!(page.copied.len(), 1);
    assert_eq!(fields(&asked(&page)[0]), [("", false, false), ("", false, false)]);
}

#[test]
fn without_a_key_it_copies_what_stops_at_once() {
    let mut page = Page::new();
    let target = step(&page, Section::Use);
    assert!(asked(&page).is_empty());
    page.say(CommandsMsg::Copy(target));
    assert!(page.copied.pop().unwrap().1.expose().contains("<bucket>"));
    let mut page = self::page("aws");
    page.say(SessionMsg::Hide(true));
    assert!(asked(&page).is_empty());
    page.say(CommandsMsg::Copy(target));
    assert!(page.copied.pop().unwrap().1.expose().contains("<bucket>"));
}

#[test]
fn a_panel_of_another_cloud_has_no_field_and_copies() {
    let mut page = page("aws");
    let CopyTarget::Step(Edition { client, .. }, at) = step(&page, Section::Use) else { panic!() };
    let regions = &page.model.config.regions;
    let region = regions.iter().position(|r| r.keystone.as_str() == ELSEWHERE).unwrap();
    page.say(CommandsMsg::Copy(CopyTarget::Step(Edition { client, region }, at)));
    assert!(page.copied.pop().unwrap().1.expose().contains("<bucket>"));
    assert!(page.focus != Some(Focus::Value));
}

#[test]
fn the_test_of_a_key_asks_as_well() {
    let mut page = page("s3fs");
    let access = page.model.account().unwrap().usable_keys().next().unwrap().clone();
    page.say(KeysMsg::Test(Some(access)));
    let target = CopyTarget::TestStep(page.model.edition(), 0);
    page.say(CommandsMsg::Copy(target));
    assert!(page.copied.is_empty() && page.focus == Some(Focus::Value));
    give(&mut page, "bucket", "pictures");
    page.say(CommandsMsg::Copy(target));
    assert!(page.copied.pop().unwrap().1.expose().contains("pictures"));
}
