//! INI files and files of variables: a key and a value on each line.

use super::walk::{Walk, is_code};
use crate::core::quote::{dotenv, ini};
use crate::core::slot::Why;
use crate::core::slot::place::{Limits, Syntax};

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PairFormat {
    Ini,
    Env,
}

/// Reads a whole text. Comments, sections and keys take plain values.
pub(super) fn read(walk: &mut Walk<'_>, dialect: PairFormat) {
    let mut at = 0;
    while let Some(slot) = walk.slot_from(at) {
        let start = walk.text[..slot].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        at = walk.line_end(slot) + 1;
        line(walk, dialect, start, at - 1);
    }
}

fn line(walk: &mut Walk<'_>, dialect: PairFormat, start: usize, end: usize) {
    let text = &walk.text[start..end];
    if begins(text, b"#;[!") {
        return;
    }
    let is_delimiter = |b: &u8| *b == b'=' || (*b == b':' && dialect == PairFormat::Ini);
    // A line without a value is a key to some, and to others the rest of the one before.
    let key = text.iter().position(is_delimiter);
    let key_text = &text[..key.unwrap_or_default()];
    let value = key.map_or(end, |key| start + key + 1);
    while walk.slot_from(start).is_some_and(|at| at < value) {
        walk.place(Syntax::Bare(is_key, Why::Plain), Limits::default(), 0);
    }
    if begins(&walk.text[value..end], b"\"'`") {
        // What follows the quote's end is read like a value without.
        while dialect == PairFormat::Ini && walk.slot_from(value).is_some_and(|at| at < end) {
            walk.place(Syntax::Bare(ini::is_common, Why::Plain), Limits::default(), 0);
        }
        return;
    }
    let first = walk.pass(value);
    let is_good: fn(&str) -> bool = match dialect {
        PairFormat::Ini if is_secret(key_text) => ini::is_secret,
        PairFormat::Ini => ini::is_common,
        PairFormat::Env => dotenv::is_value,
    };
    let mut is_codelike = false;
    let begin =
        value + walk.text[value..end].iter().take_while(|b| b.is_ascii_whitespace()).count();
    let mut at = begin;
    let end = end - (walk.text[at..end].len() - walk.text[at..end].trim_ascii_end().len());
    while at < end {
        if walk.is_slot(at) {
            let is_special = b"$%\\".contains(&walk.before(at));
            let syntax = if is_special { Syntax::PART } else { Syntax::Bare(is_good, Why::Plain) };
            at = walk.place(syntax, Limits::default(), 1);
        } else {
            // systemd splits `Environment=NAME=value` into words.
            is_codelike |= is_code(walk.byte(at)) || walk.byte(at) == b'=';
            at += 1;
        }
    }
    if is_codelike {
        walk.harden(first, 1);
    }
}

/// Whether `key` is one of clients whose value is a secret, which has signs of its own.
fn is_secret(key: &[u8]) -> bool {
    let has = |word: &[u8]| key.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    has(b"secret") || has(b"access_key")
}

/// Whether `text` can be a part of a key: to PHP, a word such as `no` is none.
fn is_key(text: &str) -> bool {
    ini::is_common(text) && !text.contains([':', '='])
}

/// Whether `text` begins with one of `bytes`, after white space.
fn begins(text: &[u8], bytes: &[u8]) -> bool {
    text.trim_ascii_start().first().is_some_and(|b| bytes.contains(b))
}
