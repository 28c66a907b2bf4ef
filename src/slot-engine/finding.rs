//! What is found in a page.

use serde::Serialize;

/// One placeholder.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Finding {
    /// As it stands in the page: `<region>`.
    pub(crate) written: String,
    /// The id of its slot; none where its name is not known.
    pub(crate) slot: Option<String>,
    /// What happens to it.
    pub(crate) state: State,
    /// Whether a session brings a value there, by itself or when the reader asks for it.
    pub(crate) fillable: bool,
    /// What it is filled with, where it is.
    pub(crate) value: Option<String>,
    /// What shows that, or why it is not.
    pub(crate) why: Option<String>,
}

impl Finding {
    /// What is no slot, as it is `written`.
    pub(crate) fn unknown(written: String) -> Self {
        let (slot, value, why) = (None, None, None);
        Self { written, slot, state: State::Unknown, fillable: false, value, why }
    }
}

impl State {
    /// See [`Finding::fillable`].
    pub(crate) fn is_fillable(self) -> bool {
        matches!(self, Self::Filled | Self::OnRequest | Self::Chosen)
    }
}

/// What happens to a placeholder once somebody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// It is filled in.
    Filled,
    /// It is filled in where the reader says so.
    #[serde(rename = "on request")]
    OnRequest,
    /// The reader chooses a key there: the command deletes it.
    Chosen,
    /// Its value does not belong there.
    #[serde(rename = "not filled")]
    NotFilled,
    /// The same of a key or its secret, where nothing shows whose it is.
    #[serde(rename = "without evidence")]
    Unproven,
    /// Its value may belong there, and cannot be written.
    #[serde(rename = "cannot be written")]
    Unwritable,
    /// Its author opted out.
    #[serde(rename = "left alone")]
    LeftAlone,
    /// Nothing has this name.
    Unknown,
}
