//! Answers that no Keystone gives on the way in: what is not understood is no way in, and
//! nothing of it is shown as it is or placed in a request. `tests/app/hostile.rs` has the others.

use keyfill::core::endpoint::KeystoneUrl;
use keyfill::core::http::{Outcome, Response};
use keyfill::core::keystone::issue::{self, Issued, NotIssued};
use keyfill::core::keystone::{Fault, Refusal, projects, revoke};
use keyfill::core::message::SignInMsg;
use keyfill::core::model::Entry;
use keyfill::core::screen::EntryScreen;
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Attempt, Field, Fields, SignInMethod, Typed};
use serde_json::{Value, json};

use crate::cloud::page::{Page, pasted};
use crate::cloud::{ALICE, RECEIPT, TOKEN_MARK, UNSCOPED, reply, token_body};

const TOKEN: &str = "made-up-token-of-an-answer";

fn not_keystone() -> Refusal {
    Refusal { fault: Fault::NotKeystone, request_id: None }
}

#[allow(clippy::unnecessary_wraps, reason = "the codecs read what a transport gives")]
fn answer(status: u16, body: &str, token: Option<&str>, receipt: Option<&str>) -> Outcome {
    let secret = |text: &str| Secret::new(text.into());
    Ok(Response {
        status,
        body: secret(body),
        subject_token: token.map(secret),
        receipt: receipt.map(secret),
        request_id: None,
    })
}

fn issued(body: &str, token: Option<&str>) -> Result<Issued, Refusal> {
    issue::read(answer(201, body, token, None)).map_err(|refusal| match refusal {
        NotIssued::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    })
}

/// What a 401 with this body and a receipt is read as: the word of the variant.
fn next(body: &Value, receipt: Option<&str>) -> String {
    match issue::read(answer(401, &body.to_string(), None, receipt)) {
        Err(NotIssued::Passcode(receipt)) => format!("passcode of {}", receipt.user.as_str()),
        Err(NotIssued::Method(name)) => format!("method {name}"),
        Err(NotIssued::Refused(refusal)) => format!("{:?}", refusal.fault),
        Ok(_) => panic!("issued"),
    }
}

fn receipt() -> Value {
    json!({
        "receipt": {"methods": ["password"], "user": {"id": "u1", "name": "alice"}},
        "required_auth_methods": [["password", "totp"]],
    })
}

fn listed(body: &Value) -> Result<Vec<String>, Refusal> {
    let read = projects::read(answer(200, &body.to_string(), None, None));
    read.map(|all| all.into_iter().map(|p| [p.id.as_str(), "=", &p.name].concat()).collect())
}

#[test]
fn a_token_stands_in_its_header_or_there_is_none() {
    let body = token_body(&ALICE).to_string();
    assert_eq!(issued(&body, Some(TOKEN)).unwrap().token.as_secret().expose(), TOKEN);
    let long = "x".repeat(8_193);
    let bad = ["", "short", "two words of enough letters", "made-up-token\r\nX-Evil: 1", &long];
    assert_eq!(issued(&body, None).unwrap_err(), not_keystone());
    for token in bad {
        assert_eq!(issued(&body, Some(token)).unwrap_err(), not_keystone(), "{token:?}");
    }
    for at in 0..body.len() {
        assert_eq!(issued(&body[..at], Some(TOKEN)).unwrap_err(), not_keystone(), "{at}");
    }
    for text in ["", "[]", "null", "7", "{\"token\": []}", "<html>", "\u{0}"] {
        assert_eq!(issued(text, Some(TOKEN)).unwrap_err(), not_keystone(), "{text:?}");
    }
    let read = issue::read(answer(200, &body, Some(TOKEN), None));
    assert!(matches!(read, Err(NotIssued::Refused(r)) if r.fault == Fault::Unexpected(200)));
    assert!(!format!("{:?}", issued(&body, Some(TOKEN))).contains(TOKEN));
}

