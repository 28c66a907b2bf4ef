//! What the slots in the author's own commands say of themselves.

use crate::core::slot::{Doubt, Source};

/// On a slot whose command deletes a key.
pub const DELETES: &str = "This command deletes a key, so the key in use is not filled in. Press \
    to choose a key.";
/// On a slot that the reader has filled in where it was offered.
pub const ACCEPTED: &str = "You filled this in here. Press to take it out again.";
/// On a slot whose statement is for the region that the text names.
pub const OTHER_REGION: &str = "This is for {}. Press to fill in yours all the same.";
/// On slots that are filled in on request, why.
pub const OFFERED: [&str; 5] = [
    "Nothing here shows that this is for you and your store. Press to fill it in here.",
    "The address here is not filled in, so it may be that of another store. Press to fill this in \
     here.",
    "This may be the id of somebody or something else. Press to fill in yours.",
    "Another command uses what this one prints. Press to fill it in here.",
    "This sentence may be about the placeholder itself. Press to fill it in here.",
];
/// The first choice there.
pub const CHOOSE: &str = "Choose a key";
/// Behind the key in use, among the choices.
pub const IN_USE: &str = "in use";
/// On our copy button.
pub const COPY: &str = "Copy";
/// On it, when something was copied.
pub const COPIED: &str = "Copied";
/// On it, when the browser did not allow that.
pub const NOT_COPIED: &str = "Not copied";
/// Its name.
pub const COPY_BLOCK: &str = "Copy the commands";
/// What stands there, on a slot with a value of the session.
pub const FILLED: [&str; 7] = [
    "Your access key",
    "Your secret key. It is masked here, and whole in what you copy.",
    "The region that you have chosen",
    "The S3 endpoint of your region",
    "The host of your region's S3 endpoint",
    "The id of your project",
    "The id of your user",
];
/// On a variable, whose label comes before it.
pub const CHANGE: &str = "press to change";

/// What a slot says of itself, unless it is a variable.
#[must_use]
pub fn filled(source: Source) -> Option<&'static str> {
    let index = match source {
        Source::AccessKey => 0,
        Source::SecretKey => 1,
        Source::Region => 2,
        Source::Endpoint => 3,
        Source::Host => 4,
        Source::ProjectId => 5,
        Source::UserId => 6,
        Source::Variable(_) => return None,
    };
    FILLED.get(index).copied()
}

/// Why a slot is filled in on request only. `region` has the names of the regions by their index.
#[must_use]
pub fn offered<'a>(doubt: Doubt, region: impl Fn(usize) -> &'a str) -> String {
    let index = match doubt {
        Doubt::Region(index) => {
            let (before, after) = OTHER_REGION.split_once("{}").unwrap_or_default();
            return [before, region(index), after].concat();
        }
        Doubt::NoEvidence => 0,
        Doubt::Address => 1,
        Doubt::OtherId => 2,
        Doubt::Substitution => 3,
        Doubt::Sentence => 4,
    };
    OFFERED.get(index).copied().unwrap_or_default().into()
}

/// Every text of this file, for those who put others in their place.
#[must_use]
pub fn all() -> Vec<&'static str> {
    let words = [
        DELETES,
        ACCEPTED,
        OTHER_REGION,
        CHOOSE,
        IN_USE,
        COPY,
        COPIED,
        NOT_COPIED,
        COPY_BLOCK,
        CHANGE,
    ];
    words.into_iter().chain(OFFERED).chain(FILLED).collect()
}
