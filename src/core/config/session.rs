//! How far a session goes.

use super::values::wrong;
use crate::core::config_error::ConfigError;
use crate::core::json::Json;
use crate::core::rules::default;

/// How far a session goes, in its browser tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionReach {
    /// To the other pages of the site.
    Site,
    /// No further than the document in which it began.
    Document,
}

impl SessionReach {
    /// Each with its name in the configuration.
    pub const ALL: [(&str, Self); 2] = [("site", Self::Site), ("document", Self::Document)];

    /// Reads the option `session`.
    pub(super) fn checked(raw: &Json) -> Result<Self, ConfigError> {
        let written = raw.get("session");
        let name = match written {
            None => Some(default::SESSION),
            Some(Json::Text(text)) => Some(text.as_str()),
            Some(_) => None,
        };
        let found = Self::ALL.iter().find(|(other, _)| Some(*other) == name);
        let wrong = || wrong("session", written.unwrap_or(&Json::Null), "site or document");
        found.map(|(_, reach)| *reach).ok_or_else(wrong)
    }

    /// Whether the other pages of the site get it.
    #[must_use]
    pub fn is_of_site(self) -> bool {
        self == Self::Site
    }
}
