//! What a reader may see when a key is tested.

/// An answer of the object store, or of the way to it.
#[derive(Debug)]
pub struct Answer {
    /// What stands in the output.
    pub sees: &'static str,
    /// What it means, and what to do.
    pub means: &'static str,
}

/// Every answer.
#[must_use]
pub fn answers() -> &'static [Answer] {
    &[]
}
