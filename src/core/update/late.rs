//! Answers that come after their deadline, to what writes.
//!
//! The reader is told at the deadline what is known, and can go on. The answer is still wanted: a
//! sign-in goes on with it where the reader still is where it was sent from, and a token that
//! nobody wants any more is revoked. A credential that was made always surfaces, see `surface` in
//! `replies.rs`.

use super::entry::{issued, validated};
use super::tokens::abandoned;
use super::{account, deletion, keystone, place, project, send};
use crate::core::admit::AccessKey;
use crate::core::http::Outcome;
use crate::core::keystone::issue;
use crate::core::message::{Call, Effect, Focus, Owner};
use crate::core::model::{Deletion, Entry, Late, Listing, Model, Overdue, Waiting, Work};
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

/// A delete is answered, and nobody waits for it any more: the credential is gone.
pub(super) fn deleted(model: &mut Model, access: &AccessKey, owner: &Owner) -> Vec<Effect> {
    let Some(account) = account(model) else {
        model.notice = Some(text::deleted_late(access.as_str(), &owner.project.name));
        return Vec::new();
    };
    if !account.is_of(owner) {
        return Vec::new();
    }
    let looks_it_up = matches!(&account.work, Work::Verifying(deletion) if deletion.now == *access);
    // A list that is under way may be older than the end of the credential.
    let list_again = matches!(account.listing, Listing::Loading)
        || !looks_it_up
            && matches!(account.work, Work::Refreshing | Work::Reconciling(_) | Work::Verifying(_));
    // A list that knows it gone has told the reader.
    let is_news = match &account.listing {
        Listing::Known(credentials) => credentials.has(access),
        Listing::Loading | Listing::Failed => true,
    };
    let rest = match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Verifying(Deletion { gone, rest, .. }) if looks_it_up => {
            account.awaited = None;
            (gone, rest.len())
        }
        work => {
            account.work = without(work, access);
            (0, 0)
        }
    };
    if is_news {
        let removed = deletion::remove(model, access);
        let delay = model.config.deletion_delay_s;
        let notice = text::deleted_after_all(access.as_str(), removed.was_chosen, delay);
        model.notice = Some(text::rest_is_kept(notice, rest.0, rest.1));
    }
    if list_again { send(model, Call::List) } else { Vec::new() }
}

/// What goes on, without a credential that is gone.
fn without(work: Work, access: &AccessKey) -> Work {
    let others = |mut keys: Vec<AccessKey>| {
        keys.retain(|other| other != access);
        keys
    };
    match work {
        Work::Offering(found) => match others(found) {
            found if found.is_empty() => Work::Idle,
            found => Work::Offering(found),
        },
        Work::Marking(marked) => Work::Marking(others(marked)),
        Work::Confirming(keys) => match others(keys) {
            keys if keys.is_empty() => Work::Idle,
            keys => Work::Confirming(keys),
        },
        // Its own reply, or those of the others, are on their way: they find it gone.
        other => other,
    }
}
