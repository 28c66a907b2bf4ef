//! The states of panels that have options.

use crate::client_files::{self, client};
use keyfill::core::config::Config;
use keyfill::core::message::CommandsMsg;
use keyfill::core::model::Model;
use keyfill::core::panel::{PanelOptions, Show};

use super::{Page, small, with_keys};
use crate::cloud::{self, ALICE, KEYSTONE};

/// Index of the region that has a Keystone of its own.
pub const BOR1: usize = 2;

/// A site with an operator's own tabs: one more client, and one in the place of `mc`.
const TABS: &str = r#"[
    {"id":"s5cmd","label":"s5cmd <new>","steps":[
        {"lead":"Set the variables.","language":"bash","copy_name":"the variables",
         "text":"export S3_ENDPOINT_URL=<endpoint>\nexport AWS_ACCESS_KEY_ID=<access key> AWS_SECRET_ACCESS_KEY=<Secret_Key>"},
        {"lead":"List the buckets.","language":"bash","text":"s5cmd --profile <region> ls s3://<bucket>/ <unknown>"}]},
    {"id":"mc","label":"mc","steps":[
        {"lead":"Ask the operator.","language":"text","text":"Project <project-id>"}]}]"#;

/// One region, and the operator's tabs beside the clients.
pub fn own_tabs(keys: usize) -> Page {
    let json = format!(
        r#"{{"brand":"Aurora","tabs":{TABS},"clients":["aws","s5cmd","mc"],
        "regions":[{{"name":"Aur1","keystone_url":"{KEYSTONE}",
        "s3_endpoint":"https://s3-aur1.example"}}]}}"#
    );
    let mut page = Page::new();
    page.model = Model::new(Config::from_json(&json).unwrap(), cloud::page::ORIGIN.into(), None);
    client_files::load(&mut page.model);
    page.tick(0);
    if keys > 0 {
        (0..keys).for_each(|_| drop(page.cloud.plant(&ALICE)));
        page.sign_in(&ALICE);
    }
    page.say(CommandsMsg::ChooseClient(page.model.config.client("s5cmd").unwrap()));
    page
}

/// Somebody with a key in a region whose Keystone serves two.
pub fn in_aur1() -> Page {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page
}

pub fn only(show: Show) -> PanelOptions {
    PanelOptions { show, ..PanelOptions::default() }
}

pub fn about(region: usize) -> PanelOptions {
    PanelOptions { region: Some(region), ..PanelOptions::default() }
}

/// Its name, the state, and the panel's options.
pub fn panels() -> Vec<(&'static str, Page, PanelOptions)> {
    let title = || Some("Your <b> keys".to_owned());
    let clients = Some(vec![client("mc")]);
    let short = PanelOptions { compact: true, title: title(), ..only(Show::All) };
    let some = PanelOptions { clients, title: title(), ..only(Show::All) };
    let offer = || PanelOptions { offer: true, ..PanelOptions::default() };
    vec![
        ("list-signed-out", small(), only(Show::List)),
        ("list", with_keys(2), only(Show::List)),
        ("tabs", with_keys(2), only(Show::Tabs)),
        ("tabs-no-key", with_keys(0), only(Show::Tabs)),
        ("compact-signed-out", small(), short.clone()),
        ("compact", with_keys(1), short),
        ("some-clients", with_keys(1), some),
        ("one-region-signed-out", Page::new(), about(1)),
        ("one-region", in_aur1(), about(1)),
        ("elsewhere", in_aur1(), about(BOR1)),
        ("own-tab-signed-out", own_tabs(0), PanelOptions::default()),
        ("own-tab", own_tabs(1), PanelOptions::default()),
        ("offer-signed-out", small(), offer()),
        ("offer-no-key", with_keys(0), offer()),
        ("offer", with_keys(1), offer()),
    ]
}
