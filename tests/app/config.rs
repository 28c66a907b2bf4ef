//! The configuration of a page: what is read, and the name of what is refused.

use crate::client_files::client;
use keyfill::core::client::CommandsAt;
use keyfill::core::config::{Config, SessionReach};
use keyfill::core::model::Model;
use keyfill::core::panel::PanelOptions;
use keyfill::core::rules::{MOST_CLIENTS, default};
use keyfill::core::sign_in::SignInMethod;
use keyfill::core::words::Replaced;
use keyfill::core::words::catalog::bar::SIGN_OUT;

const GOOD: &str = r#"{"brand":"Aurora","regions":[{"name":"Aur1",
    "keystone_url":"https://aur1.example:5000/v3","s3_endpoint":"https://s3-aur1.example:8080"}]}"#;

#[test]
fn defaults_are_filled_in() {
    let config = Config::from_json(GOOD).unwrap();
    assert_eq!(config.regions[0].signing_region.as_str(), "Aur1");
    let ids: Vec<&str> = config.clients.iter().map(|client| client.id.as_str()).collect();
    assert_eq!(ids, default::CLIENTS);
    assert_eq!(config.methods, [SignInMethod::TOKEN]);
    assert_eq!(config.domain, "Default");
    assert_eq!(config.idle_ms, 15 * 60 * 1000);
    assert!(!config.catalog_endpoints);
    assert_eq!(config.deletion_delay_s, 0);
    assert!(!config.remember_values && config.copy_buttons && !config.sample);
    assert!(config.texts == Replaced::default());
    assert_eq!(config.start_region, 0);
}

#[test]
fn each_option_is_read() {
    let own = r#"}],"sign_in":["application_credential","token","password"],
        "domain":"DOMAIN","idle_minutes":480,"catalog_endpoints":true,
        "deletion_delay":86400,"remember_values":true,"copy_buttons":false,"sample":true,"session":"site",
        "texts":{"17":"Déconnexion"," Sign out ":"Quitter","4000000000":{"one":"Un","other":"Plus"}}}"#;
    let domain = [" Åsa's \"<b>\" 😀 ", &"é".repeat(49)].concat();
    let own = own.replace("DOMAIN", &domain.replace('"', "\\\""));
    let config = Config::from_json(&GOOD.replacen("}]}", &own, 1)).unwrap();
    let ids: Vec<_> = config.methods.iter().map(|method| method.id()).collect();
    assert_eq!(ids, ["application_credential", "token", "password"]);
    assert_eq!(config.domain, domain, "Keystone is asked for exactly this");
    assert_eq!(config.idle_ms, 480 * 60 * 1000);
    assert!(config.catalog_endpoints);
    assert_eq!(config.deletion_delay_s, 86_400);
    assert!(config.remember_values && !config.copy_buttons && config.sample);
    assert_eq!(config.session, SessionReach::Site);
    let mut texts = Replaced::default();
    texts.add(17, "Déconnexion");
    texts.add(SIGN_OUT.key(), "Quitter");
    let forms = vec![("one".into(), "Un".into()), ("other".into(), "Plus".into())];
    texts.add_forms(4_000_000_000, forms);
    assert_eq!(config.texts, texts);
}

#[test]
fn a_site_can_start_in_another_region_than_its_first() {
    let second = r#"{"name":"Aur2","keystone_url":"https://aur2.example:5000/v3",
        "s3_endpoint":"https://s3-aur2.example"}],"start_region":"Aur2"}"#;
    let json = [&GOOD[..GOOD.len() - 2], ",", second].concat();
    let config = Config::from_json(&json).unwrap();
    assert_eq!(config.start_region, 1);
    let model = Model::new(config, "https://docs.example".into(), None);
    assert_eq!(model.region().name.as_str(), "Aur2");
}

const STEP: &str = r#"{"lead":"Do it.","language":"bash","text":"s5cmd ls"}"#;

