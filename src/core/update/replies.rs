//! What Keystone's answers make of the credentials of a signed-in session.

use super::credentials::{account, begin, idle, known};
use super::sign_in::is_token_gone;
use super::{again, end_session, place, send};
use crate::core::admit::AccessKey;
use crate::core::http::Outcome;
use crate::core::keystone::validate::{Identity, Project};
use crate::core::keystone::{self, Credential, Fault, Refusal, delete};
use crate::core::message::{Call, Effect, Focus, Ticket};
use crate::core::model::{Account, Credentials, Listing, Model, Work};
use crate::core::text::{self, Doing, Notice};

pub(super) fn listed(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    if ticket.generation != model.generation {
        return Vec::new();
    }
    let Some(account) = account(model) else { return Vec::new() };
    match keystone::list::read(outcome, &account.project.id) {
        Ok(listed) => {
            take_list(model, listed);
            Vec::new()
        }
        Err(refusal) if is_token_gone(&refusal) => token_gone(model, Doing::Listing, refusal),
        Err(refusal) => list_refused(model, ticket.attempt, refusal),
    }
}

pub(super) fn created(model: &mut Model, ticket: Ticket, outcome: Outcome) -> Vec<Effect> {
    let Call::Create(before, project) = ticket.call else { return Vec::new() };
    let read = keystone::create::read(outcome);
    let awaited = ticket.generation == model.generation
        && account(model).is_some_and(|account| matches!(account.work, Work::Creating));
    match read {
        Ok(credential) if awaited => {
            let access = credential.access().clone();
            let usable = matches!(credential, Credential::Usable { .. });
            insert(model, credential);
            if usable && let Some(credentials) = known(model) {
                credentials.chosen = Some(access);
            }
            idle(model);
            vec![Effect::Focus(Focus::Chosen)]
        }
        Ok(credential) => surface(model, credential, &project),
        // Nobody waits for it any more, and nothing was made.
        Err(_) if !awaited => Vec::new(),
        Err(refusal) if is_token_gone(&refusal) => token_gone(model, Doing::Creating, refusal),
        Err(refusal) if refusal.fault.leaves_doubt() => {
            let notice = text::refused(Doing::Creating, refusal, place(model));
            let effects = begin(model, Work::Reconciling(before), Call::List);
            model.notice = Some(text::create_unknown(notice));
            effects
        }
        Err(refusal) => settle(model, Doing::Creating, refusal),
    }
}

pub(super) fn deleted(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    let (Call::Delete(access), true) = (&ticket.call, ticket.generation == model.generation) else {
        return Vec::new();
    };
    match delete::read(outcome) {
        Ok(how) => {
            let before = how == delete::Deleted::Before;
            remove(model, access, before.then(|| text::already_gone(access.as_str())))
        }
        Err(refusal) if is_token_gone(&refusal) => {
            begin(model, Work::Checking(access.clone()), Call::Validate)
        }
        Err(refusal) if refusal.fault.leaves_doubt() => {
            let notice = text::refused(Doing::Deleting, refusal, place(model));
            let effects = begin(model, Work::Refreshing, Call::List);
            model.notice = Some(text::delete_unknown(notice));
            effects
        }
        Err(refusal) => settle(model, Doing::Deleting, refusal),
    }
}

/// The answer to "is it the token?" after a delete was answered 401.
pub(super) fn checked(model: &mut Model, read: Result<Identity, Refusal>) -> Vec<Effect> {
    let Some(Account { work: Work::Checking(access), .. }) = account(model) else {
        return Vec::new();
    };
    let access = access.clone();
    match read {
        Ok(_) => remove(model, &access, Some(text::already_gone(access.as_str()))),
        Err(refusal) if matches!(refusal.fault, Fault::Unauthorized | Fault::NotFound) => {
            token_gone(model, Doing::Deleting, refusal)
        }
        Err(refusal) => settle(model, Doing::Deleting, refusal),
    }
}

/// The work ends with a message; nothing else has changed.
fn settle(model: &mut Model, doing: Doing, refusal: Refusal) -> Vec<Effect> {
    model.notice = Some(text::refused(doing, refusal, place(model)));
    idle(model);
    vec![Effect::Focus(Focus::Notice)]
}

