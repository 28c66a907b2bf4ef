//! The line above everything: whose commands these are, the region, and the way in or out.

use yew::prelude::*;

use super::Context;
use super::doing::dialog;
use super::element::{
    changeable, clickable, code, element, flag, list, name, nothing, paragraph, strong, tag, text,
    verbatim,
};
use crate::core::message::Msg;
use crate::core::screen::{Aside, Bar, BarButton, Lead, Question, RegionChoice};

/// The bar, and below it, while nobody is signed in, how to make keys by hand.
pub fn bar(bar: &Bar, context: &Context) -> Html {
    let has_regions = !bar.regions.is_empty();
    let controls = vec![
        if has_regions { picker(&bar.regions, context) } else { nothing() },
        list(bar.buttons.iter().map(|which| button(*which, context)).collect()),
    ];
    // Without a script the controls do nothing: they keep their place, unseen.
    let values = &["keyfill-controls", flag(!context.live)];
    let mut line = Vec::new();
    line.extend(bar.title.iter().map(|title| title_line(title)));
    line.push(paragraph("keyfill-lead", lead(&bar.lead)));
    line.push(tag("div", &["class", "inert"], values, controls).into());
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
        Aside::ByHand => vec![
            text("By hand: "),
            code("openstack ec2 credentials create"),
            text(" makes a key, "),
            code("openstack ec2 credentials list"),
            text(" shows yours."),
        ],
        Aside::NoKeyChosen => vec![text(NO_KEY_CHOSEN)],
        Aside::Elsewhere { session, region, index } => {
            let what = ["You are signed in for ", session, ". ", region, ELSEWHERE].concat();
            let mut words = vec![text(what)];
            if let Some(index) = *index {
                let button = ["Sign in for ", region].concat();
                let button =
                    tag("button", &["type", "class"], &["button", "md-button"], vec![text(button)]);
                words.push(clickable(button, context.say(move || Msg::ChooseRegion(index))));
            }
            words
        }
    };
    paragraph("keyfill-hint", words)
}

fn lead(lead: &Lead) -> Vec<Html> {
    match lead {
        Lead::Placeholders => vec![text("Commands below use placeholders.")],
        Lead::NoKeys => vec![text("Your keys are listed here once you sign in.")],
        Lead::Session { user, project, region, minutes, soon } => {
            let left = vec![verbatim(minutes.to_string()), text(" min left")];
            vec![
                strong(vec![name(user)]),
                text(" in "),
                strong(vec![name(project)]),
                verbatim([", ", region, " – "].concat()),
                element("span", if *soon { "keyfill-soon" } else { "" }, left),
            ]
        }
    }
}

fn picker(regions: &[RegionChoice], context: &Context) -> Html {
    let id = context.id("region");
    let option = |region: &RegionChoice| {
        let values = &[flag(region.chosen), flag(!region.open)];
        tag("option", &["selected", "disabled"], values, vec![verbatim(region.name.clone())]).into()
    };
    let options = regions.iter().map(option).collect();
    let values = &[id.as_str(), "keyfill-select", "off"];
    let select = tag("select", &["id", "class", "autocomplete"], values, options);
    list(vec![
        tag("label", &["for"], &[&id], vec![text("Region")]).into(),
        changeable(select, context.region_changed.clone()),
    ])
}

fn button(which: BarButton, context: &Context) -> Html {
    let (class, focus, word, msg): (_, _, _, fn() -> Msg) = match which {
        BarButton::UseOwnKeys(region) => {
            let open = move || region.map_or(Msg::OpenSignIn, Msg::OpenSignInFor);
            return context.button(PRIMARY, "open", "Use my own keys", open);
        }
        BarButton::Renew => (PRIMARY, "", "Sign in again", || Msg::OpenSignIn),
        BarButton::SwitchProject(is_free) => {
            let values = &["button", "md-button", flag(!is_free)];
            let word = vec![text("Switch project")];
            let button = tag("button", &["type", "class", "disabled"], values, word);
            return clickable(button, context.say(|| Msg::SwitchProject));
        }
        BarButton::SignOut => ("md-button", "", "Sign out", || Msg::SignOut),
    };
    context.button(class, focus, word, msg)
}

fn question(which: &Question, context: &Context) -> Html {
    let id = context.id("question");
    let (title, means, word): (_, _, &[(&'static str, bool)]) = match which {
        Question::Revoke => (
            "Sign out of this page?".into(),
            "You pasted the token, so a terminal may be using it too. Revoking it ends it \
             everywhere; without that, it ends by itself.",
            &[("Sign out", false), ("Sign out and revoke the token", true)],
        ),
        Question::Move(region) => (
            [region, " has a Keystone of its own. Sign out here, and sign in there?"].concat(),
            "A token is good for one Keystone only. Your keys stay as they are.",
            &[("Sign in there", false)],
        ),
    };
    let mut parts = vec![
        tag("p", &["id"], &[&id], vec![strong(vec![text(title)])]).into(),
        paragraph("", vec![text(means)]),
    ];
    for (word, revoke) in word {
        let focus = if *revoke { "" } else { "keep" };
        parts.push(context.button("md-button", focus, word, || Msg::AnswerSignOut(*revoke)));
    }
    parts.push(context.button("md-button", "", "Stay signed in", || Msg::Stay));
    dialog(&id, parts, || Msg::Stay, context)
}

const ELSEWHERE: &str =
    " has a Keystone of its own, so the commands here keep their placeholders. ";
const NO_KEY_CHOSEN: &str = "No key is in the commands: create or choose one in the list of keys.";
const PRIMARY: &str = "md-button md-button--primary";
