//! JSON, TOML and HCL: strings with escapes, and literals between them.

use super::keys::KeyNesting;
use super::walk::{Walk, is_code, is_name};
use crate::core::quote::{Quote, hcl, json, plain};
use crate::core::slot::Why;
use crate::core::slot::place::{Limits, Syntax};
use crate::core::slot::reading::Take;

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Toml,
    Hcl,
}

impl Format {
    /// How a value is written in a string, and as a literal.
    fn quotes(self) -> [&'static Quote; 2] {
        match self {
            Self::Json | Self::Toml => [&json::STRING, &json::LITERAL],
            Self::Hcl => [&hcl::STRING, &hcl::LITERAL],
        }
    }
}

/// Reads a whole text.
pub(super) fn read(walk: &mut Walk<'_>, format: Format) {
    let mut keys = KeyNesting::default();
    let mut at = 0;
    while at < walk.text.len() {
        let first = walk.pass(at);
        let next = if walk.is_slot(at) {
            Some(bare(walk, at, format))
        } else {
            step(walk, at, format, &keys)
        };
        let take = match keys.take() {
            // Its strings have templates of their own, which are escaped.
            take if format == Format::Hcl && take != Take::AGAIN => Take::ONCE,
            take => take,
        };
        walk.limit(first..walk.passed(), take);
        let Some(next) = next else {
            walk.limit_ahead(at..walk.text.len(), Take::AGAIN);
            return;
        };
        note(walk, &mut keys, at, next, format);
        at = next;
    }
}

/// Notes what was read from `at` to `next`.
fn note(walk: &Walk<'_>, keys: &mut KeyNesting, at: usize, next: usize, format: Format) {
    let b = walk.byte(at);
    let is_string = next > at + 1 && b"'\"".contains(&b);
    let is_word = is_name(b) && !is_name(walk.before(at)) && walk.before(at) != b'-';
    if is_header(walk, at, format, keys) {
        keys.table(&walk.text[at..next]);
    } else if is_string {
        keys.word(&walk.text[at + 1..next - 1]);
    } else if is_word {
        let is_inner = |b: &&u8| is_name(**b) || **b == b'-';
        let length = walk.text[at..].iter().take(LONGEST).take_while(is_inner).count();
        keys.word(&walk.text[at..at + length]);
    } else if b"{}[],".contains(&b)
        || (b == b':' && format == Format::Json)
        || (b == b'=' && format != Format::Json)
        || (b == b'\n' && format != Format::Json)
    {
        keys.sign(b);
    }
}

/// The longest key that is looked at.
const LONGEST: usize = 64;

/// Whether the header of a table of TOML stands at `at`.
fn is_header(walk: &Walk<'_>, at: usize, format: Format, keys: &KeyNesting) -> bool {
    format == Format::Toml && walk.byte(at) == b'[' && walk.before(at) == b'\n' && !keys.is_nested()
}

/// The header of a table at `at`, in which a value is a part of a key.
fn header(walk: &mut Walk<'_>, at: usize) -> usize {
    let end = walk.line_end(at);
    while walk.slot_from(at).is_some_and(|slot| slot < end) {
        walk.place(Syntax::Bare(plain::is_key, Why::Plain), Limits::default(), 0);
    }
    end
}

/// A step outside of strings; `None` where the text cannot be followed any more.
fn step(walk: &mut Walk<'_>, at: usize, format: Format, keys: &KeyNesting) -> Option<usize> {
    match walk.byte(at) {
        b'"' if format == Format::Toml && walk.has(at, b"\"\"\"") => after(walk, at + 3, b"\"\"\""),
        b'\'' if format == Format::Toml && walk.has(at, b"'''") => after(walk, at + 3, b"'''"),
        b'"' => string(walk, at + 1, format),
        b'\'' if format != Format::Hcl => {
            let rest = &walk.text[at + 1..];
            let length = rest.iter().position(|b| matches!(b, b'\'' | b'\n'))?;
            (rest[length] == b'\'').then_some(at + length + 2)
        }
        b'#' if format != Format::Json => Some(walk.line_end(at)),
        b'/' if format != Format::Toml && walk.has(at, b"//") => Some(walk.line_end(at)),
        b'/' if format != Format::Toml && walk.has(at, b"/*") => after(walk, at + 2, b"*/"),
        b'<' if format == Format::Hcl && walk.has(at, b"<<") => document(walk, at + 2),
        b'[' if is_header(walk, at, format, keys) => Some(header(walk, at)),
        _ => Some(at + 1),
    }
}

