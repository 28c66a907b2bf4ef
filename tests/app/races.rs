//! Replies that come late, twice or in another order than their requests, and marks that outlive
//! what they mark. Each was a bug once.

use crate::client_files::client;
use crate::cloud::page::{Page, key, pasted, typed};
use crate::cloud::sign_in::PASSCODE;
use crate::cloud::{ALICE, BOB, HOUR, PASSWORD, refusal};
use keyfill::core::http::NetError;
use keyfill::core::message::{CommandsMsg, CopyTarget, EdgeMsg, KeysMsg, Msg, SignInMsg};
use keyfill::core::model::Work;
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Field, Fields, SignInMethod};

fn creating() -> Page {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::Create);
    page
}

/// The same project is not the same person.
#[test]
fn a_create_that_answers_to_another_user_of_the_project_is_not_theirs() {
    let mut page = creating();
    let create = page.take();
    let response = page.cloud.answer(&create.request);
    page.sign_out();
    page.sign_in(&BOB);
    page.deliver(&create, Ok(response));
    assert!(page.own().is_empty(), "Bob sees and could copy Alice's key: {:?}", page.own());
    assert!(page.what().starts_with("The key acce55"), "{}", page.what());
}

/// A list that Keystone made before the create cannot take the created key away again.
#[test]
fn a_list_from_before_the_create_does_not_hide_what_surfaced() {
    let mut page = creating();
    page.say(KeysMsg::StopWaiting);
    let create = page.take();
    let list = page.take();
    let old = page.cloud.answer(&list.request);
    let made = page.cloud.answer(&create.request);
    page.deliver(&create, Ok(made));
    let made = page.cloud.credentials.last().unwrap().access.clone();
    page.deliver(&list, Ok(old));
    assert!(matches!(page.work(), Work::Offering(_)));
    page.say(KeysMsg::Choose(key(&made)));
    assert_eq!(page.chosen(), Some(&*made), "own: {:?}, work {:?}", page.own(), page.work());
}

/// Offered while the first list had failed.
#[test]
fn an_offer_without_a_list_can_be_used() {
    let mut page = creating();
    let create = page.take();
    let response = page.cloud.answer(&create.request);
    page.sign_out();
    page.say(pasted(&ALICE.token));
    page.step();
    page.instead(Ok(refusal(500)));
    page.deliver(&create, Ok(response));
    assert!(matches!(page.work(), Work::Offering(_)), "{:?}", page.work());
    page.say(KeysMsg::Refresh);
    assert_eq!(page.waiting.len(), 1, "the button 'Get the list again' does nothing");
}

#[test]
fn copied_belongs_to_what_was_copied() {
    let mut page = creating();
    page.settle();
    page.say(EdgeMsg::Copied(CopyTarget::Step(page.model.edition(), 0), true));
    page.say(CommandsMsg::ChooseClient(client("mc")));
    assert_eq!(page.screen().copied, None, "mc's command was not copied");
}

#[test]
fn the_timer_of_an_older_copy_does_not_end_the_mark_of_the_next() {
    let mut page = creating();
    page.settle();
    page.say(EdgeMsg::Copied(CopyTarget::Step(page.model.edition(), 0), true));
    page.say(EdgeMsg::Copied(CopyTarget::Step(page.model.edition(), 1), true));
    let (_, forget) = page.later.remove(page.later.len() - 2);
    page.say(forget);
    assert_eq!(page.screen().copied, Some(CopyTarget::Step(page.model.edition(), 1)));
}

#[test]
fn an_old_list_does_not_settle_a_later_create() {
    let mut page = creating();
    page.say(KeysMsg::StopWaiting);
    let create = page.take();
    let list = page.take();
    let old = page.cloud.answer(&list.request);
    let response = page.cloud.answer(&create.request);
    page.deliver(&create, Ok(response));
    let made = page.cloud.credentials.last().unwrap().access.clone();
    page.say(KeysMsg::Choose(key(&made)));
    page.say(KeysMsg::Create);
    page.lose(Err(NetError::Timeout));
    assert!(matches!(page.work(), Work::Reconciling(_)));
    page.deliver(&list, Ok(old));
    assert_eq!(page.chosen(), Some(&*made));
    page.settle();
    assert!(matches!(page.work(), Work::Offering(_)), "{:?} {}", page.work(), page.what());
}

