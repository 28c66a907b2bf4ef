//! Values of slots.

use super::Source;
use crate::core::admit::RegionName;
use crate::core::endpoint::Endpoint;

/// A value to write in a [`super::Place`], which decides how.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A region: its name, or where a profile stands, this one's.
    Region(&'a RegionName, &'a str),
    /// An S3 endpoint: its URL, or host and port inside of a URL.
    Endpoint(&'a Endpoint),
    /// Host and port of an endpoint.
    Host(&'a Endpoint),
    /// A path or the name of an object, whose `/` stay in the path of a URL.
    Path(&'a str),
    /// Digits, which are a number in languages that have numbers.
    Number(&'a str),
    /// A key or an id of the session, or a fact about its store.
    Key(&'a str),
    /// `true` or `false`, where truth is meant.
    Truth(&'a str),
    /// Any other text of the reader's.
    Text(&'a str),
}

impl Source {
    /// Whether its value does no harm wherever it stands: a key or an id is for its own store.
    #[must_use]
    pub fn is_harmless(self) -> bool {
        match self {
            Self::AccessKey | Self::SecretKey | Self::ProjectId | Self::UserId => false,
            Self::Region | Self::Endpoint | Self::Host | Self::Client(_) | Self::Variable(_) => {
                true
            }
        }
    }
}
