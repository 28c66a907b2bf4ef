//! What the reader does with the credentials of a signed-in session.

use crate::core::admit::AccessKey;
use crate::core::message::{Call, Effect, Focus, Intent};
use crate::core::model::{Before, Credentials, Listing, Model, Work};
use crate::core::update::{account, send};

pub(super) fn choose(model: &mut Model, access: AccessKey) {
    let Some(account) = account(model) else { return };
    if account.key_of(&access).is_none() {
        return;
    }
    if let Listing::Known(credentials) = &mut account.listing {
        credentials.chosen = Some(access);
    }
    (account.made, account.copied) = (None, None);
    if matches!(account.work, Work::Offering(_)) {
        account.work = Work::Idle;
        model.notice = None;
    }
}

/// Opens or closes the list. What is marked in it is forgotten with it.
pub(super) fn manage(model: &mut Model, open: bool) {
    let Some(account) = account(model) else { return };
    account.window.open = open;
    if !open && matches!(account.work, Work::Marking(_)) {
        account.work = Work::Idle;
    }
}

pub(super) fn filter(model: &mut Model, text: String) {
    if let Some(account) = account(model) {
        account.window.filter = text;
        account.window.page = 0;
    }
}

pub(super) fn show_page(model: &mut Model, page: usize) {
    if let Some(account) = account(model) {
        account.window.page = page;
    }
}

pub(super) fn create(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    let (Work::Idle, Listing::Known(credentials)) = (&account.work, &account.listing) else {
        return Vec::new();
    };
    let intent = Intent { before: keys(credentials), owner: account.owner() };
    begin(model, Work::Creating, Call::Create(intent))
}

/// The reader does not want to wait. The create may be carried out all the same, so this is a
/// lost reply like any other.
pub(super) fn stop_waiting(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    match (&account.work, &account.listing) {
        (Work::Creating, Listing::Known(credentials)) => {
            let before = keys(credentials);
            account.rotation = None;
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

/// Shows how to test a credential, or stops showing it.
pub(super) fn test(model: &mut Model, access: Option<AccessKey>) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    account.testing = access.filter(|access| account.key_of(access).is_some());
    model.copied = None;
    let focus = match model.account().and_then(|a| a.testing.as_ref()) {
        Some(_) => Focus::Next,
        None => Focus::Chosen,
    };
    vec![Effect::Focus(focus)]
}

pub(super) fn dismiss_offer(model: &mut Model) {
    if let Some(account) = account(model)
        && matches!(account.work, Work::Offering(_))
    {
        account.work = Work::Idle;
        model.notice = None;
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
    send(model, call)
}

fn keys(credentials: &Credentials) -> Before {
    let mut keys: Before = credentials.own.iter().map(|c| c.access().clone()).collect();
    keys.sort_unstable();
    keys
}
