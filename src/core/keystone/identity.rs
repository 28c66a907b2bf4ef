//! What a token says: whose it is, for which project, until when, and where services are.

use super::time;
use crate::core::admit::{Id, RegionName, shown};
use crate::core::endpoint::Endpoint;
use crate::core::json::Json;

/// Roles that may create credentials by the default policy of Keystone 29 and later. Keystone
/// compares the names of roles without regard to case.
const MAY_CREATE: [&str; 3] = ["member", "admin", "manager"];
/// The types of services that answer S3, the better one first (service-types authority;
/// Swift and Ceph answer it beside their own API).
const STORES: [&str; 2] = ["s3", "object-store"];

/// What a valid token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The user's id, for paths.
    pub user: Id,
    /// The user's name, for the eye only.
    pub user_name: String,
    /// The project that the token is scoped to; `None` for an unscoped or other scope.
    pub project: Option<Project>,
    /// Whether it comes from an application credential or a trust: Keystone 30 refuses all
    /// EC2 calls to such "delegated" tokens.
    pub delegated: bool,
    /// Whether a role is among those that may create credentials (Keystone's default policy
    /// since 29: member or admin).
    pub may_create: bool,
    /// Milliseconds from issue to expiry.
    pub life_ms: i64,
    /// When it expires, in milliseconds since 1970 by the server's clock.
    pub expires_at_ms: i64,
    /// The catalog's stores: for the eye and for snippets, never for requests.
    pub stores: Vec<CatalogStore>,
}

/// The project of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: Id,
    /// Its name, for the eye only.
    pub name: String,
}

/// A public endpoint of the catalog that answers S3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogStore {
    /// The name of its region in the catalog.
    pub region: RegionName,
    /// The origin of its URL: S3 has the paths of its own.
    pub endpoint: Endpoint,
}

impl Identity {
    /// The member `token` of an answer; `None` when it lacks what the API promises.
    pub(super) fn admit(token: &Json) -> Option<Self> {
        let user = token.get("user")?;
        let expires_at_ms = time::parse(token.text("expires_at")?)?;
        let project = match token.get("project") {
            None | Some(Json::Null) => None,
            Some(raw) => Some(Project::admit(raw)?),
        };
        let methods = token.list("methods").unwrap_or_default();
        let roles = token.list("roles").unwrap_or_default();
        Some(Self {
            user: Id::admit(user.text("id")?)?,
            user_name: shown(user.text("name")?),
            project,
            delegated: matches!(token.get("OS-TRUST:trust"), Some(Json::Object(_)))
                || methods
                    .iter()
                    .any(|m| matches!(m, Json::Text(t) if t == "application_credential")),
            may_create: roles
                .iter()
                .filter_map(|role| role.text("name"))
                .any(|name| MAY_CREATE.iter().any(|role| name.eq_ignore_ascii_case(role))),
            life_ms: expires_at_ms - time::parse(token.text("issued_at")?)?,
            expires_at_ms,
            stores: stores(token.list("catalog").unwrap_or_default()),
        })
    }

    /// The S3 endpoint that the catalog has for `region`.
    #[must_use]
    pub fn endpoint(&self, region: &RegionName) -> Option<&Endpoint> {
        self.stores.iter().find(|store| store.region == *region).map(|store| &store.endpoint)
    }
}

impl Project {
    /// A project of an answer.
    pub(super) fn admit(raw: &Json) -> Option<Self> {
        Some(Self { id: Id::admit(raw.text("id")?)?, name: shown(raw.text("name")?) })
    }
}

/// What a snippet cannot use (http, a strange host, a region with a strange name) is left out.
fn stores(catalog: &[Json]) -> Vec<CatalogStore> {
    let mut stores = Vec::new();
    for wanted in STORES {
        for service in catalog {
            if service.text("type") != Some(wanted) {
                continue;
            }
            for raw in service.list("endpoints").unwrap_or_default() {
                let region = raw.text("region_id").or(raw.text("region"));
                if raw.text("interface") == Some("public")
                    && let Some(region) = region.and_then(RegionName::admit)
                    && let Some(endpoint) = raw.text("url").and_then(Endpoint::of_service)
                {
                    stores.push(CatalogStore { region, endpoint });
                }
            }
        }
    }
    stores
}
