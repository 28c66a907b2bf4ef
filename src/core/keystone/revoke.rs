//! `DELETE /v3/auth/tokens`: ends a token, and only that one: not those that were made from it.

use super::{Fault, Refusal, answer, request};
use crate::core::admit::Token;
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};

/// Asks to revoke `token` in its own name.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, token: &Token) -> Request {
    let mut request = request(Method::Delete, keystone, "/auth/tokens", Some(token));
    request.headers.push(("X-Subject-Token", token.as_secret().clone()));
    request
}

/// Reads the answer to [`ask`]. A token that is not valid any more is as good as revoked.
///
/// # Errors
/// When it is not known that the token has ended; see [`Refusal`].
pub fn read(outcome: Outcome) -> Result<(), Refusal> {
    match answer(outcome, 204) {
        Err(refusal) if !matches!(refusal.fault, Fault::Unauthorized | Fault::NotFound) => {
            Err(refusal)
        }
        _ => Ok(()),
    }
}
