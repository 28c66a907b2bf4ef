//! A page as the browser reads it: a tree of elements, texts and comments.

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use keyfill::core::slot::NodeKind;
use keyfill::core::slot::surroundings::{NOT_TEXT, Node, around};

use crate::selector::{self, Selector};
use crate::sink::Sink;

/// How much of a page is read before it is looked whether that is enough, in bytes.
const PIECE: usize = 512;

/// The nodes of a page. Those that the parser dropped again are in it, too, without a parent.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<HeldNode>,
    /// Without a doctype, browsers read classes in any case.
    pub(crate) quirks: bool,
}

/// A node, and the indexes of those around it.
#[derive(Debug)]
pub(crate) struct HeldNode {
    pub(crate) data: Data,
    /// The name of an element; empty of any other node.
    pub(crate) name: QualName,
    pub(crate) parent: Option<usize>,
    pub(crate) before: Option<usize>,
    pub(crate) after: Option<usize>,
    pub(crate) first: Option<usize>,
    pub(crate) last: Option<usize>,
    /// How many nodes are around it.
    pub(crate) depth: u16,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Data {
    /// The page itself, or what a `<template>` holds.
    Root,
    Element(Vec<Attribute>),
    Text(StrTendril),
    Comment(StrTendril),
}

/// A node of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct TreeNode<'t> {
    tree: &'t Tree,
    at: usize,
}

impl Tree {
    /// Reads a page (HTML Standard, 13.2), as a browser does that runs scripts.
    pub(crate) fn read(html: &str) -> Self {
        parse_document(Sink::default(), ParseOpts::default()).one(html)
    }

    /// Whether `fits` says so of a `<code>` of a page. No more of the page is read than has to be:
    /// a code is looked at when all that bears on it is there.
    pub(crate) fn has_code(html: &str, fits: impl Fn(TreeNode<'_>) -> bool) -> bool {
        let mut parser = parse_document(Sink::default(), ParseOpts::default());
        let (mut waiting, mut known) = (Vec::new(), 0);
        for piece in pieces(html) {
            parser.process(piece.into());
            let tree = parser.tokenizer.sink.sink.tree();
            waiting.extend((known..tree.nodes.len()).filter(|at| tree.node(*at).is_code()));
            known = tree.nodes.len();
            let (ready, rest) = waiting.into_iter().partition(|at| tree.node(*at).is_read());
            waiting = rest;
            let ready: Vec<usize> = ready;
            if ready.into_iter().map(|at| tree.node(at)).any(|node| node.is_shown() && fits(node)) {
                return true;
            }
        }
        let tree = parser.finish();
        waiting.into_iter().map(|at| tree.node(at)).any(|node| node.is_shown() && fits(node))
    }

    /// Every `<code>`, in the page's order.
    pub(crate) fn codes(&self) -> impl Iterator<Item = TreeNode<'_>> {
        self.node(0).within().filter(|node| node.is_code())
    }

    fn node(&self, at: usize) -> TreeNode<'_> {
        TreeNode { tree: self, at }
    }
}

impl<'t> TreeNode<'t> {
    /// The text of a code, of which Material's annotations are no part.
    pub(crate) fn code_text(self) -> String {
        let others: Vec<_> = selector::list(NOT_TEXT).collect();
        let mut text = String::new();
        let mut next = self.entry().first.map(|at| self.at(at));
        while let Some(node) = next {
            if let Data::Text(piece) = &node.entry().data {
                text.push_str(piece);
            }
            let is_other = node.fits(&others);
            next = node.following(self, !is_other);
        }
        text
    }

    fn is_code(self) -> bool {
        self.fits(&[Selector::Tag("code")])
    }

    /// Whether it is in the page: not in a `<template>`, nor dropped.
    fn is_shown(self) -> bool {
        std::iter::successors(Some(self.at), |at| self.tree.nodes[*at].parent).last() == Some(0)
    }

    /// Whether all of the page is read that bears on a code: something came behind it. The parser
    /// does not tell of most elements when they end. What stands behind and was there before is a
    /// table, in front of which the parser puts what may not be in it.
    fn is_read(self) -> bool {
        let behind = around(&self).and_then(|around| around.following(self.at(0), false));
        behind.is_some_and(|behind| behind.at > self.at)
    }

