//! The states of a reader who replaces, tests and deletes keys, and who leaves.

use keyfill::core::app_part::{AppPart, Whereabouts};
use keyfill::core::message::{CommandsMsg, KeysMsg, Msg, SessionMsg};

use super::{Page, State, with_keys};
use crate::cloud::page::{key, pasted};
use crate::cloud::{ALICE, ALICE_IN_HEKLA, DELEGATED, reply};

fn own(page: &Page, at: usize) -> keyfill::core::admit::AccessKey {
    key(page.own()[at])
}

/// A rotation whose new key is there.
fn proving() -> Page {
    let mut page = with_keys(1);
    page.say(KeysMsg::Rotate(own(&page, 0)));
    page.settle();
    page
}

/// The old key is to go before the new one is installed.
fn early() -> Page {
    let page = then(proving(), vec![Msg::Keys(KeysMsg::Switch)]);
    let old = page.account().rotation.as_ref().unwrap().old.clone();
    then(page, vec![Msg::Keys(KeysMsg::AskDelete(old))])
}

fn rotated() -> Page {
    let mut page = then(early(), vec![Msg::Keys(KeysMsg::ConfirmDelete)]);
    page.settle();
    page
}

fn then(mut page: Page, msgs: Vec<Msg>) -> Page {
    for msg in msgs {
        page.say(msg);
    }
    page
}

fn marking() -> Page {
    let page = with_keys(3);
    let marks =
        vec![Msg::Keys(KeysMsg::Mark(own(&page, 0))), Msg::Keys(KeysMsg::Mark(own(&page, 2)))];
    let page = then(page, vec![Msg::Keys(KeysMsg::MarkSeveral)]);
    then(page, marks)
}

fn delegated() -> Page {
    let mut page = super::small();
    page.say(pasted(&DELEGATED.token));
    page.step();
    let made = serde_json::json!({
        "tenant_id": "katla", "access": "acce55", "secret": "5ec2e75ec2e7",
    });
    page.instead(Ok(reply(200, &serde_json::json!({"credentials": [made]}))));
    page
}

fn regions() -> Page {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.cloud.plant(&ALICE_IN_HEKLA);
    page.sign_in(&ALICE);
    page
}

fn ends_soon() -> Page {
    let mut page = with_keys(1);
    for minute in (0..56).step_by(11) {
        page.tick(minute * 60_000);
        page.say(CommandsMsg::Reveal(false));
    }
    page.tick(56 * 60_000);
    page
}

/// What shows the keys could not be loaded.
fn lost() -> Page {
    let mut page = with_keys(1);
    page.model.parts.set(AppPart::Keys, Whereabouts::Lost(0));
    page
}

/// Nobody has done anything for so many seconds.
fn idle(seconds: u64) -> Page {
    let mut page = with_keys(1);
    page.tick(seconds * 1_000);
    page
}

pub fn states() -> Vec<State> {
    let test = |page: Page| {
        let access = own(&page, 1);
        then(page, vec![Msg::Keys(KeysMsg::Test(Some(access)))])
    };
    let confirmed = || {
        then(
            marking(),
            vec![Msg::Keys(KeysMsg::AskDeleteMarked), Msg::Keys(KeysMsg::ConfirmDelete)],
        )
    };
    let mut delayed = then(marking(), vec![Msg::Keys(KeysMsg::AskDeleteMarked)]);
    delayed.model.config.deletion_delay_s = 300;
    vec![
        ("rotation-proving", proving(), false),
        ("rotation-installing", then(proving(), vec![Msg::Keys(KeysMsg::Switch)]), false),
        ("rotation-early", early(), false),
        (
            "rotation-installed",
            then(proving(), vec![Msg::Keys(KeysMsg::Switch), Msg::Keys(KeysMsg::Installed)]),
            false,
        ),
        ("rotation-done", rotated(), false),
        ("rotation-stopped", then(proving(), vec![Msg::Keys(KeysMsg::StopRotation)]), false),
        ("test", test(with_keys(2)), false),
        ("marking", marking(), false),
        ("confirming-several", delayed, false),
        ("deleting-several", confirmed(), false),
        ("delegated", delegated(), false),
        ("parting", then(with_keys(1), vec![Msg::Session(SessionMsg::SignOut)]), false),
        ("moving", then(regions(), vec![Msg::Commands(CommandsMsg::ChooseRegion(2))]), false),
        ("ends-soon", ends_soon(), false),
        ("idle", idle(15 * 60 - 42), false),
        ("idle-last-second", idle(15 * 60 - 1), false),
        ("many-keys", then(with_keys(45), vec![Msg::Keys(KeysMsg::ShowPage(1))]), false),
        ("filtered", then(with_keys(7), vec![Msg::Keys(KeysMsg::Filter("66".into()))]), false),
        ("keys-lost", lost(), false),
        ("none-filtered", then(with_keys(7), vec![Msg::Keys(KeysMsg::Filter("?".into()))]), false),
    ]
}
