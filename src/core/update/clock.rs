//! What the clock says: what is held ends, and is announced before.

use super::entry;
use super::session::end;
use super::tokens::{Obtained, give_up_overdue};
use crate::core::message::Effect;
use crate::core::model::{Entry, Millis, Model};
use crate::core::text;

pub(super) fn tick(model: &mut Model, now: Millis, wall: i64) -> Vec<Effect> {
    model.now = model.now.max(now);
    model.wall = wall;
    if model.now.saturating_sub(model.active) >= model.config.idle_ms {
        if model.account.is_some() || !model.entry.is_empty() {
            let minutes = model.config.idle_ms / 60_000;
            return end(model, true, Some(text::idle(minutes)), Obtained::Revoke);
        }
        // Nothing is held, but a password may stand in the form.
        give_up_overdue(model);
        model.entry = Entry::Closed;
    }
    let mut effects = Vec::new();
    if model.entry.expires().is_some_and(|expires| model.now >= expires) {
        effects.extend(entry::drop_expired(model));
    }
    let Some(account) = &mut model.account else { return effects };
    if model.now >= account.expires {
        effects.extend(end(model, true, Some(text::expired()), Obtained::RevokeOthers));
        return effects;
    }
    // A message that the reader has not closed yet comes first.
    if !account.warned && model.notice.is_none() && account.ends_soon(model.now) {
        account.warned = true;
        model.notice = Some(text::ending_soon());
    }
    effects
}
