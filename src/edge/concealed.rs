//! The fields for secrets that are no passwords: the browser never gets to have what is typed.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, Event, HtmlElement, HtmlInputElement, InputEvent};

use crate::core::concealed::{Concealed, Edited};
use crate::core::secret::Secret;

/// Marks such a field; `view/entry.rs` gives it to them.
const FIELD: &str = "input.keyfill-token";

thread_local! {
    /// What is in them. One that is empty has none.
    static TYPED: RefCell<Vec<(HtmlInputElement, Concealed)>> = const { RefCell::new(Vec::new()) };
}

/// Listens in a panel, for as long as it lives.
pub(super) fn listen(root: &HtmlElement) {
    on(root, "beforeinput", |event, input| {
        let event: &InputEvent = event.unchecked_ref();
        let kind = event.input_type();
        // Enter sends the form. What cannot be kept away is taken out again by "input".
        if kind == "insertLineBreak" || !event.cancelable() {
            return;
        }
        let text = Secret::new(event.data().unwrap_or_default());
        if kind.starts_with("insert") && text.len() == 0 {
            return;
        }
        event.prevent_default();
        edit(input, &kind, &text);
    });
    on(root, "paste", |event, input| {
        // A token signs in at once, and is not for the field: see `events.rs`.
        if event.default_prevented() {
            return;
        }
        let event: &ClipboardEvent = event.unchecked_ref();
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok());
        event.prevent_default();
        edit(input, "insertFromPaste", &Secret::new(text.unwrap_or_default()));
    });
    on(root, "input", |_, input| {
        let value = Secret::new(input.value());
        let caret = input.selection_end().ok().flatten().map_or(usize::MAX, place);
        let field = TYPED.with_borrow(|typed| of(typed, input));
        show(input, field.changed(&value, caret));
    });
}

/// Puts a text into a field.
pub(super) fn put(input: &HtmlInputElement, text: Secret) {
    let end = usize::MAX;
    show(input, (Concealed::new(text), end));
}

/// Takes the text out of a field; `None` where it is not such a field.
pub(super) fn take(input: &HtmlInputElement) -> Option<Secret> {
    if !is_one(input) {
        return None;
    }
    let field = TYPED.with_borrow(|typed| of(typed, input));
    put(input, Secret::new(String::new()));
    Some(field.into_secret())
}

/// Whether this field is one of them.
pub(super) fn is_one(input: &HtmlInputElement) -> bool {
    input.matches(FIELD) == Ok(true)
}

/// Forgets what was typed into fields that are gone.
pub(super) fn forget_gone() {
    TYPED.with_borrow_mut(|typed| typed.retain(|(input, _)| input.is_connected()));
}

/// Forgets everything that was typed.
pub(super) fn forget() {
    for (input, _) in TYPED.take() {
        input.set_value("");
    }
}

fn edit(input: &HtmlInputElement, kind: &str, text: &Secret) {
    let at = |place: Result<Option<u32>, JsValue>| place.ok().flatten().map_or(0, self::place);
    let selected = at(input.selection_start())..at(input.selection_end());
    let field = TYPED.with_borrow(|typed| of(typed, input));
    if let Some(edited) = field.edited(kind, text, selected) {
        show(input, edited);
    }
}

/// What is in a field.
fn of(typed: &[(HtmlInputElement, Concealed)], input: &HtmlInputElement) -> Concealed {
    let found = typed.iter().find(|(other, _)| other == input);
    found.map_or_else(|| Concealed::new(Secret::new(String::new())), |(_, field)| field.clone())
}

fn show(input: &HtmlInputElement, (field, caret): Edited) {
    let dots = field.dots();
    input.set_value(&dots);
    let caret = u32::try_from(caret).unwrap_or(u32::MAX);
    // A field for text has a selection.
    let _ = input.set_selection_range(caret, caret);
    TYPED.with_borrow_mut(|typed| {
        typed.retain(|(other, _)| other != input);
        if !dots.is_empty() {
            typed.push((input.clone(), field));
        }
    });
}

fn place(units: u32) -> usize {
    usize::try_from(units).unwrap_or(usize::MAX)
}

fn on(root: &HtmlElement, event: &str, act: fn(&Event, &HtmlInputElement)) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let input = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
        // A paste comes also where nothing may be changed.
        if let Some(input) = input.filter(|input| is_one(input) && !input.read_only()) {
            act(&event, &input);
        }
    });
    let function = closure.as_ref().unchecked_ref();
    if root.add_event_listener_with_callback(event, function).is_ok() {
        // For as long as the root lives, which the next panel takes over.
        closure.forget();
    }
}
