//! Projects and regions: from one to another, and a session that is renewed on the way.
//! `tests/app/parting.rs` has its end.

use crate::client_files::client;
use crate::cloud;

use keyfill::core::admit::Id;
use keyfill::core::message::{CommandsMsg, Focus, KeysMsg, SessionMsg, SignInMsg};
use keyfill::core::model::Entry;
use keyfill::core::screen::{BarButton, EntryScreen};
use keyfill::core::sign_in::SignInMethod;

use crate::cloud::page::{Page, key, pasted, typed};
use crate::cloud::{ALICE, BOB, DELEGATED, Grant, PASSWORD, refusal};

fn id(text: &str) -> Id {
    Id::admit(text).unwrap()
}

fn switch(page: &mut Page, project: &str) {
    page.say(SignInMsg::SwitchProject);
    page.settle();
    page.say(SignInMsg::ChooseProject(id(project)));
    page.settle();
}

#[test]
fn another_project_needs_nothing_typed() {
    let mut page = Page::by_password();
    let old = page.chosen().unwrap().to_owned();
    page.say(CommandsMsg::ChooseClient(client("mc")));
    page.say(SignInMsg::SwitchProject);
    page.say(SignInMsg::SwitchProject);
    page.settle();
    let Some(EntryScreen::Projects(projects)) = page.screen().entry else { panic!() };
    let here: Vec<bool> = projects.rows.iter().map(|row| row.is_current).collect();
    assert_eq!((here, page.focus), (vec![false, true], Some(Focus::Choice)));
    page.say(SignInMsg::ChooseProject(id("hekla")));
    page.settle();
    let list = "Get /users/alice/credentials/OS-EC2";
    assert_eq!(page.asked(), ["Get /auth/projects", "Post /auth/tokens", list]);
    assert_eq!(page.account().project.id.as_str(), "hekla");
    assert!(page.chosen().is_some() && page.chosen() != Some(&*old));
    assert_eq!(page.model.client, client("mc"));
    assert!(page.cloud.revoked.is_empty(), "a request may still be under way with the old token");
    switch(&mut page, "katla");
    assert_eq!(page.chosen(), Some(&*old));
    page.say(SessionMsg::SignOut);
    page.settle();
    assert_eq!(page.cloud.revoked.len(), 4, "the root, and one for each time");
    page.is_wiped();
}

#[test]
fn a_pasted_token_for_a_project_may_be_changed_too() {
    let mut page = Page::signed_in(&ALICE);
    switch(&mut page, "hekla");
    assert_eq!(page.account().project.id.as_str(), "hekla");
    assert!(page.account().root.pasted);
    page.sign_out();
    page.settle();
    assert_eq!(page.cloud.revoked, ["made-up-token-issued-1"], "the pasted one was not asked for");

    let mut page = Page::signed_in(&ALICE);
    page.cloud.forbids_rescope = true;
    switch(&mut page, "hekla");
    assert_eq!(page.what(), "This token cannot be exchanged for one for Project hekla.");
    assert_eq!(page.account().project.id.as_str(), "katla");
    page.say(SignInMsg::Cancel);
    assert!(matches!(page.model.entry, Entry::Closed) && page.cloud.revoked.is_empty());
    assert_eq!(page.focus, Some(Focus::Chosen));
}

#[test]
fn a_delegated_token_is_not_offered_another_project() {
    let has = |page: &Page| page.screen().bar.buttons.contains(&BarButton::SwitchProject(true));
    assert!(has(&Page::by_password()));
    let mut page = Page::new();
    // As before release 30: delegated tokens may list.
    page.say(pasted(&DELEGATED.token));
    page.step();
    page.instead(Ok(cloud::reply(200, &serde_json::json!({"credentials": []}))));
    assert!(page.account().identity.delegated && !has(&page));
}

#[test]
fn what_is_not_another_project_changes_nothing() {
    let mut page = Page::signed_in(&BOB);
    page.say(SignInMsg::SwitchProject);
    page.settle();
    assert_eq!(page.what(), "This is your only project.");
    assert!(matches!(page.model.entry, Entry::Closed));

    let mut page = Page::by_password();
    switch(&mut page, "katla");
    assert_eq!((page.cloud.issued, page.what()), (2, ""), "it is there already");
    // The one that is left is another one: it is gone to.
    let mut page = Page::new();
    let grant = Grant { project: Some("askja".into()), ..BOB };
    page.cloud.grants.retain(|known| known.user != BOB.user);
    page.cloud.grants.push(grant);
    page.sign_in(&BOB);
    page.say(SignInMsg::SwitchProject);
    page.settle();
    assert_eq!(page.account().project.id.as_str(), "katla", "{}", page.what());
}

