//! The files to save with a key.

use crate::core::message::Effect;
use crate::core::model::Model;
use crate::core::snippet::{self, Filling, Section, Step};
use crate::core::update::clipboard::download;

/// Saves the one with this index.
pub(super) fn save(model: &Model, region: usize, index: usize) -> Vec<Effect> {
    let file = files(model, region).into_iter().nth(index);
    file.and_then(download).into_iter().collect()
}

/// The files to save with the key in use, for the region with this index; none without a key.
#[must_use]
pub fn files(model: &Model, region: usize) -> Vec<Step> {
    // Others are given commands: a file stays with the reader, and is of no use without its secret.
    let filling = Filling { is_for_others: false, ..model.filling(region) };
    let Some(file) = model.files_to_save().filter(|_| filling.key.is_some()) else {
        return Vec::new();
    };
    snippet::steps(file, &[Section::File], model.style, filling)
}