#[test]
fn an_old_create_does_not_answer_for_the_next() {
    let mut page = creating();
    page.say(KeysMsg::StopWaiting);
    let first = page.take();
    page.settle();
    page.say(KeysMsg::Create);
    page.deliver(&first, Err(NetError::Timeout));
    assert!(matches!(page.work(), Work::Creating), "{:?}", page.work());
    page.settle();
    assert_eq!(page.chosen(), Some(page.own()[0]), "{:?} {}", page.work(), page.what());
}

#[test]
fn a_create_that_surfaces_during_a_refresh_stays_visible() {
    let mut page = creating();
    page.say(KeysMsg::StopWaiting);
    let create = page.take();
    page.settle();
    page.say(KeysMsg::Refresh);
    let list = page.take();
    let old = page.cloud.answer(&list.request);
    let response = page.cloud.answer(&create.request);
    page.deliver(&create, Ok(response));
    page.deliver(&list, Ok(old));
    assert_eq!(page.own().len(), 2, "{:?} {:?} {}", page.work(), page.own(), page.what());
}

#[test]
fn nothing_was_created_is_taken_back_when_something_was() {
    let mut page = creating();
    page.say(KeysMsg::StopWaiting);
    let create = page.take();
    page.settle();
    let response = page.cloud.answer(&create.request);
    page.deliver(&create, Ok(response));
    assert_eq!(page.what(), "", "the message says that nothing was created, beside the offer");
}

#[test]
fn a_clock_that_is_far_off_does_no_harm() {
    for wall in [i64::MIN, i64::MAX] {
        let mut page = Page::new();
        page.say(EdgeMsg::Tick(0, wall));
        page.sign_in(&ALICE);
    }
}

#[test]
fn a_create_that_surfaces_while_a_delete_is_looked_up_stays_visible() {
    let mut page = creating();
    page.say(KeysMsg::StopWaiting);
    let create = page.take();
    page.settle();
    let old = page.own()[0].to_owned();
    page.say(KeysMsg::AskDelete(key(&old)));
    page.say(KeysMsg::ConfirmDelete);
    page.lose(Err(NetError::Timeout));
    let list = page.take();
    let reply = page.cloud.answer(&list.request);
    let response = page.cloud.answer(&create.request);
    page.deliver(&create, Ok(response));
    assert!(page.what().ends_with("was created after all."), "{}", page.what());
    page.deliver(&list, Ok(reply));
    page.settle();
    assert_eq!(page.own().len(), 1, "{:?} {:?}", page.work(), page.own());
    assert_eq!(page.what(), format!("The key {old} is deleted."));
}

/// A session ends with its own token. Others that Keyfill obtained may still live: the token of
/// a renewal whose project is not chosen yet, and the one from before a renewal.
#[test]
fn the_end_of_a_token_ends_the_others_too() {
    let minute = u64::try_from(HOUR).unwrap() / 60;
    for renews_by_paste in [false, true] {
        let mut page = Page::new();
        if !renews_by_paste {
            page.sign_in(&ALICE);
        }
        for minutes in [10, 20, 30, 40, 50, 58] {
            page.tick(minutes * minute);
            page.say(Msg::DismissNotice);
        }
        page.say(SignInMsg::Open);
        page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
        page.say(typed(if renews_by_paste { "bob" } else { "mfa" }, PASSWORD));
        page.settle();
        if renews_by_paste {
            page.say(SignInMsg::Open);
            page.say(SignInMsg::ChooseMethod(SignInMethod::TOKEN));
            page.say(pasted(&ALICE.token));
        } else {
            let code = Secret::new(PASSCODE.into());
            page.say(SignInMsg::Submit(Fields::default().with(Field::PASSCODE, code)));
        }
        page.settle();
        assert!(page.cloud.issued > 0 && page.cloud.revoked.is_empty());
        page.tick(60 * minute);
        page.settle();
        page.is_wiped();
        assert_eq!(page.what(), "Your token has expired, so you are signed out.");
        assert_eq!(page.cloud.revoked.len(), page.cloud.issued, "{:?}", page.cloud.revoked);
    }
}
