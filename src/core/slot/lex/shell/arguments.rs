//! What a program makes of the arguments of a command.

use super::judge::Words;
use super::programs::Program;
use super::{Dialect, ShellLexer, Walk};
use crate::core::slot::reading::Take;

/// How far quotes in code are looked for.
const FAR: usize = 4096;

impl ShellLexer {
    /// The arguments of `program`, whose name stands at `at`.
    pub(super) fn judge_arguments(
        &mut self,
        walk: &mut Walk<'_>,
        words: &Words<'_>,
        at: usize,
        program: &Program,
    ) {
        let count = words.words.len();
        if (at + 1..count).any(|at| program.is_other(words.get(at))) {
            words.limit(walk, at, Take::UNKNOWN);
            return;
        }
        let mut operands = 0;
        let mut option = None;
        let mut rest = program.operands;
        let mut is_known = false;
        for index in at + 1..count {
            let argument = words.words[index];
            let word = words.get(index).trim_start_matches(['"', '\'']);
            let is_option = word.len() > 1 && word.starts_with('-') && word != "--";
            is_known = is_known && option.is_some();
            let take = if is_option {
                let (name, value) = word.split_once('=').unwrap_or((word, ""));
                let is_attached = value.is_empty() && words.has_slots(index);
                let name = if is_attached && !name.starts_with("--") {
                    name.get(..2).unwrap_or(name)
                } else {
                    name
                };
                let is_last = value.is_empty() && !is_attached && !program.is_flag(name);
                option = is_last.then_some(name);
                is_known = program.names(name);
                self.option(program, name)
            } else if let Some(name) = option.take() {
                self.option(program, name)
            } else if operands == 0 {
                // What some option may have as its value, and the empty suffix of `sed -i ''`.
                let is_value =
                    word.trim_end_matches(['"', '\'']).bytes().all(|b| b.is_ascii_digit());
                operands += usize::from(!is_value && word != "--");
                if program.has_format() {
                    rest = if words.has_slots(index) { Take::AGAIN } else { of_format(word) };
                }
                program.first
            } else {
                rest
            };
            walk.limit(argument.slots.clone(), take);
            if take == Take::ONCE {
                self.memory.read_well(&argument.range);
            }
            if program.is_code && take == Take::PATTERN && !is_known {
                for slot in argument.slots.clone() {
                    if !is_in_quotes(walk, argument.range.start, slot) {
                        walk.limit(slot..slot + 1, Take::NUMBER);
                    }
                }
            }
        }
    }

    fn option(&self, program: &Program, name: &str) -> Take {
        if self.dialect == Dialect::PowerShell {
            program.option(&name.to_ascii_lowercase())
        } else {
            program.option(name)
        }
    }
}

/// What a format of `printf` makes of its arguments.
fn of_format(format: &str) -> Take {
    let directives = || format.split('%').skip(1);
    if directives().all(|rest| rest.starts_with('s')) {
        Take::ONCE
    } else if directives().all(|rest| rest.starts_with(['s', 'b', 'q'])) {
        Take::AGAIN
    } else {
        Take::NUMBER
    }
}

/// Whether the slot stands in quotes or slashes of the code that begins at `start`.
fn is_in_quotes(walk: &Walk<'_>, start: usize, slot: usize) -> bool {
    let Some(range) = walk.slot(slot) else { return false };
    let outer = walk.byte(start);
    let start = start + usize::from(b"'\"".contains(&outer));
    let code = walk.text.get(start..range.start).unwrap_or_default();
    if code.len() > FAR {
        return false;
    }
    let is_odd = |mark: u8| code.iter().fold(false, |odd, b| odd ^ (*b == mark));
    walk.before(range.start) == b'/'
        || walk.byte(range.end) == b'/'
        || is_odd(if outer == b'"' { b'\'' } else { b'"' })
        || (outer == b'"' && is_odd(b'"'))
}
