//! The edge without a browser.

use keyfill::core::admit::{AccessKey, Id};
use keyfill::core::app_part::AppPart;
use keyfill::core::config::Config;
use keyfill::core::http::{Method, NetError, Outcome, Request};
use keyfill::core::message::{
    CopyTarget, EdgeMsg, Effect, Focus, Msg, SessionMsg, SignInMsg, Ticket,
};
use keyfill::core::model::{Account, Entry, Listing, Millis, Model, Work};
use keyfill::core::panel::PanelOptions;
use keyfill::core::screen::{Keys, KeysPart, Screen, screen};
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::Field;
use keyfill::core::sign_in::SignInMethod;
use keyfill::core::snippet::Part;
use keyfill::core::update::update;

use crate::client_files;

pub use super::form::{filled, pasted, typed};
use super::{ALICE, ALICE_IN_HEKLA, Cloud, ELSEWHERE, Grant, ISSUED, KEYSTONE, PASSWORD};

pub const ORIGIN: &str = "https://docs.example";

/// A request that the model wants sent.
#[derive(Clone)]
pub struct Sent {
    pub ticket: Ticket,
    pub request: Request,
    pub delay: u32,
}

/// A document and what its edge has to do.
pub struct Page {
    pub model: Model,
    pub cloud: Cloud,
    /// Requests on their way, oldest first.
    pub waiting: Vec<Sent>,
    /// The method and the attempt of every request so far.
    pub log: Vec<(Method, u8)>,
    /// The method and the path of every request since a test looked last.
    pub trail: Vec<String>,
    pub copied: Vec<(CopyTarget, Secret)>,
    pub later: Vec<(u32, Msg)>,
    pub focus: Option<Focus>,
    pub filled: Vec<(Field, Secret)>,
    pub saved: Vec<(String, Secret)>,
    /// The parts of the app that were asked for.
    pub parts: Vec<AppPart>,
    /// The files of clients that were asked for.
    pub commands: Vec<String>,
    pub aborts: usize,
    /// What was done for the next page: a worker was asked for, or the session handed over.
    pub followed: Vec<Effect>,
}

impl Page {
    /// A signed-out page with two regions on one Keystone and one on another.
    pub fn new() -> Self {
        Self::with("")
    }

