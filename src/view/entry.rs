//! The way in: the sign-in form, and which cloud of a file.

use std::rc::Rc;

use yew::html::{onpaste, onsubmit};
use yew::prelude::*;

use super::Context;
use super::element::{
    changeable, checkable, element, flag, list, nothing, paragraph, strong, tag, verbatim,
};
use super::projects;
use super::words::{say, text};
use crate::core::config::SignInMethod;
use crate::core::field::Field;
use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::{EntryScreen, SignIn};
use crate::core::text::TOKEN_COMMAND;
use crate::core::words::catalog::{bar, commands, sign_in as texts};
use crate::core::words::{Say, Text};

/// The attributes of a field; those after `autocomplete` keep it out of what browsers correct
/// and look up, and the last two out of password managers.
const FIELD: &[&str] = &[
    "id",
    "class",
    "type",
    "data-field",
    "data-focus",
    "aria-describedby",
    "readonly",
    "value",
    "inputmode",
    "autocomplete",
    "autocapitalize",
    "autocorrect",
    "spellcheck",
    "data-lpignore",
    "data-bwignore",
];

/// What is asked on the way in.
pub fn entry(entry: &EntryScreen, copied: Option<CopyTarget>, context: &Context) -> Html {
    match entry {
        EntryScreen::Form(form) => self::form(form, copied, context),
        EntryScreen::Clouds(names) => choices(
            texts::CLOUD_QUESTION,
            names.iter().cloned().enumerate(),
            Msg::ChooseCloud,
            context,
        ),
        EntryScreen::Addresses(names) => {
            choices(texts::KEYSTONE_QUESTION, names.iter().cloned(), Msg::ChooseAddress, context)
        }
        EntryScreen::Projects(projects) => projects::projects(projects, context),
    }
}

fn form(form: &SignIn, copied: Option<CopyTarget>, context: &Context) -> Html {
    let working = flag(form.working);
    let help = context.id("help");
    let line = |field: &Field| labelled(*field, form, &help, context);
    // As many parts for each way to sign in: the focus is on what chooses one.
    let mut parts = vec![
        if form.methods.is_empty() { nothing() } else { methods(form, context) },
        list(form.fields.iter().map(line).collect()),
    ];
    let word = text(if form.working { bar::SIGNING_IN } else { texts::SIGN_IN });
    let values = &["submit", "md-button md-button--primary", working];
    let buttons = vec![
        tag("button", &["type", "class", "disabled"], values, vec![word]).into(),
        context.button("md-button", "", texts::CANCEL, || Msg::CancelSignIn),
    ];
    parts.push(element("div", "keyfill-field", buttons));
    let is_token = form.fields == [Field::Token];
    parts.push(if is_token {
        list(vec![
            paragraph("", vec![text(texts::TOKEN_HOW)]),
            context.block(TOKEN_COMMAND, commands::COPY_COMMAND, CopyTarget::TokenCommand, copied),
        ])
    } else {
        nothing()
    });
    parts.push(if form.takes_file { file(context) } else { nothing() });
    parts.push(
        tag("p", &["class", "id"], &["keyfill-small", &help], vec![say(promise(form))]).into(),
    );
    let keys = &["class", "autocomplete", "aria-busy"];
    let complete = if is_token { "off" } else { "on" };
    let mut form = tag("form", keys, &["keyfill-signin", complete, working], parts);
    form.add_listener(Rc::new(onsubmit::Wrapper::new(context.submitted.clone())));
    form.into()
}

/// What becomes of what is typed.
fn promise(form: &SignIn) -> Say {
    let text = match form.fields {
        [Field::Token] => texts::TOKEN_PROMISE.into(),
        [Field::Passcode] => texts::PASSCODE_PROMISE.count("seconds", form.seconds.unwrap_or(0)),
        _ => Say::from(texts::SIGN_IN_PROMISE),
    };
    text.code("keystone", &form.keystone)
}

fn methods(form: &SignIn, context: &Context) -> Html {
    let one = |(method, chosen): &(SignInMethod, bool)| {
        let method = *method;
        let word = match method {
            SignInMethod::Token => texts::METHOD_TOKEN,
            SignInMethod::Password => texts::PASSWORD,
            SignInMethod::ApplicationCredential => texts::METHOD_CREDENTIAL,
        };
        let keys = &["type", "name", "disabled", "autocomplete"];
        let values = &["radio", &context.id("method"), flag(form.working), "off"];
        let choose = context.say(move || Msg::ChooseMethod(method));
        let radio = checkable(tag("input", keys, values, Vec::new()), *chosen, choose);
        element("label", "", vec![radio, verbatim(" "), text(word)])
    };
    let mut parts = vec![element("legend", "", vec![text(texts::SIGN_IN_WITH)])];
    parts.extend(form.methods.iter().map(one));
    element("fieldset", "keyfill-methods", parts)
}

