//! Makes a [`Tree`] of what the parser of HTML says.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName, local_name, ns};

use crate::tree::{Data, HeldNode, Tree};

/// How deep elements are nested at most, as in Chromium: what is deeper stands beside the deepest.
const DEEPEST: u16 = 512;

/// The tree as far as it is made. A handle is an index into its nodes.
pub(crate) struct Sink(RefCell<Tree>);

impl Default for Sink {
    fn default() -> Self {
        let sink = Self(RefCell::default());
        sink.add_nameless(Data::Root);
        sink
    }
}

impl Sink {
    /// The tree as far as it is made.
    pub(crate) fn tree(&self) -> Ref<'_, Tree> {
        self.0.borrow()
    }

    fn add(&self, data: Data, name: QualName) -> usize {
        let nodes = &mut self.0.borrow_mut().nodes;
        let (parent, before, after, first, last) = (None, None, None, None, None);
        nodes.push(HeldNode { data, name, parent, before, after, first, last, depth: 0 });
        nodes.len() - 1
    }

    fn add_nameless(&self, data: Data) -> usize {
        self.add(data, QualName::new(None, ns!(), local_name!("")))
    }

    /// Puts `new` into `parent`: before the node `after`, or at its end. Texts that would stand
    /// beside each other become one.
    fn insert(&self, parent: usize, after: Option<usize>, new: NodeOrText<usize>) {
        let parent = self.shallow(parent);
        let at = match new {
            NodeOrText::AppendNode(node) => {
                self.remove_from_parent(&node);
                node
            }
            NodeOrText::AppendText(text) => match self.joined(self.before(parent, after), text) {
                Some(text) => self.add_nameless(Data::Text(text)),
                None => return,
            },
        };
        let before = self.before(parent, after);
        let nodes = &mut self.0.borrow_mut().nodes;
        nodes[at].parent = Some(parent);
        nodes[at].depth = nodes[parent].depth + 1;
        nodes[at].before = before;
        nodes[at].after = after;
        match before {
            Some(before) => nodes[before].after = Some(at),
            None => nodes[parent].first = Some(at),
        }
        match after {
            Some(after) => nodes[after].before = Some(at),
            None => nodes[parent].last = Some(at),
        }
    }

    /// `parent`, or what is around it where it is too deep.
    fn shallow(&self, parent: usize) -> usize {
        let HeldNode { depth, parent: around, .. } = self.0.borrow().nodes[parent];
        around.filter(|_| depth >= DEEPEST).unwrap_or(parent)
    }

    /// What would stand before a new node.
    fn before(&self, parent: usize, after: Option<usize>) -> Option<usize> {
        let nodes = &self.0.borrow().nodes;
        after.map_or(nodes[parent].last, |after| nodes[after].before)
    }

    /// Adds `text` to that of `node`, or gives it back where that is no text.
    fn joined(&self, node: Option<usize>, text: StrTendril) -> Option<StrTendril> {
        let nodes = &mut self.0.borrow_mut().nodes;
        match node.map(|node| &mut nodes[node].data) {
            Some(Data::Text(own)) => {
                own.push_tendril(&text);
                None
            }
            _ => Some(text),
        }
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.0.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name(&self, target: &usize) -> Ref<'_, QualName> {
        Ref::map(self.0.borrow(), |tree| &tree.nodes[*target].name)
    }

    fn create_element(&self, name: QualName, list: Vec<Attribute>, flags: ElementFlags) -> usize {
        let element = self.add(Data::Element(list), name);
        if flags.template {
            // What it holds is the node behind it, and no part of the page.
            self.add_nameless(Data::Root);
        }
        element
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.add_nameless(Data::Comment(text))
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> usize {
        self.add_nameless(Data::Comment(data))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        before: &usize,
        child: NodeOrText<usize>,
    ) {
        if self.0.borrow().nodes[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        target + 1
    }

    fn same_node(&self, a: &usize, b: &usize) -> bool {
        a == b
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.0.borrow_mut().quirks = mode == QuirksMode::Quirks;
    }

    fn append_before_sibling(&self, sibling: &usize, new: NodeOrText<usize>) {
        let parent = self.0.borrow().nodes[*sibling].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(*sibling), new);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, list: Vec<Attribute>) {
        if let Data::Element(own) = &mut self.0.borrow_mut().nodes[*target].data {
            for attribute in list {
                if own.iter().all(|known| known.name != attribute.name) {
                    own.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        let nodes = &mut self.0.borrow_mut().nodes;
        let HeldNode { parent, before, after, .. } = nodes[*target];
        let Some(parent) = parent else { return };
        match before {
            Some(before) => nodes[before].after = after,
            None => nodes[parent].first = after,
        }
        match after {
            Some(after) => nodes[after].before = before,
            None => nodes[parent].last = before,
        }
        let own = &mut nodes[*target];
        (own.parent, own.before, own.after) = (None, None, None);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        loop {
            let first = self.0.borrow().nodes[*node].first;
            let Some(first) = first else { return };
            self.append(new_parent, NodeOrText::AppendNode(first));
        }
    }
}
