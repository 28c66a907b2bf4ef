//! A session on its way from one page of the site to the next.

use std::sync::LazyLock;

use keyfill::core::admit::AccessKey;
use keyfill::core::clock::Millis;
use keyfill::core::config::SessionReach;
use keyfill::core::handover::{MOST_BYTES, read, written};
use keyfill::core::message::{
    CommandsMsg, EdgeMsg, Effect, KeysMsg, Msg, SessionMsg, SignInMsg, ValuesMsg,
};
use keyfill::core::model::Entry;
use keyfill::core::screen::{Lead, Reach};
use keyfill::core::secret::Secret;
use keyfill::core::snippet::Shell;
use proptest::prelude::*;

use crate::client_files::client;
use crate::cloud::page::{Page, pasted};
use crate::cloud::{ALICE, ISSUED, READER};

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;

fn on_site(mut page: Page) -> Page {
    page.model.config.session = SessionReach::Site;
    page
}

fn on_document(mut page: Page) -> Page {
    page.model.config.session = SessionReach::Document;
    page
}

/// A page whose session goes along, with two keys of which the second is chosen.
fn signed_in() -> (Page, String) {
    let mut page = on_site(Page::new());
    page.cloud.plant(&ALICE);
    let second = page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    assert_eq!(asked(&page), (1, 0), "a worker is wanted, once");
    page.say(EdgeMsg::Follows);
    page.say(KeysMsg::Choose(AccessKey::admit(&second).unwrap()));
    (page, second)
}

/// What a page hands over as it is left.
fn handed_over(page: &mut Page) -> Option<(Secret, i64, Millis)> {
    page.say(EdgeMsg::HandOver);
    let found = page.followed.iter().rposition(|e| matches!(e, Effect::HandOver(..)))?;
    match page.followed.remove(found) {
        Effect::HandOver(plain, expires, idle) => Some((plain, expires, idle)),
        _ => None,
    }
}

/// How often a page has asked for a worker, and for what was carried to be forgotten.
fn asked(page: &Page) -> (usize, usize) {
    let count = |is: fn(&Effect) -> bool| page.followed.iter().filter(|e| is(e)).count();
    (count(|e| matches!(e, Effect::Follow)), count(|e| matches!(e, Effect::Taken)))
}

/// The next page, with the same cloud, some time later.
fn next(before: &mut Page, later: Millis) -> Page {
    let mut page = on_site(Page::new());
    std::mem::swap(&mut page.cloud, &mut before.cloud);
    page.model.wall = before.model.wall + i64::try_from(later).unwrap();
    page
}

