//! The elements around slots, made once for each kind and then cloned.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use super::look::Look;
use crate::core::screen::Stays;
use crate::core::slot::{Certainty, Found, Slot, Slots, Source};
use crate::core::text::page;
use crate::core::words::catalog::page as texts;
use crate::view::{plain, said};

/// A browser that translates the page leaves what the page changes by itself as it is: else it
/// would go on showing what stood there before.
const VERBATIM: (&str, &str) = ("translate", "no");
/// It takes the focus by a tap, and the Tab key goes past it.
const ASIDE: (&str, &str) = ("tabindex", "-1");

/// The wrappers of one configuration.
pub(super) struct Wrappers {
    document: Document,
    slots: Vec<SlotControl>,
    /// For the further parts of slots that are filled, and of those that can be changed.
    rest: [Option<HtmlElement>; 2],
}

struct SlotControl {
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
                None => plain(&texts::SLOT_VARIABLE.written("label", &plain(&slot.label))),
            };
            let is_variable = matches!(slot.source, Source::Variable(_));
            SlotControl { id: slot.id.clone(), title, is_variable, made: [None, None] }
        };
        Self { document, slots: slots.list().iter().map(kind).collect(), rest: [None, None] }
    }

    /// A wrapper for a slot.
    pub(super) fn of(&mut self, found: &Found) -> Option<HtmlElement> {
        let destructive = found.destructive;
        let kind = self.slots.get_mut(found.slot)?;
        let made = &mut kind.made[usize::from(destructive)];
        if made.is_none() {
            let element: HtmlElement = self.document.create_element("span").ok()?.unchecked_into();
            element.set_class_name("keyfill-slot");
            let mut attributes = vec![("data-slot", kind.id.as_str()), VERBATIM];
            let deletes = said(texts::SLOT_DELETES);
            attributes.push(("title", if destructive { &deletes } else { &kind.title }));
            if destructive || kind.is_variable {
                attributes.extend([("role", "button"), ("tabindex", "0")]);
            } else {
                attributes.push(ASIDE);
            }
            for (name, value) in attributes {
                element.set_attribute(name, value).ok()?;
            }
            *made = Some(element);
        }
        cloned(made.as_ref()?)
    }

    /// A wrapper for the further parts of a slot that highlighting split.
    pub(super) fn rest(&mut self, found: &Found) -> Option<HtmlElement> {
        let is_offered = !matches!(found.certainty, Certainty::Sure(_));
        let is_variable = self.slots.get(found.slot)?.is_variable;
        let is_changeable = found.destructive || is_variable || is_offered;
        let made = &mut self.rest[usize::from(is_changeable)];
        if made.is_none() {
            let element: HtmlElement = self.document.create_element("span").ok()?.unchecked_into();
            let class = if is_changeable { "keyfill-rest keyfill-more" } else { "keyfill-rest" };
            element.set_class_name(class);
            element.set_attribute(VERBATIM.0, VERBATIM.1).ok()?;
            *made = Some(element);
        }
        cloned(made.as_ref()?)
    }

    /// Gives a wrapper the class and the words of what it shows; `accepted` says that the reader
    /// has filled it in where it was offered. `before` is what it showed.
    pub(super) fn dress(
        &self,
        wrapper: &HtmlElement,
        found: &Found,
        (before, look): (&Look, &Look),
        accepted: bool,
    ) {
        let Some(kind) = self.slots.get(found.slot) else { return };
        let (class, why) = match look {
            Look::Theirs(Stays::Unknown) => ("keyfill-slot", None),
            Look::Theirs(Stays::Refused(why)) => ("keyfill-slot keyfill-refused", Some(said(*why))),
            Look::Theirs(Stays::Offered(why)) => ("keyfill-slot keyfill-offered", Some(plain(why))),
            Look::Value(_) | Look::Clear => ("keyfill-slot keyfill-value", None),
            Look::Masked => ("keyfill-slot keyfill-value keyfill-secret", None),
        };
        wrapper.set_class_name(class);
        // What nobody is asked about says the same filled as not.
        if !accepted && before.is_plain() && look.is_plain() {
            return;
        }
        let is_own = kind.is_variable || found.destructive;
        let is_filled = !matches!(look, Look::Theirs(_));
        let title = match &why {
            Some(why) => why,
            None if found.destructive => &said(texts::SLOT_DELETES),
            None if accepted && is_filled && !is_own => &said(texts::SLOT_ACCEPTED),
            None => &kind.title,
        };
        // An attribute of that name can always be set.
        let _ = wrapper.set_attribute("title", title);
        if is_own {
            return;
        }
        // The reason can be reached without a mouse, and so can what is offered.
        let is_button = matches!(look, Look::Theirs(Stays::Offered(_))) || (accepted && is_filled);
        let _ = if is_button {
            wrapper.set_attribute("role", "button")
        } else {
            wrapper.remove_attribute("role")
        };
        let (name, aside) = ASIDE;
        let _ = wrapper.set_attribute(name, if is_button || why.is_some() { "0" } else { aside });
    }
}

fn cloned(element: &HtmlElement) -> Option<HtmlElement> {
    element.clone_node().ok().map(JsCast::unchecked_into)
}
