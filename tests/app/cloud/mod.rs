//! A Keystone and a page for tests of the core, both pure.
//!
//! [`Cloud`] answers `Request`s from a list of users and credentials, in the few ways that
//! matter to `src/core/update`. It proves nothing about Keystone: `tests/app/codecs.rs` holds real
//! exchanges, and `tests/e2e` runs the real one. [`Page`] is the edge without a browser: it
//! keeps what the model wants done until a test decides what becomes of it.

mod form;
mod late;
pub mod lost;
pub mod page;
pub mod sign_in;

use std::borrow::Cow;

use keyfill::core::http::{Method, Request, Response};
use keyfill::core::secret::Secret;
use serde_json::{Value, json};

pub const KEYSTONE: &str = "https://aur.example:5000/v3";
pub const ELSEWHERE: &str = "https://bor.example:5000/v3";
/// Begins every token of this cloud.
pub const TOKEN_MARK: &str = "made-up-token-";
/// The password of everybody.
pub const PASSWORD: &str = "5ec2e75ec2e7 correct horse";
/// What stands for a first factor.
pub const RECEIPT: &str = "made-up-token-receipt";
/// Begins every secret key of this cloud.
pub const SECRET_MARK: &str = "5ec2e75ec2e7";
/// When the tokens are issued, in milliseconds since 1970; they live an hour.
pub const ISSUED: i64 = 1_893_456_000_000;
pub const HOUR: i64 = 3_600_000;

/// Who a token belongs to, and what for.
#[derive(Clone)]
pub struct Grant {
    pub token: Cow<'static, str>,
    pub user: Cow<'static, str>,
    pub project: Option<Cow<'static, str>>,
    pub roles: &'static [&'static str],
    pub methods: &'static [&'static str],
}

pub const ALICE: Grant = Grant {
    token: Cow::Borrowed("made-up-token-alice-katla"),
    user: Cow::Borrowed("alice"),
    project: Some(Cow::Borrowed("katla")),
    roles: &["reader", "member"],
    methods: &["password"],
};
/// The same user in another project.
pub const ALICE_IN_HEKLA: Grant = Grant {
    token: Cow::Borrowed("made-up-token-alice-hekla"),
    project: Some(Cow::Borrowed("hekla")),
    ..ALICE
};
/// Another user of the same project.
pub const BOB: Grant =
    Grant { token: Cow::Borrowed("made-up-token-bob-katla"), user: Cow::Borrowed("bob"), ..ALICE };
pub const READER: Grant = Grant {
    token: Cow::Borrowed("made-up-token-reader"),
    user: Cow::Borrowed("rut"),
    roles: &["reader"],
    ..ALICE
};
pub const UNSCOPED: Grant =
    Grant { token: Cow::Borrowed("made-up-token-unscoped"), project: None, roles: &[], ..ALICE };
pub const DELEGATED: Grant = Grant {
    token: Cow::Borrowed("made-up-token-appcred"),
    methods: &["application_credential"],
    ..ALICE
};

/// A credential of [`Cloud`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub user: String,
    pub project: String,
    pub access: String,
    pub secret: String,
}

/// What stands for Keystone.
pub struct Cloud {
    /// The tokens that are valid.
    pub grants: Vec<Grant>,
    pub credentials: Vec<Made>,
    /// How many a user may have.
    pub limit: usize,
    /// How many were ever made by a request.
    pub made: usize,
    /// Whether a delete of an unknown credential is answered 401, as old releases do.
    pub is_old: bool,
    /// Whether a token cannot be exchanged for one of another project.
    pub forbids_rescope: bool,
    /// How many tokens were issued.
    pub issued: usize,
    /// The tokens that were revoked by a request.
    pub revoked: Vec<String>,
}

impl Cloud {
    pub fn new() -> Self {
        let grants = vec![ALICE, ALICE_IN_HEKLA, BOB, READER, UNSCOPED, DELEGATED];
        Self {
            grants,
            credentials: Vec::new(),
            limit: usize::MAX,
            made: 0,
            is_old: false,
            forbids_rescope: false,
            issued: 0,
            revoked: Vec::new(),
        }
    }

    /// Adds a credential as if another program had made it, and says its access key.
    pub fn plant(&mut self, grant: &Grant) -> String {
        let n = self.credentials.len() + 100;
        self.add(&grant.user, grant.project.as_deref().unwrap_or_default(), n)
    }

    /// Ends a token.
    pub fn revoke(&mut self, grant: &Grant) {
        self.grants.retain(|known| known.token != grant.token);
    }

    /// The access keys of a user in a project.
    pub fn keys_of(&self, grant: &Grant) -> Vec<&str> {
        let is_own = |made: &&Made| {
            made.user == grant.user && Some(&*made.project) == grant.project.as_deref()
        };
        self.credentials.iter().filter(is_own).map(|made| made.access.as_str()).collect()
    }

