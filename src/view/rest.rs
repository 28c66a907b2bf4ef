//! What a panel says at rest: before the app is there, a script (`www/panel.js`) makes the static
//! page work, and takes its words from here.

use yew::prelude::*;

use super::element::{element, paragraph, text};

/// In this order: a copy is done; it lacks the key; the browser refused it; a press on the button
/// is kept; it failed and can be repeated.
const WORDS: [&str; 5] = [
    "Copied",
    "Sign in to fill in the access key.",
    "The browser did not let this page use the clipboard. Mark the text and copy it by hand.",
    "The sign-in form is being loaded.",
    "Try again",
];

/// The words, each an element in one that is never shown.
pub fn words() -> Html {
    let word = |word: &&'static str| paragraph("", vec![text(*word)]);
    element("template", "keyfill-words", WORDS.iter().map(word).collect())
}
