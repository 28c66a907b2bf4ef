//! What a copy button of ours copies of a block.

use std::ops::Range;

use super::Language;

/// The pieces of `text` to copy, one after the other.
#[must_use]
pub fn copied_lines(text: &str, _language: Language) -> Vec<Range<usize>> {
    vec![0..text.len()]
}
