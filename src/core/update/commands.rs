//! What the commands of the panels show.

use super::{clipboard, session};
use crate::core::message::{CommandsMsg, CopyTarget, Effect};
use crate::core::model::Model;

/// Takes what the reader does with the commands.
pub(super) fn take(model: &mut Model, msg: CommandsMsg) -> Vec<Effect> {
    match msg {
        CommandsMsg::ChooseRegion(index) => return session::choose_region(model, index),
        CommandsMsg::ChooseClient(client) => {
            if model.config.clients.contains(&client) {
                model.client = client;
                model.copied = None;
            }
        }
        CommandsMsg::ChooseForm(form) => {
            if model.account.is_some() {
                model.form = form;
                model.copied = None;
            }
        }
        CommandsMsg::Reveal(revealed) => model.revealed = revealed && model.account.is_some(),
        CommandsMsg::Copy(target) => return clipboard::copy(model, target),
        CommandsMsg::CopyBlock(place, text) => {
            return vec![Effect::Copy(CopyTarget::Block(place), text)];
        }
    }
    Vec::new()
}
