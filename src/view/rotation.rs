//! A rotation: its steps in order, with the one that is next unfolded.

use yew::prelude::*;

use super::Context;
use super::commands::{COPIES, one_step};
use super::element::{clickable, element, list, nothing, paragraph, strong, tag};
use super::values::asked_above;
use super::words::{say, text};
use crate::core::message::{CopyTarget, KeysMsg};
use crate::core::screen::{RotationScreen, RotationStep};
use crate::core::words::catalog::rotation as texts;

/// The stages of a rotation, with the one that is next.
pub fn rotation(
    rotation: &RotationScreen,
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let Some(new) = &rotation.new else { return nothing() };
    let old = &rotation.old;
    let created = say(texts::ROTATION_CREATED.code("key", new.as_str()));
    let delete = say(texts::ROTATION_DELETE.code("key", old.as_str()));
    let at = match &rotation.next {
        RotationStep::Create => 0,
        RotationStep::Prove => 1,
        RotationStep::Install { .. } => 2,
        RotationStep::Delete => 3,
    };
    let prove = if at > 1 { texts::ROTATION_PROVED } else { texts::ROTATION_PROVE };
    let install = if at > 2 { texts::ROTATION_INSTALLED } else { texts::ROTATION_INSTALL };
    let more = match &rotation.next {
        RotationStep::Create => nothing(),
        RotationStep::Prove => {
            let word = texts::ROTATION_IT_WORKS;
            context.button("md-button md-button--primary", "", word, || KeysMsg::Switch.into())
        }
        RotationStep::Install { edition, asked, steps } => {
            let mut parts = vec![paragraph("", vec![text(texts::ROTATION_INSTALL_HOW)])];
            for (index, step) in steps.iter().enumerate() {
                let target = CopyTarget::InstallStep(*edition, index);
                parts.extend(asked_above(index, asked, "install-", context));
                parts.push(one_step(step, COPIES, revealed, target, copied, context));
            }
            // The reader's word that it was run everywhere.
            let word = texts::ROTATION_I_INSTALLED;
            parts.push(context.button("md-button", "", word, || KeysMsg::Installed.into()));
            list(parts)
        }
        RotationStep::Delete => {
            let old = old.clone();
            let button = tag!(
                "button",
                [("type", "button"), ("class", "md-button keyfill-danger")],
                vec![text(texts::ROTATION_DELETE_OLD)]
            );
            let ask = context.say(move || KeysMsg::AskDelete(old.clone()).into());
            list(vec![
                paragraph("", vec![text(texts::ROTATION_DELETE_MEANS)]),
                clickable(button, ask),
            ])
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
        let children = vec![title, more.take().unwrap_or_default()];
        tag!("li", [("aria-current", "step"), ("data-focus", "next"), ("tabindex", "-1")], children)
            .into()
    };
    let steps =
        [created, text(prove), text(install), delete].into_iter().enumerate().map(item).collect();
    let parts = vec![
        paragraph("", vec![strong(vec![text(texts::ROTATION)])]),
        element("ol", "", steps),
        context.button("md-button", "", texts::ROTATION_STOP, || KeysMsg::StopRotation.into()),
    ];
    element("div", "keyfill-test keyfill-rotation", parts)
}
