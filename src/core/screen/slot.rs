//! What a slot in the author's own code shows.

use crate::core::admit::AccessKey;
use crate::core::model::{Account, Model};
use crate::core::secret::Secret;
use crate::core::slot::{Found, Source, Value};
use crate::core::snippet::Part;

/// What stands in a slot of the page.
#[derive(Debug)]
pub enum SlotShown {
    /// The author's placeholder; why, where a value is known and cannot stand there.
    Placeholder(Option<&'static str>),
    /// A value, as it is written there.
    Value(String),
    /// The secret key, as it is written there.
    Secret(Secret),
}

/// What this slot of the page shows. `picked` is the key that the reader chose for this place
/// alone: where a command deletes a key, the one in use is never filled in by itself.
#[must_use]
pub fn slot_shown(model: &Model, found: &Found, picked: Option<&AccessKey>) -> SlotShown {
    let account = model.account();
    let value = match model.config.slots.list().get(found.slot).map(|slot| slot.source) {
        Some(Source::AccessKey) if found.destructive => {
            let mut keys = account.into_iter().flat_map(Account::usable_keys);
            picked.filter(|picked| keys.any(|key| key == *picked)).map(AccessKey::as_str)
        }
        // They are known before there is a key.
        Some(Source::ProjectId) => account.map(|account| account.project.id.as_str()),
        Some(Source::UserId) => account.map(|account| account.identity.user.as_str()),
        _ => {
            return match model.filling(model.region).part(found) {
                Ok(Some(Part::Secret(secret))) => SlotShown::Secret(secret),
                Ok(Some(Part::Value(value))) => SlotShown::Value(value),
                Ok(_) => SlotShown::Placeholder(None),
                Err(why) => SlotShown::Placeholder(Some(why.text())),
            };
        }
    };
    match value.map(|value| found.place.write(Value::Key(value))) {
        Some(Ok(value)) => SlotShown::Value(value),
        Some(Err(why)) => SlotShown::Placeholder(Some(why.text())),
        None => SlotShown::Placeholder(None),
    }
}
