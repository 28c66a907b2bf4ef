//! Python.

mod calls;
mod context;
mod text;

use std::ops::Range;

use super::memory::Memory;
use super::walk::{Walk, is_name};
use crate::core::quote::python;
use crate::core::slot::place::{Limits, Syntax};
use crate::core::slot::reading::Take;
use context::{Bracket, ValueReader};
use text::{PythonText, is_formatted_later};

/// Where a walk over a text is.
#[derive(Default)]
pub(super) struct Python {
    brackets: Vec<Bracket>,
    /// Where the statement begins.
    statement: usize,
    memory: Memory,
}

/// Deeper than anybody writes.
const DEEPEST: usize = 64;

/// Reads a whole text. Comments take plain values.
pub(super) fn read(walk: &mut Walk<'_>) {
    let mut python = Python::default();
    let mut at = 0;
    while at < walk.text.len() {
        let Some(next) = python.step(walk, at) else {
            python.memory.is_lost = true;
            break;
        };
        at = next;
    }
    python.memory.end(walk, Take::AGAIN);
}

impl Python {
    /// Reads what stands at `at`, and returns what follows it; `None` where that is not clear.
    fn step(&mut self, walk: &mut Walk<'_>, at: usize) -> Option<usize> {
        if walk.is_slot(at) {
            return Some(self.slot(walk, at));
        }
        match walk.byte(at) {
            b'#' => Some(walk.line_end(at)),
            // A command of a notebook.
            b'!' if walk.byte(at + 1) != b'=' => Some(walk.line_end(at)),
            b'%' if walk.before(at) == b'\n' => None,
            b'"' | b'\'' => {
                let text = PythonText::at(walk, at);
                let first = walk.pass(at);
                let end = text.read(walk, at)?;
                let is_used = walk.pass(end) > first || text.has_names();
                if is_used {
                    let reader = self.reader(walk, text.start(at)..end);
                    self.judge(walk, first, &reader);
                    if reader.take() == Take::ONCE {
                        text.names(walk, at..end, |name| {
                            self.memory.use_at(name.start);
                            self.memory.read_well(&name);
                        });
                    }
                }
                Some(end)
            }
            b if is_name(b) => {
                let name = at + walk.text[at..].iter().take_while(|b| is_name(**b)).count();
                self.name(walk, at..name);
                Some(name)
            }
            b => {
                self.sign(walk, at, b);
                (self.brackets.len() <= DEEPEST).then_some(at + 1)
            }
        }
    }

    /// The slot at `at`, outside of strings.
    fn slot(&mut self, walk: &mut Walk<'_>, at: usize) -> usize {
        let first = walk.pass(at);
        let end = walk.slot_end();
        let (before, after) = (walk.before(at), walk.byte(end));
        let is_part = is_name(before)
            || is_name(after)
            || b".'\"\\<>".contains(&before)
            || b"'\"(<>".contains(&after)
            || is_formatted_later(walk, end)
            || !(before.is_ascii() && after.is_ascii());
        let literal = Syntax::Quoted(&python::LITERAL, false);
        let syntax = if is_part { Syntax::PART } else { literal };
        walk.place(syntax, Limits::default(), 0);
        let reader = self.reader(walk, at..end);
        self.judge(walk, first, &reader);
        end
    }

    fn judge(&mut self, walk: &mut Walk<'_>, first: usize, reader: &ValueReader) {
        walk.limit(first..walk.passed(), reader.take());
        if let ValueReader::Variable(name) = reader {
            self.memory.assign(name.clone(), first..walk.passed(), true);
        }
    }

    /// The name in `range`, which may be that of a variable.
    fn name(&mut self, walk: &Walk<'_>, range: Range<usize>) {
        let is_argument = self.brackets.last().is_some_and(|bracket| bracket.kind == b'(')
            && walk.byte(range.end) == b'='
            && walk.byte(range.end + 1) != b'=';
        let is_attribute = walk.before(range.start) == b'.';
        let rest = walk.text[range.end..].trim_ascii_start();
        let is_target =
            walk.text[self.statement.min(range.start)..range.start].trim_ascii().is_empty()
                && rest.starts_with(b"=")
                && !rest.starts_with(b"==");
        // The name of an argument, or of something else, is no use of the variable.
        let is_other = is_argument || is_attribute || is_target;
        if is_other
            || (self.memory.is_waiting() && self.reader(walk, range.clone()).take() == Take::ONCE)
        {
            self.memory.use_at(range.start);
            self.memory.read_well(&range);
        }
    }

    fn sign(&mut self, walk: &Walk<'_>, at: usize, b: u8) {
        match b {
            b'(' | b'[' | b'{' => {
                let bracket = Bracket::at(walk, at, b);
                self.memory.has_own_programs |= bracket.defines;
                self.brackets.push(bracket);
            }
            b')' | b']' | b'}' => {
                self.brackets.pop();
            }
            b'\n' | b';' if self.brackets.is_empty() && walk.before(at) != b'\\' => {
                self.statement = at + 1;
            }
            _ => {}
        }
    }
}
