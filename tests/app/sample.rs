//! Sample sessions: the whole panel with a made-up cloud, and not one request.

use keyfill::core::admit::Id;
use keyfill::core::app_part::{AppPart, AppParts};
use keyfill::core::message::{
    CommandsMsg, CopyTarget, EdgeMsg, KeysMsg, Msg, SessionMsg, SignInMsg,
};
use keyfill::core::model::{Entry, Stage};
use keyfill::core::panel::PanelOptions;
use keyfill::core::screen::{BarButton, Lead, screen};
use keyfill::core::snippet::Part;

use crate::cloud::ALICE;
use crate::cloud::page::{Page, key};

pub const FIRST: &str = "SAMPLE-project-1";
pub const SECOND: &str = "SAMPLE-project-2";

/// A page whose author offers a sample.
pub fn page() -> Page {
    let mut page = Page::new();
    page.model.config.sample = true;
    page
}

/// A page on which a sample is played.
pub fn played() -> Page {
    let mut page = page();
    page.say(SignInMsg::TrySample(None));
    assert!(page.model.is_sample());
    page
}

fn choose(page: &mut Page, project: &str) {
    page.say(SignInMsg::SwitchProject);
    page.say(SignInMsg::ChooseProject(Id::admit(project).unwrap()));
    assert_eq!(page.account().project.id.as_str(), project);
}

/// Everything that the panel's commands hold of a key.
fn of_keys(page: &Page) -> Vec<String> {
    let steps = page.screen().commands.unwrap().steps;
    let parts = steps.into_iter().flat_map(|step| step.snippet.parts);
    parts
        .filter_map(|part| match part {
            Part::Secret(secret) => Some(secret.expose().to_owned()),
            Part::Value(value) => Some(value),
            _ => None,
        })
        .collect()
}

#[test]
fn what_is_set_up_is_no_profile_of_the_readers() {
    let mut page = played();
    page.say(KeysMsg::Create);
    let screen = page.screen().commands.unwrap();
    assert_eq!(screen.filled.unwrap().profile, "sample-aur1");
    let values = of_keys(&page);
    assert!(values.iter().any(|value| value.contains("sample-aur1")));
    assert!(!values.iter().any(|value| value.trim_matches(['\'', '"']) == "aur1"), "{values:?}");
    // Also where there is no key any more, and what was set up is to be undone.
    page.say(SessionMsg::SignOut);
    assert!(page.screen().commands.unwrap().filled.is_none());
    assert!(!of_keys(&page).iter().any(|value| value.contains("sample")));
}

#[test]
fn only_where_the_author_offers_one() {
    let mut page = Page::new();
    let offers = |page: &Page| {
        page.screen().bar.buttons.iter().any(|b| matches!(b, BarButton::TrySample(..)))
    };
    page.say(SignInMsg::TrySample(None));
    assert!(page.model.account().is_none() && !offers(&page));
    page.model.config.sample = true;
    assert!(offers(&page));
    page.say(SignInMsg::Open);
    assert!(offers(&page), "in the form, too");
    page.say(SignInMsg::TrySample(None));
    assert!(page.model.is_sample() && !offers(&page) && matches!(page.model.entry, Entry::Closed));
}

#[test]
fn it_is_a_whole_session_without_a_request() {
    let mut page = played();
    assert_eq!(page.own().len(), 0, "so that the reader sees how one is made");
    page.say(KeysMsg::Create);
    assert_eq!((page.own(), page.chosen()), (vec!["SAMPLE-KEY-2"], Some("SAMPLE-KEY-2")));
    page.say(KeysMsg::Test(Some(key("SAMPLE-KEY-2"))));
    assert!(page.keys().test.is_some());
    page.say(KeysMsg::Test(None));

    page.say(KeysMsg::Rotate(key("SAMPLE-KEY-2")));
    let stage = &page.account().rotation.as_ref().unwrap().stage;
    assert!(matches!(stage, Stage::Proving(new) if new.as_str() == "SAMPLE-KEY-3"));
    page.say(KeysMsg::Switch);
    page.say(KeysMsg::Installed);
    page.say(KeysMsg::AskDelete(key("SAMPLE-KEY-2")));
    page.say(KeysMsg::ConfirmDelete);
    assert_eq!((page.own(), page.chosen()), (vec!["SAMPLE-KEY-3"], Some("SAMPLE-KEY-3")));
    page.say(KeysMsg::Refresh);
    assert_eq!(page.own(), ["SAMPLE-KEY-3"]);

    choose(&mut page, SECOND);
    assert_eq!(page.own(), ["SAMPLE-KEY-1"], "another project, other keys");
    choose(&mut page, FIRST);
    assert_eq!(page.own(), ["SAMPLE-KEY-3"], "nothing is lost");

    page.say(SessionMsg::SignOut);
    page.is_wiped();
    assert!(matches!(page.screen().bar.lead, Lead::Placeholders(_)), "nobody is asked");
    assert_eq!(page.log, [], "not one request");
}

