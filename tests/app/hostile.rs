//! Answers that no Keystone gives: a proxy's page, half of an answer, and values made to harm.

use keyfill::core::admit::Id;
use keyfill::core::http::{Outcome, Response};
use keyfill::core::keystone::identity::Identity;
use keyfill::core::keystone::{Credential, Fault, Refusal, create, list, validate};
use keyfill::core::secret::Secret;
use serde_json::{Value, json};

const SECRET: &str = "0badc0de0badc0de0badc0de0badc0de";

#[allow(clippy::unnecessary_wraps, reason = "the codecs read what a transport gives")]
fn answer(status: u16, body: impl Into<String>) -> Outcome {
    Ok(Response {
        status,
        body: Secret::new(body.into()),
        subject_token: None,
        receipt: None,
        request_id: None,
    })
}

fn not_keystone() -> Refusal {
    Refusal { fault: Fault::NotKeystone, request_id: None }
}

fn token() -> Value {
    json!({"token": {
        "methods": ["password"],
        "user": {"id": "u1", "name": "alice"},
        "project": {"id": "p1", "name": "katla"},
        "roles": [{"id": "r1", "name": "member"}],
        "issued_at": "2030-01-01T00:00:00.000000Z",
        "expires_at": "2030-01-01T01:00:00.000000Z",
    }})
}

fn credential() -> Value {
    json!({"tenant_id": "p1", "access": "acce55", "secret": SECRET})
}

fn identity(body: &Value) -> Result<Identity, Refusal> {
    validate::read(answer(200, body.to_string()))
}

fn listed(body: &str) -> Result<list::Listed, Refusal> {
    list::read(answer(200, body), &Id::admit("p1").unwrap())
}

/// The list with these credentials: own and usable, own and refused, elsewhere, unreadable.
fn counts(credentials: &[Value]) -> [usize; 4] {
    let list = listed(&json!({"credentials": credentials}).to_string()).unwrap();
    let usable = |c: &&Credential| matches!(c, Credential::Usable { .. });
    let usable = list.own.iter().filter(usable).count();
    [usable, list.own.len() - usable, list.elsewhere, list.unreadable]
}

