//! The built-in clients, as the plugin has made them of their files.

#![allow(dead_code, reason = "each program uses some of it")]

use keyfill::core::client::{Client, ClientFile};
use keyfill::core::model::{ClientFileState, Model};
use keyfill::core::rules::default;
use serde_json::Value;

const FILE: &str = include_str!("../../mkdocs-plugin/src/mkdocs_keyfill/clients.json");

/// The ids of all of them.
pub fn ids() -> Vec<String> {
    let id = |client: &Value| client["id"].as_str().unwrap().to_owned();
    all().iter().map(id).collect()
}

/// What the page fetches for one.
pub fn text(id: &str) -> String {
    let found = all().into_iter().find(|client| client["id"] == id);
    found.unwrap_or_else(|| panic!("{id} is no built-in client")).to_string()
}

pub fn file(id: &str) -> ClientFile {
    ClientFile::from_json(&text(id)).unwrap_or_else(|| panic!("{id} cannot be read"))
}

/// Its place on a site that says nothing of clients.
pub fn client(id: &str) -> Client {
    Client::at(default::CLIENTS.iter().position(|other| *other == id).unwrap()).unwrap()
}

/// Every client of such a site.
pub fn clients() -> Vec<Client> {
    (0..default::CLIENTS.len()).filter_map(Client::at).collect()
}

/// Gives a page all files, as if they had been fetched.
pub fn load(model: &mut Model) {
    for id in ids() {
        let state = ClientFileState::There(Box::new(file(&id)));
        model.client_files.set(&id, state);
    }
}

fn all() -> Vec<Value> {
    let file: Value = serde_json::from_str(FILE).unwrap();
    file["clients"].as_array().unwrap().clone()
}