#[test]
fn it_is_marked_all_the_time_and_so_is_what_it_fills_in() {
    let mut page = played();
    page.say(KeysMsg::Create);
    let filled = of_keys(&page);
    assert!(filled.iter().any(|text| text == "SAMPLE-KEY-2"), "{filled:?}");
    assert!(filled.iter().any(|text| text.starts_with("SAMPLE-SECRET-")), "{filled:?}");
    let target = CopyTarget::Step(page.model.edition(), 0);
    page.say(CommandsMsg::Copy(target));
    assert!(page.copied.iter().any(|(_, text)| text.expose().contains("SAMPLE-KEY-2")));
    assert!(page.screen().bar.sample);
    page.say(SessionMsg::Hide(true));
    let bar = page.screen().bar;
    assert!(bar.sample && bar.lead == Lead::Hidden);
    let elsewhere = PanelOptions { region: Some(2), ..PanelOptions::default() };
    assert!(screen(&page.model, &elsewhere).bar.sample);
}

#[test]
fn a_sample_is_everywhere() {
    let mut page = played();
    page.say(KeysMsg::Create);
    page.say(CommandsMsg::ChooseRegion(2));
    assert_eq!(page.model.region, 2, "a region of another Keystone asks for no sign-in");
    assert!(page.screen().bar.question.is_none() && page.model.is_sample());
    assert!(!of_keys(&page).is_empty());
    assert_eq!(page.log, []);
}

#[test]
fn what_makes_it_is_fetched_when_it_is_wanted() {
    let mut page = page();
    page.model.parts = AppParts::AWAY;
    page.say(EdgeMsg::Watch);
    assert_eq!(page.parts, []);
    page.say(SignInMsg::TrySample(Some(1)));
    assert_eq!(page.parts, [AppPart::Sample]);
    assert!(page.screen().bar.buttons.contains(&BarButton::TrySample(None, true)));
    page.say(EdgeMsg::PartLost(AppPart::Sample));
    assert!(page.model.notice.is_some() && page.model.waiting.is_empty());
    page.say(SignInMsg::TrySample(Some(1)));
    page.say(EdgeMsg::PartCame(AppPart::Sample));
    assert!(page.model.is_sample() && page.model.region == 1);
    page.say(EdgeMsg::PartCame(AppPart::Keys));
    assert_eq!(page.own().len(), 0);
    assert_eq!(page.log, []);
}

#[test]
fn who_signs_in_meanwhile_gets_no_sample() {
    let mut page = page();
    page.model.parts = AppParts::AWAY;
    page.say(SignInMsg::TrySample(None));
    page.sign_in(&ALICE);
    assert!(page.model.waiting.iter().all(|msg| !matches!(msg, Msg::SignIn(_))));
    page.say(EdgeMsg::PartCame(AppPart::Sample));
    assert!(!page.model.is_sample());
}

#[test]
fn it_ends_like_a_session_and_asks_nobody_to_sign_in() {
    let mut page = played();
    page.say(KeysMsg::Create);
    page.tick(page.model.config.idle_ms);
    page.is_wiped();
    assert!(matches!(page.model.entry, Entry::Closed) && page.model.notice.is_some());
    let mut page = played();
    page.say(EdgeMsg::Leave);
    page.is_wiped();
    assert_eq!(page.log, []);
    // A real session after one has nothing of it.
    let mut page = played();
    page.say(KeysMsg::Create);
    page.say(SessionMsg::SignOut);
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    assert!(!page.model.is_sample() && !page.screen().bar.sample);
    assert!(page.own().iter().all(|access| !access.starts_with("SAMPLE")));
}
