//! Keystone's endpoints against real exchanges with Keystone 30.0.0, 28.0.0 and Debian 12's
//! 22.0.2: that the same is asked, and that the answer is read as it was meant.
//!
//! `tests/fixtures/keystone/VERSION/NAME.json` holds request and response as they were, with
//! made-up tokens and secrets. `tests/hostile.rs` has the answers that no Keystone gives.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use keyfill::core::admit::{AccessKey, Id, Token};
use keyfill::core::endpoint::KeystoneUrl;
use keyfill::core::http::{Method, NetError, Outcome, Request, Response};
use keyfill::core::keystone::identity::Identity;
use keyfill::core::keystone::{Credential, Fault, Refusal, create, delete, list, validate};
use keyfill::core::secret::Secret;
use serde_json::Value;

const SERVER: &str = "http://127.0.0.1:5000";

/// What is read from an answer, in the words of [`cases`].
type Read = Result<String, Fault>;

fn keystone() -> KeystoneUrl {
    KeystoneUrl::parse(&format!("{SERVER}/v3")).unwrap()
}

struct Exchange {
    name: String,
    request: Value,
    response: Value,
}

impl Exchange {
    fn load(name: &str) -> Self {
        let path = format!("tests/fixtures/keystone/{name}.json");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        let mut whole: Value = serde_json::from_str(&text).unwrap();
        let [request, response] = ["request", "response"].map(|half| whole[half].take());
        Self { name: name.into(), request, response }
    }

    fn token(&self) -> Token {
        let token = self.request["headers"]["X-Auth-Token"].as_str().unwrap();
        Token::admit(&Secret::new(token.into())).unwrap()
    }

    /// A part of the path `/v3/users/{1}/credentials/OS-EC2/{4}`.
    fn segment(&self, n: usize) -> &str {
        self.request["path"].as_str().unwrap().split('/').nth(n + 2).unwrap()
    }

    fn user(&self) -> Id {
        Id::admit(self.segment(1)).unwrap()
    }

    #[allow(clippy::unnecessary_wraps, reason = "the codecs read what a transport gives")]
    fn outcome(&self) -> Outcome {
        let body = match &self.response["body"] {
            Value::String(text) => text.clone(),
            json => json.to_string(),
        };
        let id = self.response["headers"]["X-Openstack-Request-Id"].as_str().unwrap();
        let status = self.response["status"].as_u64().unwrap();
        Ok(Response {
            status: u16::try_from(status).unwrap(),
            body: Secret::new(body),
            subject_token: None,
            receipt: None,
            request_id: Some(id.into()),
        })
    }

    /// What Keyfill asks in this place, and what it reads from the answer.
    fn replay(&self) -> (Request, Read) {
        let path = self.request["path"].as_str().unwrap();
        match self.request["method"].as_str().unwrap() {
            "GET" if path == "/v3/auth/tokens" => {
                let ask = validate::ask(&keystone(), &self.token());
                (ask, self.fault(validate::read(self.outcome())).map(|id| words(&id)))
            }
            "GET" => {
                let project = Id::admit(&self.own_project()).unwrap();
                let ask = list::ask(&keystone(), &self.token(), &self.user());
                let read = self.fault(list::read(self.outcome(), &project));
                (ask, read.map(|l| format!("{:?}", (l.own.len(), l.elsewhere, l.unreadable))))
            }
            "POST" => {
                let project = self.request["body"]["tenant_id"].as_str().unwrap();
                let project = Id::admit(project).unwrap();
                let ask = create::ask(&keystone(), &self.token(), &self.user(), &project);
                (ask, self.fault(create::read(self.outcome())).map(|c| self.pair(&c)))
            }
            _ => {
                let access = AccessKey::admit(self.segment(4)).unwrap();
                let ask = delete::ask(&keystone(), &self.token(), &self.user(), &access);
                (ask, self.fault(delete::read(self.outcome())).map(|how| format!("{how:?}")))
            }
        }
    }

    /// The request id must come along with every refusal that has one.
    fn fault<T>(&self, read: Result<T, Refusal>) -> Result<T, Fault> {
        read.map_err(|refusal| {
            let id = self.response["headers"]["X-Openstack-Request-Id"].as_str();
            assert_eq!(refusal.request_id.as_deref(), id, "{}", self.name);
            refusal.fault
        })
    }

