//! Python.

use super::walk::{Walk, is_code, is_name};
use crate::core::quote::{Quote, python};
use crate::core::slot::place::{Limits, Syntax};

/// A string: its prefix and its quotes.
#[expect(clippy::struct_excessive_bools, reason = "a prefix has any of them")]
struct Text {
    quote: u8,
    is_triple: bool,
    is_raw: bool,
    is_formatted: bool,
    is_bytes: bool,
}

/// Reads a whole text. Comments take plain values.
pub(super) fn read(walk: &mut Walk<'_>) {
    let mut at = 0;
    while at < walk.text.len() {
        if walk.is_slot(at) {
            let (before, after) = (walk.before(at), walk.byte(walk.slot_end()));
            let is_part = is_name(before)
                || is_name(after)
                || b".'\"\\<>".contains(&before)
                || b"'\"(<>".contains(&after)
                || is_formatted_later(walk, walk.slot_end())
                || !(before.is_ascii() && after.is_ascii());
            let literal = Syntax::Quoted(&python::LITERAL, false);
            let syntax = if is_part { Syntax::PART } else { literal };
            at = walk.place(syntax, Limits::default(), 0);
            continue;
        }
        let next = match walk.byte(at) {
            b'#' => Some(walk.line_end(at)),
            // A command of a notebook.
            b'!' if walk.byte(at + 1) != b'=' => Some(walk.line_end(at)),
            b'%' if walk.before(at) == b'\n' => return,
            b'"' | b'\'' => {
                let text = Text::at(walk, at);
                text.read(walk, at + if text.is_triple { 3 } else { 1 })
            }
            _ => Some(at + 1),
        };
        let Some(next) = next else { return };
        at = next;
    }
}

impl Text {
    /// The string whose first quote stands at `at`.
    fn at(walk: &Walk<'_>, at: usize) -> Self {
        let quote = walk.byte(at);
        let name = walk.text[..at].iter().rev().take(3).take_while(|b| is_name(**b)).count();
        let prefix = &walk.text[at - name..at];
        let has = |letter: u8| name < 3 && prefix.iter().any(|b| b.eq_ignore_ascii_case(&letter));
        Self {
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

    /// Reads the string from `at`, and returns what follows it; `None` when it does not end.
    fn read(&self, walk: &mut Walk<'_>, mut at: usize) -> Option<usize> {
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
fn is_formatted_later(walk: &Walk<'_>, mut at: usize) -> bool {
    while matches!(walk.byte(at), b' ' | b')') && at < walk.text.len() {
        at += 1;
    }
    walk.byte(at) == b'%' || walk.has(at, b".format")
}
