//! What is the reader's can be hidden from others who see the screen, and comes back.

use keyfill::core::message::{KeysMsg, SessionMsg, SignInMsg};
use keyfill::core::model::Entry;
use keyfill::core::screen::{BarButton, EntryScreen, Lead};

use crate::cloud::ALICE;
use crate::states::{signed_in, small};

#[test]
fn nothing_of_the_readers_is_shown_while_it_is_hidden() {
    let mut page = signed_in(2);
    assert!(page.screen().commands.unwrap().filled.is_some());
    let before = page.log.len();
    page.say(SessionMsg::Hide(true));
    let screen = page.screen();
    assert_eq!(screen.bar.lead, Lead::Hidden);
    assert_eq!(screen.bar.buttons, [BarButton::Unhide, BarButton::SignOut]);
    assert!(screen.keys.is_none() && screen.values.is_none() && screen.notice.is_none());
    assert!(screen.commands.unwrap().filled.is_none());
    assert!(page.model.filling(0).key.is_none() && !page.model.fills_the_page());
    page.say(SessionMsg::Hide(false));
    assert!(page.screen().commands.unwrap().filled.is_some() && page.model.fills_the_page());
    assert_eq!(page.log.len(), before, "Keystone is not asked for anything");
}

/// The names of projects are the reader's, too.
#[test]
fn a_choice_of_projects_is_hidden_and_goes_on() {
    let mut page = signed_in(1);
    page.say(SignInMsg::SwitchProject);
    page.settle();
    assert!(matches!(page.screen().entry, Some(EntryScreen::Projects(_))));
    page.say(SessionMsg::Hide(true));
    assert!(page.screen().entry.is_none());
    page.say(SessionMsg::Hide(false));
    assert!(matches!(page.screen().entry, Some(EntryScreen::Projects(_))));
}

/// What comes in the meantime is shown afterwards, and the end of the session is the end of this.
#[test]
fn the_session_goes_on_behind_it_and_may_end() {
    let mut page = signed_in(1);
    page.say(KeysMsg::Create);
    page.say(SessionMsg::Hide(true));
    page.settle();
    assert_eq!(page.own().len(), 2);
    assert!(page.screen().keys.is_none());
    page.sign_out();
    assert!(!page.model.hidden && matches!(page.screen().bar.lead, Lead::Placeholders(_)));
    page.sign_in(&ALICE);
    assert!(page.screen().keys.is_some());
}

#[test]
fn nobody_who_is_signed_out_has_anything_to_hide() {
    let mut page = small();
    page.say(SessionMsg::Hide(true));
    assert!(!page.model.hidden);
    page.say(SignInMsg::Open);
    assert!(matches!(page.model.entry, Entry::Form));
}
