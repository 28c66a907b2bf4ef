//! The button that saves a file.

use yew::prelude::*;

use super::Context;
use super::element::{clickable, flag, tag};
use crate::core::message::Msg;
use crate::core::snippet::FileToSave;

/// What saves a file, with these words on it; it is off where the file is not whole.
pub(super) fn save(
    file: &FileToSave,
    word: Html,
    msg: impl Fn() -> Msg + 'static,
    context: &Context,
) -> Html {
    let button = tag!(
        "button",
        [("type", "button"), ("class", "md-button"), ("disabled", flag(!file.is_whole))],
        vec![word]
    );
    clickable(button, context.say(msg))
}
