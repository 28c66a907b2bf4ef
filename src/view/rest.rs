//! What a panel says at rest: before the app is there, a script (`www/panel.js`) makes the static
//! page work, and takes its words from here.

use yew::prelude::*;

use super::element::{element, paragraph};
use super::words::text;
use crate::core::words::Text;
use crate::core::words::catalog::{bar, commands};

/// In this order: a copy is done; it lacks the key; the browser refused it; a press on the button
/// is kept; it failed and can be repeated.
const WORDS: [Text; 5] = [
    commands::COPIED,
    bar::REST_NO_KEY,
    bar::REST_CLIPBOARD_REFUSED,
    bar::REST_LOADING,
    bar::TRY_AGAIN,
];

/// The words, each an element in one that is never shown.
pub fn words() -> Html {
    let word = |word: &Text| paragraph("", vec![text(*word)]);
    element("template", "keyfill-words", WORDS.iter().map(word).collect())
}
