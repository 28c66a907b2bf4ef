//! The clients of a site: which, in which order, and where their commands are.

use super::CLIENTS;
use super::values::{error, is_line, wrong};
use crate::core::client::{Client, ClientEntry, CommandsAt, Tab};
use crate::core::config_error::ConfigError;
use crate::core::json::Json;
use crate::core::rules::{self, LONGEST_TAB_ID, LONGEST_TAB_LABEL, MOST_CLIENTS};

/// How many hexadecimal digits of a hash name a file.
const HASH: usize = 10;

/// What the files to save are called; no client is called so.
const FILES: &str = "files";

/// Reads the options `clients`, `client_labels` and `client_files`. Without the first one they are
/// those of [`rules::default::CLIENTS`], then the author's other tabs.
pub(super) fn clients(raw: &Json, tabs: &[Tab]) -> Result<Vec<ClientEntry>, ConfigError> {
    let mut entries: Vec<ClientEntry> = Vec::new();
    for id in ids(raw, tabs)? {
        if !is_id(id) || entries.iter().any(|other| other.id == id) {
            return Err(error("clients", id, CLIENTS));
        }
        entries.push(entry(id, raw, tabs)?);
    }
    if entries.is_empty() || entries.len() > MOST_CLIENTS {
        return Err(error("clients", &entries.len().to_string(), CLIENTS));
    }
    Ok(entries)
}

/// Reads the name of the file with the files to save, which has its place beside those of clients.
pub(super) fn files_to_save(raw: &Json) -> Result<Option<String>, ConfigError> {
    let is_left_out = member(raw, "client_files", FILES)? == Some("");
    if is_left_out { Ok(None) } else { file_name(raw, FILES).map(Some) }
}

/// Whether `id` may be the name of a client.
pub(super) fn is_id(id: &str) -> bool {
    (1..=LONGEST_TAB_ID).contains(&id.len())
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn ids<'a>(raw: &'a Json, tabs: &'a [Tab]) -> Result<Vec<&'a str>, ConfigError> {
    let Some(list) = raw.get("clients") else {
        let mut ids = rules::default::CLIENTS.to_vec();
        let tabs = tabs.iter().map(|tab| tab.id.as_str());
        ids.extend(tabs.filter(|id| !rules::default::CLIENTS.contains(id)));
        return Ok(ids);
    };
    let id = |id: &'a Json| match id {
        Json::Text(id) => Ok(id.as_str()),
        other => Err(wrong("clients", other, CLIENTS)),
    };
    if let Json::List(ids) = list {
        ids.iter().map(id).collect()
    } else {
        Err(wrong("clients", list, CLIENTS))
    }
}

fn entry(id: &str, raw: &Json, tabs: &[Tab]) -> Result<ClientEntry, ConfigError> {
    let id_owned = id.to_owned();
    if let Some(tab) = tabs.iter().find(|tab| tab.id == id) {
        let (label, commands) = (tab.label.clone(), CommandsAt::Here(tab.clone()));
        return Ok(ClientEntry { id: id_owned, label, commands });
    }
    let name = file_name(raw, id)?;
    let label = match member(raw, "client_labels", id)? {
        None => id,
        Some(label) if is_line(label, LONGEST_TAB_LABEL) => label,
        Some(label) => return Err(error("client_labels", label, "1 to 64 characters")),
    };
    Ok(ClientEntry { id: id_owned, label: label.into(), commands: CommandsAt::Named(name) })
}

/// The name of the file of a client: one that the author has changed has its hash.
fn file_name(raw: &Json, id: &str) -> Result<String, ConfigError> {
    match member(raw, "client_files", id)? {
        None => Ok(id.to_owned()),
        Some(hash) if is_hash(hash) => Ok([id, "-", hash].concat()),
        Some(hash) => Err(error("client_files", hash, "ten hexadecimal digits")),
    }
}

/// What the object under `option` has for a client.
fn member<'a>(
    raw: &'a Json,
    option: &'static str,
    id: &str,
) -> Result<Option<&'a str>, ConfigError> {
    match raw.get(option).and_then(|object| object.get(id)) {
        None => Ok(None),
        Some(Json::Text(text)) => Ok(Some(text)),
        Some(other) => Err(wrong(option, other, "a text for each client")),
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == HASH && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

impl super::Config {
    /// The client with this name.
    #[must_use]
    pub fn client(&self, id: &str) -> Option<Client> {
        Client::at(self.clients.iter().position(|client| client.id == id)?)
    }

    /// What is said of a client, if the site has it.
    #[must_use]
    pub fn entry(&self, client: Client) -> Option<&ClientEntry> {
        self.clients.get(client.index())
    }

    /// Every client, in the order of the tabs.
    pub fn all_clients(&self) -> impl Iterator<Item = Client> + use<> {
        (0..self.clients.len()).filter_map(Client::at)
    }
}
