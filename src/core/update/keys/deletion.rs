//! The end of credentials: one or several, after one question that lists them.

use super::credentials::{begin, known};
use super::rotation;
use crate::core::admit::AccessKey;
use crate::core::keystone::delete::Deleted;
use crate::core::message::{Call, Effect, Focus};
use crate::core::model::{Deletion, Listing, Model, Rotation, Stage, Work};
use crate::core::text::{self, Notice};
use crate::core::update::awaited::idle;
use crate::core::update::{account, entry};

pub(super) fn mark_several(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    if !matches!((&account.work, &account.listing), (Work::Idle, Listing::Known(_))) {
        return Vec::new();
    }
    account.work = Work::Marking(Vec::new());
    model.notice = None;
    vec![Effect::Focus(Focus::Keep)]
}

pub(super) fn mark(model: &mut Model, access: AccessKey) {
    let is_there = known(model).is_some_and(|credentials| credentials.has(&access));
    let Some(account) = account(model) else { return };
    let Work::Marking(marked) = &mut account.work else { return };
    match marked.iter().position(|other| *other == access) {
        Some(at) => {
            marked.remove(at);
        }
        None if is_there => marked.push(access),
        None => {}
    }
}

pub(super) fn ask_marked(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Marking(marked) if !marked.is_empty() => {
            account.work = Work::Confirming(marked);
            vec![Effect::Focus(Focus::Keep)]
        }
        other => {
            account.work = other;
            Vec::new()
        }
    }
}

pub(super) fn ask(model: &mut Model, access: AccessKey) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    match (&account.work, &account.listing) {
        (Work::Idle | Work::Offering(_) | Work::Confirming(_), Listing::Known(credentials))
            if credentials.has(&access) =>
        {
            account.work = Work::Confirming(vec![access]);
            model.notice = None;
            vec![Effect::Focus(Focus::Keep)]
        }
        _ => Vec::new(),
    }
}

pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    match account(model) {
        Some(account) if matches!(account.work, Work::Confirming(_) | Work::Marking(_)) => {
            account.work = Work::Idle;
            vec![Effect::Focus(Focus::Chosen)]
        }
        _ => Vec::new(),
    }
}

pub(super) fn confirm(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    match std::mem::replace(&mut account.work, Work::Idle) {
        Work::Confirming(all) => {
            // Another project in the middle of it would leave the rest, and say nothing.
            let switching = model.entry.holder().is_some_and(|holder| holder.switching);
            let mut effects = if switching { entry::cancel(model) } else { Vec::new() };
            if let Some((now, rest)) = all.split_first() {
                let (now, rest) = (now.clone(), rest.to_vec());
                let deletion =
                    Deletion { now, rest, gone: 0, chosen_is_gone: false, overdue: false };
                effects.extend(delete(model, deletion));
            }
            effects
        }
        other => {
            account.work = other;
            Vec::new()
        }
    }
}

/// One is gone: on to the next, or to the end, which says what happened.
pub(super) fn gone(model: &mut Model, mut deletion: Deletion, how: Deleted) -> Vec<Effect> {
    let Removed { was_chosen, rotation } = remove(model, &deletion.now);
    idle(model);
    deletion.gone += 1;
    deletion.chosen_is_gone |= was_chosen;
    if !deletion.rest.is_empty() {
        deletion.now = deletion.rest.remove(0);
        return delete(model, deletion);
    }
    model.notice = Some(done(model, &deletion, rotation.as_ref(), how));
    vec![Effect::Focus(Focus::Notice)]
}

/// What was true of a credential that is gone.
pub(super) struct Removed {
    /// Whether it was the one in the snippets.
    pub(super) was_chosen: bool,
    /// The rotation that is over with it.
    rotation: Option<Rotation>,
}

/// Takes a credential that is gone out of the session.
pub(super) fn remove(model: &mut Model, access: &AccessKey) -> Removed {
    let mut was_chosen = false;
    if let Some(credentials) = known(model) {
        credentials.own.retain(|credential| credential.access() != access);
        // Not another one by itself: the commands must not change keys unasked.
        was_chosen = credentials.chosen.take_if(|chosen| chosen == access).is_some();
    }
    Removed { was_chosen, rotation: rotation::removed(model, access) }
}

fn done(model: &Model, all: &Deletion, rotation: Option<&Rotation>, how: Deleted) -> Notice {
    let (last, delay) = (all.now.as_str(), model.config.deletion_delay_s);
    if all.gone > 1 {
        return text::several_deleted(all.gone, all.chosen_is_gone, delay);
    }
    if how == Deleted::Before {
        return text::already_gone(last);
    }
    let has_switched =
        |r: &&Rotation| matches!(r.stage, Stage::Installing(_) | Stage::Installed(_));
    let replaced = rotation.filter(|rotation| rotation.old == all.now && !all.chosen_is_gone);
    match replaced.filter(has_switched).and_then(Rotation::new_key) {
        Some(new) => text::rotated(last, new.as_str()),
        None => text::deleted(last, all.chosen_is_gone, delay),
    }
}

fn delete(model: &mut Model, deletion: Deletion) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    let call = Call::Delete(deletion.now.clone(), account.owner());
    begin(model, Work::Deleting(deletion), call)
}
