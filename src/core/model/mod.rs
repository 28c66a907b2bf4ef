//! The state of a document: types only. It changes in [`crate::core::update`].

mod account;
mod client_files;
mod entry;
mod values;

pub use account::{
    Account, Arrival, Credentials, Deletion, Listing, Parting, Rotation, Stage, Window, Work,
};
pub use client_files::{ClientFileState, ClientFiles};
pub use entry::{Challenge, Choice, Entry, FirstToken, Holder, Late, Overdue, Waiting};
pub use values::Values;

pub use crate::core::clock::Millis;
pub use crate::core::request::Before;

use crate::core::app_part::AppParts;
use crate::core::config::{Config, Region};
use crate::core::endpoint::KeystoneUrl;
use crate::core::message::{Msg, SignInMsg};
use crate::core::request::{Call, Ticket};
use crate::core::sign_in::SignInMethod;
use crate::core::snippet::{Client, CopyTarget, Edition, Filling, Form, Shell, Style};
use crate::core::text::Notice;

/// Milliseconds for which the reader is warned before an unused session ends. WCAG 2.2, criterion
/// 2.2.1, wants 20 seconds at least.
const IDLE_WARNING_MS: Millis = 60_000;

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
    /// How the reader wants the commands.
    pub style: Style,
    /// The files of clients that were fetched.
    pub client_files: ClientFiles,
    /// Whether secrets are shown on the page.
    pub revealed: bool,
    /// The chosen way to sign in.
    pub method: SignInMethod,
    /// How often Keystone refused a sign-in in a row, and until when none is sent.
    pub refusals: Refusals,
    /// The way in: to a first session, to a renewed one, or to one for another project.
    pub entry: Entry,
    /// The project to go to without asking, by name or id: a file named it.
    pub wanted: Option<String>,
    /// The sign-in that has no answer yet, although its deadline has passed.
    pub overdue: Option<Overdue>,
    /// Sign-ins that were given up before their reply, and where: a token that comes all the
    /// same is revoked.
    pub abandoned: Vec<(u32, KeystoneUrl)>,
    /// The signed-in session.
    pub account: Option<Box<Account>>,
    /// The reader's own values, for the variables of the page.
    pub values: Values,
    /// Whether everything that is the reader's is hidden, for others who see the screen.
    pub hidden: bool,
    /// The one message that the reader should see now.
    pub notice: Option<Notice>,
    /// What was copied a moment ago, and whether that worked.
    pub copied: Option<(CopyTarget, bool)>,
    /// Counts the copies, so that the mark of each stands for its whole time.
    pub copies: u32,
    /// Counts the requests.
    pub requests: u32,
    /// Which parts of the app are there.
    pub parts: AppParts,
    /// What has happened and needs a part that is not there yet, in order.
    pub waiting: Vec<Msg>,
    /// Whether a look at the clock is due.
    pub watched: bool,
    /// The time of the latest [`Tick`](crate::core::message::EdgeMsg::Tick).
    pub now: Millis,
    /// The wall clock at that time, in milliseconds since 1970; it may be wrong.
    pub wall: i64,
    /// When the reader last did something.
    pub active: Millis,
}

/// Refused sign-ins.
#[derive(Clone, Copy, Debug, Default)]
pub struct Refusals {
    /// How many in a row.
    pub count: u8,
    /// Until when the reader has to wait, on the model's clock.
    pub until: Millis,
}

impl Model {
    /// A signed-out document.
    #[must_use]
    pub fn new(config: Config, origin: String, client: Option<Client>) -> Self {
        let client = client.filter(|client| config.entry(*client).is_some());
        let method = config.methods.first().copied();
        Self {
            region: config.start_region,
            config,
            origin,
            client: client.unwrap_or_default(),
            style: Style { shell: Shell::Posix, form: Form::Prompt, is_for_others: false },
            client_files: ClientFiles::default(),
            revealed: false,
            method: method.unwrap_or(SignInMethod::TOKEN),
            refusals: Refusals::default(),
            entry: Entry::Closed,
            wanted: None,
            overdue: None,
            abandoned: Vec::new(),
            account: None,
            values: Values::default(),
            hidden: false,
            notice: None,
            copied: None,
            copies: 0,
            requests: 0,
            parts: AppParts::THERE,
            waiting: Vec::new(),
            watched: false,
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

    /// The cloud and the chosen region, as readers know them.
    #[must_use]
    pub fn place_name(&self) -> String {
        [&self.config.brand, " ", self.region().name.as_str()].concat()
    }

    /// The names of the regions, of all or of those that share this Keystone: `Aur1, Aur2`.
    #[must_use]
    pub fn region_names(&self, keystone: Option<&KeystoneUrl>) -> String {
        let mut names = String::new();
        for region in &self.config.regions {
            if keystone.is_none_or(|keystone| region.keystone == *keystone) {
                names.push_str(if names.is_empty() { "" } else { ", " });
                names.push_str(region.name.as_str());
            }
        }
        names
    }

    /// The signed-in session, if there is one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.account.as_deref()
    }

    /// Whether the session is one with a made-up cloud.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.account().is_some_and(|account| account.sample.is_some())
    }

