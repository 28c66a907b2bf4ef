//! The text that a span of code stands in.

use super::Node;
use crate::core::slot::{Prose, Setting};

/// What holds a text of its own.
const TEXTS: &str = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, figcaption, \
    summary, caption, div, section, article, main, body";
const CELLS: &str = "td, th";
const TERMS: &str = "dt";
/// How much of it is looked at, in bytes, before the span and after it.
const BEFORE: usize = 400;
const AFTER: usize = 80;

/// The text around a span of code.
#[derive(Debug)]
pub(super) struct Passage {
    before: String,
    after: String,
    place: PassageKind,
}

/// What kind of text it is.
#[derive(Debug)]
enum PassageKind {
    Text,
    Term,
    Cell { head: String, row: String, first: bool },
}

impl Passage {
    /// The same, as the slots of the span are told.
    pub(super) fn prose(&self) -> Prose<'_> {
        let setting = match &self.place {
            PassageKind::Text => Setting::Text,
            PassageKind::Term => Setting::Term,
            PassageKind::Cell { head, row, first } => Setting::Cell { head, row, first: *first },
        };
        Prose { before: &self.before, after: &self.after, setting }
    }
}

/// The text that `code` stands in, whose own is `text`. `None` for a block, and for a span with
/// more than a placeholder in it, which is read by itself.
pub(super) fn passage<N: Node>(code: &N, text: &str) -> Option<Passage> {
    let text = text.trim();
    let is_alone = text.starts_with('<') && text.find('>') == text.len().checked_sub(1);
    if !is_alone || code.closest("pre").is_some() {
        return None;
    }
    let around = around(code)?;
    let place = match code.closest(CELLS) {
        Some(cell) => place_of(&cell),
        None if code.closest(TERMS).is_some() => PassageKind::Term,
        None => PassageKind::Text,
    };
    Some(Passage { before: before(code, &around), after: after(code, &around), place })
}

/// The element that holds `code` and all that bears on it from behind: once it is read, so is that.
pub fn around<N: Node>(code: &N) -> Option<N> {
    ["pre", CELLS, TERMS, TEXTS].into_iter().find_map(|selectors| code.closest(selectors))
}

/// The text within `around` before `node`, the end of it.
fn before<N: Node>(node: &N, around: &N) -> String {
    let mut pieces = Vec::new();
    let (mut length, mut node) = (0, node.clone());
    while length < BEFORE && node != *around {
        let mut next = node.before();
        while let Some(piece) = next.filter(|_| length < BEFORE) {
            let text = shown(&piece);
            length += text.len();
            pieces.push(text);
            next = piece.before();
        }
        let Some(parent) = node.parent() else { break };
        node = parent;
    }
    pieces.reverse();
    pieces.concat()
}

/// The text within `around` after `node`, the start of it.
fn after<N: Node>(node: &N, around: &N) -> String {
    let (mut text, mut node) = (String::new(), node.clone());
    while text.len() < AFTER && node != *around {
        let mut next = node.after();
        while let Some(piece) = next.filter(|_| text.len() < AFTER) {
            text.push_str(&shown(&piece));
            next = piece.after();
        }
        let Some(parent) = node.parent() else { break };
        node = parent;
    }
    text
}

fn shown(node: &impl Node) -> String {
    match node.kind() {
        super::NodeKind::Comment | super::NodeKind::Other => String::new(),
        _ => node.text(),
    }
}

/// Where a cell stands in its table.
fn place_of<N: Node>(cell: &N) -> PassageKind {
    let before = || std::iter::successors(cell.before(), Node::before).filter(is_cell);
    let column = before().count();
    let row = before().last().map(|first| first.text()).unwrap_or_default();
    let head = cell.closest("table").and_then(|table| first_row(&table));
    let head = head.filter(|row| cell.parent().as_ref() != Some(row));
    let head = head.and_then(|row| {
        std::iter::successors(row.first(), Node::after).filter(is_cell).nth(column)
    });
    let head = head.map(|head| head.text()).unwrap_or_default();
    PassageKind::Cell { head, row, first: column == 0 }
}

/// The first row of a table, within its head if it has one.
fn first_row<N: Node>(table: &N) -> Option<N> {
    let mut next = table.first();
    while let Some(node) = next {
        if node.closest("tr").is_some_and(|row| row == node) {
            return Some(node);
        }
        let is_part = node.closest("thead, tbody").is_some_and(|part| part == node);
        next = if is_part { node.first() } else { node.after() };
    }
    None
}

fn is_cell<N: Node>(node: &N) -> bool {
    node.closest(CELLS).is_some_and(|cell| cell == *node)
}
