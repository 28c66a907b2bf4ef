//! What the reader does with the credentials of a signed-in session.

use super::send;
use crate::core::admit::AccessKey;
use crate::core::keystone::Credential;
use crate::core::message::{Call, Effect, Focus, Intent};
use crate::core::model::{Account, Before, Credentials, Listing, Model, Session, Work};

pub(super) fn choose(model: &mut Model, access: AccessKey) -> Vec<Effect> {
    if let Some(credentials) = known(model)
        && credentials.own.iter().any(
            |credential| matches!(credential, Credential::Usable { access: a, .. } if *a == access),
        )
    {
        credentials.chosen = Some(access);
        if let Some(account) = account(model)
            && matches!(account.work, Work::Offering(_))
        {
            account.work = Work::Idle;
            model.notice = None;
        }
    }
    Vec::new()
}

pub(super) fn create(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    let (Work::Idle, Listing::Known(credentials)) = (&account.work, &account.listing) else {
        return Vec::new();
    };
    let intent = Intent {
        before: keys(credentials),
        user: account.identity.user.clone(),
        project: account.project.clone(),
    };
    begin(model, Work::Creating, Call::Create(intent))
}

/// The reader does not want to wait. The create may be carried out all the same, so this is a
/// lost reply like any other.
pub(super) fn stop_waiting(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    match (&account.work, &account.listing) {
        (Work::Creating, Listing::Known(credentials)) => {
            let before = keys(credentials);
            begin(model, Work::Reconciling(before), Call::List)
        }
        _ => Vec::new(),
    }
}

pub(super) fn refresh(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    let failed = matches!(account.listing, Listing::Failed);
    let work = match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Idle => Work::Refreshing,
        Work::Unknown(before) => Work::Reconciling(before),
        offer @ Work::Offering(_) if failed => offer,
        busy => {
            account.work = busy;
            return Vec::new();
        }
    };
    if failed {
        account.listing = Listing::Loading;
    }
    begin(model, work, Call::List)
}

pub(super) fn ask_delete(model: &mut Model, access: AccessKey) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    match (&account.work, &account.listing) {
        (Work::Idle | Work::Offering(_) | Work::Confirming(_), Listing::Known(credentials))
            if credentials.own.iter().any(|c| *c.access() == access) =>
        {
            account.work = Work::Confirming(access);
            model.notice = None;
            vec![Effect::Focus(Focus::Keep)]
        }
        _ => Vec::new(),
    }
}

pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    match account(model) {
        Some(account) if matches!(account.work, Work::Confirming(_)) => {
            account.work = Work::Idle;
            vec![Effect::Focus(Focus::Chosen)]
        }
        _ => Vec::new(),
    }
}

pub(super) fn confirm_delete(model: &mut Model) -> Vec<Effect> {
    let Some(Account { work: Work::Confirming(access), .. }) = account(model) else {
        return Vec::new();
    };
    let access = access.clone();
    begin(model, Work::Deleting(access.clone()), Call::Delete(access))
}

pub(super) fn dismiss_offer(model: &mut Model) -> Vec<Effect> {
    if let Some(account) = account(model)
        && matches!(account.work, Work::Offering(_))
    {
        account.work = Work::Idle;
        model.notice = None;
    }
    Vec::new()
}

fn keys(credentials: &Credentials) -> Before {
    credentials.own.iter().map(|credential| credential.access().clone()).collect()
}

pub(super) fn account(model: &mut Model) -> Option<&mut Account> {
    match &mut model.session {
        Session::SignedIn(account) => Some(account),
        Session::SignedOut { .. } | Session::SigningIn(_) => None,
    }
}

pub(super) fn known(model: &mut Model) -> Option<&mut Credentials> {
    match &mut account(model)?.listing {
        Listing::Known(credentials) => Some(credentials),
        Listing::Loading | Listing::Failed => None,
    }
}

pub(super) fn begin(model: &mut Model, work: Work, call: Call) -> Vec<Effect> {
    model.notice = None;
    if let Some(account) = account(model) {
        account.work = work;
    }
    send(model, call).into_iter().collect()
}

pub(super) fn idle(model: &mut Model) {
    if let Some(account) = account(model) {
        account.work = Work::Idle;
    }
}
