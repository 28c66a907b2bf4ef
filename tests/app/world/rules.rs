//! What must hold after each message.

use std::collections::{BTreeMap, BTreeSet};

use keyfill::core::http::{Method, Request};
use keyfill::core::message::{Call, EdgeMsg, KeysMsg, Msg, SessionMsg, SignInMsg};
use keyfill::core::model::{Listing, Millis, Model, Stage, Work};

use super::World;
use crate::cloud::page::Sent;
use crate::cloud::{HOUR, KEYSTONE, TOKEN_MARK};
use keyfill::core::words::catalog::notices::IDLE;

/// What was observed so far.
#[derive(Default)]
pub struct Seen {
    /// Creates that the model accepted from the reader.
    clicks: usize,
    /// The keys that the reader confirmed to delete, as long as their deletes are not sent.
    confirmed: Vec<String>,
    /// The tokens whose revocation was asked for.
    revoking: BTreeSet<String>,
    /// The tokens that reached the page, and when they end.
    known: BTreeMap<String, Millis>,
    /// The lists of projects from which a token was asked for without the reader.
    listed: BTreeSet<u32>,
    /// The tokens that ended, or that a page that was left could not end.
    pub forgotten: BTreeSet<String>,
}

impl World {
    /// A message reaches the model, and what changes is looked at.
    pub fn hear(&mut self, msg: Msg) {
        let before = Before::of(&self.page.model, &msg);
        let (at, waiting) = (self.page.log.len(), self.page.waiting.len());
        self.page.say(msg);
        for (method, attempt) in &self.page.log[at..] {
            assert!(*attempt == 0 || (*method == Method::Get && *attempt <= 2));
        }
        let sent: Vec<Sent> = self.page.waiting[waiting..].to_vec();
        self.look_at_requests(&before, &sent);
        self.look_at_tokens(&before);
        self.look_at_the_choice(&before);
        self.look_at_the_time(&before);

        // It must not panic; printing all of it each time would take most of the test's time.
        let shown = self.page.screen();
        if shown.keys.is_none() {
            self.page.check_secrets();
        }
        let (cloud, clicks) = (&self.page.cloud, self.seen.clicks);
        assert!(cloud.made <= clicks, "{} made by {clicks} clicks", cloud.made);
        assert!(cloud.credentials.len() <= cloud.made + self.planted);
    }

    fn look_at_requests(&mut self, before: &Before, sent: &[Sent]) {
        let seen = &mut self.seen;
        if let Some(keys) = &before.confirms {
            seen.confirmed.clone_from(keys);
        }
        let mut others = 0;
        for Sent { ticket, request, .. } in sent {
            others += 1;
            match &ticket.call {
                Call::Revoke(asked) => {
                    let token = header(request, "X-Subject-Token");
                    assert!(request.url.starts_with(KEYSTONE), "a token goes to its Keystone");
                    assert_eq!(is_obtained(&token), !asked);
                    assert!(!asked || before.parts, "a pasted token is revoked unasked");
                    assert!(seen.revoking.insert(token) || *asked, "revoked twice");
                    others -= 1;
                }
                Call::Create(_) => {
                    assert!(before.creates, "a create nobody asked for");
                    seen.clicks += 1;
                }
                Call::Delete(access, _) => {
                    let at = seen.confirmed.iter().position(|key| key == access.as_str());
                    seen.confirmed.remove(at.expect("a delete nobody confirmed"));
                }
                Call::Issue => {
                    let by_itself = before.projects.is_some_and(|n| seen.listed.insert(n));
                    assert!(before.signs_in || by_itself, "a sign-in nobody asked for");
                }
                Call::Projects => assert!(ticket.attempt > 0 || before.asks_projects),
                Call::Validate | Call::List => {}
            }
        }
        assert!(others <= 1, "one message, one request besides revocations");
        if let Some(asked) = question(&self.page.model) {
            let as_before = before.question.as_ref() == Some(&asked);
            assert!(before.asks || as_before, "a question about deletion that nobody raised");
        }
    }

