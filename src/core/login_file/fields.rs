//! What the fields mean, whichever kind of file they come from.
//!
//! The names are those of openstacksdk's `clouds.yaml`. A variable of an openrc is the same name
//! with `OS_` in front, and python-openstackclient prints `Project ID` for `project_id`.

use super::{FileFault, Login, LoginMethod, Logins, MAX_VALUE_BYTES, Named};
use crate::core::admit::{is_hidden_in_words, shown};
use crate::core::json::Json;
use crate::core::secret::Secret;

/// A value that was looked up.
type Lookup<T> = Result<Option<T>, FileFault>;

/// Where the fields of one login are: the cloud, and its `auth`.
#[derive(Clone, Copy)]
struct FileFields<'a> {
    cloud: &'a Json,
    auth: &'a Json,
}

/// The clouds of a `clouds.yaml`, or of the same as JSON.
pub(super) fn of_clouds(file: &Json) -> Result<Logins, FileFault> {
    let clouds = match get(file, "clouds") {
        Some(Json::Object(clouds)) if !clouds.is_empty() => clouds,
        Some(Json::Other) => return Err(FileFault::NotRead("clouds")),
        _ => return Err(FileFault::NoClouds),
    };
    let mut logins = Logins { usable: Vec::new(), others: Vec::new() };
    for (name, cloud) in clouds {
        match of_cloud(name, cloud) {
            Ok(login) => logins.usable.push(login),
            Err(fault) => logins.others.push((shown(name), fault)),
        }
    }
    match logins.others.first() {
        Some((_, fault)) if logins.usable.is_empty() => Err(*fault),
        _ => Ok(logins),
    }
}

/// One cloud. What is wrong with it spoils no other.
fn of_cloud(name: &str, cloud: &Json) -> Result<Login, FileFault> {
    let auth = match get(cloud, "auth") {
        Some(auth @ Json::Object(_)) => auth,
        Some(Json::Other) => return Err(FileFault::NotRead("auth")),
        _ => cloud,
    };
    if [cloud, auth].iter().any(|part| get(part, "<<").is_some()) {
        return Err(FileFault::NotRead("<<"));
    }
    if is_regional(cloud) {
        return Err(FileFault::NotRead("regions"));
    }
    let login = FileFields { cloud, auth }.login(name)?;
    match &login.method {
        LoginMethod::Password { user: None, password, .. } if login.auth_url.is_none() => {
            let has_more = password.is_some() && login.profile.is_none();
            Err(if has_more { FileFault::SecretsOnly } else { FileFault::Missing("auth") })
        }
        _ => Ok(login),
    }
}

/// Whether a region of the cloud has a way in of its own: its `values` outrank the cloud's.
fn is_regional(cloud: &Json) -> bool {
    let Some(Json::List(regions)) = get(cloud, "regions") else { return false };
    regions.iter().filter_map(|region| get(region, "values")).any(|values| {
        let decides = ["auth", "auth_url", "auth_type", "auth_methods", "profile", "cloud", "<<"];
        matches!(values, Json::Other)
            || decides.iter().chain(&OVERRIDES).any(|key| get(values, key).is_some())
    })
}

/// The variables of an openrc.
pub(super) fn of_openrc(variables: &Json) -> Result<Logins, FileFault> {
    let login = FileFields { cloud: variables, auth: variables }.login("")?;
    let nobody = matches!(login.method, LoginMethod::Password { user: None, .. });
    if nobody && login.auth_url.is_none() {
        let names = login.profile.is_some();
        return Err(if names { FileFault::NamesCloud } else { FileFault::Missing("OS_AUTH_URL") });
    }
    Ok(one(login))
}

fn one(login: Login) -> Logins {
    Logins { usable: vec![login], others: Vec::new() }
}

