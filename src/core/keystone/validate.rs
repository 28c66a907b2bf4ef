//! `GET /v3/auth/tokens`: whose token is this, for which project, until when.

use super::{Refusal, answer, body, request, time};
use crate::core::admit::{Id, Token, shown};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};
use crate::core::json::Json;

/// Roles that may create credentials by the default policy of Keystone 29 and later. Keystone
/// compares the names of roles without regard to case.
const MAY_CREATE: [&str; 3] = ["member", "admin", "manager"];

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
    body(&answer(outcome, 200)?, |reply| Identity::admit(reply.get("token")?))
}

impl Identity {
    fn admit(token: &Json) -> Option<Self> {
        let user = token.get("user")?;
        let expires_at_ms = time::parse(token.text("expires_at")?)?;
        let project = match token.get("project") {
            None | Some(Json::Null) => None,
            Some(raw) => Some(Project { id: id(raw)?, name: shown(raw.text("name")?) }),
        };
        let methods = token.list("methods").unwrap_or_default();
        let roles = token.list("roles").unwrap_or_default();
        Some(Self {
            user: id(user)?,
            user_name: shown(user.text("name")?),
            project,
            delegated: matches!(token.get("OS-TRUST:trust"), Some(Json::Object(_)))
                || methods
                    .iter()
                    .any(|m| matches!(m, Json::Text(t) if t == "application_credential")),
            may_create: roles
                .iter()
                .filter_map(|role| role.text("name"))
                .any(|name| MAY_CREATE.iter().any(|role| name.eq_ignore_ascii_case(role))),
            life_ms: expires_at_ms - time::parse(token.text("issued_at")?)?,
            expires_at_ms,
        })
    }
}

fn id(raw: &Json) -> Option<Id> {
    Id::admit(raw.text("id")?)
}
