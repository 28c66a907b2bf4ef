//! A message: what happened, what it means, what to do next.

use yew::prelude::*;

use super::Context;
use super::element::{clickable, element, paragraph, strong, tag, verbatim};
use super::words::{said, say, sentences};
use crate::core::message::{CommandsMsg, CopyTarget, Msg};
use crate::core::text::{Notice, Tone};
use crate::core::words::catalog::{bar, commands};

/// The message, which stays until the reader goes on or closes it.
pub fn notice(notice: &Notice, copied: Option<CopyTarget>, context: &Context) -> Html {
    let tone = match notice.tone {
        Tone::Error => "keyfill-notice keyfill-error",
        Tone::Warning => "keyfill-notice keyfill-warning",
        Tone::Info => "keyfill-notice keyfill-info",
    };
    let mut parts = vec![
        paragraph("", vec![strong(sentences(&notice.what))]),
        paragraph("", sentences(&notice.next)),
    ];
    if let Some(lines) = &notice.code {
        let target = CopyTarget::NoticeCode;
        parts.push(context.block(lines.clone(), commands::COPY_LINES, target, copied));
    }
    if let Some(id) = &notice.request_id {
        let word =
            if copied == Some(CopyTarget::Notice) { commands::COPIED } else { bar::COPY_MESSAGE };
        let copy =
            context.button("md-button", "", word, || CommandsMsg::Copy(CopyTarget::Notice).into());
        let id = say(bar::FOR_SUPPORT.code("id", id));
        let line = vec![id, verbatim(" "), copy];
        parts.push(paragraph("keyfill-small", line));
    }
    let close = tag!(
        "button",
        [("type", "button"), ("class", "keyfill-close"), ("aria-label", &said(bar::CLOSE_NOTICE))],
        vec![verbatim("×")]
    );
    parts.push(clickable(close, context.say(|| Msg::DismissNotice)));
    element("div", tone, parts)
}
