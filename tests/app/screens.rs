//! The panel in its main states, rendered natively.
//!
//! `KEYFILL_BLESS=1 cargo test --test app screens::` writes the golden files anew; look at the diff.

use crate::cloud;
use crate::markup;
use crate::states;

use keyfill::core::message::{FileMsg, KeysMsg, SignInMsg};
use keyfill::core::sign_in::SignInMethod;
use keyfill::view::{self, Context};

use crate::cloud::page::{Page, key, pasted, typed};
use crate::cloud::{ALICE, PASSWORD, SECRET_MARK, TOKEN_MARK, UNSCOPED, reply};
use crate::golden::compare;
use crate::markup::Element;
use crate::rendering::render;
use crate::states::{sent, small, states};

async fn html(page: &Page) -> String {
    let context = Context { live: true, ..Context::inert("keyfill-1") };
    render(view::panel(&page.screen(), &context)).await
}

#[tokio::test(flavor = "current_thread")]
async fn golden() {
    let mut all = Vec::new();
    for (name, page, _) in states() {
        all.push((name.to_owned(), html(&page).await));
    }
    compare(&all);
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
        markup::can_be_used_without_eyes(name, &html(&page).await);
    }
}

/// Somebody else, or another tab, may have changed the list; the button keeps the focus meanwhile.
#[tokio::test(flavor = "current_thread")]
async fn the_list_can_be_had_again_when_nothing_failed() {
    let mut page = states::with_keys(1);
    page.cloud.plant(&ALICE);
    let button = ">Refresh<";
    assert!(html(&page).await.contains(button));
    page.say(KeysMsg::Refresh);
    assert!(html(&page).await.contains(button));
    page.settle();
    assert_eq!(page.own().len(), 2);
    page.say(KeysMsg::Create);
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

#[tokio::test(flavor = "current_thread")]
async fn ids_are_unique_whatever_a_key_is_called() {
    for access in ["aws", "keys", "token", "region", "confirm"] {
        let mut page = Page::new();
        page.say(pasted(&ALICE.token));
        page.step();
        let odd =
            serde_json::json!({"tenant_id": "katla", "access": access, "secret": "5ec2e75ec2e7"});
        page.instead(Ok(reply(200, &serde_json::json!({"credentials": [odd]}))));
        page.say(KeysMsg::AskDelete(key(access)));
        let html = html(&page).await;
        let all = markup::elements(&html);
        let mut ids: Vec<&str> = all.iter().filter_map(|e| e.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "an access key called {access}");
    }
}

/// What password managers may store, what they may fill in, and what they must leave alone.
#[tokio::test(flavor = "current_thread")]
async fn fields_say_what_may_be_completed() {
    let field = |html: &str, name: &str| {
        let all = markup::elements(html);
        let found = all.into_iter().find(|e| e.attribute("data-field") == Some(name));
        let found = found.unwrap_or_else(|| panic!("no field {name}"));
        let text = |key: &str| found.attribute(key).unwrap_or_default().to_owned();
        [text("type"), text("autocomplete"), text("data-lpignore")]
    };
    let forms = [
        (SignInMethod::TOKEN, &[("token", ["password", "one-time-code", "true"])][..]),
        (
            SignInMethod::PASSWORD,
            &[
                ("user", ["text", "username", ""]),
                ("password", ["password", "current-password", ""]),
                ("domain", ["text", "off", "true"]),
            ],
        ),
        (
            SignInMethod::APPLICATION_CREDENTIAL,
            &[
                ("credential", ["text", "off", "true"]),
                ("secret", ["password", "one-time-code", "true"]),
            ],
        ),
    ];
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    for (method, fields) in forms {
        page.say(SignInMsg::ChooseMethod(method));
        let text = html(&page).await;
        for (name, expected) in fields {
            assert_eq!(field(&text, name), *expected, "{name}");
        }
    }
    page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
    page.say(typed("mfa", PASSWORD));
    page.settle();
    assert_eq!(field(&html(&page).await, "passcode"), ["text", "one-time-code", ""]);
}

/// What is typed is in the field only: it is no attribute, and not written again.
#[tokio::test(flavor = "current_thread")]
async fn what_was_typed_is_not_in_the_markup() {
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
    page.say(typed("alice", "5ec2e75ec2e7 wrong"));
    assert!(!html(&page).await.contains(SECRET_MARK));
    page.settle();
    let text = html(&page).await;
    assert!(!text.contains(SECRET_MARK) && text.contains("does not accept"));
}

#[tokio::test(flavor = "current_thread")]
async fn names_of_projects_and_clouds_are_text() {
    let evil = "</p><script>alert(1)</script>\" onclick=x \u{202e}עברית😀";
    let is_safe = |text: &str| {
        let all = markup::elements(text);
        !text.contains('\u{202e}')
            && all.iter().all(|e| e.tag != "script" && e.attribute("onclick").is_none())
    };
    let mut page = Page::new();
    page.say(pasted(&UNSCOPED.token));
    page.step();
    let one = |id: &str| serde_json::json!({"id": id, "name": evil});
    page.instead(Ok(reply(200, &serde_json::json!({"projects": [one("p1"), one("p2")]}))));
    let text = html(&page).await;
    assert!(is_safe(&text) && text.contains("&lt;script&gt;alert(1)"), "{text}");
    page.say(SignInMsg::ChooseProject(keyfill::core::admit::Id::admit("p1").unwrap()));
    page.settle();
    assert!(is_safe(&html(&page).await), "in the message that it is refused");

    let mut page = Page::new();
    page.say(SignInMsg::Open);
    let name = "<b onclick=x>";
    let cloud = |name: &str| {
        format!("  \"{name}\":\n    auth:\n      auth_url: https://x.example\n      username: a\n")
    };
    let file = ["clouds:\n", &cloud(name), &cloud("other")].concat();
    page.say(FileMsg::Read("x.yaml".into(), Some(keyfill::core::secret::Secret::new(file))));
    let text = html(&page).await;
    assert!(is_safe(&text) && text.contains("&lt;b onclick=x&gt;"), "{text}");
    page.say(FileMsg::Read("<i>\u{202e}.yaml".into(), None));
    let text = html(&page).await;
    assert!(is_safe(&text) && text.contains("&lt;i&gt;"), "{text}");
}
