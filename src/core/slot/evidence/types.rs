//! What stands in angle brackets and is no placeholder: types, tags, files to include.

use super::known;
use super::tables::types::{GENERIC, INCLUDES};
use crate::core::slot::{Found, Language};

/// How far around a slot its line is looked at.
const NEAR: usize = 128;

/// Whether the slot is a type, a tag, or the name of a file to include.
pub(super) fn is_type(text: &[u8], slot: &Found, language: Language) -> bool {
    // Lines may be long.
    let near = &text[slot.start.saturating_sub(NEAR)..slot.start];
    let near = near.rsplit(|b| *b == b'\n').next().unwrap_or_default();
    match language {
        Language::Typed => {
            is_argument(text, near, slot, true) || is_include(near) || is_cast(text, near, slot)
        }
        Language::Perl => is_argument(text, near, slot, false) || is_handle(text, near, slot),
        Language::Markup => is_tag(text, near, slot),
        _ => {
            is_argument(text, near, slot, false)
                || is_include(near)
                || (language == Language::Unknown && near.ends_with(b"while ("))
        }
    }
}

/// `List<Object>`, `vector<file>`: what stands right before the bracket is the name of a type. In
/// a `typed` language any name is one, outside of quotes.
fn is_argument(text: &[u8], before: &[u8], slot: &Found, typed: bool) -> bool {
    let inner = &text[slot.start + 1..slot.end - 1];
    let is_word = inner.iter().all(u8::is_ascii_alphanumeric);
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
    let name = before.strip_suffix(b"::").unwrap_or(before);
    let start = name.iter().rposition(|b| !is_part(b)).map_or(0, |at| at + 1);
    let name = &name[start..];
    if name.is_empty() || !is_word {
        return typed && before.ends_with(b"::");
    }
    let is_pascal =
        |word: &[u8]| word[0].is_ascii_uppercase() && word.iter().any(u8::is_ascii_lowercase);
    // `string` and `List` of C#, `listOf` of Kotlin.
    (typed && !is_quoted(before))
        || GENERIC.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(name))
        || (is_pascal(name) && is_pascal(inner))
}

/// Whether quotes are open at the end of `line`.
fn is_quoted(line: &[u8]) -> bool {
    let mut open = None;
    for b in line.iter().filter(|b| b"\"'`".contains(b)) {
        open = match open {
            None => Some(b),
            Some(quote) if quote == b => None,
            other => other,
        };
    }
    open.is_some()
}

/// `#include <file>`
fn is_include(before: &[u8]) -> bool {
    let line = before.trim_ascii();
    INCLUDES.iter().any(|word| line.eq_ignore_ascii_case(word.as_bytes()))
}

/// `(File) x` as TypeScript writes it, `<File>x`; and the parameters of a method, `static <File> void`.
fn is_cast(text: &[u8], before: &[u8], slot: &Found) -> bool {
    let inner = &text[slot.start + 1..slot.end - 1];
    let is_name = inner[0].is_ascii_uppercase() && inner.iter().all(u8::is_ascii_alphanumeric);
    let after = text.get(slot.end).copied().unwrap_or(b'\n');
    let is_before = |word: &&&str| known::ends(before.trim_ascii_end(), word.as_bytes());
    let is_path = text[slot.end..].starts_with(b"::");
    let is_value = is_path || after.is_ascii_alphabetic() || b"{[(_".contains(&after);
    let modifiers = ["public", "private", "protected", "static", "final", "fun", "def"];
    is_name && !is_quoted(before) && (is_value || modifiers.iter().any(|word| is_before(&word)))
}

/// `<FILE>` as Perl reads a line of a file.
fn is_handle(text: &[u8], before: &[u8], slot: &Found) -> bool {
    let inner = &text[slot.start + 1..slot.end - 1];
    !is_quoted(before) && inner.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_')
}

/// A tag alone in its line, which nothing closes: of a part of a document.
fn is_tag(text: &[u8], before: &[u8], slot: &Found) -> bool {
    let rest = &text[slot.end..text.len().min(slot.end + NEAR)];
    let rest = rest.split(|b| *b == b'\n').next().unwrap_or_default();
    before.trim_ascii().is_empty() && rest.trim_ascii().is_empty()
}
