//! Messages about files that fill the form.

use super::{Notice, Tone};
use crate::core::login_file::FileFault;

/// A file cannot be used.
#[must_use]
pub fn file_refused(name: &str, fault: FileFault) -> Notice {
    let line;
    let [why, about, more] = match fault {
        FileFault::TooLarge => ["it is larger than 64 kB", "", ""],
        FileFault::NotText => ["it is not text", "", ""],
        FileFault::Empty => ["it is empty", "", ""],
        FileFault::Unknown => ["it is none of the three kinds", "", ""],
        FileFault::NoClouds => ["it has no cloud", "", ""],
        FileFault::Unsupported { line: number, what } => {
            line = number.to_string();
            [what, " is not read here, line ", &line]
        }
        FileFault::Missing(key) => ["it lacks ", key, ""],
        FileFault::BadValue(key) => ["its value of ", key, " is no valid one"],
    };
    Notice::new(
        Tone::Error,
        ["The file ", name, " cannot be used: ", why, about, more, "."].concat(),
        "Nothing of it was kept or sent. Choose a clouds.yaml, an openrc file, or the JSON of an \
         application credential; or fill in the form by hand.",
    )
}

/// A file is for another cloud.
#[must_use]
pub fn other_cloud(what: &str, configured: &str) -> Notice {
    Notice::new(
        Tone::Error,
        ["The file is for ", what, ", which does not fit this page."].concat(),
        ["Nothing of it was kept or sent. Its region and its auth URL must be those of one of these: ", configured].concat(),
    )
}

/// A file is for a region with another Keystone than the session's.
#[must_use]
pub fn other_region(region: &str) -> Notice {
    Notice::new(
        Tone::Error,
        ["The file is for ", region, ", which has a Keystone of its own."].concat(),
        "Nothing of it was kept or sent. Choose that region first, or use a file for this one.",
    )
}

/// A file signs in by a method that the page does not offer.
#[must_use]
pub fn method_not_offered(method: &str) -> Notice {
    Notice::new(
        Tone::Error,
        ["The file signs in by ", method, ", which this page does not offer."].concat(),
        "Nothing of it was kept or sent. Load the file in a terminal instead, get a token there, \
         and paste it here.",
    )
}

/// The form was filled.
#[must_use]
pub fn form_filled(region: &str, project: Option<&str>) -> Notice {
    let project = project.map_or_else(String::new, |project| [", project ", project].concat());
    Notice::new(
        Tone::Info,
        ["The form is filled in from the file: region ", region, &project, "."].concat(),
        "Nothing was sent yet. Fill in what is missing, then sign in.",
    )
}
