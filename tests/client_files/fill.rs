//! Answers what a reader copies, for tests that are not in Rust: the core itself fills it in.
//!
//! Standard input is a list of requests in JSON, and standard output a list of answers. One that
//! asks for the steps of a client is `{"client", "shell", "form", "sections": [..], "config", "key"?: {"access",
//! "secret", "project", "user"}, "own"?: {slot: value}}`, where the configuration is that of a page
//! with one region or several, of which the first is chosen. What the core does not admit ends the
//! program, as no reader could have it.
//!
//! One that asks how values are written is `{"values": [..], "language", "template"}`, where the
//! template is a block with the slot `<v>`. Its answer has for each value what is written, or null
//! where it cannot be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "it is a test's own")]

#[path = "mod.rs"]
mod client_files;

use std::io::Read as _;

use keyfill::core::admit::{AccessKey, Id, SecretKey};
use keyfill::core::config::Config;
use keyfill::core::json::Json;
use keyfill::core::secret::Secret;
use keyfill::core::slot::{Cloud, Code, Kind, Language, Slots, find};
use keyfill::core::snippet::{Filling, Form, Key, Part, Section, Shell, Step, Style, steps};
use serde_json::{Value, json};

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("requests on standard input");
    let requests: Vec<Value> = serde_json::from_str(&input).expect("a list of requests");
    let answers: Vec<Value> = requests.iter().map(answer).collect();
    println!("{}", Value::from(answers));
}

fn answer(request: &Value) -> Value {
    match request["values"].as_array() {
        Some(values) => written(request, values),
        None => filled(request),
    }
}

fn written(request: &Value, values: &[Value]) -> Value {
    let texts = values.iter().filter_map(Value::as_str);
    let slots = Json::parse(r#"[{"id": "v", "names": ["v"], "kind": "name"}]"#).expect("a list");
    let slots = Slots::from_json(&slots).expect("slots");
    let language = Language::of(request["language"].as_str().expect("a language"));
    let template = request["template"].as_str().expect("a template");
    let found = find(&Code::block(template, language), &slots, &Cloud::default());
    let [slot] = &found[..] else { panic!("one slot in {template}") };
    texts.map(|text| slot.place.write(Kind::Name.value(text)).ok()).collect()
}

fn filled(request: &Value) -> Value {
    let config = Config::from_json(&request["config"].to_string()).expect("a configuration");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let key = request.get("key").map(|key| {
        (
            AccessKey::admit(&text(&key["access"])).expect("an access key"),
            SecretKey::admit(Secret::new(text(&key["secret"]))).expect("a secret key"),
            Id::admit(&text(&key["project"])).expect("the id of a project"),
            Id::admit(&text(&key["user"])).expect("the id of a user"),
        )
    });
    let own = request["own"].as_object().into_iter().flatten();
    let values: Vec<(usize, String)> = own
        .map(|(id, value)| {
            let slot = config.slots.by_id(id).expect("a slot of the reader's");
            let kind = config.slots.kind(slot).expect("a slot that readers fill");
            kind.check(&text(value)).expect("a value that the page takes");
            (slot, text(value))
        })
        .collect();
    let filling = Filling {
        config: &config,
        region: config.regions.first(),
        s3: None,
        key: key.as_ref().map(|(access, secret, project, user)| Key {
            access,
            secret,
            project,
            user,
        }),
        values: &values,
        is_for_others: false,
        is_sample: false,
    };
    let shell = named(&request["shell"], &Shell::ALL);
    let form = named(&request["form"], &Form::ALL);
    let style = Style { shell, form, is_for_others: false };
    let sections = request["sections"].as_array().expect("a list of sections");
    let sections: Vec<Section> = sections.iter().map(|name| named(name, &Section::ALL)).collect();
    let file = client_files::file_for(&text(&request["client"]), shell);
    steps(&file, &sections, style, filling).iter().map(told).collect()
}

fn told(step: &Step) -> Value {
    let section = Section::ALL.iter().find(|(_, section)| *section == step.section);
    json!({
        "section": section.map(|(name, _)| *name),
        "language": step.snippet.language,
        "text": step.snippet.copied().expose(),
        "is_filled": !step.snippet.parts.iter().any(Part::is_gap),
    })
}

fn named<T: Copy>(name: &Value, all: &[(&str, T)]) -> T {
    let found = all.iter().find(|(other, _)| Some(*other) == name.as_str());
    found.unwrap_or_else(|| panic!("{name} is none of these")).1
}
