//! Everything that can happen to a page and its Keystone, one step at a time, with what must
//! hold after each of them.

mod rules;
mod say;

use std::collections::BTreeSet;

use keyfill::core::http::{NetError, Response};
use keyfill::core::message::{CommandsMsg, EdgeMsg, KeysMsg, Msg, SessionMsg, SignInMsg, Ticket};
use keyfill::core::model::{Entry, Work};
use keyfill::core::sign_in::SignInMethod;
use proptest::prelude::*;

pub use say::Say;

use crate::cloud::page::{Page, Sent, pasted};
use crate::cloud::{self, ALICE, refusal};
use rules::{Seen, ends};
use say::{messages, say};

/// What happens next; numbers pick one of what there is.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Say(Say, usize),
    /// Keystone carries out a request; its answer is on the way.
    Serve(usize),
    /// An answer arrives.
    Arrive(usize),
    /// An answer arrives, and will arrive once more.
    Duplicate(usize),
    /// An answer is lost after the request was carried out.
    Lose(usize, Loss),
    /// A request never reaches Keystone.
    Cut(usize, Loss),
    /// The deadline of a request passes; where its answer is still wanted, it may come.
    Overdue(usize),
    /// Milliseconds pass.
    Wait(u32),
    /// The reader does nothing until so many milliseconds are left of an unused session.
    Doze(u32),
    /// Another program makes a credential.
    Plant,
    /// Another program deletes one.
    Uproot(usize),
}

#[derive(Clone, Copy, Debug)]
pub enum Loss {
    Unreachable,
    Timeout,
    Server,
    Html,
}

/// A page, the answers on their way to it, and what was observed.
pub struct World {
    pub page: Page,
    pub seen: Seen,
    /// When the page's clock stands.
    now: u64,
    arriving: Vec<(Sent, Response)>,
    /// The requests, with their attempts, whose deadline has passed.
    late: BTreeSet<(u32, u8)>,
    /// Credentials that other programs made.
    planted: usize,
    /// Tokens that Keystone issued and the page never got, and those whose end was lost.
    pub lost: BTreeSet<String>,
}

pub fn step() -> impl Strategy<Value = Step> {
    let loss = || {
        prop_oneof![
            Just(Loss::Unreachable),
            Just(Loss::Timeout),
            Just(Loss::Server),
            Just(Loss::Html)
        ]
    };
    prop_oneof![
        7 => (say(), 0..8usize).prop_map(|(say, n)| Step::Say(say, n)),
        5 => (0..4usize).prop_map(Step::Serve),
        5 => (0..4usize).prop_map(Step::Arrive),
        1 => (0..4usize).prop_map(Step::Duplicate),
        2 => (0..4usize, loss()).prop_map(|(n, loss)| Step::Lose(n, loss)),
        2 => (0..4usize, loss()).prop_map(|(n, loss)| Step::Cut(n, loss)),
        1 => (0..4usize).prop_map(Step::Overdue),
        1 => prop_oneof![
            18 => (0..60_000u32).prop_map(Step::Wait),
            2 => (0..4_000_000u32).prop_map(Step::Wait),
            1 => (0..70_000u32).prop_map(Step::Doze),
        ],
        1 => prop_oneof![Just(Step::Plant), (0..8usize).prop_map(Step::Uproot)],
    ]
}

impl Loss {
    fn outcome(self) -> Result<Response, NetError> {
        match self {
            Self::Unreachable => Err(NetError::Unreachable),
            Self::Timeout => Err(NetError::Timeout),
            Self::Server => Ok(refusal(503)),
            Self::Html => Ok(cloud::raw(200, "<html>")),
        }
    }
}

