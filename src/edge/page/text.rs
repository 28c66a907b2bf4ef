//! The text of a piece of code, and the text nodes that it is made of.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, Text};

use crate::core::slot::surroundings::NOT_TEXT;

/// `NodeFilter.SHOW_TEXT` (DOM Standard, 6.3).
const SHOW_TEXT: u32 = 4;

/// The text of a code, with the nodes that it comes from.
pub(super) struct Joined {
    /// The whole text.
    pub(super) text: String,
    pieces: Vec<TextPiece>,
}

/// One text node.
struct TextPiece {
    node: Text,
    /// Where its text begins and ends in the whole, in bytes.
    start: usize,
    end: usize,
}

/// A part of a text node, in the browser's units.
pub(super) struct TextSlice {
    /// The node.
    pub(super) node: Text,
    /// From where.
    pub(super) start: u32,
    /// To where.
    pub(super) end: u32,
    /// Whether the node goes on after that.
    pub(super) has_more: bool,
}

/// Joins the text nodes of `code`: highlighting splits a placeholder into several.
pub(super) fn join(document: &Document, code: &Element) -> Joined {
    let mut joined = Joined { text: String::new(), pieces: Vec::new() };
    let Ok(walker) = document.create_tree_walker_with_what_to_show(code, SHOW_TEXT) else {
        return joined;
    };
    let has_others = code.query_selector(NOT_TEXT).ok().flatten().is_some();
    while let Ok(Some(node)) = walker.next_node() {
        if has_others && is_other(&node) {
            continue;
        }
        let node: Text = node.unchecked_into();
        let start = joined.text.len();
        joined.text.push_str(&node.data());
        joined.pieces.push(TextPiece { node, start, end: joined.text.len() });
    }
    joined
}

impl Joined {
    /// The parts of the text nodes between two positions in the whole, in bytes.
    pub(super) fn parts(&self, start: usize, end: usize) -> Vec<TextSlice> {
        let overlaps = |piece: &&TextPiece| piece.start < end && start < piece.end;
        let part = |piece: &TextPiece| TextSlice {
            node: piece.node.clone(),
            start: self.units(piece.start, start.max(piece.start)),
            end: self.units(piece.start, end.min(piece.end)),
            has_more: end < piece.end,
        };
        self.pieces.iter().filter(overlaps).map(part).collect()
    }

    /// The length of a part of the text in UTF-16 code units, which the browser counts in.
    fn units(&self, start: usize, end: usize) -> u32 {
        let text = self.text.get(start..end).unwrap_or_default();
        let units =
            if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() };
        u32::try_from(units).unwrap_or(u32::MAX)
    }
}

impl TextSlice {
    /// Makes a node of its own of this part, and puts it into `wrapper`, which comes in its place.
    /// By hand: `Range.surroundContents` copies what it takes out, and takes twice as long.
    pub(super) fn surround(&self, wrapper: &Element) -> Option<()> {
        if self.has_more {
            self.node.split_text(self.end).ok()?;
        }
        let own = if self.start > 0 { &self.node.split_text(self.start).ok()? } else { &self.node };
        own.parent_node()?.insert_before(wrapper, Some(own)).ok()?;
        wrapper.append_child(own).ok()?;
        Some(())
    }
}

fn is_other(node: &Node) -> bool {
    let parent = node.parent_element();
    parent.is_some_and(|parent| matches!(parent.closest(NOT_TEXT), Ok(Some(_))))
}
