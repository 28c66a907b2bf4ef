//! Everything that can happen to a page and its Keystone, one step at a time, with what must
//! hold after each of them.

use std::collections::BTreeSet;

use keyfill::core::http::{Method, NetError, Response};
use keyfill::core::message::{CopyTarget, Msg};
use keyfill::core::model::{Entry, Listing, Model, Work};
use keyfill::core::screen::screen;
use keyfill::core::snippet::{Client, Form};
use proptest::prelude::*;

use crate::cloud::page::{Page, Sent, is_create, key, pasted};
use crate::cloud::{self, ALICE, ALICE_IN_HEKLA, Grant, refusal};

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
    /// Milliseconds pass.
    Wait(u32),
    /// Another program makes a credential.
    Plant,
    /// Another program deletes one.
    Uproot(usize),
}

#[derive(Clone, Copy, Debug)]
pub enum Say {
    SignIn,
    SignInElsewhere,
    Cancel,
    SignOut,
    Leave,
    Create,
    StopWaiting,
    Refresh,
    Choose,
    AskDelete,
    Keep,
    ConfirmDelete,
    DismissOffer,
    Region,
    Copy,
    Show,
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
    /// When the page's clock stands.
    now: u64,
    arriving: Vec<(Sent, Response)>,
    /// Creates that the model accepted from the reader.
    clicks: usize,
    /// Credentials that other programs made.
    planted: usize,
}