/// An application credential, as the API answers it or as the client prints it; or clouds.
pub(super) fn of_json(file: &Json) -> Result<Logins, FileFault> {
    if get(file, "clouds").is_some() {
        return of_clouds(file);
    }
    let wrapped = get(file, "application_credential");
    let auth = wrapped.unwrap_or(file);
    // Much has an id and a name; only this has one of these besides.
    let is_known = wrapped.is_some()
        || get(auth, "id").is_some()
            && (get(auth, "secret").is_some() || get(auth, "unrestricted").is_some());
    if !is_known {
        return Err(FileFault::Unknown);
    }
    let fields = FileFields { cloud: auth, auth };
    let (id, name) = (fields.text("id")?, fields.text("name")?);
    if id.is_none() && name.is_none() {
        return Err(FileFault::Missing("id"));
    }
    Ok(one(Login {
        name: String::new(),
        auth_url: None,
        profile: None,
        overrides: Vec::new(),
        region: None,
        project: fields.text("project_id")?.map(Named::Id),
        project_domain: None,
        method: LoginMethod::ApplicationCredential {
            id,
            name,
            user: fields.text("user_id")?.map(Named::Id),
            domain: None,
            secret: fields.secret("secret")?,
        },
    }))
}

/// Addresses of the identity service that a client takes in the place of the catalog's.
const OVERRIDES: [&str; 4] =
    ["identity_endpoint_override", "identity_endpoint", "endpoint_override", "endpoint"];

