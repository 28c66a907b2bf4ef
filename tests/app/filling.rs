//! Files that fill the form: what goes into it, and what is refused. `tests/app/login_files.rs` has
//! how they are read.

use keyfill::core::message::{FileMsg, Focus, SignInMsg};
use keyfill::core::model::Entry;
use keyfill::core::screen::EntryScreen;
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Field, SignInMethod};

use crate::cloud::page::{Page, typed};
use crate::cloud::{ALICE, ELSEWHERE, KEYSTONE, PASSWORD};

fn file(page: &mut Page, text: &str) {
    page.say(SignInMsg::Open);
    page.say(FileMsg::Read("clouds.yaml".into(), Some(Secret::new(text.into()))));
}

fn cloud_of(name: &str, region: &str, keystone: &str, auth: &str) -> String {
    format!("  {name}:\n    region_name: {region}\n    auth:\n      auth_url: {keystone}\n{auth}")
}

fn password(region: &str, keystone: &str, project: &str) -> String {
    let auth = format!(
        "      username: alice\n      user_domain_name: Volcanoes\n      password: {PASSWORD}\n      \
         project_name: {project}\n"
    );
    format!("clouds:\n{}", cloud_of("aurora", region, keystone, &auth))
}

/// What was filled in, as text.
fn fields(page: &Page) -> Vec<(Field, &str)> {
    page.filled.iter().map(|(field, text)| (*field, text.expose())).collect()
}

/// The reader sends what the file has filled in.
fn send(page: &mut Page) {
    page.say(typed("alice", PASSWORD));
    page.settle();
}

#[test]
fn a_file_fills_the_form_and_sends_nothing() {
    let mut page = Page::new();
    file(&mut page, &password("Bor1", ELSEWHERE, "Project katla"));
    let expected =
        [(Field::PASSWORD, PASSWORD), (Field::USER, "alice"), (Field::DOMAIN, "Volcanoes")];
    assert_eq!(fields(&page), expected);
    assert_eq!(
        page.what(),
        "The form is filled in from the file: region Bor1, project Project katla."
    );
    assert_eq!((page.model.region, page.model.method), (2, SignInMethod::PASSWORD));
    assert_eq!((page.log.len(), page.focus), (0, Some(Focus::Field)));
    page.check_secrets();
}

#[test]
fn an_application_credential_and_a_token_choose_their_way_in() {
    let auth = "      application_credential_id: 0123456789abcdef0123456789abcdef\n      \
                application_credential_secret: s3\n    auth_type: v3applicationcredential\n";
    let mut page = Page::new();
    file(&mut page, &format!("clouds:\n{}", cloud_of("a", "Aur1", KEYSTONE, auth)));
    assert_eq!(page.model.method, SignInMethod::APPLICATION_CREDENTIAL, "{}", page.what());
    let id = "0123456789abcdef0123456789abcdef";
    let filled = [
        (Field::CREDENTIAL, id),
        (Field::CREDENTIAL_SECRET, "s3"),
        (Field::USER, ""),
        (Field::DOMAIN, "Default"),
    ];
    assert_eq!(fields(&page), filled);

    let auth = format!("      token: {}\n    auth_type: v3token\n", ALICE.token);
    let mut page = Page::new();
    page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
    file(&mut page, &format!("clouds:\n{}", cloud_of("a", "Aur1", KEYSTONE, &auth)));
    assert_eq!(page.model.method, SignInMethod::TOKEN, "{}", page.what());
    assert_eq!(fields(&page), [(Field::TOKEN, &*ALICE.token)]);
}

