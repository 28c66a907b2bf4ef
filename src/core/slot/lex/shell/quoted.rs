//! What stands in quotes of a shell.

use super::{Dialect, Frame, ShellLexer, Walk};
use crate::core::slot::reading::Take;

impl ShellLexer {
    pub(super) fn double(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        let b = walk.byte(at);
        let escape = if self.dialect == Dialect::PowerShell { b'`' } else { b'\\' };
        match b {
            b if b == escape => {
                self.word.is_fresh = false;
                self.escaped(walk, at, end)
            }
            b'"' if self.dialect == Dialect::PowerShell && walk.byte(at + 1) == b'"' => {
                self.note_code(b);
                at + 2
            }
            b'"' => {
                self.close(walk);
                at + 1
            }
            b'$' => self.dollar(walk, at, true),
            b'`' if self.dialect == Dialect::Posix => {
                self.open(walk, Frame::Backtick, true);
                at + 1
            }
            b => self.pass(at, b),
        }
    }

    pub(super) fn single(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        let b = walk.byte(at);
        let is_doubled = b == b'\'' && walk.byte(at + 1) == b'\'';
        match b {
            b'\\' if self.dialect == Dialect::Fish => self.escaped(walk, at, end),
            b'\'' if is_doubled && self.dialect == Dialect::PowerShell => {
                self.note_code(b);
                at + 2
            }
            b'\'' => {
                self.close(walk);
                at + 1
            }
            // A variable of what reads the text once more.
            b'$' => self.pass(at, b'{'),
            b => self.pass(at, b),
        }
    }

    /// `${`: shells disagree about quotes in it, so its slots are plain, and a quote inside of
    /// double quotes cannot be followed.
    pub(super) fn parameter(&mut self, walk: &mut Walk<'_>, at: usize) -> usize {
        let is_quoted = self.is_quoted();
        match walk.byte(at) {
            b'\\' => return at + 2,
            b'}' => self.close(walk),
            b'\'' | b'"' if is_quoted => {
                // What follows may still be calculated.
                walk.limit_ahead(at..walk.line_end(at), Take::NUMBER);
                self.lose(walk);
            }
            b'\'' => self.open(walk, Frame::Single, true),
            b'"' => self.open(walk, Frame::Double, true),
            b'`' => self.open(walk, Frame::Backtick, true),
            b'$' => return self.dollar(walk, at, is_quoted),
            _ => {}
        }
        at + 1
    }

    /// What ends at the next `end` without a backslash before it.
    pub(super) fn skipping(&mut self, walk: &mut Walk<'_>, at: usize, end: u8) -> usize {
        match walk.byte(at) {
            b'\\' if end == b'\'' && walk.byte(at + 1) == end => {
                // dash has no `$'`, so its quote ends here.
                self.lose(walk);
                at + 2
            }
            b'\\' if !walk.is_slot(at + 1) => at + 2,
            b if b == end => {
                self.close(walk);
                at + 1
            }
            _ => at + 1,
        }
    }

    /// The start of the line, or what follows the end of a here-string there.
    pub(super) fn here_string_end(&mut self, walk: &mut Walk<'_>, start: usize) -> usize {
        match self.top() {
            Some(Frame::HereString(quote)) if walk.has(start, &[quote, b'@']) => {
                self.close(walk);
                start + 2
            }
            _ => start,
        }
    }

    /// A backslash or what escapes, and the byte after it.
    fn escaped(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        self.note_code(b'\\');
        if at + 1 >= end || walk.is_slot(at + 1) { at + 1 } else { at + 2 }
    }

    fn pass(&mut self, at: usize, b: u8) -> usize {
        self.note_code(b);
        self.word.is_fresh = false;
        at + 1
    }
}
