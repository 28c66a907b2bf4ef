//! What a slot in the author's own code shows.
//!
//! The key in use gets into no statement that deletes, unless the reader chooses it there:
//! `tests/app/slots.rs`, `tests/docs/test_example.py`. And a value is filled in by itself only
//! where it belongs, by the evidence of `core/slot/evidence`: `tests/app/certainty`,
//! `tests/app/offered.rs`.

use crate::core::admit::AccessKey;
use crate::core::model::{Account, Model};
use crate::core::secret::Secret;
use crate::core::slot::{Found, Source, Value};
use crate::core::snippet::Part;
use crate::core::text::page;
use crate::core::words::{Say, Text};

/// What stands in a slot of the page.
#[derive(Debug)]
pub enum SlotShown {
    /// The author's placeholder, and why.
    Placeholder(Stays),
    /// A value, as it is written there.
    Value(String),
    /// The secret key, as it is written there.
    Secret(Secret),
}

/// Why a placeholder stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stays {
    /// No value is known.
    Unknown,
    /// A value is known and cannot stand there: why, in the reader's words.
    Refused(Text),
    /// A value is known, and is filled in when the reader presses the slot: why only then.
    Offered(Say),
}

/// What the reader has chosen for one place of the page alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KeyChoice {
    /// Nothing.
    #[default]
    None,
    /// To fill in what is on request there.
    Fill,
    /// This key, where a command deletes one.
    Key(AccessKey),
}

/// What this slot of the page shows. Where a command deletes a key, the one in use is never filled
/// in by itself, and where it is not sure that a value belongs there, no value is.
#[must_use]
pub fn slot_shown(model: &Model, found: &Found, choice: &KeyChoice) -> SlotShown {
    if found.certainty.is_not() {
        return SlotShown::Placeholder(Stays::Unknown);
    }
    let shown = known(model, found, choice);
    let doubt = found.certainty.doubt(model.region);
    match (doubt, shown) {
        (Some(doubt), SlotShown::Value(_) | SlotShown::Secret(_)) if *choice == KeyChoice::None => {
            let region = |at: usize| model.config.regions.get(at).map_or("", |r| r.name.as_str());
            SlotShown::Placeholder(Stays::Offered(page::offered(doubt, region)))
        }
        (_, shown) => shown,
    }
}

/// The value that is known for the slot.
fn known(model: &Model, found: &Found, choice: &KeyChoice) -> SlotShown {
    let account = model.shown_account();
    let value = match model.config.slots.list().get(found.slot).map(|slot| slot.source) {
        Some(Source::AccessKey) if found.destructive => {
            let mut keys = account.into_iter().flat_map(Account::usable_keys);
            let picked = if let KeyChoice::Key(key) = choice { Some(key) } else { None };
            picked.filter(|picked| keys.any(|key| key == *picked)).map(AccessKey::as_str)
        }
        // They are known before there is a key.
        Some(Source::ProjectId) => account.map(|account| account.project.id.as_str()),
        Some(Source::UserId) => account.map(|account| account.identity.user.as_str()),
        _ => {
            return match model.filling(model.region).part(found) {
                Ok(Some(Part::Secret(secret))) => SlotShown::Secret(secret),
                Ok(Some(Part::Value(value))) => SlotShown::Value(value),
                Ok(_) => SlotShown::Placeholder(Stays::Unknown),
                Err(why) => SlotShown::Placeholder(Stays::Refused(why.text())),
            };
        }
    };
    match value.map(|value| found.place.write(Value::Key(value))) {
        Some(Ok(value)) => SlotShown::Value(value),
        Some(Err(why)) => SlotShown::Placeholder(Stays::Refused(why.text())),
        None => SlotShown::Placeholder(Stays::Unknown),
    }
}
