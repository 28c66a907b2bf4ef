//! Listening to what happens anywhere in the document.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event};

use super::AT_WORK;

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
pub(super) fn target(event: &Event) -> Option<Element> {
    // Events of the document itself have a target that is no element.
    event.target()?.dyn_into().ok()
}
