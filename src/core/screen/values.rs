//! The list of the page's variables.

use crate::core::model::{Entry, Model};
use crate::core::snippet::{CopyTarget, Edition, Step};
use crate::core::words::catalog::page as texts;
use crate::core::words::{Say, Text};
use crate::parts::part_call;

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

/// The values that belong into the commands of a panel.
#[derive(Debug, PartialEq, Eq)]
pub struct AskedValues {
    /// The index of the step that they stand above, the first that has some of them.
    pub above: usize,
    /// Each of them.
    pub rows: Vec<ValueRow>,
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
    /// Whether it is to be filled in next.
    pub is_next: bool,
}

/// The list, once the reader has begun to fill the page: at rest it would only be in the way.
pub(super) fn values(model: &Model) -> Option<ValueList> {
    let values = &model.values;
    let has_begun =
        model.account.is_some() || !matches!(model.entry, Entry::Closed) || !values.is_at_rest();
    if values.wanted.is_empty() || !has_begun {
        return None;
    }
    let shown = values.wanted.iter().filter(|_| values.open);
    Some(ValueList {
        rows: shown.filter_map(|slot| row(model, *slot)).collect(),
        count: values.wanted.len(),
        open: values.open,
        any: !values.given.is_empty() || !values.refused.is_empty(),
        kept: model.config.remember_values.then_some(values.kept),
    })
}

part_call! {
    "__wasm_split_00keys00_import_00000000000000000000000000000009_ask_values",
    "__wasm_split_00keys00_export_00000000000000000000000000000009_ask_values",
    fn there(
        model: &Model,
        target: fn(Edition, usize) -> CopyTarget,
        edition: Edition,
        steps: &[Step],
        all: &mut Vec<AskedValues>
    ) => *all = asked_here(model, target, edition, steps)
}

/// The values that belong into these steps, once for each section: a reader fills in what the
/// commands below them lack. There is a key, so what shows keys is there as well.
pub(super) fn asked_values(
    model: &Model,
    target: fn(Edition, usize) -> CopyTarget,
    edition: Edition,
    steps: &[Step],
) -> Vec<AskedValues> {
    let mut all = Vec::new();
    there(model, target, edition, steps, &mut all);
    all
}

fn asked_here(
    model: &Model,
    target: fn(Edition, usize) -> CopyTarget,
    edition: Edition,
    steps: &[Step],
) -> Vec<AskedValues> {
    let mut all: Vec<AskedValues> = Vec::new();
    for (at, step) in steps.iter().enumerate().filter(|(_, step)| !step.variables.is_empty()) {
        let section = |asked: &AskedValues| steps.get(asked.above).map(|first| first.section);
        if !all.iter().any(|asked| section(asked) == Some(step.section)) {
            all.push(AskedValues { above: at, rows: Vec::new() });
        }
        let is_asked = model.values.asked == Some(target(edition, at));
        if let Some(last) = all.last_mut() {
            step.variables.iter().for_each(|slot| last.add(model, *slot, is_asked));
        }
    }
    all
}

impl AskedValues {
    /// Adds the row of a variable, of a step that was to be copied or of another.
    fn add(&mut self, model: &Model, slot: usize, is_asked: bool) {
        let has_next = self.rows.iter().any(|row| row.is_next);
        if !self.rows.iter().any(|row| row.slot == slot) {
            self.rows.extend(row(model, slot));
        }
        if let Some(row) = self.rows.iter_mut().find(|row| row.slot == slot).filter(|_| is_asked) {
            if row.value.is_empty() {
                row.wrong = Some(texts::VALUE_LACKING);
            }
            row.is_next = row.wrong.is_some() && !has_next;
        }
    }
}

fn row(model: &Model, slot: usize) -> Option<ValueRow> {
    let (value, wrong) = model.values.typed(slot);
    let label = model.config.slots.list().get(slot)?.label.clone();
    Some(ValueRow { slot, label, value: value.into(), wrong, is_next: false })
}
