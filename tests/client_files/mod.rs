//! The built-in clients, as the plugin has made them of their files.

#![allow(dead_code, reason = "each program uses some of it")]

use std::rc::Rc;
use std::sync::LazyLock;

use keyfill::core::client::{Client, ClientFile, Shell};
use keyfill::core::model::{ClientFileState, Model};
use keyfill::core::rules::default;
use serde_json::Value;

const FILE: &str = include_str!("../../mkdocs-plugin/src/mkdocs_keyfill/clients.json");

/// What the files to save are called.
pub const FILES: &str = "files";

/// The ids of all of them, and of the files to save.
pub fn ids() -> Vec<String> {
    let id = |client: &Value| client["id"].as_str().unwrap().to_owned();
    ALL.iter().map(id).collect()
}

/// What the page fetches for one and a shell: the blocks for that.
pub fn text(id: &str, shell: Shell) -> String {
    let found = ALL.iter().find(|client| client["id"] == id).cloned();
    let mut client = found.unwrap_or_else(|| panic!("{id} is no built-in client"));
    let fits = |block: &Value| {
        let shells = block["shells"].as_array();
        shells.is_none_or(|shells| shells.iter().any(|other| other == shell.name()))
    };
    let steps = client["steps"].as_array_mut().unwrap();
    // A test that is for other shells is left out as a whole.
    let has_test = steps.iter().filter(|step| step["section"] == "test").any(|step| {
        let mut blocks = step["blocks"].as_array().unwrap().iter();
        blocks.any(|block| block["shells"].is_array() && fits(block))
    });
    let is_for_no_shell = |step: &Value| {
        let mut blocks = step["blocks"].as_array().unwrap().iter();
        blocks.all(|block| block["shells"].is_null())
    };
    let is_for_all = steps.iter().filter(|step| step["section"] == "test").all(is_for_no_shell);
    steps.retain(|step| step["section"] != "test" || has_test || is_for_all);
    for step in &mut *steps {
        step["blocks"].as_array_mut().unwrap().retain(fits);
    }
    steps.retain(|step| step["blocks"] != Value::Array(Vec::new()));
    client.to_string()
}

pub fn file_for(id: &str, shell: Shell) -> ClientFile {
    ClientFile::from_json(&text(id, shell)).unwrap_or_else(|| panic!("{id} cannot be read"))
}

/// For a shell like `sh`.
pub fn file(id: &str) -> ClientFile {
    file_for(id, Shell::Posix)
}

/// Its place on a site that says nothing of clients.
pub fn client(id: &str) -> Client {
    Client::at(default::CLIENTS.iter().position(|other| *other == id).unwrap()).unwrap()
}

/// Every client of such a site.
pub fn clients() -> Vec<Client> {
    (0..default::CLIENTS.len()).filter_map(Client::at).collect()
}

/// What the plugin has made: read once for all tests, of which each has a thread of its own.
static ALL: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let file: Value = serde_json::from_str(FILE).unwrap();
    let mut all = file["clients"].as_array().unwrap().clone();
    all.push(file["files"].clone());
    all
});

/// Every file by its name.
static READ: LazyLock<Vec<(String, ClientFile)>> = LazyLock::new(read_all);

thread_local! {
    /// The same, as a page has them: there are thousands of pages in one test.
    static SHARED: Vec<(String, Rc<ClientFile>)> =
        READ.iter().map(|(name, file)| (name.clone(), Rc::new(file.clone()))).collect();
}

/// Gives a page all files, as if they had been fetched.
pub fn load(model: &mut Model) {
    SHARED.with(|files| {
        for (name, file) in files {
            model.client_files.set(name, ClientFileState::There(Rc::clone(file)));
        }
    });
}

fn read_all() -> Vec<(String, ClientFile)> {
    let mut files = Vec::new();
    for id in ids() {
        let first = file(&id);
        for shell in first.shells.iter().skip(1) {
            files.push(([&id, "--", shell.name()].concat(), file_for(&id, *shell)));
        }
        files.push((id, first));
    }
    files
}