#[test]
fn a_switch_that_is_given_up_keeps_the_session() {
    for steps in 0..3 {
        let mut page = Page::by_password();
        page.say(SignInMsg::SwitchProject);
        (0..steps.min(1)).for_each(|_| page.step());
        if steps == 2 {
            page.say(SignInMsg::ChooseProject(id("hekla")));
        }
        page.say(SignInMsg::Cancel);
        page.settle();
        assert_eq!(page.account().project.id.as_str(), "katla");
        assert!(page.chosen().is_some() && matches!(page.model.entry, Entry::Closed));
        let late = usize::from(steps == 2);
        assert_eq!(page.cloud.revoked.len(), late, "the token that came late");
        page.say(KeysMsg::Refresh);
        page.settle();
        assert_eq!((page.own().len(), page.what()), (1, ""), "its own tokens are valid");
    }
}

#[test]
fn a_dead_token_found_on_the_way_ends_the_session_only_when_it_is_used() {
    let mut page = Page::signed_in(&ALICE);
    page.cloud.revoke(&ALICE);
    page.say(SignInMsg::SwitchProject);
    page.settle();
    assert_eq!(page.what(), "Your token has expired or was revoked.");
    page.is_wiped();

    let mut page = Page::by_password();
    page.say(SignInMsg::SwitchProject);
    page.instead(Ok(refusal(401)));
    assert_eq!(page.what(), "Aurora Aur1 does not accept this token.");
    page.say(KeysMsg::Refresh);
    page.settle();
    assert_eq!(page.own().len(), 1);
}

#[test]
fn a_create_that_answers_in_another_project_is_announced() {
    let mut page = Page::by_password();
    page.say(KeysMsg::Create);
    let create = page.take();
    page.say(SignInMsg::SwitchProject);
    assert!(page.waiting.is_empty(), "one thing after the other");
    page.say(KeysMsg::StopWaiting);
    page.settle();
    switch(&mut page, "hekla");
    let answer = page.cloud.answer(&create.request);
    page.deliver(&create, Ok(answer));
    assert!(page.what().contains("was created in Project katla just after you left"));
    assert_eq!(page.own().len(), 1, "it is not shown among the keys of the other project");
}

/// Else the project would change in the middle, and nobody would say what became of the rest.
#[test]
fn a_delete_gives_up_the_way_to_another_project() {
    for steps in 0..3 {
        let mut page = Page::by_password();
        let own = key(page.own()[0]);
        page.say(SignInMsg::SwitchProject);
        (0..steps.min(1)).for_each(|_| page.step());
        page.say(KeysMsg::AskDelete(own));
        if steps == 2 {
            page.say(SignInMsg::ChooseProject(id("hekla")));
        }
        page.say(KeysMsg::ConfirmDelete);
        assert!(matches!(page.model.entry, Entry::Closed));
        page.settle();
        assert_eq!(page.account().project.id.as_str(), "katla");
        let deleted = page.what().ends_with(" is deleted.");
        assert!(deleted && page.own().is_empty(), "{}", page.what());
        assert_eq!(page.cloud.revoked.len(), usize::from(steps == 2), "what came too late");
    }
}

#[test]
fn projects_can_be_searched() {
    let mut page = Page::new();
    page.model.method = SignInMethod::PASSWORD;
    page.say(typed("many", PASSWORD));
    page.settle();
    for (text, rows) in [("", 12), (" PROJECT1 ", 2), ("project03", 1), ("nothing", 0)] {
        page.say(SignInMsg::SearchProjects(text.into()));
        let Some(EntryScreen::Projects(shown)) = page.screen().entry else { panic!() };
        assert_eq!((shown.rows.len(), shown.more, shown.searchable), (rows, 0, true), "{text}");
        assert_eq!(shown.search, text, "the field shows what was typed");
    }
}
