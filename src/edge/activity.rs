//! Whether the reader uses the page, wherever on it: that keeps a session from ending.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Element, Event, Window};

use super::store;

/// What a reader does on a page. `click` and `input` also come from assistive technology, which
/// presses no key; `scroll` comes from a dragged scroll bar, which presses nothing in the page.
const USES: [&str; 10] = [
    "pointerdown",
    "click",
    "keydown",
    "input",
    "wheel",
    "touchmove",
    "scroll",
    "copy",
    "cut",
    "paste",
];

/// How often use is noted at most, in milliseconds: a wheel has an event for each frame.
const NOTED_MS: f64 = 1_000.0;

/// Notes what the reader does from now on, before any script of the page hears of it.
pub(super) fn watch(window: &Window) {
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_passive(true);
    let note = Closure::<dyn Fn(Event)>::new(note);
    for use_of_page in USES {
        // What cannot be listened to is no use.
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            use_of_page,
            note.as_ref().unchecked_ref(),
            &options,
        );
    }
    // For as long as the document lives.
    note.forget();
}

#[expect(clippy::needless_pass_by_value, reason = "the browser hands over its event")]
fn note(event: Event) {
    thread_local! {
        static NOTED: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
    }
    let at = event.time_stamp();
    if at - NOTED.get() < NOTED_MS || !is_by_the_reader(&event) {
        return;
    }
    NOTED.set(at);
    store::used();
}

/// Whether no script made it.
///
/// A script scrolls parts of a page, such as a row of pictures that goes on by itself: of the
/// scrolling, only that of the page counts. And the browser scrolls the page so that what is
/// read stays in its place when something above it grows, such as a banner that changes: then
/// the page has another height than a few seconds ago.
fn is_by_the_reader(event: &Event) -> bool {
    event.is_trusted() && (event.type_() != "scroll" || is_of_the_page(event) && !has_grown())
}

fn is_of_the_page(event: &Event) -> bool {
    event.target().is_none_or(|target| !target.is_instance_of::<Element>())
}

/// Whether the page has another height than when it was last looked at.
pub(super) fn has_grown() -> bool {
    thread_local! {
        static HEIGHT: Cell<Option<i32>> = const { Cell::new(None) };
    }
    let document = web_sys::window().and_then(|window| window.document());
    let height = document.and_then(|d| d.document_element()).map(|root| root.scroll_height());
    HEIGHT.replace(height) != height
}
