//! What Keystone's list makes of the credentials of a session, also after a lost reply.

use super::credentials::known;
use crate::core::admit::AccessKey;
use crate::core::http::Outcome;
use crate::core::keystone::{self, Credential, Fault, Refusal};
use crate::core::message::{Call, Effect, Focus, Ticket};
use crate::core::model::{Credentials, Deletion, Listing, Model, Rotation, Work};
use crate::core::text::{self, Doing, Notice};
use crate::core::update::awaited::{is_outdated, is_token_gone, take_awaited, token_gone};
use crate::core::update::session::end;
use crate::core::update::tokens::Obtained;
use crate::core::update::{account, again, place, request, send};

/// How many credentials are offered at most after a lost create: it made one. The others are in
/// the list.
const OFFERED: usize = 20;

/// What a list makes of the message that the reader sees.
enum NoticeChange {
    /// It stays.
    Keep,
    /// It is not true any more.
    Clear,
    /// Another one takes its place.
    Say(Notice),
}

pub(super) fn listed(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    if !take_awaited(model, ticket) {
        return Vec::new();
    }
    let Some(account) = account(model) else { return Vec::new() };
    match keystone::list::read(outcome, &account.project.id) {
        Ok(listed) => {
            // Somebody who comes from another page reads on.
            let first = matches!(account.listing, Listing::Loading) && account.arrived.is_none();
            take_list(model, listed);
            if first { vec![focus_on_keys(model)] } else { Vec::new() }
        }
        // Access rules that do not name the list are answered as a wrong token would be; this one
        // has just been issued.
        Err(Refusal { fault: Fault::Unauthorized, request_id })
            if account.identity.delegated && matches!(account.listing, Listing::Loading) =>
        {
            list_refused(model, ticket, Refusal { fault: Fault::Forbidden, request_id })
        }
        Err(refusal) if is_outdated(model, ticket.number, &refusal) => send(model, Call::List),
        Err(refusal) if is_token_gone(&refusal) => token_gone(model, Doing::Listing, refusal),
        Err(refusal) => list_refused(model, ticket, refusal),
    }
}

fn take_list(model: &mut Model, listed: keystone::list::Listed) {
    let Some(account) = account(model) else { return };
    let mut credentials = Credentials {
        own: listed.own,
        elsewhere: listed.elsewhere,
        unreadable: listed.unreadable,
        chosen: None,
    };
    let mut chosen_gone = None;
    let arrived = account.arrived.take();
    match &account.listing {
        Listing::Loading | Listing::Failed => match arrived.and_then(|came| came.chosen) {
            Some(key) if credentials.has(&key) => credentials.chosen = Some(key),
            Some(key) => chosen_gone = Some(key),
            None => credentials.chosen = credentials.first_usable(),
        },
        // A refresh keeps the reader's choice, as long as it is there.
        Listing::Known(old) if old.chosen.as_ref().is_some_and(|key| credentials.has(key)) => {
            credentials.chosen.clone_from(&old.chosen);
        }
        Listing::Known(old) => chosen_gone.clone_from(&old.chosen),
    }
    let work = std::mem::replace(&mut account.work, Work::Idle);
    let (work, mut change) = after_list(work, &credentials);
    account.work = work;
    let missing = |r: &Rotation| {
        let mut keys = std::iter::once(&r.old).chain(r.new_key());
        keys.find(|access| !credentials.has(access)).cloned()
    };
    if let Some(gone) = account.rotation.as_ref().and_then(missing) {
        account.rotation = None;
        let in_commands = chosen_gone.as_ref() == Some(&gone);
        change = change.or(text::rotation_over(gone.as_str(), in_commands));
    }
    if let Some(gone) = chosen_gone {
        change = change.or(text::chosen_is_gone(gone.as_str()));
    }
    account.testing = account.testing.take().filter(|access| credentials.has(access));
    account.listing = Listing::Known(credentials);
    match change {
        NoticeChange::Keep => {}
        NoticeChange::Clear => model.notice = None,
        NoticeChange::Say(notice) => model.notice = Some(notice),
    }
}

/// What the list makes of the work that was waiting for it, and of the message.
fn after_list(work: Work, credentials: &Credentials) -> (Work, NoticeChange) {
    match work {
        Work::Reconciling(before) => {
            let is_new = |c: &&Credential| before.binary_search(c.access()).is_err();
            let new = credentials.own.iter().filter(is_new);
            let found: Vec<AccessKey> = new.take(OFFERED).map(|c| c.access().clone()).collect();
            if found.is_empty() {
                (Work::Idle, NoticeChange::Say(text::nothing_created()))
            } else {
                // The offer says all of it.
                (Work::Offering(found), NoticeChange::Clear)
            }
        }
        Work::Offering(mut found) => {
            found.retain(|access| credentials.has(access));
            let is_over = found.is_empty();
            (if is_over { Work::Idle } else { Work::Offering(found) }, NoticeChange::Keep)
        }
        Work::Verifying(Deletion { now, rest, gone, overdue, .. }) => {
            let looked_up = match credentials.has(&now) {
                true if overdue => text::delete_pending(now.as_str()),
                is_there => text::delete_looked_up(now.as_str(), is_there),
            };
            (Work::Idle, NoticeChange::Say(text::rest_is_kept(looked_up, gone, rest.len())))
        }
        Work::Refreshing => (Work::Idle, NoticeChange::Keep),
        other => (other, NoticeChange::Keep),
    }
}

/// After the first list: to the command that has the key, or to the button that makes one.
fn focus_on_keys(model: &mut Model) -> Effect {
    let chosen = known(model).is_some_and(|credentials| credentials.chosen.is_some());
    Effect::Focus(if chosen { Focus::Command } else { Focus::Create })
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
    let Some(account) = account(model) else { return Vec::new() };
    let loading = matches!(account.listing, Listing::Loading);
    if loading && forbidden {
        // A delegated token: it is of no use here at all.
        return end(model, true, Some(notice), Obtained::Revoke);
    }
    if loading {
        account.listing = Listing::Failed;
    }
    let (work, notice) = match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Reconciling(before) => (Work::Unknown(before), text::create_unknown(notice)),
        Work::Verifying(Deletion { gone, rest, .. }) => {
            let notice = text::delete_unknown(notice);
            (Work::Idle, text::rest_is_kept(notice, gone, rest.len()))
        }
        Work::Refreshing => (Work::Idle, notice),
        other => (other, notice),
    };
    account.work = work;
    model.notice = Some(notice);
    vec![Effect::Focus(Focus::Notice)]
}

impl NoticeChange {
    /// The same, or this message where nothing else has become of the one that is there.
    fn or(self, notice: Notice) -> Self {
        match self {
            Self::Keep => Self::Say(notice),
            other => other,
        }
    }
}
