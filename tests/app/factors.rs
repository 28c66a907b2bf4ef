//! The other ways in: a second factor, an application credential. And the way back out of each.

use crate::cloud;

use keyfill::core::admit::Id;
use keyfill::core::http::Method;
use keyfill::core::message::{EdgeMsg, Effect, Msg, SignInMsg};
use keyfill::core::model::Entry;
use keyfill::core::screen::EntryScreen;
use keyfill::core::sign_in::{Field, SignInMethod};
use keyfill::core::update::update;
use serde_json::{Value, json};

use crate::cloud::page::{Page, filled, pasted, typed};
use crate::cloud::sign_in::{APPLICATION_CREDENTIAL, CREDENTIAL_SECRET, PASSCODE};
use crate::cloud::{ALICE, PASSWORD, RECEIPT, refusal};

fn form(method: SignInMethod) -> Page {
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    page.say(SignInMsg::ChooseMethod(method));
    page
}

fn passcode(text: &str) -> Msg {
    filled(&[(Field::PASSCODE, text)])
}

/// The password was right, and a passcode is asked for.
fn half_way() -> Page {
    let mut page = form(SignInMethod::PASSWORD);
    page.say(typed("mfa", PASSWORD));
    page.settle();
    assert!(matches!(page.model.entry, Entry::Passcode(_)), "{}", page.what());
    page
}

fn by_credential(name: &str, user: &str, secret: &str) -> Page {
    let mut page = form(SignInMethod::APPLICATION_CREDENTIAL);
    page.say(filled(&[
        (Field::CREDENTIAL, name),
        (Field::USER, user),
        (Field::CREDENTIAL_SECRET, secret),
    ]));
    page
}

fn seconds(page: &Page) -> Option<usize> {
    match page.screen().entry {
        Some(EntryScreen::Form(form)) => form.seconds,
        _ => None,
    }
}

#[test]
fn a_passcode_goes_with_the_receipt() {
    let mut page = half_way();
    page.check_secrets();
    page.say(passcode(&format!(" {PASSCODE}\n")));
    page.say(passcode(PASSCODE));
    assert_eq!(page.waiting.len(), 1, "a double click is one click");
    let request = &page.waiting[0].request;
    let receipt = request.headers.iter().find(|(name, _)| *name == "Openstack-Auth-Receipt");
    assert_eq!(receipt.unwrap().1.expose(), RECEIPT);
    let body: Value = serde_json::from_str(request.body.as_ref().unwrap().expose()).unwrap();
    let totp = json!({"user": {"id": "mfa", "passcode": PASSCODE}});
    assert_eq!(body["auth"]["identity"], json!({"methods": ["totp"], "totp": totp}));
    page.settle();
    assert!(matches!(page.model.entry, Entry::Choosing(_)));
    assert_eq!((page.model.refusals.count, page.count(Method::Post)), (0, 2));
}

#[test]
fn what_is_no_passcode_is_not_sent() {
    let mut page = half_way();
    for text in ["", " ", "12345", "12345678901", "12 345", "12345a", "１２３４５６", "-123456"]
    {
        page.say(passcode(text));
        assert_eq!((page.waiting.len(), page.what()), (0, "This is not a passcode."), "{text:?}");
        assert!(matches!(page.model.entry, Entry::Passcode(_)));
    }
}

#[test]
fn a_wrong_passcode_can_be_typed_again_while_the_receipt_lives() {
    let mut page = half_way();
    page.tick(100_000);
    page.say(passcode("000000"));
    page.settle();
    assert_eq!(page.what(), "Keystone does not accept this passcode.");
    assert_eq!(seconds(&page), Some(200), "a refusal does not give more time");
    page.say(passcode(PASSCODE));
    page.settle();
    assert!(matches!(page.model.entry, Entry::Choosing(_)));

    let mut page = half_way();
    for _ in 0..3 {
        page.say(passcode("000000"));
        page.settle();
    }
    page.say(passcode(PASSCODE));
    assert_eq!(page.what(), "Wait 60 seconds before trying again.");
    assert!(matches!(page.model.entry, Entry::Passcode(_)) && page.waiting.is_empty());
}

