//! The attributes of a panel: what is read, what a page written by hand becomes, and the name of
//! what is refused.

use crate::client_files::client;
use keyfill::core::config::{Config, ConfigError};
use keyfill::core::panel::{PanelOptions, PanelSettings, Show};
use keyfill::core::sign_in::SignInMethod;
use serde_json::{Value, json};

const CONFIG: &str = r#"{"brand":"Aurora","clients":["aws","mc","s3cmd"],"regions":[
    {"name":"Aur1","keystone_url":"https://aur1.example:5000/v3","s3_endpoint":"https://s3-aur1.example"},
    {"name":"Bor1","keystone_url":"https://bor1.example:5000/v3","s3_endpoint":"https://s3-bor1.example"}]}"#;

/// The attributes of a panel with `more` beside `base`; null takes one away.
fn read(base: Value, more: &Value) -> Result<PanelSettings, ConfigError> {
    let mut dataset = base;
    for (key, value) in more.as_object().unwrap() {
        dataset[key] = value.clone();
    }
    dataset.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    PanelSettings::from_dataset(&dataset.to_string())
}

fn by_plugin(more: &Value) -> Result<PanelSettings, ConfigError> {
    read(json!({"config": CONFIG, "panel": "kf1", "searchExclude": ""}), more)
}

fn by_hand(more: &Value) -> Result<PanelSettings, ConfigError> {
    let base = json!({
        "regions": "Aur1 Bor1",
        "keystoneUrl": "https://{region}.Example:5000/v3",
        "s3Endpoint": "https://s3-{region}.example",
    });
    read(base, more)
}

#[test]
fn a_panel_shows_everything_unless_its_attributes_say_less() {
    let PanelSettings { config, options } = by_plugin(&json!({})).unwrap();
    assert_eq!(config, Config::from_json(CONFIG).unwrap());
    assert_eq!(options, PanelOptions { panel: "kf1".into(), ..PanelOptions::default() });
    assert_eq!(options.show, Show::All);

    let options = by_plugin(&json!({
        "panel": null, "clients": " s3cmd\n aws ", "region": "Bor1", "title": " Your <b> keys ",
        "compact": "", "show": "tabs", "offer": "true",
    }));
    let expected = PanelOptions {
        panel: String::new(),
        clients: Some(vec![client("s3cmd"), client("aws")]),
        region: Some(1),
        title: Some("Your <b> keys".into()),
        compact: true,
        show: Show::Tabs,
        offer: true,
    };
    assert_eq!(options.unwrap().options, expected);
    let options = by_plugin(&json!({"show": "list", "compact": "false", "title": " "}));
    let expected =
        PanelOptions { panel: "kf1".into(), show: Show::List, ..PanelOptions::default() };
    assert_eq!(options.unwrap().options, expected);
}

#[test]
fn each_wrong_attribute_of_a_panel_is_named() {
    for (key, value, option) in [
        ("clients", "ftp", "data-clients"),
        ("clients", "aws aws", "data-clients"),
        ("clients", "rclone", "data-clients"),
        ("clients", "aws,mc", "data-clients"),
        ("clients", " ", "data-clients"),
        ("region", "Aur2", "data-region"),
        ("region", "", "data-region"),
        ("show", "everything", "data-show"),
        ("show", "", "data-show"),
        ("compact", "yes", "data-compact"),
        ("offer", "1", "data-offer"),
        ("config", "", "data-config"),
        ("config", "[]", "data-config"),
    ] {
        let refused = by_plugin(&json!({ key: value })).unwrap_err();
        assert_eq!(refused.option, option, "{key}={value}");
        assert!(refused.message().contains("(expected: "), "{}", refused.message());
    }
    for odd in ["", "null", "[1]"] {
        assert!(PanelSettings::from_dataset(odd).is_err(), "{odd}");
    }
}