    /// A page with more options, as they stand in the configuration's JSON after a comma.
    pub fn with(more: &str) -> Self {
        let regions = [("Aur1", KEYSTONE), ("Aur2", KEYSTONE), ("Bor1", ELSEWHERE)].map(|(n, k)| {
            let host = n.to_lowercase();
            format!(
                r#"{{"name":"{n}","keystone_url":"{k}","s3_endpoint":"https://s3-{host}.example"}}"#
            )
        });
        let methods = r#"["token","password","application_credential"]"#;
        let regions = regions.join(",");
        let json =
            format!(r#"{{"brand":"Aurora","regions":[{regions}],"sign_in":{methods}{more}}}"#);
        let mut page = Self {
            model: Model::new(Config::from_json(&json).unwrap(), ORIGIN.into(), None),
            cloud: Cloud::new(),
            waiting: Vec::new(),
            log: Vec::new(),
            trail: Vec::new(),
            copied: Vec::new(),
            later: Vec::new(),
            focus: None,
            filled: Vec::new(),
            saved: Vec::new(),
            parts: Vec::new(),
            commands: Vec::new(),
            aborts: 0,
            followed: Vec::new(),
        };
        client_files::load(&mut page.model);
        page.tick(0);
        page
    }

    /// A page on which `grant` has signed in and seen the list.
    pub fn signed_in(grant: &Grant) -> Self {
        let mut page = Self::new();
        page.sign_in(grant);
        page
    }

    /// A page on which Alice came in with her password. She has a key in each of two projects,
    /// and is in the first.
    pub fn by_password() -> Self {
        let mut page = Self::new();
        page.cloud.plant(&ALICE);
        page.cloud.plant(&ALICE_IN_HEKLA);
        page.model.method = SignInMethod::PASSWORD;
        page.say(typed("alice", PASSWORD));
        page.settle();
        page.say(SignInMsg::ChooseProject(Id::admit("katla").unwrap()));
        page.settle();
        page.asked();
        page
    }

    pub fn sign_in(&mut self, grant: &Grant) {
        self.say(SignInMsg::Open);
        self.say(pasted(&grant.token));
        self.settle();
        assert!(self.model.account().is_some(), "not signed in: {:?}", self.model.notice);
    }

    /// The reader signs out, and keeps the pasted token.
    pub fn sign_out(&mut self) {
        self.say(SessionMsg::SignOut);
        self.say(SessionMsg::AnswerSignOut(false));
    }

    /// Takes a message into the model and keeps what it wants done.
    pub fn say(&mut self, msg: impl Into<Msg>) {
        for effect in update(&mut self.model, msg.into()) {
            match effect {
                Effect::Send(ticket, request, delay) => self.send(ticket, request, delay),
                Effect::SendInTurn(requests) => {
                    for (ticket, request) in requests {
                        self.send(ticket, request, 0);
                    }
                }
                // Replies that were under way already still come: a browser cannot stop those.
                Effect::AbortUnwanted => self.aborts += 1,
                Effect::Fill(field, text) => self.filled.push((field, text)),
                Effect::Download(name, text) => self.saved.push((name, text)),
                Effect::Copy(target, text) => self.copied.push((target, text)),
                Effect::Keep(_) => {}
                // In a test they are one program.
                Effect::FetchPart(part) => self.parts.push(part),
                Effect::FetchCommands(name) => self.commands.push(name),
                Effect::Later(delay, msg) => self.later.push((delay, msg)),
                effect @ (Effect::Follow | Effect::Taken | Effect::HandOver(..)) => {
                    self.followed.push(effect);
                }
                Effect::Focus(focus) => self.focus = Some(focus),
            }
        }
    }

    fn send(&mut self, ticket: Ticket, request: Request, delay: u32) {
        self.log.push((request.method, ticket.attempt));
        let path = request.url.trim_start_matches(KEYSTONE);
        self.trail.push(format!("{:?} {path}", request.method));
        self.waiting.push(Sent { ticket, request, delay });
    }

    /// `now` milliseconds after the page was opened, with a right wall clock.
    pub fn tick(&mut self, now: Millis) {
        self.say(EdgeMsg::Tick(now, ISSUED + i64::try_from(now).unwrap()));
    }

    /// The oldest request leaves the queue.
    pub fn take(&mut self) -> Sent {
        assert!(!self.waiting.is_empty(), "no request is on its way");
        self.waiting.remove(0)
    }

    pub fn deliver(&mut self, sent: &Sent, outcome: Outcome) {
        self.say(EdgeMsg::Replied(sent.ticket.clone(), outcome));
    }

    /// The oldest request is carried out and answered.
    pub fn step(&mut self) {
        let sent = self.take();
        let response = self.cloud.answer(&sent.request);
        self.deliver(&sent, Ok(response));
    }

    /// Requests are answered until none is left.
    pub fn settle(&mut self) {
        while !self.waiting.is_empty() {
            self.step();
        }
    }

    /// The oldest request is carried out, and its answer is replaced.
    pub fn lose(&mut self, outcome: Outcome) {
        let sent = self.take();
        self.cloud.answer(&sent.request);
        self.deliver(&sent, outcome);
    }

    /// The oldest request is not carried out; something else happens.
    pub fn instead(&mut self, outcome: Outcome) {
        let sent = self.take();
        self.deliver(&sent, outcome);
    }

    /// The network is down for the oldest request.
    pub fn cut(&mut self) {
        self.instead(Err(NetError::Unreachable));
    }

    /// What a panel shows that has no options.
    pub fn screen(&self) -> Screen {
        screen(&self.model, &PanelOptions::default())
    }

    /// The keys of that panel.
    pub fn keys(&self) -> Keys {
        keys_of(self.screen())
    }

    pub fn account(&self) -> &Account {
        self.model.account().expect("nobody is signed in")
    }

    pub fn work(&self) -> &Work {
        &self.account().work
    }

    /// The access keys in the list.
    pub fn own(&self) -> Vec<&str> {
        match &self.account().listing {
            Listing::Known(known) => known.own.iter().map(|c| c.access().as_str()).collect(),
            listing => panic!("no list: {listing:?}"),
        }
    }

    /// The access key in the commands.
    pub fn chosen(&self) -> Option<&str> {
        match &self.model.account()?.listing {
            Listing::Known(known) => known.chosen.as_ref().map(AccessKey::as_str),
            _ => None,
        }
    }

    /// What was asked since the last look.
    pub fn asked(&mut self) -> Vec<String> {
        std::mem::take(&mut self.trail)
    }

    pub fn count(&self, method: Method) -> usize {
        self.log.iter().filter(|(sent, _)| *sent == method).count()
    }

    /// Fails when a signed-out page holds a secret, or a page of any kind would print one.
    pub fn check_secrets(&self) {
        let shown = self.screen();
        if self.model.account().is_none() {
            let commands = shown.commands.as_ref().unwrap();
            let parts = commands.steps.iter().flat_map(|step| &step.snippet.parts);
            assert_eq!(parts.filter(|part| matches!(part, Part::Secret(_))).count(), 0);
            assert!(shown.keys.is_none() && commands.filled.is_none());
        }
        nothing_leaks(&self.model);
        nothing_leaks(&shown);
    }

    /// Fails unless no token and no key is held.
    pub fn is_wiped(&self) {
        assert!(self.model.account().is_none());
        assert!(matches!(self.model.entry, Entry::Closed | Entry::Form));
        assert!(!self.model.revealed, "the next session would show its secrets");
        self.check_secrets();
    }
}

/// The keys of a panel of somebody who is signed in.
pub fn keys_of(screen: Screen) -> Keys {
    match screen.keys {
        Some(KeysPart::There(keys)) => *keys,
        other => panic!("no keys: {other:?}"),
    }
}

/// Fails when the `Debug` text of a value holds a secret or a token.
pub fn nothing_leaks(value: &impl std::fmt::Debug) {
    let text = format!("{value:?}");
    assert!(!text.contains(super::SECRET_MARK) && !text.contains(super::TOKEN_MARK), "{text}");
}

pub fn key(access: &str) -> AccessKey {
    AccessKey::admit(access).unwrap()
}
