//! Answers that come after their deadline: the credential is gone all the same, and the reader is
//! told. One that was made always surfaces, see `surface` in `replies.rs`.

use super::deletion;
use crate::core::admit::AccessKey;
use crate::core::message::{Call, Effect, Owner};
use crate::core::model::{Deletion, Listing, Model, Work};
use crate::core::text;
use crate::core::update::{account, send};

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