    /// Carries out a request.
    pub fn answer(&mut self, request: &Request) -> Response {
        let Some(path) = request.url.strip_prefix(KEYSTONE) else { return refusal(401) };
        if request.method == Method::Post && path == "/auth/tokens" {
            return self.issue(request);
        }
        let Some(grant) = self.grant_of(request, "X-Auth-Token") else { return refusal(401) };
        match (request.method, path.split('/').skip(1).collect::<Vec<_>>().as_slice()) {
            (Method::Get, ["auth", "tokens"]) => match self.grant_of(request, "X-Subject-Token") {
                Some(subject) => reply(200, &token_body(&subject)),
                None => refusal(404),
            },
            (Method::Delete, ["auth", "tokens"]) => match self.grant_of(request, "X-Subject-Token")
            {
                Some(subject) => self.revoke_by(&subject),
                None => refusal(404),
            },
            (Method::Get, ["auth", "projects"]) => Self::list_projects(&grant),
            (method, ["users", user, "credentials", "OS-EC2", rest @ ..]) => {
                if *user != grant.user || grant.methods.contains(&"application_credential") {
                    return refusal(403);
                }
                match (method, rest) {
                    (Method::Get, []) => self.list(user),
                    (Method::Post, []) => self.create(&grant, request),
                    (Method::Delete, [access]) => self.delete(&grant, access),
                    _ => refusal(405),
                }
            }
            _ => refusal(404),
        }
    }

    fn list(&self, user: &str) -> Response {
        let all: Vec<Value> =
            self.credentials.iter().filter(|made| made.user == user).map(credential_body).collect();
        reply(200, &json!({"credentials": all, "links": {"next": null}}))
    }

    fn create(&mut self, grant: &Grant, request: &Request) -> Response {
        let body: Value =
            serde_json::from_str(request.body.as_ref().map_or("", Secret::expose)).unwrap();
        let owned = self.credentials.iter().filter(|made| made.user == grant.user).count();
        if !grant.roles.contains(&"member") || owned >= self.limit {
            return refusal(403);
        }
        self.made += 1;
        let n = self.made;
        self.add(&grant.user, body["tenant_id"].as_str().unwrap(), n);
        reply(201, &json!({"credential": credential_body(self.credentials.last().unwrap())}))
    }

    fn delete(&mut self, grant: &Grant, access: &str) -> Response {
        match self.credentials.iter().position(|made| made.access == access) {
            Some(at) if self.credentials[at].user == grant.user => {
                self.credentials.remove(at);
                raw(204, "")
            }
            Some(_) => refusal(403),
            None => refusal(if self.is_old { 401 } else { 404 }),
        }
    }

    fn add(&mut self, user: &str, project: &str, n: usize) -> String {
        let access = format!("acce55{n:026x}");
        let secret = format!("{SECRET_MARK}{n:020x}");
        self.credentials.push(Made {
            user: user.into(),
            project: project.into(),
            access: access.clone(),
            secret,
        });
        access
    }

    fn grant_of(&self, request: &Request, header: &str) -> Option<Grant> {
        let (_, token) = request.headers.iter().find(|(name, _)| *name == header)?;
        self.grants.iter().find(|grant| grant.token == token.expose()).cloned()
    }
}

/// A JSON answer.
pub fn reply(status: u16, body: &Value) -> Response {
    raw(status, &body.to_string())
}

/// An answer with any body.
pub fn raw(status: u16, body: &str) -> Response {
    let request_id = Some("req-00000000-0000-4000-8000-000000000000".into());
    let body = Secret::new(body.into());
    Response { status, body, subject_token: None, receipt: None, request_id }
}

/// A refusal as Keystone words it; nothing may depend on the words.
pub fn refusal(status: u16) -> Response {
    reply(status, &json!({"error": {"code": status, "message": "Nein.", "title": "Nein"}}))
}

pub fn token_body(grant: &Grant) -> Value {
    let named = |name: &&str| json!({"id": format!("{name}-role"), "name": name});
    let mut token = json!({
        "methods": grant.methods,
        "user": {"id": grant.user, "name": grant.user, "domain": {"id": "d", "name": "D"}},
        "issued_at": "2030-01-01T00:00:00.000000Z",
        "expires_at": "2030-01-01T01:00:00.000000Z",
    });
    if let Some(project) = &grant.project {
        token["project"] = json!({"id": project, "name": format!("Project {project}")});
        token["roles"] = grant.roles.iter().map(named).collect();
        token["catalog"] = json!([]);
    }
    json!({ "token": token })
}

fn credential_body(made: &Made) -> Value {
    json!({
        "user_id": made.user, "tenant_id": made.project, "access": made.access,
        "secret": made.secret, "trust_id": null, "links": {"self": "https://evil.example/"},
    })
}
