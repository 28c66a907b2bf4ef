//! Reads the plain form, on the next page that has a panel.

use super::plain::{MOST_BYTES, VERSION};
use crate::core::admit::{AccessKey, Id, RegionName, Token, shown};
use crate::core::client::Shell;
use crate::core::clock::Millis;
use crate::core::endpoint::{Endpoint, KeystoneUrl};
use crate::core::json::Json;
use crate::core::keystone::identity::{CatalogStore, Identity, Project};
use crate::core::model::FirstToken;
use crate::core::secret::Secret;

/// A session that has come from another page.
#[derive(Debug)]
pub struct Handover {
    /// Its Keystone, which must be one of this page's.
    pub keystone: KeystoneUrl,
    /// The name of the region that was chosen.
    pub region: RegionName,
    /// The token that it started from.
    pub root: FirstToken,
    /// The token for the project, where the first was not for it.
    pub scoped: Option<Token>,
    /// Tokens that must be revoked, each with the milliseconds that it still lives.
    pub spent: Vec<(Token, Millis)>,
    /// Whose it is.
    pub identity: Identity,
    /// How many milliseconds the token still lives.
    pub left: Millis,
    /// The key that was chosen.
    pub chosen: Option<AccessKey>,
    /// The reader's values, by the names of their slots.
    pub values: Vec<(String, String)>,
    /// The id of the chosen client.
    pub client: Option<String>,
    /// The reader's shell.
    pub shell: Shell,
    /// Whether the reader has hidden what is theirs.
    pub hidden: bool,
}

/// What another page has written, at this time of the wall clock; `None` for anything else, and
/// where the token has ended or the clock was set back meanwhile.
#[must_use]
pub fn read(plain: &Secret, wall: i64) -> Option<Handover> {
    if plain.len() > MOST_BYTES {
        return None;
    }
    let raw = Json::parse(plain.expose())?;
    if raw.text("version") != Some(VERSION) {
        return None;
    }
    let at = i64::try_from(number(raw.get("at")?)?).ok()?;
    let passed = Millis::try_from(wall - at).ok()?;
    let left = number(raw.get("left")?)?.checked_sub(passed).filter(|left| *left > 0)?;
    let life_ms = i64::try_from(number(raw.get("life")?)?).ok()?;
    let token = |text: &str| Token::admit(&Secret::new(text.into()));
    let project =
        Project { id: Id::admit(raw.text("project")?)?, name: shown(raw.text("project_name")?) };
    let spent = pairs(&raw, "spent", |token, left| Some((text(token)?, number(left)?)))?;
    let stores = pairs(&raw, "stores", |region, endpoint| {
        let (region, endpoint) = (text(region)?, text(endpoint)?);
        Some(CatalogStore {
            region: RegionName::admit(region)?,
            endpoint: Endpoint::parse(endpoint)?,
        })
    })?;
    Some(Handover {
        keystone: KeystoneUrl::parse(raw.text("keystone")?)?,
        region: RegionName::admit(raw.text("region")?)?,
        root: FirstToken { token: token(raw.text("token")?)?, pasted: flag(&raw, "pasted")? },
        // What may be missing, but not be wrong.
        scoped: match raw.text("scoped") {
            None => None,
            Some(text) => Some(token(text)?),
        },
        // One that has ended need not be revoked.
        spent: spent
            .into_iter()
            .filter_map(|(text, left)| Some((text, left.checked_sub(passed)?)))
            .map(|(text, left)| Some((token(text)?, left)))
            .collect::<Option<_>>()?,
        identity: Identity {
            user: Id::admit(raw.text("user")?)?,
            user_name: shown(raw.text("user_name")?),
            project: Some(project),
            delegated: flag(&raw, "delegated")?,
            may_create: flag(&raw, "may_create")?,
            life_ms,
            expires_at_ms: wall.checked_add(i64::try_from(left).ok()?)?,
            stores,
        },
        // Never longer than the token lives as a whole.
        left: left.min(Millis::try_from(life_ms).ok()?),
        chosen: match raw.text("key") {
            None => None,
            Some(text) => Some(AccessKey::admit(text)?),
        },
        values: pairs(&raw, "values", |id, value| {
            Some((text(id)?.to_owned(), text(value)?.to_owned()))
        })?,
        client: raw.text("client").map(ToOwned::to_owned),
        shell: {
            let name = raw.text("shell")?;
            Shell::ALL.iter().find(|(other, _)| *other == name)?.1
        },
        hidden: flag(&raw, "hidden")?,
    })
}

fn text(raw: &Json) -> Option<&str> {
    if let Json::Text(text) = raw { Some(text) } else { None }
}

fn number(raw: &Json) -> Option<u64> {
    if let Json::Number(number) = raw { Some(*number) } else { None }
}

fn flag(raw: &Json, name: &str) -> Option<bool> {
    if let Json::Bool(is) = raw.get(name)? { Some(*is) } else { None }
}

/// Each pair of a list.
fn pairs<'a, T>(
    raw: &'a Json,
    name: &str,
    read: impl Fn(&'a Json, &'a Json) -> Option<T>,
) -> Option<Vec<T>> {
    let pair = |raw: &'a Json| match raw {
        Json::List(pair) => match pair.as_slice() {
            [one, other] => read(one, other),
            _ => None,
        },
        _ => None,
    };
    raw.list(name)?.iter().map(pair).collect()
}
