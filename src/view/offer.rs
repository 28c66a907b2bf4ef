//! The quiet offer on a page that has slots and no panel: one line, and the panel in a dialog.

use yew::prelude::*;

use super::Context;
use super::element::{element, list, name, paragraph, strong, tag, text, verbatim};
use super::idle::idle;
use crate::core::screen::{Lead, Screen};

/// The line, and the dialog that its button opens. The loader opens it, and the browser closes it.
pub fn offer(screen: &Screen, context: &Context) -> Html {
    let title = context.id("title");
    let values = &["submit", "md-button"];
    let close = tag("button", &["type", "class"], values, vec![text("Close")]).into();
    let head = vec![
        tag("p", &["id"], &[&title], vec![strong(vec![text("Keys and values")])]).into(),
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
    let mut button = "Keys and values";
    let words = match &screen.bar.lead {
        Lead::Session { user, project, region, .. } => {
            let is_filled = screen.commands.iter().any(|commands| commands.filled.is_some());
            let what = if is_filled { "Filled in for " } else { "No key yet for " };
            let end = [", ", region, "."].concat();
            vec![text(what), name(user), text(" in "), name(project), verbatim(end)]
        }
        Lead::Placeholders | Lead::NoKeys => {
            button = "Fill them in";
            vec![text("Commands on this page have placeholders.")]
        }
    };
    let keys = &["type", "class", "data-keyfill-open"];
    let values = &["button", "md-button", "true"];
    let button = tag("button", keys, values, vec![text(button)]).into();
    paragraph("keyfill-offer", vec![element("span", "", words), text(" "), button])
}
