//! The state of a document: types only. It changes in [`crate::core::update`].

use crate::core::admit::{AccessKey, Token};
use crate::core::config::{Config, Region};
use crate::core::keystone::Credential;
use crate::core::keystone::validate::{Identity, Project};
use crate::core::message::CopyTarget;
use crate::core::snippet::{Client, Filling, Form, Key};
use crate::core::text::Notice;

/// Milliseconds on a clock that never goes back; zero is anywhere.
pub type Millis = u64;

/// Everything that the panels of one document show.
#[derive(Debug)]
pub struct Model {
    /// The page's configuration.
    pub config: Config,
    /// The page's own origin, for the operator's CORS line.
    pub origin: String,
    /// Index of the chosen region in `config.regions`.
    pub region: usize,
    /// The chosen client.
    pub client: Client,
    /// How the secret key gets to the client.
    pub form: Form,
    /// Whether secrets are shown on the page.
    pub revealed: bool,
    /// Signed out, on the way, or in.
    pub session: Session,
    /// The one message that the reader should see now.
    pub notice: Option<Notice>,
    /// What was copied a moment ago, and whether that worked.
    pub copied: Option<(CopyTarget, bool)>,
    /// Counts the copies, so that the mark of each stands for its whole time.
    pub copies: u32,
    /// Counts the requests.
    pub requests: u32,
    /// Counts sessions and cancellations: a reply of an older generation is out of date.
    pub generation: u32,
    /// The time of the latest [`Tick`](crate::core::message::Msg::Tick).
    pub now: Millis,
    /// The wall clock at that time, in milliseconds since 1970; it may be wrong.
    pub wall: i64,
    /// When the reader last did something.
    pub active: Millis,
}

/// Where a reader is.
#[derive(Debug)]
pub enum Session {
    /// No token is held.
    SignedOut {
        /// Whether the sign-in form is open.
        asking: bool,
    },
    /// A token is being validated.
    SigningIn(Token),
    /// The token is good.
    SignedIn(Box<Account>),
}

/// A signed-in session.
#[derive(Debug)]
pub struct Account {
    /// The reader's token.
    pub token: Token,
    /// Whose it is.
    pub identity: Identity,
    /// The project that it is scoped to.
    pub project: Project,
    /// When the token ends, on the model's clock.
    pub expires: Millis,
    /// Whether the reader was told that this is soon.
    pub warned: bool,
    /// The credentials of the project.
    pub listing: Listing,
    /// What is going on with them.
    pub work: Work,
    /// The number of the one request whose reply counts, once. An older one says what is not
    /// true any more, above all a list that was made before a create.
    pub awaited: Option<u32>,
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
    /// The reader is asked whether to delete this one.
    Confirming(AccessKey),
    /// A delete is on its way.
    Deleting(AccessKey),
    /// The reply to a delete was lost; the list is asked whether this one is still there.
    Verifying(AccessKey),
    /// A delete was answered 401: is it the token, or (old releases) the credential?
    Checking(AccessKey),
}

/// The access keys that were there before a create.
pub type Before = Vec<AccessKey>;

impl Model {
    /// A signed-out document.
    #[must_use]
    pub fn new(config: Config, origin: String, client: Option<Client>) -> Self {
        let client =
            client.filter(|c| config.clients.contains(c)).or(config.clients.first().copied());
        Self {
            config,
            origin,
            region: 0,
            client: client.unwrap_or(Client::Aws),
            form: Form::Prompt,
            revealed: false,
            session: Session::SignedOut { asking: false },
            notice: None,
            copied: None,
            copies: 0,
            requests: 0,
            generation: 0,
            now: 0,
            wall: 0,
            active: 0,
        }
    }

    /// The chosen region. A checked [`Config`] has at least one.
    #[must_use]
    pub fn region(&self) -> &Region {
        &self.config.regions[self.region]
    }

    /// The signed-in session, if there is one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match &self.session {
            Session::SignedIn(account) => Some(account),
            _ => None,
        }
    }

    /// What the snippets are filled with.
    #[must_use]
    pub fn filling(&self) -> Filling<'_> {
        Filling { region: Some(self.region()), key: self.account().and_then(Account::key) }
    }
}

/// Milliseconds before the end of a token from which the reader is warned.
const WARN_MS: Millis = 5 * 60 * 1000;

impl Account {
    /// Whether the token ends within five minutes, or within the last quarter of a life that is
    /// short as a whole.
    #[must_use]
    pub fn ends_soon(&self, now: Millis) -> bool {
        let quarter = Millis::try_from(self.identity.life_ms / 4).unwrap_or(0);
        now + WARN_MS.min(quarter) >= self.expires
    }

    /// The chosen credential, when it may be put into commands.
    #[must_use]
    pub fn key(&self) -> Option<Key<'_>> {
        let Listing::Known(credentials) = &self.listing else { return None };
        let chosen = credentials.chosen.as_ref()?;
        credentials.own.iter().find_map(|credential| match credential {
            Credential::Usable { access, secret } if access == chosen => {
                Some(Key { access, secret, project: &self.project.id })
            }
            _ => None,
        })
    }
}

impl Credentials {
    /// The first credential that can be used in commands.
    #[must_use]
    pub fn first_usable(&self) -> Option<AccessKey> {
        self.own.iter().find_map(|credential| match credential {
            Credential::Usable { access, .. } => Some(access.clone()),
            Credential::Refused { .. } => None,
        })
    }
}
