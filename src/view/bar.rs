//! The line above everything: whose commands these are, the region, and the way in or out.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::Context;
use super::doing::dialog;
use super::element::{
    changeable, clickable, element, flag, list, nothing, paragraph, strong, tag, verbatim,
};
use super::words::{say, text};
use crate::core::message::{CommandsMsg, Msg, SessionMsg, SignInMsg};
use crate::core::screen::{Aside, Bar, BarButton, Lead, Question, Reach, RegionChoice};
use crate::core::words::Text;
use crate::core::words::catalog::bar as texts;

/// The bar, and below it, while nobody is signed in, how to make keys by hand.
pub fn bar(bar: &Bar, context: &Context) -> Html {
    let has_regions = !bar.regions.is_empty();
    let controls = vec![
        if has_regions { picker(&bar.regions, context) } else { nothing() },
        list(bar.buttons.iter().map(|which| button(*which, context)).collect()),
    ];
    // Without a script the controls do nothing: they keep their place, unseen.
    let mut line = Vec::new();
    line.extend(bar.title.iter().map(|title| title_line(title)));
    line.push(paragraph("keyfill-lead", lead(&bar.lead, bar.sample)));
    line.push(
        tag!("div", [("class", "keyfill-controls"), ("inert", flag(!context.live))], controls)
            .into(),
    );
    // The picker keeps the focus while what is below the bar comes and goes.
    list(vec![
        element("div", "keyfill-bar", line),
        bar.aside.as_ref().map_or_else(nothing, |which| aside(which, context)),
        bar.question.as_ref().map_or_else(nothing, |which| question(which, context)),
    ])
}

/// What the author has put over the panel.
pub fn title_line(title: &str) -> Html {
    paragraph("keyfill-title", vec![verbatim(title.to_owned())])
}

/// The line below the bar.
pub fn aside(which: &Aside, context: &Context) -> Html {
    let words = match which {
        Aside::WhatIsThis => {
            let how = texts::BY_HAND
                .code("create", "openstack ec2 credentials create")
                .code("list", "openstack ec2 credentials list");
            let name = element("summary", "", vec![text(texts::WHAT_IS_THIS)]);
            let words = vec![text(texts::WHAT_THIS_IS), verbatim(" "), say(how)];
            return element("details", "keyfill-hint", vec![name, paragraph("", words)]);
        }
        Aside::NoKeyChosen => vec![text(texts::NO_KEY_CHOSEN)],
        Aside::Elsewhere { session, region, index } => {
            let what = texts::ELSEWHERE.name("session", session).name("region", region);
            let mut words = vec![say(what)];
            if let Some(index) = *index {
                let word = say(texts::SIGN_IN_FOR.name("region", region));
                let button =
                    tag!("button", [("type", "button"), ("class", "md-button")], vec![word]);
                words.push(verbatim(" "));
                words.push(clickable(
                    button,
                    context.say(move || CommandsMsg::ChooseRegion(index).into()),
                ));
            }
            words
        }
    };
    paragraph("keyfill-hint", words)
}

fn lead(lead: &Lead, is_sample: bool) -> Vec<Html> {
    let mut words = if is_sample { mark() } else { Vec::new() };
    words.extend(words_of(lead, is_sample));
    words
}

/// Says that the cloud is a made-up one.
pub(super) fn mark() -> Vec<Html> {
    vec![element("strong", "keyfill-sample", vec![text(texts::SAMPLE)]), verbatim(" ")]
}

fn words_of(lead: &Lead, is_sample: bool) -> Vec<Html> {
    match lead {
        Lead::Placeholders(keystone) => before(texts::LEAD_PLACEHOLDERS, keystone),
        Lead::NoKeys(keystone) => before(texts::LEAD_NO_KEYS, keystone),
        Lead::SignIn(place) => {
            vec![strong(vec![say(texts::SIGN_IN_TO.name("place", place))])]
        }
        Lead::Hidden => vec![text(texts::LEAD_HIDDEN)],
        Lead::Session { user, project, region, minutes, soon, reach } => {
            let who = texts::SESSION
                .strong("user", user)
                .strong("project", project)
                .name("region", region);
            if is_sample {
                return vec![say(who)];
            }
            let left = say(texts::MINUTES_LEFT.count("minutes", *minutes));
            let mut words = vec![
                say(who),
                verbatim(" – "),
                element("span", if *soon { "keyfill-soon" } else { "" }, vec![left]),
            ];
            // The line has its place before it is true, so that nothing below moves when it comes.
            match reach {
                Reach::Page => {}
                Reach::SiteSoon => words.extend(small(verbatim("\u{a0}"))),
                Reach::Site => words.extend(small(text(texts::FOLLOWS))),
            }
            words
        }
    }
}

