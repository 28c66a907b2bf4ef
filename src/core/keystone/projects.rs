//! `GET /v3/auth/projects`: the projects that a token can be scoped to.

use super::identity::Project;
use super::{Refusal, answer, body, request};
use crate::core::admit::Token;
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};
use crate::core::json::Json;

/// Asks for the projects in which the user of `token` has a role.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, token: &Token) -> Request {
    request(Method::Get, keystone, "/auth/projects", Some(token))
}

/// Reads the answer to [`ask`], without the projects that are disabled or that no request can
/// name.
///
/// # Errors
/// 401 when the token is not valid any more; see [`Refusal`].
pub fn read(outcome: Outcome) -> Result<Vec<Project>, Refusal> {
    body(&answer(outcome, 200)?, |reply| {
        let enabled = |raw: &&Json| !matches!(raw.get("enabled"), Some(Json::Bool(false)));
        Some(reply.list("projects")?.iter().filter(enabled).filter_map(Project::admit).collect())
    })
}
