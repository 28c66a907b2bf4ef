//! Writes the plain form, on the page that is left.

use crate::core::clock::Millis;
use crate::core::json::{JsonPiece, written as json};
use crate::core::model::{Account, Model};
use crate::core::secret::Secret;

/// The longest form that is handed over: the worker takes twice as much, and no more.
pub const MOST_BYTES: usize = 32_768;

/// Another version is another form, of which nothing is read.
pub(super) const VERSION: &str = "1";

/// The pieces of an object, after those that it begins with.
struct Members<'a>(Vec<JsonPiece<'a>>);

/// The plain form of the session of `model`; `None` where nobody is signed in, or it is too long.
#[must_use]
pub fn written(model: &Model) -> Option<Secret> {
    let account = model.account()?;
    let identity = &account.identity;
    let left = |end: Millis| end.saturating_sub(model.now).to_string();
    let (life, wall) = (identity.life_ms.to_string(), model.wall.to_string());
    let expires = left(account.expires);
    let ends: Vec<String> = account.spent.iter().map(|(_, end)| left(*end)).collect();
    let region = model.region();
    let mut members = Members(Vec::new());
    members.text("version", VERSION);
    members.text("keystone", region.keystone.as_str());
    members.text("region", region.name.as_str());
    members.text("token", account.root.token.as_secret().expose());
    members.raw("pasted", flag(account.root.pasted));
    if let Some(scoped) = &account.scoped {
        members.text("scoped", scoped.as_secret().expose());
    }
    let spent = account.spent.iter().zip(&ends);
    members.pairs(
        "spent",
        spent.map(|((token, _), end)| {
            [JsonPiece::Text(token.as_secret().expose()), JsonPiece::Raw(end)]
        }),
    );
    members.text("user", identity.user.as_str());
    members.text("user_name", &identity.user_name);
    members.text("project", account.project.id.as_str());
    members.text("project_name", &account.project.name);
    members.raw("delegated", flag(identity.delegated));
    members.raw("may_create", flag(identity.may_create));
    members.raw("life", &life);
    members.raw("left", &expires);
    members.raw("at", &wall);
    members.pairs("stores", stores(model, account));
    if let Some(key) = account.key() {
        members.text("key", key.access.as_str());
    }
    members.pairs("values", values(model));
    if let Some(client) = model.config.entry(model.client) {
        members.text("client", &client.id);
    }
    members.text("shell", model.style.shell.name());
    members.raw("hidden", flag(model.hidden));
    members.0.push(JsonPiece::Raw("}"));
    Some(json(&members.0)).filter(|plain| plain.len() <= MOST_BYTES)
}

/// The endpoints that the catalog has for the regions of the page, and no more of it.
fn stores<'a>(model: &'a Model, account: &'a Account) -> impl Iterator<Item = [JsonPiece<'a>; 2]> {
    let regions = model.config.regions.iter().zip(&account.endpoints);
    regions.filter_map(|(region, endpoint)| {
        let endpoint = endpoint.as_ref()?;
        Some([JsonPiece::Text(region.name.as_str()), JsonPiece::Text(endpoint.url())])
    })
}

fn values(model: &Model) -> impl Iterator<Item = [JsonPiece<'_>; 2]> {
    let slots = model.config.slots.list();
    model.values.given.iter().filter_map(|(slot, value)| {
        Some([JsonPiece::Text(&slots.get(*slot)?.id), JsonPiece::Text(value)])
    })
}

const fn flag(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

impl<'a> Members<'a> {
    fn text(&mut self, name: &'static str, value: &'a str) {
        self.member(name, JsonPiece::Text(value));
    }

    fn raw(&mut self, name: &'static str, value: &'a str) {
        self.member(name, JsonPiece::Raw(value));
    }

    fn pairs(&mut self, name: &'static str, pairs: impl Iterator<Item = [JsonPiece<'a>; 2]>) {
        self.member(name, JsonPiece::Raw("["));
        for (index, [one, other]) in pairs.enumerate() {
            self.0.push(JsonPiece::Raw(if index == 0 { "[" } else { ",[" }));
            self.0.extend([one, JsonPiece::Raw(","), other, JsonPiece::Raw("]")]);
        }
        self.0.push(JsonPiece::Raw("]"));
    }

    fn member(&mut self, name: &'static str, value: JsonPiece<'a>) {
        self.0.push(JsonPiece::Raw(if self.0.is_empty() { "{" } else { "," }));
        self.0.extend([JsonPiece::Text(name), JsonPiece::Raw(":"), value]);
    }
}
