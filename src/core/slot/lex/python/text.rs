//! Strings of Python.

use std::ops::Range;

use crate::core::quote::{Quote, python};
use crate::core::slot::lex::walk::{Walk, is_code, is_name};
use crate::core::slot::place::{Limits, Syntax};

/// A string: its prefix and its quotes.
#[expect(clippy::struct_excessive_bools, reason = "a prefix has any of them")]
pub(super) struct PythonText {
    /// How many letters stand before the quotes.
    prefix: usize,
    quote: u8,
    is_triple: bool,
    is_raw: bool,
    is_formatted: bool,
    is_bytes: bool,
}

impl PythonText {
    /// The string whose first quote stands at `at`.
    pub fn at(walk: &Walk<'_>, at: usize) -> Self {
        let quote = walk.byte(at);
        let name = walk.text[..at].iter().rev().take(3).take_while(|b| is_name(**b)).count();
        let prefix = &walk.text[at - name..at];
        let has = |letter: u8| name < 3 && prefix.iter().any(|b| b.eq_ignore_ascii_case(&letter));
        Self {
            prefix: if name < 3 { name } else { 0 },
            quote,
            is_triple: walk.has(at, &[quote, quote, quote]),
            is_raw: has(b'r'),
            is_formatted: has(b'f') || has(b't'),
            is_bytes: has(b'b'),
        }
    }

    fn syntax(&self) -> Syntax {
        let quote: &'static Quote = match (self.is_raw, self.is_formatted, self.is_bytes) {
            (false, false, false) => &python::TEXT,
            (false, true, _) => &python::FORMATTED,
            (false, false, true) => &python::BYTES,
            (true, false, false) => &python::RAW,
            (true, true, _) => &python::RAW_FORMATTED,
            (true, false, true) => &python::RAW_BYTES,
        };
        Syntax::Quoted(quote, false)
    }

    /// Where the string begins whose first quote stands at `at`.
    pub fn start(&self, at: usize) -> usize {
        at - self.prefix
    }

    /// Tells of the names in the brackets of an f-string that stands in `range`.
    pub fn names(&self, walk: &Walk<'_>, range: Range<usize>, mut tell: impl FnMut(Range<usize>)) {
        for at in range.filter(|at| self.is_formatted && walk.byte(*at) == b'{') {
            let start = at + 1;
            let length = walk.text[start..].iter().take_while(|b| is_name(**b)).count();
            if length > 0 && walk.byte(start + length) == b'}' {
                tell(start..start + length);
            }
        }
    }

    /// Whether it may have names in brackets.
    pub fn has_names(&self) -> bool {
        self.is_formatted
    }

    /// Reads the string whose first quote stands at `at`, and returns what follows it; `None`
    /// when it does not end.
    pub fn read(&self, walk: &mut Walk<'_>, at: usize) -> Option<usize> {
        let mut at = at + if self.is_triple { 3 } else { 1 };
        let first = walk.passed();
        let mut is_codelike = false;
        // How many brackets of an expression are open.
        let mut depth = 0_usize;
        while at < walk.text.len() {
            if walk.is_slot(at) {
                let is_part = depth > 0 || (!self.is_raw && walk.is_escape(at));
                let syntax = if is_part { Syntax::PART } else { self.syntax() };
                at = walk.place(syntax, Limits::default(), 1);
                continue;
            }
            let b = walk.byte(at);
            if depth > 0 && b == self.quote {
                // The end of the string, or a string in it since Python 3.12.
                break;
            }
            let is_brace = self.is_formatted && b"{}".contains(&b);
            match b {
                _ if b == self.quote && self.is_end(walk, at) => {
                    let after = at + if self.is_triple { 3 } else { 1 };
                    if is_codelike {
                        walk.harden(first, 1);
                    }
                    if is_formatted_later(walk, after) {
                        walk.distrust(first);
                    }
                    return Some(after);
                }
                b'\n' if !self.is_triple => break,
                b'\\' if walk.is_slot(at + 1) => {
                    at = walk.place(Syntax::PART, Limits::default(), 1);
                    continue;
                }
                b'\\' => {
                    is_codelike = true;
                    at += 1;
                }
                _ if is_brace && depth == 0 && walk.byte(at + 1) == b => at += 1,
                b'{' if is_brace => depth += 1,
                b'}' if is_brace => depth = depth.saturating_sub(1),
                b => is_codelike |= depth == 0 && (is_code(b) || b == b'%'),
            }
            at += 1;
        }
        walk.distrust(first);
        None
    }

    fn is_end(&self, walk: &Walk<'_>, at: usize) -> bool {
        !self.is_triple || walk.has(at, &[self.quote, self.quote, self.quote])
    }
}

/// Whether the string before `at` is a format: `%` and braces in it mean something.
pub(super) fn is_formatted_later(walk: &Walk<'_>, mut at: usize) -> bool {
    while matches!(walk.byte(at), b' ' | b')') && at < walk.text.len() {
        at += 1;
    }
    walk.byte(at) == b'%' || walk.has(at, b".format")
}
