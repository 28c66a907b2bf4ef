//! The words a reader sees in messages: what happened, what it means, what to do next.
//!
//! Plain and short, in the reader's words, and all in one place so that they can be translated.

mod answers;
mod entry;
mod events;
mod files;
mod keys;
mod overdue;
pub mod page;
mod refusals;
mod sentence;

pub use answers::{Answer, answers};
pub use entry::*;
pub use events::*;
pub use files::*;
pub use keys::*;
pub use overdue::*;
pub use refusals::refused;
pub use sentence::sentence;

/// The command that prints a token and nothing else (python-openstackclient manual).
pub const TOKEN_COMMAND: &str = "openstack token issue -f value -c id";

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something did not work.
    Error,
    /// Something the reader should think about.
    Warning,
    /// Something worth knowing.
    Info,
}

/// A message to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub tone: Tone,
    /// What happened, in one sentence.
    pub what: String,
    /// What it means and what to do next.
    pub next: String,
    /// Lines that the reader copies and passes on, if any.
    pub code: Option<String>,
    /// Keystone's id of the request, for the cloud's support.
    pub request_id: Option<String>,
}

/// What the reader was doing when a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Signing in with a token.
    SigningIn,
    /// Signing in with a password.
    SigningInByPassword,
    /// Signing in with an application credential.
    SigningInByCredential,
    /// Signing in with a passcode, after the password.
    SendingPasscode,
    /// Getting the list of projects.
    ListingProjects,
    /// Getting the list.
    Listing,
    /// Making a credential.
    Creating,
    /// Removing one.
    Deleting,
}

/// What a message may need to know of where the reader is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The cloud's name.
    pub brand: &'a str,
    /// The region's name.
    pub region: &'a str,
    /// The URL of its Keystone.
    pub keystone: &'a str,
    /// The page's origin.
    pub origin: &'a str,
    /// The project's name, once known.
    pub project: &'a str,
    /// Whether the token comes from an application credential or a trust.
    pub delegated: bool,
    /// Whether the token has a role that may create credentials.
    pub may_create: bool,
}

impl Notice {
    /// A message of two parts.
    #[must_use]
    pub fn new(tone: Tone, what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { tone, what: what.into(), next: next.into(), code: None, request_id: None }
    }

    /// The whole message as text, for the cloud's support.
    #[must_use]
    pub fn for_support(&self) -> String {
        let id = self.request_id.as_deref().map_or(["", ""], |id| ["\nRequest id: ", id]);
        [&self.what, "\n", &self.next, id[0], id[1]].concat()
    }
}
