//! Messages about files that fill the form.

use super::{Notice, Tone};
use crate::core::login_file::FileFault;
use crate::core::words::Say;
use crate::core::words::catalog::file as texts;

/// A file cannot be used.
#[must_use]
pub fn file_refused(file: &str, fault: FileFault) -> Notice {
    let what = texts::FILE_REFUSED.name("file", file);
    let next = match fault {
        FileFault::OtherShell(_) => texts::FILE_CHOOSE_BASH,
        FileFault::NamesCloud => texts::FILE_CHOOSE_WHOLE,
        FileFault::SecretsOnly => texts::FILE_CHOOSE_OWNER,
        FileFault::Trust | FileFault::SingleSignOn => texts::FILE_USE_TOKEN,
        _ => texts::FILE_CHOOSE,
    };
    let mut notice = Notice::new(Tone::Error, what, next);
    notice.what.push(reason(fault));
    notice
}

/// Why it cannot.
fn reason(fault: FileFault) -> Say {
    let (text, key) = match fault {
        FileFault::TooLarge => (texts::FILE_TOO_LARGE, ""),
        FileFault::NotText => (texts::FILE_NOT_TEXT, ""),
        FileFault::Empty => (texts::FILE_EMPTY, ""),
        FileFault::Unknown => (texts::FILE_UNKNOWN, ""),
        FileFault::NoClouds => (texts::FILE_NO_CLOUDS, ""),
        FileFault::Unsupported { line, what } => return what.count("line", line),
        FileFault::Missing(key) => (texts::FILE_LACKS, key),
        FileFault::Twice(key) => (texts::FILE_TWICE, key),
        FileFault::NotRead(key) => (texts::FILE_NOT_READ, key),
        FileFault::OtherShell(shell) => {
            return texts::FILE_OTHER_SHELL.name("shell", shell);
        }
        FileFault::NamesCloud => (texts::FILE_NAMES_CLOUD, ""),
        FileFault::SecretsOnly => (texts::FILE_SECRETS_ONLY, ""),
        FileFault::Trust => (texts::FILE_TRUST, ""),
        FileFault::SingleSignOn => (texts::FILE_SINGLE_SIGN_ON, ""),
        FileFault::BadValue(key) => (texts::FILE_BAD_VALUE, key),
    };
    text.code("key", key)
}

/// Some clouds of a file cannot be used.
#[must_use]
pub fn left_out(others: &[(String, FileFault)]) -> Notice {
    let mut notice = Notice::new(Tone::Warning, texts::LEFT_OUT, texts::FILE_CHOOSE);
    notice.next.clear();
    for (cloud, fault) in others {
        notice.next.push(texts::LEFT_OUT_CLOUD.name("cloud", cloud));
        notice.next.push(reason(*fault));
    }
    notice
}

/// A file does not say which Keystone it is for.
#[must_use]
pub fn no_address(profile: Option<&str>) -> Notice {
    let what = match profile {
        Some(profile) => texts::NO_ADDRESS_PROFILE.name("profile", profile),
        None => texts::NO_ADDRESS.into(),
    };
    Notice::new(Tone::Warning, what, texts::NO_ADDRESS_NEXT)
}

/// A file is for another cloud.
#[must_use]
pub fn other_cloud(address: &str, configured: &str) -> Notice {
    let what = texts::OTHER_CLOUD.code("address", address);
    let next = texts::OTHER_CLOUD_NEXT.code("addresses", configured);
    Notice::new(Tone::Error, what, next)
}

/// A file is for a region with another Keystone than the session's.
#[must_use]
pub fn other_region(region: &str) -> Notice {
    let what = texts::OTHER_REGION.name("region", region);
    Notice::new(Tone::Error, what, texts::OTHER_REGION_NEXT)
}

/// A file signs in by a method that the page does not offer.
#[must_use]
pub fn method_not_offered(method: &str) -> Notice {
    let what = texts::METHOD_NOT_OFFERED.code("method", method);
    Notice::new(Tone::Error, what, texts::FILE_USE_TOKEN)
}

/// The form was filled.
#[must_use]
pub fn form_filled(region: &str, project: Option<&str>) -> Notice {
    let what = match project {
        Some(project) => texts::FORM_FILLED_PROJECT.name("project", project),
        None => texts::FORM_FILLED.into(),
    };
    Notice::new(Tone::Info, what.name("region", region), texts::FORM_FILLED_NEXT)
}