    /// The project of the first listed credential: the captures are of members of it.
    fn own_project(&self) -> String {
        let first = &self.response["body"]["credentials"][0]["tenant_id"];
        first.as_str().unwrap_or("none").into()
    }

    /// That both halves of a credential are those of the answer.
    fn pair(&self, credential: &Credential) -> String {
        let Credential::Usable { access, secret } = credential else { panic!("refused") };
        let real = &self.response["body"]["credential"];
        assert_eq!(real["access"], access.as_str(), "{}", self.name);
        assert_eq!(real["secret"], secret.as_secret().expose(), "{}", self.name);
        "usable".into()
    }
}

/// An identity in a few words: who, where, may it create, how long does it live.
fn words(identity: &Identity) -> String {
    let project = identity.project.as_ref().map_or("no project", |project| &project.name);
    format!(
        "{} in {project}, create {}, delegated {}, {} s",
        identity.user_name,
        identity.may_create,
        identity.delegated,
        identity.life_ms / 1000
    )
}

fn cases() -> Vec<(&'static str, Read)> {
    let member = "alice in demo, create true, delegated false, 3600 s";
    let unscoped = "alice in no project, create false, delegated false, 3600 s";
    let ok = |text: &str| Ok(text.to_owned());
    vec![
        ("30.0.0/token-validate", ok(member)),
        ("28.0.0/token-validate", ok(member)),
        ("22.0.2/token-validate", ok(member)),
        ("30.0.0/token-validate-unscoped", ok(unscoped)),
        ("30.0.0/token-validate-invalid-auth", Err(Fault::Unauthorized)),
        ("30.0.0/token-validate-invalid-subject", Err(Fault::NotFound)),
        ("30.0.0/expired-token-validate-self", Err(Fault::Unauthorized)),
        // Own, in other projects, unreadable.
        ("30.0.0/ec2-list-empty", ok("(0, 0, 0)")),
        ("30.0.0/ec2-list-three", ok("(2, 1, 0)")),
        ("30.0.0/ec2-list-with-v3credential", ok("(1, 0, 0)")),
        ("28.0.0/ec2-list", ok("(1, 1, 0)")),
        ("22.0.2/ec2-list", ok("(1, 1, 0)")),
        ("30.0.0/ec2-list-revoked-token", Err(Fault::Unauthorized)),
        ("30.0.0/appcred-restricted-ec2-list", Err(Fault::Forbidden)),
        ("28.0.0/appcred-restricted-ec2-list", ok("(0, 0, 0)")),
        ("30.0.0/ec2-create", ok("usable")),
        ("28.0.0/ec2-create", ok("usable")),
        ("22.0.2/ec2-create", ok("usable")),
        ("30.0.0/ec2-create-reader-role", Err(Fault::Forbidden)),
        ("28.0.0/ec2-create-reader-role", ok("usable")),
        ("22.0.2/ec2-create-reader-role", ok("usable")),
        ("30.0.0/ec2-create-unscoped", Err(Fault::Forbidden)),
        ("30.0.0/ec2-create-unknown-tenant", Err(Fault::NotFound)),
        ("30.0.0/ec2-create-invalid-token", Err(Fault::Unauthorized)),
        ("30.0.0/expired-token-ec2-create", Err(Fault::Unauthorized)),
        ("22.0.2/appcred-restricted-ec2-create", Err(Fault::Forbidden)),
        ("30.0.0/ec2-delete", ok("Now")),
        ("28.0.0/ec2-delete-cred-of-other-project", ok("Now")),
        ("22.0.2/ec2-delete-cred-of-other-project", ok("Now")),
        ("30.0.0/ec2-delete-again", ok("Before")),
        ("28.0.0/ec2-delete-again", ok("Before")),
        ("22.0.2/ec2-delete-again", ok("Before")),
        ("30.0.0/ec2-delete-other-user", Err(Fault::Forbidden)),
        ("30.0.0/appcred-restricted-ec2-delete-of-password-made", Err(Fault::Forbidden)),
    ]
}

#[test]
fn answers_are_read_as_they_were_meant() {
    for (name, expected) in cases() {
        assert_eq!(Exchange::load(name).replay().1, expected, "{name}");
    }
}

