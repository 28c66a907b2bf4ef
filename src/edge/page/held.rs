//! One slot of the page: the author's text in a wrapper of ours, or a value in its place.
//!
//! A secret key is a mask here, except while it is copied (`copy.rs`) or shown:
//! `tests/e2e/test_page.py`, `tests/docs/test_example.py`.

use web_sys::{Element, HtmlElement, Node, Text};

use super::look::Look;
use super::text::TextSlice;
use super::wrapper::Wrappers;
use crate::core::rules::MASK;
use crate::core::screen::{KeyChoice, SlotShown, Stays};
use crate::core::slot::Found;

/// A slot that is wrapped.
pub(super) struct Held {
    /// What it is, and how a value is written there.
    pub(super) found: Found,
    /// What the reader chose for this place alone.
    pub(super) choice: KeyChoice,
    /// What it shows.
    pub(super) look: Look,
    /// Around the author's text: more than one where highlighting splits it. The first has the
    /// value, the others are empty then.
    wrappers: Vec<HtmlElement>,
    /// The author's nodes of each wrapper, while they are not in it. Whoever changes them in the
    /// page meanwhile, such as a search that marks words, finds its change kept.
    theirs: Vec<Vec<Node>>,
    /// Our text.
    ours: Text,
}

impl Held {
    /// Wraps the parts of a slot, the last one first: each cut moves what comes after it.
    pub(super) fn wrap(
        found: Found,
        parts: Vec<TextSlice>,
        wrappers: &mut Wrappers,
    ) -> Option<Self> {
        let mut held = Self {
            choice: KeyChoice::None,
            look: Look::Theirs(Stays::Unknown),
            wrappers: Vec::with_capacity(parts.len()),
            theirs: Vec::new(),
            ours: Text::new().ok()?,
            found,
        };
        let is_whole = held.surround(parts, wrappers).is_some();
        held.wrappers.reverse();
        if is_whole {
            Some(held)
        } else {
            held.restore();
            None
        }
    }

    /// The element that has the value.
    pub(super) fn wrapper(&self) -> &HtmlElement {
        &self.wrappers[0]
    }

    /// All its elements, that with the value first.
    pub(super) fn wrappers(&self) -> &[HtmlElement] {
        &self.wrappers
    }

    /// Whether it is still where it was put.
    pub(super) fn is_within(&self, code: &Element) -> bool {
        self.wrappers.iter().all(|wrapper| code.contains(Some(wrapper)))
    }

    /// The text that it shows, when that is ours: a value, a mask, or a secret that is shown.
    pub(super) fn ours(&self) -> Option<String> {
        (!matches!(self.look, Look::Theirs(_))).then(|| self.ours.data())
    }

    /// The author's text.
    pub(super) fn placeholder(&self) -> String {
        self.theirs.iter().flatten().filter_map(Node::text_content).collect()
    }

    /// Shows this from now on.
    pub(super) fn show(&mut self, shown: &SlotShown, revealed: bool, wrappers: &Wrappers) {
        let look = match shown {
            SlotShown::Placeholder(why) => Look::Theirs(why.clone()),
            SlotShown::Value(value) => Look::Value(value.clone()),
            SlotShown::Secret(_) if revealed => Look::Clear,
            SlotShown::Secret(_) => Look::Masked,
        };
        // Another secret looks the same as long as it is masked.
        if look == self.look && look != Look::Clear {
            return;
        }
        match &look {
            Look::Theirs(_) => self.put_back(),
            Look::Value(value) => self.put(value),
            Look::Masked => self.put(MASK),
            Look::Clear => self.put_secret(shown),
        }
        let before = std::mem::replace(&mut self.look, look);
        let accepted = self.choice == KeyChoice::Fill;
        wrappers.dress(self.wrapper(), &self.found, (&before, &self.look), accepted);
    }

    /// Puts the secret key in the place of its mask, for as long as something is copied.
    pub(super) fn uncover(&self, shown: &SlotShown) {
        if let (Look::Masked, SlotShown::Secret(secret)) = (&self.look, shown) {
            self.swap(secret.expose());
        }
    }

    /// Ends [`Held::uncover`].
    pub(super) fn cover(&self) {
        if self.look == Look::Masked {
            self.swap(MASK);
        }
    }

    /// Takes our elements away and leaves the author's text.
    pub(super) fn restore(mut self) {
        self.put_back();
        self.wrappers.iter().for_each(|wrapper| dissolve(wrapper));
    }

    fn surround(&mut self, parts: Vec<TextSlice>, wrappers: &mut Wrappers) -> Option<()> {
        let last = parts.len().checked_sub(1)?;
        for (index, part) in parts.into_iter().rev().enumerate() {
            let wrapper = if index == last {
                wrappers.of(&self.found)?
            } else {
                wrappers.rest(&self.found)?
            };
            part.surround(&wrapper)?;
            self.wrappers.push(wrapper);
        }
        Some(())
    }

    /// Changes our text under a selection. An end of one that is in a text which is set anew goes
    /// to where that begins, and what was selected is not copied. Chromium puts ends there: a
    /// line that a mask is the last of is selected up to the end of the mask's text. Here the end
    /// of the old text becomes the end of the new one, and all other places become its beginning:
    /// a mask is taken whole or not at all.
    fn swap(&self, text: &str) {
        // Neither masks nor secrets have characters of two units.
        let units = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        // Its length, not the text: a copy of a secret would stay in our memory.
        let Some(last) = self.ours.length().checked_sub(1) else { return };
        // These places are in the text.
        let _ = self.ours.replace_data(last, 0, text);
        let _ = self.ours.replace_data(0, last, "");
        let _ = self.ours.replace_data(units, 1, "");
    }

    fn put(&mut self, text: &str) {
        self.ours.set_data(text);
        if !matches!(self.look, Look::Theirs(_)) {
            return;
        }
        self.theirs = self.wrappers.iter().map(emptied).collect();
        let _ = self.wrapper().append_child(&self.ours);
    }

    fn put_back(&mut self) {
        if matches!(self.look, Look::Theirs(_)) {
            return;
        }
        self.ours.set_data("");
        for (wrapper, theirs) in self.wrappers.iter().zip(self.theirs.drain(..)) {
            // Ours, or what somebody has made of it.
            emptied(wrapper);
            for node in theirs {
                let _ = wrapper.append_child(&node);
            }
        }
        self.look = Look::Theirs(Stays::Unknown);
    }

    fn put_secret(&mut self, shown: &SlotShown) {
        if let SlotShown::Secret(secret) = shown {
            self.put(secret.expose());
        }
    }
}

fn children(wrapper: &Element) -> Vec<Node> {
    let mut children = Vec::new();
    let mut next = wrapper.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        children.push(node);
    }
    children
}

/// Leaves what is in an element in its place.
pub(super) fn dissolve(element: &Element) {
    if let Some(parent) = element.parent_node() {
        for node in children(element) {
            // It is a child, so it can be moved.
            let _ = parent.insert_before(&node, Some(element));
        }
        element.remove();
    }
}

/// Takes everything out of a wrapper.
pub(super) fn emptied(wrapper: &HtmlElement) -> Vec<Node> {
    let children = children(wrapper);
    for node in &children {
        // It is a child, so it can be taken out.
        let _ = wrapper.remove_child(node);
    }
    children
}
