//! Everything that can happen to a page and its Keystone, one step at a time, with what must
//! hold after each of them.

mod steps;
mod watch;

use std::collections::BTreeSet;

use keyfill::core::config::SignInMethod;
use keyfill::core::http::{Method, Response};
use keyfill::core::message::Msg;
use keyfill::core::model::{Entry, Work};
use keyfill::core::screen::screen;

use crate::cloud::page::{Page, Sent, pasted};
use crate::cloud::{self, ALICE, ALICE_IN_HEKLA};

pub use steps::{Say, Step, step};
use steps::{msg, pick};
use watch::{Before, Watch};

/// A page, the answers on their way to it, and what was observed.
pub struct World {
    pub page: Page,
    pub watch: Watch,
    /// When the page's clock stands.
    now: u64,
    arriving: Vec<(Sent, Response)>,
    /// Credentials that other programs made.
    planted: usize,
    /// Tokens whose revocation never reached Keystone.
    unheard: BTreeSet<String>,
}

impl World {
    /// A signed-out page, and a Keystone that is a current one or not.
    pub fn new(is_old: bool) -> Self {
        let mut page = Page::new();
        page.cloud.is_old = is_old;
        page.cloud.plant(&ALICE);
        let watch = Watch::default();
        Self { page, watch, now: 0, arriving: Vec::new(), planted: 1, unheard: BTreeSet::new() }
    }

