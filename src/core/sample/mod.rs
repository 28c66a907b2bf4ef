//! The made-up cloud of a sample session: what a Keystone would answer, in memory.
//!
//! A session is a sample where its token is ([`Token::is_sample`]), and such a token is made
//! nowhere but here. A request in the name of one goes to an address that no browser can fetch,
//! and `core/update/sample.rs` answers it before it gets to the edge, so that a sample asks
//! nothing of anybody: `tests/app/sample.rs`, `tests/e2e/test_sample.py`.
//!
//! It says what Keystone says, in the same JSON, and what reads that knows nothing of it.

use crate::core::admit::Token;
use crate::core::http::{Method, Request, Response, SAMPLE_ADDRESS};
use crate::core::json::{Json, JsonPiece, written};

/// Who plays. Every id and key begins with the same word, so that nobody takes it for a real one
/// where it was pasted.
const USER: &str = "SAMPLE-user";
/// The projects: the id and the name of each. A token says by its last letter for which it is.
const PROJECTS: [(&str, &str); 2] =
    [("SAMPLE-project-1", "sample-project"), ("SAMPLE-project-2", "another-sample-project")];

/// What a made-up cloud holds.
#[derive(Debug)]
pub struct SampleCloud {
    keys: Vec<SampleKey>,
    /// How many were made in all: no number is given twice.
    made: u32,
}

/// A key of a project.
#[derive(Debug)]
struct SampleKey {
    project: usize,
    number: u32,
}

impl SampleCloud {
    /// A cloud with a key in its second project. The first has none, so that the reader sees how
    /// one is made.
    #[must_use]
    pub fn new() -> Self {
        Self { keys: vec![SampleKey { project: 1, number: 1 }], made: 1 }
    }

    /// The token that a sample starts from.
    #[must_use]
    pub fn token() -> Token {
        Token::of_sample(0)
    }

    /// What this cloud answers to a request.
    pub fn answer(&mut self, request: &Request) -> Response {
        let path = request.url.strip_prefix(SAMPLE_ADDRESS).unwrap_or_default();
        let mut parts = path.trim_start_matches('/').split('/');
        let project = asker(request);
        match (request.method, parts.next(), parts.next_back()) {
            (Method::Get, Some("auth"), Some("tokens")) => identity(200, project),
            (Method::Post, Some("auth"), Some("tokens")) => issue(request),
            (Method::Delete, Some("auth"), Some("tokens")) => reply(204, &[]),
            (Method::Get, Some("auth"), Some("projects")) => projects(),
            (Method::Get, Some("users"), _) => self.list(),
            (Method::Post, Some("users"), _) => self.create(project),
            (Method::Delete, Some("users"), Some(access)) => self.delete(access),
            _ => reply(404, &[]),
        }
    }

    fn list(&self) -> Response {
        let all: Vec<String> = self.keys.iter().map(SampleKey::json).collect();
        let json = [r#"{"credentials":["#, &all.join(","), "]}"].concat();
        reply(200, &[JsonPiece::Raw(&json)])
    }

    fn create(&mut self, project: usize) -> Response {
        self.made += 1;
        let key = SampleKey { project, number: self.made };
        let json = key.json();
        self.keys.push(key);
        reply(
            201,
            &[JsonPiece::Raw(r#"{"credential":"#), JsonPiece::Raw(&json), JsonPiece::Raw("}")],
        )
    }

    fn delete(&mut self, access: &str) -> Response {
        let before = self.keys.len();
        self.keys.retain(|key| key.access() != access);
        reply(if self.keys.len() < before { 204 } else { 404 }, &[])
    }
}

impl Default for SampleCloud {
    fn default() -> Self {
        Self::new()
    }
}

impl SampleKey {
    fn access(&self) -> String {
        ["SAMPLE-KEY-", &self.number.to_string()].concat()
    }

    /// As Keystone lists it. None of it needs an escape.
    fn json(&self) -> String {
        let (project, _) = PROJECTS[self.project];
        let access = self.access();
        let secret = ["SAMPLE-SECRET-", &self.number.to_string(), "-works-nowhere"].concat();
        [
            r#"{"tenant_id":""#,
            project,
            r#"","access":""#,
            &access,
            r#"","secret":""#,
            &secret,
            r#""}"#,
        ]
        .concat()
    }
}

/// The project of the token in whose name a request is.
fn asker(request: &Request) -> usize {
    let token = request.headers.iter().find(|(name, _)| *name == "X-Auth-Token");
    usize::from(token.is_some_and(|(_, token)| token.expose().ends_with('1')))
}

/// A token for the project that the request names.
fn issue(request: &Request) -> Response {
    let body = request.body.as_ref().and_then(|body| Json::parse(body.expose()));
    let wanted =
        body.as_ref().and_then(|body| body.get("auth")?.get("scope")?.get("project")?.text("id"));
    let Some(project) = PROJECTS.iter().position(|(id, _)| Some(*id) == wanted) else {
        return reply(404, &[]);
    };
    let token = Token::of_sample(project).as_secret().clone();
    Response { subject_token: Some(token), ..identity(201, project) }
}

/// What a token says. It lives for a year, so that no sample ends while somebody plays.
fn identity(status: u16, project: usize) -> Response {
    let (id, name) = PROJECTS[project];
    reply(
        status,
        &[
            JsonPiece::Raw(r#"{"token":{"methods":["password"],"roles":[{"name":"member"}],"#),
            JsonPiece::Raw(r#""issued_at":"2001-01-01T00:00:00Z","#),
            JsonPiece::Raw(r#""expires_at":"2002-01-01T00:00:00Z","user":{"id":"#),
            JsonPiece::Text(USER),
            JsonPiece::Raw(r#","name":"sam"},"project":{"id":"#),
            JsonPiece::Text(id),
            JsonPiece::Raw(r#","name":"#),
            JsonPiece::Text(name),
            JsonPiece::Raw("}}}"),
        ],
    )
}

fn projects() -> Response {
    let mut pieces = Vec::new();
    for (id, name) in &PROJECTS {
        pieces.push(JsonPiece::Raw(if pieces.is_empty() { r#"{"projects":["# } else { "," }));
        pieces.extend([JsonPiece::Raw(r#"{"id":"#), JsonPiece::Text(id)]);
        pieces.extend([JsonPiece::Raw(r#","name":"#), JsonPiece::Text(name), JsonPiece::Raw("}")]);
    }
    pieces.push(JsonPiece::Raw("]}"));
    reply(200, &pieces)
}

fn reply(status: u16, body: &[JsonPiece<'_>]) -> Response {
    Response { status, body: written(body), subject_token: None, receipt: None, request_id: None }
}
