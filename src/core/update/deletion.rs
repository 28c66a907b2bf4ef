//! The end of credentials: one or several, after one question that lists them.

use super::credentials::{begin, idle, known};
use super::{account, entry, rotation};
use crate::core::admit::AccessKey;
use crate::core::message::{Call, Effect, Focus};
use crate::core::model::{Deletion, Listing, Model, Work};
use crate::core::text::Notice;

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
            effects.extend(next(model, all));
            effects
        }
        other => {
            account.work = other;
            Vec::new()
        }
    }
}

/// One is gone: on to the next, or to the end, with `notice` about this one.
pub(super) fn gone(model: &mut Model, deletion: Deletion, notice: Option<Notice>) -> Vec<Effect> {
    let Deletion { now, rest } = deletion;
    if let Some(credentials) = known(model) {
        credentials.own.retain(|credential| *credential.access() != now);
        if credentials.chosen.as_ref() == Some(&now) {
            // Not another one by itself: the commands must not change keys unasked.
            credentials.chosen = None;
        }
    }
    rotation::removed(model, &now);
    idle(model);
    let effects = next(model, rest);
    model.notice = notice;
    if effects.is_empty() { vec![Effect::Focus(Focus::Create)] } else { effects }
}

fn next(model: &mut Model, mut rest: Vec<AccessKey>) -> Vec<Effect> {
    if rest.is_empty() {
        return Vec::new();
    }
    let now = rest.remove(0);
    begin(model, Work::Deleting(Deletion { now: now.clone(), rest }), Call::Delete(now))
}
