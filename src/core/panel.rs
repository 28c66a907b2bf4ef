//! The attributes of one `<keyfill-panel>`: the site's configuration, and what this panel shows
//! of it.
//!
//! A plugin writes the whole configuration into `data-config`. Pages that are written by hand
//! have an attribute for each option instead, with `{region}` where a region's name goes.

use crate::core::admit::shown;
use crate::core::client::Client;
use crate::core::config::values::error;
use crate::core::config::{CLIENTS, Config, ConfigError, REGION, Region};
use crate::core::json::Json;

/// What the attributes say.
#[derive(Debug)]
pub struct PanelSettings {
    /// The same for every panel of a site.
    pub config: Config,
    /// What this panel shows.
    pub options: PanelOptions,
}

/// What one panel shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelOptions {
    /// The panel's name in the page; empty where the author gave it none.
    pub panel: String,
    /// Its tabs, where they are not those of the site.
    pub clients: Option<Vec<Client>>,
    /// Index of the only region that it is about.
    pub region: Option<usize>,
    /// What stands over it.
    pub title: Option<String>,
    /// Whether it is as short as can be.
    pub compact: bool,
    /// Which parts it has.
    pub show: Show,
    /// Whether it is one line, with the panel in a dialog.
    pub offer: bool,
}

/// The parts of a panel, below its bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Everything.
    #[default]
    All,
    /// The commands, without the list of keys.
    Tabs,
    /// The list of keys, without commands.
    List,
}

impl Show {
    /// Each with its name in `data-show`.
    pub const ALL: [(&str, Self); 3] =
        [("all", Self::All), ("tabs", Self::Tabs), ("list", Self::List)];
}

/// What the text of an attribute becomes.
#[derive(Clone, Copy)]
enum AttributeKind {
    Text,
    Words,
    Number,
    Flag,
    /// Text in which each region's name takes the place of `{region}`.
    OfRegion,
}

/// An option that has an attribute of its own.
struct Attribute {
    /// Its name in `dataset`.
    key: &'static str,
    /// The option's name in `data-config`.
    option: &'static str,
    /// Its name in HTML.
    name: &'static str,
    kind: AttributeKind,
}

impl PanelSettings {
    /// Reads `JSON.stringify(element.dataset)`: an object of strings, with names in camelCase.
    ///
    /// # Errors
    /// [`ConfigError`] names the first option or attribute that is missing or has a wrong form.
    pub fn from_dataset(json: &str) -> Result<Self, ConfigError> {
        let raw = Json::parse(json).ok_or_else(|| error("dataset", json, "a JSON object"))?;
        let config = match raw.text("config") {
            Some(config) => Config::from_json(config)?,
            None => by_hand(&raw)?,
        };
        Ok(Self { options: options(&raw, &config)?, config })
    }
}

impl Config {
    /// The configuration of a panel beside others: where secrets go is the same, and the session,
    /// the page and the way in are the document's. What the panel shows of itself is its own: its
    /// brand, words, tabs and addresses of stores.
    #[must_use]
    pub fn beside(self, document: &Self, options: &mut PanelOptions) -> Self {
        let name = |index: usize| self.regions.get(index).map(|region| region.name.clone());
        // Regions are named by their place, which is the document's everywhere.
        let place = |index| {
            let name = name(index)?;
            document.regions.iter().position(|region| region.name == name)
        };
        options.region = options.region.and_then(place);
        let of_name = |theirs: &Region| {
            self.regions.iter().find(|region| region.name == theirs.name).cloned()
        };
        Self {
            regions: document.regions.iter().filter_map(of_name).collect(),
            brand: self.brand,
            cloud: self.cloud,
            clients: self.clients,
            store: self.store,
            texts: self.texts,
            ..document.clone()
        }
    }
}

fn options(raw: &Json, config: &Config) -> Result<PanelOptions, ConfigError> {
    let mut clients = None;
    if let Some(text) = raw.text("clients") {
        let mut list = Vec::new();
        for id in text.split_ascii_whitespace() {
            match config.client(id) {
                Some(client) if !list.contains(&client) => list.push(client),
                _ => return Err(error("data-clients", id, CLIENTS)),
            }
        }
        if list.is_empty() {
            return Err(error("data-clients", text, CLIENTS));
        }
        clients = Some(list);
    }
    let mut region = None;
    if let Some(name) = raw.text("region") {
        region = config.regions.iter().position(|region| region.name.as_str() == name.trim());
        if region.is_none() {
            return Err(error("data-region", name, REGION));
        }
    }
    let written = raw.text("show").unwrap_or("all");
    let Some((_, show)) = Show::ALL.iter().find(|(id, _)| *id == written) else {
        return Err(error("data-show", written, "all, tabs or list"));
    };
    Ok(PanelOptions {
        panel: raw.text("panel").unwrap_or_default().into(),
        clients,
        region,
        title: raw.text("title").map(str::trim).filter(|title| !title.is_empty()).map(shown),
        compact: flag(raw, "compact", "data-compact")?,
        show: *show,
        offer: flag(raw, "offer", "data-offer")?,
    })
}

