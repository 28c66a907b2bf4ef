//! One piece of code in the page: a block, or code within a line.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};

use super::held::{Held, dissolve};
use super::look::Look;
use super::names::HOLDER;
use super::text;
use super::wrapper::Wrappers;
use crate::core::model::Model;
use crate::core::screen::{KeyChoice, slot_shown};
use crate::core::secret::Secret;
use crate::core::slot::{Certainty, Cloud, Found, Language, Slots, copied_lines, surroundings};

/// How often a block is looked at anew before the reader does something. A script that answers
/// each of our changes with one of its own would keep both busy for ever.
const MOST_SCANS: u8 = 30;

/// A `<code>` element, and what of it is ours.
pub(super) struct Block {
    /// The element.
    pub(super) code: Element,
    /// Its slots, in the order of the text.
    pub(super) slots: Vec<Held>,
    /// The variables among its slots, by their index in the configuration.
    pub(super) variables: Vec<usize>,
    /// Our copy button, where the theme has none.
    pub(super) button: Option<HtmlElement>,
    language: Language,
    scans: u8,
}

/// What scanning needs.
pub(super) struct Tools<'a> {
    pub(super) document: &'a Document,
    pub(super) slots: &'a Slots,
    pub(super) cloud: &'a Cloud,
    pub(super) wrappers: &'a mut Wrappers,
    /// Whether slots are wrapped, or only looked for.
    pub(super) fills: bool,
}

impl Block {
    /// Nothing is known of this element yet.
    pub(super) fn new(code: Element) -> Self {
        let (slots, variables) = (Vec::new(), Vec::new());
        let language = Language::of("");
        Self { code, slots, variables, button: None, language, scans: 0 }
    }

    /// Finds the slots anew, and wraps them.
    pub(super) fn scan(&mut self, tools: &mut Tools<'_>) {
        let lost = self.unwrap();
        if self.scans == 0 {
            disown(&self.code);
        }
        self.variables.clear();
        self.scans = self.scans.saturating_add(1);
        // A look at the text alone, which most code does not get past.
        let text = self.code.text_content().unwrap_or_default();
        let is_plain = !text.as_bytes().contains(&b'<') && lost.is_empty();
        let code: &Node = &self.code;
        if is_plain || self.scans > MOST_SCANS || surroundings::is_skipped(code) {
            return;
        }
        repair(&self.code, &lost, tools.document);
        let joined = text::join(tools.document, &self.code);
        let read = surroundings::read(code, &joined.text, tools.slots, tools.cloud);
        self.language = read.language;
        let mut found = read.found;
        found.retain(|found| !read.author.leaves(found.slot) && !found.certainty.is_not());
        let is_variable = |found: &Found| tools.slots.kind(found.slot).is_some();
        self.variables = found.iter().filter(|f| is_variable(f)).map(|f| f.slot).collect();
        if tools.fills {
            for found in found.into_iter().rev() {
                let parts = joined.parts(found.start, found.end);
                self.slots.extend(Held::wrap(found, parts, tools.wrappers));
            }
            self.slots.reverse();
        }
    }

    /// Shows in each slot what the model says.
    pub(super) fn refresh(&mut self, model: &Model, wrappers: &Wrappers) {
        for held in &mut self.slots {
            let shown = slot_shown(model, &held.found, &held.choice);
            held.show(&shown, model.revealed, wrappers);
        }
        let is_own = |held: &&Held| {
            held.found.destructive || model.config.slots.kind(held.found.slot).is_some()
        };
        // The others are reached from there by arrow keys: see `pointer`. Code within a line adds
        // no stop to the author's page: there may be one in each sentence.
        if let Some(first) = self.slots.iter().find(|held| !is_own(held))
            && self.pre().is_some()
        {
            let _ = first.wrapper().set_attribute("tabindex", "0");
        }
    }

    /// The `<pre>` that it is the code of, where it is a block.
    pub(super) fn pre(&self) -> Option<Element> {
        self.code.parent_element().filter(|parent| parent.tag_name() == "PRE")
    }

