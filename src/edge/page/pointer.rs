//! What the reader does with the slots of the page: one listener for each event, for all of them.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent};

use super::listen::{on, target};
use super::{copy, edit, with_page};

/// A slot that can be changed where it stands.
const CHANGEABLE: &str = ".keyfill-slot[role=button], .keyfill-rest.keyfill-more";
/// A slot that can have the focus.
const SLOT: &str = ".keyfill-slot[tabindex]";

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
        let event: &KeyboardEvent = event.unchecked_ref();
        let key = event.key();
        if within(&target, edit::FIELD).is_some() {
            match key.as_str() {
                "Enter" => edit::take(true),
                "Escape" => edit::close(true),
                _ => return,
            }
        } else if let Some(slot) = within(&target, SLOT) {
            match key.as_str() {
                // Such as Alt and an arrow, by which a browser goes back.
                _ if event.alt_key() || event.ctrl_key() || event.meta_key() => return,
                "ArrowRight" => focus_beside(&slot, 1),
                "ArrowLeft" => focus_beside(&slot, -1),
                "Enter" | " " if slot.matches(CHANGEABLE) == Ok(true) => edit::press(&slot),
                _ => return,
            }
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

/// Moves the focus to the slot so many places after this one in its block, if there is one.
fn focus_beside(slot: &Element, step: i32) {
    let Some(slots) = within(slot, "code").and_then(|code| code.query_selector_all(SLOT).ok())
    else {
        return;
    };
    let at = |index: u32| slots.get(index).map(JsCast::unchecked_into::<HtmlElement>);
    let place = (0..slots.length()).find(|&index| at(index).is_some_and(|found| *found == *slot));
    if let Some(next) = place.and_then(|place| at(place.checked_add_signed(step)?)) {
        let _ = next.focus();
    }
}

fn within(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Whether this is the field that is being edited: one that is taken away has its events, too.
fn is_edited(element: &Element) -> bool {
    with_page(|page| page.editor.as_ref().is_some_and(|editor| editor.is(element))) == Some(true)
}
