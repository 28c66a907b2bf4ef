//! What is going on with the keys, and the questions about them.

use std::rc::Rc;

use yew::html::onkeydown;
use yew::prelude::*;

use super::Context;
use super::element::{code, element, nothing, paragraph, strong, tag, text, verbatim};
use super::keys::{DANGER, PLAIN, for_key, same_as};
use crate::core::admit::AccessKey;
use crate::core::message::Msg;
use crate::core::screen::Doing;

/// What deleting a key means.
const AT_ONCE: &str = "Every program that uses a deleted key loses access at once";
const SOME_STORES: &str = "; some object stores go on accepting it for a few minutes";
const NOTHING_ELSE: &str = ". Nothing that is stored is deleted. This cannot be undone.";
/// The reader is about to delete the old key of a rotation too early.
const NOT_INSTALLED: &str =
    "You are replacing this key, and have not said yet that the new key is installed everywhere.";
const WARNING: &str = "keyfill-notice keyfill-warning";
const IN_USE: &str = " The key in the commands below is among them.";

/// What goes on; empty where nothing does.
pub(super) fn doing(doing: &Doing, deletion_delay: u32, context: &Context) -> Html {
    match doing {
        Doing::Nothing | Doing::Deleting(_, 0) => nothing(),
        Doing::Deleting(_, rest) => {
            let parts =
                vec![text("Deleting. Keys to go after this one: "), verbatim(rest.to_string())];
            paragraph("keyfill-wait", parts)
        }
        Doing::Refreshing => waiting("Getting the list of keys…"),
        Doing::Creating => {
            let button = context.button("md-button", "", "Stop waiting", || Msg::StopWaiting);
            paragraph("keyfill-wait", vec![text("Keystone is creating the key… "), button])
        }
        Doing::Reconciling => waiting("No answer came. Looking whether the key was created…"),
        Doing::Unknown => list_again("It is not known whether a key was created. ", context),
        Doing::Offering(found) => offer(found, context),
        Doing::Marking(count) => marking(*count, context),
        Doing::Confirming { keys, chosen, in_rotation } => {
            confirm(keys, [*chosen, *in_rotation], deletion_delay, context)
        }
    }
}

pub(super) fn waiting(what: &'static str) -> Html {
    paragraph("keyfill-wait", vec![text(what)])
}

pub(super) fn list_again(why: &'static str, context: &Context) -> Html {
    let button = context.button("md-button", "", "Get the list again", || Msg::Refresh);
    paragraph("", vec![text(why), button])
}

/// Credentials that a lost create left behind: found, and the reader decides.
fn offer(found: &[AccessKey], context: &Context) -> Html {
    let line = |access: &AccessKey| {
        let (choose, delete) = (access.clone(), access.clone());
        let (use_it, delete_it) = (
            context.say(move || Msg::ChooseCredential(choose.clone())),
            context.say(move || Msg::AskDelete(delete.clone())),
        );
        let children = vec![
            code(access.as_str().to_owned()),
            for_key(PLAIN, "Use it: ", "Use it", access.as_str(), true, use_it),
            for_key(DANGER, "Delete it: ", "Delete it", access.as_str(), true, delete_it),
        ];
        element("li", "", children)
    };
    let what = vec![
        strong(vec![text("This key was not in the list before.")]),
        text(
            " The answer to your last create was lost, so it is most likely the one you asked \
             for. Somebody else who uses your account could have made it too.",
        ),
    ];
    let parts = vec![
        paragraph("", what),
        element("ul", "", found.iter().map(line).collect()),
        context.button("md-button", "", "Leave it as it is", || Msg::DismissOffer),
    ];
    tag("div", &["class", "role"], &[WARNING, "alert"], parts).into()
}

fn marking(count: usize, context: &Context) -> Html {
    let mut parts = vec![text("Mark the keys to delete. Marked: "), verbatim(count.to_string())];
    parts.push(context.button("md-button", "keep", "Keep all", || Msg::KeepCredential));
    if count > 0 {
        let ask = || Msg::AskDeleteMarked;
        parts.push(context.button(DANGER, "", "Delete the marked ones…", ask));
    }
    paragraph("keyfill-actions", parts)
}

fn confirm(
    keys: &[AccessKey],
    [chosen, in_rotation]: [bool; 2],
    deletion_delay: u32,
    context: &Context,
) -> Html {
    let question = context.id("confirm");
    let mut consequences = vec![text(AT_ONCE)];
    if deletion_delay > 0 {
        consequences.extend([
            text("; the object store goes on accepting it for up to "),
            verbatim(deletion_delay.to_string()),
            text(" seconds"),
        ]);
    } else {
        consequences.push(text(SOME_STORES));
    }
    consequences.push(text(NOTHING_ELSE));
    let mut parts = Vec::new();
    if let [access] = keys {
        let title = vec![text("Delete the key "), code(access.as_str().to_owned()), text("?")];
        parts.push(tag("p", &["id"], &[&question], vec![strong(title)]).into());
        consequences.push(text(if chosen { " It is the key in the commands below." } else { "" }));
        parts.push(paragraph("", consequences));
        let command = ["openstack ec2 credentials delete ", access.as_str()].concat();
        parts.push(paragraph("", vec![same_as(command)]));
    } else {
        let title = vec![text("Delete these "), verbatim(keys.len().to_string()), text(" keys?")];
        parts.push(tag("p", &["id"], &[&question], vec![strong(title)]).into());
        let line = |access: &AccessKey| element("li", "", vec![code(access.as_str().to_owned())]);
        parts.push(element("ul", "", keys.iter().map(line).collect()));
        consequences.push(text(if chosen { IN_USE } else { "" }));
        parts.push(paragraph("", consequences));
    }
    if in_rotation {
        parts.push(paragraph("", vec![strong(vec![text(NOT_INSTALLED)])]));
    }
    let (keep, delete) =
        if keys.len() == 1 { ("Keep it", "Delete it") } else { ("Keep them", "Delete them") };
    parts.extend([
        context.button("md-button", "keep", keep, || Msg::KeepCredential),
        context.button(DANGER, "", delete, || Msg::ConfirmDelete),
    ]);
    dialog(&question, parts, || Msg::KeepCredential, context)
}

/// A question that Escape answers with `escape`.
pub(super) fn dialog(
    label: &str,
    parts: Vec<Html>,
    escape: fn() -> Msg,
    context: &Context,
) -> Html {
    let on = context.on.clone();
    let pressed = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            on.emit(escape());
        }
    });
    let values = &[WARNING, "alertdialog", label];
    let mut dialog = tag("div", &["class", "role", "aria-labelledby"], values, parts);
    dialog.add_listener(Rc::new(onkeydown::Wrapper::new(pressed)));
    dialog.into()
}
