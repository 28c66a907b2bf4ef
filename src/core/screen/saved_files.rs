//! The files to save: a part of the app, since nobody has them without a key.

use crate::core::app_part::{AppPart, Whereabouts};
use crate::core::model::{ClientFileState, Model};
use crate::core::snippet::{FileToSave, Part, Step};
use crate::core::update;
use crate::core::words::Say;
use crate::core::words::catalog::commands as texts;
use crate::parts::part_call;

/// The files to save, which are fetched when the reader looks for them.
#[derive(Debug, PartialEq, Eq)]
pub enum SavedFiles {
    /// The author leaves all of them out.
    None,
    /// Nobody has asked yet for what has this name.
    Unasked(String),
    /// They are on their way.
    Coming,
    /// What has this name could not be loaded.
    Lost(String),
    /// The part of the app that reads them could not.
    Unread,
    /// They are here.
    There(Vec<SavedFile>),
}

/// One of them.
#[derive(Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// The file.
    pub file: FileToSave,
    /// What it holds, where it belongs, and what to do with it.
    pub note: Say,
    /// Why it cannot be saved, where it is not whole.
    pub gap: Option<Say>,
}

part_call! {
    "__wasm_split_00keys00_import_00000000000000000000000000000008_show_files",
    "__wasm_split_00keys00_export_00000000000000000000000000000008_show_files",
    fn there(model: &Model, region: usize, files: &mut SavedFiles) =>
        *files = saved_here(model, region)
}

/// The files to save for the region with this index. There is a key, so what shows keys is there.
pub(super) fn saved_files(model: &Model, region: usize) -> SavedFiles {
    let mut files = SavedFiles::None;
    there(model, region, &mut files);
    files
}

fn saved_here(model: &Model, region: usize) -> SavedFiles {
    let Some(name) = model.config.files.clone() else { return SavedFiles::None };
    let is_part_lost = matches!(model.parts.of(AppPart::Page), Whereabouts::Lost(_));
    match model.client_files.of(&name) {
        None => SavedFiles::Unasked(name),
        Some(ClientFileState::Lost(_)) => SavedFiles::Lost(name),
        Some(ClientFileState::There(_)) if model.files_to_save().is_some() => {
            let files = update::files(model, region).into_iter().filter_map(saved);
            SavedFiles::There(files.collect())
        }
        Some(ClientFileState::There(_)) if is_part_lost => SavedFiles::Unread,
        Some(ClientFileState::Coming | ClientFileState::There(_)) => SavedFiles::Coming,
    }
}

fn saved(step: Step) -> Option<SavedFile> {
    let gap = step.snippet.parts.iter().find_map(gap);
    Some(SavedFile { file: step.file?, note: step.lead, gap })
}

/// What a file lacks here.
fn gap(part: &Part) -> Option<Say> {
    match part {
        Part::Placeholder(name) => Some(texts::FILE_NEEDS.code("placeholder", name)),
        Part::Refused(name) => Some(texts::FILE_CANNOT_HOLD.code("placeholder", name)),
        _ => None,
    }
}