#[test]
fn what_is_not_json_is_not_keystone() {
    for body in [
        "",
        " ",
        "<!doctype html><title>Sign in</title>",
        "null",
        "[]",
        "0",
        "\"token\"",
        "{}",
        "{}{}",
        "{\"token\": {}}",
        "{\"credential\": {}, \"credentials\": {}, \"token\": []}",
        "\u{feff}{}",
        "{\"token\": \"\\ud800\"}",
    ] {
        assert_eq!(validate::read(answer(200, body)), Err(not_keystone()), "{body}");
        assert_eq!(create::read(answer(201, body)).unwrap_err(), not_keystone(), "{body}");
        assert_eq!(listed(body).unwrap_err(), not_keystone(), "{body}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(listed(&format!("{{\"credentials\": {deep}")).unwrap_err(), not_keystone());
}

#[test]
fn half_of_an_answer_is_none() {
    let read = |name: &str| {
        let path = format!("tests/fixtures/keystone/30.0.0/{name}.json");
        let whole: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        whole["response"]["body"].to_string()
    };
    let (token, made, three) = (read("token-validate"), read("ec2-create"), read("ec2-list-three"));
    for at in 0..token.len() {
        assert_eq!(validate::read(answer(200, &token[..at])), Err(not_keystone()), "{at}");
    }
    for at in 0..made.len() {
        assert_eq!(create::read(answer(201, &made[..at])).unwrap_err(), not_keystone(), "{at}");
    }
    for at in 0..three.len() {
        assert_eq!(listed(&three[..at]).unwrap_err(), not_keystone(), "{at}");
    }
}

#[test]
fn missing_fields_and_wrong_types_are_not_keystone() {
    let paths = [
        "/token",
        "/token/user",
        "/token/user/id",
        "/token/user/name",
        "/token/project/id",
        "/token/project/name",
        "/token/issued_at",
        "/token/expires_at",
    ];
    for path in paths {
        for wrong in [json!(null), json!(7), json!(true), json!([]), json!({})] {
            let mut body = token();
            *body.pointer_mut(path).unwrap() = wrong.clone();
            assert_eq!(identity(&body), Err(not_keystone()), "{path} = {wrong}");
        }
        let (parent, name) = path.rsplit_once('/').unwrap();
        let mut body = token();
        body.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
        assert_eq!(identity(&body), Err(not_keystone()), "{path} is missing");
    }
    for path in ["/token/user/id", "/token/project/id"] {
        for id in ["../../../v2", "a/b", "a?x=", "", "a b", "u\u{202e}1"] {
            let mut body = token();
            *body.pointer_mut(path).unwrap() = json!(id);
            assert_eq!(identity(&body), Err(not_keystone()), "{path} = {id}");
        }
    }
    for name in ["access", "secret"] {
        for wrong in [json!(null), json!(7), json!([SECRET])] {
            let mut made = credential();
            made[name] = wrong.clone();
            let read = create::read(answer(201, json!({"credential": made}).to_string()));
            assert_eq!(read.unwrap_err(), not_keystone(), "{name} = {wrong}");
        }
    }
}

#[test]
fn unknown_fields_are_fine() {
    let mut body = token();
    body["token"]["future"] = json!({"deep": [1, 2.5, -3, true, null]});
    body["token"]["user"]["future"] = json!("x");
    body["future"] = json!([[]]);
    assert_eq!(identity(&body), identity(&token()));
    let mut made = credential();
    made["future"] = json!(1);
    assert_eq!(counts(&[made]), [1, 0, 0, 0]);
}

#[test]
fn one_odd_credential_does_not_hide_the_others() {
    for (name, value, expected) in [
        ("secret", json!(null), None),
        ("secret", json!(12_345_678), None),
        ("access", json!(null), None),
        ("access", json!("a b"), Some([1, 0, 0, 1])),
        ("access", json!("../../auth/tokens"), Some([1, 0, 0, 1])),
        ("access", json!("acce55\u{202e}"), Some([1, 0, 0, 1])),
        ("access", json!("x".repeat(100_000)), Some([1, 0, 0, 1])),
        ("secret", json!("$(reboot) 123"), Some([1, 1, 0, 0])),
        ("secret", json!("12345678'; reboot #"), Some([1, 1, 0, 0])),
        ("secret", json!("12345678\n"), Some([1, 1, 0, 0])),
        ("secret", json!("-12345678"), Some([1, 1, 0, 0])),
        ("secret", json!("12345678\u{200b}"), Some([1, 1, 0, 0])),
        ("secret", json!("x".repeat(100_000)), Some([1, 1, 0, 0])),
        ("tenant_id", json!(null), Some([1, 0, 1, 0])),
        ("tenant_id", json!("P1"), Some([1, 0, 1, 0])),
    ] {
        let mut odd = credential();
        odd[name] = value.clone();
        let [usable, refused, elsewhere, unreadable] = counts(&[odd, credential()]);
        let shown: String = value.to_string().chars().take(40).collect();
        assert_eq!(usable, 1, "{name} = {shown}");
        assert_eq!(refused + elsewhere + unreadable, 1, "{name} = {shown}");
        if let Some(expected) = expected {
            assert_eq!([usable, refused, elsewhere, unreadable], expected, "{name} = {shown}");
        }
    }
    assert_eq!(counts(&vec![credential(); 10_000]), [10_000, 0, 0, 0]);
}

/// Two parsers may take different ones; this one takes one of them, whole, or neither.
#[test]
fn a_field_that_stands_twice_makes_no_mixture() {
    let twice =
        format!(r#"{{"credential": {{"access": "aaa", "access": "bbb", "secret": "{SECRET}"}}}}"#);
    match create::read(answer(201, twice)) {
        Ok(credential) => assert_eq!(credential.access().as_str(), "bbb"),
        Err(refusal) => assert_eq!(refusal, not_keystone()),
    }
    let pair =
        |n: &str| format!(r#""credential": {{"access": "{n}{n}{n}", "secret": "{n}{SECRET}"}}"#);
    let twice = format!("{{{}, {}}}", pair("1"), pair("2"));
    if let Ok(Credential::Usable { access, secret }) = create::read(answer(201, twice)) {
        assert_eq!(secret.as_secret().expose()[..1], access.as_str()[..1]);
    }
}

#[test]
fn names_are_made_safe_and_ids_are_refused() {
    let mut body = token();
    body["token"]["user"]["name"] = json!("ali\u{202e}ce\u{0}");
    body["token"]["project"]["name"] = json!("<b>Åsa 😀</b>");
    let identity_ = identity(&body).unwrap();
    assert_eq!(identity_.user_name, "ali\u{fffd}ce\u{fffd}");
    assert_eq!(identity_.project.unwrap().name, "<b>Åsa 😀</b>");
    body["token"]["user"]["name"] = json!("x".repeat(1_000_000));
    assert_eq!(identity(&body).unwrap().user_name.chars().count(), 129);
    for id in ["", "a/b", "..", "a?b", "a\"b", "a b", "\u{202e}", &"x".repeat(129)] {
        for path in ["/token/user/id", "/token/project/id"] {
            let mut body = token();
            *body.pointer_mut(path).unwrap() = json!(id);
            assert_eq!(identity(&body), Err(not_keystone()), "{path} = {id:?}");
        }
    }
}

#[test]
fn times_that_keystone_never_gives_are_refused() {
    for time in ["", "now", "2030-01-01", "2030-01-01T00:00:00+01:00", "2030-13-01T00:00:00Z"] {
        for name in ["issued_at", "expires_at"] {
            let mut body = token();
            body["token"][name] = json!(time);
            assert_eq!(identity(&body), Err(not_keystone()), "{name} = {time}");
        }
    }
}

#[test]
fn roles_and_methods_are_told_apart() {
    for (roles, may_create) in [
        (json!(["member"]), true),
        (json!(["Member"]), true),
        (json!(["admin", "x"]), true),
        (json!(["reader"]), false),
        (json!(["members", "_member_"]), false),
        (json!([]), false),
    ] {
        let named = |name: &Value| json!({"id": "r", "name": name});
        let mut body = token();
        body["token"]["roles"] = roles.as_array().unwrap().iter().map(named).collect();
        assert_eq!(identity(&body).unwrap().may_create, may_create, "{roles}");
    }
    let mut body = token();
    body["token"]["OS-TRUST:trust"] = json!({"id": "t"});
    assert!(identity(&body).unwrap().delegated);
    let mut body = token();
    body["token"]["methods"] = json!(["application_credential"]);
    assert!(identity(&body).unwrap().delegated);
    assert!(!identity(&token()).unwrap().delegated);
}

#[test]
fn a_request_id_is_repeated_only_in_the_documented_form() {
    for (id, is_plausible) in [
        ("req-3568eb5b-55e8-4313-abe7-1bb05c74ba24", true),
        ("req-3568eb5b-55e8-4313-abe7-1bb05c74ba2", false),
        ("req-<script>alert(1)</script>-----------", false),
        ("3568eb5b-55e8-4313-abe7-1bb05c74ba24-req", false),
        ("", false),
    ] {
        for status in [401, 200] {
            let body = Secret::new("<html>".into());
            let response = Response {
                status,
                body,
                subject_token: None,
                receipt: None,
                request_id: Some(id.into()),
            };
            let refusal = validate::read(Ok(response)).unwrap_err();
            assert_eq!(refusal.request_id.is_some(), is_plausible, "{id}");
        }
    }
}

#[test]
fn what_is_read_prints_no_secret() {
    let list = listed(&json!({"credentials": [credential()]}).to_string()).unwrap();
    let made = create::read(answer(201, json!({"credential": credential()}).to_string()));
    for text in [format!("{list:?}"), format!("{made:?}"), format!("{:?}", answer(201, SECRET))] {
        assert!(!text.contains("0badc0de"), "{text}");
    }
}
