//! The quiet offer on a page that has slots and no panel: one line, and the panel in a dialog.

use yew::prelude::*;

use super::Context;
use super::bar::mark;
use super::element::{element, list, paragraph, strong, tag, verbatim};
use super::idle::idle;
use super::words::{say, text};
use crate::core::screen::{Lead, Screen};
use crate::core::words::catalog::bar as texts;

/// The line, and the dialog that its button opens. The loader opens it, and the browser closes it.
pub fn offer(screen: &Screen, context: &Context) -> Html {
    let title = context.id("title");
    let close =
        tag!("button", [("type", "submit"), ("class", "md-button")], vec![text(texts::CLOSE)])
            .into();
    let head = vec![
        tag!("p", [("id", &title)], vec![strong(vec![text(texts::KEYS_AND_VALUES)])]).into(),
        tag!("form", [("method", "dialog")], vec![close]).into(),
    ];
    let parts = vec![element("div", "keyfill-dialog-head", head), super::panel(screen, context)];
    let dialog =
        tag!("dialog", [("class", "keyfill-dialog"), ("aria-labelledby", &title)], parts).into();
    // While the dialog is closed, what is in it is neither seen nor heard.
    let mut parts = vec![line(screen)];
    parts.extend(idle(screen.idle.as_ref(), context));
    parts.push(dialog);
    list(parts)
}

/// The line alone, which is all of it on the static page.
pub fn line(screen: &Screen) -> Html {
    let mut button = texts::KEYS_AND_VALUES;
    let words = match &screen.bar.lead {
        Lead::Session { user, project, region, .. } => {
            let is_filled = screen.commands.iter().any(|commands| commands.filled.is_some());
            let what = if is_filled { texts::OFFER_FILLED } else { texts::OFFER_NO_KEY };
            say(what.name("user", user).name("project", project).name("region", region))
        }
        Lead::Hidden => text(texts::OFFER_PLACEHOLDERS),
        Lead::Placeholders(_) | Lead::NoKeys(_) | Lead::SignIn(_) => {
            button = texts::OFFER_OPEN;
            text(texts::OFFER_PLACEHOLDERS)
        }
    };
    let button = tag!(
        "button",
        [("type", "button"), ("class", "md-button"), ("data-keyfill-open", "true")],
        vec![text(button)]
    )
    .into();
    let mut said = if screen.bar.sample { mark() } else { Vec::new() };
    said.push(words);
    paragraph("keyfill-offer", vec![element("span", "", said), verbatim(" "), button])
}
