//! YAML: plain scalars, quoted ones, flows and block scalars.

mod scalar;

use super::keys;
use super::walk::Walk;
use crate::core::quote::yaml;
use crate::core::slot::Why;
use crate::core::slot::place::{Limits, Syntax};

use scalar::{flow, plain, quoted};

/// What is certain to change nothing in a scalar that cannot be quoted anew.
const PART: Syntax = Syntax::Bare(yaml::is_flow_part, Why::Plain);

/// What is certain to be a string.
const UNCLEAR: Syntax = Syntax::Bare(yaml::is_tagged, Why::Plain);

/// What is known at the start of a line.
struct Yaml {
    /// One more than the column of the last key or `-`; 0 before the first.
    parent: usize,
    /// Lines that are indented by this much belong to a block scalar.
    block: Option<usize>,
    /// Lines that are indented by this much go on with a plain scalar, whose slots begin there.
    plain: Option<(usize, usize)>,
    /// The column of each key around what is read, and whether it says that its value is code.
    keys: Vec<(usize, bool)>,
}

/// Reads a whole text. Comments and block scalars take plain values.
pub(super) fn read(walk: &mut Walk<'_>) {
    let mut yaml = Yaml { parent: 0, block: None, plain: None, keys: Vec::new() };
    let mut at = Some(0);
    while let Some(start) = at.filter(|start| *start < walk.text.len()) {
        at = yaml.line(walk, start);
    }
    unclear(walk, walk.text.len());
}

/// Lets only what is a string anywhere into the slots before `end` that are still to come.
fn unclear(walk: &mut Walk<'_>, end: usize) {
    while walk.slot_from(0).is_some_and(|at| at < end) {
        walk.place(UNCLEAR, Limits::default(), 0);
    }
}

impl Yaml {
    /// Reads the line at `start`, with the lines to which a quote or a bracket goes on.
    fn line(&mut self, walk: &mut Walk<'_>, start: usize) -> Option<usize> {
        let end = walk.line_end(start);
        let line = &walk.text[start..end];
        let indent = line.iter().take_while(|b| **b == b' ').count();
        if line.trim_ascii().is_empty() || self.block.is_some_and(|least| indent >= least) {
            return Some(end + 1);
        }
        self.block = None;
        let is_marker = line.starts_with(b"---") || line.starts_with(b"...");
        if is_marker || line.starts_with(b"%") {
            *self = Self { parent: 0, block: None, plain: None, keys: Vec::new() };
            let rest = line.get(3..).unwrap_or_default().trim_ascii();
            let is_block = rest.first().is_some_and(|b| b"|>".contains(b));
            self.block = is_block.then_some(0);
            if is_block {
                // Its text may stand where a document ends.
                walk.forbid_end(end..walk.text.len(), b"...---");
            }
            // Anything else after a marker may go on in the next lines.
            let is_clear = is_block || rest.is_empty() || rest.starts_with(b"#") || line[0] == b'%';
            return is_clear.then_some(end + 1);
        }
        if line[indent..].starts_with(b"#") {
            self.plain = None;
            return Some(end + 1);
        }
        if let Some((least, first)) = self.plain.filter(|(least, _)| indent >= *least) {
            // What was taken for a whole scalar is the first line of one.
            self.plain = Some((least, walk.pass(end)));
            walk.restrict(first, PART);
            let is_code = self.keys.iter().any(|(_, is_code)| *is_code);
            walk.limit(first..walk.passed(), keys::of_yaml(is_code));
            return Some(end + 1);
        }
        self.plain = None;
        // A scalar on a line of its own belongs to a key before it.
        self.parent = self.parent.min(indent);
        self.nodes(walk, start, start + indent, end)
    }

    /// Reads keys and values from `at`, in the line at `start`.
    fn nodes(
        &mut self,
        walk: &mut Walk<'_>,
        start: usize,
        mut at: usize,
        end: usize,
    ) -> Option<usize> {
        let mut is_tagged = false;
        // Where the tag of a node begins.
        let mut tag = None;
        // Whether the node may be a key: it is no value of one before it.
        let mut may_be_key = true;
        while at < end {
            let b = walk.byte(at);
            let is_alone = walk.byte(at + 1).is_ascii_whitespace();
            let first = walk.pass(at);
            let begin = at;
            match b {
                b' ' | b'\t' | b'\r' => {
                    at += 1;
                    continue;
                }
                b'-' | b'?' if is_alone => {
                    let column = at - start;
                    self.keys.retain(|(key, _)| *key <= column);
                    self.parent = at - start + 1;
                    at += 1;
                    continue;
                }
                b'|' | b'>' => {
                    self.block = Some(self.parent.max(1));
                    return Some(end + 1);
                }
                b'&' | b'*' | b'!' => {
                    tag = tag.or(Some(at));
                    while !walk.byte(at).is_ascii_whitespace() {
                        at += 1;
                    }
                    is_tagged = true;
                    continue;
                }
                b'"' | b'\'' => at = quoted(walk, at)?,
                b'[' | b'{' => at = flow(walk, at)?,
                b'#' => return Some(end + 1),
                _ => {
                    at = plain(walk, at, false, is_tagged);
                    self.plain = Some((self.parent, first));
                }
            }
            let is_code = self.keys.iter().any(|(_, is_code)| *is_code)
                || (b"[{".contains(&b) && keys::has_code(&walk.text[begin..at]));
            walk.limit(first..walk.passed(), keys::of_yaml(is_code));
            if at >= end {
                // A quote or a bracket has ended in a later line: the rest of it is not read.
                let end = walk.line_end(at);
                unclear(walk, end);
                return Some(end + 1);
            }
            while walk.byte(at) == b' ' {
                at += 1;
            }
            let is_key = walk.byte(at) == b':' && walk.byte(at + 1).is_ascii_whitespace();
            let column = tag.unwrap_or(begin) - start;
            if may_be_key {
                self.keys.retain(|(key, _)| *key < column);
            }
            if is_key {
                let key = &walk.text[begin..at];
                self.keys.push((column, keys::is_code(key)));
                may_be_key = false;
                self.parent = tag.take().unwrap_or(begin) - start + 1;
                self.plain = None;
                is_tagged = false;
                at += 1;
            } else if walk.byte(at) != b'#' {
                unclear(walk, end);
                return Some(end + 1);
            }
        }
        Some(end + 1)
    }
}
