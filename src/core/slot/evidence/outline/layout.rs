//! How a block is laid out.

use super::Range;
use super::scan::Scan;
use crate::core::slot::{Language, Layout};

impl Layout {
    /// The layout of `text`, which is in `language`.
    pub(in crate::core::slot::evidence) fn of(text: &[u8], language: Language) -> Self {
        language.layout().unwrap_or_else(|| Self::guess(text))
    }

    /// What a text looks like whose language is not said.
    pub(super) fn guess(text: &[u8]) -> Self {
        let lines = || text.split(|b| *b == b'\n').map(<[u8]>::trim_ascii);
        let written = || lines().filter(|line| !line.is_empty());
        let is_head = |line: &[u8]| {
            let inner = line.strip_prefix(b"[").and_then(|line| line.strip_suffix(b"]"));
            inner.is_some_and(|name| !name.is_empty() && !name.contains(&b','))
        };
        let first = written().next().unwrap_or_default();
        let pairs = written().filter(|line| is_pair(line)).count();
        let count = written().count();
        match first.first() {
            None => Self::Shell,
            Some(b'{') => Self::Code,
            Some(b'<') if first.starts_with(b"<?") || first.starts_with(b"<!") => Self::Flat,
            Some(_) if written().any(is_head) => Self::Sections,
            Some(_) if pairs > 0 && 2 * pairs > count => Self::Tree,
            Some(_) => Self::Code,
        }
    }
}

/// `name: value`, `- name:`, `Access Key: value`.
fn is_pair(line: &[u8]) -> bool {
    let line = line.strip_prefix(b"- ").unwrap_or(line);
    let name = line.iter().take_while(|b| b.is_ascii_alphanumeric() || b"_-./\"'[] ".contains(b));
    let end = name.count();
    let is_end = matches!(line.get(end + 1), None | Some(b' ' | b'\t'));
    end > 0 && line.get(end) == Some(&b':') && is_end
}

impl Scan<'_> {
    /// Reads a part of the text, laid out like this, into the part with the index `part`.
    pub fn read(&mut self, range: Range, part: usize, layout: Layout) {
        match layout {
            Layout::Shell => self.shell(range, part),
            Layout::Session => self.session(range, part),
            Layout::Code => self.code(range, part, false),
            Layout::Blocks => self.code(range, part, true),
            Layout::Tree => self.tree(range, part),
            Layout::Sections => self.sections(range, part),
            Layout::Flat => {
                let mut at = range.start;
                while at < range.end {
                    at = self.piece(at, part);
                }
            }
        }
    }
}
