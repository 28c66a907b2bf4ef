//! What a slot in the author's own code shows.

use crate::core::admit::AccessKey;
use crate::core::model::Model;
use crate::core::secret::Secret;
use crate::core::slot::Found;

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