impl World {
    /// A signed-out page, and a Keystone that is a current one or not.
    pub fn new(is_old: bool) -> Self {
        let mut page = Page::new();
        page.cloud.is_old = is_old;
        (0..3).for_each(|_| drop(page.cloud.plant(&ALICE)));
        // Else the third refusal in a row would hardly ever come.
        page.model.refusals.count = if is_old { 2 } else { 0 };
        let (seen, lost) = (Seen::default(), BTreeSet::new());
        let (arriving, late) = (Vec::new(), BTreeSet::new());
        Self { page, seen, now: 0, arriving, late, planted: 3, lost }
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Say(say, n) => {
                for msg in messages(&self.page, say, n) {
                    self.hear(msg);
                }
            }
            Step::Serve(n) => {
                if let Some(n) = pick(n, self.page.waiting.len()) {
                    let sent = self.page.waiting.remove(n);
                    let response = self.page.cloud.answer(&sent.request);
                    self.arriving.push((sent, response));
                    self.page.cloud.welcome_back();
                }
            }
            Step::Arrive(n) => {
                if let Some(n) = pick(n, self.arriving.len()) {
                    let (sent, response) = self.arriving.remove(n);
                    self.hear(Msg::Edge(EdgeMsg::Replied(sent.ticket, Ok(response))));
                }
            }
            Step::Duplicate(n) => {
                if let Some(n) = pick(n, self.arriving.len()) {
                    let (sent, response) = self.arriving[n].clone();
                    self.hear(Msg::Edge(EdgeMsg::Replied(sent.ticket, Ok(response))));
                }
            }
            Step::Lose(n, loss) => {
                if let Some(n) = pick(n, self.arriving.len()) {
                    let (sent, response) = self.arriving.remove(n);
                    self.lost.extend(response.subject_token.map(|t| t.expose().to_owned()));
                    self.hear(Msg::Edge(EdgeMsg::Replied(sent.ticket, loss.outcome())));
                }
            }
            Step::Cut(n, loss) => {
                if let Some(n) = pick(n, self.page.waiting.len()) {
                    let sent = self.page.waiting.remove(n);
                    self.lost.extend(ends(&sent));
                    self.hear(Msg::Edge(EdgeMsg::Replied(sent.ticket, loss.outcome())));
                }
            }
            Step::Overdue(n) => self.overdue(n),
            Step::Wait(ms) => self.pass(u64::from(ms)),
            Step::Doze(left) => {
                let end = self.page.model.active + self.page.model.config.idle_ms;
                self.pass(end.saturating_sub(self.now + u64::from(left)));
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

    /// The deadline passes of a request that has no answer yet, once.
    fn overdue(&mut self, n: usize) {
        let arriving = self.arriving.iter().map(|(sent, _)| sent);
        let mut late: Vec<Ticket> =
            self.page.waiting.iter().chain(arriving).map(|sent| sent.ticket.clone()).collect();
        late.retain(|ticket| !self.late.contains(&(ticket.number, ticket.attempt)));
        let Some(n) = pick(n, late.len()) else { return };
        let ticket = late.swap_remove(n);
        let is_it = |sent: &Sent| {
            (sent.ticket.number, sent.ticket.attempt) == (ticket.number, ticket.attempt)
        };
        self.late.insert((ticket.number, ticket.attempt));
        self.hear(Msg::Edge(EdgeMsg::Replied(ticket.clone(), Err(NetError::Timeout))));
        if !self.page.model.wants(&ticket) {
            // Given up, carried out or not.
            self.page.waiting.retain(|sent| !is_it(sent));
            self.arriving.retain(|(sent, _)| !is_it(sent));
        }
    }

    fn pass(&mut self, ms: u64) {
        self.now += ms;
        self.hear(Msg::Edge(EdgeMsg::Tick(
            self.now,
            cloud::ISSUED + i64::try_from(self.now).unwrap(),
        )));
    }

    /// Everything arrives.
    fn deliver(&mut self) {
        while !(self.page.waiting.is_empty() && self.arriving.is_empty()) {
            self.take(Step::Serve(0));
            self.take(Step::Arrive(0));
        }
    }

    /// Everything arrives, and the reader looks at the list once more.
    pub fn rest(&mut self) {
        for _ in 0..10 {
            self.deliver();
            let model = &self.page.model;
            let next = match (&model.entry, model.account()) {
                (Entry::Closed | Entry::Form, None) if model.region > 0 => {
                    Msg::Commands(CommandsMsg::ChooseRegion(0))
                }
                (Entry::Form, None) if model.method == SignInMethod::TOKEN => pasted(&ALICE.token),
                (Entry::Form, None) => Msg::SignIn(SignInMsg::ChooseMethod(SignInMethod::TOKEN)),
                (Entry::Closed, None) => Msg::SignIn(SignInMsg::Open),
                // It may be of no use: its list is refused.
                (Entry::Closed, Some(account)) if account.identity.delegated => {
                    Msg::Session(SessionMsg::SignOut)
                }
                (Entry::Closed, Some(account)) => match account.work {
                    Work::Offering(_) => Msg::Keys(KeysMsg::DismissOffer),
                    Work::Confirming(_) | Work::Marking(_) => Msg::Keys(KeysMsg::Keep),
                    _ => Msg::Keys(KeysMsg::Refresh),
                },
                _ => Msg::SignIn(SignInMsg::Cancel),
            };
            self.hear(next);
        }
        self.deliver();
    }

    /// The reader signs out, and everything arrives.
    pub fn end(&mut self) {
        self.hear(Msg::Session(SessionMsg::SignOut));
        self.hear(Msg::Session(SessionMsg::AnswerSignOut(false)));
        self.deliver();
        self.page.is_wiped();
    }
}

pub fn pick(n: usize, of: usize) -> Option<usize> {
    n.checked_rem(of)
}
