//! Sessions in a shell: commands, and what they print.

use super::scan::Scan;
use super::{Range, ScopeKind};
use crate::core::slot::lex::console;

impl Scan<'_> {
    /// Reads a session: each command with what it prints.
    pub fn session(&mut self, range: Range, part: usize) {
        let commands = console::commands(&self.text[range.clone()]);
        let mut printed = part;
        let mut at = range.start;
        for command in commands {
            let (start, end) = (range.start + command.start, range.start + command.end);
            self.printed(at..start, printed);
            let first = self.parts.len();
            self.shell(start..end, part);
            printed = if self.parts.len() > first { first } else { printed };
            at = end;
        }
        self.printed(at..range.end, printed);
    }

    /// Reads what a command prints: it asks for names and shows values.
    fn printed(&mut self, range: Range, part: usize) {
        if !self.text[range.clone()].trim_ascii().is_empty() {
            let here = self.open(ScopeKind::Mapping, part, range.start, range.start..range.start);
            let mut at = range.start;
            while at < range.end {
                at = self.piece(at, here);
            }
            self.close(here, range.end);
        }
    }
}
