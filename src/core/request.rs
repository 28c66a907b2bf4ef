//! Which request it was: what its reply is known by.

use crate::core::admit::{AccessKey, Id};
use crate::core::keystone::identity::Project;

/// The access keys that were there before a create, sorted: there may be thousands.
pub type Before = Vec<AccessKey>;

/// What a request was for.
#[derive(Clone, Debug)]
pub struct Ticket {
    /// Which request of the document it was; a repetition keeps the number.
    pub number: u32,
    /// What was asked.
    pub call: Call,
    /// How often it was repeated.
    pub attempt: u8,
}

/// The requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Validate the token, for a sign-in or for [`Checking`](crate::core::model::Work::Checking).
    Validate,
    /// Issue a token.
    Issue,
    /// List the projects.
    Projects,
    /// Revoke a token; whether the reader asked for it and waits for the outcome.
    Revoke(bool),
    /// List the credentials.
    List,
    /// Create one.
    Create(Intent),
    /// Delete one of this owner's.
    Delete(AccessKey, Owner),
}

/// What a create was for. Its reply is wanted whatever has happened since, also in the session
/// of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// The credentials that were known before.
    pub before: Before,
    /// Whose it is.
    pub owner: Owner,
}

/// To whom a credential belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The user's id.
    pub user: Id,
    /// The project.
    pub project: Project,
}
