//! Every text of the panel that an operator can replace, by showing it in every state.

mod notices;

use std::collections::BTreeSet;

use keyfill::core::http::NetError;
use keyfill::core::message::Msg;
use keyfill::core::model::Model;
use keyfill::core::panel::PanelOptions;
use keyfill::core::screen::screen;
use keyfill::core::slot::{DEFAULTS, Kind, Why};
use keyfill::core::snippet::{Client, Edition, Form, set_up_steps, steps, test_steps};
use keyfill::core::text::page;
use keyfill::view::{self, Context, commands, notice, offer, rest, set_texts};
use serde_json::json;

use crate::cloud::page::{Page, pasted};
use crate::cloud::{ALICE, UNSCOPED, reply};
use crate::rendering::render;
use crate::states::panels::panels;
use crate::states::{small, states, with_keys};

/// Texts with something in them that differs. Those of messages are made in `notices.rs`.
const PATTERNS: [&str; 17] = [
    "Copy {}",
    "Delete {}",
    "Delete it: {}",
    "Delete the old key {}.",
    "Rotate {}",
    "Test {}",
    "The new key {} is created.",
    "Use it: {}",
    ", region {}, project {}",
    "Keystone takes it for {} more seconds. It goes to",
    "Sign in for {}",
    "You are signed in for {}. {} has a Keystone of its own, so the commands here keep their \
     placeholders.",
    "{} has a Keystone of its own. Sign out here, and sign in there?",
    "You will be signed out in {} seconds.",
    "You will be signed out within {} seconds, because this page is not being used. Press any key \
     to stay signed in.",
    "Your sign-in will be given up in {} seconds.",
    "Your sign-in will be given up within {} seconds, because this page is not being used. Press \
     any key to go on.",
];

/// What stands in the states and is no text of the panel.
const NAMES: [&str; 8] = ["Aur1", "Aur2", "Bor1", "Aurora", "katla", "hekla", "acce55", "example"];

/// Marks every text that is looked up, and nothing else.
const MARK: (&str, &str) = ("{}", "«{}»");

/// The texts, in order; `{}` stands for what differs.
pub async fn all() -> Vec<String> {
    let mut notices = BTreeSet::new();
    for notice in notices::all() {
        // Where one message is a part of another, that is what differs.
        notices.extend([notice.what, notice.next].into_iter().filter(|text| text != "{}"));
    }
    let mut texts = BTreeSet::new();
    let mut used = BTreeSet::new();
    for said in said().await {
        let fits = |pattern: &&&str| fits(pattern, &said);
        if let Some(pattern) = PATTERNS.iter().filter(fits).max_by_key(|pattern| pattern.len()) {
            used.insert(*pattern);
            // A text without a name or a number in it is one of its own, too.
            if said.contains(char::is_numeric) || NAMES.iter().any(|name| said.contains(name)) {
                continue;
            }
        }
        if !notices.iter().any(|pattern| self::fits(pattern, &said)) {
            let name = NAMES.iter().find(|name| said.contains(**name));
            assert_eq!(name, None, "a text with a name in it needs a pattern: {said}");
            texts.insert(said);
        }
    }
    let unused: Vec<_> = PATTERNS.iter().filter(|pattern| !used.contains(*pattern)).collect();
    assert!(unused.is_empty(), "no state shows these: {unused:?}");
    texts.extend(PATTERNS.map(str::to_owned));
    texts.extend(page::all().into_iter().map(str::to_owned));
    texts.extend(Why::ALL.map(|why| why.text().to_owned()));
    texts.extend(Kind::ALL.map(|kind| kind.rule().to_owned()));
    texts.extend(DEFAULTS.iter().map(|slot| slot.label.to_owned()));
    texts.extend(notices);
    // Titles and labels of the states.
    texts.retain(|text| text.contains(char::is_alphabetic) && !text.contains(['<', '>']));
    texts.into_iter().collect()
}

/// Whether `text` is `pattern` with something for each `{}`.
fn fits(pattern: &str, text: &str) -> bool {
    let (first, rest) = pattern.split_once("{}").unwrap_or((pattern, ""));
    let Some(mut text) = text.strip_prefix(first) else { return false };
    if !pattern.contains("{}") {
        return text.is_empty();
    }
    let mut pieces: Vec<&str> = rest.split("{}").collect();
    let last = pieces.pop().unwrap_or_default();
    for piece in pieces {
        let Some((_, after)) = text.split_once(piece) else { return false };
        text = after;
    }
    text.ends_with(last)
}

