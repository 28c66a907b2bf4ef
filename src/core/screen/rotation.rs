//! The part of the screen that is a rotation: what is done, and what is next.

use super::values::{AskedValues, asked_values};
use crate::core::admit::AccessKey;
use crate::core::model::{Account, Model, Rotation, Stage};
use crate::core::snippet::{CopyTarget, Edition, Step};
use crate::core::update::install_steps;

/// How far a rotation is.
#[derive(Debug)]
pub struct RotationScreen {
    /// The key that shall go.
    pub old: AccessKey,
    /// The new one, once it is there.
    pub new: Option<AccessKey>,
    /// What is next.
    pub next: RotationStep,
}

/// What is next in a rotation.
#[derive(Debug)]
pub enum RotationStep {
    /// Wait for the new key.
    Create,
    /// Prove that the new key works.
    Prove,
    /// Install the new key wherever the old one is in use.
    Install {
        /// Which commands they are.
        edition: Edition,
        /// The reader's own values that belong into them.
        asked: Vec<AskedValues>,
        /// What to run there: the set-up, with the new key.
        steps: Vec<Step>,
    },
    /// Delete the old key.
    Delete,
}

pub(super) fn rotation(
    model: &Model,
    account: &Account,
    edition: Edition,
) -> Option<RotationScreen> {
    let rotation = account.rotation.as_ref()?;
    let Rotation { old, stage } = rotation;
    Some(RotationScreen {
        old: old.clone(),
        new: rotation.new_key().cloned(),
        next: match stage {
            Stage::Creating => RotationStep::Create,
            Stage::Proving(_) => RotationStep::Prove,
            Stage::Installing(_) => {
                let steps = install_steps(model, edition);
                let asked = asked_values(model, CopyTarget::InstallStep, edition, &steps);
                RotationStep::Install { edition, asked, steps }
            }
            Stage::Installed(_) => RotationStep::Delete,
        },
    })
}
