//! Commands for an agent or a ticket: all of it but the secret key, which is never in a copy.

use keyfill::core::client::{Form, Shell};
use keyfill::core::message::{CommandsMsg, CopyTarget, KeysMsg, SessionMsg};
use keyfill::core::screen::{KeyChoice, SlotShown, slot_shown};
use keyfill::core::slot::{Code, Language, find};

use crate::client_files::client;
use crate::cloud::page::{Page, key};
use crate::cloud::{ALICE, SECRET_MARK};

/// A page with a key in its commands, in which the reader has chosen this.
fn page() -> Page {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    page.say(CommandsMsg::LeaveOutSecret(true));
    assert!(page.screen().commands.unwrap().filled.unwrap().is_for_others);
    page
}

/// What the slots of an author's block show.
fn shown(page: &Page, text: &str, language: &str) -> Vec<String> {
    let config = &page.model.config;
    let code = Code::block(text, Language::of(language));
    let found = find(&code, &config.slots, &config.cloud);
    let text = |shown| match shown {
        SlotShown::Value(text) => text,
        SlotShown::Placeholder(_) => "-".to_owned(),
        SlotShown::Secret(_) => panic!("a secret"),
    };
    found.iter().map(|found| text(slot_shown(&page.model, found, &KeyChoice::Fill))).collect()
}

#[test]
fn no_copy_of_the_panel_has_the_secret() {
    let mut page = page();
    let clients: Vec<_> = page.model.config.all_clients().collect();
    let access = page.chosen().unwrap().to_owned();
    page.say(KeysMsg::Test(Some(key(&access))));
    let mut copies = 0;
    for client in clients {
        page.say(CommandsMsg::ChooseClient(client));
        for (form, shell) in [Form::Prompt, Form::Quick].into_iter().flat_map(|form| {
            [Shell::Posix, Shell::Fish, Shell::PowerShell].map(|shell| (form, shell))
        }) {
            page.say(CommandsMsg::ChooseForm(form));
            page.say(CommandsMsg::ChooseShell(shell));
            let edition = page.model.edition();
            for index in 0..20 {
                page.say(CommandsMsg::Copy(CopyTarget::Step(edition, index)));
                page.say(CommandsMsg::Copy(CopyTarget::TestStep(edition, index)));
                page.say(CommandsMsg::Copy(CopyTarget::InstallStep(edition, index)));
            }
            for (_, text) in page.copied.drain(..) {
                copies += 1;
                assert!(!text.expose().contains(SECRET_MARK), "{client:?} {form:?} {shell:?}");
            }
        }
    }
    assert!(copies > 100, "{copies}");
}

#[test]
fn a_shell_takes_it_from_its_environment() {
    let page = page();
    for (text, language, wanted) in [
        ("export AWS_SECRET_ACCESS_KEY=<secret-key>", "bash", r#""$AWS_SECRET_ACCESS_KEY""#),
        ("export AWS_SECRET_ACCESS_KEY=\"<secret-key>\"", "bash", "${AWS_SECRET_ACCESS_KEY}"),
        ("s5cmd --secret <secret-key> ls", "fish", r#""$AWS_SECRET_ACCESS_KEY""#),
        // What fish sets may be read once more.
        ("set -x AWS_SECRET_ACCESS_KEY <secret-key>", "fish", "-"),
        (
            "$env:AWS_SECRET_ACCESS_KEY = <secret-key>",
            "powershell",
            r#""$env:AWS_SECRET_ACCESS_KEY""#,
        ),
        // Nothing puts it there: the placeholder stays.
        ("export AWS_SECRET_ACCESS_KEY='<secret-key>'", "bash", "-"),
        ("[default]\naws_secret_access_key = <secret-key>", "ini", "-"),
        ("aws_secret_access_key = \"<secret-key>\"", "python", "-"),
    ] {
        assert_eq!(shown(&page, text, language), [wanted], "{text}");
    }
    // The access key is a name, and stays.
    let both = "export AWS_ACCESS_KEY_ID=<access-key>\nexport AWS_SECRET_ACCESS_KEY=<secret-key>";
    let access = page.chosen().unwrap();
    assert_eq!(shown(&page, both, "bash"), [access, r#""$AWS_SECRET_ACCESS_KEY""#]);
}

#[test]
fn it_ends_with_the_readers_wish_or_the_session() {
    let mut page = page();
    page.say(CommandsMsg::LeaveOutSecret(false));
    page.say(CommandsMsg::Copy(CopyTarget::Step(page.model.edition(), 1)));
    assert!(page.copied.iter().any(|(_, text)| text.expose().contains(SECRET_MARK)));
    page.say(CommandsMsg::LeaveOutSecret(true));
    page.say(SessionMsg::SignOut);
    page.say(SessionMsg::AnswerSignOut(false));
    assert!(!page.model.style.is_for_others, "the next one is not to wonder");
    page.say(CommandsMsg::LeaveOutSecret(true));
    assert!(!page.model.style.is_for_others, "nobody is signed in");
}

#[test]
fn files_to_save_are_the_readers_own() {
    let mut page = page();
    page.say(CommandsMsg::ChooseClient(client("aws")));
    page.say(KeysMsg::Save(0, 0));
    assert!(page.saved[0].1.expose().contains(SECRET_MARK));
}
