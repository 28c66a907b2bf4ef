//! What the fields mean, whichever kind of file they come from.
//!
//! The names are those of openstacksdk's `clouds.yaml`. A variable of an openrc is the same name
//! with `OS_` in front, and python-openstackclient prints `Project ID` for `project_id`.

use super::{FileFault, Login, LoginMethod, MAX_VALUE_BYTES, Named};
use crate::core::admit::{is_hidden, shown};
use crate::core::json::Json;
use crate::core::secret::Secret;

/// A value that was looked up.
type Found<T> = Result<Option<T>, FileFault>;

/// Where the fields of one login are: the cloud, and its `auth`.
#[derive(Clone, Copy)]
struct Fields<'a> {
    cloud: &'a Json,
    auth: &'a Json,
}

/// The clouds of a `clouds.yaml`, or of the same as JSON.
pub(super) fn of_clouds(file: &Json) -> Result<Vec<Login>, FileFault> {
    let clouds = match get(file, "clouds") {
        Some(Json::Object(clouds)) if !clouds.is_empty() => clouds,
        _ => return Err(FileFault::NoClouds),
    };
    let mut logins = Vec::new();
    for (name, cloud) in clouds {
        // A cloud without it is a vendor's profile, which is in no file that a page can read.
        if let Some(auth @ Json::Object(_)) = get(cloud, "auth") {
            logins.push(Fields { cloud, auth }.login(name)?);
        }
    }
    if logins.is_empty() { Err(FileFault::Missing("auth")) } else { Ok(logins) }
}

/// The variables of an openrc.
pub(super) fn of_openrc(variables: &Json) -> Result<Vec<Login>, FileFault> {
    let login = Fields { cloud: variables, auth: variables }.login("")?;
    // `OS_CLOUD` alone, say, names an entry of a file that is not here.
    let nobody = matches!(login.method, LoginMethod::Password { user: None, .. });
    if nobody && login.auth_url.is_none() {
        return Err(FileFault::Missing("OS_AUTH_URL"));
    }
    Ok(vec![login])
}

/// An application credential, as the API answers it or as the client prints it; or clouds.
pub(super) fn of_json(file: &Json) -> Result<Vec<Login>, FileFault> {
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
    let fields = Fields { cloud: auth, auth };
    let (id, name) = (fields.text("id")?, fields.text("name")?);
    if id.is_none() && name.is_none() {
        return Err(FileFault::Missing("id"));
    }
    Ok(vec![Login {
        name: String::new(),
        auth_url: None,
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
    }])
}

impl Fields<'_> {
    fn login(self, name: &str) -> Result<Login, FileFault> {
        let auth_url = self.text("auth_url")?;
        if auth_url.as_ref().is_some_and(|url| url.contains('@')) {
            return Err(FileFault::BadValue("auth_url"));
        }
        let project = self.named("project_id", "project_name")?;
        Ok(Login {
            name: shown(name),
            auth_url,
            region: self.region()?,
            project: match project {
                None => self.named("tenant_id", "tenant_name")?,
                some => some,
            },
            project_domain: self.domain("project_domain_id", "project_domain_name")?,
            method: self.method()?,
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
        let kind = self.text("auth_type")?.unwrap_or_default();
        Ok(match kind.strip_prefix("v3").unwrap_or(&kind) {
            "" if is_credential => self.credential(id, name, user, domain)?,
            "applicationcredential" => self.credential(id, name, user, domain)?,
            "token" => LoginMethod::Token(token.ok_or(FileFault::Missing("token"))?),
            // Of several factors the password comes first, and Keystone asks for the next.
            "" | "password" | "multifactor" => {
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
    fn region(self) -> Found<String> {
        match get(self.cloud, "regions") {
            Some(Json::List(regions)) => match regions.as_slice() {
                [Json::Text(name)] => checked("regions", name),
                [region] => Fields { cloud: region, auth: region }.text("name"),
                _ => Ok(None),
            },
            _ => self.text("region_name"),
        }
    }

    /// A domain; `domain_id` and `domain_name` are both domains at once.
    fn domain(self, id: &'static str, name: &'static str) -> Found<Named> {
        match self.named(id, name)? {
            None => self.named("domain_id", "domain_name"),
            some => Ok(some),
        }
    }

    fn named(self, id: &'static str, name: &'static str) -> Found<Named> {
        Ok(match self.text(id)? {
            Some(id) => Some(Named::Id(id)),
            None => self.text(name)?.map(Named::Name),
        })
    }

    fn secret(self, key: &'static str) -> Found<Secret> {
        Ok(self.text(key)?.map(Secret::new))
    }

    /// A value. What stands beside `auth` counts before what stands in it, as in openstacksdk.
    fn text(self, key: &'static str) -> Found<String> {
        match get(self.cloud, key).or_else(|| get(self.auth, key)) {
            Some(Json::Text(text)) => checked(key, text),
            _ => Ok(None),
        }
    }
}

/// A copy with no room to grow, so that no half of a secret stays behind; empty is absent.
fn checked(key: &'static str, text: &str) -> Found<String> {
    if text.len() > MAX_VALUE_BYTES || text.chars().any(is_hidden) {
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
