//! A sample stands alone: nothing of it gets out, and nothing real gets into it.

use keyfill::core::admit::{Id, Token};
use keyfill::core::http::{Method, SAMPLE_ADDRESS};
use keyfill::core::keystone::{create, delete, issue, list, projects, revoke, validate};
use keyfill::core::message::{CommandsMsg, KeysMsg, Msg, SessionMsg, SignInMsg};
use keyfill::core::model::{Account, Listing};
use keyfill::core::sample::SampleCloud;
use keyfill::core::secret::Secret;
use proptest::prelude::*;

use crate::cloud::page::{Page, key, pasted, typed};
use crate::cloud::{ALICE, ALICE_IN_HEKLA};
use crate::sample::{FIRST, SECOND, page, played};

#[test]
fn no_real_token_gets_into_a_sample_and_none_of_a_sample_out() {
    // Whatever is typed or pasted, the form does not open.
    let mut page = played();
    page.say(SignInMsg::Open);
    page.say(pasted(&ALICE.token));
    page.say(typed("alice", crate::cloud::PASSWORD));
    assert!(page.model.is_sample() && page.log.is_empty());
    // Nobody can paste the token of a sample.
    let token = SampleCloud::token();
    assert!(Token::admit(token.as_secret()).is_none());
    // Every request in its name has an address that nothing is fetched from.
    let region = page.model.region().clone();
    let (keystone, id) = (&region.keystone, Id::admit("x").unwrap());
    for request in [
        validate::ask(keystone, &token),
        list::ask(keystone, &token, &id),
        create::ask(keystone, &token, &id, &id),
        delete::ask(keystone, &token, &id, &key("abc")),
        projects::ask(keystone, &token),
        revoke::ask(keystone, &token),
        issue::ask_for_project(keystone, &token, &id),
    ] {
        assert!(request.is_for_sample() && request.url.starts_with(SAMPLE_ADDRESS), "{request:?}");
    }
    let real = Token::admit(&Secret::new(ALICE.token.to_string())).unwrap();
    assert!(!issue::ask_for_project(keystone, &real, &id).is_for_sample());
    assert!(!list::ask(keystone, &real, &id).is_for_sample());
}

#[test]
fn a_keystone_that_issues_the_token_of_a_sample_gets_nothing() {
    let mut page = Page::by_password();
    page.asked();
    page.say(SignInMsg::SwitchProject);
    page.settle();
    page.say(SignInMsg::ChooseProject(Id::admit("hekla").unwrap()));
    let sent = page.take();
    let mut response = page.cloud.answer(&sent.request);
    response.subject_token = Some(SampleCloud::token().as_secret().clone());
    page.deliver(&sent, Ok(response));
    assert!(!page.model.is_sample() && page.account().project.id.as_str() == "katla");
    assert!(!page.what().is_empty(), "it is no token, and the session stays where it is");
    page.settle();
    assert!(page.asked().iter().all(|line| !line.contains(SAMPLE_ADDRESS)));
}

#[test]
fn a_sign_in_that_was_given_up_for_a_sample_is_revoked_at_keystone() {
    let mut page = page();
    page.model.method = keyfill::core::sign_in::SignInMethod::PASSWORD;
    page.say(SignInMsg::Open);
    page.say(typed("alice", crate::cloud::PASSWORD));
    let sent = page.take();
    page.say(SignInMsg::TrySample(None));
    assert!(!page.model.is_sample(), "not before the reader has given it up");
    page.say(SignInMsg::Cancel);
    page.say(SignInMsg::TrySample(None));
    assert!(page.model.is_sample());
    page.asked();
    let response = page.cloud.answer(&sent.request);
    page.deliver(&sent, Ok(response));
    assert_eq!(page.asked(), ["Delete /auth/tokens"], "and the sample hears nothing of it");
    page.settle();
    assert_eq!(page.cloud.revoked.len(), 1);
    assert!(page.model.is_sample());
}

/// What a reader may do, with numbers that pick one of what there is.
fn act(page: &Page, what: u8, n: usize) -> Msg {
    let own = page.model.account().map(|_| page.own());
    let access = own.and_then(|own| own.get(n % own.len().max(1)).map(|access| key(access)));
    let access = access.unwrap_or_else(|| key("SAMPLE-KEY-9"));
    let project = Id::admit([FIRST, SECOND, "x"][n % 3]).unwrap();
    match what {
        0 => KeysMsg::Create.into(),
        1 => KeysMsg::Refresh.into(),
        2 => KeysMsg::Rotate(access).into(),
        3 => KeysMsg::Switch.into(),
        4 => KeysMsg::Installed.into(),
        5 => KeysMsg::AskDelete(access).into(),
        6 => KeysMsg::ConfirmDelete.into(),
        7 => KeysMsg::Choose(access).into(),
        8 => SignInMsg::SwitchProject.into(),
        9 => SignInMsg::ChooseProject(project).into(),
        10 => SignInMsg::Cancel.into(),
        11 => CommandsMsg::ChooseRegion(n % 3).into(),
        12 => SessionMsg::SignOut.into(),
        13 => SignInMsg::TrySample(None).into(),
        14 => KeysMsg::MarkSeveral.into(),
        15 => KeysMsg::Mark(access).into(),
        16 => KeysMsg::AskDeleteMarked.into(),
        // Who has left the sample may sign in, of course.
        _ if !page.model.is_sample() => SignInMsg::TrySample(None).into(),
        _ => pasted(&ALICE_IN_HEKLA.token),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_reader_does_nothing_leaves_the_page(
        acts in prop::collection::vec((0..18u8, 0..6usize), 1..40)
    ) {
        let mut page = played();
        for (what, n) in acts {
            let msg = act(&page, what, n);
            page.say(msg);
            prop_assert!(page.log.is_empty(), "{:?}", page.trail);
            prop_assert!(page.model.account().is_none_or(|account| account.sample.is_some()));
            let is_known = |account: &Account| matches!(account.listing, Listing::Known(_));
            prop_assert!(page.model.account().is_none_or(is_known), "it waits for nobody");
        }
    }
}

#[test]
fn it_refuses_what_no_session_would_ask() {
    let mut cloud = SampleCloud::new();
    let page = page();
    let (keystone, token) = (&page.model.region().keystone, SampleCloud::token());
    let unknown = Id::admit("nowhere").unwrap();
    let status = |cloud: &mut SampleCloud, request| cloud.answer(&request).status;
    let scope = issue::ask_for_project(keystone, &token, &unknown);
    assert_eq!(status(&mut cloud, scope), 404);
    let gone = delete::ask(keystone, &token, &unknown, &key("SAMPLE-KEY-7"));
    assert_eq!(status(&mut cloud, gone), 404);
    let mut strange = list::ask(keystone, &token, &unknown);
    strange.url = [SAMPLE_ADDRESS, "/else"].concat();
    assert_eq!((strange.method, status(&mut cloud, strange.clone())), (Method::Get, 404));
}