/// A field with its label.
///
/// What is typed into the field of a secret that is no password never gets to be its value: see
/// [`Concealed`](crate::core::concealed::Concealed). As a field for passwords it is protected in
/// the accessibility tree, and keyboards learn nothing from it; as one for a code that is used
/// once, browsers neither fill it nor offer to save what is in it.
fn labelled(field: Field, form: &SignIn, help: &str, context: &Context) -> Html {
    let id = context.id(field.id());
    let focus = if form.fields.first() == Some(&field) { "field" } else { "" };
    let is_concealed = matches!(field, Field::Token | Field::CredentialSecret);
    let (kind, complete) = match field {
        _ if is_concealed => ("password", "one-time-code"),
        Field::User => ("text", "username"),
        Field::Password => ("password", "current-password"),
        Field::Passcode => ("text", "one-time-code"),
        _ => ("text", "off"),
    };
    let class = if is_concealed { "keyfill-token keyfill-input" } else { "keyfill-input" };
    let value = if field == Field::Domain { &form.domain } else { "" };
    let mode = if field == Field::Passcode { "numeric" } else { "" };
    let off = flag(!matches!(field, Field::User | Field::Password | Field::Passcode));
    let working = flag(form.working);
    let values = [
        &id,
        class,
        kind,
        field.id(),
        focus,
        help,
        working,
        value,
        mode,
        complete,
        "off",
        "off",
        "false",
        off,
        off,
    ];
    let mut input = tag("input", FIELD, &values, Vec::new());
    // Without a key, the element of one form would serve the next one, with what was typed into
    // it: a password would stand in the open as a user name.
    input.key = Some(field.id().into());
    if field == Field::Token {
        input.add_listener(Rc::new(onpaste::Wrapper::new(context.pasted.clone())));
    }
    let word = match field {
        Field::Token => texts::FIELD_TOKEN,
        Field::User if form.fields.contains(&Field::Credential) => texts::FIELD_USER_OF_CREDENTIAL,
        Field::User => texts::FIELD_USER,
        Field::Domain => texts::FIELD_DOMAIN,
        Field::Password => texts::PASSWORD,
        Field::Credential => texts::FIELD_CREDENTIAL,
        Field::CredentialSecret => texts::FIELD_SECRET,
        Field::Passcode => texts::FIELD_PASSCODE,
    };
    let word = word.name("place", &form.place);
    list(vec![
        tag("label", &["for"], &[&id], vec![say(word)]).into(),
        element("div", "keyfill-field", vec![input.into()]),
    ])
}

/// A file can be chosen, or dropped on the field.
fn file(context: &Context) -> Html {
    let id = context.id("file");
    let values = &[&id, "file", "keyfill-file", "off"];
    let input = tag("input", &["id", "type", "class", "autocomplete"], values, Vec::new());
    let label = vec![say(texts::FORM_FROM_FILE.code("file", "clouds.yaml"))];
    list(vec![
        tag("label", &["for", "class"], &[&id, "keyfill-small"], label).into(),
        element("div", "keyfill-field", vec![changeable(input, context.file_chosen.clone())]),
    ])
}

/// What a file leaves open.
fn choices(
    question: Text,
    names: impl Iterator<Item = (usize, String)>,
    msg: fn(usize) -> Msg,
    context: &Context,
) -> Html {
    let one = |(at, (index, name)): (usize, (usize, String))| {
        let focus = if at == 0 { "choice" } else { "" };
        let keys = &["type", "class", "data-focus"];
        let button = tag("button", keys, &["button", "md-button", focus], vec![verbatim(name)]);
        let choose = context.say(move || msg(index));
        element("li", "", vec![super::element::clickable(button, choose)])
    };
    let parts = vec![
        paragraph("", vec![strong(vec![text(question)])]),
        element("ul", "keyfill-choices", names.enumerate().map(one).collect()),
        context.button("md-button", "", texts::CANCEL, || Msg::CancelSignIn),
    ];
    element("div", "keyfill-signin", parts)
}
