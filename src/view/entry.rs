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
use crate::core::message::{CopyTarget, FileMsg, Msg, SignInMsg};
use crate::core::screen::{EntryScreen, SignIn};
use crate::core::sign_in::{Field, FieldKind, SignInMethod};
use crate::core::text::TOKEN_COMMAND;
use crate::core::words::catalog::{bar, commands, sign_in as texts};
use crate::core::words::{Say, Text};

/// What is asked on the way in.
pub fn entry(entry: &EntryScreen, copied: Option<CopyTarget>, context: &Context) -> Html {
    match entry {
        EntryScreen::Form(form) => self::form(form, copied, context),
        EntryScreen::Clouds(names) => choices(
            texts::CLOUD_QUESTION,
            names.iter().cloned().enumerate(),
            |index| FileMsg::ChooseCloud(index).into(),
            context,
        ),
        EntryScreen::Addresses(names) => choices(
            texts::KEYSTONE_QUESTION,
            names.iter().cloned(),
            |index| FileMsg::ChooseAddress(index).into(),
            context,
        ),
        EntryScreen::Projects(projects) => projects::projects(projects, context),
    }
}

fn form(form: &SignIn, copied: Option<CopyTarget>, context: &Context) -> Html {
    let working = flag(form.working);
    let help = context.id("help");
    // What is said of it, and what becomes of it.
    let described =
        if form.wrong { [&context.id("notice"), " ", &help].concat() } else { help.clone() };
    let fields = form.method.row().fields;
    let line = |field: &(Field, Text)| labelled(*field, form, &described, context);
    // As many parts for each way to sign in: the focus is on what chooses one.
    let mut parts = vec![
        if form.methods.is_empty() { nothing() } else { methods(form, context) },
        form.method.row().how.map_or_else(nothing, |how| {
            let command = CopyTarget::TokenCommand;
            list(vec![
                paragraph("", vec![text(how)]),
                context.block(TOKEN_COMMAND, commands::COPY_COMMAND, command, copied),
            ])
        }),
        list(fields.iter().map(line).collect()),
    ];
    let word = text(if form.working { bar::SIGNING_IN } else { texts::SIGN_IN });
    let buttons = vec![
        tag!(
            "button",
            [("type", "submit"), ("class", "md-button md-button--primary"), ("disabled", working)],
            vec![word]
        )
        .into(),
        context.button("md-button", "", texts::CANCEL, || SignInMsg::Cancel.into()),
    ];
    parts.push(element("div", "keyfill-field", buttons));
    parts.push(if form.takes_file { file(context) } else { nothing() });
    parts.push(
        tag!("p", [("class", "keyfill-small"), ("id", &help)], vec![say(promise(form))]).into(),
    );
    // Browsers have nothing to fill in where they may not know anything.
    let is_concealed = fields.iter().all(|(field, _)| field.is_concealed());
    let complete = if is_concealed { "off" } else { "on" };
    let mut form = tag!(
        "form",
        [("class", "keyfill-signin"), ("autocomplete", complete), ("aria-busy", working)],
        parts
    );
    form.add_listener(Rc::new(onsubmit::Wrapper::new(context.submitted.clone())));
    form.into()
}

/// What becomes of what is typed.
fn promise(form: &SignIn) -> Say {
    let promise = Say::from(form.method.row().promise);
    let promise = match form.seconds {
        Some(seconds) => promise.count("seconds", seconds),
        None => promise,
    };
    promise.code("keystone", &form.keystone)
}

fn methods(form: &SignIn, context: &Context) -> Html {
    let one = |(method, chosen): &(SignInMethod, bool)| {
        let method = *method;
        let choose = context.say(move || SignInMsg::ChooseMethod(method).into());
        let radio = checkable(
            tag!(
                "input",
                [
                    ("type", "radio"),
                    ("name", &context.id("method")),
                    ("disabled", flag(form.working)),
                    ("autocomplete", "off")
                ]
            ),
            *chosen,
            choose,
        );
        element("label", "", vec![radio, verbatim(" "), text(method.row().label)])
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
fn labelled(
    (field, label): (Field, Text),
    form: &SignIn,
    described: &str,
    context: &Context,
) -> Html {
    let id = context.id(field.id);
    let is_first = form.method.row().fields.first().is_some_and(|(first, _)| *first == field);
    let is_concealed = field.is_concealed();
    let (kind, complete) = match field.kind {
        FieldKind::Concealed | FieldKind::Pasted => ("password", "one-time-code"),
        FieldKind::UserName => ("text", "username"),
        FieldKind::Password => ("password", "current-password"),
        FieldKind::Passcode => ("text", "one-time-code"),
        FieldKind::Domain | FieldKind::Plain => ("text", "off"),
    };
    let is_for_managers =
        matches!(field.kind, FieldKind::UserName | FieldKind::Password | FieldKind::Passcode);
    let mut input = tag!(
        "input",
        [
            ("id", &id),
            ("class", if is_concealed { "keyfill-token keyfill-input" } else { "keyfill-input" }),
            ("type", kind),
            ("data-field", field.id),
            ("data-focus", if is_first { "field" } else { "" }),
            ("aria-describedby", described),
            ("aria-invalid", flag(form.wrong && is_first)),
            ("readonly", flag(form.working)),
            ("value", if field.kind == FieldKind::Domain { &form.domain } else { "" }),
            ("inputmode", if field.kind == FieldKind::Passcode { "numeric" } else { "" }),
            ("autocomplete", complete),
            // Nothing that browsers correct or look up.
            ("autocapitalize", "off"),
            ("autocorrect", "off"),
            ("spellcheck", "false"),
            // Nothing for password managers.
            ("data-lpignore", flag(!is_for_managers)),
            ("data-bwignore", flag(!is_for_managers)),
        ]
    );
    // Without a key, the element of one form would serve the next one, with what was typed into
    // it: a password would stand in the open as a user name.
    input.key = Some(field.id.into());
    if field.kind == FieldKind::Pasted {
        input.add_listener(Rc::new(onpaste::Wrapper::new(context.pasted.clone())));
    }
    let word = label.name("place", &form.place);
    list(vec![
        tag!("label", [("for", &id)], vec![say(word)]).into(),
        element("div", "keyfill-field", vec![input.into()]),
    ])
}

/// A file can be chosen, or dropped on the field.
fn file(context: &Context) -> Html {
    let id = context.id("file");
    let input = tag!(
        "input",
        [("id", &id), ("type", "file"), ("class", "keyfill-file"), ("autocomplete", "off")]
    );
    let label = vec![say(texts::FORM_FROM_FILE.code("file", "clouds.yaml"))];
    let parts = vec![
        tag!("label", [("for", &id), ("class", "keyfill-small")], label).into(),
        element("div", "keyfill-field", vec![changeable(input, context.file_chosen.clone())]),
    ];
    element("div", "keyfill-drop", parts)
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
        let button = tag!(
            "button",
            [("type", "button"), ("class", "md-button"), ("data-focus", focus)],
            vec![verbatim(name)]
        );
        let choose = context.say(move || msg(index));
        element("li", "", vec![super::element::clickable(button, choose)])
    };
    let parts = vec![
        paragraph("", vec![strong(vec![text(question)])]),
        element("ul", "keyfill-choices", names.enumerate().map(one).collect()),
        context.button("md-button", "", texts::CANCEL, || SignInMsg::Cancel.into()),
    ];
    element("div", "keyfill-signin", parts)
}