#[test]
fn a_receipt_lives_300_seconds_on_a_clock_that_cannot_jump() {
    let mut page = half_way();
    page.say(EdgeMsg::Tick(299_999, 0));
    assert_eq!(seconds(&page), Some(1));
    page.tick(300_000);
    assert_eq!(page.what(), "The time for the passcode has run out.");
    assert!(matches!(page.model.entry, Entry::Form));
    page.is_wiped();
    // Also while a passcode is on its way: its token is not wanted any more.
    let mut page = half_way();
    page.say(passcode(PASSCODE));
    page.tick(300_000);
    page.settle();
    assert_eq!(page.what(), "The time for the passcode has run out.");
    assert_eq!(page.cloud.revoked.len(), 1);
    page.is_wiped();
}

#[test]
fn a_method_that_the_page_cannot_do_is_named() {
    let mut page = form(SignInMethod::PASSWORD);
    page.say(typed("smartcard", PASSWORD));
    page.settle();
    let what =
        "This account also requires the sign-in method x509, which this page does not support.";
    assert_eq!((page.what(), page.log.len()), (what, 1));
    assert!(matches!(page.model.entry, Entry::Form));
}

#[test]
fn an_application_credential_is_given_by_id_or_by_name_and_user() {
    let by_id = json!({"id": APPLICATION_CREDENTIAL, "secret": " s\"' "});
    let user = json!({"name": "alice", "domain": {"name": "Default"}});
    let by_name = |name: &str| json!({"name": name, "user": user, "secret": " s\"' "});
    for (name, user, expected) in [
        (APPLICATION_CREDENTIAL, "", by_id.clone()),
        (APPLICATION_CREDENTIAL, "ignored", by_id),
        (" backup ", " alice ", by_name("backup")),
        ("default", "alice", by_name("default")),
    ] {
        let page = by_credential(name, user, " s\"' ");
        let body = page.waiting[0].request.body.as_ref().unwrap();
        let body: Value = serde_json::from_str(body.expose()).unwrap();
        let proof = &body["auth"]["identity"]["application_credential"];
        assert_eq!(*proof, expected);
        assert!(body["auth"].get("scope").is_none(), "it has its own project");
    }
    let long = "x".repeat(4_097);
    let invisible = "The application credential is too long or has invisible characters.";
    for (name, user, secret, what) in [
        ("", "alice", "s", "The application credential is missing."),
        ("backup", "", "s", "The user name is missing."),
        (APPLICATION_CREDENTIAL, "", "", "The secret is missing."),
        ("back\u{200b}up", "alice", "s", invisible),
        (&long, "alice", "s", invisible),
        ("backup", "alice", &long, "The secret is too long or has invisible characters."),
    ] {
        let page = by_credential(name, user, secret);
        assert_eq!((page.waiting.len(), page.what()), (0, what));
    }
}

#[test]
fn an_application_credential_that_may_not_list_is_explained_and_its_token_revoked() {
    let mut page = by_credential(APPLICATION_CREDENTIAL, "", CREDENTIAL_SECRET);
    page.settle();
    assert_eq!(page.what(), "This token comes from an application credential or a trust.");
    assert_eq!(page.cloud.revoked, ["made-up-token-issued-1"]);
    assert!(matches!(page.model.entry, Entry::Form), "the other ways are there");
    page.is_wiped();
    for status in [401, 404] {
        let mut page = by_credential(APPLICATION_CREDENTIAL, "", "wrong");
        page.instead(Ok(refusal(status)));
        assert_eq!(page.what(), "Aurora Aur1 does not accept this application credential.");
    }
}

/// Brings a page somewhere on the way in.
type Reach = fn() -> Page;

