//! `GET /v3/auth/tokens`: whose token is this, for which project, until when.

use serde::Deserialize;

use super::{Refusal, answer, body, name, not_keystone, request, time};
use crate::core::admit::{Id, Token};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};

/// What a valid token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The user's id, for paths.
    pub user: Id,
    /// The user's name, for the eye only.
    pub user_name: String,
    /// The project that the token is scoped to; `None` for an unscoped or other scope.
    pub project: Option<Project>,
    /// Whether it comes from an application credential or a trust: Keystone 30 refuses all
    /// EC2 calls to such "delegated" tokens.
    pub delegated: bool,
    /// Whether a role is among those that may create credentials (Keystone's default policy
    /// since 29: member or admin).
    pub may_create: bool,
    /// Milliseconds from issue to expiry.
    pub life_ms: i64,
    /// When it expires, in milliseconds since 1970 by the server's clock.
    pub expires_at_ms: i64,
}

/// The project of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: Id,
    /// Its name, for the eye only.
    pub name: String,
}

/// Asks with the token itself as both the caller's and the subject's. GET, since HEAD gives
/// no body.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, token: &Token) -> Request {
    let mut request = request(Method::Get, keystone, "/auth/tokens", token);
    request.headers.push(("X-Subject-Token", token.as_secret().clone()));
    request
}

/// Reads the answer to [`ask`].
///
/// # Errors
/// 401 and 404 both mean that the token is not valid; see [`Refusal`].
pub fn read(outcome: Outcome) -> Result<Identity, Refusal> {
    let response = answer(outcome, 200)?;
    let request_id = response.request_id.clone();
    let reply: Reply = body(response)?;
    reply.token.admit().ok_or_else(|| not_keystone(request_id))
}

#[derive(Deserialize)]
struct Reply {
    token: RawToken,
}

#[derive(Deserialize)]
struct RawToken {
    user: Named,
    project: Option<Named>,
    #[serde(default)]
    roles: Vec<Named>,
    #[serde(default)]
    methods: Vec<String>,
    #[serde(rename = "OS-TRUST:trust")]
    trust: Option<serde::de::IgnoredAny>,
    issued_at: String,
    expires_at: String,
}

#[derive(Deserialize)]
struct Named {
    id: String,
    name: String,
}

impl RawToken {
    fn admit(self) -> Option<Identity> {
        let expires_at_ms = time::parse(&self.expires_at)?;
        let life_ms = expires_at_ms - time::parse(&self.issued_at)?;
        let project = match self.project {
            None => None,
            Some(raw) => Some(Project { id: Id::admit(&raw.id)?, name: name(&raw.name) }),
        };
        Some(Identity {
            user: Id::admit(&self.user.id)?,
            user_name: name(&self.user.name),
            project,
            delegated: self.trust.is_some()
                || self.methods.iter().any(|method| method == "application_credential"),
            may_create: self.roles.iter().any(|role| {
                ["member", "admin", "manager"].iter().any(|n| role.name.eq_ignore_ascii_case(n))
            }),
            life_ms,
            expires_at_ms,
        })
    }
}
