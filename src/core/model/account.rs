//! A signed-in session and its credentials.

use super::Millis;
use super::entry::FirstToken;
use crate::core::admit::{AccessKey, Token};
use crate::core::endpoint::Endpoint;
use crate::core::keystone::Credential;
use crate::core::keystone::identity::{Identity, Project};
use crate::core::request::{Before, Owner};
use crate::core::sample::SampleCloud;
use crate::core::snippet::{CopyTarget, Key};

/// A signed-in session.
#[derive(Debug)]
pub struct Account {
    /// The token that it started from.
    pub root: FirstToken,
    /// The token for the project, where the first was not for it. Keyfill obtained it.
    pub scoped: Option<Token>,
    /// Tokens that Keyfill obtained and does not use any more, each with its end; they are revoked
    /// when the session ends, since a request may still be under way with one.
    pub spent: Vec<(Token, Millis)>,
    /// The number of the last request that was made with an earlier token: a 401 to it says
    /// nothing about this one.
    pub last_before_renewal: u32,
    /// Whose it is, by the token for the project.
    pub identity: Identity,
    /// The project that it is scoped to.
    pub project: Project,
    /// The S3 endpoints that the catalog has for the configured regions, by their index.
    pub endpoints: Vec<Option<Endpoint>>,
    /// When the token ends, on the model's clock.
    pub expires: Millis,
    /// Whether a worker is there that carries it to the next page of the site.
    pub follows: bool,
    /// Whether the reader was told that this is soon.
    pub warned: bool,
    /// The question before the session ends, while it is asked.
    pub parting: Option<Parting>,
    /// The credentials of the project.
    pub listing: Listing,
    /// What is going on with them.
    pub work: Work,
    /// A credential that is being replaced by a new one.
    pub rotation: Option<Rotation>,
    /// The credential whose test is shown.
    pub testing: Option<AccessKey>,
    /// With what it has come from another page of the site, until its keys are listed.
    pub arrived: Option<Arrival>,
    /// Which part of the list is shown, and whether it is.
    pub window: Window,
    /// The credential that was created last, for as long as the reader does nothing else with
    /// keys.
    pub made: Option<AccessKey>,
    /// The step that was copied last with the credential in use.
    pub copied: Option<CopyTarget>,
    /// What answers in the place of Keystone, where the session is a sample.
    pub sample: Option<SampleCloud>,
    /// The number of the one request whose reply counts, once. An older one says what is not
    /// true any more, above all a list that was made before a create.
    pub awaited: Option<u32>,
}

/// What a session from another page had there, and has here once its keys are listed.
#[derive(Debug)]
pub struct Arrival {
    /// The credential in the snippets.
    pub chosen: Option<AccessKey>,
}

/// Why the reader is asked before a session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    /// A pasted token may be in use elsewhere: shall it be revoked?
    Leaving,
    /// The region with this index has another Keystone, which wants its own sign-in.
    Moving(usize),
}

/// The part of the list that is shown.
#[derive(Debug, Default)]
pub struct Window {
    /// Whether the reader has opened the list.
    pub open: bool,
    /// What the reader looks for.
    pub filter: String,
    /// Which page, from 0.
    pub page: usize,
}

/// What is known of the project's credentials.
#[derive(Debug)]
pub enum Listing {
    /// Asked for; nothing known yet.
    Loading,
    /// The list could not be had; it can be asked for again.
    Failed,
    /// Known.
    Known(Credentials),
}

/// The credentials of one project.
#[derive(Debug)]
pub struct Credentials {
    /// Each credential.
    pub own: Vec<Credential>,
    /// How many more the user has in other projects.
    pub elsewhere: usize,
    /// How many of this project cannot be named.
    pub unreadable: usize,
    /// The one in the snippets.
    pub chosen: Option<AccessKey>,
}

/// At most one thing happens to the credentials at a time, so a double click is one click.
#[derive(Debug)]
pub enum Work {
    /// Nothing.
    Idle,
    /// The list is asked for again.
    Refreshing,
    /// A create is on its way.
    Creating,
    /// The reply to a create was lost; the list is asked what became of it.
    Reconciling(Before),
    /// The list could not tell either; it can be asked again.
    Unknown(Before),
    /// Credentials were found that were not there before the lost create.
    Offering(Vec<AccessKey>),
    /// The reader marks the ones to delete.
    Marking(Vec<AccessKey>),
    /// The reader is asked whether to delete these.
    Confirming(Vec<AccessKey>),
    /// A delete is on its way.
    Deleting(Deletion),
    /// The reply to a delete was lost; the list is asked whether it was carried out.
    Verifying(Deletion),
    /// A delete was answered 401: is it the token, or (old releases) the credential?
    Checking(Deletion),
}

