//! What is going on with the keys, and the questions about them.

use std::rc::Rc;

use yew::html::onkeydown;
use yew::prelude::*;

use super::Context;
use super::element::{code, element, nothing, paragraph, strong, tag, verbatim};
use super::key_button::{DANGER, PLAIN, for_key, same_as};
use super::words::{say, text};
use crate::core::admit::AccessKey;
use crate::core::message::{KeysMsg, Msg};
use crate::core::screen::Doing;

use crate::core::words::Text;
use crate::core::words::catalog::{bar, keys as texts};

const WARNING: &str = "keyfill-notice keyfill-warning";

/// What goes on; empty where nothing does.
pub(super) fn doing(doing: &Doing, deletion_delay: u32, context: &Context) -> Html {
    match doing {
        Doing::Nothing | Doing::Deleting(_, 0) => nothing(),
        Doing::Deleting(_, rest) => {
            let what = texts::DELETING_MORE.count("count", *rest);
            paragraph("keyfill-wait", vec![say(what)])
        }
        Doing::Refreshing => waiting(bar::GETTING_KEYS),
        Doing::Creating => {
            let button = context
                .button("md-button", "", texts::STOP_WAITING, || KeysMsg::StopWaiting.into());
            paragraph("keyfill-wait", vec![text(texts::KEYSTONE_CREATES), verbatim(" "), button])
        }
        Doing::Reconciling => waiting(texts::LOOKING_FOR_KEY),
        Doing::Unknown => list_again(texts::CREATE_IN_DOUBT, context),
        Doing::Offering(found) => offer(found, context),
        Doing::Marking(count) => marking(*count, context),
        Doing::Confirming { keys, chosen, in_rotation } => {
            confirm(keys, [*chosen, *in_rotation], deletion_delay, context)
        }
    }
}

pub(super) fn waiting(what: Text) -> Html {
    paragraph("keyfill-wait", vec![text(what)])
}

pub(super) fn list_again(why: Text, context: &Context) -> Html {
    let button = context.button("md-button", "", texts::GET_LIST_AGAIN, || KeysMsg::Refresh.into());
    paragraph("", vec![text(why), verbatim(" "), button])
}

/// Credentials that a lost create left behind: found, and the reader decides.
fn offer(found: &[AccessKey], context: &Context) -> Html {
    let line = |access: &AccessKey| {
        let (choose, delete) = (access.clone(), access.clone());
        let (use_it, delete_it) = (
            context.say(move || KeysMsg::Choose(choose.clone()).into()),
            context.say(move || KeysMsg::AskDelete(delete.clone()).into()),
        );
        let children = vec![
            code(access.as_str().to_owned()),
            for_key(PLAIN, texts::USE_THIS_KEY, texts::USE_IT, access.as_str(), true, use_it),
            for_key(
                DANGER,
                texts::DELETE_FOUND_KEY,
                texts::DELETE_IT,
                access.as_str(),
                true,
                delete_it,
            ),
        ];
        element("li", "", children)
    };
    let what =
        vec![strong(vec![text(texts::FOUND_KEY)]), verbatim(" "), text(texts::FOUND_KEY_MEANS)];
    let parts = vec![
        paragraph("", what),
        element("ul", "", found.iter().map(line).collect()),
        context.button("md-button", "", texts::LEAVE_IT, || KeysMsg::DismissOffer.into()),
    ];
    tag!("div", [("class", WARNING), ("role", "alert")], parts).into()
}

fn marking(count: usize, context: &Context) -> Html {
    let mut parts = vec![say(texts::MARK_KEYS.count("count", count))];
    parts.push(context.button("md-button", "keep", texts::KEEP_ALL, || KeysMsg::Keep.into()));
    if count > 0 {
        let ask = || KeysMsg::AskDeleteMarked.into();
        parts.push(context.button(DANGER, "", texts::DELETE_MARKED, ask));
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
    let means = if deletion_delay > 0 {
        let seconds = usize::try_from(deletion_delay).unwrap_or_default();
        texts::DELETE_MEANS_WITHIN.count("seconds", seconds)
    } else {
        texts::DELETE_MEANS.into()
    };
    let mut consequences = vec![say(means)];
    let is_one = keys.len() == 1;
    if chosen {
        let which = if is_one { texts::DELETE_IN_COMMANDS } else { texts::DELETE_ONE_IN_COMMANDS };
        consequences.extend([verbatim(" "), text(which)]);
    }
    let title = match keys {
        [access] => texts::DELETE_QUESTION.code("key", access.as_str()),
        _ => texts::DELETE_SEVERAL_QUESTION.count("count", keys.len()),
    };
    let mut parts = vec![tag!("p", [("id", &question)], vec![strong(vec![say(title)])]).into()];
    if let [access] = keys {
        parts.push(paragraph("", consequences));
        let command = ["openstack ec2 credentials delete ", access.as_str()].concat();
        parts.push(paragraph("", vec![same_as(&command)]));
    } else {
        let line = |access: &AccessKey| element("li", "", vec![code(access.as_str().to_owned())]);
        parts.push(element("ul", "", keys.iter().map(line).collect()));
        parts.push(paragraph("", consequences));
    }
    if in_rotation {
        parts.push(paragraph("", vec![strong(vec![text(texts::DELETE_TOO_EARLY)])]));
    }
    let (keep, delete) = if is_one {
        (texts::KEEP_IT, texts::DELETE_IT)
    } else {
        (texts::KEEP_THEM, texts::DELETE_THEM)
    };
    parts.extend([
        context.button("md-button", "keep", keep, || KeysMsg::Keep.into()),
        context.button(DANGER, "", delete, || KeysMsg::ConfirmDelete.into()),
    ]);
    dialog(&question, parts, || KeysMsg::Keep.into(), context)
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
    let mut dialog = tag!(
        "div",
        [("class", WARNING), ("role", "alertdialog"), ("aria-labelledby", label)],
        parts
    );
    dialog.add_listener(Rc::new(onkeydown::Wrapper::new(pressed)));
    dialog.into()
}
