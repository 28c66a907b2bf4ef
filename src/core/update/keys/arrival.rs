//! A session that goes to the next page of the site, and one that has come from another page.

use crate::core::config::Region;
use crate::core::handover::{Handover, read, written};
use crate::core::message::Effect;
use crate::core::model::{Arrival, Holder, Model};
use crate::core::secret::Secret;
use crate::core::update::session::enter;
use crate::core::update::values;

/// The page is left for another one of the site.
pub(super) fn hand_over(model: &Model) -> Vec<Effect> {
    let Some(account) = model.account().filter(|account| account.follows) else {
        return Vec::new();
    };
    let left = |left: u64| i64::try_from(left).unwrap_or(0);
    let expires = model.wall + left(account.expires.saturating_sub(model.now));
    let plain = written(model);
    plain.map(|plain| Effect::HandOver(plain, expires, model.config.idle_ms)).into_iter().collect()
}

/// A session has come. What does not read, belongs to another cloud, or comes when the reader is
/// signed in or about to be, is dropped, and nothing of it is shown.
pub(super) fn arrive(model: &mut Model, plain: &Secret) -> Vec<Effect> {
    let mut effects = taken(model, plain);
    effects.push(Effect::Taken);
    effects
}

fn taken(model: &mut Model, plain: &Secret) -> Vec<Effect> {
    if model.account.is_some() || !model.entry.is_empty() || !model.config.session.is_of_site() {
        return Vec::new();
    }
    let Some(came) = read(plain, model.wall) else { return Vec::new() };
    let regions = &model.config.regions;
    let is_same = |region: &&Region| region.keystone == came.keystone;
    let named = regions.iter().position(|r| is_same(&r) && r.name == came.region);
    let Some(region) = named.or_else(|| regions.iter().position(|r| is_same(&r))) else {
        return Vec::new();
    };
    model.region = region;
    // Going there was the reader's act.
    model.active = model.now;
    take_in(model, came)
}

fn take_in(model: &mut Model, came: Handover) -> Vec<Effect> {
    let expires = model.now + came.left;
    let holder = Holder { root: came.root, identity: came.identity, expires, switching: false };
    let mut effects = enter(model, holder, came.scoped);
    let now = model.now;
    if let Some(account) = &mut model.account {
        account.spent = came.spent.into_iter().map(|(token, left)| (token, now + left)).collect();
        // The worker that had it is there.
        account.follows = true;
        account.arrived = Some(Arrival { chosen: came.chosen });
    }
    let client = came.client.and_then(|id| model.config.client(&id));
    model.client = client.unwrap_or(model.client);
    model.style.shell = came.shell;
    model.hidden = came.hidden;
    values::take_over(model, &came.values);
    // Nobody has asked for the focus: the reader reads.
    effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
    effects
}