impl FileFields<'_> {
    fn login(self, name: &str) -> Result<Login, FileFault> {
        let method = self.method()?;
        if self.text("trust_id")?.is_some() {
            return Err(FileFault::Trust);
        }
        let auth_url = self.text("auth_url")?;
        if auth_url.as_ref().is_some_and(|url| url.contains('@')) {
            return Err(FileFault::BadValue("auth_url"));
        }
        let profile = match self.text("profile")? {
            None => self.text("cloud")?,
            some => some,
        };
        let mut overrides = Vec::new();
        for key in OVERRIDES {
            overrides.extend(self.text(key)?);
        }
        let project = self.named("project_id", "project_name")?;
        Ok(Login {
            name: shown(name),
            auth_url,
            profile: profile.as_deref().map(shown),
            overrides,
            region: self.region()?,
            project: match project {
                None => self.named("tenant_id", "tenant_name")?,
                some => some,
            },
            project_domain: self.domain("project_domain_id", "project_domain_name")?,
            method,
        })
    }

    /// The method by `auth_type`, else by what is there.
    fn method(self) -> Result<LoginMethod, FileFault> {
        let id = self.text("application_credential_id")?;
        let name = self.text("application_credential_name")?;
        let is_credential = id.is_some() || name.is_some();
        let user = self.named("user_id", "username")?;
        let domain = self.domain("user_domain_id", "user_domain_name")?;
        let token = match self.secret("token")? {
            None => self.secret("auth_token")?,
            some => some,
        };
        let mut kind = self.text("auth_type")?.unwrap_or_default();
        if kind == "v3multifactor" || kind == "multifactor" {
            kind = self.first_factor()?;
        }
        if ["v3oidc", "v3websso", "v3saml", "v3adfs"].iter().any(|sso| kind.starts_with(sso)) {
            return Err(FileFault::SingleSignOn);
        }
        Ok(match kind.strip_prefix("v3").unwrap_or(&kind) {
            "" if is_credential => self.credential(id, name, user, domain)?,
            "applicationcredential" => self.credential(id, name, user, domain)?,
            "token" => LoginMethod::Token(token.ok_or(FileFault::Missing("token"))?),
            "" | "password" => {
                let password = self.secret("password")?;
                match token {
                    Some(token) if kind.is_empty() && password.is_none() => {
                        LoginMethod::Token(token)
                    }
                    _ => LoginMethod::Password { user, domain, password },
                }
            }
            _ => LoginMethod::Other(shown(&kind)),
        })
    }

    /// The one of `auth_methods` that comes first: Keystone asks for the passcode by itself.
    fn first_factor(self) -> Result<String, FileFault> {
        let listed = get(self.cloud, "auth_methods").or_else(|| get(self.auth, "auth_methods"));
        let names: Vec<&str> = match listed {
            Some(Json::List(items)) => items
                .iter()
                .filter_map(|item| if let Json::Text(name) = item { Some(&**name) } else { None })
                .collect(),
            Some(Json::Text(names)) => names.split(',').map(str::trim).collect(),
            Some(Json::Other) => return Err(FileFault::NotRead("auth_methods")),
            _ => return Err(FileFault::Missing("auth_methods")),
        };
        let is_passcode = |name: &&str| *name == "v3totp" || *name == "totp";
        let first: Vec<&str> = names.iter().copied().filter(|name| !is_passcode(name)).collect();
        Ok(match first.as_slice() {
            [name] => (*name).into(),
            _ => ["v3multifactor (", &names.join(", "), ")"].concat(),
        })
    }

    fn credential(
        self,
        id: Option<String>,
        name: Option<String>,
        user: Option<Named>,
        domain: Option<Named>,
    ) -> Result<LoginMethod, FileFault> {
        if id.is_none() && name.is_none() {
            return Err(FileFault::Missing("application_credential_id"));
        }
        let secret = self.secret("application_credential_secret")?;
        Ok(LoginMethod::ApplicationCredential { id, name, user, domain, secret })
    }

    /// The region, where there is one only: of several, the page's own choice is as good.
    fn region(self) -> Lookup<String> {
        match get(self.cloud, "regions") {
            Some(Json::List(regions)) => match regions.as_slice() {
                [Json::Text(name)] => checked("regions", name),
                [region] => FileFields { cloud: region, auth: region }.text("name"),
                _ => Ok(None),
            },
            _ => self.text("region_name"),
        }
    }

    /// A domain; `domain_id` and `domain_name` are both domains at once.
    fn domain(self, id: &'static str, name: &'static str) -> Lookup<Named> {
        match self.named(id, name)? {
            None => self.named("domain_id", "domain_name"),
            some => Ok(some),
        }
    }

    fn named(self, id: &'static str, name: &'static str) -> Lookup<Named> {
        Ok(match self.text(id)? {
            Some(id) => Some(Named::Id(id)),
            None => self.text(name)?.map(Named::Name),
        })
    }

    fn secret(self, key: &'static str) -> Lookup<Secret> {
        Ok(self.text(key)?.map(Secret::new))
    }

    /// A value, which stands in `auth` or beside it. Where both are there and differ, clients are
    /// not of one mind.
    fn text(self, key: &'static str) -> Lookup<String> {
        match (get(self.cloud, key), get(self.auth, key)) {
            (Some(Json::Other), _) | (_, Some(Json::Other)) => Err(FileFault::NotRead(key)),
            (Some(Json::Text(one)), Some(Json::Text(other))) if one != other => {
                Err(FileFault::Twice(key))
            }
            (Some(Json::Text(text)), _) | (_, Some(Json::Text(text))) => checked(key, text),
            _ => Ok(None),
        }
    }
}

/// A copy with no room to grow, so that no half of a secret stays behind; empty is absent.
fn checked(key: &'static str, text: &str) -> Lookup<String> {
    if text.len() > MAX_VALUE_BYTES || text.chars().any(is_hidden_in_words) {
        return Err(FileFault::BadValue(key));
    }
    Ok((!text.is_empty()).then(|| text.into()))
}

/// The member of an object called `name`, whether as `project_id`, `project-id` (old files),
/// `PROJECT_ID` (openrc) or `Project ID` (the client). The last one counts.
fn get<'a>(object: &'a Json, name: &str) -> Option<&'a Json> {
    let Json::Object(members) = object else { return None };
    let plain = |b: u8| if b == b'-' || b == b' ' { b'_' } else { b.to_ascii_lowercase() };
    let is_same = |key: &str| key.len() == name.len() && key.bytes().map(plain).eq(name.bytes());
    members.iter().rev().find(|(key, _)| is_same(key)).map(|(_, value)| value)
}
