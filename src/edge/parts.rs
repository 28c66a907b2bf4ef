//! Fetches the parts of the app that are files of their own. When, the model says.
//!
//! `www/panel.js` does it, since it says in the reader's words what cannot be loaded.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::page;
use super::store::{self, News};
use crate::core::app_part::AppPart;
use crate::core::message::{EdgeMsg, Msg};

thread_local! {
    static LOAD: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Fetches parts from now on, by `load`: it takes the name of one and gives a promise.
pub(super) fn watch(load: Function) {
    if LOAD.replace(Some(load)).is_none() {
        store::subscribe(Callback::from(|news| {
            if let News::Wanted(part) = news {
                fetch(part);
            }
        }));
    }
}

/// Fetches a part, and says what came of it.
fn fetch(part: AppPart) {
    spawn_local(async move {
        let is_there = load(part).await.is_some();
        if is_there && part == AppPart::Page {
            page::show();
        }
        store::dispatch(if is_there {
            Msg::Edge(EdgeMsg::PartCame(part))
        } else {
            Msg::Edge(EdgeMsg::PartLost(part))
        });
    });
}

async fn load(part: AppPart) -> Option<JsValue> {
    let asked = LOAD.with_borrow(|load| {
        load.as_ref()?.call1(&JsValue::NULL, &JsValue::from_str(part.id())).ok()
    });
    JsFuture::from(asked?.dyn_into::<Promise>().ok()?).await.ok()
}
