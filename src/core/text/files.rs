//! Messages about files that fill the form.

use super::{Notice, Tone};
use crate::core::login_file::FileFault;

/// A file cannot be used.
#[must_use]
pub fn file_refused(name: &str, fault: FileFault) -> Notice {
    Notice::new(
        Tone::Error,
        ["The file ", name, " cannot be used: ", &reason(fault), "."].concat(),
        match fault {
            FileFault::OtherShell(_) => {
                "Nothing of it was kept or sent. Download the clouds.yaml or the openrc file for \
                 bash from the same place, and choose that."
            }
            FileFault::NamesCloud => {
                "Nothing of it was kept or sent. Choose the clouds.yaml that has this cloud."
            }
            FileFault::SecretsOnly => {
                "Nothing of it was kept or sent. Choose the clouds.yaml that it belongs to, and \
                 type the secret by hand."
            }
            FileFault::Trust | FileFault::SingleSignOn => {
                "Nothing of it was kept or sent. Load the file in a terminal instead, get a token \
                 there, and paste it here."
            }
            _ => {
                "Nothing of it was kept or sent. Choose a clouds.yaml, an openrc file, or the JSON \
                 of an application credential; or fill in the form by hand."
            }
        },
    )
}

/// Why it cannot, after "it ... because".
fn reason(fault: FileFault) -> String {
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
        FileFault::Twice(key) => ["it has two values of ", key, ""],
        FileFault::NotRead(key) => {
            ["its value of ", key, " is written in a way that is not read here"]
        }
        FileFault::OtherShell(shell) => ["it is a script for ", shell, ", which is not read here"],
        FileFault::NamesCloud => ["it only names a cloud of a clouds.yaml", "", ""],
        FileFault::SecretsOnly => {
            ["it has secrets and not where they go, as a secure.yaml", "", ""]
        }
        FileFault::Trust => ["it signs in through a trust, which this page cannot do", "", ""],
        FileFault::SingleSignOn => {
            ["it signs in through an identity provider, which this page cannot do", "", ""]
        }
        FileFault::BadValue(key) => ["its value of ", key, " is no valid one"],
    };
    [why, about, more].concat()
}

/// Some clouds of a file cannot be used.
#[must_use]
pub fn left_out(others: &[(String, FileFault)]) -> Notice {
    let one = |(name, fault): &(String, FileFault)| [name, ": ", &reason(*fault), "."].concat();
    Notice::new(
        Tone::Warning,
        "Some clouds of the file cannot be used.",
        others.iter().map(one).collect::<Vec<_>>().join(" "),
    )
}

/// A file does not say which Keystone it is for.
#[must_use]
pub fn no_address(profile: Option<&str>) -> Notice {
    let what = match profile {
        Some(profile) => [
            "The file leaves the address of its Keystone to ",
            profile,
            ", which this page does not know.",
        ]
        .concat(),
        None => "The file does not say which Keystone it is for.".into(),
    };
    Notice::new(
        Tone::Warning,
        what,
        "Nothing was filled in or sent. Choose a Keystone only if the file was made for it: what \
         the file holds is sent there when you sign in.",
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
