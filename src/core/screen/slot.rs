//! What a slot in the author's own code shows.

use crate::core::admit::AccessKey;
use crate::core::model::{Account, Model};
use crate::core::secret::Secret;
use crate::core::slot::{Found, Source, Value};
use crate::core::snippet::Key;

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
    let filling = model.filling(model.region);
    let known = if found.destructive {
        let keys = model.account().map_or_else(Vec::new, Account::usable_keys);
        let picked = picked.filter(|picked| keys.contains(picked));
        return picked.map_or(SlotShown::Placeholder(None), |picked| {
            written(found, Value::Text(picked.as_str()))
        });
    } else {
        match model.config.slots.list().get(found.slot).map(|slot| slot.source) {
            Some(Source::AccessKey) => filling.key.map(|key| Value::Text(key.access.as_str())),
            Some(Source::SecretKey) => return secret(found, filling.key),
            Some(Source::Region) => filling.region.map(|region| Value::Region(&region.name)),
            Some(Source::Endpoint) => filling.endpoint().map(Value::Endpoint),
            Some(Source::Host) => filling.endpoint().map(Value::Host),
            Some(Source::ProjectId) => project(model).map(Value::Text),
            Some(Source::UserId) => model.account().map(|a| Value::Text(a.identity.user.as_str())),
            Some(Source::Variable(kind)) => {
                model.values.of(found.slot).map(|text| kind.value(text))
            }
            None => None,
        }
    };
    known.map_or(SlotShown::Placeholder(None), |value| written(found, value))
}

fn written(found: &Found, value: Value<'_>) -> SlotShown {
    match found.place.write(value) {
        Ok(text) => SlotShown::Value(text),
        Err(why) => SlotShown::Placeholder(Some(why.text())),
    }
}

fn secret(found: &Found, key: Option<Key<'_>>) -> SlotShown {
    let Some(key) = key else { return SlotShown::Placeholder(None) };
    match found.place.write(Value::Text(key.secret.as_secret().expose())) {
        Ok(text) => SlotShown::Secret(Secret::new(text)),
        Err(why) => SlotShown::Placeholder(Some(why.text())),
    }
}

fn project(model: &Model) -> Option<&str> {
    model.account().map(|account| account.project.id.as_str())
}
