//! `GET /v3/users/{user_id}/credentials/OS-EC2`: all credentials of the user, with secrets.

use super::{Credential, Refusal, answer, body, ec2_path, request};
use crate::core::admit::{Id, Token};
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{Method, Outcome, Request};

/// The user's credentials, split by project.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Those of the asked project, in the server's order.
    pub own: Vec<Credential>,
    /// How many belong to other projects. Their secrets are not kept.
    pub elsewhere: usize,
    /// How many of this project have an access key outside its grammar. They cannot be named
    /// in a request, so they are only counted.
    pub unreadable: usize,
}

/// Asks for the credentials of `user` in all projects; Keystone has no filter and no pages.
#[must_use]
pub fn ask(keystone: &KeystoneUrl, token: &Token, user: &Id) -> Request {
    request(Method::Get, keystone, &ec2_path(user), Some(token))
}

/// Reads the answer to [`ask`], keeping those of `project`.
///
/// # Errors
/// 403 to a delegated token on a current Keystone; see [`Refusal`].
pub fn read(outcome: Outcome, project: &Id) -> Result<Listed, Refusal> {
    body(&answer(outcome, 200)?, |reply| {
        let mut listed = Listed { own: Vec::new(), elsewhere: 0, unreadable: 0 };
        for raw in reply.list("credentials")? {
            if raw.text("tenant_id") != Some(project.as_str()) {
                listed.elsewhere += 1;
            } else if let Some(credential) = Credential::admit(raw) {
                listed.own.push(credential);
            } else {
                listed.unreadable += 1;
            }
        }
        Some(listed)
    })
}
