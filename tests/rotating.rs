//! Rotating a key: a new one, the proof, the commands, and only then the end of the old one.
//! The reader can stop at each stage, and each can fail.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod cloud;

use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{CopyTarget, Focus, Msg};
use keyfill::core::model::Work;
use keyfill::core::screen::{Doing, RotationScreen, screen};
use keyfill::core::snippet::{Client, Part, Step};
use keyfill::core::update::test_steps;

use cloud::page::{Page, key, lost_replies, nothing_leaks};
use cloud::{ALICE, refusal};

/// A page on which the only key is being rotated, and that key.
fn rotating() -> (Page, String) {
    let mut page = Page::new();
    let old = page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(Msg::Rotate(key(&old)));
    (page, old)
}

/// The same with the new key there, and both keys.
fn proving() -> (Page, String, String) {
    let (mut page, old) = rotating();
    page.settle();
    let new = page.cloud.credentials[1].access.clone();
    (page, old, new)
}

fn rotation(page: &Page) -> Option<RotationScreen> {
    screen(&page.model).keys.unwrap().rotation
}

fn at(old: &str, new: Option<&str>, switched: bool) -> RotationScreen {
    RotationScreen { old: key(old), new: new.map(key), switched }
}

/// Whether the secret key of `access` stands in the steps.
fn has_secret_of(steps: &[Step], page: &Page, access: &str) -> bool {
    let made = page.cloud.credentials.iter().find(|made| made.access == access).unwrap();
    let parts = steps.iter().flat_map(|step| &step.snippet.parts);
    parts
        .filter_map(|part| match part {
            Part::Secret(secret) => Some(secret),
            _ => None,
        })
        .any(|secret| secret.expose().contains(&made.secret))
}

/// The reader asks for the end of a key, and confirms it.
fn delete(page: &mut Page, access: &str) {
    page.say(Msg::AskDelete(key(access)));
    page.say(Msg::ConfirmDelete);
}

#[test]
fn a_rotation_goes_through_its_stages() {
    let (mut page, old) = rotating();
    assert_eq!((rotation(&page), page.count(Method::Post)), (Some(at(&old, None, false)), 1));
    assert_eq!(page.chosen(), Some(&*old));
    page.settle();
    let new = page.cloud.credentials[1].access.clone();
    assert_eq!(rotation(&page), Some(at(&old, Some(&new), false)));
    assert_eq!((page.chosen(), page.focus), (Some(&*old), Some(Focus::Next)));
    page.say(Msg::Switch);
    assert_eq!(rotation(&page), Some(at(&old, Some(&new), true)));
    assert_eq!((page.chosen(), page.focus), (Some(&*new), Some(Focus::Next)));
    assert_eq!(page.cloud.credentials.len(), 2, "the old one goes only after a question");

    page.say(Msg::AskDelete(key(&old)));
    assert_eq!(
        screen(&page.model).keys.unwrap().doing,
        Doing::Confirming { keys: vec![key(&old)], chosen: false }
    );
    assert_eq!(page.count(Method::Delete), 0);
    page.say(Msg::ConfirmDelete);
    page.settle();
    assert_eq!((rotation(&page), page.chosen(), page.own()), (None, Some(&*new), vec![&*new]));
    assert_eq!(page.cloud.keys_of(&ALICE), [&*new]);
    assert_eq!((page.count(Method::Post), page.count(Method::Delete)), (1, 1));
}

/// The reader proves the new key while the commands, and what is copied, keep the old one.
#[test]
fn the_test_shows_the_new_key_and_the_commands_keep_the_old_one() {
    for client in Client::ALL {
        let (mut page, old, new) = proving();
        page.say(Msg::ChooseClient(client));
        let shown = screen(&page.model);
        let keys = shown.keys.unwrap();
        let test = keys.test.unwrap();
        assert_eq!(test.access, key(&new));
        assert!(!test.steps.is_empty() && !test.answers.is_empty());
        for steps in [&test.steps, &test_steps(&page.model)] {
            assert!(has_secret_of(steps, &page, &new), "{client:?}");
            assert!(!has_secret_of(steps, &page, &old), "{client:?}");
        }
        assert!(has_secret_of(&shown.commands.steps, &page, &old), "{client:?}");
        assert!(!has_secret_of(&shown.commands.steps, &page, &new), "{client:?}");

        page.say(Msg::Copy(CopyTarget::TestStep(0)));
        let (_, copied) = page.copied.pop().unwrap();
        assert_eq!(copied.expose(), test.steps[0].snippet.copied().expose());
        page.say(Msg::Switch);
        let shown = screen(&page.model);
        assert!(has_secret_of(&shown.commands.steps, &page, &new), "{client:?}");
        assert!(shown.keys.unwrap().test.is_none(), "there is nothing left to prove");
        nothing_leaks(&page.model);
    }
}

