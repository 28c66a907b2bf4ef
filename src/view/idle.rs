//! The warning before a session that nobody uses ends.

use std::rc::Rc;

use yew::html::onmousedown;
use yew::prelude::*;

use super::Context;
use super::element::{clickable, element, nothing, paragraph, strong, tag};
use super::words::{say, text};
use crate::core::message::SessionMsg;
use crate::core::screen::IdleScreen;
use crate::core::words::catalog::bar as texts;

/// The warning in view, wherever the page is scrolled to, with its seconds, and beside it what a
/// screen reader is told: that is there at all times, so that it hears of a change.
pub fn idle(idle: Option<&IdleScreen>, context: &Context) -> [Html; 2] {
    let alarm = idle.map_or_else(nothing, |idle| say(idle.alarm.clone()));
    [
        tag!("p", [("class", "keyfill-status"), ("role", "alert")], vec![alarm]).into(),
        idle.map_or_else(nothing, |idle| warning(idle, context)),
    ]
}

fn warning(idle: &IdleScreen, context: &Context) -> Html {
    let (what, next, stay) = if idle.signed_in {
        (texts::IDLE_SIGN_OUT, texts::IDLE_SIGN_OUT_NEXT, texts::STAY_SIGNED_IN)
    } else {
        (texts::IDLE_GIVE_UP, texts::IDLE_GIVE_UP_NEXT, texts::GO_ON)
    };
    let seconds = usize::try_from(idle.seconds).unwrap_or_default();
    let what = what.count("seconds", seconds);
    let mut button = tag!(
        "button",
        [("type", "button"), ("class", "md-button md-button--primary")],
        vec![text(stay)]
    );
    // The focus stays where the reader has it: the button is about to go.
    let keep_focus = Callback::from(|event: MouseEvent| event.prevent_default());
    button.add_listener(Rc::new(onmousedown::Wrapper::new(keep_focus)));
    let parts = vec![
        // A timer is no live region: not each second is read out.
        tag!("p", [("role", "timer")], vec![strong(vec![say(what)])]).into(),
        paragraph("", vec![text(next)]),
        clickable(button, context.say(|| SessionMsg::KeepAwake.into())),
    ];
    element("div", "keyfill-idle keyfill-notice keyfill-warning", parts)
}
