//! JSON, TOML and HCL: strings with escapes, and literals between them.

use super::walk::{Walk, is_code, is_name};
use crate::core::quote::{Quote, hcl, json};
use crate::core::slot::place::{Limits, Syntax};

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
    let mut at = 0;
    while at < walk.text.len() {
        let next =
            if walk.is_slot(at) { Some(bare(walk, at, format)) } else { step(walk, at, format) };
        let Some(next) = next else { return };
        at = next;
    }
}

/// A step outside of strings; `None` where the text cannot be followed any more.
fn step(walk: &mut Walk<'_>, at: usize, format: Format) -> Option<usize> {
    let is_line = walk.before(at) == b'\n';
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
        b'[' if format == Format::Toml && is_line => Some(walk.line_end(at)),
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
fn document(walk: &Walk<'_>, at: usize) -> Option<usize> {
    let start = at + usize::from(walk.byte(at) == b'-');
    let length = walk.text[start..].iter().take_while(|b| is_name(**b) || **b == b'-').count();
    let end = &walk.text[start..start + length];
    let mut at = walk.line_end(start) + 1;
    while at < walk.text.len() && !end.is_empty() {
        let line_end = walk.line_end(at);
        if walk.text[at..line_end].trim_ascii() == end {
            return Some(line_end);
        }
        at = line_end + 1;
    }
    None
}
