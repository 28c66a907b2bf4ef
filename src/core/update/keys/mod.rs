//! What the reader does with keys, and what Keystone says of them: a part of the app, which is not
//! there yet when the form is.
//!
//! At most one thing happens to the keys at a time, so a double click is one click: `Work` has one
//! value, and something starts only from a value that allows it (`tests/app/creating.rs`). A
//! rotation and a deletion delete nothing that the reader was not asked about: both go through
//! `Work::Confirming` (`tests/app/rotating`, `tests/app/deleting_several.rs`).
//! `tests/app/schedules.rs` tries both in random order.

mod arrival;
mod credentials;
mod deletion;
mod files;
mod late;
mod listing;
mod replies;
mod rotation;

pub use files::files;

use crate::core::app_part::AppPart;
use crate::core::message::{EdgeMsg, Effect, KeysMsg, Msg};
use crate::core::model::Model;
use crate::parts::part_call;

part_call! {
    "__wasm_split_00keys00_import_00000000000000000000000000000003_take_keys",
    "__wasm_split_00keys00_export_00000000000000000000000000000003_take_keys",
    fn there(model: &mut Model, msg: Msg, effects: &mut Vec<Effect>) =>
        *effects = take_here(model, msg)
}

/// Takes a message about keys; later, where the part is on its way. An answer of Keystone that
/// waits is one that comes later.
pub(super) fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    if model.parts.has(AppPart::Keys) {
        there(model, msg, &mut effects);
    } else {
        // That an answer is late is forgotten when it comes.
        if let Msg::Edge(EdgeMsg::Replied(ticket, _)) = &msg {
            let is_other = |msg: &Msg| !matches!(msg, Msg::Edge(EdgeMsg::Replied(t, _)) if t.number == ticket.number);
            model.waiting.retain(is_other);
        }
        model.waiting.push(msg);
    }
    effects
}

fn take_here(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Keys(msg) => act(model, msg),
        Msg::Edge(EdgeMsg::Replied(ticket, outcome)) => replies::replied(model, ticket, outcome),
        Msg::Edge(EdgeMsg::HandOver) => arrival::hand_over(model),
        Msg::Edge(EdgeMsg::Arrived(plain)) => arrival::arrive(model, &plain),
        _ => Vec::new(),
    }
}

fn act(model: &mut Model, msg: KeysMsg) -> Vec<Effect> {
    match msg {
        KeysMsg::Choose(access) => credentials::choose(model, access),
        KeysMsg::Manage(open) => credentials::manage(model, open),
        KeysMsg::Filter(text) => credentials::filter(model, text),
        KeysMsg::ShowPage(page) => credentials::show_page(model, page),
        KeysMsg::Create => return credentials::create(model),
        KeysMsg::StopWaiting => return credentials::stop_waiting(model),
        KeysMsg::Refresh => return credentials::refresh(model),
        KeysMsg::Test(access) => return credentials::test(model, access),
        KeysMsg::DismissOffer => credentials::dismiss_offer(model),
        KeysMsg::Rotate(access) => return rotation::start(model, access),
        KeysMsg::Switch => return rotation::switch(model),
        KeysMsg::Installed => return rotation::installed(model),
        KeysMsg::StopRotation => return rotation::stop(model),
        KeysMsg::MarkSeveral => return deletion::mark_several(model),
        KeysMsg::Mark(access) => deletion::mark(model, access),
        KeysMsg::AskDeleteMarked => return deletion::ask_marked(model),
        KeysMsg::AskDelete(access) => return deletion::ask(model, access),
        KeysMsg::Keep => return deletion::keep(model),
        KeysMsg::ConfirmDelete => return deletion::confirm(model),
        KeysMsg::Save(region, index) => return files::save(model, region, index),
    }
    Vec::new()
}