#[test]
fn double_clicks_are_single_ones() {
    let (mut page, old) = rotating();
    page.say(Msg::Rotate(key(&old)));
    page.say(Msg::Create);
    page.settle();
    page.say(Msg::Rotate(key(&old)));
    assert_eq!((page.count(Method::Post), page.waiting.len(), page.cloud.made), (1, 0, 1));
    let new = page.cloud.credentials[1].access.clone();
    page.say(Msg::Rotate(key(&new)));
    assert_eq!(rotation(&page), Some(at(&old, Some(&new), false)), "one rotation at a time");
    page.say(Msg::Switch);
    page.say(Msg::ChooseCredential(key(&old)));
    page.say(Msg::Switch);
    assert_eq!(page.chosen(), Some(&*old), "the second click does not undo what came between");
    page.say(Msg::StopRotation);
    page.say(Msg::StopRotation);
    assert_eq!((rotation(&page), page.cloud.credentials.len()), (None, 2));
}

#[test]
fn nothing_starts_that_cannot() {
    let mut page = Page::new();
    page.say(Msg::Rotate(key("acce55")));
    page.say(Msg::Switch);
    page.say(Msg::StopRotation);
    assert!(page.waiting.is_empty());
    let own = page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(Msg::Rotate(key("another")));
    page.say(Msg::Switch);
    page.say(Msg::StopRotation);
    assert_eq!((page.what(), page.waiting.len(), rotation(&page)), ("", 0, None));
    for busy in [Msg::Refresh, Msg::MarkCredentials, Msg::AskDelete(key(&own))] {
        page.say(busy);
        page.say(Msg::Rotate(key(&own)));
        assert_eq!((page.count(Method::Post), rotation(&page)), (0, None));
        page.settle();
        page.say(Msg::KeepCredential);
    }
}

/// While the create is under way it can only be waited for, or be given up like any create.
#[test]
fn stopping_before_the_new_key_is_there() {
    let (mut page, old) = rotating();
    page.say(Msg::StopRotation);
    page.say(Msg::Switch);
    assert_eq!(rotation(&page), Some(at(&old, None, false)));
    page.say(Msg::StopWaiting);
    assert!(matches!(page.work(), Work::Reconciling(_)));
    page.settle();
    let new = page.cloud.credentials[1].access.clone();
    assert_eq!(screen(&page.model).keys.unwrap().doing, Doing::Offering(vec![key(&new)]));
    assert_eq!((rotation(&page), page.chosen()), (None, Some(&*old)));
}

#[test]
fn stopping_at_the_proof_or_after_the_switch_keeps_both() {
    for switch in [false, true] {
        let (mut page, old, new) = proving();
        if switch {
            page.say(Msg::Switch);
        }
        page.say(Msg::StopRotation);
        assert_eq!(page.what(), "Both keys are there and work.");
        let next = &page.model.notice.as_ref().unwrap().next;
        assert!(next.contains(&old) && next.contains(&new), "{next}");
        assert_eq!(page.focus, Some(Focus::Notice));
        assert_eq!(page.chosen(), Some(if switch { &*new } else { &*old }));
        page.say(Msg::Switch);
        assert_eq!(page.chosen(), Some(if switch { &*new } else { &*old }));
        assert_eq!((rotation(&page), page.own().len(), page.waiting.len()), (None, 2, 0));
        assert!(screen(&page.model).keys.unwrap().test.is_none());
    }
}

#[test]
fn a_refused_create_ends_the_rotation_before_anything_changed() {
    let (mut page, old) = rotating();
    page.cloud.limit = 1;
    page.settle();
    assert!(!page.what().is_empty());
    assert_eq!((rotation(&page), page.chosen(), page.own()), (None, Some(&*old), vec![&*old]));
    assert!(matches!(page.work(), Work::Idle));
}

