//! The quiet offer on a page that has slots and no panel: one line, and the panel in a dialog.

use yew::prelude::*;

use super::Context;
use super::element::{element, list, paragraph, strong, tag, verbatim};
use super::idle::idle;
use super::words::{say, text};
use crate::core::screen::{Lead, Screen};
use crate::core::words::catalog::bar as texts;

/// The line, and the dialog that its button opens. The loader opens it, and the browser closes it.
pub fn offer(screen: &Screen, context: &Context) -> Html {
    let title = context.id("title");
    let values = &["submit", "md-button"];
    let close = tag("button", &["type", "class"], values, vec![text(texts::CLOSE)]).into();
    let head = vec![
        tag("p", &["id"], &[&title], vec![strong(vec![text(texts::KEYS_AND_VALUES)])]).into(),
        tag("form", &["method"], &["dialog"], vec![close]).into(),
    ];
    let parts = vec![element("div", "keyfill-dialog-head", head), super::panel(screen, context)];
    let values = &["keyfill-dialog", &title];
    let dialog = tag("dialog", &["class", "aria-labelledby"], values, parts).into();
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
        Lead::Placeholders | Lead::NoKeys => {
            button = texts::OFFER_OPEN;
            text(texts::OFFER_PLACEHOLDERS)
        }
    };
    let keys = &["type", "class", "data-keyfill-open"];
    let values = &["button", "md-button", "true"];
    let button = tag("button", keys, values, vec![text(button)]).into();
    paragraph("keyfill-offer", vec![element("span", "", vec![words]), verbatim(" "), button])
}