    /// The reader signs in: with a token, whose reply is awaited; or all the way to a project,
    /// with a password and maybe a passcode.
    pub fn begin(&mut self, way: usize) {
        let says: &[(Say, usize)] = match way % 3 {
            0 => return self.take(Step::Say(Say::Paste, 0)),
            1 => &[(Say::Open, 0), (Say::Method, 0), (Say::Password, 0)],
            _ => &[(Say::Open, 0), (Say::Method, 0), (Say::Password, 1), (Say::Passcode, 1)],
        };
        for (say, n) in says.iter().chain(&[(Say::Project, way / 3)]) {
            self.take(Step::Say(*say, *n));
            self.deliver();
        }
        assert!(self.page.model.account().is_some(), "not signed in: {}", self.page.what());
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Say(say, n) => {
                if matches!(say, Say::Paste | Say::PasteElsewhere) {
                    self.print_tokens();
                }
                let msg = msg(&self.page.model, &self.page.cloud.credentials, say, n);
                self.hear(msg);
            }
            Step::Answer => {
                self.take(Step::Serve(0));
                self.take(Step::Arrive(self.arriving.len().saturating_sub(1)));
            }
            Step::Serve(n) => {
                if let Some(n) = pick(n, self.page.waiting.len()) {
                    let sent = self.page.waiting.remove(n);
                    let response = self.page.cloud.answer(&sent.request);
                    self.arriving.push((sent, response));
                }
            }
            Step::Arrive(n) => {
                if let Some(n) = pick(n, self.arriving.len()) {
                    let (sent, response) = self.arriving.remove(n);
                    self.hear(Msg::Replied(sent.ticket, Ok(response)));
                }
            }
            Step::Duplicate(n) => {
                if let Some(n) = pick(n, self.arriving.len()) {
                    let (sent, response) = self.arriving[n].clone();
                    self.hear(Msg::Replied(sent.ticket, Ok(response)));
                }
            }
            Step::Lose(n, loss) => {
                if let Some(n) = pick(n, self.arriving.len()) {
                    let (sent, _) = self.arriving.remove(n);
                    self.hear(Msg::Replied(sent.ticket, loss.outcome()));
                }
            }
            Step::Cut(n, loss) => {
                if let Some(n) = pick(n, self.page.waiting.len()) {
                    let sent = self.page.waiting.remove(n);
                    self.unheard.extend(subject(&sent));
                    self.hear(Msg::Replied(sent.ticket, loss.outcome()));
                }
            }
            Step::Wait(ms) => {
                self.now += u64::from(ms);
                self.hear(Msg::Tick(self.now, cloud::ISSUED + i64::try_from(self.now).unwrap()));
            }
            Step::Plant => {
                self.planted += 1;
                self.page.cloud.plant(&ALICE);
            }
            Step::Uproot(n) => {
                let credentials = &mut self.page.cloud.credentials;
                if let Some(n) = pick(n, credentials.len()) {
                    credentials.remove(n);
                }
            }
        }
    }

    /// The reader's terminal prints the tokens again that were revoked.
    fn print_tokens(&mut self) {
        let grants = &mut self.page.cloud.grants;
        for grant in [ALICE, ALICE_IN_HEKLA] {
            if !grants.iter().any(|known| known.token == grant.token) {
                grants.push(grant);
            }
        }
    }

    /// A message reaches the model, and what changes is looked at.
    fn hear(&mut self, msg: Msg) {
        let before = Before::new(&self.page.model, &msg, &mut self.watch);
        let at = self.page.waiting.len();
        self.page.say(msg);
        self.watch.look(&before, &self.page, &self.page.waiting[at..]);
        // It must not panic; printing all of it each time would take most of the test's time.
        let shown = screen(&self.page.model);
        if shown.keys.is_none() && self.page.model.entry.is_empty() {
            self.page.check_secrets();
        }
        let cloud = &self.page.cloud;
        let clicks = self.watch.clicks;
        assert!(cloud.made <= clicks, "{} made by {clicks} clicks", cloud.made);
        assert!(cloud.credentials.len() <= cloud.made + self.planted);
    }

    /// Everything is carried out and arrives.
    fn deliver(&mut self) {
        while !(self.page.waiting.is_empty() && self.arriving.is_empty()) {
            self.take(Step::Serve(0));
            self.take(Step::Arrive(0));
        }
    }

    /// Everything arrives, and the reader, signed in, looks at the list once more.
    pub fn rest(&mut self) {
        for _ in 0..12 {
            self.deliver();
            let msg = self.on_to_the_list();
            if self.page.model.account().is_none() {
                self.hear(Msg::ChooseRegion(0));
            }
            self.hear(msg);
        }
        self.deliver();
    }

    fn on_to_the_list(&mut self) -> Msg {
        let model = &self.page.model;
        match (&model.entry, model.account()) {
            (Entry::Closed, None) => Msg::OpenSignIn,
            (Entry::Form, None) if model.method != SignInMethod::Token => {
                Msg::ChooseMethod(SignInMethod::Token)
            }
            (Entry::Form, None) => {
                self.print_tokens();
                pasted(&ALICE.token)
            }
            (Entry::Closed, Some(account)) if account.parting.is_some() => Msg::Stay,
            (Entry::Closed, Some(account)) => match account.work {
                Work::Offering(_) => Msg::DismissOffer,
                Work::Confirming(_) | Work::Marking(_) => Msg::KeepCredential,
                _ => Msg::Refresh,
            },
            _ => Msg::CancelSignIn,
        }
    }

    /// The reader signs out, and what the page obtained ends with that.
    pub fn sign_out(&mut self) {
        self.hear(Msg::SignOut);
        self.hear(Msg::Part(false));
        self.deliver();
        self.page.is_wiped();
        let watch = &self.watch;
        for token in watch.obtained.keys().filter(|token| !watch.forgiven.contains(*token)) {
            assert!(watch.revoked.contains(token), "{token} was not revoked");
        }
        let at_keystone: BTreeSet<&String> = self.page.cloud.revoked.iter().collect();
        for token in watch.revoked.difference(&self.unheard) {
            assert!(at_keystone.contains(token), "{token} is still valid");
        }
    }
}

/// The token that a request ends.
fn subject(sent: &Sent) -> Option<String> {
    let is_end = sent.request.method == Method::Delete;
    let header = sent.request.headers.iter().find(|(name, _)| *name == "X-Subject-Token");
    header.filter(|_| is_end).map(|(_, token)| token.expose().to_owned())
}
