//! Buttons that do something with one key, and the command that does the same.

use yew::prelude::*;

use super::element::{clickable, element, flag, tag};
use super::words::{plain, say, text};
use crate::core::words::Text;
use crate::core::words::catalog::keys as texts;

/// The look of a button.
pub(super) const PLAIN: &str = "md-button";
/// That of one that takes something away for good.
pub(super) const DANGER: &str = "md-button keyfill-danger";

/// A button that does something with one key, which only its accessible name says.
pub(super) fn for_key(
    class: &str,
    label: Text,
    word: Text,
    access: &str,
    enabled: bool,
    click: Callback<MouseEvent>,
) -> Html {
    let label = plain(&label.code("key", access));
    clickable(
        tag!(
            "button",
            [
                ("type", "button"),
                ("class", class),
                ("disabled", flag(!enabled)),
                ("aria-label", &label)
            ],
            vec![text(word)]
        ),
        click,
    )
}

/// What can be run in a terminal instead.
pub(super) fn same_as(command: &str) -> Html {
    let same = texts::SAME_AS.code("command", command);
    element("span", "keyfill-small keyfill-same", vec![say(same)])
}
