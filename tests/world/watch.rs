//! What was observed, and what must hold after each message.

use std::collections::{BTreeMap, BTreeSet};

use keyfill::core::http::{Method, Outcome, Request};
use keyfill::core::message::{Call, Msg};
use keyfill::core::model::{Entry, Listing, Millis, Model, Parting, Stage, Waiting, Work};

use crate::cloud::page::{Page, Sent, is_create};
use crate::cloud::{ELSEWHERE, HOUR, TOKEN_MARK};

/// What was observed since the page was opened.
#[derive(Default)]
pub struct Watch {
    /// Creates that the model accepted from the reader.
    pub clicks: usize,
    /// The ways in and the changes of project that the model accepted from the reader.
    ways: usize,
    /// Tokens for a project that were asked for without a further question.
    scoped: usize,
    /// Tokens that the page obtained, and when they end.
    pub obtained: BTreeMap<String, Millis>,
    /// Those that it may forget: it was left, or they came to their end.
    pub forgiven: BTreeSet<String>,
    /// The tokens whose end the page asked for.
    pub revoked: BTreeSet<String>,
    /// The keys that the reader confirmed and that were not asked for yet.
    confirmed: BTreeSet<String>,
}

/// What a message may bring about, by the model before it.
#[allow(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub struct Before {
    allowed: Option<BTreeSet<String>>,
    is_click: bool,
    is_way: bool,
    is_choice: bool,
    is_listed: bool,
    is_leaving: bool,
    is_asked: bool,
}

impl Before {
    pub fn new(model: &Model, msg: &Msg, watch: &mut Watch) -> Self {
        let account = model.account();
        if let (Msg::ConfirmDelete, Some(Work::Confirming(keys))) =
            (msg, account.map(|account| &account.work))
        {
            watch.confirmed = keys.iter().map(|key| key.as_str().to_owned()).collect();
        }
        if let Msg::Replied(_, Ok(response)) = msg
            && let Some(token) = &response.subject_token
        {
            let end = model.now + Millis::try_from(HOUR).unwrap();
            watch.obtained.entry(token.expose().to_owned()).or_insert(end);
        }
        Self {
            allowed: allowed_choices(model, msg),
            is_click: matches!(msg, Msg::Create | Msg::Rotate(_)),
            is_way: matches!(msg, Msg::Submit(_) | Msg::SwitchProject),
            is_choice: matches!(msg, Msg::ChooseProject(_)),
            is_listed: matches!(&model.entry, Entry::Waiting(Waiting::Projects(_), _))
                && matches!(msg, Msg::Replied(ticket, Ok(_)) if ticket.call == Call::Projects),
            is_leaving: matches!(msg, Msg::Leave),
            is_asked: matches!(msg, Msg::Part(true))
                && account.is_some_and(|account| account.parting == Some(Parting::Leaving)),
        }
    }
}

impl Watch {
    /// Looks at what became of one message: `sent` is what the model wanted sent.
    pub fn look(&mut self, before: &Before, page: &Page, sent: &[Sent]) {
        let now = page.model.now;
        let is_over = |end: Millis| before.is_leaving || end <= now;
        let over = self.obtained.iter().filter(|(_, end)| is_over(**end));
        self.forgiven.extend(over.map(|(token, _)| token.clone()));
        let mut others = 0;
        for Sent { ticket, request, .. } in sent {
            let is_get = request.method == Method::Get;
            assert!(ticket.attempt == 0 || (is_get && ticket.attempt <= 2));
            assert!(!(request.url.starts_with(ELSEWHERE) && holds_issued(request)));
            if let Call::Revoke(_) = ticket.call {
                self.see_revocation(before, request);
                continue;
            }
            others += 1;
            self.see_request(before, ticket.attempt, request);
        }
        assert!(others <= 1, "one message, one request");
        // What was confirmed ends with the work: nothing is deleted after a failure.
        let work = page.model.account().map(|account| &account.work);
        if !matches!(work, Some(Work::Deleting(_) | Work::Checking(_))) {
            self.confirmed.clear();
        }
        if let Some(chosen) = page.chosen() {
            let own = page.own();
            let by_list = before.allowed.is_none() && own.first() == Some(&chosen);
            let asked = before.allowed.as_ref().is_some_and(|keys| keys.contains(chosen));
            assert!(by_list || asked, "{chosen} came into the commands unasked");
            assert!(own.contains(&chosen), "the key in the commands is not in the list");
        }
    }

    fn see_revocation(&mut self, before: &Before, request: &Request) {
        let (_, token) =
            request.headers.iter().find(|(name, _)| *name == "X-Subject-Token").unwrap();
        let token = token.expose().to_owned();
        let own = self.obtained.contains_key(&token);
        assert!(own || before.is_asked, "the reader's own token was revoked unasked");
        assert!(self.revoked.insert(token) || !own, "a token was revoked twice");
    }

    fn see_request(&mut self, before: &Before, attempt: u8, request: &Request) {
        let path = &request.url;
        let is_keys = path.contains("/credentials/OS-EC2");
        match request.method {
            Method::Post if is_keys => {
                assert!(before.is_click, "a create nobody asked for");
                self.clicks += 1;
            }
            Method::Post if before.is_listed => {
                self.scoped += 1;
                assert!(self.scoped <= self.ways, "more tokens than ways in");
            }
            Method::Post => assert!(before.is_way || before.is_choice, "a token nobody asked for"),
            Method::Delete => {
                let (_, access) = path.rsplit_once('/').unwrap();
                assert!(is_keys && self.confirmed.remove(access), "{access} was not confirmed");
            }
            Method::Get => {}
        }
        self.ways += usize::from(before.is_way && attempt == 0);
    }
}

fn holds_issued(request: &Request) -> bool {
    let issued = [TOKEN_MARK, "issued"].concat();
    let headers = request.headers.iter().map(|(_, value)| value);
    headers.chain(&request.body).any(|text| text.expose().contains(&issued))
}

/// The keys that may stand in the commands after `msg`: the one there now, the one that the
/// reader asks for, by choosing or by creating. `None` before the first list, which may put
/// its first key in.
fn allowed_choices(model: &Model, msg: &Msg) -> Option<BTreeSet<String>> {
    let account = model.account()?;
    let Listing::Known(known) = &account.listing else { return None };
    let chosen = known.chosen.iter().map(|key| key.as_str().to_owned());
    let mut keys: BTreeSet<String> = chosen.collect();
    let rotation = account.rotation.as_ref().map(|rotation| &rotation.stage);
    match (msg, rotation) {
        (Msg::ChooseCredential(access), _) | (Msg::Switch, Some(Stage::Proving(access))) => {
            keys.insert(access.as_str().into());
        }
        (Msg::Replied(ticket, outcome), None | Some(Stage::Proving(_) | Stage::Switched(_)))
            if is_create(ticket) && matches!(account.work, Work::Creating) =>
        {
            keys.extend(created(outcome));
        }
        _ => {}
    }
    Some(keys)
}

fn created(outcome: &Outcome) -> Option<String> {
    let response = outcome.as_ref().ok()?;
    let body: serde_json::Value = serde_json::from_str(response.body.expose()).ok()?;
    body["credential"]["access"].as_str().map(str::to_owned)
}
