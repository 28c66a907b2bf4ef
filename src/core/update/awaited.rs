//! The one reply that the session waits for, and how it ends what was waited for.
//!
//! A reply that is out of date is dropped, except the one to a create: that key exists, so it is
//! offered or announced (`surface` in `keys/replies.rs`), and what changes something at Keystone
//! is never aborted (`Model::wants`). `tests/app/creating.rs`, `tests/app/races.rs`,
//! `tests/app/schedules.rs`.

use super::session::end;
use super::tokens::Obtained;
use super::{account, place};
use crate::core::keystone::{Fault, Refusal};
use crate::core::message::{Effect, Focus, Ticket};
use crate::core::model::{Model, Work};
use crate::core::text::{self, Doing};

/// Whether this is the reply that the session waits for; from then on it waits for none.
pub(super) fn take_awaited(model: &mut Model, ticket: &Ticket) -> bool {
    account(model).filter(|account| account.awaited == Some(ticket.number)).is_some_and(|account| {
        account.awaited = None;
        true
    })
}

/// The work ends with a message; nothing else has changed.
pub(super) fn settle(model: &mut Model, doing: Doing, refusal: Refusal) -> Vec<Effect> {
    model.notice = Some(text::refused(doing, refusal, place(model)));
    idle(model);
    vec![Effect::Focus(Focus::Notice)]
}

/// The token is not valid any more: so ends the session.
pub(super) fn token_gone(model: &mut Model, doing: Doing, refusal: Refusal) -> Vec<Effect> {
    let notice =
        text::refused(doing, Refusal { fault: Fault::Unauthorized, ..refusal }, place(model));
    end(model, true, Some(notice), Obtained::Revoke)
}

/// Whether a refusal is about a token that the session has renewed in the meantime.
pub(super) fn is_outdated(model: &Model, number: u32, refusal: &Refusal) -> bool {
    is_token_gone(refusal) && model.account().is_some_and(|a| number <= a.last_before_renewal)
}

/// Whether a refusal says that the token is not valid any more.
pub(super) fn is_token_gone(refusal: &Refusal) -> bool {
    matches!(refusal.fault, Fault::Unauthorized)
}

pub(super) fn idle(model: &mut Model) {
    if let Some(account) = account(model) {
        account.work = Work::Idle;
    }
}
