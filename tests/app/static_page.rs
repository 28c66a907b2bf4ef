//! The page without JavaScript is made from the same snippets and views as the live panel.
//!
//! `mkdocs-plugin/src/mkdocs_keyfill/static.json` holds the fragments which the plugin puts
//! together. This test fails when they drift; `KEYFILL_BLESS=1 cargo test --test app static_page::`
//! writes them anew.

use crate::{rules, script_texts};

use crate::rendering::render;
use keyfill::core::config::Config;
use keyfill::core::message::EdgeMsg;
use keyfill::core::model::Model;
use keyfill::core::panel::{PanelOptions, Show};
use keyfill::core::screen::{Aside, Screen, screen};
use keyfill::core::slot::evidence::tables;
use keyfill::core::slot::{DEFAULTS, Source};
use keyfill::core::update::update;
use keyfill::core::words::catalog::TextStage;
use keyfill::core::words::catalog::rest::PANEL_LOST;
use keyfill::core::words::{Replaced, catalog};
use keyfill::view::{Context, bar, commands, offer, set_texts};
use serde_json::{Value, json};

const FILE: &str = "mkdocs-plugin/src/mkdocs_keyfill/static.json";

/// What only a site has that offers a sample.
const SAMPLE_BUTTON: &str = "<button type=\"button\" class=\"md-button\" \
                             data-focus=\"sample\">⟦t:try-sample⟧</button>";

/// Values that the rendered fragments are searched for, and the tokens that replace them.
const TOKENS: [(&str, &str); 15] = [
    (SAMPLE_BUTTON, "{{sample_button}}"),
    ("https://tokenhost.example", "{{endpoint}}"),
    ("tokenhost.example", "{{host}}"),
    ("tokenkeystone.example", "{{keystone}}"),
    ("Tokensigning", "{{signing_region}}"),
    ("Tokenname", "{{region}}"),
    ("tokenname", "{{profile}}"),
    ("tokenpanel", "{{panel}}"),
    ("Tokenbrand", "{{brand}}"),
    ("TOKENOPTIONS", "{{region_options}}"),
    ("Tokentitle", "{{title}}"),
    ("Tokenlead", "{{lead}}"),
    ("Tokentext", "{{code}}"),
    ("&lt;region&gt;", "{{slot}}"),
    ("<p class=\"keyfill-title\">{{title}}</p>", "{{title_line}}"),
];

fn config(regions: &str) -> Config {
    let tab = r#"{"id":"own","label":"Own","steps":[
        {"lead":"Tokenlead","language":"bash","text":"Tokentext"},
        {"lead":"Tokenlead","language":"bash","text":"<region>"}]}"#;
    let json =
        format!(r#"{{"brand":"Tokenbrand","sample":true,"regions":[{regions}],"tabs":[{tab}]}}"#);
    Config::from_json(&json).unwrap()
}

fn region(name: &str) -> String {
    format!(
        r#"{{"name":"{name}","signing_region":"Tokensigning",
        "keystone_url":"https://tokenkeystone.example/v3","s3_endpoint":"https://tokenhost.example"}}"#
    )
}

fn one_region() -> String {
    region("Tokenname")
}

fn first_screen(regions: &str, options: &PanelOptions) -> Screen {
    let mut model = Model::new(config(regions), "https://docs.example".into(), None);
    update(&mut model, EdgeMsg::Tick(0, 0).into());
    screen(&model, options)
}

fn tokens(html: &str) -> String {
    TOKENS.iter().fold(html.to_owned(), |html, (value, token)| html.replace(value, token))
}

/// From now on each text is shown as a token with its id and its arguments, which the plugin
/// replaces: `{{t:id|name=value}}`.
fn show_ids() {
    let mut replaced = Replaced::default();
    for entry in catalog::all() {
        let (_, english) = entry.text.english();
        let names = english.split('{').skip(1).map(|piece| piece.split_once('}').unwrap().0);
        let arg = |name: &str| format!("|{name}={{{name}}}");
        let args = names.map(arg).collect::<Vec<_>>().concat();
        let words = format!("⟦t:{}{args}⟧", entry.id());
        replaced.add(entry.text.key(), &words);
    }
    set_texts(&replaced);
}

/// Braces would be read as an argument while a text is put together.
fn with_ids(html: &str) -> String {
    for text in html.split('⟦').skip(1) {
        let args = text.split_once('⟧').unwrap().0.split_once('|').map_or("", |(_, args)| args);
        let plain = args.replace("{{keystone}}", "");
        assert!(!plain.contains("}}") && !plain.contains('⟦'), "{args}");
    }
    html.replace('⟦', "{{").replace('⟧', "}}")
}

