//! The clipboard.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, HtmlDocument, Window};

use crate::core::secret::Secret;

/// Puts `text` on the clipboard; the future is whether the browser allowed it.
///
/// Outside secure contexts there is no `navigator.clipboard` at all, and a page in a frame may
/// be forbidden it: there the browser's own command copies, if it can.
///
/// The text is forgotten before the browser answers: it may ask the reader first, and nobody
/// knows for how long.
pub(super) fn write(text: Secret) -> impl Future<Output = bool> + use<> {
    let window = web_sys::window();
    let clipboard = window.as_ref().map(|window| window.navigator().clipboard());
    let clipboard = clipboard.filter(|clipboard| !clipboard.is_undefined());
    let is_framed =
        window.as_ref().is_some_and(|window| window.parent() != Ok(Some(window.clone())));
    let is_done = (is_framed || clipboard.is_none())
        && window.is_some_and(|window| by_command(&window, &text) == Some(true));
    let clipboard = clipboard.filter(|_| !is_done);
    let written = clipboard.map(|clipboard| clipboard.write_text(text.expose()));
    drop(text);
    async move {
        match written {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => is_done,
        }
    }
}

/// Lets the browser copy, and says what: the text never stands in the page.
fn by_command(window: &Window, text: &Secret) -> Option<bool> {
    let document: HtmlDocument = window.document()?.unchecked_into();
    let selection = window.get_selection().ok()??;
    // Safari copies nothing where nothing is selected.
    let is_ours = selection.is_collapsed();
    if is_ours {
        selection.select_all_children(document.body()?.as_ref()).ok()?;
    }
    let text = text.clone();
    let put = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        // The page has its own say in what is copied of it, which this is not.
        event.stop_immediate_propagation();
        event.prevent_default();
        if let Some(data) = event.clipboard_data() {
            // What cannot be set is not on the clipboard, as the command then says.
            let _ = data.set_data("text/plain", text.expose());
        }
    });
    let listener = put.as_ref().unchecked_ref();
    window.add_event_listener_with_callback_and_bool("copy", listener, true).ok()?;
    let is_done = document.exec_command("copy").ok();
    window.remove_event_listener_with_callback_and_bool("copy", listener, true).ok()?;
    if is_ours {
        selection.remove_all_ranges().ok()?;
    }
    is_done
}