    fn entry(self) -> &'t HeldNode {
        &self.tree.nodes[self.at]
    }

    fn at(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The node after this one within `root`, in the page's order; its own children only where
    /// it `enters` them.
    fn following(self, root: Self, enters: bool) -> Option<Self> {
        if let Some(first) = self.entry().first.filter(|_| enters) {
            return Some(self.at(first));
        }
        let mut node = self;
        while node.at != root.at {
            if let Some(after) = node.entry().after {
                return Some(self.at(after));
            }
            node = self.at(node.entry().parent?);
        }
        None
    }

    /// Everything within this node, in the page's order.
    fn within(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.following(self, true), move |node| node.following(self, true))
    }

    fn fits(self, selectors: &[Selector<'_>]) -> bool {
        let HeldNode { data: Data::Element(attributes), name, .. } = self.entry() else {
            return false;
        };
        let value = |name: &str| {
            let found = attributes.iter().find(|attribute| &*attribute.name.local == name);
            found.map(|attribute| &*attribute.value)
        };
        let is_same = |a: &str, b: &str| {
            if self.tree.quirks { a.eq_ignore_ascii_case(b) } else { a == b }
        };
        selectors.iter().any(|selector| match *selector {
            Selector::Tag(tag) => &*name.local == tag,
            Selector::Class(class) => value("class").is_some_and(|classes| {
                classes.split_ascii_whitespace().any(|own| is_same(own, class))
            }),
            Selector::Attribute(name) => value(name).is_some(),
            Selector::Part(name, part) => value(name).is_some_and(|value| value.contains(part)),
        })
    }
}

/// A page in pieces that a paragraph or two fit into.
fn pieces(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let mut end = PIECE.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

impl PartialEq for TreeNode<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl Node for TreeNode<'_> {
    fn closest(&self, selectors: &str) -> Option<Self> {
        let selectors: Vec<_> = selector::list(selectors).collect();
        let around = std::iter::successors(Some(*self), Node::parent);
        around.into_iter().find(|node| node.fits(&selectors))
    }

    fn has_within(&self, selectors: &str) -> bool {
        let selectors: Vec<_> = selector::list(selectors).collect();
        self.within().any(|node| node.fits(&selectors))
    }

    fn parent(&self) -> Option<Self> {
        let parent = self.at(self.entry().parent?);
        matches!(parent.entry().data, Data::Element(_)).then_some(parent)
    }

    fn before(&self) -> Option<Self> {
        self.entry().before.map(|at| self.at(at))
    }

    fn after(&self) -> Option<Self> {
        self.entry().after.map(|at| self.at(at))
    }

    fn first(&self) -> Option<Self> {
        self.entry().first.map(|at| self.at(at))
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let Data::Element(attributes) = &self.entry().data else { return None };
        let found = attributes.iter().find(|attribute| &*attribute.name.local == name);
        found.map(|attribute| attribute.value.to_string())
    }

    fn kind(&self) -> NodeKind {
        match &self.entry().data {
            Data::Root => NodeKind::Other,
            Data::Element(_) if &*self.entry().name.local == "pre" => NodeKind::Pre,
            Data::Element(_) => NodeKind::Element,
            Data::Text(_) => NodeKind::Text,
            Data::Comment(_) => NodeKind::Comment,
        }
    }

    fn text(&self) -> String {
        if let Data::Text(text) | Data::Comment(text) = &self.entry().data {
            return text.to_string();
        }
        let mut whole = String::new();
        for node in self.within() {
            if let Data::Text(text) = &node.entry().data {
                whole.push_str(text);
            }
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_has_to_be() {
        let rest = "<p>Some <code>more</code> of it.</p>\n".repeat(1000);
        for first in
            ["<p>An <code>x</code></p>", "<ul><li><code>x</code></ul>", "<pre><code>x</code></pre>"]
        {
            let read = std::cell::Cell::new(0);
            let fits = |node: TreeNode<'_>| {
                read.set(node.tree.nodes.len());
                node.code_text() == "x"
            };
            assert!(Tree::has_code(&format!("{first}\n{rest}"), fits));
            assert!(read.get() < 100, "{} nodes for {first}", read.get());
        }
    }

    #[test]
    fn what_stands_before_a_table_may_go_on() {
        let page = format!("<table><p>a<code>x</code>{}<tr><td>b</table>", "y ".repeat(PIECE));
        let after =
            |node: TreeNode<'_>| node.after().is_some_and(|after| after.text().len() > PIECE);
        assert!(Tree::has_code(&page, after));
    }
}
