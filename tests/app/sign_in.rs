//! From a user name and a password to a project: what is asked, in which order, and what is not
//! sent at all. `tests/app/factors.rs` has the other ways in, `tests/app/filling.rs` the files.

use crate::cloud;

use keyfill::core::admit::Id;
use keyfill::core::http::{Method, NetError};
use keyfill::core::message::{Focus, SessionMsg, SignInMsg};
use keyfill::core::model::Entry;
use keyfill::core::screen::EntryScreen;
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Field, SignInMethod};
use serde_json::{Value, json};

use crate::cloud::page::{Page, filled, typed};
use crate::cloud::{ALICE, PASSWORD, refusal, reply};

const POST: &str = "Post /auth/tokens";
const PROJECTS: &str = "Get /auth/projects";

/// The form for passwords.
fn form() -> Page {
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
    page
}

/// `user` has signed in as far as it goes by itself.
fn by(user: &str) -> Page {
    let mut page = form();
    page.say(typed(user, PASSWORD));
    page.settle();
    page
}

/// What the oldest request on its way says of who signs in.
fn identity(page: &Page) -> Value {
    let body = page.waiting[0].request.body.as_ref().unwrap();
    serde_json::from_str::<Value>(body.expose()).unwrap()["auth"]["identity"].take()
}

fn id(text: &str) -> Id {
    Id::admit(text).unwrap()
}

#[test]
fn one_project_is_chosen_by_itself() {
    let mut page = by("bob");
    let list = "Get /users/bob/credentials/OS-EC2";
    assert_eq!(page.asked(), [POST, PROJECTS, POST, list]);
    assert!(page.log.iter().all(|(_, attempt)| *attempt == 0), "nothing was repeated");
    let account = page.account();
    assert_eq!(account.project.id.as_str(), "katla");
    assert!(account.scoped.is_some() && !account.root.pasted);
    assert!(matches!(page.model.entry, Entry::Closed));
    page.check_secrets();
}

#[test]
fn several_projects_are_offered_in_the_order_of_their_names() {
    let mut page = by("alice");
    assert_eq!(page.asked(), [POST, PROJECTS]);
    assert_eq!(page.focus, Some(Focus::Choice));
    let Some(EntryScreen::Projects(projects)) = page.screen().entry else { panic!() };
    let names: Vec<&str> = projects.rows.iter().map(|row| &*row.name).collect();
    assert_eq!(names, ["Project hekla", "Project katla"]);
    assert!(!projects.searchable && projects.rows.iter().all(|row| !row.is_current));

    page.say(SignInMsg::ChooseProject(id("nowhere")));
    assert_eq!(page.asked(), [""; 0], "only what Keystone has listed");
    page.say(SignInMsg::ChooseProject(id("hekla")));
    page.say(SignInMsg::ChooseProject(id("katla")));
    page.say(SignInMsg::ChooseProject(id("hekla")));
    let scope = page.waiting[0].request.body.as_ref().unwrap();
    let scope: Value = serde_json::from_str(scope.expose()).unwrap();
    assert_eq!(scope["auth"]["scope"], json!({"project": {"id": "hekla"}}));
    assert_eq!(scope["auth"]["identity"]["methods"], json!(["token"]));
    page.settle();
    assert_eq!(page.asked(), [POST, "Get /users/alice/credentials/OS-EC2"], "one click, one token");
    assert_eq!(page.account().project.id.as_str(), "hekla");
}

#[test]
fn a_user_without_a_project_is_told_so() {
    let page = by("none");
    assert_eq!(page.what(), "You have no project in this cloud.");
    assert_eq!(page.cloud.revoked.len(), 1, "the token is of no use");
    page.is_wiped();
}

#[test]
fn a_password_is_sent_as_it_was_typed() {
    let long = "é".repeat(2_048);
    for password in [" spaces \t", "\"quotes\\'", "\u{202e}bidi\u{0}", &long] {
        let mut page = form();
        page.say(typed("  alice\n", password));
        let user = json!({"name": "alice", "domain": {"name": "Default"}, "password": password});
        assert_eq!(identity(&page), json!({"methods": ["password"], "password": {"user": user}}));
        page.check_secrets();
    }
}