#[test]
fn a_file_for_something_else_changes_nothing() {
    let here = "Nothing was stored or sent. Its region and its auth URL must match one of these: Aur1, Aur2, Bor1";
    for (region, keystone, what) in [
        ("Nor1", KEYSTONE, "The file is for Nor1, which does not match this page."),
        ("Bor1", KEYSTONE, "The file is for Bor1, which does not match this page."),
        (
            "Aur1",
            "https://evil.example/v3",
            "The file is for https://evil.example/v3, which does not match this page.",
        ),
    ] {
        let mut page = Page::new();
        file(&mut page, &password(region, keystone, "x"));
        assert_eq!(page.what(), what);
        assert_eq!(page.next(), here);
        assert!(page.filled.is_empty() && page.model.wanted.is_none());
        assert_eq!((page.model.region, page.model.method), (0, SignInMethod::TOKEN));
    }
    let auth = "      protocol: openid\n    auth_type: v3oidcpassword\n";
    let mut page = Page::new();
    file(&mut page, &format!("clouds:\n{}", cloud_of("a", "Aur1", KEYSTONE, auth)));
    assert!(page.what().contains("through an identity provider"), "{}", page.what());
    assert!(page.next().contains("get a token there"));

    let mut page = Page::new();
    page.model.config.methods = vec![SignInMethod::TOKEN];
    file(&mut page, &password("Aur1", KEYSTONE, "x"));
    assert!(
        page.what().starts_with("The file uses the sign-in method password"),
        "{}",
        page.what()
    );
    assert!(page.filled.is_empty());
}

/// A missing address is not agreement: the password of another cloud must not be sent here.
#[test]
fn a_file_without_an_address_is_asked_about() {
    let vendor = include_str!("../fixtures/login_files/vendor-profile-with-password.yaml");
    let credential = include_str!("../fixtures/login_files/app-cred-api.json");
    let named = "export OS_CLOUD=elsewhere\nexport OS_USERNAME=a\nexport OS_PASSWORD=b\n";
    let decided = "if x; then OS_AUTH_URL=https://a/v3; fi\nOS_USERNAME=a\nOS_PASSWORD=b\n";
    let profile = |name: &str| {
        format!(
            "The file takes the address of its Keystone from {name}, which this page does not know."
        )
    };
    let unsaid = "The file does not say which Keystone it is for.".to_owned();
    for (text, what) in [
        (vendor, profile("vexxhost")),
        (named, profile("elsewhere")),
        (credential, unsaid.clone()),
        (decided, unsaid),
    ] {
        let mut page = Page::new();
        file(&mut page, text);
        assert_eq!(page.what(), what);
        assert!(page.filled.is_empty() && page.log.is_empty());
        let Some(EntryScreen::Addresses(all)) = page.screen().entry else { panic!("{text}") };
        assert_eq!(all.len(), 3);
        assert_eq!((page.focus, all[0].1.contains(KEYSTONE)), (Some(Focus::Choice), true));
        page.check_secrets();
        page.say(FileMsg::ChooseAddress(9));
        assert!(page.filled.is_empty(), "there is no such region");
        page.say(FileMsg::ChooseAddress(2));
        assert_eq!(page.model.region, 2);
        assert!(!page.filled.is_empty() && page.log.is_empty());
    }
    // What the file says of the region still holds.
    let mut page = Page::new();
    file(&mut page, "OS_USERNAME=a\nOS_REGION_NAME=Aur2\n");
    let Some(EntryScreen::Addresses(all)) = page.screen().entry else { panic!("no question") };
    assert_eq!(all.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [1]);
    page.say(SignInMsg::Cancel);
    assert!(matches!(page.model.entry, Entry::Form) && page.what().is_empty());
    // An address of the identity service beside the right one is none of this page's.
    let mut page = Page::new();
    file(
        &mut page,
        &format!(
            "OS_AUTH_URL={KEYSTONE}\nOS_USERNAME=a\nOS_ENDPOINT_OVERRIDE=https://evil.example/v3\n"
        ),
    );
    assert!(page.what().starts_with("The file is for https://evil.example/v3"), "{}", page.what());
}

#[test]
fn a_cloud_that_cannot_be_used_spoils_no_other() {
    let text = include_str!("../fixtures/login_files/good-beside-tokenless.yaml");
    let mut page = Page::new();
    file(&mut page, text);
    assert_eq!(page.screen().entry, Some(EntryScreen::Clouds(vec!["good".into()])));
    assert_eq!(page.what(), "Some clouds in the file cannot be used.");
    assert_eq!(page.next(), "by-env-token is left out. token is missing.");
}

