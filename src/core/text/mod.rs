//! The words a reader sees in messages: what happened, what it means, what to do next.
//!
//! Plain and short, in the reader's words. The words themselves are in
//! [`catalog`](crate::core::words::catalog); here is which
//! of them are said when. They are formatted where they are shown.

mod answers;
mod entry;
mod events;
mod files;
mod keys;
mod overdue;
pub mod page;
mod refusals;

pub use answers::{Answer, Sees, answers};
pub use entry::*;
pub use events::*;
pub use files::*;
pub use keys::*;
pub use overdue::*;
pub use refusals::refused;

use crate::core::sign_in::SignInMethod;
use crate::core::words::catalog::bar::REQUEST_ID;
use crate::core::words::{Replaced, Say, plain};

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
    /// What happened, in one sentence, or in two.
    pub what: Vec<Say>,
    /// What it means and what to do next.
    pub next: Vec<Say>,
    /// Lines that the reader copies and passes on, if any.
    pub code: Option<String>,
    /// Keystone's id of the request, for the cloud's support.
    pub request_id: Option<String>,
}

/// What the reader was doing when a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Signing in by this method.
    SigningIn(SignInMethod),
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
    pub fn new(tone: Tone, what: impl Into<Say>, next: impl Into<Say>) -> Self {
        Self::of(tone, what.into(), next.into())
    }

    #[inline(never)]
    fn of(tone: Tone, what: Say, next: Say) -> Self {
        Self { tone, what: vec![what], next: vec![next], code: None, request_id: None }
    }

    /// The whole message as text, for the cloud's support.
    #[must_use]
    pub fn for_support(&self, replaced: &Replaced) -> String {
        let mut lines = vec![plain(&self.what, replaced), plain(&self.next, replaced)];
        let id = self.request_id.as_ref();
        lines.extend(id.map(|id| REQUEST_ID.code("id", id).plain(replaced)));
        lines.join("\n")
    }
}
