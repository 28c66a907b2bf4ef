//! What the page shows of the model, and what it has to do when that changes.

use keyfill::core::message::{
    CommandsMsg, CopyTarget, EdgeMsg, KeysMsg, Msg, SignInMsg, ValuesMsg,
};
use keyfill::core::page::{Change, Level, Shown};
use keyfill::core::secret::Secret;
use keyfill::core::words::catalog::commands as texts;

use crate::cloud::page::Page;
use crate::states::with_keys;

#[test]
fn at_rest_there_is_nothing_to_do() {
    let mut shown = Shown::default();
    assert_eq!(shown.look(&Page::new().model, false), None);
    assert_eq!(shown.level(), Level::Rest);
}

#[test]
fn a_session_scans_the_page_once_and_its_end_gives_it_back() {
    let (mut shown, mut page) = (Shown::default(), Page::new());
    page.say(SignInMsg::Open);
    assert_eq!(shown.look(&page.model, false), Some(Change::Scan));
    assert_eq!(shown.level(), Level::Count);
    let mut page = with_keys(2);
    assert_eq!(shown.look(&page.model, false), Some(Change::Scan));
    assert_eq!((shown.level(), shown.look(&page.model, false)), (Level::Fill, None));
    page.say(EdgeMsg::Leave);
    assert_eq!(shown.look(&page.model, false), Some(Change::Restore));
    assert_eq!((shown.level(), shown.look(&page.model, false)), (Level::Rest, None));
}

#[test]
fn what_slots_show_is_shown_anew_and_nothing_else_is() {
    let (mut shown, mut page) = (Shown::default(), with_keys(2));
    shown.look(&page.model, false);
    for (msg, change) in [
        (Msg::Values(ValuesMsg::Open(true)), None),
        (Msg::Keys(KeysMsg::Filter("AKIA".into())), None),
        (Msg::Commands(CommandsMsg::Reveal(true)), Some(Change::Refresh)),
        (Msg::Commands(CommandsMsg::Reveal(false)), Some(Change::Refresh)),
    ] {
        let what = format!("{msg:?}");
        page.say(msg);
        assert_eq!(shown.look(&page.model, false), change, "{what}");
    }
    let other = page.account().usable_keys().next().unwrap().clone();
    page.say(KeysMsg::Choose(other));
    shown.look(&page.model, false);
    // Keys to choose from count where one was chosen for one place.
    assert_eq!(shown.look(&page.model, true), Some(Change::Refresh));
}

#[test]
fn giving_back_waits_for_a_frame_unless_a_secret_is_seen() {
    for (reveals, waits) in [(false, true), (true, false)] {
        let (mut shown, mut page) = (Shown::default(), with_keys(1));
        page.say(CommandsMsg::Reveal(reveals));
        shown.look(&page.model, false);
        assert!(!shown.waits());
        page.say(EdgeMsg::Leave);
        shown.look(&page.model, false);
        assert_eq!(shown.waits(), waits);
    }
}

#[test]
fn a_copied_block_says_so_until_the_mark_has_stood_long_enough() {
    let (mut shown, mut page) = (Shown::default(), with_keys(1));
    shown.look(&page.model, false);
    assert!(shown.marks(&page.model).is_empty());
    page.say(CommandsMsg::CopyBlock(3, Secret::new("of the page".into())));
    let (target, copied) = page.copied.pop().unwrap();
    assert_eq!((target, copied.expose()), (CopyTarget::Block(3), "of the page"));
    page.say(EdgeMsg::Copied(target, true));
    assert_eq!(shown.marks(&page.model), [(3, texts::COPIED)]);
    // Another copy takes the mark over, and the first one's end does not end it.
    page.say(EdgeMsg::Copied(CopyTarget::Block(4), false));
    assert_eq!(shown.marks(&page.model), [(3, texts::COPY), (4, texts::NOT_COPIED)]);
    page.say(EdgeMsg::ForgetCopied(page.model.copies - 1));
    assert!(shown.marks(&page.model).is_empty());
    page.say(EdgeMsg::ForgetCopied(page.model.copies));
    assert_eq!(shown.marks(&page.model), [(4, texts::COPY)]);
}
