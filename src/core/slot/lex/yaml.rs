//! YAML: plain scalars, quoted ones, flows and block scalars.

use super::walk::{Walk, is_code};
use crate::core::quote::{Quote, yaml};
use crate::core::slot::Why;
use crate::core::slot::place::{Limits, Syntax};

/// What is known at the start of a line.
struct Yaml {
    /// One more than the column of the last key or `-`; 0 before the first.
    parent: usize,
    /// Lines that are indented by this much belong to a block scalar.
    block: Option<usize>,
    /// Lines that are indented by this much go on with a plain scalar, whose slots begin there.
    plain: Option<(usize, usize)>,
}

/// Where a plain scalar stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Block,
    Flow,
    /// After a tag or an anchor.
    Tagged,
}

/// Reads a whole text. Comments and block scalars take plain values.
pub(super) fn read(walk: &mut Walk<'_>) {
    let mut yaml = Yaml { parent: 0, block: None, plain: None };
    let mut at = Some(0);
    while let Some(start) = at.filter(|start| *start < walk.text.len()) {
        at = yaml.line(walk, start);
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
            *self = Self { parent: 0, block: None, plain: None };
            let rest = line.get(3..).unwrap_or_default().trim_ascii();
            let is_block = rest.first().is_some_and(|b| b"|>".contains(b));
            self.block = is_block.then_some(0);
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
            self.plain = Some((least, first));
            walk.slot_from(end);
            walk.distrust(first);
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
        let mut context = Context::Block;
        while at < end {
            let b = walk.byte(at);
            let is_alone = walk.byte(at + 1).is_ascii_whitespace();
            let first = walk.passed();
            let begin = at;
            match b {
                b' ' | b'\t' | b'\r' => {
                    at += 1;
                    continue;
                }
                b'-' | b'?' if is_alone => {
                    self.parent = at - start + 1;
                    at += 1;
                    continue;
                }
                b'|' | b'>' => {
                    self.block = Some(self.parent.max(1));
                    return Some(end + 1);
                }
                b'&' | b'*' | b'!' => {
                    while !walk.byte(at).is_ascii_whitespace() {
                        at += 1;
                    }
                    context = Context::Tagged;
                    continue;
                }
                b'"' | b'\'' => at = quoted(walk, at)?,
                b'[' | b'{' => at = flow(walk, at)?,
                b'#' | b'@' | b'`' | b'%' => return Some(end + 1),
                _ => {
                    at = plain(walk, at, end, context);
                    self.plain = Some((self.parent, first));
                }
            }
            if at >= end {
                // A quote or a bracket has ended in a later line: the rest of it is not read.
                return Some(walk.line_end(at) + 1);
            }
            while walk.byte(at) == b' ' {
                at += 1;
            }
            let is_key = walk.byte(at) == b':' && walk.byte(at + 1).is_ascii_whitespace();
            if is_key {
                self.parent = begin - start + 1;
                self.plain = None;
                context = Context::Block;
                at += 1;
            } else if walk.byte(at) != b'#' {
                return Some(end + 1);
            }
        }
        Some(end + 1)
    }
}

/// Reads the plain scalar at `start`, and returns where it ends.
fn plain(walk: &mut Walk<'_>, start: usize, end: usize, context: Context) -> usize {
    let is_flow = context == Context::Flow;
    let first = walk.passed();
    let (mut at, mut slots, mut whole) = (start, 0, 0);
    let mut text = Literal::default();
    while at < end {
        if walk.is_slot(at) {
            let next = walk.place(Syntax::PART, Limits::default(), 0);
            slots += 1;
            whole += next - at;
            at = next;
            continue;
        }
        let (b, next) = (walk.byte(at), walk.byte(at + 1));
        let ends = match b {
            b':' => next.is_ascii_whitespace() || (is_flow && b",[]{}".contains(&next)),
            b'#' => walk.before(at).is_ascii_whitespace(),
            b',' | b'[' | b']' | b'{' | b'}' => is_flow,
            _ => false,
        };
        if ends {
            break;
        }
        text.push(b, at == start);
        at += 1;
    }
    let length = walk.text[start..at].trim_ascii_end().len();
    let (quote, is_part): (&'static Quote, fn(&str) -> bool) = match context {
        Context::Flow => (&yaml::FLOW, yaml::is_flow_part),
        _ => (&yaml::SCALAR, yaml::is_part),
    };
    let syntax = match context {
        Context::Tagged => Syntax::PLAIN,
        _ if slots == 1 && length == whole => Syntax::Quoted(quote, false),
        _ if text.is_string() => Syntax::Bare(is_part, Why::Plain),
        _ => Syntax::PART,
    };
    walk.assign(first, syntax);
    at
}