#[test]
fn names_and_ids_are_told_apart() {
    let id = "0123456789abcdef0123456789ABCDEF";
    let far = [id, id].concat();
    for (user, domain, expected) in [
        ("alice", "", json!({"name": "alice", "domain": {"name": "Default"}})),
        ("alice", " \t", json!({"name": "alice", "domain": {"name": "Default"}})),
        ("alice", " Åsa's ", json!({"name": "alice", "domain": {"name": "Åsa's"}})),
        ("alice", "default", json!({"name": "alice", "domain": {"id": "default"}})),
        ("alice", id, json!({"name": "alice", "domain": {"id": id}})),
        ("default", "", json!({"name": "default", "domain": {"name": "Default"}})),
        (id, "", json!({"id": id, "domain": {"name": "Default"}})),
        (&far, "", json!({"id": far, "domain": {"name": "Default"}})),
    ] {
        let mut page = form();
        let password = (Field::PASSWORD, "x");
        page.say(filled(&[(Field::USER, user), (Field::DOMAIN, domain), password]));
        let mut sent = identity(&page)["password"]["user"].take();
        sent.as_object_mut().unwrap().remove("password");
        assert_eq!(sent, expected, "{user:?} {domain:?}");
    }
}

#[test]
fn what_cannot_be_right_is_not_sent() {
    let (fits, long) = ("å".repeat(255), "å".repeat(256));
    let huge = "x".repeat(4_097);
    let missing_user = "The user name is missing.";
    let bad = |what: &str| format!("The {what} is too long or has invisible characters.");
    for (user, domain, password, what) in [
        ("", "", "x", missing_user.to_owned()),
        (" \t\u{a0}", "", "x", missing_user.to_owned()),
        ("alice", "", "", "The password is missing.".to_owned()),
        ("", "", "", missing_user.to_owned()),
        (&long, "", "x", bad("user name")),
        ("ali\u{202e}ce", "", "x", bad("user name")),
        ("ali\u{0}ce", "", "x", bad("user name")),
        ("ali\u{200b}ce", "", "x", bad("user name")),
        ("alice", &long, "x", bad("domain")),
        ("alice", "d\u{7f}", "x", bad("domain")),
        ("alice", "", &huge, bad("password")),
    ] {
        let mut page = form();
        page.say(filled(&[
            (Field::USER, user),
            (Field::DOMAIN, domain),
            (Field::PASSWORD, password),
        ]));
        assert_eq!((page.waiting.len(), page.what()), (0, &*what), "{user:?} {domain:?}");
        assert!(matches!(page.model.entry, Entry::Form) && page.focus == Some(Focus::Field));
    }
    for user in [&*fits, "<b>Åsa</b> \"'😀", "עברית"] {
        let mut page = form();
        page.say(typed(user, "x"));
        assert_eq!(page.waiting.len(), 1, "{user}");
    }
}

#[test]
fn refused_sign_ins_make_the_reader_wait() {
    let mut page = form();
    let wrong = "Aurora Aur1 does not accept this user name and password.";
    for n in 1..=3 {
        page.say(typed("alice", "wrong"));
        page.step();
        assert_eq!(page.what(), wrong);
        let waits = page.next().contains("waits for a minute");
        assert_eq!(waits, n == 3, "refused {n} times");
        assert!(matches!(page.model.entry, Entry::Form) && page.waiting.is_empty());
    }
    assert_eq!(page.log, [(Method::Post, 0); 3]);
    page.say(typed("alice", PASSWORD));
    assert_eq!(page.what(), "Wait 60 seconds before trying again.");
    page.tick(59_001);
    page.say(typed("alice", PASSWORD));
    assert_eq!((page.what(), page.log.len()), ("Wait 1 second before trying again.", 3));
    page.tick(60_000);
    page.say(typed("alice", "wrong"));
    page.step();
    page.say(typed("alice", PASSWORD));
    assert_eq!(page.what(), "Wait 60 seconds before trying again.", "the count goes on");
    page.tick(120_000);
    page.say(typed("alice", PASSWORD));
    page.step();
    assert_eq!((page.model.refusals.count, page.what()), (0, ""));
}

