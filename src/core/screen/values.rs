//! The list of the page's variables.

use crate::core::model::{Entry, Model};
use crate::core::words::{Say, Text};

/// The variables of the page, for the reader to fill in.
#[derive(Debug, PartialEq, Eq)]
pub struct ValueList {
    /// Each variable; none while the list is closed.
    pub rows: Vec<ValueRow>,
    /// How many there are.
    pub count: usize,
    /// Whether the list is open.
    pub open: bool,
    /// Whether there is anything to clear.
    pub any: bool,
    /// Whether the reader wants them to be kept; `None` where the author does not allow it.
    pub kept: Option<bool>,
}

/// One variable.
#[derive(Debug, PartialEq, Eq)]
pub struct ValueRow {
    /// The index of its slot.
    pub slot: usize,
    /// What it is called.
    pub label: Say,
    /// What was typed.
    pub value: String,
    /// Why that is refused.
    pub wrong: Option<Text>,
}

/// The list, once the reader has begun to fill the page: at rest it would only be in the way.
pub(super) fn values(model: &Model) -> Option<ValueList> {
    let values = &model.values;
    let has_begun =
        model.account.is_some() || !matches!(model.entry, Entry::Closed) || !values.is_at_rest();
    if values.wanted.is_empty() || !has_begun {
        return None;
    }
    let row = |slot: &usize| {
        let (value, wrong) = values.typed(*slot);
        let label = model.config.slots.list().get(*slot)?.label.clone();
        Some(ValueRow { slot: *slot, label, value: value.into(), wrong })
    };
    let shown = values.wanted.iter().filter(|_| values.open);
    Some(ValueList {
        rows: shown.filter_map(row).collect(),
        count: values.wanted.len(),
        open: values.open,
        any: !values.given.is_empty() || !values.refused.is_empty(),
        kept: model.config.remember_values.then_some(values.kept),
    })
}
