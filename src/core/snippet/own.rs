//! The operator's own tabs.

use super::{Filling, Part, Snippet, Step};
use crate::core::config::{Tab, TabStep};

/// The steps of a tab.
pub(super) fn steps(tab: &Tab, filling: Filling<'_>) -> Vec<Step> {
    tab.steps.iter().map(|written| step(written, filling)).collect()
}

fn step(written: &TabStep, _filling: Filling<'_>) -> Step {
    let parts = vec![Part::Plain(written.text.clone().into())];
    Step {
        lead: written.lead.clone().into(),
        copy_name: written.copy_name.clone().into(),
        snippet: Snippet { language: written.language.clone().into(), parts },
    }
}