    /// Whether one could begin: the author offers it, and nobody is signed in or about to be.
    #[must_use]
    pub fn may_try_sample(&self) -> bool {
        self.config.sample && self.account.is_none() && self.entry.is_empty()
    }

    /// Whether the reader has asked for one, and what makes it is not there yet.
    #[must_use]
    pub fn waits_for_sample(&self) -> bool {
        self.waiting.iter().any(|msg| matches!(msg, Msg::SignIn(SignInMsg::TrySample(_))))
    }

    /// The signed-in session, unless what is the reader's is hidden.
    #[must_use]
    pub fn shown_account(&self) -> Option<&Account> {
        self.account().filter(|_| !self.hidden)
    }

    /// Whether anybody still wants the reply to `ticket`: what changes something at Keystone
    /// is never given up, everything else only counts while it is awaited.
    #[must_use]
    pub fn wants(&self, ticket: &Ticket) -> bool {
        let overdue = self.overdue.as_ref().map(|overdue| overdue.number);
        let awaited = [self.entry.awaited(), overdue, self.account().and_then(|a| a.awaited)];
        !matches!(ticket.call, Call::Validate | Call::Projects | Call::List)
            || awaited.contains(&Some(ticket.number))
    }

    /// Whether the page's own commands are filled in: somebody is signed in, or has given a
    /// value, or wants to. At rest the page is as its author wrote it.
    #[must_use]
    pub fn fills_the_page(&self) -> bool {
        !self.hidden && (self.account.is_some() || !self.values.is_at_rest())
    }

    /// When whatever is held ends unless the reader does something, on the model's clock; `None`
    /// where nothing is held, or where its token ends before that.
    fn idle_end(&self) -> Option<Millis> {
        let end = self.active + self.config.idle_ms;
        let expires = match self.account() {
            Some(account) => account.expires,
            None if self.entry.is_empty() => return None,
            None => self.entry.expires().unwrap_or(Millis::MAX),
        };
        (end < expires).then_some(end)
    }

    /// Milliseconds until then, once that is so few that the reader is warned: the last minute,
    /// or the last half where the author has set one minute.
    #[must_use]
    pub fn idle_left(&self) -> Option<Millis> {
        let left = self.idle_end()?.saturating_sub(self.now);
        (1..=self.idle_warning()).contains(&left).then_some(left)
    }

    /// Milliseconds until the reader is to be warned, if nothing happens.
    #[must_use]
    pub fn idle_warning_in(&self) -> Option<Millis> {
        self.idle_end()?.checked_sub(self.now + self.idle_warning())
    }

    fn idle_warning(&self) -> Millis {
        IDLE_WARNING_MS.min(self.config.idle_ms / 2)
    }

    /// The commands that a panel shows which leaves the choice to the reader.
    #[must_use]
    pub fn edition(&self) -> Edition {
        Edition { client: self.client, region: self.region }
    }

    /// What the snippets for the region with this index are filled with. The session's key works
    /// in the regions that share its Keystone. Nothing of the reader's is in them while it is
    /// hidden.
    #[must_use]
    pub fn filling(&self, region: usize) -> Filling<'_> {
        let keystone = &self.region().keystone;
        let index = region;
        let region = self.config.regions.get(index);
        let is_there = region.is_some_and(|r| r.keystone == *keystone);
        let account = self.shown_account().filter(|_| is_there);
        let s3 = account.and_then(|a| a.endpoints.get(index)?.as_ref());
        Filling {
            config: &self.config,
            region,
            s3,
            key: account.and_then(Account::key),
            values: if self.hidden { &[] } else { &self.values.given },
            is_for_others: self.style.is_for_others,
            is_sample: self.is_sample(),
        }
    }
}
