//! The page without JavaScript is made from the same snippets and views as the live panel.
//!
//! `mkdocs-plugin/src/mkdocs_keyfill/static.json` holds the fragments which the plugin puts
//! together. This test fails when they drift; `KEYFILL_BLESS=1 cargo test --test static_page`
//! writes them anew.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod rendering;

use keyfill::core::config::Config;
use keyfill::core::message::Msg;
use keyfill::core::model::Model;
use keyfill::core::panel::PanelOptions;
use keyfill::core::screen::{Screen, screen};
use keyfill::core::snippet::{self, Client, Edition, Filling, Form};
use keyfill::core::update::update;
use keyfill::view::{Context, bar, commands};
use rendering::render;
use serde_json::json;

const FILE: &str = "mkdocs-plugin/src/mkdocs_keyfill/static.json";

/// Values that the rendered fragments are searched for, and the tokens that replace them.
const TOKENS: [(&str, &str); 8] = [
    ("https://tokenhost.example", "{{endpoint}}"),
    ("tokenhost.example", "{{host}}"),
    ("Tokensigning", "{{signing_region}}"),
    ("Tokenname", "{{region}}"),
    ("tokenname", "{{profile}}"),
    ("tokenpanel", "{{panel}}"),
    ("Tokenbrand", "{{brand}}"),
    ("TOKENOPTIONS", "{{region_options}}"),
];

fn config(regions: &str) -> Config {
    let json = format!(r#"{{"brand":"Tokenbrand","regions":[{regions}]}}"#);
    Config::from_json(&json).unwrap()
}

fn region(name: &str) -> String {
    format!(
        r#"{{"name":"{name}","signing_region":"Tokensigning",
        "keystone_url":"https://k.example/v3","s3_endpoint":"https://tokenhost.example"}}"#
    )
}

fn first_screen(regions: &str) -> Screen {
    let mut model = Model::new(config(regions), "https://docs.example".into(), None);
    update(&mut model, Msg::Tick(0, 0));
    screen(&model, &PanelOptions::default())
}

fn tokens(html: &str) -> String {
    TOKENS.iter().fold(html.to_owned(), |html, (value, token)| html.replace(value, token))
}

async fn static_bar(regions: &str) -> String {
    let bar = first_screen(regions).bar;
    let html = render(bar::bar(&bar, &Context::inert("tokenpanel"))).await;
    // The plugin knows the names of the regions.
    match (html.find("<option"), html.rfind("</option>")) {
        (Some(from), Some(to)) => {
            tokens(&[&html[..from], "TOKENOPTIONS", &html[to + "</option>".len()..]].concat())
        }
        _ => tokens(&html),
    }
}

async fn static_block(client: Client, config: &Config) -> String {
    let region = config.regions.first();
    let filling = Filling { config, region, s3: None, key: None, values: &[] };
    let steps = snippet::steps(client, Form::Prompt, filling);
    let edition = Edition { client, region: 0 };
    let context = Context::inert("tokenpanel");
    tokens(&render(commands::block(&steps, edition, false, None, &context)).await)
}

#[tokio::test(flavor = "current_thread")]
async fn the_plugin_has_these_fragments() {
    let config = config(&region("Tokenname"));
    let mut clients = Vec::new();
    for client in Client::ALL {
        let block = static_block(client, &config).await;
        let id = client.id(&[]);
        clients.push(json!({"id": id, "label": id, "block": block}));
    }
    let fragments = json!({
        "bar": static_bar(&region("Tokenname")).await,
        "bar_regions": static_bar(&[region("Tokenname"), region("Other")].join(",")).await,
        "clients": clients,
    });
    let text = serde_json::to_string_pretty(&fragments).unwrap() + "\n";
    if std::env::var_os("KEYFILL_BLESS").is_some() {
        std::fs::write(FILE, text).unwrap();
    } else {
        assert!(
            text == std::fs::read_to_string(FILE).unwrap(),
            "{FILE} is not what the views make: run KEYFILL_BLESS=1 cargo test --test static_page"
        );
    }
}