/// The configuration with a list of tabs, each an id and whether it is right so far.
fn with_tabs(ids: &[&str], clients: &str) -> String {
    let tab = |id: &&str| format!(r#"{{"id":"{id}","label":"The {id}","steps":[{STEP}]}}"#);
    let tabs: Vec<String> = ids.iter().map(tab).collect();
    GOOD.replacen("}]}", &format!("}}],\"tabs\":[{}]{clients}}}", tabs.join(",")), 1)
}

#[test]
fn an_operators_tab_stands_after_the_clients_or_where_the_list_says() {
    let names = |json: &str| {
        let config = Config::from_json(json).unwrap();
        config.clients.iter().map(|client| &*client.id).collect::<Vec<_>>().join(" ")
    };
    let all = "aws mc s3cmd rclone boto3 env";
    assert_eq!(names(&with_tabs(&["s5cmd"], "")), [all, " s5cmd"].concat());
    assert_eq!(names(&with_tabs(&["s5cmd"], r#","clients":["s5cmd","mc"]"#)), "s5cmd mc");
    assert_eq!(names(&with_tabs(&["s5cmd", "mc"], "")), [all, " s5cmd"].concat());

    let config = Config::from_json(&with_tabs(&["s5cmd", "mc"], "")).unwrap();
    let mc = config.client("mc").unwrap();
    assert_eq!(mc, client("mc"), "it takes the place of the client with this name");
    let entry = config.entry(mc).unwrap();
    let CommandsAt::Here(tab) = &entry.commands else { panic!("{entry:?}") };
    assert_eq!((&*entry.label, &*tab.label), ("The mc", "The mc"));
    assert_eq!(tab.steps[0].copy_name, None);
    assert_eq!(config.entry(client("aws")).unwrap().file_name(), Some("aws"));
    assert!(config.client("ftp").is_none());
}

#[test]
fn a_site_says_which_file_a_client_has() {
    let site = |more: &str| GOOD.replacen("}]}", &format!("}}],{more}}}"), 1);
    let json = site(
        r#""clients":["mc","duckdb"],"client_labels":{"duckdb":"DuckDB"},
        "client_files":{"mc":"0123456789"}"#,
    );
    let config = Config::from_json(&json).unwrap();
    let entry = |id: &str| config.entry(config.client(id).unwrap()).unwrap();
    assert_eq!((&*entry("mc").label, entry("mc").file_name()), ("mc", Some("mc-0123456789")));
    assert_eq!((&*entry("duckdb").label, entry("duckdb").file_name()), ("DuckDB", Some("duckdb")));
    for (wrong, option) in [
        (r#""client_files":{"aws":"../../secret"}"#, "client_files"),
        (r#""client_files":{"aws":"0123456789a"}"#, "client_files"),
        (r#""client_files":{"aws":1}"#, "client_files"),
        (r#""client_labels":{"aws":""}"#, "client_labels"),
        (r#""clients":["../aws"]"#, "clients"),
        (r#""clients":[]"#, "clients"),
        (r#""store":{"addressing":"host"}"#, "store"),
        (r#""store":{"checksums":true}"#, "store"),
        (r#""store":1"#, "store"),
    ] {
        assert_eq!(Config::from_json(&site(wrong)).unwrap_err().option, option, "{wrong}");
    }
}

#[test]
fn each_wrong_part_of_a_tab_is_named() {
    let good = with_tabs(&["s5cmd"], "");
    let long = ["\"lead\":\"", &"x".repeat(1001), "\""].concat();
    for (from, to, option) in [
        ("\"tabs\":[{", "\"tabs\":[1,{", "tabs.id"),
        ("\"id\":\"s5cmd\"", "\"id\":\"S5cmd\"", "tabs.id"),
        ("\"id\":\"s5cmd\"", "\"id\":\"5cmd\"", "tabs.id"),
        ("\"id\":\"s5cmd\"", "\"id\":\"\"", "tabs.id"),
        ("\"id\":\"s5cmd\"", "\"id\":\"a'b\"", "tabs.id"),
        ("\"id\":\"s5cmd\",", "", "tabs.id"),
        ("\"label\":\"The s5cmd\"", "\"label\":\" \"", "tabs.label"),
        ("\"label\":\"The s5cmd\"", "\"label\":\"a\u{202e}b\"", "tabs.label"),
        ("\"label\":\"The s5cmd\",", "", "tabs.label"),
        ("\"lead\":\"Do it.\"", "\"lead\":\"Do\\nit.\"", "tabs.steps.lead"),
        ("\"lead\":\"Do it.\"", &long, "tabs.steps.lead"),
        ("\"lead\":\"Do it.\",", "", "tabs.steps.lead"),
        ("\"lead\":", "\"copy_name\":1,\"lead\":", "tabs.steps.copy_name"),
        ("\"bash\"", "\"ba sh\"", "tabs.steps.language"),
        ("\"bash\"", "\"\\\"><b>\"", "tabs.steps.language"),
        ("\"s5cmd ls\"", "\"\\n\"", "tabs.steps.text"),
        ("\"s5cmd ls\"", "\"a\\u001b[2J\"", "tabs.steps.text"),
        ("\"s5cmd ls\"", "\"a\u{202e}b\"", "tabs.steps.text"),
        (",\"text\":\"s5cmd ls\"", "", "tabs.steps.text"),
        (&["[", STEP, "]"].concat(), "[]", "tabs.steps"),
        (&["[", STEP, "]"].concat(), "1", "tabs.steps"),
    ] {
        let json = good.replacen(from, to, 1);
        assert_ne!(json, good, "{from}");
        let refused = Config::from_json(&json).unwrap_err();
        assert_eq!(refused.option, option, "{to}");
        assert!(!refused.message().contains(['\u{202e}', '\u{1b}']));
    }
    assert!(Config::from_json(&good).is_ok());
    let twice = Config::from_json(&with_tabs(&["s5cmd", "s5cmd"], "")).unwrap_err();
    assert_eq!(twice.message(), "tabs.id: s5cmd (expected: each id once)");
    let many: Vec<String> = (0..11).map(|n| format!("t{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(Config::from_json(&with_tabs(&many[1..], "")).is_ok());
    assert_eq!(Config::from_json(&with_tabs(&many, "")).unwrap_err().option, "tabs");
    let style = std::fs::read_to_string("www/tabs.css").unwrap();
    let last = format!("nth-child({MOST_CLIENTS})");
    assert!(style.contains(&last), "the style must know each tab");
}

#[test]
fn each_wrong_value_of_an_option_is_named() {
    let long = ["\"", &"é".repeat(65), "\""].concat();
    for (option, values) in [
        ("sign_in", &["[]", "\"token\"", "[\"totp\"]", "[\"token\",\"token\"]", "[1]"][..]),
        ("clients", &["null", "\"aws\"", "[true]"]),
        ("domain", &["\"\"", "\" \"", "\"a\\u0000\"", "\"a\u{202e}\"", "1", "null", &long]),
        ("idle_minutes", &["0", "481", "-1", "1.5", "\"15\"", "true", "4294967311", "null"]),
        ("catalog_endpoints", &["1", "\"true\"", "null", "[]"]),
        ("deletion_delay", &["86401", "-1", "0.5", "\"0\"", "false", "{}"]),
        ("remember_values", &["1", "\"\"", "null"]),
        ("session", &["true", "\"tab\"", "null"]),
        ("copy_buttons", &["0", "\"no\"", "null"]),
        ("sample", &["1", "\"true\"", "null"]),
        ("tabs", &["null", "{}", "\"s5cmd\""]),
        ("texts", &["null", "[]", "\"a\"", r#"{"a":""}"#, r#"{"a":1}"#, r#"{"a":"\u202e"}"#]),
        ("start_region", &["\"Aur2\"", "\"aur1\"", "0", "null"]),
    ] {
        for value in values {
            let json = GOOD.replacen("}]}", &["}],\"", option, "\":", value, "}"].concat(), 1);
            let refused = Config::from_json(&json).unwrap_err();
            assert_eq!(refused.option, option, "{value}");
            assert!(!refused.message().contains('\u{202e}'));
        }
    }
}

#[test]
fn each_wrong_option_is_named() {
    for (from, to, option) in [
        ("{\"brand\"", "\"brand\"", "data-config"),
        ("https://aur1.example:5000/v3", "http://aur1.example:5000/v3", "keystone_url"),
        ("https://aur1.example:5000/v3", "https://aur1.example:5000", "keystone_url"),
        ("https://s3-aur1", "ftp://s3-aur1", "s3_endpoint"),
        ("\"Aur1\"", "\"Aur 1\"", "name"),
        ("\"Aur1\"", "\"\u{202e}Aur1\"", "name"),
        ("\"Aur1\",", "\"Aur1\",\"signing_region\":\"$x\",", "signing_region"),
        ("}]}", "}],\"clients\":[]}", "clients"),
        ("}]}", "}],\"clients\":[\"aws\",\"aws\"]}", "clients"),
        ("}]}", "}],\"clients\":[\"FTP\"]}", "clients"),
    ] {
        let json = GOOD.replacen(from, to, 1);
        assert_ne!(json, GOOD);
        assert_eq!(Config::from_json(&json).unwrap_err().option, option, "{to}");
    }
    let none = r#"{"brand":"x","regions":[]}"#;
    assert_eq!(Config::from_json(none).unwrap_err().option, "regions");
}

#[test]
fn a_panel_beside_others_has_its_own_words_and_their_session() {
    let two = |first: &str, second: &str, more: &str| {
        let one = |name: &str| {
            format!(
                r#"{{"name":"{name}","keystone_url":"https://k.example/v3",
                    "s3_endpoint":"https://s3-{name}.example"}}"#
            )
        };
        let json = format!(r#"{{{more},"regions":[{},{}]}}"#, one(first), one(second));
        Config::from_json(&json).unwrap()
    };
    let document = two("a", "b", r#""brand":"A","idle_minutes":5"#);
    let own =
        two("b", "a", r#""brand":"B","clients":["mc"],"sign_in":["password"],"texts":{"17":"y"}"#);
    let mut options = PanelOptions { region: Some(0), ..PanelOptions::default() };
    let own = own.beside(&document, &mut options);
    assert_eq!(own.brand, "B");
    assert_eq!(own.clients.len(), 1);
    assert_eq!(own.clients[0].id, "mc");
    assert_ne!(own.texts, Replaced::default());
    assert_eq!((own.methods, own.idle_ms), (document.methods, document.idle_ms));
    let names: Vec<&str> = own.regions.iter().map(|region| region.name.as_str()).collect();
    assert_eq!(names, ["a", "b"], "a region has the same place everywhere");
    assert_eq!(options.region, Some(1));
}
