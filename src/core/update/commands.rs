//! The commands of clients: which are shown, how, and the files that they are in.

use std::rc::Rc;

use super::{clipboard, session};
use crate::core::client::{Client, ClientFile};
use crate::core::message::{CommandsMsg, CopyTarget, Effect};
use crate::core::model::{ClientFileState, Model};
use crate::core::snippet::Style;

/// Takes what the reader does with the commands.
pub(super) fn take(model: &mut Model, msg: CommandsMsg) -> Vec<Effect> {
    match msg {
        CommandsMsg::ChooseRegion(index) => return session::choose_region(model, index),
        CommandsMsg::ChooseClient(client) => return choose(model, client),
        CommandsMsg::ChooseForm(form) => {
            if model.account.is_some() {
                restyle(model, Style { form, ..model.style });
            }
        }
        CommandsMsg::LeaveOutSecret(is_for_others) => {
            if model.account.is_some() {
                restyle(model, Style { is_for_others, ..model.style });
            }
        }
        CommandsMsg::ChooseShell(shell) => restyle(model, Style { shell, ..model.style }),
        CommandsMsg::GetFile(name) => return want(model, name),
        CommandsMsg::Reveal(revealed) => model.revealed = revealed && model.account.is_some(),
        CommandsMsg::Save(target) => return clipboard::save(model, target),
        CommandsMsg::Copy(target) => return clipboard::copy(model, target),
        CommandsMsg::CopyBlock(place, text) => {
            return vec![Effect::Copy(CopyTarget::Block(place), text)];
        }
    }
    Vec::new()
}

/// The reader wants another client's tab.
fn choose(model: &mut Model, client: Client) -> Vec<Effect> {
    let Some(entry) = model.config.entry(client) else { return Vec::new() };
    let name = entry.file_name().map(|name| model.name_for_shell(name));
    model.client = client;
    model.copied = None;
    name.map_or_else(Vec::new, |name| want(model, name))
}

/// The reader wants the commands in another way.
fn restyle(model: &mut Model, style: Style) {
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
pub(super) fn came(model: &mut Model, name: &str, file: Option<Rc<ClientFile>>) {
    let state = file.map_or(ClientFileState::Lost(model.now), ClientFileState::There);
    model.client_files.set(name, state);
}
