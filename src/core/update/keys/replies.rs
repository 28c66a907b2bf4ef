//! What Keystone's answers about keys make of the session.

use super::credentials::{begin, known};
use super::{deletion, late, listing, rotation};
use crate::core::http::Outcome;
use crate::core::keystone::{self, Credential, Fault, delete, validate};
use crate::core::message::{Call, Effect, Focus, Intent, Ticket};
use crate::core::model::{Account, Deletion, Listing, Model, Window, Work};
use crate::core::text::{self, Doing};
use crate::core::update::awaited::{
    idle, is_outdated, is_token_gone, settle, take_awaited, token_gone,
};
use crate::core::update::{account, place, send};

pub(super) fn replied(model: &mut Model, ticket: Ticket, outcome: Outcome) -> Vec<Effect> {
    match ticket.call {
        Call::Validate => checked(model, &ticket, outcome),
        Call::List => listing::listed(model, &ticket, outcome),
        Call::Create(..) => created(model, ticket, outcome),
        Call::Delete(..) => deleted(model, &ticket, outcome),
        Call::Issue | Call::Projects | Call::Revoke(_) => Vec::new(),
    }
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
        credentials.chosen = Some(access.clone());
    }
    if let Some(account) = account(model) {
        // It is on the first page, and no filter hides it.
        account.window = Window { open: account.window.open, ..Window::default() };
        account.made = usable.then_some(access);
        account.copied = None;
    }
    vec![Effect::Focus(if usable { Focus::Command } else { Focus::Chosen })]
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
    let list_again = match account.work {
        Work::Refreshing | Work::Verifying(_) => true,
        Work::Idle | Work::Unknown(_) | Work::Reconciling(_) | Work::Offering(_) => {
            matches!(account.listing, Listing::Loading)
        }
        _ => false,
    };
    let is_offered = match &mut account.work {
        Work::Offering(found) => {
            found.push(access.clone());
            true
        }
        work @ (Work::Idle | Work::Unknown(_) | Work::Reconciling(_) | Work::Refreshing) => {
            *work = Work::Offering(vec![access.clone()]);
            true
        }
        _ => false,
    };
    if is_offered {
        // A list that is under way may be older than the credential: its reply does not count,
        // and where the list itself is wanted, it is asked for anew.
        account.awaited = None;
    }
    // What is going on is not interrupted.
    model.notice = (!is_offered).then(|| text::created_after_all(access.as_str()));
    insert(model, credential);
    if list_again { send(model, Call::List) } else { Vec::new() }
}
