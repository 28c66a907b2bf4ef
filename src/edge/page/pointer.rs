//! What the reader does with the slots of the page: one listener for each event, for all of them.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, KeyboardEvent};

use super::{AT_WORK, copy, edit, with_page};

/// A slot that can be changed where it stands.
const CHANGEABLE: &str = ".keyfill-slot[role=button], .keyfill-more";

/// Listens for as long as the document lives.
pub(super) fn listen(document: &Document) {
    on(document, "click", |event| {
        let Some(target) = target(event) else { return };
        if let Some(slot) = within(&target, CHANGEABLE) {
            // Whoever clicks a link wants to go there; by keyboard they are apart.
            if within(&slot, "a[href]").is_none() {
                edit::press(&slot);
            }
        } else if event.is_trusted() {
            // A secret is put into the page for a press of the reader's, not of a script's.
            copy::clicked(&target);
        }
    });
    on(document, "keydown", |event| {
        let Some(target) = target(event) else { return };
        let key = event.unchecked_ref::<KeyboardEvent>().key();
        if within(&target, edit::FIELD).is_some() {
            match key.as_str() {
                "Enter" => edit::take(true),
                "Escape" => edit::close(true),
                _ => return,
            }
        } else if let Some(slot) = within(&target, CHANGEABLE) {
            if key != "Enter" && key != " " {
                return;
            }
            edit::press(&slot);
        } else {
            return;
        }
        // Neither a line break, nor the shortcut of a theme.
        event.prevent_default();
        event.stop_propagation();
    });
    on(document, "focusout", |event| {
        if target(event).is_some_and(|target| is_edited(&target)) {
            edit::take(false);
        }
    });
    on(document, "change", |event| {
        if target(event).is_some_and(|target| is_edited(&target)) {
            edit::chosen();
        }
    });
    on(document, "input", |event| {
        if target(event).is_some_and(|target| is_edited(&target)) {
            edit::typed();
        }
    });
}

/// Calls `act` before anybody else hears of the event: a theme's script must not act first. What
/// the browser says at once of our own changes, such as that a field has lost the focus which was
/// taken away, is nothing that the reader does.
pub(super) fn on(document: &Document, event: &str, act: fn(&Event)) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if !AT_WORK.get() {
            act(&event);
        }
    });
    let function = closure.as_ref().unchecked_ref();
    if document.add_event_listener_with_callback_and_bool(event, function, true).is_ok() {
        closure.forget();
    }
}

/// The element that an event is about.
fn target(event: &Event) -> Option<Element> {
    // Events of the document itself have a target that is no element.
    event.target()?.dyn_into().ok()
}

fn within(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Whether this is the field that is being edited: one that is taken away has its events, too.
fn is_edited(element: &Element) -> bool {
    with_page(|page| page.editor.as_ref().is_some_and(|editor| editor.is(element))) == Some(true)
}