    /// The reader chose this for all slots of the kind in which something is offered.
    pub(super) fn choose(&mut self, slot: usize, choice: &KeyChoice) {
        let is_offered = |held: &&mut Held| {
            held.found.slot == slot
                && !held.found.destructive
                && !matches!(held.found.certainty, Certainty::Sure(_))
        };
        for held in self.slots.iter_mut().filter(is_offered) {
            held.choice = choice.clone();
        }
    }

    /// Lets the block be looked at as often as before.
    pub(super) fn allow(&mut self) {
        self.scans = 0;
    }

    /// Gives the author's text back, also where another script has made the block anew since the
    /// last look at it.
    pub(super) fn restore(&mut self, document: &Document) {
        let lost = self.unwrap();
        repair(&self.code, &lost, document);
    }

    /// Whether there is a secret behind a mask.
    pub(super) fn has_mask(&self) -> bool {
        self.slots.iter().any(|held| held.look == Look::Masked)
    }

    /// Puts the secrets in the place of their masks, for as long as something is copied.
    pub(super) fn uncover(&self, model: &Model) {
        for held in &self.slots {
            held.uncover(&slot_shown(model, &held.found, &held.choice));
        }
    }

    /// Ends [`Block::uncover`].
    pub(super) fn cover(&self) {
        self.slots.iter().for_each(Held::cover);
    }

    /// What our copy button copies: without prompts and output, and with the secrets.
    pub(super) fn copied(&self, document: &Document, model: &Model) -> Secret {
        self.uncover(model);
        let text = Secret::new(text::join(document, &self.code).text);
        self.cover();
        text.parts(|text| copied_lines(text, self.language))
    }

    /// Takes all that is ours out of the element. What somebody else has thrown away is
    /// returned: the text that it showed and the author's.
    fn unwrap(&mut self) -> Vec<(Secret, String)> {
        if let Some(button) = self.button.take() {
            button.remove();
        }
        let mut lost = Vec::new();
        let is_empty = self.slots.is_empty();
        for held in self.slots.drain(..) {
            if !held.is_within(&self.code)
                && let Some(ours) = held.ours()
            {
                lost.push((Secret::new(ours), held.placeholder()));
            }
            held.restore();
        }
        if !is_empty {
            self.code.normalize();
        }
        lost
    }
}

/// Another script made the block anew from its text, with our values in it, masks and shown
/// secrets among them: they become placeholders again.
fn repair(code: &Element, lost: &[(Secret, String)], document: &Document) {
    let mut from = 0;
    for (value, placeholder) in lost {
        let (joined, value) = (text::join(document, code), value.expose());
        let Some(at) = position(joined.text.as_bytes(), value.as_bytes(), from) else { continue };
        let parts = joined.parts(at, at + value.len());
        for (index, part) in parts.iter().enumerate() {
            let text = if index == 0 { placeholder.as_str() } else { "" };
            // The part was just found there.
            let _ = part.node.replace_data(part.start, part.end - part.start, text);
        }
        from = at + placeholder.len();
    }
}

/// A script that copies a filled block copies what is ours, too. In the copy that becomes the
/// placeholder that it is named after, which is then ours like any other.
fn disown(code: &Element) {
    // The panels' own placeholders are of that class, too: they are Yew's, and not named.
    let ours = ".keyfill-slot[data-slot], .keyfill-rest";
    let Ok(copies) = code.query_selector_all(ours) else { return };
    for copy in (0..copies.length()).filter_map(|index| copies.get(index)) {
        let copy: Element = copy.unchecked_into();
        // The further parts of a slot that highlighting split have no name.
        let slot = copy.get_attribute("data-slot");
        let name = slot.map_or_else(String::new, |slot| ["<", &slot, ">"].concat());
        copy.set_text_content(Some(&name));
        dissolve(&copy);
    }
    // Whatever is before the code in a block of the author's is not of this class.
    if let Some(tools) = code.previous_element_sibling()
        && tools.class_name() == HOLDER
    {
        tools.remove();
    }
}

fn position(text: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    Some(from + rest.windows(wanted.len().max(1)).position(|part| part == wanted)?)
}
