//! The panel in its main states, rendered natively.
//!
//! `KEYFILL_BLESS=1 cargo test --test screens` writes the golden files anew; look at the diff.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod cloud;
mod markup;
mod rendering;

use keyfill::core::config::Config;
use keyfill::core::http::NetError;
use keyfill::core::message::{CopyTarget, Msg};
use keyfill::core::model::Model;
use keyfill::core::screen::screen;
use keyfill::core::snippet::Form;
use keyfill::view::{self, Context};

use cloud::page::{Page, key, pasted};
use cloud::{ALICE, KEYSTONE, SECRET_MARK, TOKEN_MARK, reply};
use markup::Element;
use rendering::render;

async fn html(page: &Page) -> String {
    let context = Context { live: true, ..Context::inert("keyfill-1") };
    render(view::panel(&screen(&page.model), &context)).await
}

/// One region, so that the bar has no picker.
fn small() -> Page {
    let json = format!(
        r#"{{"brand":"Aurora","clients":["aws","mc"],"regions":[{{"name":"Aur1",
        "keystone_url":"{KEYSTONE}","s3_endpoint":"https://s3-aur1.example"}}]}}"#
    );
    let mut page = Page::new();
    page.model = Model::new(Config::from_json(&json).unwrap(), cloud::page::ORIGIN.into(), None);
    page.tick(0);
    page
}

fn with_keys(count: usize) -> Page {
    let mut page = small();
    for _ in 0..count {
        page.cloud.plant(&ALICE);
    }
    page.sign_in(&ALICE);
    page
}

fn sent(page: &mut Page) {
    page.say(pasted(&ALICE.token));
}

