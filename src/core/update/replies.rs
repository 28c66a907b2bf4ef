//! What Keystone's answers make of the model.

use super::tokens::abandoned;
use super::{entry, keys, late, place, project};
use crate::core::http::{NetError, Outcome};
use crate::core::keystone::{Fault, Refusal, issue, revoke};
use crate::core::message::{Call, EdgeMsg, Effect, Msg, Ticket};
use crate::core::model::{Entry, Model, Waiting};
use crate::core::text::{self, Doing};

pub(super) fn replied(model: &mut Model, ticket: Ticket, outcome: Outcome) -> Vec<Effect> {
    if model.entry.awaited() == Some(ticket.number) {
        return entered(model, &ticket, outcome);
    }
    if model.overdue.as_ref().is_some_and(|overdue| overdue.number == ticket.number) {
        return late::signed_in(model, outcome);
    }
    match ticket.call {
        Call::Issue => abandoned(model, ticket.number, outcome),
        Call::Projects => Vec::new(),
        Call::Revoke(asked) => revoked(model, asked, outcome),
        Call::Validate | Call::List | Call::Create(..) | Call::Delete(..) => {
            keys::take(model, Msg::Edge(EdgeMsg::Replied(ticket, outcome)))
        }
    }
}

/// The reply that is awaited on the way in.
fn entered(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    let entry = std::mem::replace(&mut model.entry, Entry::Form);
    let Entry::Waiting(waiting, number) = entry else { return Vec::new() };
    let is_read = matches!(waiting, Waiting::Projects(_));
    if !is_read && matches!(outcome, Err(NetError::Timeout)) {
        return late::sign_in(model, waiting, number);
    }
    match waiting {
        Waiting::Validation(token) => entry::validated(model, token, outcome),
        Waiting::Issue(_) | Waiting::Passcode(_) => {
            entry::issued(model, waiting, issue::read(outcome))
        }
        Waiting::Projects(holder) => project::listed(model, holder, ticket, outcome),
        Waiting::Scope(choice, to) => {
            let is_sample = choice.holder.root.token.is_sample();
            let read = if is_sample { issue::read_of_sample } else { issue::read };
            project::scoped(model, choice, &to, read(outcome))
        }
    }
}

fn revoked(model: &mut Model, asked: bool, outcome: Outcome) -> Vec<Effect> {
    let overdue = text::revoke_overdue(place(model));
    let is_open = model.notice.as_ref().is_none_or(|notice| *notice == overdue);
    // Somebody who has signed in again is not told of being signed out.
    if asked && is_open && model.account.is_none() {
        model.notice = Some(match revoke::read(outcome) {
            Ok(()) => text::token_revoked(),
            Err(Refusal { fault: Fault::Timeout, .. }) => overdue,
            Err(refusal) => {
                text::token_not_revoked(text::refused(Doing::Listing, refusal, place(model)))
            }
        });
    }
    Vec::new()
}
