//! A walk over the text of a block that meets its slots on the way.

use crate::core::slot::place::{Limits, Syntax};
use crate::core::slot::{Found, Place};

/// The text, its slots, and how far the walk has come.
pub(super) struct Walk<'a> {
    pub text: &'a [u8],
    found: &'a mut [Found],
    /// How deep in the brackets and quotes each slot stands.
    depths: Vec<u8>,
    next: usize,
}

impl<'a> Walk<'a> {
    pub fn new(text: &'a [u8], found: &'a mut [Found]) -> Self {
        Self { text, depths: vec![0; found.len()], found, next: 0 }
    }

    /// How many slots are behind.
    pub fn passed(&self) -> usize {
        self.next
    }

    /// How many slots begin before `at`.
    pub fn pass(&mut self, at: usize) -> usize {
        self.slot_from(at);
        self.next
    }

    /// The byte at `at`; a line break after the end.
    pub fn byte(&self, at: usize) -> u8 {
        self.text.get(at).copied().unwrap_or(b'\n')
    }

    /// The byte before `at`; a line break before the start.
    pub fn before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(b'\n', |at| self.byte(at))
    }

    /// Whether `word` stands at `at`.
    pub fn has(&self, at: usize, word: &[u8]) -> bool {
        self.text.get(at..).is_some_and(|rest| rest.starts_with(word))
    }

    /// Where the line at `at` ends: at its line break.
    pub fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
    }

    /// Where the next slot begins that is at `at` or later. One that was passed stays plain.
    pub fn slot_from(&mut self, at: usize) -> Option<usize> {
        while self.found.get(self.next).is_some_and(|slot| slot.start < at) {
            self.next += 1;
        }
        self.found.get(self.next).map(|slot| slot.start)
    }

    /// Whether a slot begins at `at`.
    pub fn is_slot(&mut self, at: usize) -> bool {
        self.byte(at) == b'<' && self.slot_from(at) == Some(at)
    }

    /// Where the slot ends that [`Self::is_slot`] has seen.
    pub fn slot_end(&self) -> usize {
        self.found.get(self.next).map_or(0, |slot| slot.end)
    }

    /// Whether the escape of a character is not complete before `at`: `\x`, `\u00`, `\1`.
    pub fn is_escape(&self, at: usize) -> bool {
        let text = &self.text[..at];
        let digits = text.iter().rev().take(8).take_while(|b| b.is_ascii_hexdigit()).count();
        let before = self.before(at - digits);
        before == b'\\' || (b"xuU".contains(&before) && self.before(at - digits - 1) == b'\\')
    }

    /// Whether another slot follows at once.
    pub fn is_pair(&self) -> bool {
        self.found.get(self.next + 1).is_some_and(|slot| slot.start == self.slot_end())
    }

    /// Says how a value is written in the slot that [`Self::is_slot`] has seen, and where it ends.
    pub fn place(&mut self, syntax: Syntax, limits: Limits, depth: usize) -> usize {
        let end = self.slot_end();
        if let Some(slot) = self.found.get_mut(self.next) {
            slot.place = Place { syntax, limits, ..slot.place };
            self.depths[self.next] = u8::try_from(depth).unwrap_or(u8::MAX);
            self.next += 1;
        }
        end
    }

    /// Lets nothing special into the slots from `first` on that stand as deep as `depth`: what
    /// they stand in may be read as code.
    pub fn harden(&mut self, first: usize, depth: usize) {
        for at in first..self.next {
            if usize::from(self.depths[at]) == depth {
                self.found[at].place.limits.code = true;
            }
        }
    }

    /// Lets only plain values into the slots from `first` on: what they stand in is not clear.
    pub fn distrust(&mut self, first: usize) {
        self.restrict(first, Syntax::PLAIN);
    }

    /// The same with another rule for what can be written.
    pub fn restrict(&mut self, first: usize, syntax: Syntax) {
        let (passed, _) = self.found.split_at_mut(self.next);
        for slot in passed.get_mut(first..).unwrap_or_default() {
            if !matches!(slot.place.syntax, Syntax::Refused(_)) {
                slot.place.syntax = syntax;
            }
        }
    }

    /// Says anew how a value is written in the slots from `first` on.
    pub fn assign(&mut self, first: usize, syntax: Syntax) {
        for slot in &mut self.found[first.min(self.next)..self.next] {
            slot.place.syntax = syntax;
        }
    }
}

/// Whether text in quotes that has `b` may be code: JSON, a command, a query.
pub(super) fn is_code(b: u8) -> bool {
    b.is_ascii_whitespace() || b"'\"`(){}[]<>;|\\".contains(&b)
}

/// Whether `b` can be in the name of a variable.
pub(super) fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}
