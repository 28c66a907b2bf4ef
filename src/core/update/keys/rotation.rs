//! A rotation: a new credential, the proof that it works, its place on the reader's machines, and
//! only then the end of the old one. The reader can stop after each stage; nothing is deleted
//! without a question.

use super::credentials;
use crate::core::admit::AccessKey;
use crate::core::message::{Effect, Focus};
use crate::core::model::{Listing, Model, Rotation, Stage, Work};
use crate::core::text;
use crate::core::update::account;

pub(super) fn start(model: &mut Model, old: AccessKey) -> Vec<Effect> {
    let can_start = model
        .account()
        .is_some_and(|account| account.rotation.is_none() && account.key_of(&old).is_some());
    if !can_start {
        return Vec::new();
    }
    let effects = credentials::create(model);
    if let Some(account) = account(model)
        && matches!(account.work, Work::Creating)
        && !effects.is_empty()
    {
        account.rotation = Some(Rotation { old, stage: Stage::Creating });
        account.testing = None;
    }
    effects
}

/// The new credential works: the snippets have it from now on, and the reader installs it.
pub(super) fn switch(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    let Some(Rotation { stage, .. }) = &mut account.rotation else { return Vec::new() };
    let Stage::Proving(new) = stage else { return Vec::new() };
    let new = new.clone();
    *stage = Stage::Installing(new.clone());
    if let Listing::Known(credentials) = &mut account.listing {
        credentials.chosen = Some(new);
    }
    model.copied = None;
    vec![Effect::Focus(Focus::Next)]
}

/// The reader's word that nothing uses the old credential any more; only the reader can know.
pub(super) fn installed(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    let Some(Rotation { stage, .. }) = &mut account.rotation else { return Vec::new() };
    let Stage::Installing(new) = stage else { return Vec::new() };
    *stage = Stage::Installed(new.clone());
    model.copied = None;
    vec![Effect::Focus(Focus::Next)]
}

/// Stops where it is, and says which credentials there are now. After the switch, "stop" means
/// that the old one stays.
pub(super) fn stop(model: &mut Model) -> Vec<Effect> {
    let Some(account) = account(model) else { return Vec::new() };
    if matches!(account.work, Work::Creating) {
        return Vec::new();
    }
    let Some(rotation) = account.rotation.take() else { return Vec::new() };
    let Some(new) = rotation.new_key() else { return Vec::new() };
    model.notice = Some(text::rotation_stopped(rotation.old.as_str(), new.as_str()));
    vec![Effect::Focus(Focus::Notice)]
}

/// The new credential is there, or the create did not succeed: then the rotation is over before
/// anything changed. Whether a rotation waited for it.
pub(super) fn created(model: &mut Model, new: Option<AccessKey>) -> bool {
    let Some(account) = account(model) else { return false };
    let Some(Rotation { stage: stage @ Stage::Creating, .. }) = &mut account.rotation else {
        return false;
    };
    match new {
        Some(new) => *stage = Stage::Proving(new),
        None => account.rotation = None,
    }
    true
}

/// A credential is gone: a rotation that is about it is over, and is given back.
pub(super) fn removed(model: &mut Model, access: &AccessKey) -> Option<Rotation> {
    let account = account(model)?;
    if account.testing.as_ref() == Some(access) {
        account.testing = None;
    }
    let concerns =
        |rotation: &mut Rotation| rotation.old == *access || rotation.new_key() == Some(access);
    account.rotation.take_if(concerns)
}
