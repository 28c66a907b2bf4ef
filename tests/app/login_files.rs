//! Files that say how to sign in, as Horizon, openstacksdk and the client write them, and the
//! region they are about. `tests/app/login_faults.rs` has what is refused; `tests/programs/login_oracles.rs`
//! compares the reading with that of the real programs.

use keyfill::core::config::{Config, Region};
use keyfill::core::login_file::{
    FileFault, Login, LoginMethod, Mismatch, Named, decoded, find_region, read,
};
use keyfill::core::secret::Secret;

/// What every secret of the fixtures holds.
const MARK: &str = "hidden";

fn fixture(name: &str) -> String {
    let path = ["tests/fixtures/login_files/", name].concat();
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn read_text(name: &str, text: &str) -> Result<Vec<Login>, FileFault> {
    Ok(read(name, &Secret::new(text.into()))?.usable)
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
                "[by-token] URL/v3 - | id katla-id @ - | \
                 token hidden-gAAAAABrBEBlgQZ_rsqykTEQKaguaiKpSmBiPP4JVGguI3tcfqfgj",
                "[mfa] - - | - @ - | password id alice-id @ -: a:b#c\"d'e",
                "[by-name] - - | - @ - | credential - laptop of alice @ id default: hidden",
            ],
        ),
        ("branches.sh", vec!["[] URL/v3 - | - @ - | password - @ Default: -"]),
        ("here-document.sh", vec!["[] URL/v3 - | - @ - | password signe @ Default: -"]),
        ("unset.sh", vec!["[] URL/v3 - | - @ - | password signe @ Users: -"]),
        ("declare.sh", vec!["[] URL/v3 - | demo @ - | password signe @ Default: -"]),
        ("unused-flow-list.yaml", vec!["[dev] URL/v3 Aur1 | demo @ - | password signe @ -: -"]),
        (
            "multifactor-application-credential.yaml",
            vec![
                "[aurora.mfa.appcred] URL/v3/ Aur1 | - @ - | \
                 credential 11112222333344445555666677778888 - of \
                 id 99998888777766665555444433332222 @ -: made-up-secret",
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
fn utf_16_is_read_and_what_is_no_text_is_told() {
    let text = fixture("horizon-openrc.sh").replace("alice", "ålice😀");
    let wanted: Vec<String> = read_text("x", &text).unwrap().iter().map(words).collect();
    let units: Vec<u16> =
        ['\u{feff}'].into_iter().chain(text.chars()).collect::<String>().encode_utf16().collect();
    for bytes in [
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        text.clone().into_bytes(),
        ["\u{feff}", &text].concat().into_bytes(),
    ] {
        let found: Vec<String> =
            read("x", &decoded(bytes)).unwrap().usable.iter().map(words).collect();
        assert_eq!(found, wanted);
    }
    let json = ["\u{feff}", &fixture("clouds.json")].concat().into_bytes();
    assert!(read("x", &decoded(json)).is_ok());
    for bytes in [&b"OS_USERNAME=\xe5"[..], b"\xff\xfeO\0S\0_", b"\xff\xfe\0\xd8", b"O\0S\0"] {
        assert_eq!(read("x", &decoded(bytes.to_vec())).unwrap_err(), FileFault::NotText);
    }
}

#[test]
fn what_a_script_decides_is_left_to_the_reader() {
    for after in [
        "case $1 in\n a) OS_USERNAME=b;;\nesac",
        "for OS_USERNAME in a b; do :; done",
        "while true; do\n OS_USERNAME=b\ndone",
        "f() {\n OS_USERNAME=b\n}\nOS_USERNAME=c\nf",
        "function f { OS_USERNAME=b; }\nOS_USERNAME=c\nf",
        "if [ $1 ]; then\n OS_USERNAME=b\n return\nfi\nOS_USERNAME=c",
        "unset OS_USERNAME",
        "unset -v OS_PASSWORD OS_USERNAME",
        "read -r OS_USERNAME",
        "printf -v OS_USERNAME %s b",
        "export -n OS_USERNAME",
        "declare +x OS_USERNAME",
        "source ./other-openrc",
        ". ./other-openrc",
        "eval \"$(cat other)\"",
        ": ${OS_USERNAME:=b}",
        "(OS_USERNAME=b)",
        "OS_USERNAME+=b",
        "true || OS_USERNAME=b",
    ] {
        let text = format!("export OS_AUTH_URL=x\nexport OS_USERNAME=a\n{after}\n");
        let LoginMethod::Password { user, .. } =
            read_text("openrc", &format!("{text}export OS_AUTH_URL=x\n")).unwrap().remove(0).method
        else {
            panic!("{after}")
        };
        assert_eq!(user, None, "{after}");
    }
    for after in [
        "if [ -z \"$OS_USERNAME\" ]; then unset OS_USERNAME; fi",
        "if [[ -z $OS_USERNAME ]]; then\n  unset OS_USERNAME\nfi",
        "[ -z \"${OS_USERNAME}\" ] && unset OS_USERNAME",
        "cat >f <<EOF\nOS_USERNAME=b\nEOF",
        "cat >f <<-'END'\n\tunset OS_USERNAME\n\tEND",
        "echo \"\nOS_USERNAME=b\n\"",
        "export OS_USERNAME",
        "echo $OS_USERNAME \"${OS_USERNAME}\"",
        "# unset OS_USERNAME, don't",
        "if [ -z \"$PS1\" ]; then\n echo no\n return 1\nfi",
        "source venv/bin/activate",
        "cat <<< \"OS\"",
    ] {
        let text = format!("export OS_AUTH_URL=x\nexport OS_USERNAME=a\n{after}\n");
        let found = words(&read_text("openrc", &text).unwrap()[0]);
        assert_eq!(found, "[] x - | - @ - | password a @ -: -", "{after}");
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