#[test]
fn a_sign_in_can_be_cancelled_anywhere_and_leaves_no_token() {
    let waiting: Reach = || {
        let mut page = form(SignInMethod::PASSWORD);
        page.say(typed("alice", PASSWORD));
        page
    };
    let listing: Reach = || {
        let mut page = form(SignInMethod::PASSWORD);
        page.say(typed("alice", PASSWORD));
        page.step();
        page
    };
    let choosing: Reach = || {
        let mut page = form(SignInMethod::PASSWORD);
        page.say(typed("alice", PASSWORD));
        page.settle();
        page
    };
    let scoping: Reach = || {
        let mut page = form(SignInMethod::PASSWORD);
        page.say(typed("alice", PASSWORD));
        page.settle();
        page.say(SignInMsg::ChooseProject(Id::admit("katla").unwrap()));
        page
    };
    let proving: Reach = || {
        let mut page = half_way();
        page.say(passcode(PASSCODE));
        page
    };
    let by_credential: Reach = || by_credential(APPLICATION_CREDENTIAL, "", CREDENTIAL_SECRET);
    for reach in [waiting, listing, choosing, scoping, proving, by_credential, half_way] {
        let mut page = reach();
        page.say(SignInMsg::Cancel);
        assert!(matches!(page.model.entry, Entry::Form));
        page.settle();
        assert_eq!(page.cloud.revoked.len(), page.cloud.issued, "every token, and each once");
        page.is_wiped();
        page.say(SignInMsg::Cancel);
        assert!(matches!(page.model.entry, Entry::Closed));

        // The sign-in that comes after it is not touched.
        let mut page = reach();
        page.say(SignInMsg::Cancel);
        page.say(SignInMsg::ChooseMethod(SignInMethod::TOKEN));
        page.say(pasted(&ALICE.token));
        page.settle();
        assert_eq!(page.cloud.revoked.len(), page.cloud.issued);
        assert_eq!(page.account().root.token.as_secret().expose(), ALICE.token);
    }
}

#[test]
fn a_pasted_token_is_never_revoked_by_a_cancel() {
    for steps in 0..3 {
        let mut page = Page::new();
        page.say(pasted(&cloud::UNSCOPED.token));
        (0..steps.min(2)).for_each(|_| page.step());
        page.say(SignInMsg::Cancel);
        page.settle();
        assert!(page.cloud.revoked.is_empty());
    }
}

#[test]
fn a_reply_that_comes_twice_revokes_nothing_in_use() {
    let mut page = form(SignInMethod::PASSWORD);
    page.say(typed("bob", PASSWORD));
    let mut sent = Vec::new();
    while !page.waiting.is_empty() {
        let request = page.take();
        let answer = page.cloud.answer(&request.request);
        page.deliver(&request, Ok(answer.clone()));
        sent.push((request, answer));
    }
    for (request, answer) in &sent {
        page.deliver(request, Ok(answer.clone()));
    }
    assert!(page.waiting.is_empty() && page.model.account().is_some());

    page.say(SignInMsg::Open);
    page.say(typed("bob", PASSWORD));
    let late = page.take();
    page.say(SignInMsg::Cancel);
    let answer = page.cloud.answer(&late.request);
    page.deliver(&late, Ok(answer.clone()));
    page.deliver(&late, Ok(answer));
    assert_eq!(page.waiting.len(), 1, "revoked once");
    page.settle();
    assert!(page.model.account().is_some());
}

/// A browser throws the replies away that nobody wants; that of a sign-in must come.
#[test]
fn the_reply_to_a_cancelled_sign_in_is_still_wanted() {
    let mut page = form(SignInMethod::PASSWORD);
    page.say(typed("alice", PASSWORD));
    let sent = page.take();
    let effects = update(&mut page.model, Msg::SignIn(SignInMsg::Cancel));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::AbortUnwanted)));
    assert!(page.model.wants(&sent.ticket));
}
