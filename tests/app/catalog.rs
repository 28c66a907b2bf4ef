//! What is taken from a catalog: S3 endpoints for snippets, and nothing that a snippet could not
//! hold. No request goes there.

use keyfill::core::http::{Outcome, Response};
use keyfill::core::keystone::identity::Identity;
use keyfill::core::keystone::validate;
use keyfill::core::secret::Secret;
use serde_json::{Value, json};

use crate::cloud::page::{Page, pasted};
use crate::cloud::{ALICE, KEYSTONE, token_body};

#[allow(clippy::unnecessary_wraps, reason = "the codecs read what a transport gives")]
fn answer(body: &Value) -> Outcome {
    let body = Secret::new(body.to_string());
    Ok(Response { status: 200, body, subject_token: None, receipt: None, request_id: None })
}

fn service(kind: &str, endpoints: &Value) -> Value {
    json!({"type": kind, "name": "x", "endpoints": endpoints})
}

fn public(region: &str, url: &str) -> Value {
    json!({"interface": "public", "region_id": region, "region": region, "url": url})
}

fn identity(catalog: &Value) -> Identity {
    let mut body = token_body(&ALICE);
    body["token"]["catalog"] = catalog.clone();
    validate::read(answer(&body)).unwrap()
}

/// The region and the URL of each store.
fn stores(catalog: &Value) -> Vec<(String, String)> {
    let text = |s: &keyfill::core::keystone::identity::CatalogStore| {
        (s.region.as_str().to_owned(), s.endpoint.url().to_owned())
    };
    identity(catalog).stores.iter().map(text).collect()
}

#[test]
fn real_catalogs_have_a_store() {
    for version in ["30.0.0", "28.0.0", "22.0.2"] {
        let path = format!("tests/fixtures/keystone/{version}/token-validate.json");
        let whole: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let identity = validate::read(answer(&whole["response"]["body"])).unwrap();
        assert!(!identity.stores.is_empty(), "{version}");
        for store in &identity.stores {
            assert_eq!(store.region.as_str(), "RegionOne");
            assert_eq!(store.endpoint.url(), "http://127.0.0.1:8080", "the path is Swift's own");
        }
    }
}

#[test]
fn each_region_has_its_own_and_s3_comes_first() {
    let swift = json!([
        public("Aur1", "https://swift-aur1.example:8080/v1/AUTH_katla"),
        public("Aur2", "https://swift-aur2.example/swift/v1/AUTH_katla"),
    ]);
    let s3 = json!([public("Aur2", "https://S3-aur2.example")]);
    let catalog = json!([service("object-store", &swift), service("s3", &s3)]);
    let found = identity(&catalog);
    let of = |name: &str| {
        let region = keyfill::core::admit::RegionName::admit(name).unwrap();
        found.endpoint(&region).map(|endpoint| endpoint.url().to_owned())
    };
    assert_eq!(of("Aur1").unwrap(), "https://swift-aur1.example:8080");
    assert_eq!(of("Aur2").unwrap(), "https://s3-aur2.example");
    assert_eq!(of("Bor1"), None);
}

#[test]
fn what_no_snippet_could_hold_is_left_out() {
    for url in [
        "http://s3.example",
        "https://user:secret@s3.example",
        "https://user@s3.example/",
        "ftp://s3.example",
        "javascript:alert(1)",
        "https://s3.example'; reboot #",
        "https://s3.example/$(reboot)",
        "https://s3.example?x=1",
        "https://s3.example#x",
        "https://s3\u{202e}.example",
        "https://s3.example:99999",
        "https://",
        "//s3.example",
        "",
    ] {
        let catalog = json!([service("s3", &json!([public("Aur1", url)]))]);
        assert_eq!(stores(&catalog), [], "{url}");
    }
    for region in ["", "Aur 1", "Aur1\u{202e}", "$(x)", &"x".repeat(65)] {
        let catalog = json!([service("s3", &json!([public(region, "https://s3.example")]))]);
        assert_eq!(stores(&catalog), [], "{region}");
    }
    let good = public("Aur1", "https://s3.example");
    for (name, wrong) in [
        ("url", json!(null)),
        ("url", json!(7)),
        ("interface", json!("admin")),
        ("interface", json!("internal")),
        ("region_id", json!("-")),
    ] {
        let mut odd = good.clone();
        odd[name] = wrong.clone();
        let catalog = json!([service("s3", &json!([odd, good]))]);
        assert_eq!(stores(&catalog).len(), 1, "{name} = {wrong}: the others are there");
    }
    for odd in [json!([1]), json!([[]]), json!([{"type": "s3"}]), json!({}), json!("x")] {
        assert_eq!(stores(&odd), [], "{odd}");
    }
    let other = json!([service("compute", &json!([good])), service("s3", &json!({"x": 1}))]);
    assert_eq!(stores(&other), []);
}

/// A catalog that lies about Keystone or the store changes no request.
#[test]
fn requests_go_to_the_configured_keystone_whatever_the_catalog_says() {
    for allowed in [false, true] {
        let mut page = Page::new();
        page.model.config.catalog_endpoints = allowed;
        page.say(pasted(&ALICE.token));
        let sent = page.take();
        let mut body = token_body(&ALICE);
        let endpoints = json!([public("Aur1", "https://evil.example:1/v3")]);
        body["token"]["catalog"] =
            json!([service("identity", &endpoints), service("s3", &endpoints)]);
        page.deliver(&sent, answer(&body));
        page.cloud.plant(&ALICE);
        assert!(page.waiting.iter().all(|sent| sent.request.url.starts_with(KEYSTONE)));
        page.settle();
        let shown = page.screen().commands.unwrap();
        let text =
            |part: &str| shown.steps.iter().any(|s| s.snippet.copied().expose().contains(part));
        assert_eq!(text("https://evil.example:1"), allowed, "in snippets, where the author allows");
        assert_eq!(text("https://s3-aur1.example"), !allowed);
        assert_eq!(shown.filled.unwrap().by_catalog, allowed);
    }
}
