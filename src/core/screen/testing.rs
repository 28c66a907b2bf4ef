//! The part of the screen that is the test of a key.

use super::values::{AskedValues, asked_values};
use crate::core::admit::AccessKey;
use crate::core::model::{Account, Model};
use crate::core::snippet::{CopyTarget, Edition, Step};
use crate::core::text::{Answer, answers};
use crate::core::update::test_steps;

/// How to test a key.
#[derive(Debug)]
pub struct Test {
    /// The access key.
    pub access: AccessKey,
    /// Which commands they are.
    pub edition: Edition,
    /// The reader's own values that belong into them.
    pub asked: Vec<AskedValues>,
    /// What to run.
    pub steps: Vec<Step>,
    /// What may come of it.
    pub answers: &'static [Answer],
}

/// The test that is shown, if one is.
pub(super) fn test(model: &Model, account: &Account, edition: Edition) -> Option<Test> {
    let access = account.tested()?.clone();
    let steps = test_steps(model, edition);
    let asked = asked_values(model, CopyTarget::TestStep, edition, &steps);
    Some(Test { access, edition, asked, steps, answers: answers() })
}
