//! Keystone's API v3, one file per endpoint: the request as a value, and how its answer is read.
//!
//! Statuses and bodies are read here and nowhere else. Error text is never matched, because
//! Keystone translates it by `Accept-Language`.
//! Source: <https://docs.openstack.org/api-ref/identity/v3/>.
//!
//! A URL from a server is never requested: `request` makes every request, from a `KeystoneUrl`,
//! and only `KeystoneUrl::parse` makes one of those; in the name of a made-up cloud's token it has
//! an address that nothing is fetched from (`core/sample`). `tests/app/codecs.rs` reads real exchanges
//! with three versions of Keystone, `tests/app/hostile.rs` what none would say.

pub mod create;
pub mod delete;
pub mod identity;
pub mod issue;
pub mod list;
pub mod projects;
pub mod revoke;
pub mod time;
pub mod validate;

use crate::core::admit::{AccessKey, Id, SecretKey, Token};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, NetError, Outcome, Request, Response, SAMPLE_ADDRESS};
use crate::core::json::Json;
use crate::core::secret::Secret;

/// How long the reader waits for an answer, in milliseconds. What reads is given up then; what
/// writes goes on, and its answer is still wanted.
pub const DEADLINE_MS: u32 = 16_000;

/// A request that did not give what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What kind of failure.
    pub fault: Fault,
    /// `X-Openstack-Request-Id`, where there was an answer with a plausible one.
    pub request_id: Option<String>,
}

/// The kinds of failure that a reader can act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No answer that the browser shows to a page.
    Unreachable,
    /// No answer in time.
    Timeout,
    /// 401: the token is not valid (any more).
    Unauthorized,
    /// 403: the token is valid and may not do this.
    Forbidden,
    /// 404: what the request names is not there.
    NotFound,
    /// 429: too many requests.
    TooMany,
    /// 5xx: the server's own trouble.
    Server(u16),
    /// More bytes than are read, whatever the status.
    TooLarge,
    /// A status that this request never has.
    Unexpected(u16),
    /// Not JSON, cut off, or without the fields of the API: a proxy's page, or not a Keystone.
    NotKeystone,
}

impl Fault {
    /// Whether asking again at once may help, for a request that is safe to repeat. Not after
    /// a timeout: the reader has waited long enough.
    #[must_use]
    pub fn is_passing(self) -> bool {
        matches!(self, Self::Unreachable | Self::Server(502..=504))
    }

    /// Whether the request may have been carried out all the same.
    #[must_use]
    pub fn leaves_doubt(self) -> bool {
        !matches!(self, Self::Unauthorized | Self::Forbidden | Self::NotFound | Self::TooMany)
    }
}

/// An EC2 credential as Keystone lists it, after the gate of [`crate::core::admit`].
#[derive(Clone, Debug)]
pub enum Credential {
    /// Both halves are admitted.
    Usable {
        /// The access key.
        access: AccessKey,
        /// The secret key.
        secret: SecretKey,
    },
    /// The secret key is outside its grammar: it can be deleted, and is not put into commands.
    Refused {
        /// The access key.
        access: AccessKey,
    },
}

impl Credential {
    /// One credential of an answer; `None` when not even its access key is admitted: it could
    /// not be named in a request.
    fn admit(raw: &Json) -> Option<Self> {
        let access = AccessKey::admit(raw.text("access")?)?;
        let secret = Secret::new(raw.text("secret")?.into());
        Some(match SecretKey::admit(secret) {
            Some(secret) => Self::Usable { access, secret },
            None => Self::Refused { access },
        })
    }

    /// Whether it can be put into commands.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        matches!(self, Self::Usable { .. })
    }

    /// The access key.
    #[must_use]
    pub fn access(&self) -> &AccessKey {
        match self {
            Self::Usable { access, .. } | Self::Refused { access } => access,
        }
    }
}

/// A request, in the name of `token` where there is one.
fn request(method: Method, keystone: &KeystoneUrl, path: &str, token: Option<&Token>) -> Request {
    Request {
        method,
        url: [addressee(keystone, token), path].concat(),
        headers: token.iter().map(|t| ("X-Auth-Token", t.as_secret().clone())).collect(),
        body: None,
        deadline_ms: DEADLINE_MS,
    }
}

/// To whom a request in the name of `token` goes: the token decides, so that one of a made-up cloud
/// is sent to no Keystone, and a real one is told to no made-up cloud.
fn addressee<'a>(keystone: &'a KeystoneUrl, token: Option<&Token>) -> &'a str {
    if token.is_some_and(Token::is_sample) { SAMPLE_ADDRESS } else { keystone.as_str() }
}

fn ec2_path(user: &Id) -> String {
    ["/users/", user.as_str(), "/credentials/OS-EC2"].concat()
}

/// The answer with the status `expected`, or why not.
fn answer(outcome: Outcome, expected: u16) -> Result<Response, Refusal> {
    let response = outcome.map_err(|error| Refusal {
        fault: match error {
            NetError::Unreachable => Fault::Unreachable,
            NetError::Timeout => Fault::Timeout,
            NetError::TooLarge => Fault::TooLarge,
        },
        request_id: None,
    })?;
    let fault = match response.status {
        status if status == expected => return Ok(response),
        401 => Fault::Unauthorized,
        403 => Fault::Forbidden,
        404 => Fault::NotFound,
        429 => Fault::TooMany,
        status @ 500..=599 => Fault::Server(status),
        status => Fault::Unexpected(status),
    };
    Err(Refusal { fault, request_id: plausible(response.request_id.as_deref()) })
}

/// What `read` makes of the body; unknown fields are fine, missing ones are not.
fn body<T>(response: &Response, read: impl FnOnce(&Json) -> Option<T>) -> Result<T, Refusal> {
    Json::parse(response.body.expose()).as_ref().and_then(read).ok_or_else(|| Refusal {
        fault: Fault::NotKeystone,
        request_id: plausible(response.request_id.as_deref()),
    })
}

/// A request id comes from a server: only the documented `req-UUID` form is repeated.
fn plausible(request_id: Option<&str>) -> Option<String> {
    let well_formed = |id: &&str| {
        id.len() == 40
            && id.starts_with("req-")
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    request_id.filter(well_formed).map(Into::into)
}
