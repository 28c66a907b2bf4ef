//! The parts of the app that are files of their own, and are fetched when they are wanted.
//!
//! One is there, the page engine: it is wanted while somebody is signed in or has given a value.
//! `www/panel.js` fetches it, since it says in the reader's words what cannot be loaded.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::store::{self, News};
use super::{clock, page};
use crate::core::message::Msg;
use crate::core::model::Millis;
use crate::core::page::Level;

/// How long a part that could not be fetched is left alone, in milliseconds, as long as it is wanted
/// for the same. The next change after that asks for it again: the reader may be online by then.
const AGAIN_MS: Millis = 3_000;

/// Where a part is.
#[derive(Clone, Copy)]
enum Part {
    /// On the server; when fetching it failed the last time, on the model's clock, and what it was
    /// wanted for.
    Away(Option<(Millis, Level)>),
    /// On its way.
    Coming,
    /// In the memory of the app.
    There,
}

thread_local! {
    static LOAD: RefCell<Option<Function>> = const { RefCell::new(None) };
    static PAGE: Cell<Part> = const { Cell::new(Part::Away(None)) };
}

/// Watches the model, and has the page engine fetched when there is something for it to do. `load`
/// takes the name of a part and gives a promise.
pub(super) fn watch(load: Function) {
    if LOAD.replace(Some(load)).is_none() {
        store::subscribe(Callback::from(hear));
        // Values that were kept may be there already.
        hear(News::Changed);
    }
}

fn hear(news: News) {
    let level = store::with_model(Level::of).unwrap_or_default();
    let is_due = match PAGE.get() {
        Part::Away(Some((at, failed))) => failed != level || clock::read().0 >= at + AGAIN_MS,
        Part::Away(None) => true,
        Part::Coming | Part::There => false,
    };
    if is_due && news == News::Changed && level != Level::Rest {
        PAGE.set(Part::Coming);
        spawn_local(fetch_page(level));
    }
}

async fn fetch_page(level: Level) {
    let asked = LOAD.with_borrow(|load| {
        let promise = load.as_ref()?.call1(&JsValue::NULL, &JsValue::from_str("page")).ok()?;
        promise.dyn_into::<Promise>().ok()
    });
    let is_there = match asked {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    };
    if is_there {
        PAGE.set(Part::There);
        page::show();
        // It has heard nothing yet.
        store::look_at_the_clock();
    } else {
        PAGE.set(Part::Away(Some((clock::read().0, level))));
        // Nobody misses it who has closed the form or signed out meanwhile.
        if store::with_model(Level::of) != Some(Level::Rest) {
            store::dispatch(Msg::PartLost);
        }
    }
}
