//! Fetches the parts of the app that are files of their own. When, the model says.
//!
//! `www/panel.js` does it, since it says in the reader's words what cannot be loaded.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread::LocalKey;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::page;
use super::store::{self, News};
use crate::core::app_part::AppPart;
use crate::core::client::ClientFile;
use crate::core::message::{EdgeMsg, Msg};

type Loader = LocalKey<RefCell<Option<Function>>>;

thread_local! {
    static LOAD: RefCell<Option<Function>> = const { RefCell::new(None) };
    static LOAD_TEXT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Fetches parts from now on, by `load`, and texts that lie beside the app, by `load_text`: each
/// takes a name and gives a promise.
pub(super) fn watch(load: Function, load_text: Function) {
    LOAD_TEXT.set(Some(load_text));
    if LOAD.replace(Some(load)).is_none() {
        store::subscribe(Callback::from(|news| match news {
            News::Wanted(part) => fetch(part),
            News::WantedCommands => store::take_wanted().into_iter().for_each(fetch_commands),
            News::Changed | News::Left | News::Replaced => {}
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

/// Fetches the file of a client, and says what came of it.
fn fetch_commands(name: String) {
    spawn_local(async move {
        let file = text(&["client-", &name].concat()).await;
        let file = file.and_then(|text| ClientFile::from_json(&text)).map(Rc::new);
        store::dispatch(EdgeMsg::FileCame(name, file).into());
    });
}

/// The text of a file of JSON that lies beside the app, by its name without the ending.
async fn text(name: &str) -> Option<String> {
    call(&LOAD_TEXT, name).await?.as_string()
}

async fn load(part: AppPart) -> Option<JsValue> {
    call(&LOAD, part.id()).await
}

async fn call(load: &'static Loader, name: &str) -> Option<JsValue> {
    let asked = load
        .with_borrow(|load| load.as_ref()?.call1(&JsValue::NULL, &JsValue::from_str(name)).ok());
    JsFuture::from(asked?.dyn_into::<Promise>().ok()?).await.ok()
}
