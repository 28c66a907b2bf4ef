//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use crate::core::secret::Secret;

/// Puts `text` on the clipboard; whether the browser allowed it. Outside secure contexts there
/// is no `navigator.clipboard` at all.
pub(super) async fn write(text: &Secret) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = window.navigator().clipboard();
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text.expose())).await.is_ok()
}