/// The slot at `at`, which stands outside of strings.
fn bare(walk: &mut Walk<'_>, at: usize, format: Format) -> usize {
    let (before, after) = (walk.before(at), walk.byte(walk.slot_end()));
    let is_whole = (before.is_ascii_whitespace() || b"[:,{=(".contains(&before))
        && (after.is_ascii_whitespace() || b",]})".contains(&after));
    let [_, literal] = format.quotes();
    let syntax = if is_whole { Syntax::Quoted(literal, false) } else { Syntax::PART };
    walk.place(syntax, Limits::default(), 0)
}

/// The string whose quote stands before `at`.
fn string(walk: &mut Walk<'_>, mut at: usize, format: Format) -> Option<usize> {
    let [quote, _] = format.quotes();
    let first = walk.passed();
    let mut is_codelike = false;
    // How many brackets of a template are open, which is an expression.
    let mut templates = 0_usize;
    loop {
        let (b, before) = (walk.byte(at), walk.before(at));
        if walk.is_slot(at) {
            let is_template = format == Format::Hcl && b"$%".contains(&before);
            let syntax = match templates {
                0 if walk.is_escape(at) => Syntax::PART,
                0 if is_template => Syntax::PLAIN,
                0 => Syntax::Quoted(quote, false),
                _ => Syntax::PART,
            };
            at = walk.place(syntax, Limits::default(), 1);
            continue;
        }
        match b {
            b'\n' => {
                walk.distrust(first);
                return None;
            }
            b'{' if templates > 0 => templates += 1,
            b'}' if templates > 0 => templates -= 1,
            _ if templates > 0 => {}
            b'$' | b'%' if format == Format::Hcl && walk.byte(at + 1) == b'{' && before != b => {
                templates = 1;
                at += 1;
            }
            b'"' => {
                if is_codelike {
                    walk.harden(first, 1);
                }
                return Some(at + 1);
            }
            b'\\' if walk.is_slot(at + 1) => {
                at = walk.place(Syntax::PART, Limits::default(), 1);
                continue;
            }
            b'\\' => {
                is_codelike = true;
                at += 1;
            }
            b => is_codelike |= is_code(b),
        }
        at += 1;
    }
}

/// What follows the next `end`. The slots up to there stay plain.
fn after(walk: &Walk<'_>, at: usize, end: &[u8]) -> Option<usize> {
    let rest = walk.text.get(at..)?;
    rest.windows(end.len()).position(|window| window == end).map(|found| at + found + end.len())
}

/// The end of the here-document whose `<<` stands before `at`. Its slots stay plain.
fn document(walk: &mut Walk<'_>, at: usize) -> Option<usize> {
    let start = at + usize::from(walk.byte(at) == b'-');
    let length = walk.text[start..].iter().take_while(|b| is_name(**b) || **b == b'-').count();
    let end = &walk.text[start..start + length];
    let mut at = walk.line_end(start) + 1;
    while at < walk.text.len() && !end.is_empty() {
        let line_end = walk.line_end(at);
        let line = walk.text[at..line_end].trim_ascii();
        if line == end {
            return Some(line_end);
        }
        if line.starts_with(b"<") {
            walk.forbid_end(at..line_end, end);
        }
        at = line_end + 1;
    }
    None
}