/// The texts as authors and translators see them.
fn texts() -> Vec<Value> {
    let text = |(stage, entry): (TextStage, catalog::CatalogEntry)| {
        let (one, other) = entry.text.english();
        let stage = rules::named(stage, &TextStage::ALL);
        let (id, key) = (entry.id(), entry.text.key());
        let mut text = json!({ "id": id, "key": key, "stage": stage, "other": other });
        if let Some(one) = one {
            text["one"] = one.into();
        }
        if !entry.note.is_empty() {
            text["note"] = entry.note.trim().into();
        }
        text
    };
    catalog::staged().into_iter().map(text).collect()
}

/// The bar alone, where the line below it is a fragment of its own.
async fn static_bar(regions: &str, show: Show) -> String {
    let title = Some("Tokentitle".into());
    let options = PanelOptions { compact: true, show, title, ..PanelOptions::default() };
    let bar = first_screen(regions, &options).bar;
    assert_eq!(bar.aside, None);
    let html = render(bar::bar(&bar, &Context::inert("tokenpanel"))).await;
    // The plugin knows the names of the regions.
    let html = match (html.find("<option"), html.rfind("</option>")) {
        (Some(from), Some(to)) => {
            tokens(&[&html[..from], "TOKENOPTIONS", &html[to + "</option>".len()..]].concat())
        }
        _ => tokens(&html),
    };
    assert!(html.contains("{{sample_button}}"), "{html}");
    html
}

/// A step of an operator's tab, and a slot in it.
async fn own_step(config: &Config) -> (String, String) {
    let mut model = Model::new(config.clone(), "https://docs.example".into(), config.client("own"));
    update(&mut model, EdgeMsg::Tick(0, 0).into());
    let commands = screen(&model, &PanelOptions::default()).commands.unwrap();
    let context = Context::inert("tokenpanel");
    let block = tokens(&render(commands::block(&commands, false, None, &context)).await);
    let inner = block.strip_prefix("<div class=\"tabbed-block\">").unwrap();
    let (step, with_slot) = inner.split_at(inner.rfind("<div class=\"keyfill-step\">").unwrap());
    let (before, after) = step.split_once("{{code}}").unwrap();
    let slot = with_slot.strip_prefix(before).unwrap();
    (step.to_owned(), slot.strip_suffix(&[after, "</div>"].concat()).unwrap().to_owned())
}

fn slots() -> Vec<Value> {
    let slot = |slot: &keyfill::core::slot::DefaultSlot| {
        let mut own = json!({
            "id": slot.id,
            "names": slot.names,
            "label": slot.label.english().1,
            "harmless": slot.source.is_harmless(),
        });
        if let Source::Variable(kind) = slot.source {
            own["kind"] = kind.id().into();
        }
        own
    };
    DEFAULTS.iter().map(slot).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn the_plugin_has_these_fragments() {
    show_ids();
    let config = config(&one_region());
    let context = Context::inert("tokenpanel");
    let first = first_screen(&one_region(), &PanelOptions::default());
    let several = [one_region(), region("Other")].join(",");
    let (own_step, slot) = own_step(&config).await;
    let title = render(bar::title_line("Tokentitle")).await.replace("Tokentitle", "{{title}}");
    let fragments = json!({
        "bar": static_bar(&one_region(), Show::All).await,
        "bar_regions": static_bar(&several, Show::All).await,
        "bar_list": static_bar(&one_region(), Show::List).await,
        "bar_list_regions": static_bar(&several, Show::List).await,
        "sample_button": SAMPLE_BUTTON,
        "title_line": title,
        "explanation": render(bar::aside(&Aside::WhatIsThis, &context)).await,
        "offer": render(offer::line(&first)).await,
        "words": script_texts::brought(),
        "rest_words": script_texts::known(),
        "panel_lost": PANEL_LOST.english().1,
        "own_step": own_step,
        "slot": slot,
        "evidence": tables::ALL.iter().copied().collect::<std::collections::BTreeMap<_, _>>(),
        "slots": slots(),
        "rules": rules::all(),
        "texts": texts(),
    });
    let text = with_ids(&(serde_json::to_string_pretty(&fragments).unwrap() + "\n"));
    if std::env::var_os("KEYFILL_BLESS").is_some() {
        std::fs::write(FILE, text).unwrap();
    } else {
        assert!(
            text == std::fs::read_to_string(FILE).unwrap(),
            "{FILE} is not what the views make: run KEYFILL_BLESS=1 cargo test --test app static_page::"
        );
    }
}