fn token_gone(model: &mut Model, doing: Doing, refusal: Refusal) -> Vec<Effect> {
    let notice =
        text::refused(doing, Refusal { fault: Fault::Unauthorized, ..refusal }, place(model));
    end_session(model, true, Some(notice))
}

fn insert(model: &mut Model, credential: Credential) {
    if let Some(credentials) = known(model)
        && credentials.own.iter().all(|other| other.access() != credential.access())
    {
        credentials.own.insert(0, credential);
    }
}

fn remove(model: &mut Model, access: &AccessKey, notice: Option<Notice>) -> Vec<Effect> {
    if let Some(credentials) = known(model) {
        credentials.own.retain(|credential| credential.access() != access);
        if credentials.chosen.as_ref() == Some(access) {
            // Not another one by itself: the commands must not change keys unasked.
            credentials.chosen = None;
        }
    }
    model.notice = notice;
    idle(model);
    vec![Effect::Focus(Focus::Create)]
}

/// A credential that was made although nobody waited for it any more: it exists, so it is
/// offered or announced, never adopted or deleted unasked.
fn surface(model: &mut Model, credential: Credential, project: &Project) -> Vec<Effect> {
    let access = credential.access().clone();
    if account(model).is_some_and(|account| account.project.id == project.id) {
        insert(model, credential);
        if let Some(account) = account(model) {
            match &mut account.work {
                Work::Offering(found) if !found.contains(&access) => found.push(access),
                work @ (Work::Idle | Work::Reconciling(_) | Work::Unknown(_)) => {
                    *work = Work::Offering(vec![access]);
                }
                _ => {}
            }
        }
    } else {
        model.notice = Some(text::created_late(access.as_str(), &project.name));
    }
    Vec::new()
}

fn take_list(model: &mut Model, listed: keystone::list::Listed) {
    let Some(account) = account(model) else { return };
    let mut credentials = Credentials {
        own: listed.own,
        elsewhere: listed.elsewhere,
        unreadable: listed.unreadable,
        chosen: None,
    };
    credentials.chosen = match &account.listing {
        // A refresh keeps the reader's choice, as long as it is there.
        Listing::Known(old) => {
            old.chosen.clone().filter(|a| credentials.own.iter().any(|c| c.access() == a))
        }
        Listing::Loading | Listing::Failed => credentials.first_usable(),
    };
    let work = std::mem::replace(&mut account.work, Work::Idle);
    let reconciled = matches!(work, Work::Reconciling(_));
    account.work = match work {
        Work::Reconciling(before) => {
            let is_new = |c: &&Credential| !before.contains(c.access());
            let found: Vec<AccessKey> =
                credentials.own.iter().filter(is_new).map(|c| c.access().clone()).collect();
            if found.is_empty() { Work::Idle } else { Work::Offering(found) }
        }
        Work::Refreshing => Work::Idle,
        other => other,
    };
    let found_none = reconciled && matches!(account.work, Work::Idle);
    account.listing = Listing::Known(credentials);
    if reconciled {
        model.notice = found_none.then(text::nothing_created);
    }
}

fn list_refused(model: &mut Model, attempt: u8, refusal: Refusal) -> Vec<Effect> {
    if refusal.fault.is_passing()
        && let Some(account) = model.account()
        && let Some(retry) = again(send(model, account, Call::List), attempt)
    {
        return vec![retry];
    }
    let forbidden = refusal.fault == Fault::Forbidden;
    let notice = text::refused(Doing::Listing, refusal, place(model));
    let mut unknown = false;
    if let Some(account) = account(model) {
        let loading = matches!(account.listing, Listing::Loading);
        if loading && forbidden {
            // A delegated token: it is of no use here at all.
            return end_session(model, true, Some(notice));
        }
        if loading {
            account.listing = Listing::Failed;
        }
        account.work = match std::mem::replace(&mut account.work, Work::Idle) {
            Work::Reconciling(before) => {
                unknown = true;
                Work::Unknown(before)
            }
            Work::Refreshing => Work::Idle,
            other => other,
        };
    }
    model.notice = Some(if unknown { text::create_unknown(notice) } else { notice });
    vec![Effect::Focus(Focus::Notice)]
}
