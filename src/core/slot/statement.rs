//! Which access keys stand in a statement that destroys something.

use std::ops::Range;

use super::{Found, Language, Slots, Source, Trait, loops};

/// Words that say so, in lower case. `-XDELETE` is one of curl's.
const WORDS: [&[u8]; 11] = [
    b"delete",
    b"remove",
    b"revoke",
    b"rm",
    b"destroy",
    b"purge",
    b"deactivate",
    b"inactive",
    b"disable",
    b"disabled",
    b"xdelete",
];

/// How far what belongs to a statement is looked for.
pub(super) const FAR: usize = 512;

/// The statements of a text, one after the other.
struct Statements<'a> {
    text: &'a [u8],
    language: Language,
    next: usize,
}

/// Marks the access keys in such statements.
pub(super) fn mark(text: &[u8], found: &mut [Found], slots: &Slots, language: Language) {
    let is_key = |slot: &Found| {
        slots.list().get(slot.slot).is_some_and(|slot| slot.source == Source::AccessKey)
    };
    // Statements are looked at once each, and only those that hold a key.
    let mut statements = Statements { text, language, next: 0 };
    let mut next = 0;
    while let Some(at) = found[next..].iter().position(is_key).map(|at| next + at)
        && let Some(Range { start, end }) = statements.find(|range| range.end > found[at].start)
    {
        let is_destructive =
            destroys(&text[start..end]) || loops::feeds(text, start, end, language);
        next = at;
        while let Some(slot) = found.get_mut(next).filter(|slot| slot.start < end) {
            slot.destructive = is_key(slot)
                && (is_destructive || is_destroyed_later(text, slot.start, end, language));
            next += 1;
        }
    }
}

/// Whether a later statement destroys what the variable holds to which the slot at `at` is given,
/// in the statement that ends at `end`.
fn is_destroyed_later(text: &[u8], at: usize, end: usize, language: Language) -> bool {
    let name = variable_before(text, at);
    let text = &text[..text.len().min(end + FAR)];
    let mut later = Statements { text, language, next: end };
    !name.is_empty()
        && later.any(|Range { start, end }| {
            // With the byte before it, which says where a name begins.
            let statement = &text[start - 1..end.min(text.len())];
            uses(statement, name, language) && destroys(statement)
        })
}

/// The name of the variable to which what stands at `at` is given, in its line; else empty.
fn variable_before(text: &[u8], at: usize) -> &[u8] {
    let line = text[at.saturating_sub(FAR)..at].rsplit(|b| *b == b'\n').next().unwrap_or_default();
    let trim =
        |text: &[u8]| text.iter().rposition(|b| !b" \t\"'=[(".contains(b)).map_or(0, |at| at + 1);
    let mut before = &line[..trim(line)];
    // The list of a loop.
    if let Some(list) = before.strip_suffix(b" in") {
        before = &list[..trim(list)];
    }
    let length = before.iter().rev().take_while(|b| is_name(**b)).count();
    &before[before.len() - length..]
}

/// Whether the variable `name` stands in `statement` behind its first byte.
fn uses(statement: &[u8], name: &[u8], language: Language) -> bool {
    let is_shell = language.has(Trait::MarkedVariables);
    // In shells, what has no `$` is the name of something else.
    let begins = |b: u8| if is_shell { b"${".contains(&b) } else { !is_name(b) };
    statement.windows(name.len() + 1).enumerate().any(|(at, word)| {
        let next = statement.get(at + word.len());
        word.ends_with(name) && begins(word[0]) && !next.is_some_and(|b| is_name(*b))
    })
}

impl Iterator for Statements<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.next;
        (start < self.text.len()).then(|| {
            self.next = end_of_statement(self.text, start, self.language);
            start..self.next
        })
    }
}

/// Where the statement that begins at `start` ends: at the end of a line that does not go on,
/// or at a `;`, `&&` or `||` with space after it. A `|` ends none: what it feeds is destroyed.
fn end_of_statement(text: &[u8], start: usize, language: Language) -> usize {
    let (has_brackets, is_shell) = (language.has(Trait::Brackets), language.has(Trait::Separators));
    let (mut depth, mut line) = (0_usize, start);
    let mut at = start;
    while let Some(b) = text.get(at) {
        at += 1;
        match b {
            b'(' | b'[' | b'{' => {
                // Elsewhere brackets hold statements, unless they stand in quotes.
                let is_body = depth > 0 || (at > 1 && b"'\"$".contains(&text[at - 2]));
                depth += usize::from(has_brackets || (is_shell && is_body));
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b';' if is_shell && is_space(text.get(at)) => return at,
            b'&' | b'|' if is_shell && text.get(at) == Some(b) && is_space(text.get(at + 1)) => {
                return at + 1;
            }
            b'\n' => {
                let goes_on = text[line..at - 1].trim_ascii_end().last();
                let next = &text[at..text.len().min(at + 64)];
                // A word at the start of a line begins anew, also after a bracket in a string.
                let begins = next.first().is_none_or(|b| b.is_ascii_alphabetic() || *b == b'\n');
                // The next call of a chain.
                let is_chained =
                    has_brackets && !begins && next.trim_ascii_start().starts_with(b".");
                if !goes_on.is_some_and(|b| b"\\`^|".contains(b))
                    && !is_chained
                    && (depth == 0 || begins)
                {
                    return if is_shell { loops::after_document(text, line, at) } else { at };
                }
                line = at;
            }
            _ => {}
        }
    }
    text.len().max(start + 1)
}

pub(super) fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

fn is_space(b: Option<&u8>) -> bool {
    b.is_none_or(u8::is_ascii_whitespace)
}

/// Whether one of the words of `statement` is one of [`WORDS`]: they end where there is no
/// letter, and where a capital begins the next one.
pub(super) fn destroys(statement: &[u8]) -> bool {
    let mut start = 0;
    (0..=statement.len()).any(|at| {
        let b = statement.get(at).copied().unwrap_or(b' ');
        let before = at.checked_sub(1).and_then(|at| statement.get(at));
        let is_hump = b.is_ascii_uppercase()
            && (before.is_some_and(u8::is_ascii_lowercase)
                || statement.get(at + 1).is_some_and(u8::is_ascii_lowercase));
        if b.is_ascii_alphabetic() && !is_hump {
            return false;
        }
        let word = &statement[start.min(at)..at];
        // docker removes its container.
        let is_option = word == b"rm" && statement[..start.min(at)].ends_with(b"--");
        start = if b.is_ascii_alphabetic() { at } else { at + 1 };
        !is_option && WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
    })
}
