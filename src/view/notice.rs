//! A message: what happened, what it means, what to do next.

use yew::prelude::*;

use super::Context;
use super::element::{clickable, code, element, paragraph, strong, tag, text};
use crate::core::message::{CopyTarget, Msg};
use crate::core::text::{Notice, Tone};

/// The message, which stays until the reader goes on or closes it.
pub fn notice(notice: &Notice, copied: Option<CopyTarget>, context: &Context) -> Html {
    let tone = match notice.tone {
        Tone::Error => "keyfill-notice keyfill-error",
        Tone::Warning => "keyfill-notice keyfill-warning",
        Tone::Info => "keyfill-notice keyfill-info",
    };
    let mut parts = vec![
        paragraph("", vec![strong(vec![text(notice.what.clone())])]),
        paragraph("", vec![text(notice.next.clone())]),
    ];
    if let Some(lines) = &notice.code {
        let target = CopyTarget::NoticeCode;
        parts.push(context.block(lines.clone(), "these lines", target, copied));
    }
    if let Some(id) = &notice.request_id {
        let word = if copied == Some(CopyTarget::Notice) { "Copied" } else { "Copy the message" };
        let copy = context.button("md-button", "", word, || Msg::Copy(CopyTarget::Notice));
        let line = vec![text("For support: "), code(id.clone()), copy];
        parts.push(paragraph("keyfill-small", line));
    }
    let values = &["button", "keyfill-close", "Close this message"];
    let close = tag("button", &["type", "class", "aria-label"], values, vec![text("×")]);
    parts.push(clickable(close, context.say(|| Msg::DismissNotice)));
    element("div", tone, parts)
}
