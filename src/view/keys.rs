//! The reader's keys: choose, create, delete.

use std::rc::Rc;

use yew::html::onkeydown;
use yew::prelude::*;

use super::Context;
use super::element::{
    self, checkable, clickable, code, element, flag, paragraph, strong, tag, text,
};
use crate::core::admit::AccessKey;
use crate::core::message::Msg;
use crate::core::screen::{Doing, KeyList, KeyRow, Keys};

/// What deleting a key means.
const CONSEQUENCES: &str = "Every program that uses it loses access at once; some object stores \
    go on accepting it for a few minutes. Nothing that is stored is deleted. This cannot be undone.";
const IN_OTHER_PROJECTS: &str =
    " more in your other projects: sign in for that project to use them.";
const UNREADABLE: &str =
    " more with characters that Keyfill refuses. The openstack client shows them.";
const REFUSED: &str = "refused: its secret has characters that no S3 key has";
const WARNING: &str = "keyfill-notice keyfill-warning";
const IN_USE: &str = " It is the key in the commands below.";

/// The keys of the project.
pub fn keys(keys: &Keys, context: &Context) -> Html {
    let title = vec![
        strong(vec![text("Your keys in "), text(keys.project.clone())]),
        same_as("openstack ec2 credentials list"),
    ];
    let id = context.id("keys");
    let mut parts = vec![
        tag("p", &["id"], &[&id], title).into(),
        key_list(&keys.list, &keys.doing, context),
        doing(&keys.doing, context),
    ];
    if matches!(keys.list, KeyList::Known { .. }) {
        parts.push(create(&keys.doing, context));
    }
    let values = &["keyfill-keys", "group", &id];
    tag("div", &["class", "role", "aria-labelledby"], values, parts).into()
}

fn create(doing: &Doing, context: &Context) -> Html {
    let word = if *doing == Doing::Creating { "Creating…" } else { "Create credential" };
    let busy = flag(*doing != Doing::Nothing);
    let values = &["button", "md-button md-button--primary", "create", busy];
    let keys = &["type", "class", "data-focus", "disabled"];
    let button = tag("button", keys, values, vec![text(word)]);
    let parts = vec![
        clickable(button, context.say(|| Msg::Create)),
        same_as("openstack ec2 credentials create"),
    ];
    paragraph("keyfill-actions", parts)
}

fn key_list(list: &KeyList, doing: &Doing, context: &Context) -> Html {
    match list {
        KeyList::Loading => waiting("Getting the list of keys…"),
        KeyList::Failed => list_again("The list is not there. ", context),
        KeyList::Known { keys, elsewhere, unreadable } => {
            let rows = keys.iter().map(|key| row(key, doing, context)).collect();
            let none = "No key yet. Create one: the commands below are then complete.";
            element::list(vec![
                if keys.is_empty() {
                    paragraph("", vec![text(none)])
                } else {
                    element("ul", "", rows)
                },
                counted(*elsewhere, IN_OTHER_PROJECTS),
                counted(*unreadable, UNREADABLE),
            ])
        }
    }
}

fn waiting(what: &'static str) -> Html {
    paragraph("keyfill-wait", vec![text(what)])
}

fn list_again(why: &'static str, context: &Context) -> Html {
    let button = context.button("md-button", "", "Get the list again", || Msg::Refresh);
    paragraph("", vec![text(why), button])
}

fn counted(count: usize, what: &'static str) -> Html {
    if count == 0 {
        return Html::default();
    }
    paragraph("keyfill-small", vec![text(count.to_string()), text(what)])
}

fn row(key: &KeyRow, doing: &Doing, context: &Context) -> Html {
    let access = key.access.as_str();
    let id = context.id(&["key-", access].concat());
    let (choose, delete) = (key.access.clone(), key.access.clone());
    let deleting = matches!(doing, Doing::Deleting(a) if *a == key.access);
    let can_delete =
        matches!(doing, Doing::Nothing | Doing::Confirming { .. } | Doing::Offering(_));
    let keys = &["type", "id", "name", "disabled", "data-focus"];
    let focus = if key.chosen { "chosen" } else { "" };
    let values = &["radio", &id, &context.id("key"), flag(!key.usable), focus];
    let choose = context.say(move || Msg::ChooseCredential(choose.clone()));
    let mut parts = vec![
        checkable(tag("input", keys, values, Vec::new()), key.chosen, choose),
        tag("label", &["for"], &[&id], vec![code(access.to_owned())]).into(),
    ];
    if key.chosen {
        parts.push(element("span", "keyfill-tag", vec![text("in the commands")]));
    }
    if !key.usable {
        parts.push(element("span", "keyfill-tag", vec![text(REFUSED)]));
    }
    let word = if deleting { "Deleting…" } else { "Delete" };
    let on = move || Msg::AskDelete(delete.clone());
    parts.push(for_key("Delete ", word, access, can_delete, context.say(on)));
    let mut row = tag("li", &[], &[], parts);
    row.key = Some(access.into());
    row.into()
}

/// A button that does something with one key, which only its accessible name says.
fn for_key(
    verb: &str,
    word: &'static str,
    access: &str,
    enabled: bool,
    click: Callback<MouseEvent>,
) -> Html {
    let label = [verb, access].concat();
    let values = &["button", "md-button", flag(!enabled), &label];
    let keys = &["type", "class", "disabled", "aria-label"];
    clickable(tag("button", keys, values, vec![text(word)]), click)
}

fn doing(doing: &Doing, context: &Context) -> Html {
    match doing {
        Doing::Nothing | Doing::Deleting(_) => Html::default(),
        Doing::Refreshing => waiting("Getting the list of keys…"),
        Doing::Creating => {
            let button = context.button("md-button", "", "Stop waiting", || Msg::StopWaiting);
            paragraph("keyfill-wait", vec![text("Keystone is creating the key… "), button])
        }
        Doing::Reconciling => waiting("No answer came. Looking whether the key was created…"),
        Doing::Unknown => list_again("It is not known whether a key was created. ", context),
        Doing::Offering(found) => offer(found, context),
        Doing::Confirming { access, chosen } => confirm(access, *chosen, context),
    }
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
            for_key("Use it: ", "Use it", access.as_str(), true, use_it),
            for_key("Delete it: ", "Delete it", access.as_str(), true, delete_it),
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

fn confirm(access: &AccessKey, chosen: bool, context: &Context) -> Html {
    let question = context.id("confirm");
    let on = context.on.clone();
    let escape = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            on.emit(Msg::KeepCredential);
        }
    });
    let title = vec![text("Delete the key "), code(access.as_str().to_owned()), text("?")];
    let command = ["openstack ec2 credentials delete ", access.as_str()].concat();
    let parts = vec![
        tag("p", &["id"], &[&question], vec![strong(title)]).into(),
        paragraph("", vec![text(CONSEQUENCES), text(if chosen { IN_USE } else { "" })]),
        paragraph("", vec![same_as(command)]),
        context.button("md-button", "keep", "Keep it", || Msg::KeepCredential),
        context.button("md-button keyfill-danger", "", "Delete it", || Msg::ConfirmDelete),
    ];
    let values = &[WARNING, "alertdialog", &question];
    let mut dialog = tag("div", &["class", "role", "aria-labelledby"], values, parts);
    dialog.add_listener(Rc::new(onkeydown::Wrapper::new(escape)));
    dialog.into()
}

fn same_as(command: impl Into<AttrValue>) -> Html {
    element("span", "keyfill-small keyfill-same", vec![text("same as "), code(command)])
}
