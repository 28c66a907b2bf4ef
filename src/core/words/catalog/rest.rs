//! Texts of a panel at rest: what the page says before the app is there, or when it does not come.
//!
//! The scripts have the English of [`WORDS`] and [`PANEL_LOST`] from `static.json` when they are
//! built, but for those of copy buttons: a page of the plugin brings them, and what its author has
//! replaced.

use super::table::texts;
use super::{bar, commands};
use crate::core::words::Text;

texts! {
    /// A copy lacks the key.
    REST_NO_KEY: "Sign in to fill in the access key.",
    REST_CLIPBOARD_REFUSED:
        "The browser did not let this page use the clipboard. Select the text and copy it \
        manually.",
    REST_LOADING: "Loading…",
    /// Shown where scripts are off. {endpoints} is a list of regions with their addresses.
    ENDPOINTS: "Endpoints: {endpoints}",
    /// {why} is one of the sentences below.
    CANNOT_START: "Your own keys cannot be filled in here: {why}",
    /// After the sentence above, or alone.
    STATIC_PAGE_WORKS: "Replace the placeholders manually.",
    STOPPED: "Keyfill stopped after an error. Nothing was kept. Reload the page.",
    /// After a colon.
    FILE_LOST: "{file} could not be loaded.",
    /// After a colon.
    NOT_STARTED:
        "its program did not start. The browser or a CSP may block WebAssembly.",
    /// After a colon. {status} is a number such as 404.
    SERVER_STATUS: "the server answered {status} for {file}.",
    /// After a colon. {type} is what the server says of the file, such as text/html.
    NOT_A_PROGRAM: "{file} is not a program, but {type}.",
    /// Where the script that makes panels work did not come.
    PANEL_LOST:
        "Your own keys cannot be filled in here: panel.js could not be loaded. Replace the \
        placeholders manually.",
    /// Shown by the style of the page, where its first script did not run.
    SCRIPT_LOST:
        "Your own keys cannot be filled in here: the script keyfill.js of this page did not run. \
        Replace the placeholders manually.",
}

/// How many of [`WORDS`] a page always brings.
pub const BROUGHT: usize = 3;

/// What `www/rest.js` says, in its order.
pub const WORDS: [Text; 13] = [
    commands::COPIED,
    REST_NO_KEY,
    REST_CLIPBOARD_REFUSED,
    REST_LOADING,
    bar::TRY_AGAIN,
    bar::USE_OWN_KEYS,
    CANNOT_START,
    STATIC_PAGE_WORKS,
    STOPPED,
    FILE_LOST,
    NOT_STARTED,
    SERVER_STATUS,
    NOT_A_PROGRAM,
];
