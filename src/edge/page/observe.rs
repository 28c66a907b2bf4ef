//! What others change in the page while its slots are filled: instant navigation, highlighters,
//! blocks that come late.

use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node};

use super::{Page, with_page};

/// `Node.ELEMENT_NODE` (DOM Standard, 4.4).
const ELEMENT: u16 = 1;

/// An observer that heeds what others change, and calls `then`.
pub(super) fn observer(then: fn()) -> Option<MutationObserver> {
    let heed = Closure::<dyn Fn(js_sys::Array)>::new(move |records: js_sys::Array| {
        with_page(|page| note(page, &records));
        then();
    });
    let observer = MutationObserver::new(heed.as_ref().unchecked_ref()).ok()?;
    // For as long as the document lives.
    heed.forget();
    Some(observer)
}

/// Watches the whole page.
pub(super) fn watch(page: &Page) {
    let wanted = MutationObserverInit::new();
    wanted.set_child_list(true);
    wanted.set_character_data(true);
    wanted.set_subtree(true);
    if let Some(body) = page.document.body() {
        // These options are valid together.
        let _ = page.observer.observe_with_options(&body, &wanted);
    }
}

/// Heeds what has changed up to now.
pub(super) fn heed(page: &mut Page) {
    let records = page.observer.take_records();
    note(page, &records);
}

/// Forgets what has changed: it was us.
pub(super) fn discard(page: &Page) {
    page.observer.take_records();
}

/// Does something of ours, which is not heeded. What others changed before is, and first: `act`
/// sees it among the jobs.
pub(super) fn quietly<T>(page: &mut Page, act: impl FnOnce(&mut Page) -> T) -> T {
    heed(page);
    let result = act(page);
    discard(page);
    result
}

/// Does something of ours that nobody needs to heed. What others changed before is heeded.
pub(super) fn discard_after(page: &Page, act: impl FnOnce()) {
    let before = page.observer.take_records();
    act();
    discard(page);
    if before.length() > 0 {
        let then = page.go_on;
        gloo_timers::callback::Timeout::new(0, move || {
            with_page(|page| note(page, &before));
            then();
        })
        .forget();
    }
}

fn note(page: &mut Page, records: &js_sys::Array) {
    let mut has_lost = false;
    for record in records.iter() {
        let record: MutationRecord = record.unchecked_into();
        let Some(target) = record.target().as_ref().and_then(element) else { continue };
        // Our panels, and Material's notes, which come and go in the middle of a block.
        if is(&target, ".keyfill, keyfill-panel, .md-annotation") {
            continue;
        }
        has_lost |= record.removed_nodes().length() > 0;
        if let Ok(Some(code)) = target.closest("code") {
            page.todo.scan(code);
            continue;
        }
        let added = record.added_nodes();
        for node in (0..added.length()).filter_map(|index| added.get(index)) {
            if node.node_type() == ELEMENT {
                within(page, &node.unchecked_into());
            }
        }
        // A theme's copy button may come late; ours goes then.
        if let Ok(Some(pre)) = target.closest("pre") {
            within(page, &pre);
        }
    }
    if has_lost {
        page.todo.sweep();
    }
}

/// Looks at the code in `element`, or at the element itself.
fn within(page: &mut Page, element: &Element) {
    if element.tag_name() == "CODE" {
        page.todo.scan(element.clone());
        return;
    }
    let Ok(codes) = element.query_selector_all("code") else { return };
    for node in (0..codes.length()).filter_map(|index| codes.get(index)) {
        page.todo.scan(node.unchecked_into());
    }
}

fn element(node: &Node) -> Option<Element> {
    if node.node_type() == ELEMENT {
        Some(node.clone().unchecked_into())
    } else {
        node.parent_element()
    }
}

fn is(element: &Element, selector: &str) -> bool {
    matches!(element.closest(selector), Ok(Some(_)))
}
