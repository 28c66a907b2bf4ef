//! Classes of what is ours in the page, which more than one of its parts knows.

/// The field in the place of a slot that is changed.
pub(super) const EDIT: &str = "keyfill-edit";
/// What holds our copy button: the block itself may be no place that a button can be positioned
/// in, and a style for it would have to be.
pub(super) const HOLDER: &str = "keyfill-page-tools";