#[test]
fn a_page_written_by_hand_fills_its_regions_in() {
    let config = by_hand(&json!({})).unwrap().config;
    let found: Vec<_> = config.regions.iter().map(|r| (r.keystone.as_str(), r.s3.url())).collect();
    let expected = [
        ("https://aur1.example:5000/v3", "https://s3-aur1.example"),
        ("https://bor1.example:5000/v3", "https://s3-bor1.example"),
    ];
    assert_eq!(found, expected);
    assert_eq!(config.regions[1].signing_region.as_str(), "Bor1");
    assert_eq!(config.brand, "OpenStack");
    let ids: Vec<&str> = config.clients.iter().map(|client| client.id.as_str()).collect();
    assert_eq!(ids, keyfill::core::rules::default::CLIENTS);

    let config = by_hand(&json!({
        "signingRegion": "x-{region}", "brand": "Aurora", "signIn": "password token",
        "domain": "users", "idleMinutes": "30", "rememberValues": "", "copyButtons": "false",
        "catalogEndpoints": "true", "deletionDelay": "300", "startRegion": "Bor1", "sample": "",
    }));
    let config = config.unwrap().config;
    assert_eq!(config.regions[0].signing_region.as_str(), "x-Aur1");
    assert_eq!(config.brand, "Aurora");
    assert_eq!(config.methods, [SignInMethod::PASSWORD, SignInMethod::TOKEN]);
    assert_eq!(config.domain, "users");
    assert_eq!(config.idle_ms, 30 * 60_000);
    assert!(config.remember_values && !config.copy_buttons && config.catalog_endpoints);
    assert!(config.sample);
    assert_eq!((config.deletion_delay_s, config.start_region), (300, 1));

    // One region needs no place for its name, and regions may share a Keystone.
    let one = json!({"regions": "Aur1", "s3Endpoint": "https://s3.example"});
    assert_eq!(by_hand(&one).unwrap().config.regions[0].s3.url(), "https://s3.example");
    let shared = json!({"keystoneUrl": "https://keystone.example/v3"});
    assert!(by_hand(&shared).is_ok());
}

#[test]
fn panels_of_a_page_written_by_hand_share_their_configuration() {
    let aws = by_hand(&json!({"clients": "aws", "region": "Aur1", "panel": "a"})).unwrap();
    let mc = by_hand(&json!({"clients": "mc", "region": "Bor1", "panel": "b"})).unwrap();
    assert_eq!(aws.config, mc.config, "the session would start over");
    assert_ne!(aws.options, mc.options);
}

#[test]
fn each_wrong_attribute_of_a_page_written_by_hand_is_named() {
    for (key, value, option) in [
        ("regions", Value::Null, "data-regions"),
        ("regions", json!(" "), "data-regions"),
        ("regions", json!("Aur1 aur1"), "data-regions"),
        ("regions", json!("Aur1, Bor1"), "data-regions"),
        ("keystoneUrl", Value::Null, "data-keystone-url"),
        ("keystoneUrl", json!("http://{region}.example/v3"), "data-keystone-url"),
        ("keystoneUrl", json!("https://{Region}.example/v3"), "data-keystone-url"),
        ("keystoneUrl", json!("https://{region.example/v3"), "data-keystone-url"),
        ("s3Endpoint", Value::Null, "data-s3-endpoint"),
        ("s3Endpoint", json!("https://{region}.example/bucket"), "data-s3-endpoint"),
        ("s3Endpoint", json!("https://s3.example"), "data-s3-endpoint"),
        ("signingRegion", json!("{region} 1"), "data-signing-region"),
        ("signIn", json!("totp"), "data-sign-in"),
        ("signIn", json!(""), "data-sign-in"),
        ("domain", json!(""), "data-domain"),
        ("idleMinutes", json!("15 min"), "data-idle-minutes"),
        ("idleMinutes", json!("0"), "data-idle-minutes"),
        ("deletionDelay", json!("-1"), "data-deletion-delay"),
        ("rememberValues", json!("yes"), "data-remember-values"),
        ("copyButtons", json!("no"), "data-copy-buttons"),
        ("catalogEndpoints", json!("1"), "data-catalog-endpoints"),
        ("startRegion", json!("Aur2"), "data-start-region"),
    ] {
        let refused = by_hand(&json!({ key: value })).unwrap_err();
        assert_eq!(refused.option, option, "{key}={value}");
    }
    let refused = by_hand(&json!({"keystoneUrl": "https://{region}.example"})).unwrap_err();
    let expected = "data-keystone-url: https://Aur1.example (expected: https://HOST:PORT/v3, with \
                    {region} where the region goes)";
    assert_eq!(refused.message(), expected);
}
