//! What stands in a slot where it is not sure that a value belongs there.

use keyfill::core::message::{CommandsMsg, ValuesMsg};
use keyfill::core::model::Account;
use keyfill::core::screen::{KeyChoice, SlotShown, Stays, slot_shown};
use keyfill::core::slot::{Code, Found, Language, find};

use crate::cloud::page::Page;
use crate::english::english;
use crate::states::panels::in_aur1;
use crate::states::with_keys;

/// The slots of a block in bash.
fn found(page: &Page, text: &str) -> Vec<Found> {
    let config = &page.model.config;
    find(&Code::block(text, Language::Posix), &config.slots, &config.cloud)
}

/// What each slot shows: `value`, `secret`, `-` for a placeholder, or why it is offered.
fn shown(page: &Page, text: &str, choice: &KeyChoice) -> Vec<String> {
    let word = |found: Found| match slot_shown(&page.model, &found, choice) {
        SlotShown::Value(_) => "value".into(),
        SlotShown::Secret(_) => "secret".into(),
        SlotShown::Placeholder(Stays::Offered(why)) => english(&[why]).into(),
        SlotShown::Placeholder(Stays::Unknown) => "-".into(),
        SlotShown::Placeholder(Stays::Refused(why)) => ["! ", why.english().1].concat(),
    };
    found(page, text).into_iter().map(word).collect()
}

#[test]
fn a_doubtful_value_is_offered_and_filled_in_when_the_reader_says_so() {
    let page = with_keys(1);
    let text = "cd /scratch/<project-id>; x <access-key>";
    let offered = shown(&page, text, &KeyChoice::None);
    assert_eq!(offered.len(), 2);
    for why in offered {
        assert!(why.starts_with("Nothing here shows") && why.contains("Click"), "{why}");
    }
    assert_eq!(shown(&page, text, &KeyChoice::Fill), ["value", "value"]);
}

#[test]
fn nothing_is_offered_that_is_not_known() {
    let page = Page::new();
    let text = "cd /scratch/<project-id>; x <access-key> $(cat <file>)";
    assert_eq!(shown(&page, text, &KeyChoice::None), ["-", "-", "-"]);
    assert_eq!(shown(&page, text, &KeyChoice::Fill), ["-", "-", "-"]);
}

#[test]
fn a_slot_that_is_left_alone_shows_nothing_whatever_was_chosen() {
    let page = with_keys(1);
    let text = "mc alias set play https://play.min.io <access-key> <secret-key>\nssh -i <secret>";
    for choice in [KeyChoice::None, KeyChoice::Fill] {
        assert_eq!(shown(&page, text, &choice), ["-", "-", "-"]);
    }
}

#[test]
fn keys_beside_an_address_are_for_its_region() {
    let mut page = in_aur1();
    let regions: Vec<_> = page.model.config.regions.iter().take(2).cloned().collect();
    let [first, second] = &regions[..] else { unreachable!("two regions") };
    assert_eq!(first.keystone, second.keystone, "one key is for both");
    let text = format!("mc alias set x {} <access-key> <secret-key>", second.s3.url());
    let name = second.name.as_str();
    for why in shown(&page, &text, &KeyChoice::None) {
        assert!(why.starts_with(&format!("This is for {name}. ")), "{why}");
    }
    assert_eq!(shown(&page, &text, &KeyChoice::Fill), ["value", "secret"]);
    page.say(CommandsMsg::ChooseRegion(1));
    assert_eq!(shown(&page, &text, &KeyChoice::None), ["value", "secret"]);
}

#[test]
fn a_value_that_cannot_be_written_is_refused_and_not_offered() {
    let mut page = with_keys(1);
    let slot = page.model.config.slots.by_id("file").unwrap();
    page.say(ValuesMsg::Type(slot, "-rf".into()));
    let shown = shown(&page, "x=$(cat <file>)", &KeyChoice::None);
    assert!(shown[0].starts_with("! "), "{shown:?}");
}

#[test]
fn a_key_that_a_command_deletes_is_chosen_and_not_offered() {
    let page = with_keys(1);
    let text = "openstack ec2 credentials delete <access-key>; x rm <access-key>";
    assert_eq!(shown(&page, text, &KeyChoice::None), ["-", "-"]);
    assert_eq!(shown(&page, text, &KeyChoice::Fill), ["-", "-"]);
    let key = page.model.account().and_then(Account::key).unwrap().access.clone();
    assert_eq!(shown(&page, text, &KeyChoice::Key(key)), ["value", "value"]);
}
