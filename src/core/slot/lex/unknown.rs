//! Text in a language that is not known, and in that of the Windows command prompt: plain values,
//! and not even those where what stands before them would take them for its own.

use super::walk::{Walk, follows_variable, is_name};
use crate::core::slot::place::{Limits, Syntax};
use crate::core::slot::reading::Reading;

/// Reads a whole text.
pub(super) fn read(walk: &mut Walk<'_>) {
    let (mut at, mut ends, mut is_line) = (0, 0, true);
    while let Some(slot) = walk.slot_from(at) {
        ends |= ends_in(&walk.text[at..slot]);
        let between = &walk.text[at..slot];
        let line = between.iter().rposition(|b| *b == b'\n');
        is_line |= line.is_some();
        is_line &= between[line.unwrap_or(0)..].trim_ascii().is_empty();
        // A variable, an escape, a format, a home.
        let is_part = b"$\\%~".contains(&walk.before(slot));
        let limits = Limits {
            variable: follows_variable(walk, slot, true),
            reading: Reading::Plain,
            ends: if is_line { ends } else { 0 },
            ..Limits::default()
        };
        is_line = false;
        at = walk.place(if is_part { Syntax::PART } else { Syntax::PLAIN }, limits, 0);
    }
}

/// The letters of the words that end the here-documents which begin in `text`: of shells, Perl,
/// PHP, Ruby and others, which differ about what may stand behind them.
fn ends_in(text: &[u8]) -> u128 {
    let begins = text.windows(2).enumerate().filter(|(_, pair)| *pair == b"<<");
    begins.fold(0, |ends, (at, _)| {
        let rest = &text[at + 2..];
        let skipped = rest.iter().take_while(|b| b"<-~'\" \\".contains(b)).count();
        let word = rest[skipped..].iter().take_while(|b| is_name(**b) && b.is_ascii());
        word.fold(ends, |ends, b| ends | 1 << b)
    })
}
