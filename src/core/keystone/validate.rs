//! `GET /v3/auth/tokens`: whose token is this, for which project, until when.

use super::identity::Identity;
use super::{Refusal, answer, body, request};
use crate::core::admit::Token;
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};

/// Asks with the token itself as both the caller's and the subject's. GET, since HEAD gives
/// no body.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, token: &Token) -> Request {
    let mut request = request(Method::Get, keystone, "/auth/tokens", Some(token));
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