/// The state, and whether it shows a secret.
fn states() -> Vec<(&'static str, Page, bool)> {
    let made = |mut page: Page, act: fn(&mut Page)| {
        act(&mut page);
        page
    };
    vec![
        ("signed-out", small(), false),
        ("regions", Page::new(), false),
        ("form", made(small(), |page| page.say(Msg::OpenSignIn)), false),
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
        ("one-key", with_keys(1), false),
        (
            "three-keys",
            made(with_keys(3), |page| {
                page.say(Msg::Copied(CopyTarget::Step(0), true));
            }),
            false,
        ),
        (
            "confirming",
            made(with_keys(2), |page| {
                page.say(Msg::AskDelete(key(page.chosen().unwrap())));
            }),
            false,
        ),
        ("creating", made(with_keys(1), |page| page.say(Msg::Create)), false),
        (
            "offering",
            made(with_keys(1), |page| {
                page.say(Msg::Create);
                page.lose(Err(NetError::Timeout));
                page.settle();
            }),
            false,
        ),
        (
            "unknown",
            made(with_keys(1), |page| {
                page.say(Msg::Create);
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
        ("quick-form", made(with_keys(1), |page| page.say(Msg::ChooseForm(Form::Quick))), false),
        ("revealed", made(with_keys(1), |page| page.say(Msg::Reveal(true))), true),
    ]
}

#[tokio::test(flavor = "current_thread")]
async fn golden() {
    for (name, page, _) in states() {
        // One tag a line, so that a diff can be read.
        let text = html(&page).await.replace("><", ">\n<") + "\n";
        let path = format!("tests/fixtures/screens/{name}.html");
        if std::env::var_os("KEYFILL_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text == golden, "{path} differs: see KEYFILL_BLESS. Now:\n{text}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_secret_is_in_the_page_only_when_the_reader_wants_to_see_it() {
    for (name, mut page, is_shown) in states() {
        let text = html(&page).await;
        assert_eq!(text.contains(SECRET_MARK), is_shown, "{name}");
        assert!(!text.contains(TOKEN_MARK), "{name}: a token is never shown");
        page.sign_out();
        let text = html(&page).await;
        assert!(!text.contains(SECRET_MARK) && !text.contains("acce55"), "{name}, signed out");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_state_can_be_used_without_eyes() {
    for (name, page, _) in states() {
        let text = html(&page).await;
        let all = markup::elements(&text);
        for element in &all {
            let is_field = ["input", "select", "textarea"].contains(&element.tag.as_str());
            if element.tag == "button" {
                assert!(!element.name().is_empty(), "{name}: a button has no name: {element:?}");
                assert!(element.attribute("type").is_some(), "{name}: {element:?}");
            } else if is_field {
                assert!(is_labelled(element, &all), "{name}: no label: {element:?}");
            } else {
                // What can be pressed is a real button or field.
                assert!(element.attribute("onclick").is_none(), "{name}: {element:?}");
            }
            for reference in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                if let Some(id) = element.attribute(reference) {
                    let is_there = all.iter().any(|other| other.attribute("id") == Some(id));
                    assert!(is_there, "{name}: {reference}={id} leads nowhere");
                }
            }
        }
        let mut ids: Vec<&str> = all.iter().filter_map(|e| e.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: an id stands twice");
        assert!(ids.iter().all(|id| id.starts_with("keyfill-1-")), "{name}: {ids:?}");
    }
}

/// Somebody else, or another tab, may have changed the list; the button keeps the focus meanwhile.
#[tokio::test(flavor = "current_thread")]
async fn the_list_can_be_had_again_when_nothing_failed() {
    let mut page = with_keys(1);
    page.cloud.plant(&ALICE);
    let button = ">Refresh<";
    assert!(html(&page).await.contains(button));
    page.say(Msg::Refresh);
    assert!(html(&page).await.contains(button));
    page.settle();
    assert_eq!(page.own().len(), 2);
    page.say(Msg::Create);
    assert!(!html(&page).await.contains(button), "one thing at a time");
}

/// A screen reader hears only of regions that were there before their text came.
#[tokio::test(flavor = "current_thread")]
async fn the_live_regions_are_always_there() {
    for (name, page, _) in states() {
        let text = html(&page).await;
        let all = markup::elements(&text);
        let with_role = |role: &str| {
            all.iter().filter(|e| e.attribute("role") == Some(role)).collect::<Vec<&Element>>()
        };
        assert_eq!(with_role("status").len(), 1, "{name}");
        let alerts = with_role("alert");
        let standing = alerts.iter().filter(|e| e.attribute("data-focus") == Some("notice"));
        assert_eq!(standing.count(), 1, "{name}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn names_from_a_server_are_text() {
    let mut page = small();
    sent(&mut page);
    let mut body = cloud::token_body(&ALICE);
    body["token"]["user"]["name"] = "<img src=x onerror=alert(1)>".into();
    body["token"]["project"]["name"] = "</p><script>\u{202e}".into();
    page.instead(Ok(reply(200, &body)));
    page.settle();
    let text = html(&page).await;
    assert!(!text.contains("<img") && !text.contains("<script") && !text.contains('\u{202e}'));
    assert!(text.contains("&lt;img src=x onerror=alert(1)&gt;"), "{text}");
}

fn is_labelled(field: &Element, all: &[Element]) -> bool {
    let by_id = field.attribute("id").is_some_and(|id| {
        all.iter()
            .any(|e| e.tag == "label" && e.attribute("for") == Some(id) && !e.name().is_empty())
    });
    by_id || field.ancestors.iter().any(|tag| tag == "label")
}

#[tokio::test(flavor = "current_thread")]
async fn ids_are_unique_whatever_a_key_is_called() {
    for access in ["aws", "keys", "token", "region", "confirm"] {
        let mut page = Page::new();
        page.say(pasted(&ALICE.token));
        page.step();
        let odd =
            serde_json::json!({"tenant_id": "katla", "access": access, "secret": "5ec2e75ec2e7"});
        page.instead(Ok(reply(200, &serde_json::json!({"credentials": [odd]}))));
        page.say(Msg::AskDelete(key(access)));
        let html = html(&page).await;
        let all = markup::elements(&html);
        let mut ids: Vec<&str> = all.iter().filter_map(|e| e.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "an access key called {access}");
    }
}