/// The wait is for what an account is locked by, not for everything.
#[test]
fn only_a_401_counts() {
    let mut page = form();
    for outcome in [
        Err(NetError::Timeout),
        Err(NetError::Unreachable),
        Ok(refusal(403)),
        Ok(refusal(429)),
        Ok(refusal(503)),
        Ok(reply(201, &json!({}))),
    ] {
        page.say(typed("alice", PASSWORD));
        page.instead(outcome);
        assert!(!page.what().is_empty() && page.waiting.is_empty(), "never repeated by itself");
    }
    assert_eq!(page.model.refusals.count, 0);
    (0..3).for_each(|_| {
        page.say(typed("alice", "wrong"));
        page.settle();
    });
    page.say(SignInMsg::ChooseMethod(SignInMethod::TOKEN));
    page.say(cloud::page::pasted(&ALICE.token));
    page.settle();
    assert!(page.model.account().is_some(), "a token is no guess at a password");
}

#[test]
fn a_double_click_is_one_sign_in() {
    let mut page = form();
    page.say(typed("alice", PASSWORD));
    page.say(typed("alice", PASSWORD));
    page.say(SignInMsg::ChooseMethod(SignInMethod::TOKEN));
    page.say(SignInMsg::Open);
    assert_eq!((page.waiting.len(), page.model.method), (1, SignInMethod::PASSWORD));
}

#[test]
fn a_list_of_projects_that_fails_is_asked_for_three_times() {
    let mut page = form();
    page.say(typed("alice", PASSWORD));
    page.step();
    for _ in 0..3 {
        assert_eq!(page.model.entry.awaited(), Some(page.waiting[0].ticket.number));
        page.cut();
    }
    assert_eq!(page.asked(), [POST, PROJECTS, PROJECTS, PROJECTS, "Delete /auth/tokens"]);
    assert_eq!(page.what(), "The browser could not reach https://aur.example:5000/v3.");
    page.settle();
    page.is_wiped();

    let mut page = form();
    page.say(typed("alice", PASSWORD));
    page.step();
    page.instead(Ok(refusal(401)));
    assert_eq!(page.what(), "Aurora Aur1 does not accept this token.", "nobody was signed in yet");
}

#[test]
fn a_project_that_is_refused_can_be_replaced_by_another() {
    let mut page = by("alice");
    page.say(SignInMsg::ChooseProject(id("katla")));
    page.instead(Ok(refusal(401)));
    assert_eq!(page.what(), "You can't access the project Project katla.");
    assert!(matches!(page.model.entry, Entry::Choosing(_)) && page.waiting.is_empty());
    page.say(SignInMsg::ChooseProject(id("hekla")));
    page.settle();
    assert_eq!(page.account().project.id.as_str(), "hekla");
    page.say(SessionMsg::SignOut);
    page.settle();
    assert_eq!(page.cloud.revoked.len(), 2);
}

/// A token for another project than the one that was asked for is no way in, and ends.
#[test]
fn a_token_for_something_else_is_not_used() {
    for scope in [json!({"id": "hekla", "name": "x"}), Value::Null] {
        let mut page = by("alice");
        page.say(SignInMsg::ChooseProject(id("katla")));
        let sent = page.take();
        let mut answer = page.cloud.answer(&sent.request);
        let mut body: Value = serde_json::from_str(answer.body.expose()).unwrap();
        body["token"]["project"] = scope;
        answer.body = Secret::new(body.to_string());
        page.deliver(&sent, Ok(answer));
        page.settle();
        assert!(page.model.account().is_none() && page.what().contains("like a Keystone server"));
        assert_eq!(page.cloud.revoked, ["made-up-token-issued-2"]);
    }
}
