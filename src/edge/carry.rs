//! Carries the session to the next page of the site: what is said here is sealed, and `www/carry.js`
//! does the rest.
//!
//! The pad is made, and the bytes are sealed and opened, in the memory of the app, so that no
//! script has the plain form.

use std::cell::RefCell;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use zeroize::Zeroize;

use super::store;
use crate::core::clock::Millis;
use crate::core::handover::{opened, sealed};
use crate::core::message::EdgeMsg;
use crate::core::secret::Secret;

#[wasm_bindgen]
extern "C" {
    /// The browser's own: a script that lies beside the app's.
    #[wasm_bindgen(js_name = import)]
    fn script(address: &str) -> Promise;

    /// `www/follow.js`.
    #[derive(Clone)]
    type Carrier;
    #[wasm_bindgen(method)]
    fn take(this: &Carrier) -> Promise;
    #[wasm_bindgen(method)]
    fn taken(this: &Carrier);
    #[wasm_bindgen(method)]
    fn follow(this: &Carrier) -> Promise;
    #[wasm_bindgen(method, js_name = isLeaving)]
    fn is_leaving(this: &Carrier) -> bool;
    #[wasm_bindgen(method, catch)]
    fn leave(
        this: &Carrier,
        sealed: &[u8],
        pad: &[u8],
        expires: f64,
        span: f64,
    ) -> Result<(), JsValue>;
}

thread_local! {
    static CARRIER: RefCell<Option<Carrier>> = const { RefCell::new(None) };
}

/// Takes in the session that another page has left, if there is one.
pub(super) fn take() {
    if store::with_model(|model| model.config.session.is_of_site()) != Some(true) {
        return;
    }
    spawn_local(async {
        let Some(carrier) = carrier().await else { return };
        let Ok(came) = JsFuture::from(carrier.take()).await else { return };
        let Ok(came) = came.dyn_into::<Array>() else { return };
        let bytes = |at| came.get(at).dyn_into::<Uint8Array>().ok();
        let (Some(kept), Some(pad)) = (bytes(0), bytes(1)) else { return };
        let (mut sealed_bytes, mut pad_bytes) = (kept.to_vec(), pad.to_vec());
        let plain = opened(&sealed_bytes, &pad_bytes);
        sealed_bytes.zeroize();
        pad_bytes.zeroize();
        for bytes in [kept, pad] {
            bytes.fill(0, 0, bytes.length());
        }
        if let Some(plain) = plain {
            store::dispatch(EdgeMsg::Arrived(plain).into());
        }
    });
}

/// The model has what [`take`] gave it, or does not want it.
pub(super) fn taken() {
    CARRIER.with_borrow(|carrier| carrier.as_ref().map(Carrier::taken));
}

/// Gets a worker for the session.
pub(super) fn follow() {
    spawn_local(async {
        let Some(carrier) = carrier().await else { return };
        if JsFuture::from(carrier.follow()).await.is_ok() {
            store::dispatch(EdgeMsg::Follows.into());
        }
    });
}

/// Lets the model hand over what it has, where the page is left for another one of the site.
pub(super) fn leave() {
    let is_leaving = CARRIER.with_borrow(|carrier| carrier.as_ref().map(Carrier::is_leaving));
    if is_leaving == Some(true) {
        store::dispatch(EdgeMsg::HandOver.into());
    }
}

/// Seals the plain form of a session and hands it over. Where the browser keeps nothing, the
/// session ends with the page.
#[expect(clippy::cast_precision_loss, reason = "milliseconds are far below 2^53")]
pub(super) fn hand_over(plain: &Secret, expires: i64, idle: Millis) {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let mut pad = vec![0; plain.len()];
    let is_random = crypto.is_some_and(|c| c.get_random_values_with_u8_array(&mut pad).is_ok());
    let kept = sealed(plain, &pad).filter(|_| is_random);
    if let (Some(mut kept), Some(carrier)) = (kept, CARRIER.with_borrow(Clone::clone)) {
        let _ = carrier.leave(&kept, &pad, expires as f64, idle as f64);
        kept.zeroize();
    }
    pad.zeroize();
}

async fn carrier() -> Option<Carrier> {
    if let Some(carrier) = CARRIER.with_borrow(Clone::clone) {
        return Some(carrier);
    }
    let carrier: Carrier = JsFuture::from(script("./follow.js")).await.ok()?.unchecked_into();
    CARRIER.set(Some(carrier.clone()));
    Some(carrier)
}
