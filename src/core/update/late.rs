//! Answers that come after their deadline, to what writes.
//!
//! The reader is told at the deadline what is known, and can go on. The answer is still wanted: a
//! sign-in goes on with it where the reader still is where it was sent from, and a token that
//! nobody wants any more is revoked. `keys/late.rs` has those about keys.

use super::entry::{issued, validated};
use super::tokens::abandoned;
use super::{keystone, place, project};
use crate::core::http::Outcome;
use crate::core::keystone::issue;
use crate::core::message::{Effect, Focus};
use crate::core::model::{Entry, Late, Model, Overdue, Waiting, Work};
use crate::core::text;

/// The deadline of a sign-in has passed: the reader can try again, and its answer is still wanted.
pub(super) fn sign_in(model: &mut Model, waiting: Waiting, number: u32) -> Vec<Effect> {
    let notice = match &waiting {
        Waiting::Scope(_, to) => text::scope_overdue(&to.name, place(model)),
        _ => text::sign_in_overdue(place(model)),
    };
    let (what, entry) = match waiting {
        Waiting::Validation(token) => (Late::Validation(token), Entry::Form),
        Waiting::Issue(method) => (Late::Issue(method), Entry::Form),
        Waiting::Passcode(challenge) => (Late::Passcode, Entry::Passcode(challenge)),
        Waiting::Scope(choice, to) => (Late::Scope(to), Entry::Choosing(choice)),
        Waiting::Projects(_) => return Vec::new(),
    };
    let focus = if matches!(entry, Entry::Choosing(_)) { Focus::Notice } else { Focus::Field };
    model.entry = entry;
    model.overdue = Some(Overdue { number, what });
    model.notice = Some(notice);
    vec![Effect::Focus(focus)]
}

/// The answer to a sign-in that is overdue.
pub(super) fn signed_in(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    let Some(Overdue { number, what }) = model.overdue.take() else { return Vec::new() };
    if outcome.is_err() {
        // That there is no answer has been said.
        return Vec::new();
    }
    let busy = model.account().is_some_and(|a| !matches!(a.work, Work::Idle | Work::Offering(_)));
    let entry = std::mem::replace(&mut model.entry, Entry::Form);
    let mut effects = match (what, entry) {
        (Late::Validation(token), Entry::Form) => validated(model, token, outcome),
        (Late::Issue(method), Entry::Form) => {
            issued(model, Waiting::Issue(method), issue::read(outcome))
        }
        (Late::Passcode, Entry::Passcode(challenge)) => {
            issued(model, Waiting::Passcode(challenge), issue::read(outcome))
        }
        (Late::Scope(to), Entry::Choosing(choice)) if !(choice.holder.switching && busy) => {
            project::scoped(model, choice, &to, issue::read(outcome))
        }
        (_, entry) => {
            model.entry = entry;
            model.abandoned.push((number, keystone(model).clone()));
            abandoned(model, number, outcome)
        }
    };
    // The reader may be typing again by now.
    if model.account().is_none() || !matches!(model.entry, Entry::Closed) {
        effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
    }
    effects
}
