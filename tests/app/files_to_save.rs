//! The files to save: fetched when the reader looks for them, and whole or not at all.

use std::rc::Rc;

use keyfill::core::admit::RegionName;
use keyfill::core::client::ClientFile;
use keyfill::core::config::Config;
use keyfill::core::message::{CommandsMsg, EdgeMsg, KeysMsg, ValuesMsg};
use keyfill::core::model::ClientFiles;
use keyfill::core::screen::{SavedFile, SavedFiles};

use crate::client_files::{self, FILES};
use crate::cloud::ALICE;
use crate::cloud::page::Page;
use crate::english::english;

/// A file of an author's, which the plugin did not read.
const OWN: &str = r#"{"id":"files","steps":[{"section":"file","lead":"Save it.","blocks":[
    {"language":"ini","file":"<profile>.ini","text":"bucket = <bucket>\nkey = <access-key>"}]}]}"#;

/// Alice has a key in use, and no file has been fetched.
fn page() -> Page {
    let mut page = Page::new();
    page.model.client_files = ClientFiles::default();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page
}

fn shown(page: &Page) -> SavedFiles {
    page.screen().commands.unwrap().filled.unwrap().files
}

fn come(page: &mut Page, file: Option<ClientFile>) {
    page.say(EdgeMsg::FileCame(FILES.into(), file.map(Rc::new)));
}

#[test]
fn they_are_fetched_when_the_reader_looks_for_them() {
    let mut page = page();
    assert_eq!(shown(&page), SavedFiles::Unasked(FILES.into()));
    assert!(!page.commands.iter().any(|name| name == FILES));
    page.say(CommandsMsg::GetFile(FILES.into()));
    page.say(CommandsMsg::GetFile(FILES.into()));
    assert_eq!((page.commands.pop().as_deref(), shown(&page)), (Some(FILES), SavedFiles::Coming));
    come(&mut page, None);
    assert_eq!(shown(&page), SavedFiles::Lost(FILES.into()));
    page.say(CommandsMsg::GetFile(FILES.into()));
    come(&mut page, Some(client_files::file(FILES)));
    let SavedFiles::There(files) = shown(&page) else { panic!("they are here") };
    assert!(files.len() == 6 && files.iter().all(|saved| saved.gap.is_none()));
    for (index, saved) in files.iter().enumerate() {
        page.say(KeysMsg::Save(0, index));
        assert_eq!(page.saved.pop().unwrap().0, saved.file.name);
    }
    // There are no more.
    page.say(KeysMsg::Save(0, 6));
    page.sign_out();
    page.say(KeysMsg::Save(0, 0));
    assert!(page.saved.is_empty());
}

#[test]
fn a_file_that_lacks_a_value_says_so_and_is_not_saved() {
    let mut page = page();
    come(&mut page, ClientFile::from_json(OWN));
    let SavedFiles::There(files) = shown(&page) else { panic!("it is here") };
    let [SavedFile { file, note, gap }] = &files[..] else { panic!("there is one") };
    assert_eq!((&*file.name, english(std::slice::from_ref(note))), ("aur1.ini", "Save it."));
    assert!(!file.is_whole);
    assert_eq!(english(gap.as_slice()), "This file needs a value for <bucket>.");
    page.say(KeysMsg::Save(0, 0));
    assert!(page.saved.is_empty());
    let bucket = page.model.config.slots.by_id("bucket").unwrap();
    page.say(ValuesMsg::Type(bucket, "photos".into()));
    page.say(KeysMsg::Save(0, 0));
    let (name, text) = page.saved.pop().unwrap();
    assert_eq!(name, "aur1.ini");
    assert!(text.expose().starts_with("bucket = photos\nkey = "));
}

/// In an INI file `EU_1` is a constant of PHP's, so it does not mean itself to everybody.
#[test]
fn a_file_that_cannot_hold_a_value_says_so() {
    let mut page = page();
    page.model.config.regions[0].signing_region = RegionName::admit("EU_1").unwrap();
    come(&mut page, Some(client_files::file(FILES)));
    let SavedFiles::There(files) = shown(&page) else { panic!("they are here") };
    assert_eq!(
        english(files[0].gap.as_slice()),
        "This file cannot hold the value of <region> as it is. Use the commands instead."
    );
    let refused = files.iter().map(|saved| saved.gap.is_some());
    assert_eq!(refused.collect::<Vec<_>>(), [true, true, true, false, false, false]);
}

#[test]
fn an_author_may_change_them_or_leave_all_of_them_out() {
    let config = |files: &str| {
        let region = r#"{"name":"A","keystone_url":"https://k.example/v3","s3_endpoint":"https://s.example"}"#;
        let json = format!(r#"{{"brand":"A","regions":[{region}],"client_files":{files}}}"#);
        Config::from_json(&json)
    };
    assert_eq!(config("{}").unwrap().files.as_deref(), Some("files"));
    let changed = config(r#"{"files":"0123456789"}"#).unwrap();
    assert_eq!(changed.files.as_deref(), Some("files-0123456789"));
    assert_eq!(config(r#"{"files":""}"#).unwrap().files, None);
    assert!(config(r#"{"files":"../x"}"#).is_err() && config(r#"{"files":1}"#).is_err());
    let mut page = page();
    page.model.config.files = None;
    assert_eq!(shown(&page), SavedFiles::None);
}
