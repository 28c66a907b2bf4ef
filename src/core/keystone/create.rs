//! `POST /v3/users/{user_id}/credentials/OS-EC2`: makes a credential. Never repeated by itself,
//! since Keystone has no idempotency key: each POST makes one more.

use super::{Credential, Refusal, answer, body, ec2_path, request};
use crate::core::admit::{Id, Token};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};
use crate::core::json::{JsonPiece, written};
use crate::core::secret::Secret;

/// Asks for a credential in `project`, which must be the token's own: Keystone would make one
/// for any project, and the store would then refuse it.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, token: &Token, user: &Id, project: &Id) -> Request {
    let mut request = request(Method::Post, keystone, &ec2_path(user), Some(token));
    request.headers.push(("Content-Type", Secret::new("application/json".into())));
    let body = [
        JsonPiece::Raw(r#"{"tenant_id":"#),
        JsonPiece::Text(project.as_str()),
        JsonPiece::Raw("}"),
    ];
    request.body = Some(written(&body));
    request
}

/// Reads the answer to [`ask`].
///
/// # Errors
/// 403 for a role that may not, a delegated token, or the user's limit; see [`Refusal`].
pub fn read(outcome: Outcome) -> Result<Credential, Refusal> {
    body(&answer(outcome, 201)?, |reply| Credential::admit(reply.get("credential")?))
}
