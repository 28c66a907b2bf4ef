//! Replacing a credential: each stage, what can go wrong at it, and that it can stop there.

mod installing;

use crate::cloud;

use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{CommandsMsg, CopyTarget, Focus, KeysMsg, Msg};
use keyfill::core::model::{Stage, Work};
use keyfill::core::screen::{RotationScreen, RotationStep};
use keyfill::core::snippet::Step;

use crate::cloud::lost::lost_replies;
use crate::cloud::page::{Page, key};
use crate::cloud::{ALICE, READER, refusal};

/// A page with one credential, whose rotation has begun.
fn started() -> (Page, String) {
    let mut page = Page::new();
    let old = page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::Rotate(key(&old)));
    (page, old)
}

/// The new credential is there.
fn proving() -> (Page, String, String) {
    let (mut page, old) = started();
    page.settle();
    let new = page.own()[0].to_owned();
    (page, old, new)
}

fn rotation(page: &Page) -> Option<RotationScreen> {
    page.keys().rotation
}

/// What is next.
fn next(page: &Page) -> Option<&'static str> {
    rotation(page).map(|rotation| match rotation.next {
        RotationStep::Create => "create",
        RotationStep::Prove => "prove",
        RotationStep::Install { .. } => "install",
        RotationStep::Delete => "delete",
    })
}

/// What would be copied from some steps.
fn text(steps: &[Step]) -> String {
    steps.iter().map(|step| step.snippet.copied().expose().to_owned()).collect()
}

/// The texts of the snippets and of the test.
fn texts(page: &Page) -> (String, String) {
    let test = page.keys().test;
    (
        text(&page.screen().commands.unwrap().steps),
        test.map_or_else(String::new, |test| text(&test.steps)),
    )
}

#[test]
fn a_rotation_goes_from_stage_to_stage() {
    let (mut page, old) = started();
    page.say(KeysMsg::Rotate(key(&old)));
    page.say(KeysMsg::Create);
    page.say(KeysMsg::Switch);
    page.say(KeysMsg::StopRotation);
    assert_eq!(page.count(Method::Post), 1, "a double click is one click");
    assert!(matches!(page.work(), Work::Creating) && rotation(&page).unwrap().new.is_none());
    page.say(KeysMsg::Installed);
    assert_eq!(next(&page), Some("create"));
    page.settle();

    let new = page.own()[0].to_owned();
    assert_eq!((next(&page), page.focus), (Some("prove"), Some(Focus::Next)));
    let shown = rotation(&page).unwrap();
    assert_eq!((shown.old, shown.new), (key(&old), Some(key(&new))));
    page.say(KeysMsg::Installed);
    assert_eq!(next(&page), Some("prove"), "the word comes after the step");
    assert_eq!(page.chosen(), Some(&*old), "nothing is proved yet");
    let (commands, test) = texts(&page);
    assert!(commands.contains(&old) && !commands.contains(&new));
    assert!(test.contains(&new) && !test.contains(&old), "the test is of the new one");
    page.say(CommandsMsg::Copy(CopyTarget::TestStep(page.model.edition(), 0)));
    assert!(page.copied.pop().unwrap().1.expose().contains(&new));
    page.say(KeysMsg::Rotate(key(&old)));
    page.say(KeysMsg::Rotate(key(&new)));
    assert!(page.waiting.is_empty(), "one at a time");

    page.say(KeysMsg::Switch);
    page.say(KeysMsg::Switch);
    assert_eq!((next(&page), page.chosen()), (Some("install"), Some(&*new)));
    assert!(texts(&page).0.contains(&new) && texts(&page).1.is_empty());
    page.say(KeysMsg::Installed);
    page.say(KeysMsg::Installed);
    assert_eq!((next(&page), page.focus), (Some("delete"), Some(Focus::Next)));
    assert_eq!(page.count(Method::Delete), 0, "the old one goes only when it is confirmed");

    page.say(KeysMsg::AskDelete(key(&old)));
    page.say(KeysMsg::Keep);
    assert_eq!(next(&page), Some("delete"), "the question can be answered with no");
    page.say(KeysMsg::AskDelete(key(&old)));
    page.say(KeysMsg::ConfirmDelete);
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert_eq!((page.own(), page.chosen()), (vec![&*new], Some(&*new)));
    assert_eq!((next(&page), page.count(Method::Delete)), (None, 1));
    assert_eq!(page.cloud.keys_of(&ALICE), [&*new]);
    let done = format!("The rotation is done: the key {old} is deleted, and {new} has taken its");
    assert!(page.what().starts_with(&done), "{}", page.what());
    assert_eq!(page.focus, Some(Focus::Notice), "not a button that makes another key");
}

