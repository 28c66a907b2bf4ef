//! Variables: what is kept in one is read where the variable stands.
//!
//! For shells, which split what they expand, and for Python, which does not.

use std::ops::Range;

use super::walk::{Walk, is_name};
use crate::core::slot::reading::Take;

/// What the commands of a block leave to those behind them.
#[derive(Default)]
pub(super) struct Memory {
    assigned: Vec<Assigned>,
    /// Where variables stand, and whether their values are taken as they are, once that is known.
    uses: Vec<(usize, Option<bool>)>,
    /// Names of programs may mean something else.
    pub has_own_programs: bool,
    /// Some of the block was not understood.
    pub is_lost: bool,
}

/// Slots whose values a variable gets.
struct Assigned {
    name: Range<usize>,
    slots: Range<usize>,
    /// It is known who reads the variable, where the block does not.
    is_known: bool,
}

/// So many variables are looked for at most.
const MOST: usize = 64;

impl Memory {
    /// The variable with the name at `name` gets the values of `slots`; `is_known` says whether
    /// they may stay in it.
    pub fn assign(&mut self, name: Range<usize>, slots: Range<usize>, is_known: bool) {
        if !slots.is_empty() {
            self.assigned.push(Assigned { name, slots, is_known });
        }
    }

    /// Whether a variable has got a value.
    pub fn is_waiting(&self) -> bool {
        !self.assigned.is_empty()
    }

    /// A variable stands at `at`, in quotes that keep its value together.
    pub fn use_at(&mut self, at: usize) {
        self.uses.push((at, None));
    }

    /// Whether no variable stands from `start` on.
    pub fn has_no_use_since(&self, start: usize) -> bool {
        self.uses.last().is_none_or(|(at, _)| *at < start)
    }

    /// How many uses of variables there were.
    pub fn uses(&self) -> usize {
        self.uses.len()
    }

    /// What stands in `range` is taken as it is, unless more is known.
    pub fn read_well(&mut self, range: &Range<usize>) {
        let is_there = |(at, _): &&mut (usize, Option<bool>)| *at >= range.start;
        for (at, is_good) in self.uses.iter_mut().rev().take_while(is_there) {
            if *at < range.end {
                is_good.get_or_insert(true);
            }
        }
    }

    /// What becomes of the variables that are used, from this one on, is read again.
    pub fn read_again(&mut self, first: usize) {
        for (_, is_good) in self.uses.iter_mut().skip(first) {
            *is_good = Some(false);
        }
    }

    /// Judges the values that variables have got, at the end of the block: where one is read in
    /// another way, it is read as `otherwise`.
    pub fn end(&self, walk: &mut Walk<'_>, otherwise: Take) {
        for assigned in &self.assigned {
            if self.is_lost || self.assigned.len() > MOST || !self.is_read_well(walk.text, assigned)
            {
                walk.limit(assigned.slots.clone(), otherwise);
            }
        }
    }

    /// Whether the variable is read well wherever its name stands, and somewhere.
    fn is_read_well(&self, text: &[u8], assigned: &Assigned) -> bool {
        let name = &text[assigned.name.clone()];
        let mut is_used = assigned.is_known;
        for (at, word) in text.windows(name.len()).enumerate() {
            let is_whole = word == name
                && !at.checked_sub(1).is_some_and(|at| is_name(text[at]))
                && !text.get(at + name.len()).is_some_and(|b| is_name(*b));
            let is_its_own = self.assigned.iter().any(|other| other.name.start == at);
            if !is_whole || is_its_own {
                continue;
            }
            let found = self.uses.binary_search_by_key(&at, |(at, _)| *at);
            if !found.is_ok_and(|found| self.uses[found].1 == Some(true)) {
                return false;
            }
            is_used = true;
        }
        is_used
    }
}
