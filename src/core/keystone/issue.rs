//! `POST /v3/auth/tokens`: a new token, for what proves who asks. Never repeated by itself: each
//! refused one counts towards the lock of the account.
//!
//! Source: API reference, "Token authentication with scoped authorization"; each method that a
//! reader can choose has its own in `core/sign_in`.

use super::identity::Identity;
use super::{Fault, Refusal, answer, body, plausible, request};
use crate::core::admit::{Id, Token, is_hidden, shown};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request, Response};
use crate::core::json::{Json, JsonPiece, written};
use crate::core::secret::Secret;

/// How long a receipt is good for, in milliseconds (`[receipt] expiration`, 300 s by default).
pub const RECEIPT_MS: u64 = 300_000;

/// What proves who asks: a method of Keystone's, and what it is told.
pub struct Proof<'a> {
    /// The method.
    pub method: &'static str,
    /// What is in the object of the method.
    pub says: Vec<JsonPiece<'a>>,
    /// What the token is to be for.
    pub scope: TokenScope<'a>,
    /// What Keystone gave for the factors so far.
    pub receipt: Option<&'a Secret>,
}

/// What a token is for.
#[derive(Clone, Copy, Debug)]
pub enum TokenScope<'a> {
    /// What the proof itself is for.
    Own,
    /// No project, even where the user has a default project: the reader chooses.
    None,
    /// This project.
    Project(&'a Id),
}

/// A new token.
#[derive(Debug)]
pub struct Issued {
    /// The token.
    pub token: Token,
    /// What it says.
    pub identity: Identity,
}

/// Half of a multi-factor sign-in.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// `Openstack-Auth-Receipt`: stands for the factors so far.
    pub secret: Secret,
    /// Whose sign-in it is.
    pub user: Id,
}

/// Why no token was issued.
#[derive(Debug)]
pub enum NotIssued {
    /// Keystone wants a passcode as well.
    Passcode(Receipt),
    /// Keystone wants a method as well that this page cannot do; its name is safe to show.
    Method(String),
    /// Something else.
    Refused(Refusal),
}

/// Asks for a token.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, proof: Proof<'_>) -> Request {
    to(request(Method::Post, keystone, "/auth/tokens", None), proof)
}

/// Asks in `request`, which has its address.
fn to(mut request: Request, proof: Proof<'_>) -> Request {
    use JsonPiece::{Raw, Text};
    request.headers.push(("Content-Type", Secret::new("application/json".into())));
    request.headers.extend(proof.receipt.map(|r| ("Openstack-Auth-Receipt", r.clone())));
    let mut pieces = vec![
        Raw(r#"{"auth":{"identity":{"methods":[""#),
        Raw(proof.method),
        Raw(r#""],""#),
        Raw(proof.method),
        Raw(r#"":{"#),
    ];
    pieces.extend(proof.says);
    pieces.push(Raw("}}"));
    match proof.scope {
        TokenScope::Own => {}
        TokenScope::None => pieces.push(Raw(r#","scope":"unscoped""#)),
        TokenScope::Project(id) => {
            pieces.extend([Raw(r#","scope":{"project":{"id":"#), Text(id.as_str()), Raw("}}")]);
        }
    }
    pieces.push(Raw("}}"));
    request.body = Some(written(&pieces));
    request
}

/// Asks for a token for `project`, by one that is valid.
#[must_use]
pub fn ask_for_project(keystone: &KeystoneUrl, token: &Token, project: &Id) -> Request {
    let says = vec![JsonPiece::Raw(ID), JsonPiece::Text(token.as_secret().expose())];
    let scope = TokenScope::Project(project);
    let mut request = request(Method::Post, keystone, "/auth/tokens", Some(token));
    // The body has the token, and only a request without it in a header is a simple sign-in.
    request.headers.clear();
    to(request, Proof { method: "token", says, scope, receipt: None })
}

/// Reads the answer to [`ask`].
///
/// # Errors
/// 401 says neither what was wrong nor whether the account is locked. With a receipt it is half
/// of a success; see [`NotIssued`].
pub fn read(outcome: Outcome) -> Result<Issued, NotIssued> {
    read_with(outcome, Token::admit)
}

/// The same of a made-up cloud, whose tokens no Keystone can issue.
///
/// # Errors
/// As for [`read`].
pub fn read_of_sample(outcome: Outcome) -> Result<Issued, NotIssued> {
    read_with(outcome, Token::admit_of_sample)
}

fn read_with(outcome: Outcome, admit: fn(&Secret) -> Option<Token>) -> Result<Issued, NotIssued> {
    if let Ok(response) = &outcome
        && response.status == 401
        && let Some(next) = next_factor(response)
    {
        return Err(next);
    }
    let issued = || {
        let response = answer(outcome, 201)?;
        let identity = body(&response, |reply| Identity::admit(reply.get("token")?))?;
        let token = response.subject_token.as_ref().and_then(admit);
        let token = token.ok_or_else(|| Refusal {
            fault: Fault::NotKeystone,
            request_id: plausible(response.request_id.as_deref()),
        })?;
        Ok(Issued { token, identity })
    };
    issued().map_err(NotIssued::Refused)
}

/// Whether `text` is an id and not a name: 32 hexadecimal digits as Keystone makes them, or 64
/// for users of another directory (`keystone.identity.id_generators.sha256`).
#[must_use]
pub fn is_id(text: &str) -> bool {
    matches!(text.len(), 32 | 64) && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Before the id of something, in an object that says which one it is.
pub const ID: &str = r#""id":"#;
/// Before its name.
pub const NAME: &str = r#""name":"#;

/// What the body of a 401 with a receipt wants next. Its `required_auth_methods` is a list of
/// rules, each a list of methods: any rule that is complete is enough.
fn next_factor(response: &Response) -> Option<NotIssued> {
    let secret = response.receipt.clone().filter(|r| !r.expose().chars().any(is_hidden))?;
    let reply = Json::parse(response.body.expose())?;
    let receipt = reply.get("receipt")?;
    let done = receipt.list("methods")?;
    let is_done = |method: &str| done.iter().any(|d| matches!(d, Json::Text(d) if d == method));
    let mut other = None;
    for rule in reply.list("required_auth_methods")? {
        let Json::List(rule) = rule else { continue };
        let names =
            || rule.iter().filter_map(|m| if let Json::Text(m) = m { Some(m) } else { None });
        let mut missing = names().filter(|method| !is_done(method));
        match (missing.next(), missing.next()) {
            (Some(one), None) if one == "totp" => {
                let user = Id::admit(receipt.get("user")?.text("id")?)?;
                return Some(NotIssued::Passcode(Receipt { secret, user }));
            }
            (Some(one), more) => {
                let impossible = more.filter(|_| one == "totp").unwrap_or(one);
                other = Some(NotIssued::Method(shown(impossible)));
            }
            _ => {}
        }
    }
    other
}
