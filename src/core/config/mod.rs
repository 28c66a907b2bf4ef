//! The page's configuration: JSON from the panel's `data-config` attribute, checked.
//!
//! The plugin has expanded Jinja and `{region}` already and has told the author about
//! mistakes; this check is for pages written by hand, and so that nothing unchecked gets in.

mod clients;
mod destinations;
mod language;
mod session;
mod store;
mod tabs;
pub(in crate::core) mod values;

use values::{boolean, domain, each_once, error, number, texts, wrong};

use crate::core::admit::{RegionName, shown};
use crate::core::client::ClientEntry;
use crate::core::clock::Millis;
use crate::core::endpoint::{Endpoint, KeystoneUrl};
use crate::core::json::Json;
use crate::core::rules::{DELETION_DELAY, IDLE_MINUTES, default};
use crate::core::sign_in::SignInMethod;
use crate::core::slot::{Cloud, Slots};
use crate::core::words::Replaced;

pub use crate::core::client::{Tab, TabStep};
pub use crate::core::config_error::ConfigError;
pub use language::language_words;
pub use session::SessionReach;
pub use store::{Addressing, Checksums, StoreWays};

/// What a page is about: one cloud, its regions, and the clients to show.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Config {
    /// The cloud's name, shown to the reader.
    pub brand: String,
    /// At least one region; names are unique.
    pub regions: Vec<Region>,
    /// Their addresses, by which a host in the author's code is known.
    pub cloud: Cloud,
    /// At least one client, each once, in the order of the tabs.
    pub clients: Vec<ClientEntry>,
    /// The name of the file that has the files to save; none where the author leaves all of them out.
    pub files: Option<String>,
    /// How its object store is asked.
    pub store: StoreWays,
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
    /// The slots of the author's code, and of the operator's tabs.
    pub slots: Slots,
    /// Whether the reader may keep the values of variables for the browser's session.
    pub remember_values: bool,
    /// How far a session goes.
    pub session: SessionReach,
    /// Whether blocks of the page get a copy button where the theme gives them none.
    pub copy_buttons: bool,
    /// Whether readers may play with a made-up cloud.
    pub sample: bool,
    /// Texts of the panel, and what the operator has put in their place.
    pub texts: Replaced,
    /// Index of the region that is chosen at the start.
    pub start_region: usize,
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

impl Config {
    /// Reads `{"brand", "regions": [{"name", "keystone_url", "s3_endpoint",
    /// "signing_region"?}], "clients"?: [..], "client_labels"?: {..}, "client_files"?: {..},
    /// "store"?, "sign_in"?: [..], "domain"?, "idle_minutes"?,
    /// "catalog_endpoints"?, "deletion_delay"?, "slots"?, "remember_values"?, "session"?, "copy_buttons"?,
    /// "sample"?, "tabs"?, "texts"?, "start_region"?}`.
    ///
    /// # Errors
    /// [`ConfigError`] names the first option that is missing or has a wrong form.
    pub fn from_json(json: &str) -> Result<Self, ConfigError> {
        let raw = Json::parse(json).ok_or_else(|| error("data-config", json, WHOLE))?;
        Self::checked(&raw)
    }

    /// The same from JSON that was read, or put together from attributes.
    pub(in crate::core) fn checked(raw: &Json) -> Result<Self, ConfigError> {
        let whole = || error("data-config", "", WHOLE);
        let mut regions: Vec<Region> = Vec::new();
        let mut cloud = Cloud::default();
        for raw in raw.list("regions").ok_or_else(whole)? {
            let region = Region::checked(raw)?;
            if regions.iter().any(|other| other.name.profile() == region.name.profile()) {
                return Err(error("regions", region.name.as_str(), "each region once"));
            }
            cloud.add(region.name.as_str(), &region.s3, &region.keystone);
            regions.push(region);
        }
        if regions.is_empty() {
            return Err(error("regions", "[]", "at least one region"));
        }
        let idle = number(raw, "idle_minutes", IDLE_MINUTES, "whole minutes, from 1 to 480")?;
        let delay = number(raw, "deletion_delay", DELETION_DELAY, "whole seconds, 0 to 86400")?;
        Ok(Self {
            brand: shown(raw.text("brand").ok_or_else(whole)?),
            clients: clients::clients(raw, &tabs::tabs(raw)?)?,
            files: clients::files_to_save(raw)?,
            store: StoreWays::checked(raw)?,
            methods: each_once(raw, "sign_in", SignInMethod::FORM, SignInMethod::from_id)?
                .unwrap_or_else(|| SignInMethod::DEFAULT.into()),
            domain: domain(raw)?,
            idle_ms: Millis::from(idle.unwrap_or(default::IDLE_MINUTES)) * 60_000,
            catalog_endpoints: boolean(raw, "catalog_endpoints", default::CATALOG_ENDPOINTS)?,
            deletion_delay_s: delay.unwrap_or(default::DELETION_DELAY),
            slots: match raw.get("slots") {
                None => Slots::defaults(),
                Some(list) => Slots::from_json(list)?,
            },
            remember_values: boolean(raw, "remember_values", default::REMEMBER_VALUES)?,
            session: SessionReach::checked(raw)?,
            copy_buttons: boolean(raw, "copy_buttons", default::COPY_BUTTONS)?,
            sample: boolean(raw, "sample", default::SAMPLE)?,
            texts: texts(raw)?,
            start_region: match raw.get("start_region") {
                None => 0,
                Some(raw) => (match raw {
                    Json::Text(name) => regions.iter().position(|r| r.name.as_str() == name),
                    _ => None,
                })
                .ok_or_else(|| wrong("start_region", raw, REGION))?,
            },
            regions,
            cloud,
        })
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

/// Forms that several places expect.
pub(in crate::core) const CLIENTS: &str = "clients of this site, each once, at most 18";
pub(in crate::core) const REGION: &str = "the name of one of the regions";
const WHOLE: &str = "the JSON that the keyfill plugin writes";