/// Everything that is looked up in any state, without the white space around it.
async fn said() -> BTreeSet<String> {
    let mut html = Vec::new();
    set_texts(&[(MARK.0.into(), MARK.1.into())]);
    for (_, page, _) in states() {
        html.push(of_page(&page, &PanelOptions::default()).await);
    }
    for page in more() {
        html.push(of_page(&page, &PanelOptions::default()).await);
    }
    for (_, page, options) in panels() {
        html.push(of_page(&page, &options).await);
    }
    for said in notices::all() {
        html.push(render(notice::notice(&said, None, &live())).await);
    }
    let page = with_keys(1);
    for client in Client::ALL {
        html.extend(of_client(&page.model, client).await);
    }
    html.push(render(rest::words()).await);
    set_texts(&[]);
    html.iter().flat_map(|html| marked(html)).collect()
}

fn live() -> Context {
    Context { live: true, ..Context::inert("keyfill-1") }
}

async fn of_page(page: &Page, options: &PanelOptions) -> String {
    let show = if options.offer { offer::offer } else { view::panel };
    render(show(&screen(&page.model, options), &live())).await
}

async fn of_client(model: &Model, client: Client) -> Vec<String> {
    let mut all = Vec::new();
    let filling = model.filling(0);
    for form in [Form::Prompt, Form::Quick] {
        assert!(steps(client, form, filling).len() > set_up_steps(client, form));
        all.push(steps(client, form, filling));
    }
    all.push(test_steps(client, filling));
    let mut html = Vec::new();
    for steps in all {
        let edition = Edition { client, region: 0 };
        html.push(render(commands::block(&steps, edition, false, None, &live())).await);
    }
    html
}

/// States that the golden files do not have.
fn more() -> Vec<Page> {
    let mut catalog = with_keys(1);
    catalog.model.config.catalog_endpoints = true;
    let endpoint = catalog.model.config.regions[0].s3.clone();
    catalog.model.account.as_mut().unwrap().endpoints = vec![Some(endpoint)];
    let mut all = passing();
    all.extend([catalog, by_delegation()]);
    all
}

/// States that last for a moment only.
fn passing() -> Vec<Page> {
    let mut listing = small();
    listing.say(pasted(&ALICE.token));
    listing.step();
    let mut failed = small();
    failed.say(pasted(&ALICE.token));
    failed.step();
    while !failed.waiting.is_empty() {
        failed.cut();
    }
    let mut refreshing = with_keys(1);
    refreshing.say(Msg::Refresh);
    let mut lost = with_keys(1);
    lost.say(Msg::Create);
    lost.lose(Err(NetError::Timeout));
    let projects = || {
        let mut page = Page::new();
        page.say(pasted(&UNSCOPED.token));
        page.step();
        page
    };
    let mut switching = Page::by_password();
    switching.say(Msg::SwitchProject);
    switching.settle();
    let mut many = Page::new();
    many.say(pasted(&UNSCOPED.token));
    many.step();
    let project = |n: usize| json!({"id": format!("p{n}"), "name": "katla"});
    let projects_of_many: Vec<_> = (0..40).map(project).collect();
    many.instead(Ok(reply(200, &json!({"projects": projects_of_many}))));
    let mut idle = projects();
    idle.tick(15 * 60_000 - 42_000);
    let mut last_second = projects();
    last_second.tick(15 * 60_000 - 1_000);
    vec![listing, failed, refreshing, lost, projects(), switching, many, idle, last_second]
}

/// Somebody whose other keys are in projects that only another token opens.
fn by_delegation() -> Page {
    let found = states().into_iter().find(|(name, ..)| *name == "delegated");
    let (_, mut page, _) = found.unwrap();
    let listing = &mut page.model.account.as_mut().unwrap().listing;
    if let keyfill::core::model::Listing::Known(credentials) = listing {
        (credentials.elsewhere, credentials.unreadable) = (2, 3);
    }
    page
}

/// What stands between the marks, as text.
fn marked(html: &str) -> Vec<String> {
    let pieces = html.split('«').skip(1).filter_map(|rest| Some(rest.split_once('»')?.0));
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    let text = |piece: &str| {
        entities.iter().fold(piece.to_owned(), |text, (from, to)| text.replace(from, to))
    };
    pieces.map(text).collect()
}
