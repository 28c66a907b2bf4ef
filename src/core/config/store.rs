//! How the object store of a site is asked.

use super::values::wrong;
use crate::core::config_error::ConfigError;
use crate::core::json::Json;

/// The ways of an object store, which every client is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoreWays {
    /// Where a bucket stands in an address.
    pub addressing: Addressing,
    /// When clients send checksums of their own accord.
    pub checksums: Checksums,
}

/// Where a bucket stands in an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addressing {
    /// In the path: `https://store.example/bucket/`.
    #[default]
    Path,
    /// In the host: `https://bucket.store.example/`.
    Virtual,
}

/// When clients send checksums of their own accord.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Checksums {
    /// Where the request must have one: stores that are older than these checksums refuse others.
    #[default]
    WhenRequired,
    /// Wherever the request may have one.
    WhenSupported,
}

impl Addressing {
    /// Each with its name in the configuration.
    pub const ALL: [(&str, Self); 2] = [("path", Self::Path), ("virtual", Self::Virtual)];
}

impl Checksums {
    /// Each with its name in the configuration.
    pub const ALL: [(&str, Self); 2] =
        [("when_required", Self::WhenRequired), ("when_supported", Self::WhenSupported)];
}

impl StoreWays {
    /// Reads the option `store`: `{"addressing"?, "checksums"?}`.
    pub(super) fn checked(raw: &Json) -> Result<Self, ConfigError> {
        let Some(store) = raw.get("store") else { return Ok(Self::default()) };
        let wrong = |expected| wrong("store", store, expected);
        let Json::Object(_) = store else { return Err(wrong("addressing and checksums")) };
        Ok(Self {
            addressing: one_of(store, "addressing", &Addressing::ALL)
                .ok_or_else(|| wrong("addressing: path or virtual"))?,
            checksums: one_of(store, "checksums", &Checksums::ALL)
                .ok_or_else(|| wrong("checksums: when_required or when_supported"))?,
        })
    }
}

/// What `option` names; the first one where it is not there.
fn one_of<T: Copy>(raw: &Json, option: &str, all: &[(&str, T)]) -> Option<T> {
    let Some(written) = raw.get(option) else { return all.first().map(|(_, item)| *item) };
    let Json::Text(name) = written else { return None };
    all.iter().find(|(other, _)| other == name).map(|(_, item)| *item)
}
