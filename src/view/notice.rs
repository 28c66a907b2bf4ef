//! A message: what happened, what it means, what to do next.

use yew::prelude::*;

use super::Context;
use super::element::{code, paragraph, strong, text};
use crate::core::message::{CopyTarget, Msg};
use crate::core::text::{Notice, Tone};

/// The message, which stays until the reader goes on or closes it.
pub fn notice(notice: &Notice, copied: Option<CopyTarget>, context: &Context) -> Html {
    let tone = match notice.tone {
        Tone::Error => "keyfill-error",
        Tone::Warning => "keyfill-warning",
        Tone::Info => "keyfill-info",
    };
    html! {
        <div class={classes!("keyfill-notice", tone)}>
            { paragraph("", vec![strong(vec![text(notice.what.clone())])]) }
            { paragraph("", vec![text(notice.next.clone())]) }
            if let Some(lines) = &notice.code {
                { context.block(lines.clone(), "these lines", CopyTarget::NoticeCode, copied) }
            }
            if let Some(id) = &notice.request_id {
                { paragraph("keyfill-small", vec![text("For support: "), code(id.clone())]) }
            }
            <button type="button" class="keyfill-close" aria-label="Close this message"
                onclick={context.say(|| Msg::DismissNotice)}>{ "×" }</button>
        </div>
    }
}
