//! The two turns that everything on the way in takes: to Keystone, and back to the form.

use super::number;
use super::tokens::give_up_overdue;
use crate::core::http::Request;
use crate::core::message::{Call, Effect, Focus, Ticket};
use crate::core::model::{Entry, Model, Waiting};
use crate::core::text::Notice;

/// Sends a request, and waits for its reply.
pub(super) fn ask(
    model: &mut Model,
    waiting: Waiting,
    call: Call,
    request: Request,
) -> Vec<Effect> {
    give_up_overdue(model);
    let number = number(model);
    model.notice = None;
    model.entry = Entry::Waiting(waiting, number);
    vec![Effect::Send(Ticket { number, call, attempt: 0 }, request, 0)]
}

/// Back to the form with a message; nothing that was typed is lost but the secrets.
pub(super) fn refuse(model: &mut Model, notice: Notice) -> Vec<Effect> {
    if !matches!(model.entry, Entry::Passcode(_)) {
        model.entry = Entry::Form;
    }
    model.notice = Some(notice);
    vec![Effect::Focus(Focus::Field)]
}
