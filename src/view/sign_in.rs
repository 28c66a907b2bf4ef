//! The sign-in form.

use std::rc::Rc;

use yew::html::{onpaste, onsubmit};
use yew::prelude::*;

use super::Context;
use super::element::{code, element, flag, paragraph, tag, text};
use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::SignIn;
use crate::core::text::TOKEN_COMMAND;

/// The attributes of the token field; those from `autocomplete` on keep it out of what browsers
/// and password managers remember, correct and look up.
const FIELD: &[&str] = &[
    "id",
    "class",
    "type",
    "data-focus",
    "aria-describedby",
    "readonly",
    "autocomplete",
    "autocapitalize",
    "autocorrect",
    "spellcheck",
    "data-lpignore",
    "data-bwignore",
];
const OFF: &[&str] = &["off", "off", "off", "false", "true", "true"];

/// The form with the token field.
///
/// The field is text, masked by CSS, and not of type `password`: a browser offers to save
/// passwords, and a token must not be stored.
pub fn form(sign_in: &SignIn, copied: Option<CopyTarget>, context: &Context) -> Html {
    let (id, help) = (context.id("token"), context.id("token-help"));
    let working = flag(sign_in.working);
    let values = &[&id, "keyfill-token md-input", "text", "token", &help, working];
    let mut field = tag("input", FIELD, &[values.as_slice(), OFF].concat(), Vec::new());
    field.add_listener(Rc::new(onpaste::Wrapper::new(context.pasted.clone())));
    let word = text(if sign_in.working { "Signing in…" } else { "Sign in" });
    let values = &["submit", "md-button md-button--primary", working];
    let fields = vec![
        field.into(),
        tag("button", &["type", "class", "disabled"], values, vec![word]).into(),
        context.button("md-button", "", "Cancel", || Msg::CancelSignIn),
    ];
    let label = vec![text("Token for "), text(sign_in.place.clone())];
    let promise = vec![
        text("Pasting signs you in. The token goes to "),
        code(sign_in.keystone.clone()),
        text(
            " and nowhere else. It stays in this page's memory, and is gone when you reload or \
             leave.",
        ),
    ];
    let parts = vec![
        tag("label", &["for"], &[&id], label).into(),
        element("div", "keyfill-field", fields),
        paragraph("", vec![text("Get a token in a terminal that is set up for this region:")]),
        context.block(TOKEN_COMMAND, "the command", CopyTarget::TokenCommand, copied),
        tag("p", &["class", "id"], &["keyfill-small", &help], promise).into(),
    ];
    let keys = &["class", "autocomplete", "aria-busy"];
    let mut form = tag("form", keys, &["keyfill-signin", "off", working], parts);
    form.add_listener(Rc::new(onsubmit::Wrapper::new(context.submitted.clone())));
    form.into()
}
