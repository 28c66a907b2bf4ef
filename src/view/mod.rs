//! The views: data of a [`Screen`] in, HTML out, and what the reader does goes to one callback.
//!
//! They are functions, so that tests render them natively. Server text becomes text nodes only.

pub mod bar;
pub mod commands;
mod element;
pub mod keys;
pub mod notice;
pub mod sign_in;

use element::{code, element};
use yew::prelude::*;

use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::Screen;

/// What every view needs besides its data.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// Unique in the page, for the ids and names of this panel.
    pub panel: AttrValue,
    /// Takes what the reader does.
    pub on: Callback<Msg>,
    /// Takes a paste into the token field; only the edge can read the event.
    pub pasted: Callback<Event>,
    /// Takes the submitted sign-in form.
    pub submitted: Callback<SubmitEvent>,
    /// Takes a change of the region picker.
    pub region_changed: Callback<Event>,
    /// False for the static page, which has no working buttons.
    pub live: bool,
}

impl Context {
    /// A context in which nothing happens: for the static page.
    #[must_use]
    pub fn inert(panel: &'static str) -> Self {
        Self {
            panel: panel.into(),
            on: Callback::noop(),
            pasted: Callback::noop(),
            submitted: Callback::noop(),
            region_changed: Callback::noop(),
            live: false,
        }
    }

    /// An id or name that is unique in the page.
    #[must_use]
    pub fn id(&self, name: &str) -> String {
        [&self.panel, "-", name].concat()
    }

    /// A click or change that says `msg()`. Boxed, so that not each message makes a handler of
    /// its own in the wasm.
    fn say<E: 'static>(&self, msg: impl Fn() -> Msg + 'static) -> Callback<E> {
        self.say_boxed(Box::new(msg))
    }

    #[inline(never)]
    fn say_boxed<E: 'static>(&self, msg: Box<dyn Fn() -> Msg>) -> Callback<E> {
        self.on.reform(move |_| msg())
    }

    /// A button.
    fn button(
        &self,
        class: &'static str,
        focus: &'static str,
        text: &'static str,
        msg: impl Fn() -> Msg + 'static,
    ) -> Html {
        self.button_boxed(class, focus, text, Box::new(msg))
    }

    #[inline(never)]
    fn button_boxed(
        &self,
        class: &'static str,
        focus: &'static str,
        text: &'static str,
        msg: Box<dyn Fn() -> Msg>,
    ) -> Html {
        html! {
            <button type="button" {class} data-focus={focus}
                onclick={self.say_boxed(msg)}>{ text }</button>
        }
    }

    /// Lines with a copy button.
    fn block(
        &self,
        lines: impl Into<AttrValue>,
        name: &str,
        target: CopyTarget,
        copied: Option<CopyTarget>,
    ) -> Html {
        let children =
            vec![element("pre", "", vec![code(lines)]), self.copy_button(name, target, copied)];
        element("div", "keyfill-block", children)
    }

    /// A copy button; `name` completes "Copy …" for a screen reader.
    fn copy_button(&self, name: &str, target: CopyTarget, copied: Option<CopyTarget>) -> Html {
        let done = copied == Some(target);
        html! {
            <button type="button" class="keyfill-copy" aria-label={["Copy ", name].concat()}
                onclick={self.say(move || Msg::Copy(target))}>
                { if done { "Copied" } else { "Copy" } }
            </button>
        }
    }
}

/// A whole panel.
pub fn panel(screen: &Screen, context: &Context) -> Html {
    html! {
        <>
            { bar::bar(&screen.bar, context) }
            <p class="keyfill-status" role="status">{ &screen.status }</p>
            <div role="alert" data-focus="notice" tabindex="-1">
                { for screen.notice.iter().map(|n| notice::notice(n, screen.copied, context)) }
            </div>
            { for screen.sign_in.iter().map(|s| sign_in::form(s, screen.copied, context)) }
            { for screen.keys.iter().map(|k| keys::keys(k, context)) }
            { commands::commands(&screen.commands, screen.copied, context) }
        </>
    }
}
