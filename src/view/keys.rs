//! The reader's keys: choose, create, delete.

use yew::prelude::*;

use super::Context;
use super::element::{code, element, paragraph, strong, text};
use crate::core::admit::AccessKey;
use crate::core::message::Msg;
use crate::core::screen::{Doing, KeyList, KeyRow, Keys};

/// What deleting a key means.
const CONSEQUENCES: &str = "Every program that uses it loses access at once; some object stores \
    go on accepting it for a few minutes. Nothing that is stored is deleted. This cannot be undone.";
const IN_USE: &str = " It is the key in the commands below.";

/// The keys of the project.
pub fn keys(keys: &Keys, context: &Context) -> Html {
    let busy = !matches!(keys.doing, Doing::Nothing);
    html! {
        <div class="keyfill-keys" role="group" aria-labelledby={context.id("keys")}>
            <p id={context.id("keys")}>
                { strong(vec![text("Your keys in "), text(keys.project.clone())]) }
                { same_as("openstack ec2 credentials list") }
            </p>
            { list(&keys.list, &keys.doing, context) }
            { doing(&keys.doing, context) }
            if matches!(keys.list, KeyList::Known { .. }) {
                <p class="keyfill-actions">
                    <button type="button" class="md-button md-button--primary" disabled={busy}
                        data-focus="create" onclick={context.say(|| Msg::Create)}>
                        { if keys.doing == Doing::Creating { "Creating…" } else { "Create credential" } }
                    </button>
                    { same_as("openstack ec2 credentials create") }
                </p>
            }
        </div>
    }
}

fn list(list: &KeyList, doing: &Doing, context: &Context) -> Html {
    match list {
        KeyList::Loading => waiting("Getting the list of keys…"),
        KeyList::Failed => list_again("The list is not there. ", context),
        KeyList::Known { keys, elsewhere, unreadable } => html! {
            <>
                if keys.is_empty() {
                    { paragraph("", vec![text(
                        "No key yet. Create one: the commands below are then complete.",
                    )]) }
                } else {
                    { element("ul", "", keys.iter().map(|key| row(key, doing, context)).collect()) }
                }
                { counted(*elsewhere, " more in your other projects: sign in for that project to \
                    use them.") }
                { counted(*unreadable, " more with characters that Keyfill refuses. The openstack \
                    client shows them.") }
            </>
        },
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
    html! {
        <li key={access}>
            <input type="radio" id={id.clone()} name={context.id("key")} checked={key.chosen}
                disabled={!key.usable} data-focus={key.chosen.then_some("chosen")}
                onchange={context.say(move || Msg::ChooseCredential(choose.clone()))} />
            <label for={id}>{ code(access.to_owned()) }</label>
            if key.chosen {
                { element("span", "keyfill-tag", vec![text("in the commands")]) }
            }
            if !key.usable {
                { element("span", "keyfill-tag", vec![text(
                    "refused: its secret has characters that no S3 key has",
                )]) }
            }
            <button type="button" class="md-button" disabled={!can_delete}
                aria-label={["Delete ", access].concat()}
                onclick={context.say(move || Msg::AskDelete(delete.clone()))}>
                { if deleting { "Deleting…" } else { "Delete" } }
            </button>
        </li>
    }
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
        let children = vec![
            code(access.as_str().to_owned()),
            context
                .button("md-button", "", "Use it", move || Msg::ChooseCredential(choose.clone())),
            context.button("md-button", "", "Delete it", move || Msg::AskDelete(delete.clone())),
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
    html! {
        <div class="keyfill-notice keyfill-warning" role="alert">
            { paragraph("", what) }
            { element("ul", "", found.iter().map(line).collect()) }
            { context.button("md-button", "", "Leave it as it is", || Msg::DismissOffer) }
        </div>
    }
}

fn confirm(access: &AccessKey, chosen: bool, context: &Context) -> Html {
    let question = context.id("confirm");
    let on = context.on.clone();
    let escape = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            on.emit(Msg::KeepCredential);
        }
    });
    html! {
        <div class="keyfill-notice keyfill-warning" role="alertdialog" aria-labelledby={question.clone()}
            onkeydown={escape}>
            <p id={question}>
                { strong(vec![
                    text("Delete the key "),
                    code(access.as_str().to_owned()),
                    text("?"),
                ]) }
            </p>
            { paragraph("", vec![text(CONSEQUENCES), text(if chosen { IN_USE } else { "" })]) }
            { paragraph("", vec![
                same_as(["openstack ec2 credentials delete ", access.as_str()].concat()),
            ]) }
            { context.button("md-button", "keep", "Keep it", || Msg::KeepCredential) }
            { context.button("md-button keyfill-danger", "", "Delete it", || Msg::ConfirmDelete) }
        </div>
    }
}

fn same_as(command: impl Into<AttrValue>) -> Html {
    element("span", "keyfill-small keyfill-same", vec![text("same as "), code(command)])
}
