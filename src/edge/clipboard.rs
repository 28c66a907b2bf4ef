//! The clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::core::secret::Secret;

/// Puts `text` on the clipboard; whether the browser allowed it. Outside secure contexts there
/// is no `navigator.clipboard` at all.
pub(super) async fn write(text: &Secret) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let present = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    present && JsFuture::from(navigator.clipboard().write_text(text.expose())).await.is_ok()
}
