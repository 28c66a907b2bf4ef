//! What takes a value of Python: the call, the variable or the index that it is for.

use std::ops::Range;

use super::{Python, calls};
use crate::core::slot::lex::walk::{Walk, is_name};
use crate::core::slot::reading::Take;

/// An open bracket.
pub(super) struct Bracket {
    /// Which.
    pub kind: u8,
    /// What takes what stands in it; `None` where it only groups.
    reader: Option<Take>,
    /// A function that something is known of gets another meaning.
    pub defines: bool,
}

/// What takes a value.
pub(super) enum ValueReader {
    /// Something that makes this of it.
    Takes(Take),
    /// A variable, whose name stands there.
    Variable(Range<usize>),
}

impl ValueReader {
    /// What is made of the value at once.
    pub fn take(&self) -> Take {
        match self {
            Self::Takes(take) => *take,
            Self::Variable(_) => Take::ONCE,
        }
    }
}

impl Bracket {
    /// The bracket at `at`.
    pub fn at(walk: &Walk<'_>, at: usize, kind: u8) -> Self {
        let name = name_before(walk, at);
        let is_after_value = is_name(walk.before(at)) || b")]}'\"".contains(&walk.before(at));
        let reader = match kind {
            b'(' if name.is_empty() && !is_after_value => None,
            b'(' if calls::is_keyword(name) => None,
            // A function of its own, or one of something that was just made.
            b'(' if name.is_empty() || is_definition(walk, at - name.len()) => Some(Take::UNKNOWN),
            b'(' => Some(calls::of(name)),
            b'[' if is_after_value && !calls::is_keyword(name) => Some(Take::ONCE),
            _ => None,
        };
        let function = name.rsplit('.').next().unwrap_or_default();
        let defines = calls::is_known(function) && is_definition(walk, at - name.len());
        Self { kind, reader, defines }
    }
}

impl Python {
    /// What takes the expression in `range`.
    pub(super) fn reader(&self, walk: &Walk<'_>, range: Range<usize>) -> ValueReader {
        if !self.is_alone(walk, &range) {
            return ValueReader::Takes(Take::UNKNOWN);
        }
        if let Some(take) = self.brackets.iter().rev().find_map(|bracket| bracket.reader) {
            let is_own = self.memory.has_own_programs;
            return ValueReader::Takes(if is_own { Take::UNKNOWN } else { take });
        }
        match self.variable(walk, range.start) {
            Some(name) => ValueReader::Variable(name),
            None => ValueReader::Takes(Take::UNKNOWN),
        }
    }

    /// Whether nothing is made of the expression in `range` but that it is an element, an
    /// argument or a value.
    fn is_alone(&self, walk: &Walk<'_>, range: &Range<usize>) -> bool {
        let is_blank = |b: u8| b" \t\\".contains(&b) || (b == b'\n' && !self.brackets.is_empty());
        let mut start = range.start;
        // `*list` and `**parameters` are passed on.
        while start > 0 && (is_blank(walk.before(start)) || walk.before(start) == b'*') {
            start -= 1;
        }
        let mut end = range.end;
        while end < walk.text.len() && is_blank(walk.byte(end)) {
            end += 1;
        }
        b"([{,=:".contains(&walk.before(start)) && b",)]}:\n;#".contains(&walk.byte(end))
    }

    /// The name of the variable that gets the value at `at`, where it is all that the statement
    /// does: `name = value`, `name: str = value`.
    fn variable(&self, walk: &Walk<'_>, at: usize) -> Option<Range<usize>> {
        let statement = walk.text.get(self.statement..at)?;
        let indent = statement.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let start = self.statement + indent;
        let length = walk.text[start..at].iter().take_while(|b| is_name(**b)).count();
        let rest = walk.text[start + length..at].trim_ascii_start();
        let is_assignment = rest.starts_with(b"=") && !rest.starts_with(b"==");
        let is_annotated = rest.starts_with(b":") && rest.contains(&b'=');
        (length > 0 && (is_assignment || is_annotated)).then_some(start..start + length)
    }
}

/// The name with its dots that ends at `at`.
fn name_before<'a>(walk: &Walk<'a>, at: usize) -> &'a str {
    let text = &walk.text[at.saturating_sub(80)..at];
    let length = text.iter().rev().take_while(|b| is_name(**b) || **b == b'.').count();
    std::str::from_utf8(&text[text.len() - length..]).unwrap_or_default()
}

/// Whether the name at `at` is given to a function or a class there.
fn is_definition(walk: &Walk<'_>, at: usize) -> bool {
    let before = walk.text[at.saturating_sub(8)..at].trim_ascii_end();
    before.ends_with(b"def") || before.ends_with(b"class")
}