#[test]
fn a_session_goes_on_where_it_was_left() {
    let (mut page, second) = signed_in();
    page.say(CommandsMsg::ChooseRegion(1));
    page.say(CommandsMsg::ChooseClient(client("rclone")));
    page.say(CommandsMsg::ChooseShell(Shell::Fish));
    let bucket = page.model.config.slots.by_id("bucket").unwrap();
    page.say(ValuesMsg::Type(bucket, "my-bucket".into()));
    page.tick(10 * MINUTE);
    let (plain, expires, idle) = handed_over(&mut page).unwrap();
    assert_eq!((expires, idle), (ISSUED + i64::try_from(HOUR).unwrap(), 15 * MINUTE));
    assert!(
        plain.expose().starts_with(r#"{"version":"1","keystone":"https://aur.example:5000/v3""#)
    );

    let mut there = next(&mut page, 5_000);
    there.say(EdgeMsg::Arrived(plain));
    assert_eq!(there.waiting.len(), 1, "the keys are listed, and nothing else is asked");
    there.settle();
    assert_eq!(there.chosen(), Some(&*second));
    assert_eq!(there.focus, None, "the reader reads");
    assert_eq!(asked(&there), (1, 1), "and it goes on from there");
    let model = &there.model;
    assert_eq!((model.region, model.client, model.style.shell), (1, client("rclone"), Shell::Fish));
    assert_eq!(model.values.of(bucket), Some("my-bucket"));
    assert!(!model.values.kept);
    let old = page.account();
    let new = there.account();
    assert_eq!(new.expires, HOUR - 10 * MINUTE - 5_000);
    assert_eq!((&new.project, new.root.pasted), (&old.project, true));
    assert_eq!(new.identity.user, old.identity.user);
    assert_eq!((new.identity.delegated, new.identity.may_create), (false, true));
    there.check_secrets();
}

#[test]
fn the_panel_says_how_far_the_session_goes() {
    let reach = |page: &Page| match page.screen().bar.lead {
        Lead::Session { reach, .. } => Some(reach),
        _ => None,
    };
    let mut page = on_site(Page::signed_in(&ALICE));
    assert_eq!(reach(&page), Some(Reach::SiteSoon));
    page.say(EdgeMsg::Follows);
    assert_eq!(reach(&page), Some(Reach::Site));
    let page = on_document(Page::signed_in(&ALICE));
    assert_eq!(reach(&page), Some(Reach::Page));
}

#[test]
fn what_must_be_revoked_is_revoked_on_the_last_page() {
    let mut page = on_site(Page::by_password());
    page.say(EdgeMsg::Follows);
    let (plain, ..) = handed_over(&mut page).unwrap();
    let mut there = next(&mut page, 100);
    there.say(EdgeMsg::Arrived(plain));
    there.settle();
    there.asked();
    there.say(SessionMsg::SignOut);
    there.settle();
    assert!(there.model.account().is_none());
    assert_eq!(there.cloud.revoked.len(), there.cloud.issued);
}

#[test]
fn hidden_data_stays_hidden() {
    let (mut page, _) = signed_in();
    page.say(SessionMsg::Hide(true));
    let (plain, ..) = handed_over(&mut page).unwrap();
    let mut there = next(&mut page, 100);
    there.say(EdgeMsg::Arrived(plain));
    there.settle();
    assert!(matches!(there.screen().bar.lead, Lead::Hidden));
}

#[test]
fn a_chosen_key_that_is_gone_is_said_to_be_gone() {
    let (mut page, second) = signed_in();
    let (plain, ..) = handed_over(&mut page).unwrap();
    page.cloud.credentials.retain(|made| made.access != second);
    let mut there = next(&mut page, 100);
    there.say(EdgeMsg::Arrived(plain));
    there.settle();
    assert_eq!(there.chosen(), None);
    assert!(there.what().contains(&second), "{}", there.what());
}

#[test]
fn nothing_is_handed_over_without_a_session_or_a_worker() {
    let mut page = on_site(Page::new());
    page.say(EdgeMsg::Follows);
    assert!(handed_over(&mut page).is_none(), "nobody is signed in");
    let mut page = on_site(Page::signed_in(&ALICE));
    assert!(handed_over(&mut page).is_none(), "there is no worker");
    page.say(EdgeMsg::Follows);
    page.sign_out();
    assert!(handed_over(&mut page).is_none(), "the reader has signed out");
    let mut page = on_document(Page::new());
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    assert_eq!(asked(&page), (0, 0), "it ends with the document");
}

#[test]
fn what_comes_at_a_wrong_time_is_dropped() {
    let (mut page, _) = signed_in();
    let plain = || written(&page.model).unwrap();
    let dropped = |mut there: Page, plain| {
        there.say(EdgeMsg::Arrived(plain));
        there.model.account().is_none()
    };
    let at = |wall| {
        let mut there = on_site(Page::new());
        there.model.wall = wall;
        there
    };
    let hour = i64::try_from(HOUR).unwrap();
    assert!(!dropped(at(ISSUED + hour - 1), plain()));
    assert!(dropped(at(ISSUED + hour), plain()), "the token has ended");
    assert!(dropped(at(ISSUED - 1), plain()), "the clock was set back");
    assert!(dropped(on_document(Page::new()), plain()), "this page's sessions end with it");
    let mut there = on_site(Page::new());
    there.say(SignInMsg::Open);
    there.say(pasted(&READER.token));
    assert!(!there.model.entry.is_empty());
    there.say(EdgeMsg::Arrived(plain()));
    there.settle();
    assert_eq!(there.account().identity.user_name, READER.user, "the reader has signed in again");
    let mut there = on_site(Page::new());
    there.say(SignInMsg::Open);
    assert!(!dropped(there, plain()), "an open form holds nothing");
    assert!(handed_over(&mut page).is_some());
}

#[test]
fn another_cloud_gets_nothing_and_other_regions_of_the_same_do() {
    let (page, _) = signed_in();
    let mut elsewhere = on_site(Page::new());
    elsewhere.model.config.regions.drain(..2);
    elsewhere.say(EdgeMsg::Arrived(written(&page.model).unwrap()));
    assert!(elsewhere.model.account().is_none() && elsewhere.waiting.is_empty());
    assert_eq!(asked(&elsewhere), (0, 1), "it does not pass it on either");
    assert!(matches!(elsewhere.model.entry, Entry::Closed));
    let mut other = on_site(Page::new());
    other.model.config.regions.remove(0);
    other.say(EdgeMsg::Arrived(written(&page.model).unwrap()));
    assert!(other.model.account().is_some());
    assert_eq!(other.model.region().name.as_str(), "Aur2");
}

#[test]
fn a_form_of_another_version_or_with_a_wrong_value_is_not_read() {
    let (page, _) = signed_in();
    let (good, wall) = (written(&page.model).unwrap(), page.model.wall);
    assert!(read(&good, wall).is_some());
    let good = good.expose();
    for (from, to) in [
        (r#""version":"1""#, r#""version":"2""#),
        (r#""version":"1""#, r#""version":1"#),
        (r#""version":"1","#, ""),
        (r#""keystone":"https:"#, r#""keystone":"ftp:"#),
        (r#""region":"Aur1""#, r#""region":"<b>""#),
        (r#""pasted":true"#, r#""pasted":1"#),
        (r#""spent":[]"#, r#""spent":[["x",1]]"#),
        (r#""spent":[]"#, r#""spent":[1]"#),
        (r#""left":3600000"#, r#""left":-1"#),
        (r#""left":3600000"#, r#""left":0"#),
        (r#""values":[]"#, r#""values":[["a"]]"#),
        (r#""shell":"posix""#, r#""shell":"tcsh""#),
        (r#""hidden":false"#, r#""hidden":null"#),
    ] {
        assert!(good.contains(from), "{from}");
        let bad = Secret::new(good.replacen(from, to, 1));
        assert!(read(&bad, wall).is_none(), "{to}");
    }
    assert!(read(&Secret::new(format!("{good} {}", " ".repeat(MOST_BYTES))), wall).is_none());
    let longer = good.replacen(r#""left":3600000"#, r#""left":36000000"#, 1);
    let left = read(&Secret::new(longer), wall).unwrap().left;
    assert_eq!(left, HOUR, "a token lives no longer than it does");
}

#[test]
fn a_form_that_is_too_long_is_not_written() {
    let (mut page, _) = signed_in();
    let bucket = page.model.config.slots.by_id("bucket").unwrap();
    page.model.values.given.push((bucket, "a".repeat(MOST_BYTES)));
    assert!(handed_over(&mut page).is_none());
    page.say(Msg::Values(ValuesMsg::Clear));
    assert!(handed_over(&mut page).is_some());
}

/// What a page hands over at [`ISSUED`].
static PLAIN: LazyLock<Secret> = LazyLock::new(|| written(&signed_in().0.model).unwrap());

proptest! {
    #[test]
    fn whatever_comes_is_read_or_dropped(at in 0_usize..900, byte in 32_u8..127, cut in 0_usize..900) {
        let mut bytes = PLAIN.expose().as_bytes().to_vec();
        let len = bytes.len();
        bytes[at % len] = byte;
        let text = |bytes: &[u8]| Secret::new(String::from_utf8(bytes.to_vec()).unwrap());
        if let Some(came) = read(&text(&bytes), ISSUED) {
            prop_assert!(came.left <= HOUR);
        }
        prop_assert!(read(&text(&bytes[..cut % len]), ISSUED).is_none());
    }
}
