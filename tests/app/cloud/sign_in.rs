//! The part of [`Cloud`] that issues, lists the projects of, and revokes tokens.

use keyfill::core::http::{Request, Response};
use keyfill::core::secret::Secret;
use serde_json::{Value, json};

use super::{Cloud, Grant, PASSWORD, RECEIPT, UNSCOPED, refusal, reply, token_body};

/// The passcode that is right.
pub const PASSCODE: &str = "246810";
/// The secret of the application credential [`APPLICATION_CREDENTIAL`].
pub const CREDENTIAL_SECRET: &str = "5ec2e75ec2e7-application-credential";
/// Its id.
pub const APPLICATION_CREDENTIAL: &str = "0123456789abcdef0123456789abcdef";

impl Cloud {
    /// The projects in which a user has a role.
    pub fn projects_of(user: &str) -> Vec<String> {
        match user {
            "alice" | "mfa" => vec!["katla".into(), "hekla".into()],
            "many" => (0..12).map(|n| format!("project{n:02}")).collect(),
            "none" => Vec::new(),
            _ => vec!["katla".into()],
        }
    }

    pub(super) fn list_projects(grant: &Grant) -> Response {
        let body =
            |id: &String| json!({"id": id, "name": format!("Project {id}"), "enabled": true});
        let all: Vec<Value> = Self::projects_of(&grant.user).iter().map(body).collect();
        reply(200, &json!({"projects": all, "links": {}}))
    }

    pub(super) fn issue(&mut self, request: &Request) -> Response {
        let text = request.body.as_ref().map_or("", Secret::expose);
        let body: Value = serde_json::from_str(text).unwrap();
        let identity = &body["auth"]["identity"];
        let method = identity["methods"][0].as_str().unwrap();
        let proof = &identity[method];
        match method {
            "password" => {
                let user = proof["user"]["name"].as_str().or(proof["user"]["id"].as_str());
                let user = user.unwrap().to_owned();
                if proof["user"]["password"] != PASSWORD {
                    return refusal(401);
                }
                match user.as_str() {
                    "mfa" => Self::ask_for("totp"),
                    "smartcard" => Self::ask_for("x509"),
                    _ => self.give(Grant { user: user.into(), ..UNSCOPED }),
                }
            }
            "totp" => {
                let receipt = request.headers.iter().find(|(n, _)| *n == "Openstack-Auth-Receipt");
                let right = receipt.is_some_and(|(_, r)| r.expose() == RECEIPT)
                    && proof["user"]["passcode"] == PASSCODE;
                if right {
                    self.give(Grant { user: "mfa".into(), ..UNSCOPED })
                } else {
                    refusal(401)
                }
            }
            "application_credential" => {
                if proof["secret"] != CREDENTIAL_SECRET {
                    return refusal(401);
                }
                self.give(super::DELEGATED)
            }
            _ => self.rescope(proof["id"].as_str().unwrap(), &body["auth"]["scope"]),
        }
    }

    /// A terminal gets the same token again where a page has revoked it.
    pub fn welcome_back(&mut self) {
        for grant in [super::ALICE, super::ALICE_IN_HEKLA, super::BOB, UNSCOPED] {
            if !self.grants.iter().any(|known| known.token == grant.token) {
                self.grants.push(grant);
            }
        }
    }

    pub(super) fn revoke_by(&mut self, subject: &Grant) -> Response {
        self.revoked.push(subject.token.to_string());
        self.grants.retain(|known| known.token != subject.token);
        super::raw(204, "")
    }

    fn rescope(&mut self, token: &str, scope: &Value) -> Response {
        let Some(grant) = self.grants.iter().find(|g| g.token == token).cloned() else {
            return refusal(404);
        };
        let project = scope["project"]["id"].as_str().unwrap();
        if grant.methods.contains(&"application_credential") || self.forbids_rescope {
            return refusal(403);
        }
        if !Self::projects_of(&grant.user).iter().any(|own| own == project) {
            return refusal(401);
        }
        let roles = &["reader", "member"];
        self.give(Grant { project: Some(project.to_owned().into()), roles, ..grant })
    }

    fn give(&mut self, grant: Grant) -> Response {
        self.issued += 1;
        let token = format!("{}issued-{}", super::TOKEN_MARK, self.issued);
        let grant = Grant { token: token.clone().into(), ..grant };
        let mut response = reply(201, &token_body(&grant));
        response.subject_token = Some(Secret::new(token));
        self.grants.push(grant);
        response
    }

    fn ask_for(method: &str) -> Response {
        let mut response = reply(
            401,
            &json!({
                "receipt": {
                    "methods": ["password"],
                    "user": {"id": "mfa", "name": "mfa", "domain": {"id": "d", "name": "D"}},
                    "issued_at": "2030-01-01T00:00:00.000000Z",
                    "expires_at": "2030-01-01T00:05:00.000000Z",
                },
                "required_auth_methods": [["password", method]],
            }),
        );
        response.receipt = Some(Secret::new(RECEIPT.into()));
        response
    }
}
