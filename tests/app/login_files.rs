//! Files that say how to sign in, as Horizon, openstacksdk and the client write them, and the
//! region they are about. `tests/app/login_faults.rs` has what is refused; `tests/programs/login_oracles.rs`
//! compares the reading with that of the real programs.

use keyfill::core::config::{Config, Region};
use keyfill::core::login_file::{
    FileFault, Login, LoginMethod, Mismatch, Named, find_region, read,
};
use keyfill::core::secret::Secret;

/// What every secret of the fixtures holds.
const MARK: &str = "hidden";

fn fixture(name: &str) -> String {
    let path = ["tests/fixtures/login_files/", name].concat();
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn read_text(name: &str, text: &str) -> Result<Vec<Login>, FileFault> {
    read(name, &Secret::new(text.into()))
}

/// A login in one line: where, and how.
fn words(login: &Login) -> String {
    let word = |text: &Option<String>| text.clone().unwrap_or("-".into());
    let named = |named: &Option<Named>| match named {
        None => "-".to_owned(),
        Some(Named::Id(id)) => format!("id {id}"),
        Some(Named::Name(name)) => name.clone(),
    };
    let secret = |secret: &Option<Secret>| secret.as_ref().map_or("-", |s| s.expose()).to_owned();
    let how = match &login.method {
        LoginMethod::Password { user, domain, password } => {
            format!("password {} @ {}: {}", named(user), named(domain), secret(password))
        }
        LoginMethod::ApplicationCredential { id, name, user, domain, secret: key } => {
            let who = format!("{} @ {}", named(user), named(domain));
            format!("credential {} {} of {who}: {}", word(id), word(name), secret(key))
        }
        LoginMethod::Token(token) => format!("token {}", token.expose()),
        LoginMethod::Other(kind) => format!("other {kind}"),
    };
    let project = format!("{} @ {}", named(&login.project), named(&login.project_domain));
    let url = word(&login.auth_url).replace("https://aur1.example:5000", "URL");
    format!("[{}] {url} {} | {project} | {how}", login.name, word(&login.region))
}

fn cases() -> Vec<(&'static str, Vec<&'static str>)> {
    let credential = "credential bcb66b0f98f748e7b21e91364ce36822 - of - @ -: \
                      hidden-vn5_7zKtN_fOVOmXtwXq";
    let leak = |parts: [&str; 2]| -> &'static str { parts.concat().leak() };
    let printed = "[] - - | id e1379aa1c98842978c7488b361adf639 @ - | \
                   credential bcb66b0f98f748e7b21e91364ce36822 laptop of - @ -: \
                   hidden-vn5_7zKtN_fOVOmXtwXq";
    let answered = printed.replace(" of -", " of id 1318081b0bfa47a5b71d917c95aa1c25").leak();
    vec![
        (
            "horizon-openrc.sh",
            vec![
                "[] URL/v3/ Aur1 | id 0a1b2c3d4e5f60718293a4b5c6d7e8f9 @ id default | \
                 password alice @ Users: -",
            ],
        ),
        ("app-cred-openrc.sh", vec![leak(["[] URL - | - @ - | ", credential])]),
        (
            "quoted-openrc.sh",
            vec![
                "[] URL/v3 - | old @ Users | password id alice-id @ Users: \
                 hidden '\"\\#: $`\\\"!$`\"\\ \\x'##after",
            ],
        ),
        (
            "horizon-clouds.yaml",
            vec![
                "[openstack] URL/v3 - | id 0a1b2c3d4e5f60718293a4b5c6d7e8f9 @ - | \
                 password alice @ Users: -",
            ],
        ),
        ("app-cred-clouds.yaml", vec![leak(["[openstack] URL Aur1 | - @ - | ", credential])]),
        (
            "several-clouds.yaml",
            vec![
                "[aurora] - Aur2 | katla @ Projects | password alice @ -: -",
                "[två: \"moln\" # 2] URL/v3 - | yes @ id default | password 0123 @ id default: \
                 hidden'\"\\#: $`é",
                "[sso! 😀] - - | - @ - | other v3oidcpassword",
                "[by-token] URL/v3 - | id katla-id @ - | \
                 token hidden-gAAAAABrBEBlgQZ_rsqykTEQKaguaiKpSmBiPP4JVGguI3tcfqfgj",
                "[mfa] - - | - @ - | password id alice-id @ -: a:b#c\"d'e",
                "[by-name] - - | - @ - | credential - laptop of alice @ id default: hidden",
            ],
        ),
        ("clouds.json", vec!["[openstack] URL/v3 Aur1 | - @ - | password alice @ -: -"]),
        ("app-cred-api.json", vec![answered]),
        ("app-cred-client.json", vec![printed]),
        ("app-cred-old-client.json", vec![printed]),
    ]
}

#[test]
fn real_files_are_read_however_they_are_called_and_their_lines_end() {
    for (name, expected) in cases() {
        let text = fixture(name);
        let windows = ["\u{feff}", &text.replace('\n', "\r\n")].concat();
        for (name, text) in [(name, &text), ("clouds.YAML", &text), ("x", &text), (name, &windows)]
        {
            let logins = read_text(name, text).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
            let found: Vec<String> = logins.iter().map(words).collect();
            assert_eq!(found, expected, "{name}");
            assert!(!format!("{logins:?}").contains(MARK), "{name}: Debug tells a secret");
        }
    }
}

#[test]
fn what_is_computed_decided_or_empty_is_absent() {
    let values =
        ["$A", "\"$A\"", "a$(b)", "`a`", "\"`a`\"", "$'a'", "~", "a:~", "a{b,c}", "", "''"];
    for value in values {
        let text = format!("OS_USERNAME=u\nOS_PASSWORD=old\nexport OS_PASSWORD={value}\n");
        let found = words(&read_text("openrc", &text).unwrap()[0]);
        assert_eq!(found, "[] - - | - @ - | password u @ -: -", "{value}");
    }
    for line in [
        "OS_USERNAME=a openstack token issue",
        "export OS_USERNAME=a b",
        "if true; then OS_USERNAME=a; fi",
        "true && \\\nOS_USERNAME=a",
        "OS_USERNAME=$(a | \nb)",
    ] {
        let text = format!("OS_AUTH_URL=x OS_USERNAME=old\n{line}\n# OS_AUTH_URL=y");
        let found = words(&read_text("openrc", &text).unwrap()[0]);
        assert_eq!(found, "[] x - | - @ - | password - @ -: -", "{line}");
    }
    for value in ["", " ~", " null", " ''", " # hidden"] {
        let text = format!("clouds:\n a:\n  auth:\n   username: u\n   password:{value}\n");
        let found = words(&read_text("x", &text).unwrap()[0]);
        assert_eq!(found, "[a] - - | - @ - | password u @ -: -", "{value}");
    }
}

fn regions() -> Vec<Region> {
    let region = |name: &str, keystone: &str| {
        format!(
            r#"{{"name":"{name}","keystone_url":"{keystone}","s3_endpoint":"https://s3.example"}}"#
        )
    };
    let (one, other) = ("https://aur.example:5000/v3", "https://hek.example/identity/v3");
    let all = [region("Aur1", one), region("Aur2", one), region("Hek1", other)].join(",");
    Config::from_json(&format!(r#"{{"brand":"Aurora","regions":[{all}]}}"#)).unwrap().regions
}

#[test]
fn a_file_finds_its_region() {
    let keystone = |text: &str| Err(Mismatch::Keystone(text.into()));
    let region = |text: &str| Err(Mismatch::Region(text.into()));
    for (url, name, current, expected) in [
        ("https://aur.example:5000/v3", "", 0, Ok(0)),
        ("https://AUR.example:5000", "", 1, Ok(1)),
        ("https://aur.example:5000//", "", 2, Ok(0)),
        ("https://aur.example:5000/v3/", "aur2", 0, Ok(1)),
        ("https://hek.example:443/identity", "", 0, Ok(2)),
        ("", "HEK1", 0, Ok(2)),
        ("", "", 1, Ok(1)),
        ("https://aur.example:5000/v3", "Hek1", 0, region("Hek1")),
        ("", "Mars", 0, region("Mars")),
        ("https://hek.example:5000/v3", "Hek1", 2, keystone("https://hek.example:5000/v3")),
        ("http://aur.example:5000/v3", "", 0, keystone("http://aur.example:5000/v3")),
        ("https://aur.example:5000/v2.0", "", 0, keystone("https://aur.example:5000/v2.0")),
        ("<b>", "", 0, keystone("<b>")),
    ] {
        let text = format!("OS_USERNAME=a OS_AUTH_URL='{url}' OS_REGION_NAME='{name}'");
        let login = &read_text("openrc", &text).unwrap()[0];
        assert_eq!(find_region(login, &regions(), current), expected, "{url} {name}");
    }
}
