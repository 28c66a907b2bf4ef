//! A walk over the text of a block that meets its slots on the way.

use std::ops::Range;

use crate::core::slot::place::{Limits, Syntax};
use crate::core::slot::reading::{Reading, Take};
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
            let beside = slot.place.limits.beside;
            slot.place = Place { syntax, limits: Limits { beside, ..limits }, ..slot.place };
            self.depths[self.next] = u8::try_from(depth).unwrap_or(u8::MAX);
            self.next += 1;
        }
        end
    }

    /// Lets nothing special into the slots from `first` on that stand as deep as `depth`: what
    /// they stand in may have quotes of its own.
    pub fn harden(&mut self, first: usize, depth: usize) {
        for at in first..self.next {
            if usize::from(self.depths[at]) == depth {
                let limits = &mut self.found[at].place.limits;
                limits.reading = limits.reading.max(Reading::Quoted);
            }
        }
    }

    /// Says what these slots are read as, of which all are behind. What was said before stays
    /// where it is stricter.
    pub fn limit(&mut self, slots: Range<usize>, take: Take) {
        let (passed, _) = self.found.split_at_mut(self.next);
        for slot in passed.get_mut(slots).unwrap_or_default() {
            slot.place.limits.add(take);
        }
    }

    /// The same of the slots that begin in `range`, which were not met yet.
    pub fn limit_ahead(&mut self, range: Range<usize>, take: Take) {
        self.slot_from(range.start);
        for slot in self.found[self.next..].iter_mut().take_while(|slot| slot.start < range.end) {
            slot.place.limits.add(take);
        }
    }

    /// Lets nothing into the slots that begin in `range`, and were not met yet, that could be the
    /// line `end`.
    pub fn forbid_end(&mut self, range: Range<usize>, end: &[u8]) {
        self.slot_from(range.start);
        let ends = letters(end);
        for slot in self.found[self.next..].iter_mut().take_while(|slot| slot.start < range.end) {
            slot.place.limits.ends = ends;
        }
    }

    /// Lets no word of a shell into these slots where one stands alone.
    pub fn forbid_keywords(&mut self, slots: Range<usize>) {
        let (passed, _) = self.found.split_at_mut(self.next);
        for slot in passed.get_mut(slots).unwrap_or_default() {
            slot.place.limits.keyword = true;
        }
    }

    /// Where the slot with this index stands.
    pub fn slot(&self, index: usize) -> Option<Range<usize>> {
        self.found.get(index).map(|slot| slot.start..slot.end)
    }

    /// Where the slots stand that begin in `range`, of those that were not met yet.
    pub fn slots_in(&mut self, range: Range<usize>) -> Vec<Range<usize>> {
        self.slot_from(range.start);
        let within = |slot: &&Found| slot.start < range.end;
        let slots = self.found[self.next..].iter().take_while(within);
        slots.map(|slot| slot.start..slot.end).collect()
    }

    /// How many slots there are before `at`, of these.
    pub fn slots_before(&self, slots: Range<usize>, at: usize) -> usize {
        let before = |index: &usize| self.found.get(*index).is_some_and(|slot| slot.start < at);
        slots.start + slots.clone().filter(before).count()
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

/// The ASCII characters of `text`, as a set.
pub(super) fn letters(text: &[u8]) -> u128 {
    text.iter().filter(|b| b.is_ascii()).fold(0, |letters, b| letters | 1 << b)
}

/// Whether text in quotes that has `b` may be code: JSON, a command, a query.
pub(super) fn is_code(b: u8) -> bool {
    b.is_ascii_whitespace() || b"'\"`(){}[]<>;|\\".contains(&b)
}

/// Whether `b` can be in the name of a variable.
pub(super) fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

/// Whether what stands at `at` would become a part of the name of a variable, or of what may
/// follow it: `$name`, `$1`, `$name:`. `has_special` says
/// whether there are variables like `$@`.
pub(super) fn follows_variable(walk: &Walk<'_>, at: usize, has_special: bool) -> bool {
    if at > 2 && walk.text[..at].ends_with(b"\\\n") {
        // A word that goes on in the next line.
        return !walk.byte(at - 3).is_ascii_whitespace();
    }
    let text = &walk.text[..at];
    // zsh takes letters beyond ASCII, too.
    let is_inner = |b: &u8| b.is_ascii_alphanumeric() || b"_:".contains(b) || !b.is_ascii();
    // No name is longer.
    let name = text.iter().rev().take(64).take_while(|b| is_inner(b)).count();
    let before = text.len() - name;
    name == 64
        || walk.before(before) == b'$'
        || (has_special && b"@#*?!-$".contains(&walk.before(at)) && walk.before(at - 1) == b'$')
}
