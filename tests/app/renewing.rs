//! A session that is renewed: the token changes, and nothing else.

use crate::client_files::client;
use crate::cloud;

use keyfill::core::message::{CommandsMsg, EdgeMsg, KeysMsg, SessionMsg, SignInMsg};
use keyfill::core::model::{Entry, Stage, Work};
use keyfill::core::screen::Lead;
use keyfill::core::sign_in::SignInMethod;
use keyfill::core::snippet::Form;

use crate::cloud::page::{Page, key, pasted, typed};
use crate::cloud::{ALICE, BOB, Grant, PASSWORD, UNSCOPED, refusal};

/// The reader opens the form and signs in once more.
fn renew(page: &mut Page, token: &str) {
    page.say(SignInMsg::Open);
    page.say(SignInMsg::ChooseMethod(SignInMethod::TOKEN));
    page.say(pasted(token));
}

#[test]
fn a_renewal_changes_the_token_and_nothing_else() {
    let mut page = Page::by_password();
    page.cloud.plant(&ALICE);
    page.say(KeysMsg::Refresh);
    page.settle();
    let chosen = page.own()[1].to_owned();
    page.say(KeysMsg::Choose(key(&chosen)));
    page.say(CommandsMsg::ChooseClient(client("mc")));
    page.say(CommandsMsg::ChooseForm(Form::Quick));
    page.say(CommandsMsg::Reveal(true));
    page.say(KeysMsg::Rotate(key(&chosen)));
    page.settle();
    page.say(KeysMsg::Filter("acce".into()));
    page.tick(10 * 60_000);
    page.say(KeysMsg::Refresh);
    let list = page.take();
    page.asked();

    page.say(SignInMsg::Open);
    page.say(typed("alice", PASSWORD));
    page.settle();
    assert_eq!(page.asked(), ["Post /auth/tokens", "Get /auth/projects", "Post /auth/tokens"]);
    assert!(matches!(page.work(), Work::Refreshing), "work under way goes on");
    let answer = page.cloud.answer(&list.request);
    page.deliver(&list, Ok(answer));
    assert_eq!((page.own().len(), page.chosen()), (3, Some(&*chosen)));
    let account = page.account();
    assert!(matches!(account.rotation.as_ref().unwrap().stage, Stage::Proving(_)));
    assert_eq!((account.window.filter.as_str(), account.spent.len()), ("acce", 2));
    assert_eq!((page.model.client, page.model.style.form), (client("mc"), Form::Quick));
    assert!(page.model.revealed && page.cloud.revoked.is_empty());
    assert!(matches!(page.screen().bar.lead, Lead::Session { minutes: 60, .. }));
    page.say(SessionMsg::SignOut);
    page.settle();
    assert_eq!(page.cloud.revoked.len(), 4, "both chains, at the end");
}

#[test]
fn a_renewal_as_somebody_else_replaces_everything() {
    let mut page = Page::by_password();
    page.say(CommandsMsg::ChooseForm(Form::Quick));
    page.say(CommandsMsg::Reveal(true));
    page.cloud.plant(&BOB);
    renew(&mut page, &BOB.token);
    page.settle();
    assert_eq!(page.account().identity.user.as_str(), "bob");
    assert_eq!(page.own(), page.cloud.keys_of(&BOB));
    assert!(!page.model.revealed && page.model.style.form == Form::Prompt);
    page.sign_out();
    page.settle();
    assert_eq!(page.cloud.revoked.len(), 2, "the tokens of the session before");
}

#[test]
fn a_renewal_that_fails_or_is_given_up_loses_nothing() {
    let mut page = Page::by_password();
    let chosen = page.chosen().unwrap().to_owned();
    renew(&mut page, "made-up-token-of-nobody");
    page.settle();
    assert_eq!(page.what(), "Aurora Aur1 does not accept this token.");
    page.say(SignInMsg::Cancel);
    assert_eq!(page.chosen(), Some(&*chosen));
    // A token with little life left ends in the middle of the choice; the session does not.
    page.say(SignInMsg::Open);
    page.say(EdgeMsg::Tick(600_000, cloud::ISSUED + 59 * 60_000));
    page.cloud.grants.push(Grant { user: "many".into(), ..UNSCOPED });
    page.cloud.grants.retain(|grant| grant.token != UNSCOPED.token || grant.user == "many");
    page.say(pasted(&UNSCOPED.token));
    page.settle();
    assert!(matches!(page.model.entry, Entry::Choosing(_)));
    page.tick(660_000);
    assert_eq!(page.what(), "Aurora Aur1 does not accept this token.");
    assert_eq!((page.chosen(), page.account().project.id.as_str()), (Some(&*chosen), "katla"));
}

/// The old token is dead, and requests that were made with it come back after the renewal.
#[test]
fn a_401_to_the_old_token_says_nothing_about_the_new_one() {
    let renewed = |act: fn(&mut Page)| {
        let mut page = Page::new();
        page.cloud.plant(&ALICE);
        page.sign_in(&ALICE);
        act(&mut page);
        let sent = page.take();
        let grant = Grant { token: "made-up-token-alice-again".into(), ..ALICE };
        page.cloud.grants.push(grant.clone());
        renew(&mut page, &grant.token);
        page.settle();
        page.deliver(&sent, Ok(refusal(401)));
        page.settle();
        assert!(page.model.account().is_some(), "{}", page.what());
        assert_eq!(page.own(), page.cloud.keys_of(&ALICE), "{}", page.what());
        assert!(matches!(page.work(), Work::Idle));
        page.what().to_owned()
    };
    assert_eq!(renewed(|page| page.say(KeysMsg::Refresh)), "");
    let what = renewed(|page| page.say(KeysMsg::Create));
    assert_eq!(
        what,
        "Keystone did not confirm that it created a key, and the list has no new one."
    );
    let delete = |page: &mut Page| {
        page.say(KeysMsg::AskDelete(key(page.own()[0])));
        page.say(KeysMsg::ConfirmDelete);
    };
    assert!(renewed(delete).ends_with("was not deleted."));
    let check = |page: &mut Page| {
        page.say(KeysMsg::AskDelete(key(page.own()[0])));
        page.say(KeysMsg::ConfirmDelete);
        page.instead(Ok(refusal(401)));
    };
    assert!(renewed(check).ends_with("was not deleted."));
}
