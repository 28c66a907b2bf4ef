//! Real exchanges with Keystone, and what Keyfill asks and reads in their place.

use keyfill::core::admit::{AccessKey, Id, Token};
use keyfill::core::endpoint::KeystoneUrl;
use keyfill::core::http::{Outcome, Request, Response};
use keyfill::core::keystone::identity::{Identity, Project};
use keyfill::core::keystone::issue::{self, Issued, NotIssued};
use keyfill::core::keystone::{
    Credential, Fault, Refusal, create, delete, list, projects, revoke, validate,
};
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Attempt, Field, Fields, SignInMethod, Typed};
use serde_json::Value;

pub const SERVER: &str = "http://127.0.0.1:5000";

/// What is read from an answer, in the words of [`cases`].
pub type Read = Result<String, Fault>;

fn keystone() -> KeystoneUrl {
    KeystoneUrl::parse(&format!("{SERVER}/v3")).unwrap()
}

/// The request for a token for what was typed.
fn asked(method: SignInMethod, fields: &Fields) -> Request {
    match (method.row().attempt)(Typed { fields, domain: "", receipt: None }) {
        Ok(Attempt::Issue(proof)) => issue::ask(&keystone(), proof),
        _ => panic!("nothing is issued for that"),
    }
}

/// A request to Keystone and its answer, as they were.
pub struct Exchange {
    name: String,
    pub request: Value,
    response: Value,
}

impl Exchange {
    pub fn load(name: &str) -> Self {
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
    pub fn outcome(&self) -> Outcome {
        let body = match &self.response["body"] {
            Value::String(text) => text.clone(),
            json => json.to_string(),
        };
        let id = self.response["headers"]["X-Openstack-Request-Id"].as_str().unwrap();
        let status = self.response["status"].as_u64().unwrap();
        Ok(Response {
            status: u16::try_from(status).unwrap(),
            body: Secret::new(body),
            subject_token: self.issued_token().map(|token| Secret::new(token.into())),
            receipt: None,
            request_id: Some(id.into()),
        })
    }

    /// What Keyfill asks in this place, and what it reads from the answer.
    pub fn replay(&self) -> (Request, Read) {
        let path = self.request["path"].as_str().unwrap();
        match self.request["method"].as_str().unwrap() {
            "GET" if path == "/v3/auth/projects" => {
                let ask = projects::ask(&keystone(), &self.token());
                let names = |all: Vec<Project>| all.into_iter().map(|p| p.name).collect::<Vec<_>>();
                let read = self.fault(projects::read(self.outcome()));
                (ask, read.map(|all| names(all).join(", ")))
            }
            "POST" if path == "/v3/auth/tokens" => (self.ask_for_token(), self.issued()),
            "DELETE" if path == "/v3/auth/tokens" => {
                let read = self.fault(revoke::read(self.outcome()));
                (revoke::ask(&keystone(), &self.token()), read.map(|()| "revoked".into()))
            }
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

    fn issued_token(&self) -> Option<&str> {
        self.response["headers"]["X-Subject-Token"].as_str()
    }

    /// What Keyfill asks with the proof of this request.
    fn ask_for_token(&self) -> Request {
        let identity = &self.request["body"]["auth"]["identity"];
        let text = |path: &str| identity.pointer(path).unwrap().as_str().unwrap();
        let secret = |path: &str| Secret::new(text(path).into());
        match text("/methods/0") {
            "password" => {
                let user = text("/password/user/name");
                let domain = identity.pointer("/password/user/domain").unwrap();
                let domain = domain["id"].as_str().or(domain["name"].as_str()).unwrap();
                let fields = Fields::default()
                    .with(Field::USER, Secret::new(user.into()))
                    .with(Field::DOMAIN, Secret::new(domain.into()))
                    .with(Field::PASSWORD, secret("/password/user/password"));
                asked(SignInMethod::PASSWORD, &fields)
            }
            "application_credential" => {
                let fields = Fields::default()
                    .with(Field::CREDENTIAL, secret("/application_credential/id"))
                    .with(Field::CREDENTIAL_SECRET, secret("/application_credential/secret"));
                asked(SignInMethod::APPLICATION_CREDENTIAL, &fields)
            }
            _ => {
                let token = Token::admit(&secret("/token/id")).unwrap();
                let project = &self.request["body"]["auth"]["scope"]["project"]["id"];
                let project = Id::admit(project.as_str().unwrap()).unwrap();
                issue::ask_for_project(&keystone(), &token, &project)
            }
        }
    }

    /// Whose token was issued; it must be that of the header.
    fn issued(&self) -> Read {
        match issue::read(self.outcome()) {
            Ok(Issued { token, identity }) => {
                assert_eq!(Some(token.as_secret().expose()), self.issued_token());
                Ok(words(&identity))
            }
            Err(NotIssued::Refused(refusal)) => self.fault(Err(refusal)),
            Err(other) => panic!("{other:?}"),
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
