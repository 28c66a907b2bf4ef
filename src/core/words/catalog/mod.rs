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

/// Every text. Only what runs outside of the browser may call this:
/// it takes all of them in.
#[must_use]
pub fn all() -> Vec<CatalogEntry> {
    [
        bar::ALL,
        commands::ALL,
        file::ALL,
        file_lines::ALL,
        keys::ALL,
        notices::ALL,
        page::ALL,
        refusals::ALL,
        rest::ALL,
        rotation::ALL,
        sign_in::ALL,
        slots::ALL,
    ]
    .concat()
}
