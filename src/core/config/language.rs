//! The words of a language, as the files have them that lie beside the app.

use super::values::texts;
use crate::core::json::Json;
use crate::core::words::Replaced;

/// Reads `{"texts": {KEY: TEXT, ..}}`.
#[must_use]
pub fn language_words(json: &str) -> Option<Replaced> {
    texts(&Json::parse(json)?).ok()
}
