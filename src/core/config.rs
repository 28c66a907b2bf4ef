//! The page's configuration: JSON from the panel's `data-config` attribute, checked.
//!
//! The plugin has expanded Jinja and `{region}` already and has told the author about
//! mistakes; this check is for pages written by hand, and so that nothing unchecked gets in.

use crate::core::admit::{RegionName, shown};
use crate::core::endpoint::{Endpoint, KeystoneUrl};
use crate::core::json::Json;
use crate::core::snippet::Client;

/// What a page is about: one cloud, its regions, and the clients to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The cloud's name, shown to the reader.
    pub brand: String,
    /// At least one region; names are unique. The first is chosen at the start.
    pub regions: Vec<Region>,
    /// At least one client, each once, in the order of the tabs.
    pub clients: Vec<Client>,
}

/// One region of the cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in the catalog.
    pub name: RegionName,
    /// The Keystone that serves it.
    pub keystone: KeystoneUrl,
    /// Where its object store answers S3.
    pub s3: Endpoint,
    /// The region that requests are signed for; normally the name in the catalog.
    pub signing_region: RegionName,
}

/// Why a configuration was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The option, as it stands in the JSON.
    pub option: &'static str,
    /// The refused value, safe to show.
    pub value: String,
    /// The form that was expected.
    pub expected: &'static str,
}

impl Config {
    /// Reads `{"brand", "regions": [{"name", "keystone_url", "s3_endpoint",
    /// "signing_region"?}], "clients"?: [..]}`.
    ///
    /// # Errors
    /// [`ConfigError`] names the first option that is missing or has a wrong form.
    pub fn from_json(json: &str) -> Result<Self, ConfigError> {
        let whole = || error("data-config", json, "the JSON that the keyfill plugin writes");
        let raw = Json::parse(json).ok_or_else(whole)?;
        let mut regions: Vec<Region> = Vec::new();
        for raw in raw.list("regions").ok_or_else(whole)? {
            let region = Region::checked(raw)?;
            if regions.iter().any(|other| other.name.profile() == region.name.profile()) {
                return Err(error("regions", region.name.as_str(), "each region once"));
            }
            regions.push(region);
        }
        if regions.is_empty() {
            return Err(error("regions", "[]", "at least one region"));
        }
        let brand = shown(raw.text("brand").ok_or_else(whole)?);
        let clients = match raw.get("clients") {
            None => Client::ALL.to_vec(),
            Some(_) => clients(raw.list("clients").ok_or_else(whole)?)?,
        };
        Ok(Self { brand, regions, clients })
    }
}

impl Region {
    fn checked(raw: &Json) -> Result<Self, ConfigError> {
        let word = "letters, digits, '.', '-' and '_', at most 64";
        let text = |option| raw.text(option).unwrap_or_default();
        let signing = if raw.get("signing_region").is_some() { "signing_region" } else { "name" };
        let region_name = |option| {
            RegionName::admit(text(option)).ok_or_else(|| error(option, text(option), word))
        };
        Ok(Self {
            name: region_name("name")?,
            signing_region: region_name(signing)?,
            keystone: KeystoneUrl::parse(text("keystone_url")).ok_or_else(|| {
                error("keystone_url", text("keystone_url"), "https://HOST:PORT/v3")
            })?,
            s3: Endpoint::parse(text("s3_endpoint"))
                .ok_or_else(|| error("s3_endpoint", text("s3_endpoint"), "https://HOST:PORT"))?,
        })
    }
}

impl ConfigError {
    /// The error in one line, safe to show.
    #[must_use]
    pub fn message(&self) -> String {
        let Self { option, value, expected } = self;
        [option, ": ", value, " (expected: ", expected, ")"].concat()
    }
}

fn clients(ids: &[Json]) -> Result<Vec<Client>, ConfigError> {
    let mut clients = Vec::with_capacity(ids.len());
    for id in ids {
        let id = if let Json::Text(text) = id { text } else { "" };
        match Client::from_id(id) {
            Some(client) if !clients.contains(&client) => clients.push(client),
            Some(_) => return Err(error("clients", id, "each client once")),
            None => return Err(error("clients", id, "a client that Keyfill knows")),
        }
    }
    if clients.is_empty() {
        return Err(error("clients", "[]", "at least one client"));
    }
    Ok(clients)
}

fn error(option: &'static str, value: &str, expected: &'static str) -> ConfigError {
    ConfigError { option, value: shown(value), expected }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"brand":"Aurora","regions":[{"name":"Aur1",
        "keystone_url":"https://aur1.example:5000/v3","s3_endpoint":"https://s3-aur1.example:8080"}]}"#;

    #[test]
    fn defaults_are_filled_in() {
        let config = Config::from_json(GOOD).unwrap();
        assert_eq!(config.regions[0].signing_region.as_str(), "Aur1");
        assert_eq!(config.clients, Client::ALL);
    }

    #[test]
    fn each_wrong_option_is_named() {
        for (from, to, option) in [
            ("{\"brand\"", "\"brand\"", "data-config"),
            ("https://aur1.example:5000/v3", "http://aur1.example:5000/v3", "keystone_url"),
            ("https://aur1.example:5000/v3", "https://aur1.example:5000", "keystone_url"),
            ("https://s3-aur1", "ftp://s3-aur1", "s3_endpoint"),
            ("\"Aur1\"", "\"Aur 1\"", "name"),
            ("\"Aur1\"", "\"\u{202e}Aur1\"", "name"),
            ("\"Aur1\",", "\"Aur1\",\"signing_region\":\"$x\",", "signing_region"),
            ("}]}", "}],\"clients\":[]}", "clients"),
            ("}]}", "}],\"clients\":[\"aws\",\"aws\"]}", "clients"),
            ("}]}", "}],\"clients\":[\"ftp\"]}", "clients"),
        ] {
            let json = GOOD.replacen(from, to, 1);
            assert_ne!(json, GOOD);
            assert_eq!(Config::from_json(&json).unwrap_err().option, option, "{to}");
        }
        let none = r#"{"brand":"x","regions":[]}"#;
        assert_eq!(Config::from_json(none).unwrap_err().option, "regions");
    }
}