/// An attribute that counts when it is there, unless it says `false`.
fn flag(raw: &Json, key: &str, name: &'static str) -> Result<bool, ConfigError> {
    match raw.text(key) {
        None | Some("false") => Ok(false),
        Some("" | "true") => Ok(true),
        Some(other) => Err(error(name, other, "no value, true or false")),
    }
}

/// The configuration of a page that is written by hand.
fn by_hand(raw: &Json) -> Result<Config, ConfigError> {
    let names = raw.text("regions").unwrap_or_default();
    let mut regions = Vec::new();
    for name in names.split_ascii_whitespace() {
        let mut members = vec![("name".into(), Json::Text(name.into()))];
        for attribute in ATTRIBUTES.iter().filter(|a| matches!(a.kind, AttributeKind::OfRegion)) {
            if let Some(template) = raw.text(attribute.key) {
                let text = with_region(template, name);
                // Two stores behind one address would each have the keys of the other.
                if !regions.is_empty() && attribute.option == STORE && text == template {
                    return Err(error(attribute.name, template, S3_ENDPOINT));
                }
                members.push((attribute.option.into(), Json::Text(text)));
            }
        }
        regions.push(Json::Object(members));
    }
    if regions.is_empty() {
        return Err(error("data-regions", names, REGIONS));
    }
    let mut members = vec![
        ("brand".into(), Json::Text("OpenStack".into())),
        ("regions".into(), Json::List(regions)),
    ];
    for attribute in &ATTRIBUTES {
        if let Some(text) = raw.text(attribute.key) {
            let value = match (attribute.kind, text) {
                (AttributeKind::OfRegion, _) => continue,
                (AttributeKind::Words, _) => Json::List(
                    text.split_ascii_whitespace().map(|word| Json::Text(word.into())).collect(),
                ),
                (AttributeKind::Flag, "" | "true") => Json::Bool(true),
                (AttributeKind::Flag, "false") => Json::Bool(false),
                (AttributeKind::Number, _) => {
                    text.parse().map_or_else(|_| Json::Text(text.into()), Json::Number)
                }
                _ => Json::Text(text.into()),
            };
            members.push((attribute.option.into(), value));
        }
    }
    Config::checked(&Json::Object(members)).map_err(of_attribute)
}

/// The same error, by the name of the attribute.
fn of_attribute(error: ConfigError) -> ConfigError {
    let option = match error.option {
        "name" | "regions" => "data-regions",
        option => ATTRIBUTES.iter().find(|a| a.option == option).map_or(option, |a| a.name),
    };
    let expected = match error.option {
        "keystone_url" => "https://HOST:PORT/v3, with {region} where the region goes",
        STORE => S3_ENDPOINT,
        _ => error.expected,
    };
    ConfigError { option, expected, ..error }
}

/// `template` with `name` for `{region}`.
fn with_region(template: &str, name: &str) -> String {
    let mut pieces = template.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (before, rest) = match piece.strip_prefix("region}") {
            Some(rest) => (name, rest),
            None => ("{", piece),
        };
        text.push_str(before);
        text.push_str(rest);
    }
    text
}

const fn attribute(
    key: &'static str,
    option: &'static str,
    name: &'static str,
    kind: AttributeKind,
) -> Attribute {
    Attribute { key, option, name, kind }
}

const STORE: &str = "s3_endpoint";
const S3_ENDPOINT: &str = "https://HOST:PORT, with {region} where the region goes";
const REGIONS: &str = "the names of the regions with spaces between, or data-config in its place";

const ATTRIBUTES: [Attribute; 14] = [
    attribute("keystoneUrl", "keystone_url", "data-keystone-url", AttributeKind::OfRegion),
    attribute("s3Endpoint", STORE, "data-s3-endpoint", AttributeKind::OfRegion),
    attribute("signingRegion", "signing_region", "data-signing-region", AttributeKind::OfRegion),
    attribute("brand", "brand", "data-brand", AttributeKind::Text),
    attribute("signIn", "sign_in", "data-sign-in", AttributeKind::Words),
    attribute("domain", "domain", "data-domain", AttributeKind::Text),
    attribute("idleMinutes", "idle_minutes", "data-idle-minutes", AttributeKind::Number),
    attribute("deletionDelay", "deletion_delay", "data-deletion-delay", AttributeKind::Number),
    attribute(
        "catalogEndpoints",
        "catalog_endpoints",
        "data-catalog-endpoints",
        AttributeKind::Flag,
    ),
    attribute("rememberValues", "remember_values", "data-remember-values", AttributeKind::Flag),
    attribute("session", "session", "data-session", AttributeKind::Text),
    attribute("copyButtons", "copy_buttons", "data-copy-buttons", AttributeKind::Flag),
    attribute("sample", "sample", "data-sample", AttributeKind::Flag),
    attribute("startRegion", "start_region", "data-start-region", AttributeKind::Text),
];