    /// No token that the page obtained is dropped without its end, and none ends in use.
    fn look_at_tokens(&mut self, before: &Before) {
        let (held, seen) = (held(&self.page.model), &mut self.seen);
        for token in &held {
            assert!(!seen.revoking.contains(token), "revoked while it is held");
        }
        let now = self.page.model.now;
        let end = now + Millis::try_from(HOUR).unwrap();
        if let Some(token) = &before.brings
            && !seen.known.contains_key(token)
        {
            seen.known.insert(token.clone(), end);
            assert!(held.contains(token) || seen.revoking.contains(token), "dropped on arrival");
        }
        for token in before.held.difference(&held).filter(|t| !seen.revoking.contains(*t)) {
            let has_ended = seen.known.get(token).is_some_and(|end| *end <= now);
            assert!(before.leaves || has_ended, "a token is dropped and not revoked");
            seen.forgotten.insert(token.clone());
        }
        if self.page.model.account().is_none() {
            assert!(!self.page.model.revealed);
        }
    }

    /// Only the reader keeps a session awake, and nobody idle loses one without a warning that
    /// could have been seen.
    fn look_at_the_time(&self, before: &Before) {
        let model = &self.page.model;
        assert!(model.active == before.active || before.by_the_reader, "kept awake by itself");
        if self.page.what().contains("without activity") && !before.has_idle_notice {
            assert!(model.now >= before.active + model.config.idle_ms, "ended too early");
        }
        let shown = self.page.screen().idle;
        assert!(shown.is_none_or(|idle| (1..=60).contains(&idle.seconds)));
    }

    fn look_at_the_choice(&self, before: &Before) {
        if let Some(chosen) = self.page.chosen() {
            let own = self.page.own();
            let by_list = before.choices.is_none() && own.first() == Some(&chosen);
            let allowed = before.choices.as_ref().is_some_and(|keys| keys.contains(chosen));
            assert!(by_list || allowed, "{chosen} is in the commands unasked");
            assert!(own.contains(&chosen), "the key in the commands is not in the list");
        }
    }
}

/// What a message may do, seen before the model takes it.
#[allow(clippy::struct_excessive_bools, reason = "each is a permission of its own")]
struct Before {
    creates: bool,
    signs_in: bool,
    asks_projects: bool,
    parts: bool,
    leaves: bool,
    asks: bool,
    by_the_reader: bool,
    has_idle_notice: bool,
    /// When the reader had last done something.
    active: Millis,
    /// The number of the list of projects that it brings.
    projects: Option<u32>,
    /// The token that it brings.
    brings: Option<String>,
    /// The keys that it confirms to delete.
    confirms: Option<Vec<String>>,
    /// The keys that the reader was asked about.
    question: Option<Vec<String>>,
    /// The tokens that the page has obtained and holds.
    held: BTreeSet<String>,
    /// The keys that may stand in the commands after it. `None` before the first list, which
    /// may put its first key in.
    choices: Option<BTreeSet<String>>,
}

