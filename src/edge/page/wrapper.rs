//! The elements around slots, made once for each kind and then cloned.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use super::held::Look;
use crate::core::slot::{Found, Slot, Slots, Source};
use crate::core::text::page;
use crate::view::said;

/// The wrappers of one configuration.
pub(super) struct Wrappers {
    document: Document,
    slots: Vec<Kind>,
    /// For the further parts of slots that are filled, and of those that can be changed.
    rest: [Option<HtmlElement>; 2],
}

struct Kind {
    id: String,
    /// What it says of itself.
    title: String,
    /// Whether the reader can change it there.
    is_variable: bool,
    made: [Option<HtmlElement>; 2],
}

impl Wrappers {
    /// None yet, for these slots.
    pub(super) fn new(document: Document, slots: &Slots) -> Self {
        let kind = |slot: &Slot| {
            let title = match page::filled(slot.source) {
                Some(title) => said(title),
                None => [&said(&slot.label), ": ", &said(page::CHANGE)].concat(),
            };
            let is_variable = matches!(slot.source, Source::Variable(_));
            Kind { id: slot.id.clone(), title, is_variable, made: [None, None] }
        };
        Self { document, slots: slots.list().iter().map(kind).collect(), rest: [None, None] }
    }

    /// A wrapper for the slot with this index.
    pub(super) fn of(&mut self, slot: usize, destructive: bool) -> Option<HtmlElement> {
        let kind = self.slots.get_mut(slot)?;
        let made = &mut kind.made[usize::from(destructive)];
        if made.is_none() {
            let element: HtmlElement = self.document.create_element("span").ok()?.unchecked_into();
            element.set_class_name("keyfill-slot");
            let mut attributes = vec![("data-slot", kind.id.as_str())];
            let deletes = said(page::DELETES);
            attributes.push(("title", if destructive { &deletes } else { &kind.title }));
            if destructive || kind.is_variable {
                attributes.extend([("role", "button"), ("tabindex", "0")]);
            }
            for (name, value) in attributes {
                element.set_attribute(name, value).ok()?;
            }
            *made = Some(element);
        }
        cloned(made.as_ref()?)
    }

    /// A wrapper for the further parts of a slot that highlighting split.
    pub(super) fn rest(&mut self, slot: usize, destructive: bool) -> Option<HtmlElement> {
        let is_changeable = destructive || self.slots.get(slot)?.is_variable;
        let made = &mut self.rest[usize::from(is_changeable)];
        if made.is_none() {
            let element: HtmlElement = self.document.create_element("span").ok()?.unchecked_into();
            let class = if is_changeable { "keyfill-rest keyfill-more" } else { "keyfill-rest" };
            element.set_class_name(class);
            *made = Some(element);
        }
        cloned(made.as_ref()?)
    }

    /// Gives a wrapper the class and the words of what it shows.
    pub(super) fn dress(&self, wrapper: &HtmlElement, found: &Found, look: &Look) {
        let Some(kind) = self.slots.get(found.slot) else { return };
        let (class, why) = match look {
            Look::Theirs(None) => ("keyfill-slot", None),
            Look::Theirs(Some(why)) => ("keyfill-slot keyfill-refused", Some(*why)),
            Look::Value(_) | Look::Clear => ("keyfill-slot keyfill-value", None),
            Look::Masked => ("keyfill-slot keyfill-value keyfill-secret", None),
        };
        wrapper.set_class_name(class);
        let title = match why {
            Some(why) => &said(why),
            None if found.destructive => &said(page::DELETES),
            None => &kind.title,
        };
        // An attribute of that name can always be set.
        let _ = wrapper.set_attribute("title", title);
        // The reason can be reached without a mouse.
        if !kind.is_variable && !found.destructive {
            let _ = match why {
                Some(_) => wrapper.set_attribute("tabindex", "0"),
                None => wrapper.remove_attribute("tabindex"),
            };
        }
    }
}

fn cloned(element: &HtmlElement) -> Option<HtmlElement> {
    element.clone_node().ok().map(JsCast::unchecked_into)
}