/// Credentials that are deleted one after the other.
#[derive(Clone, Debug)]
pub struct Deletion {
    /// The one whose delete is on its way.
    pub now: AccessKey,
    /// Those that come after it.
    pub rest: Vec<AccessKey>,
    /// How many before it are gone.
    pub gone: usize,
    /// Whether one of those was in the snippets.
    pub chosen_is_gone: bool,
    /// Whether the deadline has passed: the delete may still be carried out.
    pub overdue: bool,
}

/// The replacement of a credential, which can stop after each of its stages.
#[derive(Debug)]
pub struct Rotation {
    /// The credential that shall go.
    pub old: AccessKey,
    /// How far it is.
    pub stage: Stage,
}

/// The stages of a rotation.
#[derive(Debug)]
pub enum Stage {
    /// The new credential is being created.
    Creating,
    /// The reader proves the new one; the snippets have the old one.
    Proving(AccessKey),
    /// The snippets have the new one, and the reader installs it wherever the old one is in use.
    Installing(AccessKey),
    /// The reader has said that it is installed; the old one can go.
    Installed(AccessKey),
}

/// Milliseconds before the end of a token from which the reader is warned.
const WARN_MS: Millis = 5 * 60 * 1000;

impl Account {
    /// The token that requests are made with.
    #[must_use]
    pub fn token(&self) -> &Token {
        self.scoped.as_ref().unwrap_or(&self.root.token)
    }

    /// Whether the token ends within five minutes, or within the last quarter of a life that is
    /// short as a whole.
    #[must_use]
    pub fn ends_soon(&self, now: Millis) -> bool {
        let quarter = Millis::try_from(self.identity.life_ms / 4).unwrap_or(0);
        now + WARN_MS.min(quarter) >= self.expires
    }

    /// To whom the credentials of this session belong.
    #[must_use]
    pub fn owner(&self) -> Owner {
        Owner { user: self.identity.user.clone(), project: self.project.clone() }
    }

    /// Whether they belong to `owner`: a reply of an earlier session may be about these, too.
    #[must_use]
    pub fn is_of(&self, owner: &Owner) -> bool {
        self.identity.user == owner.user && self.project.id == owner.project.id
    }

    /// The chosen credential, when it may be put into commands.
    #[must_use]
    pub fn key(&self) -> Option<Key<'_>> {
        let Listing::Known(credentials) = &self.listing else { return None };
        self.key_of(credentials.chosen.as_ref()?)
    }

    /// The access keys that may be put into commands.
    pub fn usable_keys(&self) -> impl Iterator<Item = &AccessKey> {
        let own = match &self.listing {
            Listing::Known(credentials) => credentials.own.as_slice(),
            _ => &[],
        };
        let usable = own.iter().filter(|credential| credential.is_usable());
        usable.map(Credential::access)
    }

    /// The credential whose test is shown: the new one of a rotation, or the one that the
    /// reader wants to test.
    #[must_use]
    pub fn tested(&self) -> Option<&AccessKey> {
        match &self.rotation {
            Some(Rotation { stage: Stage::Proving(new), .. }) => Some(new),
            _ => self.testing.as_ref(),
        }
    }

    /// The new credential of a rotation, while the reader installs it.
    #[must_use]
    pub fn to_install(&self) -> Option<&AccessKey> {
        match &self.rotation {
            Some(Rotation { stage: Stage::Installing(new), .. }) => Some(new),
            _ => None,
        }
    }

    /// The credential `wanted`, when it may be put into commands.
    #[must_use]
    pub fn key_of(&self, wanted: &AccessKey) -> Option<Key<'_>> {
        let Listing::Known(credentials) = &self.listing else { return None };
        credentials.own.iter().find_map(|credential| match credential {
            Credential::Usable { access, secret } if access == wanted => {
                let (project, user) = (&self.project.id, &self.identity.user);
                Some(Key { access, secret, project, user })
            }
            _ => None,
        })
    }
}

impl Credentials {
    /// The first credential that can be used in commands.
    #[must_use]
    pub fn first_usable(&self) -> Option<AccessKey> {
        self.own.iter().find(|c| c.is_usable()).map(|c| c.access().clone())
    }

    /// Whether `access` is among them.
    #[must_use]
    pub fn has(&self, access: &AccessKey) -> bool {
        self.own.iter().any(|credential| credential.access() == access)
    }
}

impl Rotation {
    /// The new credential, once it is there.
    #[must_use]
    pub fn new_key(&self) -> Option<&AccessKey> {
        match &self.stage {
            Stage::Creating => None,
            Stage::Proving(new) | Stage::Installing(new) | Stage::Installed(new) => Some(new),
        }
    }

    /// Whether the end of `access` would be an outage, as far as the reader has said: it is the
    /// old one, and the new one is not installed everywhere yet.
    #[must_use]
    pub fn still_needs(&self, access: &AccessKey) -> bool {
        self.old == *access && !matches!(self.stage, Stage::Installed(_))
    }
}
