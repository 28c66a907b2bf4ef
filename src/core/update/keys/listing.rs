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
    credentials.chosen = match &account.listing {
        // A refresh keeps the reader's choice, as long as it is there.
        Listing::Known(old) => old.chosen.clone().filter(|access| credentials.has(access)),
        Listing::Loading | Listing::Failed => credentials.first_usable(),
    };
    let was_chosen = match &account.listing {
        Listing::Known(old) => old.chosen.clone().filter(|_| credentials.chosen.is_none()),
        Listing::Loading | Listing::Failed => None,
    };
    let mut notice = None;
    account.work = match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Reconciling(before) => {
            let is_new = |c: &&Credential| before.binary_search(c.access()).is_err();
            let new = credentials.own.iter().filter(is_new);
            let found: Vec<AccessKey> = new.take(OFFERED).map(|c| c.access().clone()).collect();
            notice = Some(found.is_empty().then(text::nothing_created));
            offer(found)
        }
        Work::Offering(mut found) => {
            found.retain(|access| credentials.has(access));
            offer(found)
        }
        Work::Verifying(Deletion { now, rest, gone, overdue, .. }) => {
            let looked_up = match credentials.has(&now) {
                true if overdue => text::delete_pending(now.as_str()),
                is_there => text::delete_looked_up(now.as_str(), is_there),
            };
            notice = Some(Some(text::rest_is_kept(looked_up, gone, rest.len())));
            Work::Idle
        }
        Work::Refreshing => Work::Idle,
        other => other,
    };
    let missing = |r: &Rotation| {
        let mut keys = std::iter::once(&r.old).chain(r.new_key());
        keys.find(|access| !credentials.has(access)).cloned()
    };
    if let Some(gone) = account.rotation.as_ref().and_then(missing) {
        account.rotation = None;
        let in_commands = was_chosen.as_ref() == Some(&gone);
        notice.get_or_insert(Some(text::rotation_over(gone.as_str(), in_commands)));
    }
    if let Some(gone) = was_chosen {
        notice.get_or_insert(Some(text::chosen_is_gone(gone.as_str())));
    }
    account.testing = account.testing.take().filter(|access| credentials.has(access));
    account.listing = Listing::Known(credentials);
    if let Some(notice) = notice {
        model.notice = notice;
    }
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
    let (mut gone, mut rest) = (0, 0);
    if let Some(account) = account(model) {
        let loading = matches!(account.listing, Listing::Loading);
        if loading && forbidden {
            // A delegated token: it is of no use here at all.
            return end(model, true, Some(notice), Obtained::Revoke);
        }
        if loading {
            account.listing = Listing::Failed;
        }
        account.work = match std::mem::replace(&mut account.work, Work::Idle) {
            Work::Reconciling(before) => {
                say = text::create_unknown;
                Work::Unknown(before)
            }
            Work::Verifying(deletion) => {
                say = text::delete_unknown;
                (gone, rest) = (deletion.gone, deletion.rest.len());
                Work::Idle
            }
            Work::Refreshing => Work::Idle,
            other => other,
        };
    }
    model.notice = Some(text::rest_is_kept(say(notice), gone, rest));
    vec![Effect::Focus(Focus::Notice)]
}
