//! The reader's own values, kept until the tab is closed.
//!
//! The only storage that Keyfill uses, and only where the author allows it and the reader wants
//! it. Names of buckets and the like: a key or a token never gets here, since `Effect::Keep`
//! takes what the reader typed as the value of a variable, and nothing else.

use web_sys::Storage;

use crate::core::json::{Json, JsonPiece, written};

/// The name under which they are stored; `www/keyfill.js` looks for it, too.
const NAME: &str = "keyfill-values";

/// Stores values by the names of their slots; none takes away what was stored.
pub(super) fn keep(values: &[(String, String)]) {
    let Some(storage) = storage() else { return };
    // A browser that does not store anything loses nothing that was promised.
    let _ = if values.is_empty() {
        storage.remove_item(NAME)
    } else {
        let mut pieces = Vec::new();
        for (id, value) in values {
            pieces.push(JsonPiece::Raw(if pieces.is_empty() { "[[" } else { "],[" }));
            pieces.extend([JsonPiece::Text(id), JsonPiece::Raw(","), JsonPiece::Text(value)]);
        }
        pieces.push(JsonPiece::Raw("]]"));
        storage.set_item(NAME, written(&pieces).expose())
    };
}

/// What is stored. Whatever else stands there is nothing.
pub(super) fn kept() -> Vec<(String, String)> {
    let text = storage().and_then(|storage| storage.get_item(NAME).ok().flatten());
    let json = text.and_then(|text| Json::parse(&text));
    let Some(Json::List(pairs)) = &json else { return Vec::new() };
    let pair = |pair: &Json| match pair {
        Json::List(pair) => match pair.as_slice() {
            [Json::Text(id), Json::Text(value)] => Some((id.clone(), value.clone())),
            _ => None,
        },
        _ => None,
    };
    pairs.iter().filter_map(pair).collect()
}

/// Access alone throws where the browser blocks storage.
fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
