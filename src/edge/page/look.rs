//! What a slot of the page looks like.

use crate::core::screen::Stays;

/// What a slot shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The author's placeholder, and why.
    Theirs(Stays),
    /// A value.
    Value(String),
    /// A mask for the secret key.
    Masked,
    /// The secret key.
    Clear,
}

impl Look {
    /// Whether a slot with this look says what every filled one says, and no reason of its own.
    pub(super) fn is_plain(&self) -> bool {
        !matches!(self, Self::Theirs(Stays::Refused(_) | Stays::Offered(_)))
    }
}
