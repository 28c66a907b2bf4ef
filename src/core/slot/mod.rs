//! Slots: the placeholders in an author's code, `<access-key>`, and how a value is written there.
//!
//! [`Slots`] is the allow-list of names. [`find`] says where slots stand in the text of a block,
//! and as what: its [`Place`] writes a value so that the language of the block reads it back
//! exactly, or says why that cannot be; and its [`Certainty`] says whether the value belongs there.

mod client_fact;
mod code;
mod copied;
mod defaults;
pub mod evidence;
mod find;
mod kind;
mod language;
mod languages;
mod lex;
mod loops;
pub mod name;
mod opt_out;
mod place;
mod place_code;
mod profile;
mod reading;
mod statement;
pub mod strangers;
pub mod surroundings;
mod url;
mod value;
mod why;

pub use client_fact::ClientFact;
pub use code::{Code, Prose, Setting};
pub use copied::copied_lines;
pub use defaults::{DEFAULTS, DefaultSlot};
pub use evidence::{Certainty, Cloud, Doubt, Evidence, Objection};
pub use find::{Found, find};
pub use kind::Kind;
pub use language::{Description, Language, Layout, Trait};
pub use languages::LANGUAGES;
pub use opt_out::OptOut;
pub use place::Place;
pub use surroundings::NodeKind;
pub use value::Value;
pub use why::Why;

use crate::core::admit::shown;
use crate::core::config_error::ConfigError;
use crate::core::json::Json;
use crate::core::rules::LONGEST_SLOT_ID;
use crate::core::words::Say;

/// Every slot that a page knows, in the author's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots(Vec<Slot>);

/// A slot: one value, under all the names that authors have for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Where its value comes from.
    pub source: Source,
    /// Its name in the configuration and in the page's attributes.
    pub id: String,
    /// Its name for the reader.
    pub label: Say,
    /// Its names in code, in normal form.
    names: Vec<String>,
}

/// Where the value of a slot comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The access key in use.
    AccessKey,
    /// Its secret key.
    SecretKey,
    /// The chosen region.
    Region,
    /// The region's S3 endpoint, a URL.
    Endpoint,
    /// Host and port of the endpoint.
    Host,
    /// The project of the key.
    ProjectId,
    /// The user of the key.
    UserId,
    /// What only the commands of clients tell.
    Client(ClientFact),
    /// The reader, who types it.
    Variable(Kind),
}

impl Slots {
    /// The slots of [`DEFAULTS`].
    #[must_use]
    pub fn defaults() -> Self {
        let slot = |default: &DefaultSlot| Slot {
            source: default.source,
            id: default.id.into(),
            label: default.label.into(),
            names: default.names.iter().map(|text| name::normal(text)).collect(),
        };
        Self(DEFAULTS.iter().map(slot).collect())
    }

    /// Reads the option `slots`: `[{"id", "names": [..], "kind"?, "label"?}]`, the whole list.
    ///
    /// A slot with the id of a value of the session is that value. Any other is a variable,
    /// whose kind and label default to those of [`DEFAULTS`], or to a name and to the id.
    ///
    /// # Errors
    /// [`ConfigError`] shows the first part that cannot be.
    pub fn from_json(list: &Json) -> Result<Self, ConfigError> {
        let Json::List(items) = list else {
            return Err(error("a value of another kind", "a list of slots"));
        };
        let mut slots = Self(Vec::with_capacity(items.len()));
        for item in items {
            let slot = slots.checked(item)?;
            slots.0.push(slot);
        }
        Ok(slots)
    }

    /// Every slot, in order: [`Found::slot`] counts here.
    #[must_use]
    pub fn list(&self) -> &[Slot] {
        &self.0
    }

    /// The kind of the variable with this index, if it is one.
    #[must_use]
    pub fn kind(&self, slot: usize) -> Option<Kind> {
        match self.0.get(slot)?.source {
            Source::Variable(kind) => Some(kind),
            _ => None,
        }
    }

    /// The slot that has this name, with or without its angle brackets, in any form.
    #[must_use]
    pub fn by_name(&self, text: &str) -> Option<usize> {
        self.by_normal(&name::normal(name::bare(text)))
    }

    /// The slot with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.0.iter().position(|slot| slot.id == id)
    }

    /// The slot that has the name with this normal form.
    fn by_normal(&self, normal: &str) -> Option<usize> {
        self.0.iter().position(|slot| slot.names.iter().any(|name| name == normal))
    }

    /// The slot that `item` describes, which must not take a name of those before it.
    fn checked(&self, item: &Json) -> Result<Slot, ConfigError> {
        let id = item.text("id").unwrap_or_default();
        let is_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty() || id.len() > LONGEST_SLOT_ID || !id.bytes().all(is_id) {
            return Err(error(id, "an id of lower-case letters, digits and -"));
        }
        if self.by_id(id).is_some() {
            return Err(error(id, "each slot once"));
        }
        let default = DEFAULTS.iter().find(|default| default.id == id);
        let known = default.map(|default| default.source);
        let source = match (known, item.text("kind")) {
            (known, None) if item.get("kind").is_none() => {
                known.unwrap_or(Source::Variable(Kind::Name))
            }
            (None | Some(Source::Variable(_)), kind) => {
                let kind = kind.unwrap_or_default();
                Source::Variable(Kind::from_id(kind).ok_or_else(|| error(kind, Kind::EXPECTED))?)
            }
            _ => return Err(error(id, "a kind for the reader's own values only")),
        };
        let label = name::label(id, item.get("label"), default.map(|default| default.label))
            .ok_or_else(|| error(id, "a label of 1 to 64 characters"))?;
        Ok(Slot { source, id: id.into(), label, names: self.names(id, item)? })
    }

    fn names(&self, id: &str, item: &Json) -> Result<Vec<String>, ConfigError> {
        let mut names = Vec::new();
        for text in item.list("names").unwrap_or_default() {
            let text = if let Json::Text(text) = text { text } else { "" };
            let bare = name::bare(text);
            if !name::can_match(bare) {
                return Err(error(text, "a name of letters, digits, space, -, _ and ."));
            }
            let normal = name::normal(bare);
            if names.contains(&normal) || self.by_normal(&normal).is_some() {
                return Err(error(text, "each name once, whatever its case, spaces, - and _"));
            }
            names.push(normal);
        }
        if names.is_empty() { Err(error(id, "at least one name")) } else { Ok(names) }
    }
}

fn error(value: &str, expected: &'static str) -> ConfigError {
    ConfigError { option: "slots", value: shown(value), expected }
}
