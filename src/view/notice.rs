//! A message: what happened, what it means, what to do next.

use yew::prelude::*;

use super::Context;
use crate::core::message::{CopyTarget, Msg};
use crate::core::text::{Notice, Tone};

/// The message, which stays until the reader goes on or closes it.
#[must_use]
pub fn notice(notice: &Notice, copied: Option<CopyTarget>, context: &Context) -> Html {
    let tone = match notice.tone {
        Tone::Error => "keyfill-error",
        Tone::Warning => "keyfill-warning",
        Tone::Info => "keyfill-info",
    };
    html! {
        <div class={classes!("keyfill-notice", tone)}>
            <p><strong>{ &notice.what }</strong></p>
            <p>{ &notice.next }</p>
            if let Some(code) = &notice.code {
                <div class="keyfill-block">
                    <pre><code>{ code }</code></pre>
                    { context.copy_button("these lines", CopyTarget::NoticeCode, copied) }
                </div>
            }
            if let Some(id) = &notice.request_id {
                <p class="keyfill-small">{ "For support: " }<code>{ id }</code></p>
            }
            <button type="button" class="keyfill-close" aria-label="Close this message"
                onclick={context.say(|| Msg::DismissNotice)}>{ "×" }</button>
        </div>
    }
}