#[test]
fn a_receipt_is_one_only_when_all_of_it_is_there() {
    assert_eq!(next(&receipt(), Some(RECEIPT)), "passcode of u1");
    assert_eq!(next(&receipt(), None), "Unauthorized", "the header is missing");
    for hidden in ["a\nb", "a\u{0}", "a\u{202e}"] {
        assert_eq!(next(&receipt(), Some(hidden)), "Unauthorized", "{hidden:?}");
    }
    for path in [
        "/receipt",
        "/receipt/methods",
        "/receipt/user",
        "/receipt/user/id",
        "/required_auth_methods",
        "/required_auth_methods/0",
    ] {
        for wrong in [json!(null), json!(7), json!("totp"), json!({}), json!([7])] {
            let mut body = receipt();
            *body.pointer_mut(path).unwrap() = wrong.clone();
            let read = next(&body, Some(RECEIPT));
            // A user called `totp` is one; where nothing is done yet, the password is missing.
            let is_user = path.ends_with("id") && wrong == json!("totp");
            let is_missing = path.ends_with("methods") && wrong == json!([7]);
            let other = match (is_user, is_missing) {
                (true, _) => "passcode of totp",
                (_, true) => "method password",
                _ => "Unauthorized",
            };
            assert!(read == other || read == "Unauthorized", "{path} = {wrong}: {read}");
        }
    }
    for id in ["../../x", "a b", "", "u\u{202e}1"] {
        let mut body = receipt();
        body["receipt"]["user"]["id"] = json!(id);
        assert_eq!(next(&body, Some(RECEIPT)), "Unauthorized", "{id:?}");
    }
    assert!(
        !format!("{:?}", issue::read(answer(401, &receipt().to_string(), None, Some(RECEIPT))))
            .contains(RECEIPT)
    );
}

#[test]
fn the_rules_say_what_is_missing() {
    for (rules, expected) in [
        (json!([["password", "totp"]]), "passcode of u1"),
        (json!([["totp", "password"]]), "passcode of u1"),
        (json!([["totp"]]), "passcode of u1"),
        (json!([["password", "x509"], ["password", "totp"]]), "passcode of u1"),
        (json!([["password", "totp", "x509"]]), "method x509"),
        (json!([["password", "x509", "totp"]]), "method x509"),
        (json!([["password", "<b>\u{202e}"]]), "method <b>\u{fffd}"),
        (json!([["password"]]), "Unauthorized"),
        (json!([[]]), "Unauthorized"),
        (json!([]), "Unauthorized"),
        (json!(["password", "totp"]), "Unauthorized"),
        (json!([[7, null]]), "Unauthorized"),
    ] {
        let mut body = receipt();
        body["required_auth_methods"] = rules.clone();
        assert_eq!(next(&body, Some(RECEIPT)), expected, "{rules}");
    }
    let mut body = receipt();
    body["required_auth_methods"] = json!([["password", "x".repeat(1_000_000)]]);
    assert!(next(&body, Some(RECEIPT)).chars().count() < 150);
}

#[test]
fn projects_that_cannot_be_named_are_left_out() {
    let good = json!({"id": "p1", "name": "katla", "enabled": true});
    for (name, value) in [
        ("id", json!("../../x")),
        ("id", json!("a b")),
        ("id", json!("")),
        ("id", json!("x".repeat(129))),
        ("id", json!(null)),
        ("id", json!(7)),
        ("name", json!(null)),
        ("name", json!(["katla"])),
        ("enabled", json!(false)),
    ] {
        let mut odd = good.clone();
        odd[name] = value.clone();
        let all = listed(&json!({"projects": [odd, good]})).unwrap();
        assert_eq!(all, ["p1=katla"], "{name} = {value}");
    }
    let named = |name: &str| json!({"projects": [{"id": "p1", "name": name}]});
    assert_eq!(listed(&named("<b>Å\u{202e}\u{0}")).unwrap(), ["p1=<b>Å\u{fffd}\u{fffd}"]);
    assert_eq!(listed(&named(&"x".repeat(1_000_000))).unwrap()[0].chars().count(), 132);
    assert_eq!(listed(&json!({"projects": []})).unwrap(), [""; 0]);
    for body in [json!({}), json!([]), json!({"projects": {}}), json!({"projects": null})] {
        assert_eq!(listed(&body).unwrap_err(), not_keystone(), "{body}");
    }
}