#[test]
fn a_rotation_can_stop_after_each_stage() {
    for said in [&[][..], &["switch"], &["switch", "installed"]] {
        let switched = !said.is_empty();
        let (mut page, old, new) = proving();
        for said in said {
            page.say(if *said == "switch" {
                Msg::Keys(KeysMsg::Switch)
            } else {
                Msg::Keys(KeysMsg::Installed)
            });
        }
        page.say(KeysMsg::StopRotation);
        page.say(KeysMsg::StopRotation);
        assert_eq!(next(&page), None);
        assert_eq!(page.what(), "The rotation has stopped, and both keys still exist.");
        let next = page.next();
        assert!(next.contains(&format!("The old one is {old}, the new one is {new}.")));
        assert_eq!(page.chosen(), Some(if switched { &*new } else { &*old }));
        assert_eq!((page.cloud.keys_of(&ALICE).len(), page.waiting.len()), (2, 0));
        page.say(KeysMsg::Rotate(key(&old)));
        assert_eq!(page.waiting.len(), 1, "another one can begin");
    }
    let (mut page, old) = started();
    page.say(KeysMsg::StopWaiting);
    assert!(next(&page).is_none() && matches!(page.work(), Work::Reconciling(_)));
    page.settle();
    assert!(matches!(page.work(), Work::Offering(_)), "it is a lost create like any other");
    assert_eq!(page.chosen(), Some(&*old));
}

#[test]
fn only_a_key_that_is_there_and_usable_is_replaced() {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::Rotate(key("gone")));
    page.say(KeysMsg::Switch);
    page.say(KeysMsg::StopRotation);
    assert!(page.waiting.is_empty() && page.what().is_empty());
    page.say(KeysMsg::Refresh);
    page.say(KeysMsg::Rotate(key(page.own()[0])));
    assert_eq!(page.waiting.len(), 1, "only when nothing else goes on");
}

#[test]
fn a_refused_create_ends_the_rotation_before_it_began() {
    for (grant, what) in [
        (&READER, "Your role in Project katla does not allow you to create keys."),
        (&ALICE, "Keystone refused to create another key."),
    ] {
        let mut page = Page::new();
        let old = page.cloud.plant(grant);
        page.cloud.limit = 1;
        page.sign_in(grant);
        page.say(KeysMsg::Rotate(key(&old)));
        page.settle();
        assert_eq!((page.what(), page.chosen()), (what, Some(&*old)));
        assert!(next(&page).is_none() && matches!(page.work(), Work::Idle));
    }
}

#[test]
fn a_lost_create_is_looked_for_and_offered_and_replaces_nothing() {
    for (name, outcome) in lost_replies() {
        let (mut page, old) = started();
        page.lose(outcome);
        assert!(next(&page).is_none(), "{name}");
        page.settle();
        assert!(matches!(page.work(), Work::Offering(found) if found.len() == 1), "{name}");
        assert_eq!((page.chosen(), page.count(Method::Delete)), (Some(&*old), 0), "{name}");
    }
}

