//! `POST /v3/auth/tokens`: a new token, for what proves who asks. Never repeated by itself: each
//! refused one counts towards the lock of the account.
//!
//! Source: API reference, "Password authentication with unscoped authorization", "Token
//! authentication with scoped authorization", "Authenticating with an Application Credential",
//! and the administrator's guide, "Multi-Factor Authentication".

use super::identity::Identity;
use super::{Fault, Refusal, answer, body, plausible, request};
use crate::core::admit::{Id, Token, is_hidden, shown};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request, Response};
use crate::core::json::{Json, JsonPiece, written};
use crate::core::secret::Secret;

/// How long a receipt is good for, in milliseconds (`[receipt] expiration`, 300 s by default).
pub const RECEIPT_MS: u64 = 300_000;

/// What proves who asks.
#[derive(Clone, Copy, Debug)]
pub enum Proof<'a> {
    /// A password.
    Password(Person<'a>, &'a Secret),
    /// A passcode, after a password that Keystone gave a receipt for.
    Passcode(&'a Receipt, &'a str),
    /// The secret of an application credential with this id.
    ApplicationCredential(&'a str, &'a Secret),
    /// The secret of an application credential with this name, and whose it is.
    NamedApplicationCredential(&'a str, Person<'a>, &'a Secret),
    /// A valid token: gives one for this project.
    Token(&'a Token, &'a Id),
}

/// A user by name. The domain is given by name or by id: see [`is_id`].
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The name, or the id.
    pub user: &'a str,
    /// The domain of the user.
    pub domain: &'a str,
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

/// Asks for a token. A password and a passcode give one without a project, even where the user
/// has a default project: the reader chooses. An application credential has its project.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, proof: Proof<'_>) -> Request {
    use JsonPiece::{Raw, Text};
    let mut request = request(Method::Post, keystone, "/auth/tokens", None);
    request.headers.push(("Content-Type", Secret::new("application/json".into())));
    let user = |person: Person<'_>| if is_id(person.user) { ID } else { NAME };
    // Every Keystone has a domain with the id `default`.
    let domain = |person: Person<'_>| {
        if person.domain == "default" || is_id(person.domain) { ID } else { NAME }
    };
    request.body = Some(match proof {
        Proof::Password(person, password) => written(&[
            Raw(r#"{"auth":{"identity":{"methods":["password"],"password":{"user":{"#),
            Raw(user(person)),
            Text(person.user),
            Raw(r#","domain":{"#),
            Raw(domain(person)),
            Text(person.domain),
            Raw(r#"},"password":"#),
            Text(password.expose()),
            Raw(r#"}}},"scope":"unscoped"}}"#),
        ]),
        Proof::Passcode(receipt, passcode) => {
            request.headers.push(("Openstack-Auth-Receipt", receipt.secret.clone()));
            written(&[
                Raw(r#"{"auth":{"identity":{"methods":["totp"],"totp":{"user":{"id":"#),
                Text(receipt.user.as_str()),
                Raw(r#","passcode":"#),
                Text(passcode),
                Raw(r#"}}},"scope":"unscoped"}}"#),
            ])
        }
        Proof::ApplicationCredential(id, secret) => written(&[
            Raw(APPLICATION_CREDENTIAL),
            Raw(ID),
            Text(id),
            Raw(r#","secret":"#),
            Text(secret.expose()),
            Raw("}}}}"),
        ]),
        Proof::NamedApplicationCredential(name, person, secret) => written(&[
            Raw(APPLICATION_CREDENTIAL),
            Raw(NAME),
            Text(name),
            Raw(r#","user":{"#),
            Raw(user(person)),
            Text(person.user),
            Raw(r#","domain":{"#),
            Raw(domain(person)),
            Text(person.domain),
            Raw(r#"}},"secret":"#),
            Text(secret.expose()),
            Raw("}}}}"),
        ]),
        Proof::Token(token, project) => written(&[
            Raw(r#"{"auth":{"identity":{"methods":["token"],"token":{"id":"#),
            Text(token.as_secret().expose()),
            Raw(r#"}},"scope":{"project":{"id":"#),
            Text(project.as_str()),
            Raw("}}}}"),
        ]),
    });
    request
}

/// Reads the answer to [`ask`].
///
/// # Errors
/// 401 says neither what was wrong nor whether the account is locked. With a receipt it is half
/// of a success; see [`NotIssued`].
pub fn read(outcome: Outcome) -> Result<Issued, NotIssued> {
    if let Ok(response) = &outcome
        && response.status == 401
        && let Some(next) = next_factor(response)
    {
        return Err(next);
    }
    let issued = || {
        let response = answer(outcome, 201)?;
        let identity = body(&response, |reply| Identity::admit(reply.get("token")?))?;
        let token = response.subject_token.as_ref().and_then(Token::admit);
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

const ID: &str = r#""id":"#;
const NAME: &str = r#""name":"#;
const APPLICATION_CREDENTIAL: &str =
    r#"{"auth":{"identity":{"methods":["application_credential"],"application_credential":{"#;

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
