//! What Keystone's answers make of the model.

use super::awaited::{is_outdated, is_token_gone, settle, take_awaited, token_gone};
use super::credentials::{begin, idle, known};
use super::tokens::abandoned;
use super::{account, deletion, entry, late, listing, place, project, rotation, send};
use crate::core::http::{NetError, Outcome};
use crate::core::keystone::issue;
use crate::core::keystone::{self, Credential, Fault, Refusal, delete, revoke, validate};
use crate::core::message::{Call, Effect, Focus, Intent, Ticket};
use crate::core::model::{Account, Deletion, Entry, Listing, Model, Waiting, Window, Work};
use crate::core::text::{self, Doing};

pub(super) fn replied(model: &mut Model, ticket: Ticket, outcome: Outcome) -> Vec<Effect> {
    if model.entry.awaited() == Some(ticket.number) {
        return entered(model, &ticket, outcome);
    }
    if model.overdue.as_ref().is_some_and(|overdue| overdue.number == ticket.number) {
        return late::signed_in(model, outcome);
    }
    match ticket.call {
        Call::Validate => checked(model, &ticket, outcome),
        Call::Issue => abandoned(model, ticket.number, outcome),
        Call::Projects => Vec::new(),
        Call::Revoke(asked) => revoked(model, asked, outcome),
        Call::List => listing::listed(model, &ticket, outcome),
        Call::Create(..) => created(model, ticket, outcome),
        Call::Delete(..) => deleted(model, &ticket, outcome),
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
        Waiting::Scope(choice, to) => project::scoped(model, choice, &to, issue::read(outcome)),
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

fn created(model: &mut Model, ticket: Ticket, outcome: Outcome) -> Vec<Effect> {
    let (awaited, number) = (take_awaited(model, &ticket), ticket.number);
    let Call::Create(intent) = ticket.call else { return Vec::new() };
    let read = keystone::create::read(outcome);
    let refusal = match read {
        Ok(credential) if awaited => return adopt(model, credential),
        Ok(credential) => return surface(model, credential, &intent),
        // Nobody waits for it any more, and nothing was made.
        Err(_) if !awaited => return Vec::new(),
        Err(refusal) => refusal,
    };
    rotation::created(model, None);
    if is_outdated(model, number, &refusal) {
        begin(model, Work::Reconciling(intent.before), Call::List)
    } else if is_token_gone(&refusal) {
        token_gone(model, Doing::Creating, refusal)
    } else if refusal.fault.leaves_doubt() {
        let notice = match refusal.fault {
            Fault::Timeout => text::create_overdue(place(model)),
            _ => text::create_unknown(text::refused(Doing::Creating, refusal, place(model))),
        };
        let effects = begin(model, Work::Reconciling(intent.before), Call::List);
        model.notice = Some(notice);
        effects
    } else {
        settle(model, Doing::Creating, refusal)
    }
}

/// The credential that the reader has just asked for.
fn adopt(model: &mut Model, credential: Credential) -> Vec<Effect> {
    let access = credential.access().clone();
    let usable = credential.is_usable();
    insert(model, credential);
    idle(model);
    if rotation::created(model, usable.then(|| access.clone())) {
        return vec![Effect::Focus(if usable { Focus::Next } else { Focus::Chosen })];
    }
    if usable && let Some(credentials) = known(model) {
        credentials.chosen = Some(access);
    }
    if let Some(account) = account(model) {
        // It is on the first page, and no filter hides it.
        account.window = Window::default();
    }
    vec![Effect::Focus(Focus::Chosen)]
}

fn deleted(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    if !take_awaited(model, ticket) {
        return match (&ticket.call, delete::read(outcome)) {
            (Call::Delete(access, owner), Ok(_)) => late::deleted(model, access, owner),
            _ => Vec::new(),
        };
    }
    let Some(Account { work: Work::Deleting(deletion), .. }) = account(model) else {
        return Vec::new();
    };
    let deletion = deletion.clone();
    match delete::read(outcome) {
        Ok(how) => deletion::gone(model, deletion, how),
        Err(refusal) if is_outdated(model, ticket.number, &refusal) => {
            begin(model, Work::Verifying(deletion), Call::List)
        }
        Err(refusal) if is_token_gone(&refusal) => {
            begin(model, Work::Checking(deletion), Call::Validate)
        }
        Err(refusal) if refusal.fault.leaves_doubt() => {
            let overdue = refusal.fault == Fault::Timeout;
            let notice = if overdue {
                text::delete_overdue(deletion.now.as_str(), place(model))
            } else {
                text::delete_unknown(text::refused(Doing::Deleting, refusal, place(model)))
            };
            let notice = text::rest_is_kept(notice, deletion.gone, deletion.rest.len());
            let deletion = Deletion { overdue, ..deletion };
            let effects = begin(model, Work::Verifying(deletion), Call::List);
            model.notice = Some(notice);
            effects
        }
        Err(refusal) => {
            let effects = settle(model, Doing::Deleting, refusal);
            keep_rest(model, &deletion);
            effects
        }
    }
}

/// The answer to "is it the token?" after a delete was answered 401.
fn checked(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    if !take_awaited(model, ticket) {
        return Vec::new();
    }
    let Some(Account { work: Work::Checking(deletion), .. }) = account(model) else {
        return Vec::new();
    };
    let deletion = deletion.clone();
    match validate::read(outcome) {
        Ok(_) => deletion::gone(model, deletion, delete::Deleted::Before),
        Err(refusal) if is_outdated(model, ticket.number, &refusal) => {
            begin(model, Work::Verifying(deletion), Call::List)
        }
        Err(refusal) => {
            let is_gone = matches!(refusal.fault, Fault::Unauthorized | Fault::NotFound);
            let end = if is_gone { token_gone } else { settle };
            let effects = end(model, Doing::Deleting, refusal);
            keep_rest(model, &deletion);
            effects
        }
    }
}

/// The message also says what became of the others of several to delete.
fn keep_rest(model: &mut Model, all: &Deletion) {
    let say = |notice| text::rest_is_kept(notice, all.gone, all.rest.len());
    model.notice = model.notice.take().map(say);
}

fn insert(model: &mut Model, credential: Credential) {
    if let Some(credentials) = known(model)
        && !credentials.has(credential.access())
    {
        credentials.own.insert(0, credential);
    }
}

/// A credential that was made although nobody waited for it any more: it exists, so it is
/// offered or announced, never adopted or deleted unasked.
fn surface(model: &mut Model, credential: Credential, intent: &Intent) -> Vec<Effect> {
    let access = credential.access().clone();
    let Intent { owner, .. } = intent;
    let Some(account) = account(model).filter(|account| account.is_of(owner)) else {
        model.notice = Some(text::created_late(access.as_str(), &owner.project.name));
        return Vec::new();
    };
    let loading = matches!(account.listing, Listing::Loading);
    let (work, list_again) = match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Offering(mut found) => {
            found.push(access);
            (Work::Offering(found), loading)
        }
        Work::Idle | Work::Unknown(_) | Work::Reconciling(_) => {
            (Work::Offering(vec![access]), loading)
        }
        Work::Refreshing => (Work::Offering(vec![access]), true),
        busy => {
            let list_again = matches!(busy, Work::Verifying(_));
            account.work = busy;
            model.notice = Some(text::created_after_all(access.as_str()));
            insert(model, credential);
            return if list_again { send(model, Call::List) } else { Vec::new() };
        }
    };
    account.work = work;
    // A list that is under way may be older than the credential: its reply does not count, and
    // where the list itself is wanted, it is asked for anew.
    account.awaited = None;
    insert(model, credential);
    model.notice = None;
    if list_again { send(model, Call::List) } else { Vec::new() }
}
