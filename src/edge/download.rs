//! Files that the reader saves.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::core::secret::Secret;

/// How long the text stays for the browser to take it, in milliseconds.
const TAKEN_MS: u32 = 10_000;

/// Saves `text` as a file, which the browser asks about or puts where downloads go.
///
/// The text is in the memory of the page until then, under a URL that only this page can read.
pub(super) fn save(name: &str, text: &Secret) {
    let parts = Array::of1(&JsValue::from_str(text.expose()));
    let Ok(blob) = Blob::new_with_str_sequence(&parts) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.map(JsCast::unchecked_into::<HtmlAnchorElement>) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Timeout::new(TAKEN_MS, move || {
        // What cannot be revoked goes with the page.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
}
