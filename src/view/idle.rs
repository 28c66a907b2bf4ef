//! The warning before a session that nobody uses ends.

use std::rc::Rc;

use yew::html::onmousedown;
use yew::prelude::*;

use super::Context;
use super::element::{clickable, element, nothing, paragraph, strong, tag, text};
use crate::core::message::Msg;
use crate::core::screen::IdleScreen;
use crate::core::text::sentence;

/// The warning in view, wherever the page is scrolled to, with its seconds, and beside it what a
/// screen reader is told: that is there at all times, so that it hears of a change.
pub fn idle(idle: Option<&IdleScreen>, context: &Context) -> [Html; 2] {
    let alarm = idle.map_or_else(String::new, |idle| idle.alarm.clone());
    [
        tag("p", &["class", "role"], &["keyfill-status", "alert"], vec![text(alarm)]).into(),
        idle.map_or_else(nothing, |idle| warning(idle, context)),
    ]
}

fn warning(idle: &IdleScreen, context: &Context) -> Html {
    let (what, one, next, stay) = if idle.signed_in {
        (
            "You will be signed out in {seconds} seconds.",
            "You will be signed out in 1 second.",
            "You have not done anything on this page for a while. Anything that you do here keeps you \
             signed in.",
            "Stay signed in",
        )
    } else {
        (
            "Your sign-in will be given up in {seconds} seconds.",
            "Your sign-in will be given up in 1 second.",
            "You have not done anything on this page for a while. Anything that you do here keeps it.",
            "Go on",
        )
    };
    let seconds = usize::try_from(idle.seconds).unwrap_or_default().to_string();
    let what =
        if idle.seconds == 1 { one.into() } else { sentence(what, &[("seconds", &seconds)]) };
    let values = &["button", "md-button md-button--primary"];
    let mut button = tag("button", &["type", "class"], values, vec![text(stay)]);
    // The focus stays where the reader has it: the button is about to go.
    let keep_focus = Callback::from(|event: MouseEvent| event.prevent_default());
    button.add_listener(Rc::new(onmousedown::Wrapper::new(keep_focus)));
    let parts = vec![
        // A timer is no live region: not each second is read out.
        tag("p", &["role"], &["timer"], vec![strong(vec![text(what)])]).into(),
        paragraph("", vec![text(next)]),
        clickable(button, context.say(|| Msg::KeepAwake)),
    ];
    element("div", "keyfill-idle keyfill-notice keyfill-warning", parts)
}
