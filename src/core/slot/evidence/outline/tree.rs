//! Depths of YAML.

use super::scan::Scan;
use super::{Range, ScopeKind};
use crate::core::slot::Layout;
use crate::core::slot::evidence::command::{self, Called};

/// A depth that is open.
struct Depth {
    /// The column of its names.
    indent: usize,
    /// The mapping or the list at it.
    part: usize,
    /// Whether it is a list.
    is_list: bool,
    /// The name that what is deeper belongs to.
    key: Range,
}

impl Scan<'_> {
    /// Reads YAML, and lines of names and values.
    pub fn tree(&mut self, range: Range, part: usize) {
        let Range { start, end } = range;
        let first = self.open(ScopeKind::Mapping, part, start, start..start);
        let mut levels = vec![Depth { indent: 0, part: first, is_list: false, key: start..start }];
        let mut at = start;
        while at < end {
            let stop = self.line_end(at, end);
            let line = &self.text[at..stop];
            let mut indent = line.iter().take_while(|b| **b == b' ').count();
            let rest = &line[indent..];
            if rest.trim_ascii().is_empty() {
                at = stop + 1;
                continue;
            }
            if rest.starts_with(b"#") {
                let here = levels.last().map_or(part, |level| level.part);
                at = self.comment(at + indent, end, here) + 1;
                continue;
            }
            if rest.starts_with(b"---") {
                for level in &levels {
                    self.close(level.part, at);
                }
                let next = self.open(ScopeKind::Mapping, part, at, at..at);
                levels = vec![Depth { indent: 0, part: next, is_list: false, key: at..at }];
                at = stop + 1;
                continue;
            }
            // An item of a list is a mapping of its own, if it has a name.
            let dash = indent;
            while self.text[at + indent..stop].starts_with(b"- ") {
                indent += 2;
                indent += self.text[at + indent..stop].iter().take_while(|b| **b == b' ').count();
            }
            let key = self.key(at + indent, stop);
            let dash = Some(dash).filter(|dash| indent > *dash);
            // A scalar stands in the list itself.
            let column = if key.is_none() { dash.unwrap_or(indent) } else { indent };
            self.enter(&mut levels, column, dash, at);
            let here = levels.last().map_or(part, |level| level.part);
            if let (Some(level), Some(key)) = (levels.last_mut(), &key) {
                level.key = key.clone();
            }
            at = self.tree_line(at + indent..stop, end, indent, key, here) + 1;
        }
        for level in levels.iter().rev() {
            self.close(level.part, end);
        }
    }

    /// Goes to the depth with this column. Each item of a list begins a new mapping in the list,
    /// whose dash may stand below its name.
    fn enter(&mut self, levels: &mut Vec<Depth>, column: usize, dash: Option<usize>, at: usize) {
        let limit = dash.unwrap_or(column);
        let is_done = |level: &Depth| {
            level.indent > limit || (dash.is_none() && level.is_list && level.indent == limit)
        };
        while levels.len() > 1 && levels.last().is_some_and(is_done) {
            if let Some(level) = levels.pop() {
                self.close(level.part, at);
            }
        }
        if let Some(dash) = dash
            && !levels.last().is_some_and(|level| level.is_list && level.indent == dash)
        {
            self.push(levels, dash, true, at);
        }
        if levels.last().is_some_and(|level| level.indent < column) {
            self.push(levels, column, false, at);
        }
    }

    fn push(&mut self, levels: &mut Vec<Depth>, indent: usize, is_list: bool, at: usize) {
        let Some(Depth { part, key, .. }) = levels.last() else { return };
        let kind = if is_list { ScopeKind::List } else { ScopeKind::Mapping };
        let part = self.open(kind, *part, at, key.clone());
        levels.push(Depth { indent, part, is_list, key: at..at });
    }

    /// The name that the line at `at` begins with, if it is one with a value.
    fn key(&self, at: usize, stop: usize) -> Option<Range> {
        let line = &self.text[at..stop];
        let is_part = |b: &&u8| b.is_ascii_alphanumeric() || b"_-./\"' <>".contains(b);
        let length = line.iter().take_while(is_part).count();
        let is_end = matches!(line.get(length + 1), None | Some(b' ' | b'\t' | b'\r'));
        (length > 0 && line.get(length) == Some(&b':') && is_end).then(|| at..at + length)
    }

    /// Reads the rest of a line, and of those that belong to it; returns where they end.
    fn tree_line(
        &mut self,
        line: Range,
        end: usize,
        indent: usize,
        key: Option<Range>,
        part: usize,
    ) -> usize {
        let after = key.map_or(line.start, |key| key.end + 1);
        let value = self.text[after..line.end].trim_ascii();
        if value.first().is_some_and(|b| b"|>".contains(b)) && value.len() < 4 {
            self.flow(line.start..line.end, end, part);
            return self.scalar(line.end, end, indent, part);
        }
        // A command, as `run:` has it.
        let command = if value.contains(&b' ') { command::of(value) } else { None };
        if let Some(command) = command.filter(|c| !matches!(c, Called::Other | Called::Assignment))
        {
            let mut at = line.start;
            while at < after {
                at = self.piece(at, part);
            }
            let here = self.open(ScopeKind::Statement, part, at, at..at);
            if here != part {
                self.parts[here].command = Some(command);
            }
            let stop = self.flow(at..line.end, end, here);
            self.close(here, stop);
            return stop;
        }
        self.flow(line, end, part)
    }

    /// Reads names and values of one line, and of more where brackets are open.
    pub fn flow(&mut self, line: Range, end: usize, part: usize) -> usize {
        let mut opens: Vec<usize> = Vec::new();
        let (mut at, mut stop) = (line.start, line.end);
        while at < stop || !opens.is_empty() {
            if at >= end {
                break;
            }
            let here = opens.last().copied().unwrap_or(part);
            if self.is_slot(at) {
                at = self.piece(at, here);
                continue;
            }
            match self.byte(at) {
                b'"' | b'\'' => at = self.quoted(at, end, here),
                b'#' if self.before(at).is_ascii_whitespace() => {
                    at = self.comment(at, end, here);
                }
                b'{' | b'[' => {
                    let kind =
                        if self.byte(at) == b'{' { ScopeKind::Mapping } else { ScopeKind::Group };
                    opens.push(self.open(kind, here, at + 1, at..at));
                    at += 1;
                }
                b'}' | b']' => {
                    if let Some(open) = opens.pop() {
                        self.close(open, at);
                        stop = stop.max(self.line_end(at, end));
                    }
                    at += 1;
                }
                // A line that begins anew was not in brackets.
                b'\n' if self.byte(at + 1).is_ascii_alphabetic() => break,
                _ => at = self.piece(at, here),
            }
        }
        for open in opens {
            self.close(open, at);
        }
        at.max(stop).min(end)
    }

    /// Reads the lines that are deeper than `indent`, which are a text of their own: a script, a
    /// file.
    fn scalar(&mut self, at: usize, end: usize, indent: usize, part: usize) -> usize {
        let start = (at + 1).min(end);
        let (mut line, mut stop) = (start, start);
        while line < end {
            let next = self.line_end(line, end);
            let text = &self.text[line..next];
            let depth = text.iter().take_while(|b| **b == b' ').count();
            if !text.trim_ascii().is_empty() && depth <= indent {
                break;
            }
            stop = next;
            line = next + 1;
        }
        let here = self.open(ScopeKind::Body, part, start, start..start);
        let layout = Layout::guess(&self.text[start..stop]);
        self.read(start..stop, here, layout);
        self.close(here, stop);
        stop.max(at)
    }
}
