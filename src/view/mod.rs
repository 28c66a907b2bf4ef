//! The views: data of a [`Screen`] in, HTML out, and what the reader does goes to one callback.
//!
//! They are functions, so that tests render them natively. Server text becomes text nodes only.

pub mod bar;
pub mod commands;
mod doing;
mod element;
pub mod entry;
mod filled;
mod heading;
mod idle;
mod key_button;
mod key_list;
pub mod keys;
mod lost;
pub mod notice;
pub mod offer;
mod projects;
mod rotation;
mod save;
mod testing;
mod values;
mod words;

pub use words::{plain, said, set_texts};

use element::{clickable, code_block, element, flag, list, tag, verbatim};
use words::text;
use yew::prelude::*;

use crate::core::message::{CommandsMsg, CopyTarget, Msg};
use crate::core::screen::Screen;
use crate::core::words::catalog::commands::{COPIED, COPY};
use crate::core::words::{Say, Text};

/// What every view needs besides its data.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// Unique in the page, for the ids and names of this panel.
    pub panel: AttrValue,
    /// The level of its headings, by what it stands under in the page.
    pub level: &'static str,
    /// Takes what the reader does.
    pub on: Callback<Msg>,
    /// Takes a paste into the token field; only the edge can read the event.
    pub pasted: Callback<Event>,
    /// Takes the submitted sign-in form.
    pub submitted: Callback<SubmitEvent>,
    /// Takes a change of the region picker.
    pub region_changed: Callback<Event>,
    /// Takes a change of the choice of a shell.
    pub shell_changed: Callback<Event>,
    /// Takes a file for the sign-in form.
    pub file_chosen: Callback<Event>,
    /// Takes what is typed into the search of the projects.
    pub projects_searched: Callback<InputEvent>,
    /// Takes what is typed into the search of the keys.
    pub keys_filtered: Callback<InputEvent>,
    /// Takes what is typed as the value of a variable.
    pub value_typed: Callback<InputEvent>,
    /// False for the static page, whose buttons do nothing without a script.
    pub live: bool,
}

impl Context {
    /// A context in which nothing happens: for the static page.
    #[must_use]
    pub fn inert(panel: &'static str) -> Self {
        Self {
            panel: panel.into(),
            level: "2",
            on: Callback::noop(),
            pasted: Callback::noop(),
            submitted: Callback::noop(),
            region_changed: Callback::noop(),
            shell_changed: Callback::noop(),
            file_chosen: Callback::noop(),
            projects_searched: Callback::noop(),
            keys_filtered: Callback::noop(),
            value_typed: Callback::noop(),
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
        text: Text,
        msg: impl Fn() -> Msg + 'static,
    ) -> Html {
        self.button_boxed(class, focus, text, Box::new(msg))
    }

    #[inline(never)]
    fn button_boxed(
        &self,
        class: &'static str,
        focus: &'static str,
        text: Text,
        msg: Box<dyn Fn() -> Msg>,
    ) -> Html {
        let button = tag!(
            "button",
            [("type", "button"), ("class", class), ("data-focus", focus)],
            vec![words::text(text)]
        );
        clickable(button, self.say_boxed(msg))
    }

    /// Lines with a copy button.
    fn block(
        &self,
        lines: impl Into<AttrValue>,
        name: Text,
        target: CopyTarget,
        copied: Option<CopyTarget>,
    ) -> Html {
        let children = vec![
            code_block(vec![verbatim(lines)], false),
            self.copy_button(&name.into(), commands::COPIES, target, copied),
        ];
        element("div", "keyfill-block", children)
    }

    /// A copy button; a screen reader reads its `name`.
    fn copy_button(
        &self,
        name: &Say,
        look: &'static str,
        target: CopyTarget,
        copied: Option<CopyTarget>,
    ) -> Html {
        let word = if copied == Some(target) { COPIED } else { COPY };
        // Without a script it copies nothing: a script shows it.
        let button = tag!(
            "button",
            [
                ("type", "button"),
                ("class", look),
                ("data-focus", if look == commands::COPIES { "" } else { "command" }),
                ("aria-label", &plain(name)),
                ("hidden", flag(!self.live))
            ],
            vec![text(word)]
        );
        clickable(button, self.say(move || CommandsMsg::Copy(target).into()))
    }
}

/// A whole panel.
pub fn panel(screen: &Screen, context: &Context) -> Html {
    let notice = screen.notice.iter().map(|n| notice::notice(n, screen.copied, context)).collect();
    let alert = tag!(
        "div",
        [
            ("id", &context.id("notice")),
            ("role", "alert"),
            ("data-focus", "notice"),
            ("tabindex", "-1")
        ],
        notice
    );
    let status = screen.status.map(text).into_iter().collect();
    let mut parts = vec![
        bar::bar(&screen.bar, context),
        tag!("p", [("class", "keyfill-status"), ("role", "status")], status).into(),
        alert.into(),
    ];
    parts.extend(idle::idle(screen.idle.as_ref(), context));
    let revealed = screen.revealed;
    // Each part has its place in the list, whether it is there or not: else Yew would take the
    // form for something else when a part comes, and what was typed would be lost.
    let entry = screen.entry.as_ref().map(|e| entry::entry(e, screen.copied, context));
    let keys = screen.keys.as_ref().map(|k| keys::part(k, revealed, screen.copied, context));
    let values = screen.values.as_ref().map(|v| values::values(v, context));
    let commands =
        screen.commands.as_ref().map(|c| commands::commands(c, revealed, screen.copied, context));
    parts.extend([entry, keys, commands, values].map(Option::unwrap_or_default));
    if screen.compact { element("div", "keyfill-compact", parts) } else { list(parts) }
}
