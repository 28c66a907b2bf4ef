//! Where slots stand in the text of a block.

use super::{
    Certainty, Cloud, Code, Doubt, Place, Slots, Trait, evidence, lex, name, profile, statement,
    url,
};
use crate::core::rules::LONGEST_SLOT_NAME;

/// A slot in the text of a block.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Where it begins, in bytes: at its `<`.
    pub start: usize,
    /// Where it ends: after its `>`.
    pub end: usize,
    /// Which slot it is, of [`Slots::list`].
    pub slot: usize,
    /// How a value must be written there.
    pub place: Place,
    /// Whether its statement deletes or revokes, so that the key in use must not get there by
    /// itself. Only ever true for access keys.
    pub destructive: bool,
    /// Whether its value belongs there.
    pub certainty: Certainty,
}

/// Every slot in `code`, in order, on a page about `cloud`.
///
/// A slot is `<name>` on one line, with a name of `slots`; not where `<` or `>` is doubled, as in
/// `<<name>>`, nor where `</name>` closes it. It takes one walk over the text, however many slots there are.
#[must_use]
pub fn find(code: &Code<'_>, slots: &Slots, cloud: &Cloud) -> Vec<Found> {
    let text = code.text;
    let mut found = named(text, slots);
    if found.is_empty() {
        return found;
    }
    let bytes = text.as_bytes();
    let language = lex::language(bytes, code.language);
    lex::mark(bytes, &mut found, language);
    url::mark(bytes, &mut found, slots, language.has(Trait::JoinsWords));
    statement::mark(bytes, &mut found, slots, language);
    for slot in &mut found {
        slot.place.profile = profile::stands(bytes, slot, language);
    }
    evidence::mark(code, &mut found, slots, cloud, language);
    found
}

/// The names of slots that are tags of XML or HTML, as they are written: the text closes them.
fn tags<'a>(text: &'a str, slots: &Slots, normal: &mut String) -> Vec<&'a str> {
    let mut tags = Vec::new();
    for at in 2..=text.len() {
        // Searching for a text is large code.
        if !text.as_bytes()[..at].ends_with(b"</") {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let near = rest.bytes().take(4 * LONGEST_SLOT_NAME + 1).position(|b| b == b'>');
        let Some(name) = near.and_then(|end| rest.get(..end)) else { continue };
        name::normalize(name, normal);
        if slots.by_normal(normal).is_some() && !tags.contains(&name) {
            tags.push(name);
        }
    }
    tags
}

/// The slots in `text`, without their places.
fn named(text: &str, slots: &Slots) -> Vec<Found> {
    let mut found = Vec::new();
    let mut normal = String::new();
    let tags = tags(text, slots, &mut normal);
    for (start, written) in bracketed(text) {
        name::normalize(written, &mut normal);
        if let Some(slot) = slots.by_normal(&normal) {
            if tags.contains(&written) {
                continue;
            }
            let (end, mut place, destructive) = (start + written.len() + 2, Place::PLAIN, false);
            let bytes = text.as_bytes();
            place.set_beside(start.checked_sub(1).map(|before| bytes[before]), bytes.get(end));
            let certainty = Certainty::Unsure(Doubt::NoEvidence);
            found.push(Found { start, end, slot, place, destructive, certainty });
        }
    }
    found
}

/// What stands in angle brackets in `text` and could be the name of a slot: where its `<` is, and
/// the name.
pub(super) fn bracketed(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let next = move || loop {
        let open = at + bytes[at..].iter().position(|b| *b == b'<')?;
        let start = open + 1;
        let length = bytes[start..]
            .iter()
            // No character has more than four bytes.
            .take(4 * LONGEST_SLOT_NAME + 1)
            .position(|b| matches!(b, b'<' | b'>' | b'\n' | b'\r'));
        // Never into the middle of a character: the next `<` is looked for from here.
        at = start + length.unwrap_or(0);
        let (Some(length), Some(b'>')) = (length, bytes.get(at)) else { continue };
        let is_doubled = (open > 0 && bytes[open - 1] == b'<') || bytes.get(at + 1) == Some(&b'>');
        let Some(name) = text.get(start..start + length) else { continue };
        if !is_doubled && name::has_ends(name) && name.chars().nth(LONGEST_SLOT_NAME).is_none() {
            return Some((open, name));
        }
    };
    std::iter::from_fn(next)
}