/// Reads the flow whose bracket stands at `start`, and returns what follows it.
fn flow(walk: &mut Walk<'_>, start: usize) -> Option<usize> {
    let first = walk.passed();
    let (mut at, mut depth) = (start, 0_usize);
    // Where the last plain scalar ended, which may go on.
    let mut open = None;
    while at < walk.text.len() {
        let b = walk.byte(at);
        match b {
            _ if b.is_ascii_whitespace() => {}
            b'#' if walk.before(at).is_ascii_whitespace() => {
                at = walk.line_end(at);
                continue;
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            b',' | b':' | b'?' => {}
            b'"' | b'\'' => {
                at = quoted(walk, at)?;
                open = None;
                continue;
            }
            _ => {
                let begin = open.unwrap_or(walk.passed());
                let end = walk.line_end(at);
                let context = if b"&*!".contains(&b) { Context::Tagged } else { Context::Flow };
                at = plain(walk, at, end, context).max(at + 1);
                if open.is_some() || context == Context::Tagged {
                    walk.distrust(begin);
                }
                open = Some(begin);
                continue;
            }
        }
        if !b.is_ascii_whitespace() {
            open = None;
        }
        at += 1;
    }
    walk.distrust(first);
    None
}

/// Reads the scalar whose quote stands at `start`, and returns what follows it.
fn quoted(walk: &mut Walk<'_>, start: usize) -> Option<usize> {
    let mark = walk.byte(start);
    let is_double = mark == b'"';
    let quote = if is_double { &yaml::DOUBLE } else { &yaml::SINGLE };
    let first = walk.passed();
    let (mut is_codelike, mut is_folded) = (false, false);
    let mut at = start + 1;
    while at < walk.text.len() {
        if walk.is_slot(at) {
            at = walk.place(Syntax::Quoted(quote, false), Limits::default(), 1);
            continue;
        }
        let b = walk.byte(at);
        let is_doubled = !is_double && b == mark && walk.byte(at + 1) == mark;
        if b == b'\\' && is_double && walk.is_slot(at + 1) {
            at = walk.place(Syntax::PART, Limits::default(), 1);
            continue;
        }
        if b == mark && !is_doubled {
            if is_codelike {
                walk.harden(first, 1);
            }
            if is_folded {
                walk.distrust(first);
            }
            return Some(at + 1);
        }
        is_codelike |= is_code(b);
        is_folded |= b == b'\n';
        at += if is_doubled || (is_double && b == b'\\') { 2 } else { 1 };
    }
    walk.distrust(first);
    None
}

/// What the author wrote of a plain scalar.
#[derive(Default)]
struct Literal {
    length: usize,
    begins: Option<u8>,
    /// A letter that is in no number and no date.
    has_letter: bool,
    /// What is in no word that means something.
    has_mark: bool,
}

impl Literal {
    fn push(&mut self, b: u8, is_first: bool) {
        if is_first {
            self.begins = Some(b);
        }
        self.length += 1;
        let lower = b.to_ascii_lowercase();
        self.has_letter |= lower.is_ascii_lowercase() && lower > b'f' && !b"otxz".contains(&lower);
        self.has_mark |= b"/@:_- ".contains(&b) || b.is_ascii_digit();
    }

    /// Whether the scalar is a string, whatever plain values are put into it.
    fn is_string(&self) -> bool {
        let begins = |is: fn(&u8) -> bool| self.begins.as_ref().is_some_and(is);
        let is_wordy = begins(u8::is_ascii_alphabetic) || self.has_letter;
        let is_signed = begins(|b| b".+-".contains(b));
        is_wordy && (self.length >= 6 || (self.has_mark && !is_signed))
    }
}
