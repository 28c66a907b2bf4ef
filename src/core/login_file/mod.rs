//! Files that say how to sign in: `clouds.yaml`, an `openrc` and an application credential's JSON.
//!
//! Pure reading: nothing is evaluated, fetched or kept. YAML is a strict subset, and what lies
//! outside is refused with its line, since a guess would sign somebody in somewhere else.
//! All three kinds become one small tree ([`Json`], whose strings are overwritten when it is
//! dropped), so there is one place that says what each field means.

mod fields;
mod openrc;
mod region;
mod scalar;
mod script;
mod yaml;

use crate::core::json::Json;
use crate::core::secret::Secret;
use crate::core::words::Text;

pub use region::{Mismatch, find_region};

/// The most bytes that are looked at. A real file has some hundreds.
pub const MAX_BYTES: usize = 65_536;

/// The most bytes of one value. A token may have a few thousand.
pub const MAX_VALUE_BYTES: usize = 4_096;

/// What a file says about signing in. Every text is as the file means it, without its quotes;
/// it is not empty, has no hidden character and at most [`MAX_VALUE_BYTES`].
#[derive(Debug)]
pub struct Login {
    /// The cloud's name in `clouds.yaml`, safe to show; else empty.
    pub name: String,
    /// The Keystone, as it is written: [`find_region`] compares it.
    pub auth_url: Option<String>,
    /// The name under which the address is found elsewhere: of a vendor's profile, or of a cloud
    /// in another file. Safe to show.
    pub profile: Option<String>,
    /// Addresses that take the place of the catalog's for the identity service.
    pub overrides: Vec<String>,
    /// The region. None where the file lists several.
    pub region: Option<String>,
    /// The project to sign in to.
    pub project: Option<Named>,
    /// The domain of the project, which matters where the project is told by its name.
    pub project_domain: Option<Named>,
    /// How to sign in.
    pub method: LoginMethod,
}

/// A user, a project or a domain. Where a file has both, the id counts: it needs no domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// By its id.
    Id(String),
    /// By its name.
    Name(String),
}

/// How a file wants to sign in.
#[derive(Debug)]
pub enum LoginMethod {
    /// With a password, which most files leave out.
    Password {
        /// The user.
        user: Option<Named>,
        /// The user's domain.
        domain: Option<Named>,
        /// The password, where the file has it as plain text.
        password: Option<Secret>,
    },
    /// With an application credential: by its id, or by its name and the user.
    ApplicationCredential {
        /// Its id.
        id: Option<String>,
        /// Its name.
        name: Option<String>,
        /// Its user, who is needed where there is no id.
        user: Option<Named>,
        /// The user's domain.
        domain: Option<Named>,
        /// Its secret.
        secret: Option<Secret>,
    },
    /// With a token.
    Token(Secret),
    /// An `auth_type` that a page cannot do, safe to show.
    Other(String),
}

/// The clouds of a file.
#[derive(Debug)]
pub struct Logins {
    /// Those that can be used, at least one.
    pub usable: Vec<Login>,
    /// The names of the others, safe to show, and what is wrong with each.
    pub others: Vec<(String, FileFault)>,
}

/// Why a file was refused. No variant holds text of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// Binary, or not UTF-8.
    NotText,
    /// Nothing but white space.
    Empty,
    /// None of the three kinds.
    Unknown,
    /// Something that is not read here: `what`, on a line counted from one.
    Unsupported {
        /// The line.
        line: usize,
        /// What says so.
        what: Text,
    },
    /// A `clouds.yaml` without a cloud.
    NoClouds,
    /// What the file needs and has not, as its key is called.
    Missing(&'static str),
    /// The value of this key is there twice, and not the same.
    Twice(&'static str),
    /// The value of this key stands in brackets, or comes from somewhere else in the file.
    NotRead(&'static str),
    /// A script for another shell than those of POSIX: which one.
    OtherShell(&'static str),
    /// It names a cloud of another file, and no more.
    NamesCloud,
    /// It has secrets, and not where they go: a `secure.yaml` without its `clouds.yaml`.
    SecretsOnly,
    /// It signs in through a trust, which has another project than the reader's own.
    Trust,
    /// It signs in with the browser, at an identity provider.
    SingleSignOn,
    /// The value of this key is too long, or has a control or an invisible character; or it is
    /// a URL with a password.
    BadValue(&'static str),
}

/// The text of a file: UTF-8, or UTF-16 of either byte order with its mark, as `PowerShell` writes
/// it. What is neither has U+FFFD in it, which [`read`] refuses.
#[must_use]
pub fn decoded(bytes: Vec<u8>) -> Secret {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => {
            let text = String::from_utf8(bytes);
            return Secret::new(text.unwrap_or_else(|_| char::REPLACEMENT_CHARACTER.into()));
        }
    };
    // Long enough for what UTF-8 may need, since a `String` that grows leaves its bytes behind.
    let mut text = String::with_capacity(bytes.len() * 2);
    let units = bytes[2..].chunks(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        // Half a unit is no text.
        _ => 0xd800,
    });
    text.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
    Secret::new(text)
}

/// Reads a file that the reader chose: the clouds in it, at least one.
///
/// The content tells the kind. The name only helps where the content does not.
///
/// # Errors
/// [`FileFault`] says why the file cannot be used, and holds no text of it.
pub fn read(file_name: &str, text: &Secret) -> Result<Logins, FileFault> {
    let text = text.expose();
    if text.len() > MAX_BYTES {
        return Err(FileFault::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // A browser puts U+FFFD where a file is not UTF-8, and UTF-16 is full of NUL.
    let is_no_text = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r')
            || matches!(c, '\u{fffd}' | '\u{2028}' | '\u{2029}')
    };
    if text.chars().any(is_no_text) {
        return Err(FileFault::NotText);
    }
    let start = text.trim_start();
    if start.is_empty() {
        return Err(FileFault::Empty);
    }
    if start.starts_with('{') {
        return fields::of_json(&Json::parse(text).ok_or(FileFault::Unknown)?);
    }
    // A page to sign in on, say, saved under the name of the file that should come after it.
    if start.starts_with('<') {
        return Err(FileFault::Unknown);
    }
    if text.lines().any(begins_clouds) {
        return fields::of_clouds(&yaml::read(text)?);
    }
    if let Some(shell) = openrc::other_shell(text) {
        return Err(FileFault::OtherShell(shell));
    }
    let variables = openrc::read(text)?;
    if !openrc::is_empty(&variables) {
        return fields::of_openrc(&variables);
    }
    if ends_with(file_name, ".yaml") || ends_with(file_name, ".yml") {
        return fields::of_clouds(&yaml::read(text)?);
    }
    Err(FileFault::Unknown)
}

/// Whether a line is `clouds:`, the key that every `clouds.yaml` has.
fn begins_clouds(line: &str) -> bool {
    let quotes = ['"', '\''];
    let rest = line.trim_start().trim_start_matches(quotes).strip_prefix("clouds");
    rest.is_some_and(|rest| rest.trim_start_matches(quotes).trim_start().starts_with(':'))
}

fn ends_with(name: &str, end: &str) -> bool {
    let at = name.len().saturating_sub(end.len());
    name.as_bytes()[at..].eq_ignore_ascii_case(end.as_bytes())
}
