//! Random configurations: whatever a page says of itself, nothing panics, and what is read keeps
//! the rules that the rest of the core stands on.

use keyfill::core::client::Client;
use keyfill::core::config::Config;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::random;

/// Texts that are a right value somewhere, or possible typo.
const TEXTS: [&str; 32] = [
    "",
    " ",
    "Aur1",
    "aur1",
    "-Aur1",
    "Aur 1",
    "Fra1",
    "Åsa",
    "a\u{202e}b",
    "a\nb",
    "{region}",
    "token",
    "password",
    "application_credential",
    "aws",
    "rclone",
    "s5cmd",
    "bash",
    "name",
    "url",
    "https://aur1.example:5000/v3",
    "https://aur1.example:5000/v3/",
    "https://aur1.example:5000/v2.0",
    "http://aur1.example:5000/v3",
    "http://127.0.0.1:5000/v3",
    "https://user@aur1.example/v3",
    "https://aur1.example/v3?x=1",
    "https://s3-aur1.example:8080",
    "https://[::1]:8080",
    "//aur1.example/v3",
    "javascript:alert(1)",
    "https://aur1.example:99999",
];

/// Every name that a configuration may have somewhere, and some that none has.
const NAMES: [&str; 35] = [
    "brand",
    "regions",
    "name",
    "keystone_url",
    "s3_endpoint",
    "signing_region",
    "start_region",
    "clients",
    "client_labels",
    "client_files",
    "store",
    "sign_in",
    "domain",
    "idle_minutes",
    "catalog_endpoints",
    "deletion_delay",
    "slots",
    "names",
    "kind",
    "id",
    "tabs",
    "label",
    "steps",
    "lead",
    "language",
    "text",
    "copy_name",
    "texts",
    "remember_values",
    "session",
    "copy_buttons",
    "sample",
    "example",
    "__proto__",
    "x",
];

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => prop::sample::select(&TEXTS[..]).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i32>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => ".{0,70}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let member = (prop::sample::select(&NAMES[..]), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            prop::collection::vec(member, 0..4).prop_map(object),
        ]
    })
}

fn object(members: Vec<(&'static str, Value)>) -> Value {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
}

/// A right configuration, in which some members are random.
fn configuration() -> impl Strategy<Value = Value> {
    let region = || prop::collection::vec((prop::sample::select(&NAMES[..]), value()), 0..2);
    let site = prop::collection::vec((prop::sample::select(&NAMES[..]), value()), 0..3);
    (prop::collection::vec(region(), 0..3), site).prop_map(|(regions, site)| {
        let region = |(at, changes): (usize, Vec<(&'static str, Value)>)| {
            let mut region = json!({
                "name": format!("Aur{at}"),
                "keystone_url": format!("https://aur{at}.example:5000/v3"),
                "s3_endpoint": format!("https://s3-aur{at}.example:8080"),
            });
            for (name, value) in changes {
                region[name] = value;
            }
            region
        };
        let regions: Vec<Value> = regions.into_iter().enumerate().map(region).collect();
        let mut all = json!({"brand": "Aurora", "regions": regions});
        for (name, value) in site {
            all[name] = value;
        }
        all
    })
}

/// A web address over https, or one of this machine.
fn is_safe(url: &str) -> bool {
    let is_local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    (url.starts_with("https://") || is_local.iter().any(|start| url.starts_with(start)))
        && !url.contains(['@', '?', '#', ' ', '\\'])
}

#[test]
fn what_is_read_of_random_configurations_keeps_the_rules() {
    let (mut read, mut refused) = (0, 0);
    for json in random::cases(configuration(), 4_000) {
        let config = match Config::from_json(&json.to_string()) {
            Ok(config) => config,
            Err(error) => {
                refused += 1;
                assert!(!error.option.is_empty(), "{json}");
                assert!(!error.message().contains(['\u{202e}', '\n']), "{json}");
                continue;
            }
        };
        read += 1;
        assert!(config.start_region < config.regions.len(), "{json}");
        assert!(!config.clients.is_empty() && !config.methods.is_empty(), "{json}");
        let mut names: Vec<&str> = config.regions.iter().map(|each| each.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), config.regions.len(), "{json}");
        for region in &config.regions {
            assert!(is_safe(region.keystone.as_str()), "{json}");
            assert!(is_safe(region.s3.url()), "{json}");
        }
        for (index, client) in config.clients.iter().enumerate() {
            assert_eq!(config.client(&client.id), Client::at(index), "{json}");
            let is_name = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            assert!(client.file_name().is_none_or(|name| name.bytes().all(is_name)), "{json}");
        }
    }
    assert!(read > refused / 20 && refused > read / 20, "{read} were read, {refused} refused");
}