impl Before {
    fn of(model: &Model, msg: &Msg) -> Self {
        let reply = if let Msg::Edge(EdgeMsg::Replied(ticket, outcome)) = msg {
            Some((ticket, outcome.as_ref().ok()))
        } else {
            None
        };
        let call = reply.map(|(ticket, _)| &ticket.call);
        let answer = reply.and_then(|(_, answer)| answer);
        let question = question(model);
        let confirms =
            question.clone().filter(|_| matches!(msg, Msg::Keys(KeysMsg::ConfirmDelete)));
        Self {
            creates: matches!(msg, Msg::Keys(KeysMsg::Create | KeysMsg::Rotate(_))),
            signs_in: matches!(
                msg,
                Msg::SignIn(SignInMsg::Submit(_) | SignInMsg::ChooseProject(_))
            ),
            asks_projects: matches!(msg, Msg::SignIn(SignInMsg::SwitchProject))
                || matches!(call, Some(Call::Issue | Call::Validate)),
            parts: matches!(msg, Msg::Session(SessionMsg::AnswerSignOut(true))),
            leaves: matches!(msg, Msg::Edge(EdgeMsg::Leave)),
            projects: reply.filter(|_| call == Some(&Call::Projects)).map(|(t, _)| t.number),
            brings: answer.and_then(|a| Some(a.subject_token.as_ref()?.expose().to_owned())),
            asks: matches!(msg, Msg::Keys(KeysMsg::AskDelete(_) | KeysMsg::AskDeleteMarked)),
            by_the_reader: !matches!(
                msg,
                Msg::Edge(
                    EdgeMsg::Replied(..)
                        | EdgeMsg::Tick(..)
                        | EdgeMsg::Watch
                        | EdgeMsg::Leave
                        | EdgeMsg::StartOver
                )
            ),
            has_idle_notice: model
                .notice
                .as_ref()
                .is_some_and(|notice| notice.what[0].text == IDLE),
            active: model.active,
            confirms,
            question,
            held: held(model),
            choices: choices(model, msg),
        }
    }
}

fn choices(model: &Model, msg: &Msg) -> Option<BTreeSet<String>> {
    let account = model.account()?;
    let Listing::Known(known) = &account.listing else { return None };
    let mut keys: BTreeSet<String> =
        known.chosen.iter().map(|key| key.as_str().to_owned()).collect();
    let rotation = account.rotation.as_ref().map(|rotation| &rotation.stage);
    match (msg, rotation) {
        (Msg::Keys(KeysMsg::Choose(access)), _)
        | (Msg::Keys(KeysMsg::Switch), Some(Stage::Proving(access))) => {
            keys.insert(access.as_str().into());
        }
        (Msg::Edge(EdgeMsg::Replied(ticket, Ok(response))), rotation)
            if matches!(ticket.call, Call::Create(_))
                && account.awaited == Some(ticket.number)
                && !matches!(rotation, Some(Stage::Creating)) =>
        {
            let body: serde_json::Value =
                serde_json::from_str(response.body.expose()).unwrap_or_default();
            keys.extend(body["credential"]["access"].as_str().map(str::to_owned));
        }
        _ => {}
    }
    Some(keys)
}

/// The keys that the reader is asked about.
fn question(model: &Model) -> Option<Vec<String>> {
    match &model.account()?.work {
        Work::Confirming(keys) => Some(keys.iter().map(|key| key.as_str().to_owned()).collect()),
        _ => None,
    }
}

/// The tokens in the model that Keystone has issued to the page.
fn held(model: &Model) -> BTreeSet<String> {
    let account = model.account().into_iter();
    let of_account = account.flat_map(|a| {
        a.spent
            .iter()
            .map(|(token, _)| token)
            .chain(&a.scoped)
            .chain(std::iter::once(&a.root.token))
    });
    let on_the_way = model.entry.holder().map(|holder| &holder.root.token);
    let all = of_account.chain(on_the_way).map(|token| token.as_secret().expose().to_owned());
    all.filter(|token| is_obtained(token)).collect()
}

fn is_obtained(token: &str) -> bool {
    token.strip_prefix(TOKEN_MARK).is_some_and(|rest| rest.starts_with("issued-"))
}

fn header(request: &Request, name: &str) -> String {
    let found = request.headers.iter().find(|(other, _)| *other == name);
    found.map_or_else(String::new, |(_, value)| value.expose().to_owned())
}

/// The token that a request would revoke.
pub fn ends(sent: &Sent) -> Option<String> {
    matches!(sent.ticket.call, Call::Revoke(_)).then(|| header(&sent.request, "X-Subject-Token"))
}
