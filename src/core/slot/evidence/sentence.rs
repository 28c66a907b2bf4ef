//! A span of code in a sentence that is nothing but a placeholder. It may stand for its value, or
//! for itself: "replace `<seconds>` with the number of seconds".

use super::around::Around;
use super::known;
use super::outline::ScopeKind;
use super::tables::sentences::{AFTER, BEFORE, LEGENDS};
use super::{Certainty, Doubt, Evidence, Objection};
use crate::core::slot::{Language, Prose, Setting, Source};

/// How far around a slot its line is looked at.
const NEAR: usize = 160;

/// Whether the value of `source` belongs in such a span.
pub(super) fn alone(prose: &Prose<'_>, source: Source) -> Certainty {
    let (before, after) = (sentence(prose.before), prose.after.trim_start());
    let is_about = match prose.setting {
        Setting::Term => true,
        Setting::Cell { head, .. } => has_word(head, &LEGENDS),
        Setting::Text => before.trim().is_empty() && is_definition(after),
    };
    if is_about || has_word(before, &BEFORE) || is_explained(after) {
        return Certainty::Not(Objection::Sentence);
    }
    let label = before.trim_end();
    let is_label = label.ends_with([':', '：']);
    let (is_cell, row) = match prose.setting {
        // The first cell of a row names what the others are about.
        Setting::Cell { head, first: true, .. } => (names(head, source), ""),
        Setting::Cell { row, .. } => (true, row),
        _ => (false, ""),
    };
    match source {
        Source::Region | Source::Endpoint | Source::Host if is_label || is_cell => {
            Certainty::Sure(Evidence::Label)
        }
        Source::SecretKey if !is_key(label) && !is_key(row) => {
            Certainty::Not(Objection::NoEvidence)
        }
        _ => Certainty::Unsure(Doubt::Sentence),
    }
}

/// Whether a comment, or a line of a text in no language, is about the placeholder itself; `None`
/// where it is not.
pub(super) fn in_comment(around: &Around<'_>) -> Option<Certainty> {
    let text = around.block.text;
    let (start, end) = (around.slot.start, around.slot.end);
    let line = start - text[..start].iter().rev().take(NEAR).take_while(|b| **b != b'\n').count();
    let before = String::from_utf8_lossy(&text[line..start]);
    let after = text[end..text.len().min(end + NEAR)].split(|b| *b == b'\n').next()?;
    let after = String::from_utf8_lossy(after);
    let before = sentence(&before).trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_comment = around.parts.first().is_some_and(|part| part.kind == ScopeKind::Comment);
    let is_text = around.block.language == Language::Unknown && begins(before);
    let is_about = match (is_comment, is_text) {
        (true, _) if before.is_empty() => is_definition(after.trim_start()) || is_explained(&after),
        (true, _) => has_word(before, &BEFORE),
        (false, is_text) => is_text,
    };
    is_about.then_some(Certainty::Not(Objection::Sentence))
}

/// Whether `text` begins with a word before a placeholder.
fn begins(text: &str) -> bool {
    let text = text.to_lowercase();
    BEFORE.iter().any(|word| text.starts_with(word))
}

/// The end of `text` that is of the same sentence.
fn sentence(text: &str) -> &str {
    let ends = [". ", "! ", "? ", ".\n", "!\n", "?\n"];
    let start = ends.iter().filter_map(|end| text.rfind(end)).max();
    start.map_or(text, |at| text.get(at + 2..).unwrap_or_default())
}

/// Whether one of these begins a word of `text`.
fn has_word(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    let is_start = |at: usize| text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    words.iter().any(|word| text.match_indices(word).any(|(at, _)| is_start(at)))
}

/// Whether `after` goes on about the placeholder: "is the name of your bucket".
fn is_explained(after: &str) -> bool {
    let word = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    AFTER.iter().any(|known| known.to_lowercase() == word.to_lowercase())
}

/// Whether `after` says what the placeholder at the start of an item is.
fn is_definition(after: &str) -> bool {
    after.starts_with([':', '=', '-', '–', '—', '→', '('])
}

/// Whether the head of a column names this value.
fn names(head: &str, source: Source) -> bool {
    let word = match source {
        Source::Region => "region",
        Source::Endpoint => "endpoint",
        Source::Host => "host",
        _ => return false,
    };
    head.to_lowercase().contains(word)
}

/// Whether `label` ends with the name of a key: "Secret access key:".
fn is_key(label: &str) -> bool {
    let label = label.trim_end_matches(|c: char| c == ':' || c.is_whitespace());
    let words: Vec<&str> = label.split_whitespace().collect();
    let ends = (1..=words.len().min(5)).map(|count| words[words.len() - count..].join(" "));
    ends.into_iter().any(|name| {
        let name = name.as_bytes();
        known::key(name).is_some() || known::half(name) != (false, false)
    })
}
