//! The commands of clients: which are shown, how, and the files that they are in.

use crate::core::client::{Client, ClientFile};
use crate::core::message::Effect;
use crate::core::model::{ClientFileState, Model};
use crate::core::snippet::Style;

/// The reader wants another client's tab.
pub(super) fn choose(model: &mut Model, client: Client) -> Vec<Effect> {
    let Some(entry) = model.config.entry(client) else { return Vec::new() };
    let name = entry.file_name().map(str::to_owned);
    model.client = client;
    model.copied = None;
    name.map_or_else(Vec::new, |name| want(model, name))
}

/// The reader wants the commands in another way.
pub(super) fn restyle(model: &mut Model, style: Style) {
    model.style = style;
    model.copied = None;
}

/// A panel lacks a file; or the reader wants one once more that could not be fetched.
pub(super) fn want(model: &mut Model, name: String) -> Vec<Effect> {
    match model.client_files.of(&name) {
        Some(ClientFileState::Coming | ClientFileState::There(_)) => Vec::new(),
        Some(ClientFileState::Lost(_)) | None => {
            model.client_files.set(&name, ClientFileState::Coming);
            vec![Effect::FetchCommands(name)]
        }
    }
}

/// A file is here, or could not be had.
pub(super) fn came(model: &mut Model, name: &str, file: Option<Box<ClientFile>>) {
    let state = file.map_or(ClientFileState::Lost(model.now), ClientFileState::There);
    model.client_files.set(name, state);
}
