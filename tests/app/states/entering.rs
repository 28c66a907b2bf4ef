//! The states on the way in.

use keyfill::core::admit::Id;
use keyfill::core::message::{FileMsg, Msg, SignInMsg};
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Field, SignInMethod};

use super::{Page, State};
use crate::cloud::page::{filled, typed};
use crate::cloud::{KEYSTONE, PASSWORD};

/// A form of every way to sign in, with this one chosen.
fn form(method: SignInMethod) -> Page {
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    page.say(SignInMsg::ChooseMethod(method));
    page
}

fn by(user: &str) -> Page {
    let mut page = form(SignInMethod::PASSWORD);
    page.say(typed(user, PASSWORD));
    page.settle();
    page
}

fn without_address() -> Page {
    let mut page = form(SignInMethod::TOKEN);
    let file = "clouds:\n  a:\n    profile: vexxhost\n    auth:\n      username: alice\n";
    page.say(FileMsg::Read("clouds.yaml".into(), Some(Secret::new(file.into()))));
    page
}

fn clouds() -> Page {
    let mut page = form(SignInMethod::TOKEN);
    let cloud = |name: &str| {
        format!("  {name}:\n    auth:\n      auth_url: {KEYSTONE}\n      username: alice\n")
    };
    let file = ["clouds:\n", &cloud("aurora"), &cloud("other")].concat();
    page.say(FileMsg::Read("clouds.yaml".into(), Some(Secret::new(file))));
    page
}

fn then(mut page: Page, msg: Msg) -> Page {
    page.say(msg);
    page
}

pub fn states() -> Vec<State> {
    let passcode = || filled(&[(Field::PASSCODE, "000000")]);
    let refused = || {
        let mut page = then(form(SignInMethod::PASSWORD), typed("alice", "wrong"));
        page.settle();
        page
    };
    let waits = || {
        let mut page = refused();
        page.model.refusals.until = page.model.now + 42_000;
        then(page, typed("alice", "wrong"))
    };
    let project = || Msg::SignIn(SignInMsg::ChooseProject(Id::admit("hekla").unwrap()));
    vec![
        ("password-form", form(SignInMethod::PASSWORD), false),
        ("credential-form", form(SignInMethod::APPLICATION_CREDENTIAL), false),
        ("password-refused", refused(), false),
        ("password-waits", waits(), false),
        ("passcode", by("mfa"), false),
        ("passcode-sent", then(by("mfa"), passcode()), false),
        ("projects", by("alice"), false),
        ("project-chosen", then(by("alice"), project()), false),
        (
            "projects-search",
            then(by("many"), Msg::SignIn(SignInMsg::SearchProjects("project1".into()))),
            false,
        ),
        (
            "projects-none-found",
            then(by("many"), Msg::SignIn(SignInMsg::SearchProjects("?".into()))),
            false,
        ),
        ("clouds", clouds(), false),
        ("address", without_address(), false),
        ("file-filled", then(clouds(), Msg::File(FileMsg::ChooseCloud(0))), false),
    ]
}
