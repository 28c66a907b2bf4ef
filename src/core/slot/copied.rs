//! What a copy button of ours copies of a block.

use std::ops::Range;

use super::Language;
use super::lex::{self, console};

/// The pieces of `text` to copy, one after the other: of a session its commands, without their
/// prompts and without what they print, and of any other block the whole. Without the last line
/// break, as the buttons of themes: it would run the last command as it is pasted.
///
/// Ranges of bytes, so that `text` may have values in its slots, secrets among them, and nothing
/// is copied here. They are the same for the placeholders: no value has a line break.
#[must_use]
pub fn copied_lines(text: &str, language: Language) -> Vec<Range<usize>> {
    let end = |end: usize| text[..end].trim_end_matches(['\r', '\n']).len();
    let whole = || std::iter::once(0..end(text.len())).collect();
    if lex::language(text.as_bytes(), language) != Language::Console {
        return whole();
    }
    let mut commands = console::commands(text.as_bytes());
    if let Some(last) = commands.last_mut() {
        last.end = end(last.end).max(last.start);
        return commands;
    }
    whole()
}
