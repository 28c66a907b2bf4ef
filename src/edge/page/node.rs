//! The browser's nodes, as the core looks at them.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::core::slot::{NodeKind, surroundings};

impl surroundings::Node for Node {
    fn closest(&self, selectors: &str) -> Option<Self> {
        element(self)?.closest(selectors).ok().flatten().map(Into::into)
    }

    fn has_within(&self, selectors: &str) -> bool {
        element(self).is_some_and(|e| matches!(e.query_selector(selectors), Ok(Some(_))))
    }

    fn parent(&self) -> Option<Self> {
        self.parent_element().map(Into::into)
    }

    fn before(&self) -> Option<Self> {
        self.previous_sibling()
    }

    fn after(&self) -> Option<Self> {
        self.next_sibling()
    }

    fn first(&self) -> Option<Self> {
        self.first_child()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        element(self)?.get_attribute(name)
    }

    /// By its number (DOM Standard, 4.4).
    fn kind(&self) -> NodeKind {
        match self.node_type() {
            Self::ELEMENT_NODE if self.node_name() == "PRE" => NodeKind::Pre,
            Self::ELEMENT_NODE => NodeKind::Element,
            Self::TEXT_NODE => NodeKind::Text,
            Self::COMMENT_NODE => NodeKind::Comment,
            _ => NodeKind::Other,
        }
    }

    fn text(&self) -> String {
        self.text_content().unwrap_or_default()
    }
}

fn element(node: &Node) -> Option<&Element> {
    node.dyn_ref()
}