#[test]
fn what_is_no_file_of_the_three_kinds_is_refused() {
    for (content, why) in [
        (None, "It is larger than 64 kB"),
        (Some(""), "It is empty"),
        (Some("\u{0}\u{1}"), "It is not a text file"),
        (Some("hello"), "Line 1: lines without a key are not supported"),
    ] {
        let mut page = Page::new();
        page.say(SignInMsg::Open);
        let name = "a\u{202e}b.yaml".to_owned();
        page.say(FileMsg::Read(name, content.map(|text| Secret::new(text.into()))));
        assert_eq!(page.what(), format!("The file a\u{fffd}b.yaml cannot be used. {why}."));
        assert!(matches!(page.model.entry, Entry::Form) && page.filled.is_empty());
    }
    let mut page = Page::new();
    page.say(FileMsg::Read("x".into(), None));
    assert_eq!(page.what(), "", "there is no form that it could fill");
}

#[test]
fn several_clouds_are_a_choice() {
    let two = |first: &str| {
        let auth = format!("      username: alice\n      password: {PASSWORD}\n");
        let (one, other) = (
            cloud_of(first, "Aur2", KEYSTONE, &auth),
            cloud_of("other", "Nor1", "https://nor.example/v3", &auth),
        );
        format!("clouds:\n{one}{other}")
    };
    let mut page = Page::new();
    file(&mut page, &two("aurora"));
    let names = ["aurora", "other"].map(str::to_owned).to_vec();
    assert_eq!(page.screen().entry, Some(EntryScreen::Clouds(names)));
    assert_eq!((page.focus, page.filled.len()), (Some(Focus::Choice), 0));
    page.check_secrets();
    page.say(FileMsg::ChooseCloud(0));
    assert_eq!((page.model.region, page.filled.len()), (1, 3));
    page.say(FileMsg::ChooseCloud(1));
    assert_eq!(page.model.region, 1, "the choice is over");

    let mut page = Page::new();
    file(&mut page, &two("aurora"));
    page.say(FileMsg::ChooseCloud(1));
    assert!(page.what().starts_with("The file is for https://nor.example"));
    let mut page = Page::new();
    file(&mut page, &two("aurora"));
    page.say(SignInMsg::Cancel);
    assert!(matches!(page.model.entry, Entry::Form));
    // A file may hold passwords, so they do not wait for ever.
    file(&mut page, &two("aurora"));
    page.tick(15 * 60_000);
    assert!(matches!(page.model.entry, Entry::Form) && page.model.account().is_none());
}

#[test]
fn the_project_of_the_file_is_chosen_by_itself() {
    for wanted in ["Project hekla", "hekla"] {
        let mut page = Page::new();
        file(&mut page, &password("Aur1", KEYSTONE, wanted));
        send(&mut page);
        assert_eq!(page.account().project.id.as_str(), "hekla", "by name and by id");
        assert!(page.model.wanted.is_none());
    }
    let mut page = Page::new();
    file(&mut page, &password("Aur1", KEYSTONE, "askja"));
    send(&mut page);
    assert!(matches!(page.model.entry, Entry::Choosing(_)));
    assert_eq!(page.what(), "You don't have access to the project askja, which the file names.");

    // A wrong password does not make it forget the project; another way in does.
    let mut page = Page::new();
    file(&mut page, &password("Aur1", KEYSTONE, "hekla"));
    page.say(typed("alice", "wrong"));
    page.settle();
    send(&mut page);
    assert_eq!(page.account().project.id.as_str(), "hekla");
    let mut page = Page::new();
    file(&mut page, &password("Aur1", KEYSTONE, "hekla"));
    page.say(SignInMsg::ChooseMethod(SignInMethod::TOKEN));
    page.say(SignInMsg::ChooseMethod(SignInMethod::PASSWORD));
    send(&mut page);
    assert!(matches!(page.model.entry, Entry::Choosing(_)) && page.what().is_empty());
}

#[test]
fn a_renewal_by_file_stays_with_the_keystone_of_the_session() {
    let mut page = Page::signed_in(&ALICE);
    file(&mut page, &password("Bor1", ELSEWHERE, "x"));
    assert_eq!(page.what(), "The file is for Bor1, which has its own Keystone.");
    assert!(page.filled.is_empty() && page.model.region == 0);
    file(&mut page, &password("Aur2", KEYSTONE, "x"));
    assert_eq!((page.model.region, page.filled.len()), (1, 3));
}
