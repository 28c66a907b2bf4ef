//! The page's configuration: JSON from the panel's `data-config` attribute, checked.
//!
//! The plugin has expanded Jinja and `{region}` already and has told the author about
//! mistakes; this check is for pages written by hand, and so that nothing unchecked gets in.

use std::ops::RangeInclusive;

use crate::core::admit::{RegionName, is_hidden, shown};
use crate::core::endpoint::{Endpoint, KeystoneUrl};
use crate::core::json::Json;
use crate::core::model::Millis;
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
    /// At least one way to sign in, each once, in the order of the form.
    pub methods: Vec<SignInMethod>,
    /// The domain that a password belongs to, by name or id, exactly as Keystone has it.
    pub domain: String,
    /// How long a reader may do nothing before everything is wiped.
    pub idle_ms: Millis,
    /// Whether a snippet may show the endpoint that the catalog has for its region.
    pub catalog_endpoints: bool,
    /// For how many seconds the store may still honour a deleted key.
    pub deletion_delay_s: u32,
}

/// A way to sign in that an author may offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInMethod {
    /// A token that the reader got elsewhere and pastes.
    Token,
    /// The reader's name and password, and a second factor where the account has one.
    Password,
    /// An application credential's id or name, and its secret.
    ApplicationCredential,
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
    /// "signing_region"?}], "clients"?: [..], "sign_in"?: [..], "domain"?, "idle_minutes"?,
    /// "catalog_endpoints"?, "deletion_delay"?}`.
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
        let idle = number(&raw, "idle_minutes", 1..=480, "whole minutes, from 1 to 480")?;
        let delay = number(&raw, "deletion_delay", 0..=86_400, "whole seconds, 0 to 86400")?;
        let clients = "clients that Keyfill knows, each once";
        let methods = "token, password or application_credential, each once";
        Ok(Self {
            brand: shown(raw.text("brand").ok_or_else(whole)?),
            regions,
            clients: each_once(&raw, "clients", clients, Client::from_id)?
                .unwrap_or_else(|| Client::ALL.to_vec()),
            methods: each_once(&raw, "sign_in", methods, SignInMethod::from_id)?
                .unwrap_or_else(|| vec![SignInMethod::Token]),
            domain: domain(&raw)?,
            idle_ms: Millis::from(idle.unwrap_or(15)) * 60_000,
            catalog_endpoints: match raw.get("catalog_endpoints") {
                None => false,
                Some(Json::Bool(value)) => *value,
                Some(other) => return Err(wrong("catalog_endpoints", other, "true or false")),
            },
            deletion_delay_s: delay.unwrap_or(0),
        })
    }
}

impl SignInMethod {
    /// Every method, in the default order.
    pub const ALL: [Self; 3] = [Self::Token, Self::Password, Self::ApplicationCredential];

    /// Its name in the configuration, which is Keystone's name for it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Password => "password",
            Self::ApplicationCredential => "application_credential",
        }
    }

    /// The method with this name in the configuration.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
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

fn each_once<T: PartialEq>(
    raw: &Json,
    option: &'static str,
    expected: &'static str,
    from_id: fn(&str) -> Option<T>,
) -> Result<Option<Vec<T>>, ConfigError> {
    let Some(list) = raw.get(option) else { return Ok(None) };
    let ids = if let Json::List(ids) = list { ids.as_slice() } else { &[] };
    let mut items = Vec::new();
    for id in ids {
        match if let Json::Text(text) = id { from_id(text) } else { None } {
            Some(item) if !items.contains(&item) => items.push(item),
            _ => return Err(wrong(option, id, expected)),
        }
    }
    if items.is_empty() { Err(wrong(option, list, expected)) } else { Ok(Some(items)) }
}

/// Keystone takes what is written here, so it is admitted whole and never changed.
fn domain(raw: &Json) -> Result<String, ConfigError> {
    let Some(raw) = raw.get("domain") else { return Ok("Default".into()) };
    match raw {
        Json::Text(text)
            if text.chars().nth(64).is_none()
                && !text.trim().is_empty()
                && !text.chars().any(is_hidden) =>
        {
            Ok(text.clone())
        }
        _ => Err(wrong("domain", raw, "a domain's name or id, 1 to 64 characters")),
    }
}

fn number(
    raw: &Json,
    option: &'static str,
    range: RangeInclusive<u32>,
    expected: &'static str,
) -> Result<Option<u32>, ConfigError> {
    let Some(raw) = raw.get(option) else { return Ok(None) };
    let number = if let Json::Number(number) = raw { u32::try_from(*number).ok() } else { None };
    match number {
        Some(number) if range.contains(&number) => Ok(Some(number)),
        _ => Err(wrong(option, raw, expected)),
    }
}

fn wrong(option: &'static str, raw: &Json, expected: &'static str) -> ConfigError {
    match raw {
        Json::Text(text) => error(option, text, expected),
        Json::Number(number) => error(option, &number.to_string(), expected),
        _ => error(option, "a value of another kind", expected),
    }
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
        assert_eq!(config.methods, [SignInMethod::Token]);
        assert_eq!(config.domain, "Default");
        assert_eq!(config.idle_ms, 15 * 60 * 1000);
        assert!(!config.catalog_endpoints);
        assert_eq!(config.deletion_delay_s, 0);
    }

    #[test]
    fn each_option_is_read() {
        let own = r#"}],"sign_in":["application_credential","token","password"],
            "domain":"DOMAIN","idle_minutes":480,"catalog_endpoints":true,
            "deletion_delay":86400}"#;
        let domain = [" Åsa's \"<b>\" 😀 ", &"é".repeat(49)].concat();
        let own = own.replace("DOMAIN", &domain.replace('"', "\\\""));
        let config = Config::from_json(&GOOD.replacen("}]}", &own, 1)).unwrap();
        let ids: Vec<_> = config.methods.iter().map(|method| method.id()).collect();
        assert_eq!(ids, ["application_credential", "token", "password"]);
        assert_eq!(config.domain, domain, "Keystone is asked for exactly this");
        assert_eq!(config.idle_ms, 480 * 60 * 1000);
        assert!(config.catalog_endpoints);
        assert_eq!(config.deletion_delay_s, 86_400);
    }

    #[test]
    fn each_wrong_value_of_an_option_is_named() {
        let long = ["\"", &"é".repeat(65), "\""].concat();
        for (option, values) in [
            ("sign_in", &["[]", "\"token\"", "[\"totp\"]", "[\"token\",\"token\"]", "[1]"][..]),
            ("clients", &["null", "\"aws\"", "[true]"]),
            ("domain", &["\"\"", "\" \"", "\"a\\u0000\"", "\"a\u{202e}\"", "1", "null", &long]),
            ("idle_minutes", &["0", "481", "-1", "1.5", "\"15\"", "true", "4294967311", "null"]),
            ("catalog_endpoints", &["1", "\"true\"", "null", "[]"]),
            ("deletion_delay", &["86401", "-1", "0.5", "\"0\"", "false", "{}"]),
        ] {
            for value in values {
                let json = GOOD.replacen("}]}", &["}],\"", option, "\":", value, "}"].concat(), 1);
                let refused = Config::from_json(&json).unwrap_err();
                assert_eq!(refused.option, option, "{value}");
                assert!(!refused.message().contains('\u{202e}'));
            }
        }
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
