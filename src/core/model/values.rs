//! The reader's own values: what goes into the variables of the page's commands.

use crate::core::snippet::CopyTarget;
use crate::core::words::Text;

/// The values that the reader gave, and what the page asks for.
///
/// A slot is named by its index in the configuration.
#[derive(Debug, Default)]
pub struct Values {
    /// Values that their kind admits, each slot once.
    pub given: Vec<(usize, String)>,
    /// Values that it does not, as typed, and why; they fill nothing.
    pub refused: Vec<(usize, String, Text)>,
    /// The variables of the page, in the order in which they stand in it.
    pub wanted: Vec<usize>,
    /// Whether the reader has opened the list of them.
    pub open: bool,
    /// The step that was to be copied and lacks some: they are asked for beside it.
    pub asked: Option<CopyTarget>,
    /// Whether the reader wants them to be kept until the tab is closed.
    pub kept: bool,
}

impl Values {
    /// What stands in the field of `slot`, and why it is refused, if it is.
    #[must_use]
    pub fn typed(&self, slot: usize) -> (&str, Option<Text>) {
        let refused = self.refused.iter().find(|(other, _, _)| *other == slot);
        if let Some((_, text, why)) = refused {
            return (text, Some(*why));
        }
        (self.of(slot).unwrap_or_default(), None)
    }

    /// The value of `slot`, once there is one that can be used.
    #[must_use]
    pub fn of(&self, slot: usize) -> Option<&str> {
        self.given.iter().find(|(other, _)| *other == slot).map(|(_, text)| text.as_str())
    }

    /// Whether there is nothing to fill in, and the reader has not asked for the list.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        self.given.is_empty() && self.refused.is_empty() && !self.open
    }
}
