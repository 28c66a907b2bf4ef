//! The states of a panel that are looked at: those that a signed-in reader is in.

mod entering;
mod filling;
mod keeping;
pub mod panels;

use keyfill::core::config::Config;
use keyfill::core::http::NetError;
use keyfill::core::message::{CommandsMsg, CopyTarget, EdgeMsg, KeysMsg, SessionMsg, SignInMsg};
use keyfill::core::model::Model;
use keyfill::core::snippet::Form;

use crate::client_files;
use crate::cloud::page::{Page, key, pasted};
use crate::cloud::{self, ALICE, KEYSTONE, SECRET_MARK, reply};

/// One region, so that the bar has no picker.
pub fn small() -> Page {
    let json = format!(
        r#"{{"brand":"Aurora","clients":["aws","mc"],"regions":[{{"name":"Aur1",
        "keystone_url":"{KEYSTONE}","s3_endpoint":"https://s3-aur1.example"}}]}}"#
    );
    let mut page = Page::new();
    page.model = Model::new(Config::from_json(&json).unwrap(), cloud::page::ORIGIN.into(), None);
    client_files::load(&mut page.model);
    page.tick(0);
    page
}

/// Signed in, with so many keys, and their list open.
pub fn with_keys(count: usize) -> Page {
    let mut page = signed_in(count);
    page.say(KeysMsg::Manage(true));
    page
}

/// Signed in, with so many keys.
pub fn signed_in(count: usize) -> Page {
    let mut page = small();
    for _ in 0..count {
        page.cloud.plant(&ALICE);
    }
    page.sign_in(&ALICE);
    page
}

pub fn sent(page: &mut Page) {
    page.say(pasted(&ALICE.token));
}

/// Its name, the state, and whether it shows a secret.
pub type State = (&'static str, Page, bool);

pub fn states() -> Vec<State> {
    let mut all = main();
    all.extend(entering::states());
    all.extend(keeping::states());
    all.extend(filling::states());
    all
}

fn main() -> Vec<State> {
    let made = |mut page: Page, act: fn(&mut Page)| {
        act(&mut page);
        page
    };
    vec![
        ("signed-out", small(), false),
        ("regions", Page::new(), false),
        ("form", made(small(), |page| page.say(SignInMsg::Open)), false),
        ("signing-in", made(small(), sent), false),
        (
            "unreachable",
            made(small(), |page| {
                sent(page);
                page.cut();
            }),
            false,
        ),
        ("no-keys", with_keys(0), false),
        ("folded", signed_in(25), false),
        (
            "folded-new",
            made(signed_in(0), |page| {
                page.say(KeysMsg::Create);
                page.settle();
            }),
            false,
        ),
        ("hidden", made(signed_in(1), |page| page.say(SessionMsg::Hide(true))), false),
        ("one-key", with_keys(1), false),
        (
            "three-keys",
            made(with_keys(3), |page| {
                page.say(EdgeMsg::Copied(CopyTarget::Step(page.model.edition(), 0), true));
            }),
            false,
        ),
        (
            "confirming",
            made(with_keys(2), |page| {
                page.say(KeysMsg::AskDelete(key(page.chosen().unwrap())));
            }),
            false,
        ),
        ("creating", made(with_keys(1), |page| page.say(KeysMsg::Create)), false),
        (
            "offering",
            made(with_keys(1), |page| {
                page.say(KeysMsg::Create);
                page.lose(Err(NetError::Timeout));
                page.settle();
            }),
            false,
        ),
        (
            "unknown",
            made(with_keys(1), |page| {
                page.say(KeysMsg::Create);
                (0..4).for_each(|_| page.cut());
            }),
            false,
        ),
        (
            "refused-secret",
            made(small(), |page| {
                sent(page);
                page.step();
                let odd = format!("{SECRET_MARK}'; reboot #");
                let odd =
                    serde_json::json!({"tenant_id": "katla", "access": "acce55", "secret": odd});
                page.instead(Ok(reply(200, &serde_json::json!({"credentials": [odd]}))));
            }),
            false,
        ),
        (
            "quick-form",
            made(with_keys(1), |page| page.say(CommandsMsg::ChooseForm(Form::Quick))),
            false,
        ),
        ("revealed", made(with_keys(1), |page| page.say(CommandsMsg::Reveal(true))), true),
    ]
}
