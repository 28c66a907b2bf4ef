//! The reader's own values.

use crate::core::message::{Effect, ValuesMsg};
use crate::core::model::{Model, Values};

/// Takes what the reader does with values.
pub(super) fn take(model: &mut Model, msg: ValuesMsg) -> Vec<Effect> {
    match msg {
        ValuesMsg::Type(slot, text) => set(model, slot, &text),
        ValuesMsg::Open(open) => {
            model.values.open = open;
            Vec::new()
        }
        ValuesMsg::Keep(kept) => keep_them(model, kept),
        ValuesMsg::Clear => clear_list(model),
    }
}

/// A value was typed; an empty one takes the value away.
fn set(model: &mut Model, slot: usize, text: &str) -> Vec<Effect> {
    put(model, slot, text);
    keep(model)
}

/// The page has these variables now.
pub(super) fn found(model: &mut Model, mut wanted: Vec<usize>) {
    wanted.retain(|slot| model.config.slots.kind(*slot).is_some());
    model.values.wanted = wanted;
}

/// The reader wants the values to be kept until the tab is closed, or does not any more.
fn keep_them(model: &mut Model, kept: bool) -> Vec<Effect> {
    if !model.config.remember_values {
        return Vec::new();
    }
    model.values.kept = kept;
    if kept { keep(model) } else { vec![Effect::Keep(Vec::new())] }
}

/// The values that were kept, by the names of their slots. What the configuration does not
/// admit any more is left out.
pub(super) fn recall(model: &mut Model, kept: &[(String, String)]) {
    if !model.config.remember_values {
        return;
    }
    take_over(model, kept);
    model.values.kept = !model.values.given.is_empty();
}

/// The values that the reader gave on another page, by the names of their slots.
pub(super) fn take_over(model: &mut Model, given: &[(String, String)]) {
    for (id, text) in given {
        if let Some(slot) = model.config.slots.by_id(id) {
            put(model, slot, text);
        }
    }
    model.values.refused.clear();
}

/// The reader wants no value any more, and goes on with the list.
fn clear_list(model: &mut Model) -> Vec<Effect> {
    let open = model.values.open;
    let effects = clear(model);
    model.values.open = open;
    effects
}

/// Forgets every value, also those that were kept.
pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    let kept = std::mem::take(&mut model.values.kept);
    forget(model);
    if kept { vec![Effect::Keep(Vec::new())] } else { Vec::new() }
}

/// Forgets every value of this document. What is kept for the tab stays.
pub(super) fn forget(model: &mut Model) {
    let wanted = std::mem::take(&mut model.values.wanted);
    model.values = Values { wanted, ..Values::default() };
}

fn put(model: &mut Model, slot: usize, text: &str) {
    let Some(kind) = model.config.slots.kind(slot) else { return };
    let values = &mut model.values;
    values.given.retain(|(other, _)| *other != slot);
    values.refused.retain(|(other, _, _)| *other != slot);
    if text.is_empty() {
        return;
    }
    match kind.check(text) {
        Ok(()) => values.given.push((slot, text.into())),
        Err(why) => values.refused.push((slot, text.into(), why)),
    }
}

fn keep(model: &Model) -> Vec<Effect> {
    if !model.values.kept {
        return Vec::new();
    }
    let named = |(slot, text): &(usize, String)| {
        Some((model.config.slots.list().get(*slot)?.id.clone(), text.clone()))
    };
    vec![Effect::Keep(model.values.given.iter().filter_map(named).collect())]
}