/// Of ten thousand projects a screen of them is shown, and all can be searched.
#[test]
fn a_huge_list_of_projects_stays_small_on_the_screen() {
    let one =
        |n: usize| json!({"id": format!("p{n:05}"), "name": format!("\u{202e}project {n:05}")});
    let all: Vec<Value> = (0..10_000).rev().map(one).collect();
    let mut page = Page::new();
    page.say(pasted(&UNSCOPED.token));
    page.step();
    page.instead(Ok(reply(200, &json!({"projects": all}))));
    assert!(matches!(page.model.entry, Entry::Choosing(_)));
    let shown = |page: &Page| match page.screen().entry {
        Some(EntryScreen::Projects(projects)) => projects,
        other => panic!("{other:?}"),
    };
    assert_eq!((shown(&page).rows.len(), shown(&page).more), (30, 9_970));
    assert_eq!(shown(&page).rows[0].name, "\u{fffd}project 00000", "in order");
    page.say(SignInMsg::SearchProjects("P09999".into()));
    assert_eq!((shown(&page).rows.len(), shown(&page).more), (1, 0));
    assert!(!format!("{:?}", page.model).contains(TOKEN_MARK));
}

#[test]
fn projects_of_one_name_are_told_apart_by_their_ids() {
    let one = |id: &str, name: &str| json!({"id": id, "name": name});
    let all = json!({"projects": [one("p1", "demo"), one("p2", "demo"), one("p3", "other")]});
    for wanted in [None, Some("demo")] {
        let mut page = Page::new();
        page.model.wanted = wanted.map(str::to_owned);
        page.say(pasted(&UNSCOPED.token));
        page.step();
        page.instead(Ok(reply(200, &all)));
        let Some(EntryScreen::Projects(shown)) = page.screen().entry else { panic!() };
        let twins: Vec<bool> = shown.rows.iter().map(|row| row.is_twin).collect();
        assert_eq!((twins, page.what()), (vec![true, true, false], ""), "{wanted:?}");
    }
}

#[test]
fn half_of_an_issued_token_is_none() {
    let whole = token_body(&ALICE).to_string();
    assert!(issued(&whole, Some(TOKEN)).is_ok());
    for at in 0..whole.len() {
        assert_eq!(issued(&whole[..at], Some(TOKEN)).unwrap_err(), not_keystone(), "{at}");
    }
}

#[test]
fn what_is_asked_and_read_prints_no_secret() {
    let password = Secret::new("0badc0de password".into());
    let keystone = KeystoneUrl::parse("https://aur.example/v3").unwrap();
    let fields = Fields::default()
        .with(Field::USER, Secret::new("alice".into()))
        .with(Field::PASSWORD, password);
    let typed = Typed { fields: &fields, domain: "Users", receipt: None };
    let Ok(Attempt::Issue(proof)) = (SignInMethod::PASSWORD.row().attempt)(typed) else {
        panic!("a password is no proof");
    };
    let whole = issued(&token_body(&ALICE).to_string(), Some(TOKEN)).unwrap();
    let half = issue::read(answer(401, &receipt().to_string(), None, Some(RECEIPT)));
    for text in [
        format!("{typed:?}"),
        format!("{:?}", issue::ask(&keystone, proof)),
        format!("{half:?}"),
        format!("{whole:?}"),
        format!("{:?}", revoke::ask(&keystone, &whole.token)),
        format!("{:?}", projects::ask(&keystone, &whole.token)),
    ] {
        assert!(!text.contains("0badc0de") && !text.contains(TOKEN_MARK), "{text}");
    }
}
