//! The way into a session: the form, what is waited for, and the questions on the way.
//!
//! It stands beside the session, so that a reader can renew one, or go to another project, and
//! lose nothing when that does not work.

use super::Millis;
use crate::core::admit::Token;
use crate::core::keystone::identity::{Identity, Project};
use crate::core::keystone::issue::Receipt;
use crate::core::login_file::{Login, Logins};
use crate::core::sign_in::SignInMethod;

/// Where a reader is on the way in.
#[derive(Debug)]
pub enum Entry {
    /// Nowhere: nothing is asked.
    Closed,
    /// The form is open.
    Form,
    /// A file has several clouds: which one?
    Clouds(Logins),
    /// A file does not say which Keystone it is for: which of the page's?
    Address(Login),
    /// A request is on its way; the number is that of the only reply that counts.
    Waiting(Waiting, u32),
    /// The password was right, and the account needs a passcode too.
    Passcode(Challenge),
    /// The token is good for several projects: which one?
    Choosing(Choice),
}

/// What is waited for.
#[derive(Debug)]
pub enum Waiting {
    /// A pasted token is validated.
    Validation(Token),
    /// A token is issued for what was typed into the form of this method.
    Issue(SignInMethod),
    /// A token is issued for a passcode.
    Passcode(Challenge),
    /// The projects are listed.
    Projects(Holder),
    /// A token for this project is issued.
    Scope(Choice, Project),
}

/// A sign-in whose deadline has passed. Its answer is still wanted, as long as the reader is where
/// it was sent from.
#[derive(Debug)]
pub struct Overdue {
    /// The number of the request.
    pub number: u32,
    /// What it was.
    pub what: Late,
}

/// A sign-in that is [`Overdue`].
#[derive(Debug)]
pub enum Late {
    /// A pasted token is validated.
    Validation(Token),
    /// A token is issued for what was typed into the form of this method.
    Issue(SignInMethod),
    /// A token is issued for a passcode.
    Passcode,
    /// A token for this project is issued.
    Scope(Project),
}

/// The second factor that is asked for.
#[derive(Debug)]
pub struct Challenge {
    /// What Keystone gave for the first factor.
    pub receipt: Receipt,
    /// When it ends, on the model's clock.
    pub expires: Millis,
}

/// Somebody with a valid token, on the way to a project.
#[derive(Debug)]
pub struct Holder {
    /// The token that the session starts from.
    pub root: FirstToken,
    /// Whose it is.
    pub identity: Identity,
    /// When it ends, on the model's clock.
    pub expires: Millis,
    /// Whether the session that there is goes to another project, with the same root.
    pub switching: bool,
}

/// The token that a session starts from.
#[derive(Clone, Debug)]
pub struct FirstToken {
    /// The token.
    pub token: Token,
    /// Whether the reader brought it. Then it is the reader's, who may use it elsewhere.
    pub pasted: bool,
}

/// The projects to choose from.
#[derive(Debug)]
pub struct Choice {
    /// Who chooses.
    pub holder: Holder,
    /// At least one project.
    pub projects: Vec<Project>,
    /// What the reader looks for among them.
    pub search: String,
}

impl Entry {
    /// The number of the request whose reply is awaited.
    #[must_use]
    pub fn awaited(&self) -> Option<u32> {
        match self {
            Self::Waiting(_, number) => Some(*number),
            _ => None,
        }
    }

    /// When the secret that is held on the way ends, if there is one.
    #[must_use]
    pub fn expires(&self) -> Option<Millis> {
        match self {
            Self::Passcode(challenge) | Self::Waiting(Waiting::Passcode(challenge), _) => {
                Some(challenge.expires)
            }
            _ => self.holder().map(|holder| holder.expires),
        }
    }

    /// Who is on the way to a project.
    #[must_use]
    pub fn holder(&self) -> Option<&Holder> {
        match self {
            Self::Choosing(choice) | Self::Waiting(Waiting::Scope(choice, _), _) => {
                Some(&choice.holder)
            }
            Self::Waiting(Waiting::Projects(holder), _) => Some(holder),
            _ => None,
        }
    }

    /// Whether nothing is held that must be forgotten.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Closed | Self::Form)
    }
}