#[test]
fn a_key_that_cannot_be_used_proves_nothing() {
    let (mut page, old) = started();
    let odd = serde_json::json!({"access": "acce55", "secret": "it's odd", "tenant_id": "katla"});
    page.instead(Ok(cloud::reply(201, &serde_json::json!({"credential": odd}))));
    assert!(next(&page).is_none() && page.own().contains(&"acce55"));
    assert_eq!(page.chosen(), Some(&*old));
    page.say(KeysMsg::Rotate(key("acce55")));
    assert!(page.waiting.is_empty());
}

#[test]
fn a_delete_that_fails_leaves_the_last_stage() {
    let confirmed = || {
        let (mut page, old, new) = proving();
        page.say(KeysMsg::Switch);
        page.say(KeysMsg::Installed);
        page.say(KeysMsg::AskDelete(key(&old)));
        page.say(KeysMsg::ConfirmDelete);
        (page, old, new)
    };
    let (mut page, old, new) = confirmed();
    page.instead(Ok(refusal(403)));
    assert_eq!(page.what(), "Keystone did not allow you to delete this key.");
    assert_eq!((next(&page), page.chosen()), (Some("delete"), Some(&*new)));
    page.say(KeysMsg::AskDelete(key(&old)));
    assert!(matches!(page.work(), Work::Confirming(_)), "it can be tried again");

    for carried_out in [false, true] {
        let (mut page, _, new) = confirmed();
        if carried_out {
            page.lose(Err(NetError::Timeout));
        } else {
            page.cut();
        }
        page.settle();
        assert_eq!((next(&page).is_none(), page.chosen()), (carried_out, Some(&*new)));
        assert_eq!(page.count(Method::Delete), 1, "never repeated");
    }
}

#[test]
fn a_rotation_ends_when_one_of_its_keys_goes() {
    for old_goes in [false, true] {
        let (mut page, old, new) = proving();
        let gone = if old_goes { &old } else { &new };
        page.say(KeysMsg::AskDelete(key(gone)));
        page.say(KeysMsg::ConfirmDelete);
        page.settle();
        assert!(next(&page).is_none());
        assert_eq!(page.chosen(), (!old_goes).then_some(&*old), "no other key comes in unasked");
        assert_eq!(page.what(), format!("The key {gone} is deleted."));
        let is_missed = page.next().contains("have placeholders");
        assert_eq!(is_missed, old_goes, "it was the one in the commands");

        let (mut page, old, new) = proving();
        let gone = if old_goes { &old } else { &new };
        page.cloud.credentials.retain(|made| made.access != *gone);
        page.say(KeysMsg::Refresh);
        page.settle();
        assert!(next(&page).is_none(), "another program deleted it");
        let over = format!("The rotation is over: the key {gone} no longer exists.");
        assert_eq!(page.what(), over);
    }
    let (mut page, ..) = proving();
    let other = page.cloud.plant(&ALICE);
    page.say(KeysMsg::Refresh);
    page.settle();
    page.say(KeysMsg::AskDelete(key(&other)));
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert!(matches!(page.account().rotation.as_ref().unwrap().stage, Stage::Proving(_)));
}

#[test]
fn a_test_can_be_opened_for_any_key_and_ends_with_it() {
    let mut page = Page::new();
    let first = page.cloud.plant(&ALICE);
    let second = page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(KeysMsg::Test(Some(key("gone"))));
    assert!(page.keys().test.is_none());
    page.say(KeysMsg::Test(Some(key(&second))));
    let (commands, test) = texts(&page);
    assert!(test.contains(&second) && commands.contains(&first) && !commands.contains(&second));
    assert_eq!((page.focus, page.chosen()), (Some(Focus::Next), Some(&*first)));
    page.check_secrets();
    page.say(KeysMsg::Test(None));
    assert_eq!(texts(&page).1, "");
    page.say(CommandsMsg::Copy(CopyTarget::TestStep(page.model.edition(), 0)));
    assert!(page.copied.is_empty());
    page.say(KeysMsg::Test(Some(key(&second))));
    page.say(KeysMsg::AskDelete(key(&second)));
    page.say(KeysMsg::ConfirmDelete);
    page.settle();
    assert_eq!(texts(&page).1, "", "the key is gone, and so is its test");
}
