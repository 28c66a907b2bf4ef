//! Scalars of YAML, and the flows that hold some.

use super::{PART, UNCLEAR};
use crate::core::quote::{Quote, yaml};
use crate::core::slot::Why;
use crate::core::slot::lex::walk::{Walk, is_code};
use crate::core::slot::place::{Limits, Syntax};

/// Reads the plain scalar at `start`, and returns where it ends.
pub(super) fn plain(walk: &mut Walk<'_>, start: usize, is_flow: bool, is_tagged: bool) -> usize {
    let first = walk.pass(start);
    let (mut at, mut slots, mut whole) = (start, 0, 0);
    let mut text = Literal::default();
    while at < walk.text.len() {
        if walk.is_slot(at) {
            let next = walk.place(Syntax::PART, Limits::default(), 0);
            slots += 1;
            whole += next - at;
            at = next;
            continue;
        }
        let (b, next) = (walk.byte(at), walk.byte(at + 1));
        let ends = match b {
            b':' => next.is_ascii_whitespace() || (is_flow && b",[]{}".contains(&next)),
            b'\n' => true,
            b'#' => walk.before(at).is_ascii_whitespace(),
            b',' | b'[' | b']' | b'{' | b'}' => is_flow,
            _ => false,
        };
        if ends {
            break;
        }
        text.push(b, at == start);
        at += 1;
    }
    let length = walk.text[start..at].trim_ascii_end().len();
    let (quote, is_part): (&'static Quote, fn(&str) -> bool) =
        if is_flow { (&yaml::FLOW, yaml::is_flow_part) } else { (&yaml::SCALAR, yaml::is_part) };
    let syntax = if is_tagged {
        UNCLEAR
    } else if slots == 1 && length == whole {
        Syntax::Quoted(quote, false)
    } else if text.is_string() {
        Syntax::Bare(is_part, Why::Plain)
    } else {
        Syntax::PART
    };
    walk.assign(first, syntax);
    at
}

/// Reads the flow whose bracket stands at `start`, and returns what follows it.
pub(super) fn flow(walk: &mut Walk<'_>, start: usize) -> Option<usize> {
    let first = walk.pass(start);
    let (mut at, mut depth) = (start, 0_usize);
    // Where the last plain scalar ended, which may go on.
    let mut open = None;
    let mut is_tagged = false;
    while at < walk.text.len() {
        let b = walk.byte(at);
        match b {
            _ if b.is_ascii_whitespace() => {}
            b'#' => {
                at = walk.line_end(at);
                continue;
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            b',' => {}
            b':' if is_indicator(walk, at) => {}
            b'?' if open.is_none() && walk.byte(at + 1).is_ascii_whitespace() => {}
            b'"' | b'\'' if open.is_none() => {
                at = quoted(walk, at)?;
                (open, is_tagged) = (None, false);
                continue;
            }
            b'&' | b'*' | b'!' if open.is_none() => {
                let is_inner = |b: u8| !b.is_ascii_whitespace() && !b",[]{}".contains(&b);
                while is_inner(walk.byte(at)) {
                    at += 1;
                }
                is_tagged = true;
                continue;
            }
            _ => {
                let begin = open.unwrap_or(walk.pass(at));
                at = plain(walk, at, true, is_tagged).max(at + 1);
                if open.is_some() && !is_tagged {
                    walk.restrict(begin, PART);
                }
                // Each is looked at once more at most.
                open = Some(if open.is_some() { walk.passed() } else { begin });
                continue;
            }
        }
        if !b.is_ascii_whitespace() {
            (open, is_tagged) = (None, false);
        }
        at += 1;
    }
    walk.restrict(first, UNCLEAR);
    None
}

/// Whether the `:` at `at` ends a key between brackets, and begins no scalar.
fn is_indicator(walk: &Walk<'_>, at: usize) -> bool {
    let (before, next) = (walk.before(at), walk.byte(at + 1));
    next.is_ascii_whitespace() || b",[]{}".contains(&next) || b"\"']}".contains(&before)
}

/// Reads the scalar whose quote stands at `start`, and returns what follows it.
pub(super) fn quoted(walk: &mut Walk<'_>, start: usize) -> Option<usize> {
    let mark = walk.byte(start);
    let is_double = mark == b'"';
    let quote = if is_double { &yaml::DOUBLE } else { &yaml::SINGLE };
    let first = walk.pass(start);
    let (mut is_codelike, mut is_folded) = (false, false);
    let mut at = start + 1;
    while at < walk.text.len() {
        if walk.is_slot(at) {
            let is_part = is_double && walk.is_escape(at);
            let syntax = if is_part { Syntax::PART } else { Syntax::Quoted(quote, false) };
            at = walk.place(syntax, Limits::default(), 1);
            continue;
        }
        let b = walk.byte(at);
        let is_doubled = !is_double && b == mark && walk.byte(at + 1) == mark;
        if b == b'\\' && is_double && walk.is_slot(at + 1) {
            at = walk.place(Syntax::PART, Limits::default(), 1);
            continue;
        }
        if b == mark && !is_doubled {
            if is_codelike {
                walk.harden(first, 1);
            }
            if is_folded {
                walk.restrict(first, PART);
            }
            return Some(at + 1);
        }
        is_codelike |= is_code(b);
        is_folded |= b == b'\n';
        at += if is_doubled || (is_double && b == b'\\') { 2 } else { 1 };
    }
    walk.restrict(first, UNCLEAR);
    None
}

/// What the author wrote of a plain scalar.
#[derive(Default)]
struct Literal {
    length: usize,
    begins: Option<u8>,
    /// A letter that is in no number and no date.
    has_letter: bool,
    /// What is in no word that means something.
    has_mark: bool,
}

impl Literal {
    fn push(&mut self, b: u8, is_first: bool) {
        if is_first {
            self.begins = Some(b);
        }
        self.length += 1;
        let lower = b.to_ascii_lowercase();
        self.has_letter |= lower.is_ascii_lowercase() && lower > b'f' && !b"otxz".contains(&lower);
        self.has_mark |= b"/@:_- ".contains(&b) || b.is_ascii_digit();
    }

    /// Whether the scalar is a string, whatever plain values are put into it.
    fn is_string(&self) -> bool {
        let begins = |is: fn(&u8) -> bool| self.begins.as_ref().is_some_and(is);
        let is_wordy = begins(u8::is_ascii_alphabetic) || self.has_letter;
        let is_signed = begins(|b| b".+-".contains(b));
        is_wordy && (self.length >= 6 || (self.has_mark && !is_signed))
    }
}
