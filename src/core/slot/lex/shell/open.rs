//! What is open in a shell: quotes, brackets, and commands in them.

use super::{Command, DEEPEST, START, ShellLexer, Walk};
use crate::core::slot::lex::walk::is_code;
use crate::core::slot::reading::Take;

/// Something open.
pub(super) struct OpenConstruct {
    pub frame: Frame,
    /// How many slots stand before it.
    pub first: usize,
    /// How many uses of variables stand before it.
    pub uses: usize,
    /// What is in these quotes may be code.
    pub is_code: bool,
    /// A word goes on after it: it is `$(`, not `(`.
    pub is_value: bool,
    /// The command around these commands, and whether what they print is read again.
    pub around: Option<(Command, bool)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// `(` and `$(`: commands.
    Commands,
    /// `((` and `$((`, once for each bracket.
    Arithmetic,
    /// `${`.
    Parameter,
    Single,
    Double,
    /// `$'`.
    Escaped,
    Backtick,
    /// `@'` and `@"` of `PowerShell`, with the quote.
    HereString(u8),
    /// `<#` of `PowerShell`.
    Comment,
}

impl ShellLexer {
    pub(super) fn top(&self) -> Option<Frame> {
        self.stack.last().map(|open| open.frame)
    }

    pub(super) fn is_quoted(&self) -> bool {
        self.stack.iter().any(|open| {
            matches!(open.frame, Frame::Single | Frame::Double | Frame::Escaped | Frame::Backtick)
        })
    }

    /// Begins commands in brackets. `is_again` says that a shell reads what they print.
    pub(super) fn open_commands(&mut self, walk: &mut Walk<'_>, is_value: bool, is_again: bool) {
        let inner = Command::new(walk.passed(), self.memory.uses(), self.documents.len());
        let around = std::mem::replace(&mut self.command, inner);
        self.open(walk, Frame::Commands, is_value);
        if let Some(open) = self.stack.last_mut() {
            open.around = Some((around, is_again));
        }
        self.word = START;
    }

    pub(super) fn open(&mut self, walk: &mut Walk<'_>, frame: Frame, is_value: bool) {
        let is_code = false;
        let (first, uses) = (walk.passed(), self.memory.uses());
        self.stack.push(OpenConstruct { frame, first, uses, is_code, is_value, around: None });
        if self.stack.len() > DEEPEST {
            self.lose(walk);
        }
    }

    pub(super) fn close(&mut self, walk: &mut Walk<'_>) {
        let depth = self.stack.len();
        if let Some(open) = self.stack.pop() {
            if let Some((around, is_again)) = open.around {
                self.command = around;
                if is_again {
                    walk.limit(open.first..walk.passed(), Take::AGAIN);
                    self.memory.read_again(open.uses);
                } else {
                    self.command.is_group |= self.command.is_empty();
                }
            }
            if open.is_code && matches!(open.frame, Frame::Single | Frame::Double) {
                walk.harden(open.first, depth);
            }
            self.word.is_fresh = false;
            self.word.is_boundary = !open.is_value;
            self.word.last = b')';
        }
    }

    /// Notes that `b` stands in the innermost quotes.
    pub(super) fn note_code(&mut self, b: u8) {
        if let Some(open) = self.stack.last_mut() {
            open.is_code |= is_code(b);
        }
    }
}
