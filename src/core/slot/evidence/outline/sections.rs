//! Sections of INI files and TOML, and files of variables.

use super::scan::Scan;
use super::{Range, ScopeKind};

impl Scan<'_> {
    /// Reads lines of names and values, with heads in square brackets.
    pub fn sections(&mut self, range: Range, part: usize) {
        let Range { start, end } = range;
        let mut here = self.open(ScopeKind::Section, part, start, start..start);
        let root = here;
        // The heads so far, for the tables of TOML that are in others.
        let mut heads: Vec<(Range, usize)> = Vec::new();
        let mut at = start;
        while at < end {
            let stop = self.line_end(at, end);
            let line = &self.text[at..stop];
            let indent = line.iter().take_while(|b| b" \t".contains(b)).count();
            let rest = line[indent..].trim_ascii_end();
            if rest.is_empty() {
                at = stop + 1;
            } else if b"#;!".contains(&rest[0]) {
                at = self.comment(at + indent, end, here) + 1;
            } else if rest[0] == b'[' && rest.contains(&b']') && !rest.contains(&b',') {
                self.close(here, at);
                let head = head(at + indent, rest);
                let outer = self.outer(&heads, &head);
                here = self.open(ScopeKind::Section, outer.unwrap_or(root), at, head.clone());
                heads.push((head, here));
                while at < stop {
                    at = self.piece(at, here);
                }
                at += 1;
            } else {
                at = self.flow(at..stop, end, here) + 1;
            }
        }
        self.close(here, end);
        self.close(root, end);
    }

    /// The section that the one with this head is in: `[storage.s3]` is in `[storage]`.
    fn outer(&self, heads: &[(Range, usize)], head: &Range) -> Option<usize> {
        let name = &self.text[head.clone()];
        // Only tables that are near: there may be thousands.
        let near = heads.iter().rev().take(32);
        let mut outer = near.filter(|(other, _)| {
            let other = &self.text[other.clone()];
            name.len() > other.len() && name.starts_with(other) && name[other.len()] == b'.'
        });
        outer.next().map(|(_, part)| *part)
    }
}

/// The name in the brackets of a head that begins at `at`.
fn head(at: usize, line: &[u8]) -> Range {
    let open = line.iter().take_while(|b| **b == b'[').count();
    let length = line[open..].iter().take_while(|b| **b != b']').count();
    at + open..at + open + length
}