/// What a reader may do, and where a sign-in goes.
fn before(what: Text, keystone: &str) -> Vec<Html> {
    let goes = say(texts::SIGN_IN_GOES_TO.code("keystone", keystone));
    let mut words = vec![strong(vec![text(what)])];
    words.extend(small(goes));
    words
}

/// A smaller line below the one before.
fn small(words: Html) -> [Html; 2] {
    [element("br", "", Vec::new()), element("span", "keyfill-small", vec![words])]
}

fn picker(regions: &[RegionChoice], context: &Context) -> Html {
    let id = context.id("region");
    let option = |region: &RegionChoice| {
        tag!(
            "option",
            [("selected", flag(region.chosen)), ("disabled", flag(!region.open))],
            vec![verbatim(region.name.clone())]
        )
        .into()
    };
    let options = regions.iter().map(option).collect();
    let select = tag!(
        "select",
        [("id", id.as_str()), ("class", "keyfill-select"), ("autocomplete", "off")],
        options
    );
    list(vec![
        tag!("label", [("for", &id)], vec![text(texts::REGION)]).into(),
        changeable(select, context.region_changed.clone()),
    ])
}

fn button(which: BarButton, context: &Context) -> Html {
    let (class, focus, word, msg): (_, _, _, fn() -> Msg) = match which {
        BarButton::UseOwnKeys(region) => {
            let open = move || region.map_or(SignInMsg::Open, SignInMsg::OpenFor).into();
            return context.button(PRIMARY, "open", texts::USE_OWN_KEYS, open);
        }
        BarButton::Renew => (PRIMARY, "", texts::SIGN_IN_AGAIN, || SignInMsg::Open.into()),
        BarButton::TrySample(region, is_coming) => {
            let try_it = context.say(move || SignInMsg::TrySample(region).into());
            return clickable(quiet(texts::TRY_SAMPLE, "sample", is_coming), try_it);
        }
        BarButton::SwitchProject(is_free) => {
            let switch = context.say(|| SignInMsg::SwitchProject.into());
            return clickable(quiet(texts::SWITCH_PROJECT, "", !is_free), switch);
        }
        BarButton::Unhide => {
            ("md-button", "keep", texts::UNHIDE, || SessionMsg::Hide(false).into())
        }
        BarButton::SignOut => ("md-button", "", texts::SIGN_OUT, || SessionMsg::SignOut.into()),
    };
    context.button(class, focus, word, msg)
}

/// A button that may have nothing to do now.
fn quiet(word: Text, focus: &'static str, is_disabled: bool) -> VTag {
    tag!(
        "button",
        [
            ("type", "button"),
            ("class", "md-button"),
            ("data-focus", focus),
            ("disabled", flag(is_disabled))
        ],
        vec![text(word)]
    )
}

fn question(which: &Question, context: &Context) -> Html {
    let id = context.id("question");
    let (title, means, word): (_, _, &[(Text, bool)]) = match which {
        Question::Revoke => (
            texts::REVOKE_QUESTION.into(),
            texts::REVOKE_MEANS,
            &[(texts::SIGN_OUT, false), (texts::SIGN_OUT_AND_REVOKE, true)],
        ),
        Question::Move(region) => (
            texts::MOVE_QUESTION.name("region", region),
            texts::MOVE_MEANS,
            &[(texts::SIGN_IN_THERE, false)],
        ),
    };
    let mut parts = vec![
        tag!("p", [("id", &id)], vec![strong(vec![say(title)])]).into(),
        paragraph("", vec![text(means)]),
    ];
    for (word, revoke) in word {
        let focus = if *revoke { "" } else { "keep" };
        parts.push(
            context.button("md-button", focus, *word, || SessionMsg::AnswerSignOut(*revoke).into()),
        );
    }
    parts.push(context.button("md-button", "", texts::STAY_SIGNED_IN, || SessionMsg::Stay.into()));
    dialog(&id, parts, || SessionMsg::Stay.into(), context)
}

const PRIMARY: &str = "md-button md-button--primary";
