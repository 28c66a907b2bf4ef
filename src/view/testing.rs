//! How to test a key, and how far a rotation is.

use yew::prelude::*;

use super::Context;
use super::commands::one_step;
use super::element::{clickable, code, element, list, nothing, paragraph, strong, tag, text};
use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::{RotationScreen, Test};
use crate::core::snippet::Step;
use crate::core::text::Answer;

/// The one command that proves a key, and what may come of it. A page cannot do it: object
/// stores do not answer pages of other origins.
pub fn test(
    test: &Test,
    revealed: bool,
    in_rotation: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let title =
        vec![text("Test the key "), code(test.access.as_str().to_owned()), text(" in a terminal")];
    let mut parts = vec![paragraph("", vec![strong(title)])];
    let step = |(index, step): (usize, &Step)| {
        one_step(step, revealed, CopyTarget::TestStep(test.edition, index), copied, context)
    };
    parts.extend(test.steps.iter().enumerate().map(step));
    let answer = |answer: &Answer| {
        list(vec![
            element("dt", "", vec![element("code", "", vec![text(answer.sees)])]),
            element("dd", "", vec![text(answer.means)]),
        ])
    };
    parts.push(element(
        "details",
        "keyfill-more",
        vec![
            element("summary", "", vec![text("What you may see, and what it means")]),
            element("dl", "", test.answers.iter().map(answer).collect()),
        ],
    ));
    let focus = if in_rotation { "" } else { "next" };
    if !in_rotation {
        parts.push(context.button("md-button", "", "Close the test", || Msg::Test(None)));
    }
    tag("div", &["class", "data-focus", "tabindex"], &["keyfill-test", focus, "-1"], parts).into()
}

/// The stages of a rotation, with the one that is next.
pub fn rotation(rotation: &RotationScreen, context: &Context) -> Html {
    let Some(new) = &rotation.new else { return nothing() };
    let (old, switched) = (rotation.old.clone(), rotation.switched);
    let key = |access: &str| code(access.to_owned());
    let mut prove = vec![text("Prove that it works: run the test below.")];
    let mut switch = vec![text("The commands below take the new key.")];
    let mut delete = vec![text("Delete the old key "), key(old.as_str()), text(".")];
    if switched {
        switch.push(text(
            " Run the first command again wherever the old key is in use, before you go on.",
        ));
        let values = &["button", "md-button keyfill-danger", "next"];
        let keys = &["type", "class", "data-focus"];
        let button = tag("button", keys, values, vec![text("Delete the old key")]);
        delete.push(clickable(button, context.say(move || Msg::AskDelete(old.clone()))));
    } else {
        let word = "It works: use it in the commands";
        prove.push(context.button("md-button md-button--primary", "next", word, || Msg::Switch));
    }
    let item = |parts: Vec<Html>, is_next: bool| {
        let step = if is_next { "step" } else { "" };
        tag("li", &["aria-current"], &[step], parts).into()
    };
    let steps = vec![
        item(vec![text("The new key "), key(new.as_str()), text(" is created.")], false),
        item(prove, !switched),
        item(switch, false),
        item(delete, switched),
    ];
    let parts = vec![
        paragraph("", vec![strong(vec![text("Rotating a key")])]),
        element("ol", "", steps),
        context.button("md-button", "", "Stop here and keep both keys", || Msg::StopRotation),
    ];
    element("div", "keyfill-test", parts)
}
