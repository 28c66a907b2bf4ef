//! Deleting credentials: only what the reader confirmed. And the list, asked for again.

use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{Call, Focus, KeysMsg};
use keyfill::core::screen::Doing;

use crate::cloud::page::{Page, key};
use crate::cloud::{ALICE, ALICE_IN_HEKLA, refusal};

/// A page with two credentials, of which the first was created in it and is chosen.
fn with_two() -> Page {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::Create);
    page.settle();
    page
}

#[test]
fn a_delete_asks_first_and_does_not_choose_another_key() {
    let mut page = with_two();
    let chosen = page.chosen().unwrap().to_owned();
    page.say(KeysMsg::AskDelete(key(&chosen)));
    assert_eq!(page.focus, Some(Focus::Keep));
    let doing = page.keys().doing;
    assert_eq!(
        doing,
        Doing::Confirming { keys: vec![key(&chosen)], chosen: true, in_rotation: false }
    );
    page.say(KeysMsg::Keep);
    page.say(KeysMsg::ConfirmDelete);
    assert_eq!(page.count(Method::Delete), 0, "there is nothing to confirm any more");

    page.say(KeysMsg::AskDelete(key(&chosen)));
    page.say(KeysMsg::ConfirmDelete);
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert_eq!((page.count(Method::Delete), page.own().len()), (1, 1));
    assert_eq!((page.chosen(), page.what()), (None, &*format!("The key {chosen} is deleted.")));
    assert_eq!(page.focus, Some(Focus::Notice), "not a button that makes another key");
    assert_eq!(page.cloud.keys_of(&ALICE), page.own());
}

#[test]
fn a_key_that_is_gone_already_is_deleted_all_the_same() {
    for is_old in [false, true] {
        let mut page = with_two();
        page.cloud.is_old = is_old;
        let gone = page.own()[1].to_owned();
        page.cloud.credentials.retain(|made| made.access != gone);
        let before = page.log.len();
        page.say(KeysMsg::AskDelete(key(&gone)));
        page.say(KeysMsg::ConfirmDelete);
        page.settle();
        // 401 on old releases: the token is looked at before it is called expired.
        assert_eq!(page.log.len() - before, if is_old { 2 } else { 1 });
        assert_eq!(page.what(), format!("The key {gone} was already gone."));
        assert_eq!(page.own().len(), 1);
    }
}

#[test]
fn a_delete_with_a_dead_token_ends_the_session() {
    let mut page = with_two();
    let own = page.own()[0].to_owned();
    page.cloud.revoke(&ALICE);
    page.say(KeysMsg::AskDelete(key(&own)));
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert_eq!(page.what(), "Your token has expired or was revoked.");
    page.is_wiped();
    assert_eq!(page.cloud.credentials.len(), 2);
}

#[test]
fn a_lost_delete_is_not_repeated_but_looked_up() {
    for carried_out in [false, true] {
        let mut page = with_two();
        let own = page.own()[0].to_owned();
        page.say(KeysMsg::AskDelete(key(&own)));
        page.say(KeysMsg::ConfirmDelete);
        if carried_out {
            page.lose(Err(NetError::Timeout));
        } else {
            page.cut();
        }
        assert!(page.what().contains("t is not known whether the key "), "{}", page.what());
        page.settle();
        let outcome = if carried_out { "is deleted." } else { "was not deleted." };
        assert_eq!(page.what(), format!("The key {own} {outcome}"));
        assert_eq!(
            (page.count(Method::Delete), page.own().len()),
            (1, 2 - usize::from(carried_out))
        );
    }
    let mut page = with_two();
    page.say(KeysMsg::AskDelete(key(page.own()[0])));
    page.say(KeysMsg::ConfirmDelete);
    page.instead(Ok(refusal(403)));
    assert_eq!(page.what(), "Keystone did not allow you to delete this key.");
    assert_eq!((page.own().len(), page.waiting.len()), (2, 0));
}

#[test]
fn a_refresh_keeps_the_choice_while_it_is_there() {
    let mut page = with_two();
    let old = page.own()[1].to_owned();
    page.say(KeysMsg::Choose(key(&old)));
    page.cloud.plant(&ALICE);
    page.cloud.plant(&ALICE_IN_HEKLA);
    page.say(KeysMsg::Refresh);
    page.settle();
    assert_eq!((page.own().len(), page.chosen()), (3, Some(&*old)));
    page.cloud.credentials.retain(|made| made.access != old);
    page.say(KeysMsg::Refresh);
    page.settle();
    assert_eq!((page.own().len(), page.chosen()), (2, None), "no other key comes in unasked");
}

#[test]
fn replies_of_an_older_session_are_dropped() {
    let mut page = with_two();
    page.say(KeysMsg::Refresh);
    let list = page.take();
    let old = page.cloud.answer(&list.request);
    page.sign_out();
    page.sign_in(&ALICE_IN_HEKLA);
    page.deliver(&list, Ok(old));
    page.deliver(&list, Ok(refusal(401)));
    assert!(page.own().is_empty());

    page.say(KeysMsg::Create);
    page.settle();
    page.say(KeysMsg::AskDelete(key(page.own()[0])));
    page.say(KeysMsg::ConfirmDelete);
    let delete = page.take();
    assert!(matches!(delete.ticket.call, Call::Delete(..)));
    page.sign_out();
    page.sign_in(&ALICE_IN_HEKLA);
    page.deliver(&delete, Ok(refusal(401)));
    assert!(page.waiting.is_empty() && page.model.account().is_some());
}
