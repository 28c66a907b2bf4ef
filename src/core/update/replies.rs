//! What Keystone's answers make of the credentials of a signed-in session.

use super::credentials::{account, begin, idle, known};
use super::sign_in::is_token_gone;
use super::{again, end_session, place, request, send};
use crate::core::admit::AccessKey;
use crate::core::http::Outcome;
use crate::core::keystone::validate::Identity;
use crate::core::keystone::{self, Credential, Fault, Refusal, delete};
use crate::core::message::{Call, Effect, Focus, Intent, Ticket};
use crate::core::model::{Account, Credentials, Listing, Model, Session, Work};
use crate::core::text::{self, Doing, Notice};

pub(super) fn listed(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    if !take_awaited(model, ticket) {
        return Vec::new();
    }
    let Some(account) = account(model) else { return Vec::new() };
    match keystone::list::read(outcome, &account.project.id) {
        Ok(listed) => {
            let first = matches!(account.listing, Listing::Loading);
            take_list(model, listed);
            if first { vec![focus_on_keys(model)] } else { Vec::new() }
        }
        Err(refusal) if is_token_gone(&refusal) => token_gone(model, Doing::Listing, refusal),
        Err(refusal) => list_refused(model, ticket, refusal),
    }
}

pub(super) fn created(model: &mut Model, ticket: Ticket, outcome: Outcome) -> Vec<Effect> {
    let awaited = take_awaited(model, &ticket);
    let Call::Create(intent) = ticket.call else { return Vec::new() };
    let read = keystone::create::read(outcome);
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
        Ok(credential) => surface(model, credential, &intent),
        // Nobody waits for it any more, and nothing was made.
        Err(_) if !awaited => Vec::new(),
        Err(refusal) if is_token_gone(&refusal) => token_gone(model, Doing::Creating, refusal),
        Err(refusal) if refusal.fault.leaves_doubt() => {
            let notice = text::refused(Doing::Creating, refusal, place(model));
            let effects = begin(model, Work::Reconciling(intent.before), Call::List);
            model.notice = Some(text::create_unknown(notice));
            effects
        }
        Err(refusal) => settle(model, Doing::Creating, refusal),
    }
}

pub(super) fn deleted(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    let (Call::Delete(access), true) = (&ticket.call, take_awaited(model, ticket)) else {
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
            let effects = begin(model, Work::Verifying(access.clone()), Call::List);
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

/// Whether this is the reply that the session waits for; from then on it waits for none.
fn take_awaited(model: &mut Model, ticket: &Ticket) -> bool {
    let is_current = ticket.generation == model.generation;
    account(model)
        .filter(|account| is_current && account.awaited == Some(ticket.number))
        .is_some_and(|account| {
            account.awaited = None;
            true
        })
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
fn surface(model: &mut Model, credential: Credential, intent: &Intent) -> Vec<Effect> {
    let access = credential.access().clone();
    let Some(account) = account(model)
        .filter(|a| a.identity.user == intent.user && a.project.id == intent.project.id)
    else {
        model.notice = Some(text::created_late(access.as_str(), &intent.project.name));
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
            return if list_again { begin_list(model) } else { Vec::new() };
        }
    };
    account.work = work;
    // A list that is under way may be older than the credential: its reply does not count, and
    // where the list itself is wanted, it is asked for anew.
    account.awaited = None;
    insert(model, credential);
    model.notice = None;
    if list_again { begin_list(model) } else { Vec::new() }
}

/// Asks for the list, whatever else goes on.
fn begin_list(model: &mut Model) -> Vec<Effect> {
    send(model, Call::List).into_iter().collect()
}

fn take_list(model: &mut Model, listed: keystone::list::Listed) {
    let Session::SignedIn(account) = &mut model.session else { return };
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
    let is_there = |access: &AccessKey| credentials.own.iter().any(|c| c.access() == access);
    account.work = match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Reconciling(before) => {
            let is_new = |c: &&Credential| !before.contains(c.access());
            let found: Vec<AccessKey> =
                credentials.own.iter().filter(is_new).map(|c| c.access().clone()).collect();
            model.notice = found.is_empty().then(text::nothing_created);
            offer(found)
        }
        Work::Offering(mut found) => {
            found.retain(is_there);
            offer(found)
        }
        Work::Verifying(access) => {
            model.notice = Some(text::delete_looked_up(access.as_str(), is_there(&access)));
            Work::Idle
        }
        Work::Refreshing => Work::Idle,
        other => other,
    };
    account.listing = Listing::Known(credentials);
}

fn offer(found: Vec<AccessKey>) -> Work {
    if found.is_empty() { Work::Idle } else { Work::Offering(found) }
}

/// After the first list: to the key in the commands, or to the button that makes one.
fn focus_on_keys(model: &mut Model) -> Effect {
    let chosen = known(model).is_some_and(|credentials| credentials.chosen.is_some());
    Effect::Focus(if chosen { Focus::Chosen } else { Focus::Create })
}

fn list_refused(model: &mut Model, ticket: &Ticket, refusal: Refusal) -> Vec<Effect> {
    if refusal.fault.is_passing()
        && let Some(retry) = request(model, ticket.clone()).and_then(again)
        && let Some(account) = account(model)
    {
        account.awaited = Some(ticket.number);
        return vec![retry];
    }
    let forbidden = refusal.fault == Fault::Forbidden;
    let notice = text::refused(Doing::Listing, refusal, place(model));
    let mut say: fn(Notice) -> Notice = |notice| notice;
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
                say = text::create_unknown;
                Work::Unknown(before)
            }
            Work::Verifying(_) => {
                say = text::delete_unknown;
                Work::Idle
            }
            Work::Refreshing => Work::Idle,
            other => other,
        };
    }
    model.notice = Some(say(notice));
    vec![Effect::Focus(Focus::Notice)]
}
