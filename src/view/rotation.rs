//! A rotation: its steps in order, with the one that is next unfolded.

use yew::prelude::*;

use super::Context;
use super::commands::one_step;
use super::element::{
    clickable, code, element, list, nothing, paragraph, sentence, strong, tag, text,
};
use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::{RotationScreen, RotationStep};
use crate::core::snippet::{Edition, Step};

const INSTALL: &str = "On every machine that uses the old key, run the set-up again. The old key \
    keeps working until you delete it.";
const DELETE: &str = "Programs that still use it lose access. You are asked once more.";

/// The stages of a rotation, with the one that is next.
pub fn rotation(
    rotation: &RotationScreen,
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let Some(new) = &rotation.new else { return nothing() };
    let old = &rotation.old;
    let key = |access: &str| code(access.to_owned());
    let created = sentence("The new key {key} is created.", vec![("key", key(new.as_str()))]);
    let delete = sentence("Delete the old key {key}.", vec![("key", key(old.as_str()))]);
    let at = match &rotation.next {
        RotationStep::Create => 0,
        RotationStep::Prove => 1,
        RotationStep::Install { .. } => 2,
        RotationStep::Delete => 3,
    };
    let prove = if at > 1 { "It works." } else { "Prove that it works: run the test below." };
    let install = if at > 2 { "You have installed it everywhere." } else { "Install the new key." };
    let more = match &rotation.next {
        RotationStep::Create => nothing(),
        RotationStep::Prove => {
            let word = "It works: use it in the commands";
            context.button("md-button md-button--primary", "", word, || Msg::Switch)
        }
        RotationStep::Install { edition, steps } => {
            installing(*edition, steps, revealed, copied, context)
        }
        RotationStep::Delete => {
            let old = old.clone();
            let keys = &["type", "class"];
            let values = &["button", "md-button keyfill-danger"];
            let button = tag("button", keys, values, vec![text("Delete the old key")]);
            let ask = context.say(move || Msg::AskDelete(old.clone()));
            list(vec![paragraph("", vec![text(DELETE)]), clickable(button, ask)])
        }
    };
    let mut more = Some(more);
    let item = |(index, title): (usize, Html)| {
        if index != at {
            return element("li", if index < at { "keyfill-done" } else { "" }, vec![title]);
        }
        // The step takes the focus, and no button in it: one that is pressed in a hurry, or that
        // a held key presses again, does nothing to anybody.
        let title = paragraph("", vec![strong(vec![title])]);
        let values = &["step", "next", "-1"];
        let children = vec![title, more.take().unwrap_or_default()];
        tag("li", &["aria-current", "data-focus", "tabindex"], values, children).into()
    };
    let steps =
        [created, text(prove), text(install), delete].into_iter().enumerate().map(item).collect();
    let parts = vec![
        paragraph("", vec![strong(vec![text("Rotating a key")])]),
        element("ol", "", steps),
        context.button("md-button", "", "Stop here and keep both keys", || Msg::StopRotation),
    ];
    element("div", "keyfill-test keyfill-rotation", parts)
}

/// The set-up with the new key, and the reader's word that it was run everywhere.
fn installing(
    edition: Edition,
    steps: &[Step],
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let mut parts = vec![paragraph("", vec![text(INSTALL)])];
    parts.extend(steps.iter().enumerate().map(|(index, step)| {
        one_step(step, revealed, CopyTarget::InstallStep(edition, index), copied, context)
    }));
    let word = "I have installed it everywhere";
    parts.push(context.button("md-button", "", word, || Msg::Installed));
    list(parts)
}
