//! The reader's keys: choose, create, delete.

use yew::prelude::*;

use super::Context;
use crate::core::admit::AccessKey;
use crate::core::message::Msg;
use crate::core::screen::{Doing, KeyList, KeyRow, Keys};

/// The keys of the project.
#[must_use]
pub fn keys(keys: &Keys, context: &Context) -> Html {
    let busy = !matches!(keys.doing, Doing::Nothing);
    html! {
        <div class="keyfill-keys" role="group" aria-labelledby={context.id("keys")}>
            <p id={context.id("keys")}>
                <strong>{ "Your keys in " }{ &keys.project }</strong>
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
        KeyList::Loading => html! { <p class="keyfill-wait">{ "Getting the list of keys…" }</p> },
        KeyList::Failed => html! {
            <p>
                { "The list is not there. " }
                { context.button("", "", "Get the list again", || Msg::Refresh) }
            </p>
        },
        KeyList::Known { keys, elsewhere, unreadable } => html! {
            <>
                if keys.is_empty() {
                    <p>{ "No key yet. Create one: the commands below are then complete." }</p>
                } else {
                    <ul>{ for keys.iter().map(|key| row(key, doing, context)) }</ul>
                }
                { counted(*elsewhere, "in your other projects: sign in for that project to use them.") }
                { counted(*unreadable, "with characters that Keyfill refuses. The openstack client shows them.") }
            </>
        },
    }
}

fn counted(count: usize, what: &str) -> Html {
    if count == 0 {
        return Html::default();
    }
    html! { <p class="keyfill-small">{ count }{ " more " }{ what }</p> }
}

fn row(key: &KeyRow, doing: &Doing, context: &Context) -> Html {
    let access = key.access.as_str();
    let id = context.id(access);
    let (choose, delete) = (key.access.clone(), key.access.clone());
    let deleting = matches!(doing, Doing::Deleting(a) if *a == key.access);
    let can_delete =
        matches!(doing, Doing::Nothing | Doing::Confirming { .. } | Doing::Offering(_));
    html! {
        <li key={access}>
            <input type="radio" id={id.clone()} name={context.id("key")} checked={key.chosen}
                disabled={!key.usable} data-focus={key.chosen.then_some("chosen")}
                onchange={context.say(move || Msg::ChooseCredential(choose.clone()))} />
            <label for={id}><code>{ access.to_owned() }</code></label>
            if key.chosen {
                <span class="keyfill-tag">{ "in the commands" }</span>
            }
            if !key.usable {
                <span class="keyfill-tag">
                    { "refused: its secret has characters that no S3 key has" }
                </span>
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
        Doing::Refreshing => html! { <p class="keyfill-wait">{ "Getting the list of keys…" }</p> },
        Doing::Creating => html! {
            <p class="keyfill-wait">
                { "Keystone is creating the key… " }
                { context.button("", "", "Stop waiting", || Msg::StopWaiting) }
            </p>
        },
        Doing::Reconciling => html! {
            <p class="keyfill-wait">{ "No answer came. Looking whether the key was created…" }</p>
        },
        Doing::Unknown => html! {
            <p>
                { "It is not known whether a key was created. " }
                { context.button("", "", "Get the list again", || Msg::Refresh) }
            </p>
        },
        Doing::Offering(found) => offer(found, context),
        Doing::Confirming { access, chosen } => confirm(access, *chosen, context),
    }
}

/// Credentials that a lost create left behind: found, and the reader decides.
fn offer(found: &[AccessKey], context: &Context) -> Html {
    let line = |access: &AccessKey| {
        let (choose, delete) = (access.clone(), access.clone());
        html! {
            <li key={access.as_str()}>
                <code>{ access.as_str().to_owned() }</code>
                { context.button("", "", "Use it", move || Msg::ChooseCredential(choose.clone())) }
                { context.button("", "", "Delete it", move || Msg::AskDelete(delete.clone())) }
            </li>
        }
    };
    html! {
        <div class="keyfill-notice keyfill-warning" role="alert">
            <p>
                <strong>{ "This key was not in the list before." }</strong>
                { " The answer to your last create was lost, so it is most likely the one you \
                   asked for. Somebody else who uses your account could have made it too." }
            </p>
            <ul>{ for found.iter().map(line) }</ul>
            { context.button("", "", "Leave it as it is", || Msg::DismissOffer) }
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
                <strong>{ "Delete the key " }<code>{ access.as_str().to_owned() }</code>{ "?" }</strong>
            </p>
            <p>
                { "Every program that uses it loses access at once; some object stores go on \
                   accepting it for a few minutes. Nothing that is stored is deleted. This \
                   cannot be undone." }
                if chosen {
                    { " It is the key in the commands below." }
                }
            </p>
            <p>{ same_as(&["openstack ec2 credentials delete ", access.as_str()].concat()) }</p>
            { context.button("", "keep", "Keep it", || Msg::KeepCredential) }
            { context.button("keyfill-danger", "", "Delete it", || Msg::ConfirmDelete) }
        </div>
    }
}

fn same_as(command: &str) -> Html {
    html! {
        <span class="keyfill-small keyfill-same">
            { "same as " }<code>{ command.to_owned() }</code>
        </span>
    }
}
