//! Moves the focus to what is to be done next.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::core::message::Focus;

/// Whether that is done; not while there is nothing that could take the focus.
pub(super) fn move_focus(root: &HtmlElement, focus: Focus) -> bool {
    let selector = match focus {
        Focus::Open => "[data-focus=open]",
        Focus::Field => "[data-focus=field]",
        Focus::Choice => "[data-focus=choice]",
        Focus::Next => "[data-focus=next]",
        Focus::Create => "[data-focus=create]",
        Focus::Keep => "[data-focus=keep]",
        Focus::Notice => "[data-focus=notice]",
        Focus::Chosen => "[data-focus=chosen]",
        Focus::Command => "[data-focus=command]",
        Focus::Value => "[data-focus=value]",
    };
    // A reader who has gone on to another place of the page stays there.
    let elsewhere = root
        .owner_document()
        .and_then(|document| document.active_element())
        .is_some_and(|active| active.tag_name() != "BODY" && !root.contains(Some(&active)));
    if elsewhere {
        return true;
    }
    let find = |selector| root.query_selector(selector).ok().flatten();
    // Where no key is chosen, the list of them is the place to be: never a button that does
    // something to one.
    let list = || {
        let is_about_keys = matches!(focus, Focus::Chosen | Focus::Command);
        find("[data-focus=chosen], [data-focus=keys]").filter(|_| is_about_keys)
    };
    let found = find(selector).or_else(list);
    if let Some(element) = &found {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
    found.is_some()
}