#[test]
fn requests_are_those_that_keystone_was_asked() {
    for (name, _) in cases() {
        let exchange = Exchange::load(name);
        let real = &exchange.request;
        let ours = exchange.replay().0;
        let method = match ours.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        };
        assert_eq!(real["method"], method, "{name}");
        assert_eq!(ours.url, format!("{SERVER}{}", real["path"].as_str().unwrap()), "{name}");
        let body =
            ours.body.as_ref().map_or(Value::Null, |b| serde_json::from_str(b.expose()).unwrap());
        assert_eq!(body, real["body"], "{name}");
        let headers: serde_json::Map<String, Value> =
            ours.headers.iter().map(|(n, v)| ((*n).into(), v.expose().into())).collect();
        let mut expected = real["headers"].as_object().unwrap().clone();
        if real["path"] == "/v3/auth/tokens" {
            // Some captures try a good token on a bad one; Keyfill asks with a token about itself.
            expected["X-Subject-Token"] = expected["X-Auth-Token"].clone();
        }
        assert_eq!(headers, expected, "{name}");
    }
}

#[test]
fn every_exchange_is_used_and_holds_no_real_secret() {
    let used: Vec<String> =
        cases().iter().map(|(name, _)| format!("tests/fixtures/keystone/{name}.json")).collect();
    for version in ["30.0.0", "28.0.0", "22.0.2"] {
        for file in std::fs::read_dir(format!("tests/fixtures/keystone/{version}")).unwrap() {
            let path = file.unwrap().path();
            assert!(used.iter().any(|used| path.ends_with(used)), "{} is not used", path.display());
            let text = std::fs::read_to_string(&path).unwrap();
            for token in text.split("\"gAAAAA").skip(1) {
                assert!(token.starts_with("made-up-token-"), "{}", path.display());
            }
            for secret in text.split("\"secret\": \"").skip(1) {
                let value = secret.split('"').next().unwrap();
                let made_up = value.contains("0badc0de") || value.starts_with("made-up-");
                assert!(made_up, "{}", path.display());
            }
        }
    }
}

#[test]
fn a_status_says_what_it_says_whatever_the_text() {
    let statuses = [
        (401, Fault::Unauthorized),
        (403, Fault::Forbidden),
        (429, Fault::TooMany),
        (400, Fault::Unexpected(400)),
        (300, Fault::Unexpected(300)),
        (500, Fault::Server(500)),
        (599, Fault::Server(599)),
    ];
    let texts = ["", "{}", "Unauthorized", r#"{"error": {"code": 404, "message": "Nicht da."}}"#];
    for (status, fault) in statuses {
        for text in texts {
            let outcome = || {
                Ok(Response {
                    status,
                    body: Secret::new(text.into()),
                    subject_token: None,
                    receipt: None,
                    request_id: None,
                })
            };
            let expected = Refusal { fault, request_id: None };
            assert_eq!(validate::read(outcome()), Err(expected.clone()));
            assert_eq!(list::read(outcome(), &Id::admit("p").unwrap()).unwrap_err(), expected);
            assert_eq!(create::read(outcome()).unwrap_err(), expected);
            assert_eq!(delete::read(outcome()), Err(expected));
        }
    }
    for (error, fault) in
        [(NetError::Unreachable, Fault::Unreachable), (NetError::Timeout, Fault::Timeout)]
    {
        assert_eq!(validate::read(Err(error)), Err(Refusal { fault, request_id: None }));
    }
}

#[test]
fn only_a_success_of_the_right_kind_is_one() {
    let good = |name: &str, status: u16| {
        let mut response = Exchange::load(name).outcome().unwrap();
        response.status = status;
        Ok(response)
    };
    let fault = Fault::Unexpected;
    let project = Id::admit("p").unwrap();
    assert_eq!(validate::read(good("30.0.0/token-validate", 201)).unwrap_err().fault, fault(201));
    assert_eq!(create::read(good("30.0.0/ec2-create", 200)).unwrap_err().fault, fault(200));
    let list = list::read(good("30.0.0/ec2-list-three", 203), &project);
    assert_eq!(list.unwrap_err().fault, fault(203));
    assert_eq!(delete::read(good("30.0.0/ec2-delete", 200)).unwrap_err().fault, fault(200));
}