pub fn step() -> impl Strategy<Value = Step> {
    use Say::*;
    // What moves things on is as likely as what disturbs them.
    let say = prop_oneof![
        6 => Just(Create),
        3 => Just(SignIn),
        1 => Just(SignInElsewhere),
        2 => prop_oneof![Just(Cancel), Just(SignOut), Just(Leave), Just(Region), Just(Show)],
        6 => prop_oneof![Just(StopWaiting), Just(Refresh), Just(Choose), Just(Copy)],
        4 => prop_oneof![Just(AskDelete), Just(Keep), Just(ConfirmDelete), Just(DismissOffer)],
    ];
    let loss = || {
        prop_oneof![
            Just(Loss::Unreachable),
            Just(Loss::Timeout),
            Just(Loss::Server),
            Just(Loss::Html)
        ]
    };
    prop_oneof![
        6 => (say, 0..8usize).prop_map(|(say, n)| Step::Say(say, n)),
        5 => (0..4usize).prop_map(Step::Serve),
        5 => (0..4usize).prop_map(Step::Arrive),
        1 => (0..4usize).prop_map(Step::Duplicate),
        2 => (0..4usize, loss()).prop_map(|(n, loss)| Step::Lose(n, loss)),
        1 => (0..4usize, loss()).prop_map(|(n, loss)| Step::Cut(n, loss)),
        1 => prop_oneof![9 => 0..60_000u32, 1 => 0..4_000_000u32].prop_map(Step::Wait),
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
        page.cloud.plant(&ALICE);
        Self { page, now: 0, arriving: Vec::new(), clicks: 0, planted: 1 }
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Say(say, n) => {
                let msg = self.msg(say, n);
                self.hear(msg);
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

    fn msg(&self, say: Say, n: usize) -> Msg {
        let all = &self.page.cloud.credentials;
        let access = || key(pick(n, all.len()).map_or("gone", |n| &all[n].access));
        let token = |grant: &Grant| pasted(&grant.token);
        match say {
            Say::SignIn => token(&ALICE),
            Say::SignInElsewhere => token(&ALICE_IN_HEKLA),
            Say::Cancel => Msg::CancelSignIn,
            Say::SignOut => Msg::SignOut,
            Say::Leave => Msg::Leave,
            Say::Create => Msg::Create,
            Say::StopWaiting => Msg::StopWaiting,
            Say::Refresh => Msg::Refresh,
            Say::Choose => Msg::ChooseCredential(access()),
            Say::AskDelete => Msg::AskDelete(access()),
            Say::Keep => Msg::KeepCredential,
            Say::ConfirmDelete => Msg::ConfirmDelete,
            Say::DismissOffer => Msg::DismissOffer,
            Say::Region => Msg::ChooseRegion(n),
            Say::Copy => Msg::Copy(CopyTarget::Step(n)),
            Say::Show if n.is_multiple_of(2) => Msg::Reveal(true),
            Say::Show => {
                let form = if n == 1 { Form::Quick } else { Form::Prompt };
                if n < 5 { Msg::ChooseForm(form) } else { Msg::ChooseClient(Client::ALL[n - 3]) }
            }
        }
    }

    /// A message reaches the model, and what changes is looked at.
    fn hear(&mut self, msg: Msg) {
        let allowed = allowed_choices(&self.page.model, &msg);
        let is_click = matches!(msg, Msg::Create);
        let (posts, deletes) = (self.page.count(Method::Post), self.page.count(Method::Delete));
        let is_confirmation = matches!(msg, Msg::ConfirmDelete);
        let at = self.page.log.len();
        self.page.say(msg);

        assert!(self.page.log[at..].len() <= 1, "one message, one request");
        assert!(self.page.count(Method::Post) == posts || is_click, "a create nobody asked for");
        assert!(self.page.count(Method::Delete) == deletes || is_confirmation);
        for (method, attempt) in &self.page.log[at..] {
            assert!(*attempt == 0 || (*method == Method::Get && *attempt <= 2));
        }
        self.clicks += self.page.count(Method::Post) - posts;
        if let Some(chosen) = self.page.chosen() {
            let first = allowed.is_none();
            let own = self.page.own();
            let by_list = first && own.first() == Some(&chosen);
            assert!(by_list || allowed.is_some_and(|keys| keys.contains(chosen)), "{chosen}");
            assert!(own.contains(&chosen), "the key in the commands is not in the list");
        }
        // It must not panic; printing all of it each time would take most of the test's time.
        let shown = screen(&self.page.model);
        if shown.keys.is_none() {
            self.page.check_secrets();
        }
        let cloud = &self.page.cloud;
        assert!(cloud.made <= self.clicks, "{} made by {} clicks", cloud.made, self.clicks);
        assert!(cloud.credentials.len() <= cloud.made + self.planted);
    }

    /// Everything arrives, and the reader looks at the list once more.
    pub fn rest(&mut self) {
        for _ in 0..8 {
            while !(self.page.waiting.is_empty() && self.arriving.is_empty()) {
                self.take(Step::Serve(0));
                self.take(Step::Arrive(0));
            }
            let refresh = match (&self.page.model.entry, self.page.model.account()) {
                (Entry::Closed | Entry::Form, None) => pasted(&ALICE.token),
                (Entry::Closed, Some(account)) => match account.work {
                    Work::Offering(_) => Msg::DismissOffer,
                    Work::Confirming(_) | Work::Marking(_) => Msg::KeepCredential,
                    _ => Msg::Refresh,
                },
                _ => Msg::CancelSignIn,
            };
            if self.page.model.account().is_none() {
                self.hear(Msg::ChooseRegion(0));
            }
            self.hear(refresh);
        }
        while !(self.page.waiting.is_empty() && self.arriving.is_empty()) {
            self.take(Step::Serve(0));
            self.take(Step::Arrive(0));
        }
    }
}

fn pick(n: usize, of: usize) -> Option<usize> {
    n.checked_rem(of)
}

/// The keys that may stand in the commands after `msg`: the one there now, the one that the
/// reader asks for, by choosing or by creating. `None` before the first list, which may put
/// its first key in.
fn allowed_choices(model: &Model, msg: &Msg) -> Option<BTreeSet<String>> {
    let account = model.account()?;
    let Listing::Known(known) = &account.listing else { return None };
    let chosen = known.chosen.iter().map(|key| key.as_str().to_owned());
    let mut keys: BTreeSet<String> = chosen.collect();
    match msg {
        Msg::ChooseCredential(access) => {
            keys.insert(access.as_str().into());
        }
        Msg::Replied(ticket, Ok(response))
            if is_create(ticket) && matches!(account.work, Work::Creating) =>
        {
            let body: serde_json::Value =
                serde_json::from_str(response.body.expose()).unwrap_or_default();
            keys.extend(body["credential"]["access"].as_str().map(str::to_owned));
        }
        _ => {}
    }
    Some(keys)
}
