//! What the app makes of the input of a case.

use keyfill::core::admit::RegionName;
use keyfill::core::config::Config;
use keyfill::core::endpoint::{Endpoint, KeystoneUrl};
use keyfill::core::panel::PanelSettings;
use keyfill::core::slot::{
    Cloud, Code, Language, OptOut, Slots, copied_lines, find, name, strangers,
};
use serde_json::{Value, json};

/// Of a name: whether code can hold it as a slot, and its normal form.
pub fn names(input: &Value) -> Value {
    let text = input.as_str().unwrap();
    json!([name::can_match(text), name::normal(text)])
}

/// Of a region: its profile; none where it is not the name of a region.
pub fn profiles(input: &Value) -> Value {
    json!(RegionName::admit(input.as_str().unwrap()).map(|region| region.profile()))
}

/// Of a URL: what it is as that of a Keystone and as that of a store.
pub fn urls(input: &Value) -> Value {
    let text = input.as_str().unwrap();
    let keystone = KeystoneUrl::parse(text);
    let store = Endpoint::parse(text);
    json!([keystone.as_ref().map(KeystoneUrl::as_str), store.as_ref().map(Endpoint::url)])
}

/// Of some code: the slots in it, and what looks like one and is none.
pub fn brackets(input: &Value) -> Value {
    let text = input.as_str().unwrap();
    let slots = Slots::defaults();
    let code = Code::sure(text, Language::Unknown);
    let found = find(&code, &slots, &Cloud::default());
    let found: Vec<_> = found
        .iter()
        .map(|one| json!([&text[one.start..one.end], slots.list()[one.slot].id]))
        .collect();
    json!([found, strangers::in_code(text, &slots)])
}

/// Of a comment before some code: the slots that it leaves alone.
pub fn marks(input: &Value) -> Value {
    let slots = Slots::defaults();
    let mut said = OptOut::default();
    if let Some(mark) = OptOut::of_comment(input.as_str().unwrap()) {
        said.add(mark, &slots);
    }
    let ids = slots.list().iter().enumerate().filter(|(at, _)| said.leaves(*at));
    json!(ids.map(|(_, slot)| &slot.id).collect::<Vec<_>>())
}

/// Of a language and a block of an author's tab: whether only a part of it is copied.
pub fn sessions(input: &Value) -> Value {
    let text = input[1].as_str().unwrap();
    let copied = copied_lines(text, Language::of(input[0].as_str().unwrap()));
    let end = text.trim_end_matches(['\r', '\n']).len();
    json!(copied != std::iter::once(0..end).collect::<Vec<_>>())
}

/// Of the names of regions and the templates of their addresses: what they are; none where a page
/// refuses them.
pub fn addresses(input: &Value) -> Value {
    let names: Vec<&str> =
        input["regions"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let mut dataset = json!({ "regions": names.join(" ") });
    for (attribute, option) in [
        ("keystoneUrl", "keystone_url"),
        ("s3Endpoint", "s3_endpoint"),
        ("signingRegion", "signing_region"),
    ] {
        if let Some(template) = input.get(option) {
            dataset[attribute] = template.clone();
        }
    }
    let Ok(settings) = PanelSettings::from_dataset(&dataset.to_string()) else {
        return Value::Null;
    };
    let regions = settings.config.regions.iter().map(|region| {
        json!([
            region.name.as_str(),
            region.keystone.as_str(),
            region.s3.url(),
            region.signing_region.as_str(),
        ])
    });
    regions.collect()
}

/// Of regions and their Keystones: the hash that a page compares.
pub fn destinations(input: &Value) -> Value {
    let region = |pair: &Value| json!({"name": pair[0], "keystone_url": pair[1], "s3_endpoint": "https://s3.example"});
    let regions: Vec<Value> = input.as_array().unwrap().iter().map(region).collect();
    let config = json!({"brand": "A", "regions": regions}).to_string();
    json!(Config::from_json(&config).unwrap().destinations())
}
