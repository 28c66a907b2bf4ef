//! The button that saves a file.

use yew::prelude::*;

use super::Context;
use super::element::{clickable, flag, tag, verbatim};
use super::words::say;
use crate::core::message::{CommandsMsg, CopyTarget};
use crate::core::snippet::FileToSave;

/// What saves a file, with these words on it; and beside it why it does not, where that is so.
pub(super) fn save(
    file: &FileToSave,
    word: Html,
    target: CopyTarget,
    context: &Context,
) -> Vec<Html> {
    let off = flag(file.gap.is_some());
    let button =
        tag!("button", [("type", "button"), ("class", "md-button"), ("disabled", off)], vec![word]);
    let button = clickable(button, context.say(move || CommandsMsg::Save(target).into()));
    match &file.gap {
        Some(gap) => vec![button, verbatim(" "), say(gap.clone())],
        None => vec![button],
    }
}
