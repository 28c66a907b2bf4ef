//! Which access keys stand in a statement that destroys something.

use super::{Found, Language, Slots, Source};

/// Words that say so, in lower case.
const WORDS: [&[u8]; 8] =
    [b"delete", b"remove", b"revoke", b"rm", b"destroy", b"purge", b"deactivate", b"inactive"];

/// Marks the access keys in such statements.
pub(super) fn mark(text: &[u8], found: &mut [Found], slots: &Slots, language: Language) {
    let is_key = |slot: &Found| {
        slots.list().get(slot.slot).is_some_and(|slot| slot.source == Source::AccessKey)
    };
    let (mut next, mut start) = (0, 0);
    while let Some(at) = found[next..].iter().position(is_key).map(|at| next + at) {
        // Statements are looked at once each, and only those that hold a key.
        let mut end = end_of_statement(text, start, language);
        while end <= found[at].start {
            start = end;
            end = end_of_statement(text, start, language);
        }
        let is_destructive = destroys(&text[start..end]);
        next = at;
        while let Some(slot) = found.get_mut(next).filter(|slot| slot.start < end) {
            let source = slots.list().get(slot.slot).map(|slot| slot.source);
            slot.destructive = is_destructive && source == Some(Source::AccessKey);
            next += 1;
        }
        start = end;
    }
}

/// Where the statement that begins at `start` ends: at the end of a line that does not go on,
/// or at a `;`, `&&` or `||` with space after it. A `|` ends none: what it feeds is destroyed.
fn end_of_statement(text: &[u8], start: usize, language: Language) -> usize {
    let has_brackets =
        matches!(language, Language::Python | Language::PowerShell | Language::Unknown);
    let is_shell = matches!(
        language,
        Language::Posix | Language::Console | Language::Fish | Language::Unknown
    );
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(b) = text.get(at) {
        at += 1;
        match b {
            b'(' | b'[' | b'{' if has_brackets => depth += 1,
            b')' | b']' | b'}' if has_brackets => depth = depth.saturating_sub(1),
            b';' if is_shell && is_space(text.get(at)) => return at,
            b'&' | b'|' if is_shell && text.get(at) == Some(b) && is_space(text.get(at + 1)) => {
                return at + 1;
            }
            b'\n' => {
                let line = text[start..at - 1].trim_ascii_end();
                let goes_on = line.last().is_some_and(|b| b"\\`^|".contains(b));
                // A word at the start of a line begins anew, also after a bracket in a string.
                let begins = text.get(at).is_none_or(|b| b.is_ascii_alphabetic() || *b == b'\n');
                if !goes_on && (depth == 0 || begins) {
                    return at;
                }
            }
            _ => {}
        }
    }
    text.len().max(start + 1)
}

fn is_space(b: Option<&u8>) -> bool {
    b.is_none_or(u8::is_ascii_whitespace)
}

/// Whether one of the words of `statement` is one of [`WORDS`]: they end where there is no
/// letter, and where a capital begins the next one.
fn destroys(statement: &[u8]) -> bool {
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
        start = if b.is_ascii_alphabetic() { at } else { at + 1 };
        WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
    })
}
