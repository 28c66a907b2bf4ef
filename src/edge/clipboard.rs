//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use crate::core::secret::Secret;

/// Puts `text` on the clipboard; the future is whether the browser allowed it. Outside secure
/// contexts there is no `navigator.clipboard` at all.
///
/// The text is forgotten before the browser answers: it may ask the reader first, and nobody
/// knows for how long.
pub(super) fn write(text: Secret) -> impl Future<Output = bool> + use<> {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    let clipboard = clipboard.filter(|clipboard| !clipboard.is_undefined());
    let written = clipboard.map(|clipboard| clipboard.write_text(text.expose()));
    drop(text);
    async move {
        match written {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => false,
        }
    }
}
