//! Every text that a reader may see, in English: whole sentences with named arguments.
//!
//! Each is a constant of its own, so that a part of the app that loads later has its texts with
//! it. The app knows nothing of it but its English; its id is its name in lower case with hyphens,
//! which only `static.json` has, as [`all`] lists them. What is written above a text is for those
//! who translate it.

pub mod bar;
pub mod commands;
pub mod file;
pub mod file_lines;
pub mod keys;
pub mod notices;
pub mod page;
pub mod refusals;
pub mod rest;
pub mod rotation;
pub mod sign_in;
pub mod slots;
mod table;

pub use table::CatalogEntry;

/// When a text is wanted: another language comes in a file for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStage {
    /// Before there is an app: a page that is made brings it.
    Rest,
    /// On the way in.
    Form,
    /// Not before somebody is signed in, or has chosen a file.
    More,
}

/// Every text. Only what runs outside of the browser may call this: it takes all of them in.
#[must_use]
pub fn all() -> Vec<CatalogEntry> {
    staged().into_iter().map(|(_, entry)| entry).collect()
}

/// Every text, with when it is wanted.
#[must_use]
pub fn staged() -> Vec<(TextStage, CatalogEntry)> {
    use TextStage::{Form, More, Rest};
    let files = [
        (Form, bar::ALL),
        (Form, commands::ALL),
        (More, file::ALL),
        (More, file_lines::ALL),
        (More, keys::ALL),
        (Form, notices::ALL),
        (More, page::ALL),
        (Form, refusals::ALL),
        (Rest, rest::ALL),
        (More, rotation::ALL),
        (Form, sign_in::ALL),
        (More, slots::ALL),
    ];
    let staged = |(stage, entries): (TextStage, &'static [CatalogEntry])| {
        entries.iter().map(move |entry| (stage, *entry))
    };
    files.into_iter().flat_map(staged).collect()
}

impl TextStage {
    /// Each with its name.
    pub const ALL: [(&str, Self); 3] =
        [("rest", Self::Rest), ("form", Self::Form), ("more", Self::More)];
}
