//! The sign-in form.

use yew::prelude::*;

use super::Context;
use super::element::{code, paragraph, text};
use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::SignIn;
use crate::core::text::TOKEN_COMMAND;

/// The form with the token field.
///
/// The field is text, masked by CSS, and not of type `password`: a browser offers to save
/// passwords, and a token must not be stored.
pub fn form(sign_in: &SignIn, copied: Option<CopyTarget>, context: &Context) -> Html {
    let (id, help) = (context.id("token"), context.id("token-help"));
    html! {
        <form class="keyfill-signin" autocomplete="off" onsubmit={&context.submitted}
            aria-busy={sign_in.working.then_some("true")}>
            <label for={id.clone()}>{ "Token for " }{ &sign_in.place }</label>
            <div class="keyfill-field">
                <input {id} class="keyfill-token md-input" type="text" data-focus="token"
                    autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false"
                    data-lpignore="true" data-bwignore="true" aria-describedby={help.clone()}
                    readonly={sign_in.working} onpaste={&context.pasted} />
                <button type="submit" class="md-button md-button--primary"
                    disabled={sign_in.working}>
                    { if sign_in.working { "Signing in…" } else { "Sign in" } }
                </button>
                { context.button("md-button", "", "Cancel", || Msg::CancelSignIn) }
            </div>
            { paragraph("", vec![text("Get a token in a terminal that is set up for this region:")]) }
            { context.block(TOKEN_COMMAND, "the command", CopyTarget::TokenCommand, copied) }
            <p class="keyfill-small" id={help}>
                { "Pasting signs you in. The token goes to " }{ code(sign_in.keystone.clone()) }
                { " and nowhere else. It stays in this page's memory, and is gone when you \
                   reload or leave." }
            </p>
        </form>
    }
}