/// The reply is lost: the key that the list then shows is offered, and nothing is rotated.
#[test]
fn a_lost_create_is_looked_up_and_never_adopted() {
    for (name, outcome) in lost_replies() {
        let (mut page, old) = rotating();
        page.lose(outcome);
        assert_eq!(rotation(&page), None, "{name}");
        page.settle();
        let new = page.cloud.credentials[1].access.clone();
        let doing = screen(&page.model).keys.unwrap().doing;
        assert_eq!(doing, Doing::Offering(vec![key(&new)]), "{name}");
        assert_eq!((page.chosen(), page.count(Method::Post)), (Some(&*old), 1), "{name}");
        page.say(Msg::Switch);
        page.say(Msg::ConfirmDelete);
        assert_eq!((page.chosen(), page.waiting.len()), (Some(&*old), 0), "{name}");
    }
    let (mut page, old) = rotating();
    page.cut();
    page.settle();
    assert_eq!((rotation(&page), page.own()), (None, vec![&*old]));
}

#[test]
fn a_delete_that_fails_leaves_the_rotation_where_it_is() {
    let (mut page, old, new) = proving();
    page.say(Msg::Switch);
    delete(&mut page, &old);
    page.instead(Ok(refusal(403)));
    assert_eq!(page.what(), "Keystone did not allow you to delete this key.");
    assert_eq!(rotation(&page), Some(at(&old, Some(&new), true)));
    assert_eq!((page.chosen(), page.own().len()), (Some(&*new), 2));
    delete(&mut page, &old);
    page.settle();
    assert_eq!((rotation(&page), page.own()), (None, vec![&*new]));
}

#[test]
fn a_lost_delete_is_looked_up() {
    for carried_out in [false, true] {
        let (mut page, old, new) = proving();
        page.say(Msg::Switch);
        delete(&mut page, &old);
        let answer = if carried_out { Page::lose } else { Page::instead };
        answer(&mut page, Err(NetError::Timeout));
        page.settle();
        let left = if carried_out { None } else { Some(at(&old, Some(&new), true)) };
        assert_eq!((rotation(&page), page.count(Method::Delete)), (left, 1));
        assert_eq!((page.chosen(), page.own().len()), (Some(&*new), 2 - usize::from(carried_out)));
    }
}

/// What another program deletes, or the reader during the proof, ends the rotation.
#[test]
fn a_rotation_ends_when_one_of_its_keys_is_gone() {
    for which in [0, 1] {
        let (mut page, old, _) = proving();
        page.cloud.credentials.remove(which);
        page.say(Msg::Refresh);
        page.settle();
        page.say(Msg::Switch);
        let chosen = (which == 1).then_some(&*old);
        assert_eq!((rotation(&page), page.chosen()), (None, chosen), "nothing comes in unasked");
    }
    let (mut page, old, new) = proving();
    delete(&mut page, &new);
    page.settle();
    page.say(Msg::Switch);
    assert_eq!((rotation(&page), page.chosen(), page.own()), (None, Some(&*old), vec![&*old]));
}

#[test]
fn a_refresh_and_a_renewal_keep_the_rotation() {
    let (mut page, old, new) = proving();
    page.say(Msg::Refresh);
    page.settle();
    page.sign_in(&ALICE);
    assert_eq!(rotation(&page), Some(at(&old, Some(&new), false)));
    page.say(Msg::Switch);
    assert_eq!(page.chosen(), Some(&*new));
}

/// The commands have another key than the one that is rotated: it stays until the switch.
#[test]
fn a_key_that_is_not_in_the_commands_is_rotated_beside_it() {
    let mut page = Page::new();
    let [first, second] = [(); 2].map(|()| page.cloud.plant(&ALICE));
    page.sign_in(&ALICE);
    page.say(Msg::Test(Some(key(&first))));
    page.say(Msg::Rotate(key(&second)));
    page.settle();
    let new = page.cloud.credentials[2].access.clone();
    assert_eq!(page.chosen(), Some(&*first));
    let test = screen(&page.model).keys.unwrap().test.unwrap();
    assert_eq!(test.access, key(&new), "the rotation comes before another test");
    page.say(Msg::StopRotation);
    assert_eq!(page.chosen(), Some(&*first));
}
