//! An author's own tab, as a configuration has it.

use super::file::{ClientBlock, ClientFile, ClientStep, ClientText, Section};

/// A tab that the author of the site wrote, for a client that Keyfill does not know, or in the
/// place of one that it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its name in the configuration; that of a client that Keyfill knows where it takes the
    /// place of that one.
    pub id: String,
    /// What stands on it.
    pub label: String,
    /// At least one step.
    pub steps: Vec<TabStep>,
}

/// One step of such a tab: a sentence, and a block with slots as an author's page has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabStep {
    /// What the step does.
    pub lead: String,
    /// What the copy button is for, after "Copy", if the author says so.
    pub copy_name: Option<String>,
    /// The language of the block, as authors write it behind a fence; may be empty.
    pub language: String,
    /// The text of the block.
    pub text: String,
    /// Whether its slots stay as they are.
    pub off: bool,
}

impl From<&Tab> for ClientFile {
    /// All steps of a tab set the client up, in every shell and form, as their author wrote them.
    fn from(tab: &Tab) -> Self {
        let step = |step: &TabStep| ClientStep {
            section: Section::SetUp,
            lead: step.lead.clone(),
            blocks: vec![ClientBlock {
                language: step.language.clone(),
                shells: Vec::new(),
                form: None,
                copy_name: step.copy_name.clone(),
                file: None,
                text: ClientText::Whole(step.text.clone()),
                is_off: step.off,
            }],
        };
        Self {
            id: tab.id.clone(),
            purpose: None,
            note: None,
            steps: tab.steps.iter().map(step).collect(),
            shells: Vec::new(),
            is_guarded: false,
        }
    }
}
