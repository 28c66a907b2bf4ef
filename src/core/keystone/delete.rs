//! `DELETE /v3/users/{user_id}/credentials/OS-EC2/{access}`: ends a credential.

use super::{Fault, Refusal, answer, ec2_path, request};
use crate::core::admit::{AccessKey, Id, Token};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};

/// How a deletion ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// By this request.
    Now,
    /// Somebody was faster (404): the reader's wish is fulfilled all the same.
    Before,
}

/// Asks to delete `access`.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, token: &Token, user: &Id, access: &AccessKey) -> Request {
    let path = [&ec2_path(user), "/", access.as_str()].concat();
    request(Method::Delete, keystone, &path, Some(token))
}

/// Reads the answer to [`ask`].
///
/// # Errors
/// 401 may mean "no such credential" on old releases: validate the token before believing
/// that the session is over. 403 for somebody else's credential; see [`Refusal`].
pub fn read(outcome: Outcome) -> Result<Deleted, Refusal> {
    match answer(outcome, 204) {
        Ok(_) => Ok(Deleted::Now),
        Err(refusal) if refusal.fault == Fault::NotFound => Ok(Deleted::Before),
        Err(refusal) => Err(refusal),
    }
}
